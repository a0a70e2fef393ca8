"""`jobwise eval`: the product's own engine over a folder of test material, as files that a scorer reads."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Annotated, Any

import typer

from app.domain.documents.ports import Format
from app.domain.generation.analysis import JobAnalysis, analyse_posting
from app.domain.jobs.parsing import parse_posting, skills_of
from app.presentation.cli.careers import EXAMPLES, profile_of
from app.presentation.cli.engine import today, with_engine
from app.presentation.cli.failing import Refused
from app.presentation.cli.files import read_object, read_text
from app.presentation.cli.postings import fields_of, rows_of
from app.presentation.cli.workshop import workshop

if TYPE_CHECKING:
    from app.application.documents.press import Press
    from app.application.generation.tailoring import Tailor

Prediction = dict[str, Any]
POSTINGS = "postings/jobs.jsonl"
OUTPUTS = {"en": "faithful_outputs.json"}
"""A scorer that looks for names knows the months and headings of one language: each has its own file."""


def evaluate(
    context: typer.Context,
    data: Annotated[Path, typer.Option(help="A folder with postings/jobs.jsonl, postings/skills.jsonl ...")],
    out: Annotated[Path, typer.Option(help="Where the predictions go.")],
    profile: Annotated[
        list[Path] | None,
        typer.Option(help="A career to tailor to every posting; several may be given.", show_default="ours"),
    ] = None,
) -> None:
    """Run the product over test material and write what it makes of it, for a scorer.

    What the folder does not have is left out; a folder that has nothing is an error.
    """
    found = [part for part in PARTS if (data / part).is_file()]
    if not found:
        raise Refused(f"{data} has none of {', '.join(PARTS)}.")
    careers = [read_object(path) for path in profile or sorted(EXAMPLES.rglob("profile.json"))]
    out.mkdir(parents=True, exist_ok=True)
    for part in found:
        name, predict = PARTS[part]
        began = perf_counter()
        predictions = [{"id": row["id"], **predict(row["text"])} for row in _rows(data / part)]
        _write(out / name, predictions, began)
    if POSTINGS in found and careers:
        rows = list(_rows(data / POSTINGS))
        with_engine(workshop(context), lambda tailor, press: _tailor_all(tailor, press, careers, rows, out))


def _rows(file: Path) -> Iterator[Mapping[str, Any]]:
    return rows_of(read_text(file), file)


def _write(file: Path, predictions: list[Prediction], began: float) -> None:
    file.write_text(json.dumps(predictions, ensure_ascii=False), encoding="utf-8")
    typer.echo(f"{file}: {len(predictions)} in {perf_counter() - began:.1f} s")


async def _tailor_all(
    tailor: "Tailor",
    press: "Press",
    careers: list[dict[str, Any]],
    rows: list[Mapping[str, Any]],
    out: Path,
) -> None:
    """Every career to every posting, down to the file and its read-back. Raises Refused if one fails."""
    made: dict[str, list[Prediction]] = defaultdict(list)
    failed: list[str] = []
    began = perf_counter()
    for row in rows:
        analysis = analyse_posting(parse_posting(row["text"]))
        for career in careers:
            name = f"{row['id']}, {career['basics']['name']}"
            try:
                language, text = await _tailored(tailor, press, career, analysis)
            except Exception as error:
                failed.append(f"{name}: {type(error).__name__}: {error}")
            else:
                made[language].append({"id": name, "profile": career, "text": text, "job": row["text"]})
    for language, outputs in made.items():
        _write(out / OUTPUTS.get(language, f"faithful_outputs.{language}.json"), outputs, began)
    if failed:
        raise Refused(f"{len(failed)} of {len(rows) * len(careers)} failed; the first is {failed[0]}")


async def _tailored(
    tailor: "Tailor", press: "Press", career: dict[str, Any], analysis: JobAnalysis
) -> tuple[str, str]:
    """Language and text. Raises Refused for a resume that does not hold, fit, or read back."""
    from app.domain.generation.model import Options

    options = Options()
    person = profile_of(career, Path(career["basics"]["name"]))
    made = await tailor.tailor_to(person, analysis, options, today=today())
    if made.finished is None:
        raise Refused(str(made.checked.objection))
    if losses := made.finished.pressed.read_back.losses:
        raise Refused(f"{losses[0].extractor} loses {losses[0].text!r}")
    if made.written.pages > options.max_pages:
        raise Refused(f"it has {made.written.pages} pages")
    content = made.checked.content
    return content.language, (await press.preview(content, Format.TEXT, options.layout)).decode()


def _skills(text: str) -> Prediction:
    return {"skills": list(skills_of(text))}


PARTS: Mapping[str, tuple[str, Callable[[str], Prediction]]] = {
    POSTINGS: ("jobs.json", lambda text: fields_of(parse_posting(text))),
    "postings/skills.jsonl": ("skills.json", _skills),
}
"""A file of the folder, what its predictions are called, and who makes them."""
