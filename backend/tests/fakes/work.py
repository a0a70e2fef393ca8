import asyncio
from collections import Counter
from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Self, TypeVar

from app.application.unit_of_work import Opens
from app.application.work.kind import IWorkKind
from app.application.work.ports import IBackgroundWork, IDoorbell, IWorkQueue, Listener, Signal
from app.application.work.run import Run
from app.domain.shared.ids import WorkId
from app.domain.shared.work import END, Backlog, Event, LeaseLost, News, Order, Output, Step, Work, WorkState
from tests.builders.work import ADDING, CHECKING, Sum
from tests.fakes.memory import MemoryUnitOfWork

T = TypeVar("T")


@dataclass
class Row:
    """One work with all that hangs on it. Its clock never moves: what is due, is due at once."""

    work: Work
    order: Order
    created_at: datetime
    due_in: float = 0
    lease: float = 0
    claimed_by: str | None = None
    finished_at: datetime | None = None
    steps: dict[str, Output[Any]] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)

    def __deepcopy__(self, _: object) -> Self:
        """What was recorded and told is never changed: it need not be copied with every snapshot."""
        return replace(self, steps=dict(self.steps), events=list(self.events))

    @property
    def is_alive(self) -> bool:
        return self.work.state is WorkState.RUNNING and self.lease > 0

    @property
    def is_claimable(self) -> bool:
        return self.condition in {"due", "abandoned"}

    @property
    def is_shown(self) -> bool:
        return self.work.state is WorkState.DONE and self.work.user_id is not None

    @property
    def condition(self) -> str:
        if self.work.state is WorkState.RUNNING:
            return "running" if self.lease > 0 else "abandoned"
        if self.work.state is WorkState.QUEUED:
            return "due" if self.due_in <= 0 else "later"
        return "ended"


class MemoryWorkQueue(IWorkQueue):
    def __init__(self, unit: MemoryUnitOfWork) -> None:
        self._rows: dict[WorkId, Row] = unit.rest.setdefault("work", {})

    async def add(self, order: Order, *, now: datetime) -> bool:
        if any(row.order.dedupe_key == order.dedupe_key for row in self._rows.values()):
            return False
        work = Work(
            id=order.id,
            kind=order.kind,
            subject_id=order.subject_id,
            user_id=order.user_id,
            priority=order.priority,
            state=WorkState.QUEUED,
            epoch=0,
            failures=0,
            takeovers=0,
            last_event=0,
            error=None,
        )
        wait = (order.not_before - now).total_seconds() if order.not_before else 0.0
        self._rows[order.id] = Row(work, order, now, due_in=wait)
        return True

    async def find(self, work_id: WorkId) -> Work | None:
        row = self._rows.get(work_id)
        return row.work if row else None

    async def due(self, *, kinds: Sequence[str], limit: int) -> Sequence[Work]:
        wanted = [row for row in self._rows.values() if row.work.kind in kinds and row.is_claimable]
        wanted.sort(key=lambda row: row.due_in - row.order.priority)
        return [row.work for row in wanted if self._beside(row) < row.order.at_once][:limit]

    async def claim(self, work: Work, *, by: str, lease: float) -> Work | None:
        row = self._rows.get(work.id)
        if row is None or not row.is_claimable or self._beside(row) >= row.order.at_once:
            return None
        taken_over = row.work.state is WorkState.RUNNING
        row.work = replace(
            row.work,
            state=WorkState.RUNNING,
            epoch=row.work.epoch + 1,
            takeovers=row.work.takeovers + taken_over,
        )
        row.lease, row.claimed_by = lease, by
        return row.work

    async def hold(self, work: Work, *, lease: float) -> None:
        self._mine(work).lease = lease

    async def record(self, work: Work, step: Step[T], output: Output[T], *, now: datetime) -> None:
        self._rows[work.id].steps[step.name] = deepcopy(output)

    async def recall(self, work_id: WorkId, step: Step[T]) -> Output[T] | None:
        return deepcopy(self._rows[work_id].steps.get(step.name))

    async def tell(self, work_id: WorkId, news: Sequence[News], *, now: datetime) -> None:
        row = self._rows[work_id]
        for told in news:
            row.events.append(Event(len(row.events) + 1, told.kind, dict(told.data), now))
        row.work = replace(row.work, last_event=len(row.events))

    async def events(self, after: Mapping[WorkId, int]) -> Mapping[WorkId, Sequence[Event]]:
        return {w: self._rows[w].events[n:] for w, n in after.items() if w in self._rows}

    async def finish(self, work: Work, state: WorkState, *, error: str | None, now: datetime) -> None:
        row = self._mine(work)
        row.work, row.finished_at = replace(row.work, state=state, error=error), now

    async def postpone(self, work: Work, *, seconds: float, error: str) -> None:
        row = self._mine(work)
        row.work = replace(row.work, state=WorkState.QUEUED, failures=row.work.failures + 1, error=error)
        row.due_in = seconds

    async def release(self, work: Work) -> None:
        try:
            row = self._mine(work)
        except LeaseLost:
            return
        row.work, row.due_in = replace(row.work, state=WorkState.QUEUED), 0

    async def expire(self, *, claimed_by: str) -> int:
        held = [
            row
            for row in self._rows.values()
            if row.claimed_by == claimed_by and row.work.state is WorkState.RUNNING
        ]
        for row in held:
            row.lease = 0
        return len(held)

    async def cancel(self, work_id: WorkId, *, now: datetime) -> bool:
        row = self._rows.get(work_id)
        if row is None or row.work.state.has_ended:
            return False
        row.work = replace(row.work, state=WorkState.CANCELLED, epoch=row.work.epoch + 1)
        row.finished_at = now
        return True

    async def remove(self, work_id: WorkId) -> None:
        self._rows.pop(work_id, None)

    async def forget(
        self, *, ended_before: datetime, lasting: Mapping[str, Sequence[str]], limit: int
    ) -> int:
        old = [row for row in self._rows.values() if row.finished_at and row.finished_at < ended_before]
        old = [row for row in old if row.work.last_event or not row.is_shown][:limit]
        for row in old:
            kept = lasting.get(row.work.kind, ())
            row.steps = {name: output for name, output in row.steps.items() if name in kept}
            row.events, row.work = [], replace(row.work, last_event=0)
            if not row.is_shown:
                del self._rows[row.work.id]
        return len(old)

    async def backlog(self) -> Sequence[Backlog]:
        rows = [row for row in self._rows.values() if not row.work.state.has_ended]
        counted = Counter((row.work.kind, row.condition) for row in rows)
        return [Backlog(kind=k, condition=c, count=n, oldest=0.0) for (k, c), n in counted.items()]

    def _beside(self, row: Row) -> int:
        if row.work.user_id is None:
            return 0
        others = (r for r in self._rows.values() if r is not row and r.work.user_id == row.work.user_id)
        return sum(other.is_alive for other in others)

    def _mine(self, work: Work) -> Row:
        row = self._rows.get(work.id)
        if row is None or row.work.epoch != work.epoch or row.work.state is not WorkState.RUNNING:
            raise LeaseLost("Somebody else does this work now, or it has ended.")
        return row


