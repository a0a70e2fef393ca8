"""`jobwise parse`: what the product's own rules read in a posting."""

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

from app.domain.jobs.parsing import parse_posting
from app.domain.jobs.posting import Found, ParsedPosting, Requirement, Salary
from app.presentation.cli.failing import Refused
from app.presentation.cli.files import read_text

parse = typer.Typer(no_args_is_help=True, help="Read a text and print the fields that are in it.")


@parse.callback()
def _parse() -> None: ...


@parse.command()
def posting(
    file: Annotated[Path, typer.Argument(help="The posting's text, or `-` for standard input.")],
    jsonl: Annotated[
        bool,
        typer.Option("--jsonl", help='The file has many postings: a line of `{"id", "text"}` for each.'),
    ] = False,
) -> None:
    """Print a job posting's fields as JSON: title, company, salary, requirements and so on."""
    text = read_text(file)
    if not jsonl:
        typer.echo(json.dumps(fields_of(parse_posting(text)), indent=2, ensure_ascii=False))
        return
    for row in rows_of(text, file):
        fields = fields_of(parse_posting(row["text"]))
        typer.echo(json.dumps({"id": row["id"], **fields}, ensure_ascii=False))
        sys.stdout.flush()


def rows_of(text: str, file: Path, *needed: str) -> Iterator[dict[str, Any]]:
    """The objects of a JSON Lines text. Raises Refused at the first line that is none."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield _row(line, f"{file}, line {number}", needed or ("id", "text"))


def _row(line: str, where: str, needed: tuple[str, ...]) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        raise Refused(f"{where} is not JSON.") from error
    if not isinstance(row, dict) or any(name not in row for name in needed):
        raise Refused(f"{where} must be an object with {' and '.join(needed)}.")
    if not isinstance(row.get("text", ""), str):
        raise Refused(f"{where}: text must be a string.")
    return row


def fields_of(parsed: ParsedPosting) -> dict[str, Any]:
    """What was read, without the places where it stands."""
    return {
        "language": parsed.language,
        "title": _value(parsed.title),
        "company": _value(parsed.company),
        "location": _value(parsed.location),
        "salary": _salary(_value(parsed.salary)),
        "remote": _value(parsed.workplace),
        "seniority": _value(parsed.seniority),
        "employment_type": _value(parsed.employment_type),
        "requirements": [_requirement(one) for one in parsed.requirements],
        "responsibilities": [one.text for one in parsed.responsibilities],
        "benefits": [one.text for one in parsed.benefits],
        "skills": [one.name for one in parsed.skills],
    }


def _value(found: Found[Any] | None) -> Any:
    return found.value if found else None


def _salary(salary: Salary | None) -> dict[str, Any] | None:
    if salary is None:
        return None
    bounds = asdict(salary)
    return {"min": bounds.pop("minimum"), "max": bounds.pop("maximum"), **bounds}


def _requirement(one: Requirement) -> dict[str, Any]:
    return {"text": one.text, "need": one.need, "skills": list(one.skills), "years": one.years}
