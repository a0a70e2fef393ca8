"""The engine without a server: the same code that the API runs, on files."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer
from pydantic import TypeAdapter, ValidationError

from app.domain.documents.content import DocumentContent, lines_of
from app.domain.documents.facts import FaithfulnessReceipt, check_facts, check_text
from app.domain.documents.letters.occasion import Occasion
from app.domain.documents.ports import Density, Format, Layout, Paper
from app.domain.generation.analysis import JobAnalysis, analyse_posting
from app.domain.generation.fitting import layout_for
from app.domain.generation.matching import match
from app.domain.generation.options import Length, Options, Tone
from app.domain.jobs.parsing import parse_posting
from app.domain.profile.model import Profile
from app.presentation.cli.careers import PostingFile, ProfileFile, read_profile, steady_ids
from app.presentation.cli.choices import (
    MOST_PAGES,
    Accent,
    DensityOption,
    Emphasis,
    FontOption,
    Instructions,
    Language,
    LengthOption,
    Margin,
    Pages,
    PaperOption,
    Sections,
    TemplateOption,
    ToneOption,
    chosen,
)
from app.presentation.cli.failing import Refused
from app.presentation.cli.files import parsed_json, read_text
from app.presentation.cli.letters import occasion_in, occasion_of
from app.presentation.cli.receipts import (
    console,
    names_of,
    show_ats,
    show_faithfulness,
    show_heeded,
    show_match,
    show_read_back,
)
from app.presentation.cli.workshop import Workshop, workshop

if TYPE_CHECKING:
    from app.application.documents.press import Press
    from app.application.generation.tailoring import Tailor, Tailored

R = TypeVar("R")
Json = dict[str, Any]

AsJson = Annotated[bool, typer.Option("--json", help="Print the whole receipt as JSON.")]


def today() -> date:
    return datetime.now(UTC).date()


def as_json(thing: object) -> Any:
    return TypeAdapter(type(thing)).dump_python(thing, mode="json")


def written(thing: Any) -> str:
    return json.dumps(thing, indent=2, ensure_ascii=False) + "\n"


def match_profile(profile: ProfileFile, posting: PostingFile, json_: AsJson = False) -> None:
    """Say how well a career answers a posting: each requirement with its evidence."""
    person, text = read_profile(profile), read_text(posting)
    receipt = match(person, analyse_posting(parse_posting(text), text), today())
    if json_:
        typer.echo(written(as_json(receipt)), nl=False)
    else:
        show_match(console(), receipt, names_of(as_json(person)))


def tailor(  # noqa: PLR0913  each is a flag
    context: typer.Context,
    profile: ProfileFile,
    posting: PostingFile,
    out: Annotated[Path, typer.Option(help="The folder that the files go to.")],
    template: TemplateOption = "classic",
    paper: PaperOption = Paper.A4,
    accent: Accent = None,
    font: FontOption = None,
    density: DensityOption = Density.NORMAL,
    margin: Margin = None,
    pages: Pages = MOST_PAGES,
    emphasis: Emphasis = None,
    sections: Sections = None,
    length: LengthOption = Length.MEDIUM,
    language: Language = None,
    tone: ToneOption = Tone.PROFESSIONAL,
    instructions: Instructions = None,
    letter: Annotated[bool, typer.Option("--letter", help="Make a cover letter instead.")] = False,
) -> None:
    """Make a resume for a posting, or a letter: PDF, DOCX and Markdown, and the receipts in result.json."""
    options = chosen(
        template=template,
        paper=paper,
        accent=accent,
        font=font,
        density=density,
        margin_mm=margin,
        max_pages=pages,
        emphasis=emphasis,
        sections=sections,
        length=length,
        language=language,
        tone=tone,
        instructions=instructions,
    )
    _make(workshop(context), options, read_profile(profile), read_text(posting), out=out, letter=letter)


def _make(
    tools: Workshop, options: Options, person: Profile, posting: str, *, out: Path, letter: bool
) -> None:
    analysis = analyse_posting(parse_posting(posting), posting)
    occasion = occasion_of(analysis) if letter else None
    made, files = with_engine(tools, lambda t, p: _tailored(t, p, person, analysis, options, occasion))
    out.mkdir(parents=True, exist_ok=True)
    answered = {"occasion": as_json(occasion)} if occasion else {}
    (out / "result.json").write_text(written(result_of(made) | answered), encoding="utf-8")
    for name, data in files.items():
        (out / name).write_bytes(data)
    _show(made, person)
    if made.finished is None:
        raise Refused(
            f"{made.checked.objection} The receipts are in {out / 'result.json'}; no file was made."
        )
    typer.echo(f"\n{out}: " + ", ".join(["result.json", *files]))


async def _tailored(
    tailor: "Tailor",
    press: "Press",
    person: Profile,
    analysis: JobAnalysis,
    options: Options,
    occasion: Occasion | None,
) -> "tuple[Tailored, dict[str, bytes]]":
    if occasion:
        made = await tailor.letter_to(person, analysis, occasion, options, today=today())
    else:
        made = await tailor.tailor_to(person, analysis, options, today=today())
    if made.finished is None:
        return made, {}
    name = "cover-letter" if occasion else "resume"
    files = {f"{name}.pdf": made.finished.pressed.pdf.data}
    for kind in (Format.DOCX, Format.MARKDOWN):
        layout = layout_for(options, made.checked.content)
        rendered = await press.render(made.checked.content, kind, layout)
        files[f"{name}.{kind}"] = rendered.data
    return made, files


def result_of(made: "Tailored") -> Json:
    """The receipts, by the names that the API has for them."""
    finished = made.finished
    return {
        "pages": made.written.pages,
        "content": as_json(made.checked.content),
        "receipts": {
            "match": as_json(made.compiled.match),
            "faithfulness": as_json(made.checked.faithfulness),
            "ats": as_json(finished.ats if finished else made.checked.ats),
            "read_back": as_json(finished.pressed.read_back) if finished else None,
        },
        "selection": as_json(made.written.selection),
        "taken_out": [as_json(line) for line in made.checked.taken_out],
        "wishes": as_json(made.compiled.selection.wishes),
        "notes": list(made.notes),
    }


def _show(made: "Tailored", person: Profile) -> None:
    out, names = console(), names_of(as_json(person))
    show_match(out, made.compiled.match, names)
    show_heeded(out, made.compiled.selection.wishes, made.notes)
    show_faithfulness(out, made.checked.faithfulness, names)
    if made.finished:
        show_ats(out, made.finished.ats)
        show_read_back(out, made.finished.pressed.read_back)


def check_document(
    context: typer.Context,
    profile: ProfileFile,
    document: Annotated[
        Path,
        typer.Option("--document", help="A result.json, a document's content, or just the text of a resume."),
    ],
    json_: AsJson = False,
) -> None:
    """Hold every line of a resume against a career. Fails when a line says more than the career does."""
    person, said = read_profile(profile), read_text(document)
    given, occasion = _content_in(said, document)
    receipt = _judged(workshop(context), given, person, occasion)
    if json_:
        typer.echo(written(as_json(receipt)), nl=False)
    else:
        show_faithfulness(console(), receipt, names_of(as_json(person)))
    if not receipt.holds:
        raise Refused(f"{receipt.unsupported} of {len(receipt.lines)} lines say what the profile does not.")


def _content_in(said: str, path: Path) -> tuple[DocumentContent | str, Occasion | None]:
    """With the posting that it answers, of a letter."""
    if not said.lstrip().startswith("{"):
        return said, None
    found = parsed_json(_by_steady_ids(said, path), path)
    if isinstance(found.get("text"), str):
        return str(found["text"]), None
    try:
        content: DocumentContent = TypeAdapter(DocumentContent).validate_python(found.get("content", found))
    except ValidationError as error:
        where = ".".join(str(step) for step in error.errors()[0]["loc"])
        raise Refused(f"{path} has neither a text nor a document's content ({where} is wrong).") from error
    return content, occasion_in(found) if content.letter else None


def _by_steady_ids(said: str, path: Path) -> str:
    """A result of the API comes with the profile that it cites; its items stand where the file has them."""
    try:
        ids = steady_ids(parsed_json(said, path)["profile"])
    except (KeyError, TypeError, AttributeError):
        return said
    for old, new in ids.items():
        said = said.replace(old, new)
    return said


def _judged(
    tools: Workshop, given: DocumentContent | str, person: Profile, occasion: Occasion | None
) -> FaithfulnessReceipt:
    """By the sources that it cites; one that cites another copy of the profile is read as a text."""
    if isinstance(given, str):
        return check_text(given, person, today())
    known = names_of(as_json(person))
    if occasion:
        known = known | {str(occasion.job.id): occasion.job.title}
    if all(str(source.id) in known for _, line in lines_of(given) for source in line.sources):
        return check_facts(given, person, today(), occasion=occasion)
    text = with_engine(tools, lambda _, press: press.preview(given, Format.TEXT, Layout()))
    return check_text(text.decode(), person, today())


def with_engine(tools: Workshop, act: "Callable[[Tailor, Press], Awaitable[R]]") -> R:
    async def acting() -> R:
        async with tools.engine(tools.settings()) as (tailor, press):
            return await act(tailor, press)

    return asyncio.run(acting())
