import asyncio
import logging
import random
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from app.application.work.failpoints import Failpoint, pass_by
from app.application.work.kind import AnyWorkKind
from app.application.work.meter import UNMETERED, IMeter
from app.application.work.ports import IDoorbell, Signal
from app.application.work.run import Run
from app.domain.shared.errors import DomainError, Stale, Unavailable
from app.domain.shared.ids import WorkId
from app.domain.shared.time import Now
from app.domain.shared.work import LeaseLost, Patience, Work, WorkState

log = logging.getLogger("jobwise.work")

OUR_SIDE = "Something went wrong on our side."
POISONED = "This was tried several times, and each time the process that did it went down."


@dataclass(kw_only=True, eq=False)
class Runner:
    """Does one work at a time from claim to end: fenced, with a beating heart, and tried again."""

    kinds: Sequence[AnyWorkKind]
    bell: IDoorbell
    patience: Patience
    name: str
    """In which it claims."""
    now: Now
    failpoint: Failpoint = pass_by
    meter: IMeter = UNMETERED
    _pulses: dict[WorkId, asyncio.Event] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        self._kinds = {kind.name: kind for kind in self.kinds}
        self.bell.listen(self._hear)

    @property
    def can_do(self) -> tuple[str, ...]:
        return tuple(self._kinds)

    async def run(self, due: Work) -> bool:
        """Whether it could be had. Cancelled, it hands the work back."""
        kind = self._kinds[due.kind]
        work = await self._claim(kind, due)
        if work is None:
            return False
        self.meter.claimed(kind.name, taken_over=work.takeovers > due.takeovers)
        outcome, began = "broken_off", time.monotonic()
        try:
            outcome = await self._see_to(kind, work)
        except asyncio.CancelledError:
            outcome = "handed_back"
            raise
        finally:
            self.meter.left(kind.name, outcome, seconds=time.monotonic() - began)
        return True

    async def _see_to(self, kind: AnyWorkKind, work: Work) -> str:
        """What became of it."""
        self.bell.ring(Signal.NEWS, work.id)
        if work.takeovers > self.patience.takeovers:
            return await self._give_up(kind, work, POISONED)
        return await self._perform(kind, work)

    async def _claim(self, kind: AnyWorkKind, due: Work) -> Work | None:
        try:
            return await self._take(kind, due)
        except Unavailable:
            raise
        except Exception as error:  # what cannot even begin is a failure like any other, and is counted
            if work := await self._take(kind, due, begin=False):
                self.meter.left(kind.name, await self._fail(kind, work, error), seconds=0)
            return None

    async def _take(self, kind: AnyWorkKind, due: Work, *, begin: bool = True) -> Work | None:
        self.failpoint("claim.before")
        async with kind.opens() as unit:
            work: Work | None = await unit.queue.claim(due, by=self.name, lease=self.patience.lease)
            if work is None:
                return None
            news = await kind.begin(unit, work) if begin else ()
            await unit.queue.tell(work.id, news, now=self.now())
            self.failpoint("claim.in_transaction")
            await unit.commit()
        self.failpoint("claim.after_commit")
        return work

    async def _perform(self, kind: AnyWorkKind, work: Work) -> str:
        task = asyncio.create_task(self._finish(kind, work), name=f"work {work.id}")
        beating = asyncio.create_task(self._beat(kind, work, task))
        try:
            await asyncio.wait({task})
        except asyncio.CancelledError:
            await _stop(task)
            await self._release(kind, work)
            raise
        finally:
            await _stop(beating)
        try:
            task.result()
        except (LeaseLost, asyncio.CancelledError):
            log.info("work %s of epoch %s is no longer ours", work.id, work.epoch)
            return "lost"
        except Exception as error:
            return await self._fail(kind, work, error)
        return "done"

    async def _finish(self, kind: AnyWorkKind, work: Work) -> None:
        run = Run(
            work=work,
            opens=kind.opens,
            bell=self.bell,
            patience=self.patience,
            failpoint=self.failpoint,
            now=self.now,
            meter=self.meter,
        )
        log.info("%s %s begins (epoch %s)", kind.name, work.subject_id, work.epoch)
        began = time.monotonic()
        await kind.perform(run)
        if not run.has_ended:
            raise RuntimeError(f"{kind.name} left off without ending its work")
        log.info("%s %s ended after %.2f s", kind.name, work.subject_id, time.monotonic() - began)

    async def _beat(self, kind: AnyWorkKind, work: Work, task: asyncio.Task[None]) -> None:
        """Keep the lease alive; when it is lost, interrupt whoever works on it."""
        pulse = self._pulses[work.id] = asyncio.Event()
        try:
            while not task.done():
                with suppress(TimeoutError):
                    async with asyncio.timeout(self.patience.lease / 3):
                        await pulse.wait()
                pulse.clear()
                try:
                    async with kind.opens() as unit:
                        await unit.queue.hold(work, lease=self.patience.lease)
                        await unit.commit()
                except LeaseLost:
                    task.cancel()
                    return
                except Unavailable:
                    log.warning("no heartbeat for work %s", work.id)
        finally:
            del self._pulses[work.id]

    def _hear(self, signal: Signal, work_id: WorkId) -> None:
        if signal is Signal.STOP and (pulse := self._pulses.get(work_id)):
            pulse.set()

    async def _fail(self, kind: AnyWorkKind, work: Work, error: Exception) -> str:
        """Try again later, or never: what the domain refuses today it refuses tomorrow."""
        final = isinstance(error, DomainError) and not isinstance(error, Unavailable | Stale)
        reason = str(error) if isinstance(error, DomainError) else OUR_SIDE
        if not final:
            log.warning("work %s failed", work.id, exc_info=error)
        patience = kind.patience or self.patience
        if final or work.failures + 1 >= patience.failures:
            return await self._give_up(kind, work, reason)
        delay = patience.delay(work.failures + 1, random.random())
        async with kind.opens() as unit:
            with suppress(LeaseLost):
                await unit.queue.hold(work, lease=self.patience.lease)
                await unit.queue.postpone(work, seconds=delay, error=reason)
                await unit.commit()
                return "retried"
        return "lost"

    async def _give_up(self, kind: AnyWorkKind, work: Work, reason: str) -> str:
        outcome = "lost"
        async with kind.opens() as unit:
            with suppress(LeaseLost):
                await unit.queue.hold(work, lease=self.patience.lease)
                news = await kind.give_up(unit, work, reason)
                await unit.queue.tell(work.id, news, now=self.now())
                await unit.queue.finish(work, WorkState.FAILED, error=reason, now=self.now())
                await unit.commit()
                outcome = "failed"
        self.bell.ring(Signal.NEWS, work.id)
        return outcome

    async def _release(self, kind: AnyWorkKind, work: Work) -> None:
        with suppress(Unavailable):  # then the lease runs out by itself
            async with kind.opens() as unit:
                await unit.queue.release(work)
                await unit.commit()
            self.bell.ring(Signal.WORK, work.id)


async def _stop(task: "asyncio.Task[None]") -> None:
    task.cancel()
    await asyncio.wait({task})
