from pydantic import TypeAdapter

from app.domain.documents.content import SectionKind
from app.domain.documents.ports import Density, FontFamily, Layout, Paper
from app.domain.generation.compiled import CompiledProfile
from app.domain.generation.options import Length, Options, Tone, as_parameters
from tests.builders.careers import (
    a_nurse,
)
from tests.builders.choosing import (
    compiled,
)


def test_options_stored_before_there_were_more_of_them_still_read() -> None:
    read = TypeAdapter(Options).validate_python(
        {"template": "classic", "paper": "letter", "max_pages": 1, "language": None}
    )
    assert (read.tone, read.length, read.emphasis, read.sections) == (
        Tone.PROFESSIONAL,
        Length.MEDIUM,
        (),
        None,
    )


def test_options_come_back_from_storage_as_they_were() -> None:
    options = Options(
        tone=Tone.WARM,
        length=Length.LONG,
        emphasis=("SQL",),
        sections=(SectionKind.SKILLS,),
        instructions="short",
        accent="#7a1f3d",
        font=FontFamily.SOURCE_SANS,
        density=Density.AIRY,
        margin_mm=12,
        titles={SectionKind.SKILLS: "Tools"},
    )
    stored = TypeAdapter(Options).dump_python(options, mode="json")
    assert TypeAdapter(Options).validate_python(stored) == options
    assert as_parameters(options) == stored


def test_a_layout_stored_before_there_was_more_to_it_still_reads() -> None:
    read = TypeAdapter(Layout).validate_python({"template": "classic", "paper": "letter"})

    assert read == Layout(paper=Paper.LETTER)


def test_a_selection_recorded_without_options_still_reads() -> None:
    adapter = TypeAdapter(CompiledProfile)
    stored = adapter.dump_python(compiled(a_nurse()), mode="json")
    for name in ("sections", "unsaid", "left_out", "wishes", "notes"):
        del stored[name]
    assert adapter.validate_python(stored) == compiled(a_nurse())
