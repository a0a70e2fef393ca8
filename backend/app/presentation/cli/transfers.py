"""Careers from one kind of file to another."""

import json
from pathlib import Path
from typing import Annotated

import typer

from app.domain.profile.formats import CareerFormat, write_rendercv
from app.domain.profile.formats.carried import CARRIED
from app.domain.profile.json_resume import write_json_resume
from app.presentation.cli.careers import read_career
from app.presentation.cli.failing import Refused
from app.presentation.strict_yaml import write_yaml

profiles = typer.Typer(help="Careers in files.", no_args_is_help=True)
YAML = (".yaml", ".yml")
_In = Annotated[
    Path, typer.Argument(metavar="IN", help="A JSON Resume, Reactive Resume, RenderCV or LinkedIn export.")
]
_Out = Annotated[Path, typer.Argument(metavar="OUT", help="RenderCV if it ends in .yaml, else JSON Resume.")]


@profiles.command()
def convert(given: _In, out: _Out) -> None:
    """Read a career from one file, and write it to another. Says what had no place."""
    profile, unplaced = read_career(given)
    if out.suffix.lower() in YAML:
        text = write_yaml(write_rendercv(profile))
    else:
        text = json.dumps(write_json_resume(profile), indent=2, ensure_ascii=False) + "\n"
    out.write_text(text, encoding="utf-8")
    typer.echo(f"{out}: {profile.full_name or 'a career'}")
    for each in unplaced:
        typer.echo(f"  left out {each.field or '/'}: {each.why} {each.value}".rstrip(), err=True)


@profiles.command()
def fields(kind: Annotated[CareerFormat, typer.Argument(help="A format.")]) -> None:
    """Say where a format keeps each field of a profile, and which it has no place for."""
    if kind is CareerFormat.UPLOADED_RESUME:
        raise Refused("A resume keeps its fields as it likes: docs/resumes.md says what is read in one.")
    for row in CARRIED:
        typer.echo(f"{row.field:40} {row.places[kind] or '-'}")
