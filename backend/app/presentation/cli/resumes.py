"""`jobwise parse resume`: what the product reads in a resume's file."""

import json
from pathlib import Path
from typing import Annotated

import typer

from app.presentation.cli.evaluation.resumes import read_all
from app.presentation.cli.postings import parse
from app.presentation.cli.workshop import workshop

__all__ = ["parse", "resume"]


@parse.command()
def resume(
    context: typer.Context,
    files: Annotated[
        list[Path],
        typer.Argument(exists=True, dir_okay=False, help="PDF, Word, OpenDocument, RTF or plain text."),
    ],
) -> None:
    """Print the fields of each resume as a line of JSON; of one that cannot be read, `error` says why."""
    for file, told, _ in read_all(files, workshop(context).resume_files):
        typer.echo(json.dumps({"id": file.stem, **told}, ensure_ascii=False))
