from collections.abc import Callable, Mapping
from pathlib import Path
from time import perf_counter
from typing import Annotated

import typer

from app.domain.jobs.parsing import parse_posting, skills_of
from app.presentation.cli.careers import EXAMPLES
from app.presentation.cli.engine import with_engine
from app.presentation.cli.evaluation.material import Prediction, over_processes, rows, texts_by_id, write
from app.presentation.cli.evaluation.pairs import labelled, matched, ordered
from app.presentation.cli.evaluation.resumes import endurance, resumes_in
from app.presentation.cli.evaluation.tailored import tailor_all
from app.presentation.cli.evaluation.verdicts import verdicts
from app.presentation.cli.failing import Refused
from app.presentation.cli.files import read_object
from app.presentation.cli.postings import fields_of
from app.presentation.cli.workshop import Workshop, workshop

POSTINGS = "postings/jobs.jsonl"


def evaluate(
    context: typer.Context,
    data: Annotated[Path, typer.Option(help="A folder with postings/, faithful/, pairs/, resumes/ ...")],
    out: Annotated[Path, typer.Option(help="Where the predictions go.")],
    profile: Annotated[
        list[Path] | None,
        typer.Option(help="A career to tailor to every posting; several may be given.", show_default="ours"),
    ] = None,
) -> None:
    """Run the product over test material and write what it makes of it, for a scorer.

    What the folder does not have is left out, and named; a folder that has nothing is an error.
    """
    found = [part for part in PARTS if _has(data, part)]
    if not found:
        raise Refused(f"{data} has none of {', '.join(PARTS)}.")
    careers = [read_object(path) for path in profile or sorted(EXAMPLES.rglob("profile.json"))]
    out.mkdir(parents=True, exist_ok=True)
    for part, (name, predict) in PARTS.items():
        if part in found:
            began = perf_counter()
            write(out / name, predict(data / part, workshop(context)), began)
        else:
            typer.echo(f"{data} has no {part}: {name} is left out.", err=True)
    if POSTINGS in found and careers:
        postings = list(rows(data / POSTINGS))
        with_engine(
            workshop(context), lambda tailor, press: tailor_all(tailor, press, careers, postings, out)
        )


def _has(data: Path, part: str) -> bool:
    """A list of pairs without the documents that it names is of no use."""
    beside = DOCUMENTS.get(part)
    return (data / part).exists() and (beside is None or (data / beside).is_file())


def _fields(file: Path, _: Workshop) -> list[Prediction]:
    return [{"id": row["id"], **fields_of(parse_posting(row["text"]))} for row in rows(file)]


def _skills(file: Path, _: Workshop) -> list[Prediction]:
    return [{"id": row["id"], "skills": list(skills_of(row["text"]))} for row in rows(file)]


def _verdicts(file: Path, _: Workshop) -> list[Prediction]:
    return over_processes(verdicts, list(rows(file, "id", "profile", "text")))


def _match(file: Path, _: Workshop) -> list[Prediction]:
    docs = file.parent / "docs.json"
    return matched(labelled(rows(file, "id", "resume", "job")), texts_by_id(docs), str(docs))


def _resumes(folder: Path, tools: Workshop) -> list[Prediction]:
    return resumes_in(folder, tools.resume_files)


def _endurance(folder: Path, tools: Workshop) -> list[Prediction]:
    return endurance(folder, tools.resume_files)


def _order(file: Path, _: Workshop) -> list[Prediction]:
    docs = file.parent / "order_docs.json"
    return matched(ordered(rows(file, "better", "worse")), texts_by_id(docs), str(docs))


PARTS: Mapping[str, tuple[str, Callable[[Path, Workshop], list[Prediction]]]] = {
    POSTINGS: ("jobs.json", _fields),
    "postings/skills.jsonl": ("skills.json", _skills),
    "resumes/files": ("resumes.json", _resumes),
    "resumes/unlabelled": ("robust.json", _endurance),
    "faithful/cases.jsonl": ("faithful_verdicts.json", _verdicts),
    "pairs/pairs.jsonl": ("match.json", _match),
    "pairs/order.jsonl": ("order.json", _order),
}
"""A part of the folder, what its predictions are called, and who makes them."""
DOCUMENTS = {"pairs/pairs.jsonl": "pairs/docs.json", "pairs/order.jsonl": "pairs/order_docs.json"}
