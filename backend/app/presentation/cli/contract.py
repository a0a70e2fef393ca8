"""`jobwise openapi`: the API's description, for client generators."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.presentation.cli.failing import Refused
from app.presentation.cli.workshop import workshop

if TYPE_CHECKING:
    from fastapi import FastAPI


def openapi(
    context: typer.Context,
    out: Annotated[Path | None, typer.Option(help="Write it to this file.")] = None,
    check: Annotated[Path | None, typer.Option(help="Fail unless this file holds just that.")] = None,
) -> None:
    """Print the API's OpenAPI description, write it to a file, or check a file against it."""
    tools = workshop(context)
    text = openapi_text(tools.application(tools.settings()))
    if check:
        if not check.exists() or check.read_text(encoding="utf-8") != text:
            raise Refused(f"{check} is not what the API says. Write it anew: jobwise openapi --out {check}")
    elif out:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(text, encoding="utf-8")
    else:
        typer.echo(text, nl=False)


def openapi_text(app: "FastAPI") -> str:
    return json.dumps(app.openapi(), indent=2, ensure_ascii=False) + "\n"
