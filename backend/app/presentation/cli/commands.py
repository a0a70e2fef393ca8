"""The `jobwise` command."""

from importlib.metadata import version as installed
from typing import Annotated

import typer

from app.presentation.cli.ats_rules import ats_rules
from app.presentation.cli.contract import openapi
from app.presentation.cli.database import database
from app.presentation.cli.demo import demo
from app.presentation.cli.engine import check_document, match_profile, tailor
from app.presentation.cli.evaluation import evaluate
from app.presentation.cli.failing import PlainErrors
from app.presentation.cli.resumes import parse
from app.presentation.cli.serving import serve
from app.presentation.cli.transfers import profiles
from app.presentation.cli.users import users
from app.presentation.cli.working import worker
from app.presentation.cli.workshop import workshop

jobwise = typer.Typer(
    cls=PlainErrors,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(installed("jobwise"))
        raise typer.Exit


@jobwise.callback()
def about(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """A career and a job posting in; a true resume that applicant tracking systems read back, out.

    Start with `jobwise demo`, or with `jobwise serve` and http://127.0.0.1:8000/docs.
    """
    workshop(context).settings()  # a mistyped variable is told, whatever the command


jobwise.command()(demo)
jobwise.command()(serve)
jobwise.command()(worker)
jobwise.command()(tailor)
jobwise.command("match")(match_profile)
jobwise.command("check-facts")(check_document)
jobwise.add_typer(parse, name="parse")
jobwise.add_typer(profiles, name="profile")
jobwise.add_typer(database, name="db")
jobwise.add_typer(users, name="user")
jobwise.command()(openapi)
jobwise.command("ats-rules")(ats_rules)
jobwise.command("eval")(evaluate)
