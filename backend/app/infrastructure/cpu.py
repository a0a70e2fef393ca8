"""The bounded door to work that keeps a processor busy, so that the event loop never does it."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from types import TracebackType
from typing import Self, TypeVar

T = TypeVar("T")


class CpuDoor:
    """Lets so many in at a time; the others wait outside without holding a thread."""

    def __init__(self, *, workers: int = 2, name: str = "cpu") -> None:
        self._threads = ThreadPoolExecutor(max_workers=workers, thread_name_prefix=name)
        self._free = asyncio.Semaphore(workers)

    async def run(self, work: Callable[..., T], *args: object) -> T:
        """The caller may give up waiting; work that has begun is finished, and its place freed then."""
        await self._free.acquire()
        try:
            done = asyncio.wrap_future(self._threads.submit(work, *args))
        except BaseException:
            self._free.release()
            raise
        done.add_done_callback(self._leave)
        return await asyncio.shield(done)

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
