"""`jobwise worker`: background work in this process, and nothing else."""

import asyncio
import logging
import signal
from contextlib import AbstractAsyncContextManager
from typing import Any

import typer
from prometheus_client import start_http_server

from app.presentation.cli.workshop import workshop
from app.settings import Settings

log = logging.getLogger("jobwise.work")

SLOTS = 2
"""For a worker of whom nobody said how many."""


def worker(
    context: typer.Context,
    slots: int | None = typer.Option(None, min=1, max=64, help="How many runs at once."),
) -> None:
    """Do background work: as many of these as wanted, wherever the database can be reached.

    With `JOBWISE_REDIS_URL` the API leaves all work to them, and they hear of it at once. Without, they look
    every `JOBWISE_WORK_SWEEP_SECONDS`.
    """
    tools = workshop(context)
    settings = with_slots(tools.settings(), slots)
    tools.logs(settings)
    work(settings, tools.services(settings))


def with_slots(settings: Settings, slots: int | None = None) -> Settings:
    """A worker without a slot would do nothing."""
    return settings.model_copy(update={"work_slots": slots or settings.work_slots or SLOTS})


def work(settings: Settings, services: AbstractAsyncContextManager[Any]) -> None:
    if settings.worker_metrics_port:
        start_http_server(settings.worker_metrics_port, settings.host)
    asyncio.run(until_stopped(services))


async def until_stopped(services: AbstractAsyncContextManager[Any]) -> None:
    """Works until SIGTERM or Ctrl+C, then hands back what it has begun."""
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopped.set)
    async with services:
        log.info("the worker waits for work")
        await stopped.wait()
        log.info("the worker was asked to stop, and hands back what it has begun")
    log.info("the worker has stopped")
