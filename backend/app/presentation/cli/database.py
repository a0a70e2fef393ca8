"""`jobwise db`: the database's schema."""

from typing import Annotated

import typer

from app.presentation.cli.workshop import IMigrations, workshop

database = typer.Typer(no_args_is_help=True, help="Bring the database to this version of JobWise, or back.")
Revision = Annotated[str, typer.Argument(help="A revision as `jobwise db history` lists it, or `base`.")]


def _migrations(context: typer.Context) -> IMigrations:
    tools = workshop(context)
    return tools.migrations(tools.settings())


@database.command()
def upgrade(
    context: typer.Context,
    revision: Annotated[str, typer.Argument(help="A revision, or `head` for the newest.")] = "head",
) -> None:
    """Make or change the tables so that they fit. Doing it again does no harm."""
    migrations = _migrations(context)
    migrations.upgrade(revision)
    typer.echo(f"The database is at {migrations.current()}.")


@database.command()
def downgrade(context: typer.Context, revision: Revision) -> None:
    """Go back to an earlier revision. What the later ones held is lost."""
    migrations = _migrations(context)
    migrations.downgrade(revision)
    typer.echo(f"The database is at {migrations.current() or 'base'}.")


@database.command()
def current(context: typer.Context) -> None:
    """Say which revision the database is at."""
    typer.echo(_migrations(context).current() or "base")


@database.command()
def history(context: typer.Context) -> None:
    """List all revisions, oldest first; the one that the database is at is marked."""
    migrations = _migrations(context)
    now = migrations.current()
    for step in migrations.history():
        typer.echo(f"{'*' if step.revision == now else ' '} {step.revision}  {step.said}")


@database.command()
def revise(
    context: typer.Context, said: Annotated[str, typer.Argument(help="What changes, in a few words.")]
) -> None:
    """For developers: write the migration that brings the newest schema to that of the code."""
    typer.echo(_migrations(context).revise(said))
