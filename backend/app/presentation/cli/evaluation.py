"""`jobwise eval`: the product's own rules over a folder of test material, as files that a scorer reads."""

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from time import perf_counter
from typing import Annotated, Any

import typer

from app.domain.jobs.parsing import parse_posting, skills_of
from app.presentation.cli.failing import Refused
from app.presentation.cli.files import read_text
from app.presentation.cli.postings import fields_of, rows_of

Prediction = dict[str, Any]


def evaluate(
    data: Annotated[Path, typer.Option(help="A folder with postings/jobs.jsonl, postings/skills.jsonl ...")],
    out: Annotated[Path, typer.Option(help="Where the predictions go.")],
) -> None:
    """Read test material with the product's own rules and write what they find, for a scorer.

    What the folder does not have is left out; a folder that has nothing is an error.
    """
    found = [part for part in PARTS if (data / part).is_file()]
    if not found:
        raise Refused(f"{data} has none of {', '.join(PARTS)}.")
    out.mkdir(parents=True, exist_ok=True)
    for part in found:
        name, predict = PARTS[part]
        _write(out / name, _predictions(data / part, predict))


def _predictions(file: Path, predict: Callable[[str], Prediction]) -> Iterator[Prediction]:
    for row in rows_of(read_text(file), file):
        yield {"id": row["id"], **predict(row["text"])}


def _write(file: Path, rows: Iterator[Prediction]) -> None:
    began = perf_counter()
    predictions = list(rows)
    file.write_text(json.dumps(predictions, ensure_ascii=False), encoding="utf-8")
    typer.echo(f"{file}: {len(predictions)} in {perf_counter() - began:.1f} s")


def _skills(text: str) -> Prediction:
    return {"skills": list(skills_of(text))}


PARTS: Mapping[str, tuple[str, Callable[[str], Prediction]]] = {
    "postings/jobs.jsonl": ("jobs.json", lambda text: fields_of(parse_posting(text))),
    "postings/skills.jsonl": ("skills.json", _skills),
}
"""A file of the folder, what its predictions are called, and who makes them."""
