"""`jobwise worker`: background work in this process, and nothing else."""

import asyncio
import signal
from contextlib import AbstractAsyncContextManager
from typing import Any

import typer

from app.presentation.cli.workshop import workshop
from app.settings import Settings

SLOTS = 2


def worker(
    context: typer.Context,
    slots: int | None = typer.Option(None, min=1, max=64, help="How many runs at once."),
) -> None:
    """Do background work: as many of these as wanted, wherever the database can be reached.

    Give the API `JOBWISE_WORK_SLOTS=0` to leave all work to its workers.
    """
    tools = workshop(context)
    settings = with_slots(tools.settings(), slots)
    tools.logs(settings)
    asyncio.run(until_stopped(tools.services(settings)))


def with_slots(settings: Settings, slots: int | None = None) -> Settings:
    """A worker without a slot would do nothing."""
    return settings.model_copy(update={"work_slots": slots or settings.work_slots or SLOTS})


async def until_stopped(services: AbstractAsyncContextManager[Any]) -> None:
    """Works until SIGTERM or Ctrl+C, then hands back what it has begun."""
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopped.set)
    async with services:
        await stopped.wait()
