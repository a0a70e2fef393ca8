"""`jobwise user`: accounts, from the host's side."""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from typing import Annotated, TypeVar

import typer

from app.application.identity.accounts import AccountService
from app.application.identity.opening import NewAccount
from app.domain.identity.model import Origin, Role, Tier, User
from app.presentation.cli.failing import Refused
from app.presentation.cli.workshop import workshop

R = TypeVar("R")
HOST = Origin(device="jobwise user")
"""What the log of security events says of this command."""

users = typer.Typer(no_args_is_help=True, help="Make and list accounts, and give them roles.")
Email = Annotated[str, typer.Argument(help="The account's e-mail address.")]


@users.command()
def create(
    context: typer.Context,
    email: Email,
    name: Annotated[str, typer.Option(help="The person's full name.")],
    role: Annotated[Role, typer.Option(help="What the account may do.")] = Role.USER,
) -> None:
    """Make an account. The password is asked for, or read from standard input."""
    if "@" not in email or not name.strip():
        raise Refused("An account needs an e-mail address and a name.")
    password = _password()
    user = _ask(
        context,
        lambda accounts: accounts.create(
            NewAccount(email=email, password=password, full_name=name, role=role), origin=HOST
        ),
    )
    typer.echo(f"{user.email} is {user.role} now.")


@users.command("list")
def list_users(
    context: typer.Context,
    limit: Annotated[int, typer.Option(min=1, max=10_000, help="At most so many.")] = 100,
) -> None:
    """List the accounts, oldest first."""
    for user in _ask(context, lambda accounts: accounts.oldest(limit=limit)):
        typer.echo(_line(user))


@users.command()
def set_role(
    context: typer.Context,
    email: Email,
    role: Annotated[Role, typer.Argument(help="What the account may do from now on.")],
) -> None:
    """Give an account a role."""
    user = _ask(context, lambda accounts: accounts.set_role(email=email, role=role, origin=HOST))
    typer.echo(f"{user.email} is {user.role} now.")


@users.command()
def set_password(context: typer.Context, email: Email) -> None:
    """Give an account another password: it is asked for, or read from standard input. Every session ends."""
    password = _password()
    user = _ask(context, lambda accounts: accounts.set_password(email=email, password=password, origin=HOST))
    typer.echo(f"{user.email} has another password now.")


@users.command()
def set_tier(
    context: typer.Context,
    email: Email,
    tier: Annotated[Tier, typer.Argument(help="What the account is given from now on.")],
) -> None:
    """Give an account a tier: how much it may generate a month, and spend on it."""
    user = _ask(context, lambda accounts: accounts.set_tier(email=email, tier=tier, origin=HOST))
    typer.echo(f"{user.email} is {user.subscription_tier} now.")


def _line(user: User) -> str:
    state = "" if user.is_active else "  closed"
    return f"{user.created_at:%Y-%m-%d}  {user.role:<5}  {user.email}  {user.full_name}{state}"


def _password() -> str:
    if sys.stdin.isatty():
        return str(typer.prompt("Password", hide_input=True, confirmation_prompt=True))
    return sys.stdin.readline().rstrip("\r\n")


def _ask(context: typer.Context, act: Callable[[AccountService], Awaitable[R]]) -> R:
    tools = workshop(context)
    settings = tools.settings(work_slots=0)
    tools.make_ready(settings)

    async def asking() -> R:
        async with tools.services(settings) as services:
            return await act(services.accounts)

    return asyncio.run(asking())
