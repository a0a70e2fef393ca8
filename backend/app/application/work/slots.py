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
    """Places where work is done in this process. Filled when the bell rings, and by looking now and then.

    A ring is good for one place: other rings may be for others, who have room too. Whoever is woken takes
    what is most urgent, which need not be what was rung for.
    """

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
        self._missed: set[WorkId] = set()
        """What somebody else was quicker to take, since the last look at all there is."""
        self._rings = 0
        self._looking = 0
        """Places to fill at the next look, and at the present one."""
        self._wake, self._changed = asyncio.Event(), asyncio.Event()
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

    def take_one(self) -> bool:
        """Fill a place with what is most urgent. False when each is taken, or as good as that."""
        if self._has_room:
            self._ask_for_one()
            return True
        return False

    async def room(self) -> None:
        """Wait until `take_one` would take one."""
        while not self._has_room:
            self._changed.clear()
            await self._changed.wait()

    @property
    def _free(self) -> int:
        return self._size - len(self._running)

    @property
    def _has_room(self) -> bool:
        return self._free > self._rings + self._looking

    def _hear(self, signal: Signal, _: WorkId) -> None:
        """Also in the midst of a look, which may have come too early."""
        if signal is Signal.WORK:
            self._ask_for_one()

    def _ask_for_one(self) -> None:
        self._rings = min(self._rings + 1, self._size)
        self._wake.set()

    async def _sweep(self) -> None:
        """As much as was rung for, at once; now and then as much as there is room for."""
        loop = asyncio.get_running_loop()
        look_at_all = loop.time()
        while True:
            if loop.time() >= look_at_all:
                look_at_all, self._rings = loop.time() + self._sweep_seconds, self._size
                self._missed.clear()
                self._runner.meter.swept()
            await self._look()
            with suppress(TimeoutError):  # not wait_for: before 3.12 it can swallow a cancellation
                async with asyncio.timeout_at(look_at_all):
                    await self._wake.wait()

    async def _look(self) -> None:
        self._wake.clear()
        self._looking, self._rings = min(self._rings, self._free), 0
        try:
            await self._inherit()
            for work in await self._due(self._looking):
                self._begin(work)
            self._trouble = None
        except Unavailable as error:
            log.warning("the queue cannot be read")
            self._trouble = error
        except Exception:
            log.exception("the sweep failed")
        finally:
            self._looking = 0
            self._changed.set()

    async def _inherit(self) -> None:
        """Go on at once with what this process did before it died."""
        if self._inherits:
            async with self._opens() as unit:
                await unit.queue.expire(claimed_by=self._runner.name)
                await unit.commit()
            self._inherits = False

    async def _due(self, count: int) -> Sequence[Work]:
        if count <= 0:
            return ()
        passed_over = self._missed | self._running.keys()
        async with self._opens(readonly=True) as unit:
            due = await unit.queue.due(kinds=self._runner.can_do, limit=count + len(passed_over))
        return [work for work in due if work.id not in passed_over][:count]

    def _begin(self, work: Work) -> None:
        self._running[work.id] = asyncio.create_task(self._run(work), name=f"slot {work.id}")

    async def _run(self, work: Work) -> None:
        had = False
        try:
            had = await self._runner.run(work)
        except Unavailable:
            log.warning("the database went away under work %s", work.id)
            return
        except Exception:
            log.exception("work %s broke off", work.id)
        finally:
            del self._running[work.id]
            self._changed.set()
        if not had:
            self._missed.add(work.id)
        self._ask_for_one()
