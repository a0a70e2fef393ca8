"""What is told of what had to go, and how a document is set."""

from dataclasses import replace
from datetime import date

from app.domain.documents.content import SectionKind, SourceKind
from app.domain.generation.analysis import analyse_posting
from app.domain.generation.compiled import CompiledProfile
from app.domain.generation.fitting import cut_notes, layout_for
from app.domain.generation.matching import match
from app.domain.generation.options import Options
from app.domain.generation.selection import TIGHTEST, compile_profile
from app.domain.jobs.parsing import parse_posting
from tests.builders.careers import a_nurse
from tests.builders.documents import a_document, paragraphs, skills
from tests.builders.letters import WARD

TODAY = date(2026, 3, 2)
PROFILE = a_nurse()


def at(level: int) -> CompiledProfile:
    analysis = analyse_posting(parse_posting(WARD))
    return compile_profile(PROFILE, analysis, match(PROFILE, analysis, TODAY), TODAY, level=level)


def test_of_what_fits_whole_there_is_nothing_to_tell() -> None:
    assert cut_notes(at(0), at(0), 2, Options()) == ()


def test_what_was_cut_is_named_or_counted() -> None:
    widest, written = at(0), at(TIGHTEST)
    kept = {choice.source for choice in written.choices if choice.kept}
    gone = [c for c in widest.choices if c.kept and c.source not in kept]
    statements = sum(c.source.kind is SourceKind.ACHIEVEMENT for c in gone)

    (note,) = cut_notes(widest, written, 1, Options(max_pages=1))

    assert statements > 1
    assert note.startswith("To stay within 1 page, this was cut: ")
    assert f"{statements} statements" in note


def test_where_only_sentences_went_it_says_so() -> None:
    widest = at(0)

    (note,) = cut_notes(widest, replace(widest, level=1), 2, Options())

    assert note == "To stay within 2 pages, this was cut: sentences and details."


def test_what_never_fits_is_said() -> None:
    assert cut_notes(at(0), at(0), 3, Options()) == ("It does not fit 2 pages, whatever is cut: it takes 3.",)


def test_instructions_count_as_options_do() -> None:
    content = a_document(paragraphs("Summary", "x"), skills("Skills", A=("b",)))
    order = (SectionKind.SUMMARY, SectionKind.SKILLS)

    assert layout_for(Options(), content).sections is None
    assert layout_for(Options(sections=order[::-1]), content).sections == order
    assert layout_for(Options(instructions="Put skills first."), content).sections == order
    assert layout_for(Options(instructions="One page, please."), content).max_pages == 1
    assert layout_for(Options(sections=order), a_document()).sections is None
