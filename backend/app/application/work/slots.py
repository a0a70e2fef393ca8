import asyncio
import logging
from collections.abc import Sequence
from contextlib import suppress
from types import TracebackType
from typing import Self

from app.application.unit_of_work import Opens
from app.application.work.ports import IBackgroundWork, IDoorbell, Signal
from app.application.work.runner import Runner
from app.domain.shared.errors import Unavailable
from app.domain.shared.ids import WorkId
from app.domain.shared.work import Work

log = logging.getLogger("jobwise.work")


class Slots:
    """Places where work is done in this process. Filled when the bell rings, and by looking now and then."""

    def __init__(
        self,
        *,
        runner: Runner,
        opens: Opens[IBackgroundWork],
        bell: IDoorbell,
        size: int,
        sweep_seconds: float,
        alone: bool = False,
    ) -> None:
        """`alone` says that nobody else bears the runner's name: leases in it are of a process that died."""
        self._runner = runner
        self._opens = opens
        self._size = size
        self._sweep_seconds = sweep_seconds
        self._inherits = alone
        self._running: dict[WorkId, asyncio.Task[None]] = {}
        self._wake = asyncio.Event()
        self._sweeping: asyncio.Task[None] | None = None
        self._trouble: Unavailable | None = None
        bell.listen(self._hear)

    async def __aenter__(self) -> Self:
        if self._size:
            self._sweeping = asyncio.create_task(self._sweep(), name="sweeper")
        return self

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Leave off, and hand back what is not finished."""
        tasks = [task for task in (self._sweeping, *self._running.values()) if task]
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks)

    async def check(self) -> None:
        """Raises when nothing here would begin."""
        if self._trouble:
            raise self._trouble
        if self._sweeping and self._sweeping.done():
            raise Unavailable("The sweeper has stopped.")

    def _hear(self, signal: Signal, _: WorkId) -> None:
        if signal is Signal.WORK:
            self._wake.set()

    async def _sweep(self) -> None:
        while True:
            self._wake.clear()
            try:
                await self._inherit()
                for work in await self._due():
                    self._begin(work)
                self._trouble = None
            except Unavailable as error:
                log.warning("the queue cannot be read")
                self._trouble = error
            except Exception:
                log.exception("the sweep failed")
            with suppress(TimeoutError):  # not wait_for: before 3.12 it can swallow a cancellation
                async with asyncio.timeout(self._sweep_seconds):
                    await self._wake.wait()

    async def _inherit(self) -> None:
        """Go on at once with what this process did before it died."""
        if self._inherits:
            async with self._opens() as unit:
                await unit.queue.expire(claimed_by=self._runner.name)
                await unit.commit()
            self._inherits = False

    async def _due(self) -> Sequence[Work]:
        free = self._size - len(self._running)
        if free <= 0:
            return ()
        async with self._opens(readonly=True) as unit:
            due = await unit.queue.due(
                kinds=tuple(self._runner.kinds), per_user=self._runner.patience.per_user, limit=free
            )
        return [work for work in due if work.id not in self._running]

    def _begin(self, work: Work) -> None:
        self._running[work.id] = asyncio.create_task(self._run(work), name=f"slot {work.id}")

    async def _run(self, work: Work) -> None:
        had = False
        try:
            had = await self._runner.run(work)
        except Unavailable:
            log.warning("the database went away under work %s", work.id)
        except Exception:
            log.exception("work %s broke off", work.id)
        finally:
            del self._running[work.id]
            if had:  # else looking again at once would find the same
                self._wake.set()
