"""Tells when something holds the event loop up, and where: everybody else waits as long."""

import asyncio
import logging
import sys
import threading
import time
import traceback
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

log = logging.getLogger("jobwise.watchdog")

LONGEST = 1.0
"""Seconds."""
BEAT = 0.25
FRAMES = 8


class Watchdog:
    """The loop says now and then that it goes on; a thread beside it listens."""

    def __init__(self, *, longest: float = LONGEST, beat: float = BEAT) -> None:
        self._longest = longest
        self._beat = beat
        self._heard = time.monotonic()
        self._watched = threading.get_ident()
        self._over = threading.Event()

    async def beat(self) -> None:
        while True:
            self._heard = time.monotonic()
            await asyncio.sleep(self._beat)

    def watch(self) -> None:
        told = 0.0
        while not self._over.wait(self._beat):
            heard = self._heard
            silent = time.monotonic() - heard
            if silent >= self._longest and heard != told:
                told = heard
                log.warning("the event loop is held up for %.1f s already, at %s", silent, self._place())

    def end(self) -> None:
        self._over.set()

    def _place(self) -> str:
        """Files and lines alone: what is in them may be somebody's data."""
        frame = sys._current_frames().get(self._watched)
        stack = traceback.extract_stack(frame)[-FRAMES:] if frame else []
        return " < ".join(f"{line.filename}:{line.lineno} {line.name}" for line in reversed(stack))


@asynccontextmanager
async def watched(dog: Watchdog) -> AsyncIterator[None]:
    beating = asyncio.create_task(dog.beat())
    thread = threading.Thread(target=dog.watch, name="watchdog", daemon=True)
    thread.start()
    try:
        yield
    finally:
        dog.end()
        beating.cancel()
        with suppress(asyncio.CancelledError):
            await beating
