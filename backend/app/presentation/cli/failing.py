"""Expected errors are one line on stderr and a status of 1; only a bug shows a traceback."""

import os
import sys
from typing import Any

import typer
from pydantic import ValidationError
from typer.core import TyperGroup

from app.domain.shared.errors import DomainError
from app.settings import SettingsRefused


class Refused(Exception):
    """The command cannot be done, and this is why."""


class PlainErrors(TyperGroup):
    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except (Refused, DomainError, SettingsRefused) as error:
            say(str(error))
        except ValidationError as error:
            say(_first_flaw(error))
        except BrokenPipeError:  # `jobwise ... | head` has read enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        except OSError as error:
            say(f"{error.strerror or error}: {error.filename}" if error.filename else str(error))
        raise typer.Exit(1)


def say(sentence: str) -> None:
    typer.echo("jobwise: " + " ".join(sentence.split()), err=True)


def _first_flaw(error: ValidationError) -> str:
    flaw = error.errors()[0]
    place = ".".join(str(step) for step in flaw["loc"])
    message = str(flaw["msg"]).removeprefix("Value error, ")
    return f"{place}: {message}" if place else message
