import asyncio
import logging
from collections.abc import Sequence
from datetime import datetime
from types import TracebackType
from typing import Self

from app.application.unit_of_work import Opens
from app.application.work.ports import IBackgroundWork, IDoorbell, Signal
from app.domain.shared.errors import Unavailable
from app.domain.shared.schedule import Schedule
from app.domain.shared.time import Now

log = logging.getLogger("jobwise.work")

AFTER_THE_START = 20.0
"""Seconds: whoever has just begun has other things to do."""
LONGEST_NAP = 60.0
"""Seconds: then a clock that was set right is noticed."""


class Scheduler:
    """Orders what is due by the calendar. Any number of processes may do so: of a period's orders one counts.

    A period in which no process was there is made up for as long as it lasts.
    """

    def __init__(
        self,
        *,
        schedules: Sequence[Schedule],
        opens: Opens[IBackgroundWork],
        bell: IDoorbell,
        now: Now,
        rest: float = AFTER_THE_START,
    ) -> None:
        self._schedules = schedules
        self._opens = opens
        self._bell = bell
        self._now = now
        self._rest = rest
        self._ordered: dict[str, datetime] = {}
        self._keeping: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        if self._schedules:
            self._keeping = asyncio.create_task(self._keep(), name="scheduler")
        return self

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._keeping:
            self._keeping.cancel()
            await asyncio.wait({self._keeping})

    async def order(self) -> None:
        """What the present periods ask for, and was not ordered yet."""
        for schedule in self._schedules:
            now = self._now()
            if self._ordered.get(schedule.kind) == schedule.period(now):
                continue
            order = schedule.order(now)
            async with self._opens() as unit:
                is_ours = await unit.queue.add(order, now=now)
                await unit.commit()
            self._ordered[schedule.kind] = schedule.period(now)
            if is_ours:
                self._bell.ring(Signal.WORK, order.id)

    async def _keep(self) -> None:
        await asyncio.sleep(self._rest)
        while True:
            try:
                await self.order()
            except Unavailable:
                log.warning("what is scheduled cannot be ordered")
            except Exception:
                log.exception("the scheduler failed")
            await asyncio.sleep(self._nap())

    def _nap(self) -> float:
        now = self._now()
        until_next = min((schedule.next(now) - now).total_seconds() for schedule in self._schedules)
        return min(LONGEST_NAP, max(until_next, 0.01))
