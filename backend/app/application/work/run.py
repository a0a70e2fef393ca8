import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from app.application.unit_of_work import Opens
from app.application.work.failpoints import Failpoint
from app.application.work.meter import UNMETERED, IMeter
from app.application.work.ports import IBackgroundWork, IDoorbell, Signal
from app.domain.shared.time import Now
from app.domain.shared.work import News, Output, Patience, Step, Work, WorkState

T = TypeVar("T")
U = TypeVar("U", bound=IBackgroundWork)

Think = Callable[[], Awaitable[Output[T]]]
"""Does a step. No transaction is open meanwhile."""
Apply = Callable[[U, Output[T]], Awaitable[Sequence[News]]]
"""The step's effects on its area, in the transaction that records it; and what is to be told."""


@dataclass(slots=True, kw_only=True)
class Run(Generic[U]):
    """One claim on a work, as its kind sees it: step by step, none twice."""

    work: Work
    opens: Opens[U]
    bell: IDoorbell
    patience: Patience
    failpoint: Failpoint
    now: Now
    meter: IMeter = UNMETERED
    has_ended: bool = False

    async def step(self, step: Step[T], think: Think[T], apply: Apply[U, T], *, ends: bool = False) -> T:
        """The recorded result, or else a new one. Raises LeaseLost, and then nothing was written."""
        if self.work.epoch > 1 and (done := await self._recall(step)):
            return done.value
        self.failpoint(f"{step.name}.before")
        began = time.monotonic()
        output = await think()
        self.failpoint(f"{step.name}.after_think")
        await self._keep(step, output, apply, ends)
        self.failpoint(f"{step.name}.after_commit")
        seconds = time.monotonic() - began
        self.meter.stepped(self.work.kind, step.name, seconds=seconds, usage=output.usage)
        self.has_ended = ends
        self.bell.ring(Signal.NEWS, self.work.id)
        self.failpoint(f"{step.name}.after_ring")
        return output.value

    async def _recall(self, step: Step[T]) -> Output[T] | None:
        async with self.opens(readonly=True) as unit:
            return await unit.queue.recall(self.work.id, step)

    async def _keep(self, step: Step[T], output: Output[T], apply: Apply[U, T], ends: bool) -> None:
        async with self.opens() as unit:
            await unit.queue.hold(self.work, lease=self.patience.lease)
            self.failpoint(f"{step.name}.after_fence")
            await unit.queue.record(self.work, step, output, now=self.now())
            self.failpoint(f"{step.name}.after_record")
            await unit.queue.tell(self.work.id, await apply(unit, output), now=self.now())
            if ends:
                await unit.queue.finish(self.work, WorkState.DONE, error=None, now=self.now())
            self.failpoint(f"{step.name}.in_transaction")
            await unit.commit()
