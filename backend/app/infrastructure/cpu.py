"""The bounded door to work that keeps a processor busy, so that the event loop never does it."""

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from types import TracebackType
from typing import Self, TypeVar

from app.domain.shared.patience import Ask, TooBusy, TookTooLong, asking

T = TypeVar("T")

LONGEST = 20.0
"""Seconds of a processor that one piece of work may take."""
_SLOWNESS = 4
"""So much longer may it take by the clock on the wall, where others want the processor too."""


class CpuDoor:
    """Lets so many in at a time; the others wait outside without holding a thread.

    No thread can be broken off from outside: work that may be long asks whether it may go on.
    """

    def __init__(self, *, workers: int = 2, name: str = "cpu", longest: float = LONGEST) -> None:
        self._longest = longest
        self._threads = ThreadPoolExecutor(max_workers=workers, thread_name_prefix=name)
        self._free = asyncio.Semaphore(workers)

    async def run(self, work: Callable[..., T], *args: object) -> T:
        """The caller may give up waiting; work that has begun is finished, and its place freed then.

        Raises TookTooLong, TooBusy.
        """
        await self._free.acquire()
        try:
            done = asyncio.wrap_future(self._threads.submit(self._work, work, *args))
        except BaseException:
            self._free.release()
            raise
        done.add_done_callback(self._leave)
        return await asyncio.shield(done)

    def _work(self, work: Callable[..., T], *args: object) -> T:
        with asking(_until(self._longest)):
            return work(*args)

    async def close(self) -> None:
        """Waits for what has begun; lets nobody in after."""
        await asyncio.to_thread(self._threads.shutdown)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    def _leave(self, done: "asyncio.Future[T]") -> None:
        self._free.release()
        if not done.cancelled():
            done.exception()  # Heard, even where the caller has given up.


def _until(longest: float) -> Ask:
    """Counted from now on, in the thread that asks: its own processor time, and the wall's."""
    used, began = time.thread_time(), time.monotonic()

    def ask() -> None:
        if time.thread_time() - used > longest:
            raise TookTooLong("This takes more work than we give to one document. Please make it shorter.")
        if time.monotonic() - began > longest * _SLOWNESS:
            raise TooBusy("Too much else is going on. Please try again.")

    return ask
