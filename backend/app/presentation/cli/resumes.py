"""`jobwise parse resume`: what the product reads in a resume's file."""

import json
from pathlib import Path
from typing import Annotated

import typer

from app.presentation.cli.evaluation.resumes import read_all
from app.presentation.cli.failing import say
from app.presentation.cli.postings import parse
from app.presentation.cli.workshop import workshop

__all__ = ["parse", "resume"]


@parse.command()
def resume(
    context: typer.Context,
    files: Annotated[
        list[Path],
        typer.Argument(help="PDF, Word, OpenDocument, RTF or plain text."),
    ],
) -> None:
    """Print the fields of each resume as a line of JSON; of one that cannot be read, `error` says why."""
    read = read_all(files, workshop(context).resume_files)
    for each in read:
        typer.echo(json.dumps({"id": each.file.stem, **each.told}, ensure_ascii=False))
        if not each.opened:
            say(str(each.told["error"]))
    if not all(each.opened for each in read):
        raise typer.Exit(1)