class MemoryBackgroundWork(MemoryUnitOfWork, IBackgroundWork):
    @property
    def queue(self) -> MemoryWorkQueue:
        return MemoryWorkQueue(self)


class RecordingBell(IDoorbell):
    """Remembers what was rung, and passes it on."""

    def __init__(self) -> None:
        self.rung: list[tuple[Signal, WorkId]] = []
        self._listeners: list[Listener] = []

    def listen(self, listener: Listener) -> None:
        self._listeners.append(listener)

    def ring(self, signal: Signal, work_id: WorkId) -> None:
        self.rung.append((signal, work_id))
        for listener in self._listeners:
            listener(signal, work_id)


@dataclass
class Adding(IWorkKind[IBackgroundWork]):
    """A kind of work in two steps: adds up, then checks. Counts what it is asked to do."""

    opens: Opens[IBackgroundWork]
    name: str = "adding"
    lasting: tuple[str, ...] = ("check",)
    thought: Counter[str] = field(default_factory=Counter)
    trouble: dict[str, Exception] = field(default_factory=dict)
    """What goes wrong, by step (or `begin`), as long as it is here."""
    pause: asyncio.Event | None = None
    """Where the check waits."""
    ends: bool = True

    async def begin(self, unit: IBackgroundWork, work: Work) -> Sequence[News]:
        self._stumble("begin")
        return [News("begun", {"epoch": work.epoch})]

    async def perform(self, run: Run[IBackgroundWork]) -> None:
        added = await run.step(ADDING, self._add, self._told)

        async def check() -> Output[Sum]:
            self.thought["check"] += 1
            self._stumble("check")
            if self.pause:
                await self.pause.wait()
            return Output(replace(added, note="checked"))

        await run.step(CHECKING, check, self._told_the_end, ends=self.ends)

    async def give_up(self, unit: IBackgroundWork, work: Work, reason: str) -> Sequence[News]:
        return [News(END, {"reason": reason})]

    async def _add(self) -> Output[Sum]:
        self.thought["add"] += 1
        self._stumble("add")
        return Output(Sum((1, 2), 3), {"tokens": 7})

    async def _told(self, unit: IBackgroundWork, output: Output[Sum]) -> Sequence[News]:
        return [News("step", {"total": output.value.total})]

    async def _told_the_end(self, unit: IBackgroundWork, output: Output[Sum]) -> Sequence[News]:
        return [News(END, {"total": output.value.total})]

    def _stumble(self, step: str) -> None:
        if step in self.trouble:
            raise self.trouble[step]
