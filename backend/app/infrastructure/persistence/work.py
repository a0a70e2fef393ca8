from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cached_property, lru_cache
from typing import Any, TypeVar

from pydantic import TypeAdapter
from sqlalchemy import Dialect, Subquery, Update, and_, case, delete, func, insert, or_, select, text, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql.expression import ColumnElement

from app.application.work.ports import IBackgroundWork, IWorkQueue
from app.domain.shared.ids import WorkId
from app.domain.shared.work import Backlog, Event, LeaseLost, News, Order, Output, Step, Work, WorkState
from app.infrastructure.persistence.clock import clock
from app.infrastructure.persistence.unit_of_work import SqlUnitOfWork
from app.infrastructure.persistence.work_remains import forget, read_backlog
from app.infrastructure.persistence.work_tables import events, steps, work

T = TypeVar("T")


_FIELDS = (
    *(work.c.id, work.c.kind, work.c.subject_id, work.c.user_id, work.c.priority),
    *(work.c.state, work.c.epoch),
    *(work.c.failures, work.c.takeovers, work.c.last_event, work.c.error),
)
_UNENDED = (WorkState.QUEUED, WorkState.RUNNING)


def _claimable() -> ColumnElement[bool]:
    return or_(
        and_(work.c.state == WorkState.QUEUED, work.c.due_at <= clock()),
        and_(work.c.state == WorkState.RUNNING, work.c.lease_until <= clock()),
    )


def _running_beside() -> ColumnElement[int]:
    """How much other work of the same user is alive."""
    other = work.alias("other")
    return (
        select(func.count())
        .select_from(other)
        .where(
            other.c.user_id == work.c.user_id,
            other.c.id != work.c.id,
            other.c.state == WorkState.RUNNING,
            other.c.lease_until > clock(),
        )
        .correlate(work)
        .scalar_subquery()
    )


def _busy() -> Subquery:
    """How much of each user's work is alive. For many rows at once: of those who have any there are few."""
    return (
        select(work.c.user_id, func.count().label("running"))
        .where(work.c.state == WorkState.RUNNING, work.c.lease_until > clock(), work.c.user_id.is_not(None))
        .group_by(work.c.user_id)
        .subquery("busy")
    )


@lru_cache(maxsize=200)
def _adapter(step: Step[T]) -> TypeAdapter[T]:
    return TypeAdapter(step.kind)


class SqlWorkQueue(IWorkQueue):
    def __init__(self, unit: SqlUnitOfWork) -> None:
        self._unit = unit

    async def add(self, order: Order, *, now: datetime) -> bool:
        dialect = postgresql if self._dialect.name == "postgresql" else sqlite
        row = {
            "id": order.id,
            "kind": order.kind,
            "subject_id": order.subject_id,
            "user_id": order.user_id,
            "dedupe_key": order.dedupe_key,
            "priority": int(order.priority),
            "at_once": order.at_once,
            "state": WorkState.QUEUED,
            "epoch": 0,
            "failures": 0,
            "takeovers": 0,
            "due_at": order.not_before.timestamp() if order.not_before else clock(),
            "last_event": 0,
            "created_at": now,
        }
        added = dialect.insert(work).values(row).on_conflict_do_nothing(index_elements=["dedupe_key"])
        return (await self._unit.connection.execute(added)).rowcount == 1

    async def find(self, work_id: WorkId) -> Work | None:
        return await self._one(select(*_FIELDS).where(work.c.id == work_id))

    async def due(self, *, kinds: Sequence[str], limit: int) -> Sequence[Work]:
        busy = _busy()
        has_room = func.coalesce(busy.c.running, 0) < work.c.at_once
        claimable = (
            select(*_FIELDS)
            .outerjoin_from(work, busy, busy.c.user_id == work.c.user_id)
            .where(_claimable(), work.c.kind.in_(kinds), has_room)
            .order_by(work.c.due_at - work.c.priority, work.c.id)
            .limit(limit)
        )
        return [_work(row) for row in await self._unit.connection.execute(claimable)]

    async def claim(self, due: Work, *, by: str, lease: float) -> Work | None:
        if due.user_id and self._dialect.name == "postgresql":  # else two at once could both find room
            key = {"user": str(due.user_id)}
            await self._unit.connection.execute(
                text("SELECT pg_advisory_xact_lock(hashtext(CAST(:user AS text)))"), key
            )
        taken_over = case((work.c.state == WorkState.RUNNING, 1), else_=0)
        claimed = (
            update(work)
            .where(work.c.id == due.id, _claimable(), _running_beside() < work.c.at_once)
            .values(
                state=WorkState.RUNNING,
                epoch=work.c.epoch + 1,
                takeovers=work.c.takeovers + taken_over,
                claimed_by=by,
                lease_until=clock() + lease,
            )
            .returning(*_FIELDS)
        )
        return await self._one(claimed)

    async def hold(self, mine: Work, *, lease: float) -> None:
        await self._change(mine, lease_until=clock() + lease)

    async def record(self, mine: Work, step: Step[T], output: Output[T], *, now: datetime) -> None:
        value = _adapter(step).dump_python(output.value, mode="json")
        row = {
            "work_id": mine.id,
            "name": step.name,
            "output": value,
            "usage": dict(output.usage),
            "epoch": mine.epoch,
            "finished_at": now,
        }
        await self._unit.connection.execute(insert(steps), row)

    async def recall(self, work_id: WorkId, step: Step[T]) -> Output[T] | None:
        recorded = select(steps.c.output, steps.c.usage).where(
            steps.c.work_id == work_id, steps.c.name == step.name
        )
        row = (await self._unit.connection.execute(recorded)).one_or_none()
        return None if row is None else Output(_adapter(step).validate_python(row.output), row.usage)

    async def tell(self, work_id: WorkId, news: Sequence[News], *, now: datetime) -> None:
        """The number is counted in the work's own row: a sequence of the database could show gaps."""
        if not news:
            return
        counted = (
            update(work)
            .where(work.c.id == work_id)
            .values(last_event=work.c.last_event + len(news))
            .returning(work.c.last_event)
        )
        last = (await self._unit.connection.execute(counted)).scalar_one()
        rows = [
            {"work_id": work_id, "seq": seq, "kind": told.kind, "data": dict(told.data), "created_at": now}
            for seq, told in enumerate(news, start=last - len(news) + 1)
        ]
        await self._unit.connection.execute(insert(events), rows)

    async def events(self, after: Mapping[WorkId, int]) -> Mapping[WorkId, Sequence[Event]]:
        known = await self._unit.connection.execute(
            select(work.c.id, work.c.last_event).where(work.c.id.in_(after.keys()))
        )
        told: dict[WorkId, list[Event]] = {}
        behind: list[WorkId] = []
        for work_id, last in known:
            told[work_id] = []
            if last > after[work_id]:
                behind.append(work_id)
        if behind:
            for work_id, event in await self._events_of(behind, min(after[w] for w in behind)):
                if event.seq > after[work_id]:
                    told[work_id].append(event)
        return told

    async def _events_of(self, behind: Sequence[WorkId], after: int) -> Sequence[tuple[WorkId, Event]]:
        new = (
            select(events)
            .where(events.c.work_id.in_(behind), events.c.seq > after)
            .order_by(events.c.work_id, events.c.seq)
        )
        rows = await self._unit.connection.execute(new)
        return [(row.work_id, Event(row.seq, row.kind, row.data, row.created_at)) for row in rows]

    async def finish(self, mine: Work, state: WorkState, *, error: str | None, now: datetime) -> None:
        await self._change(
            mine,
            state=state,
            error=error and error[:1000],
            finished_at=now,
            lease_until=None,
            claimed_by=None,
        )

    async def postpone(self, mine: Work, *, seconds: float, error: str) -> None:
        await self._change(
            mine,
            state=WorkState.QUEUED,
            failures=work.c.failures + 1,
            error=error[:1000],
            due_at=clock() + seconds,
            lease_until=None,
            claimed_by=None,
        )

    async def release(self, mine: Work) -> None:
        await self._unit.connection.execute(
            _mine(mine).values(state=WorkState.QUEUED, due_at=clock(), lease_until=None, claimed_by=None)
        )

    async def expire(self, *, claimed_by: str) -> int:
        held = work.c.state == WorkState.RUNNING, work.c.claimed_by == claimed_by
        return (
            await self._unit.connection.execute(update(work).where(*held).values(lease_until=0.0))
        ).rowcount

    async def cancel(self, work_id: WorkId, *, now: datetime) -> bool:
        """The new epoch shuts out whoever is at it."""
        ended = (
            update(work)
            .where(work.c.id == work_id, work.c.state.in_(_UNENDED))
            .values(
                state=WorkState.CANCELLED,
                epoch=work.c.epoch + 1,
                finished_at=now,
                lease_until=None,
                claimed_by=None,
            )
        )
        return (await self._unit.connection.execute(ended)).rowcount == 1

    async def remove(self, work_id: WorkId) -> None:
        await self._unit.connection.execute(delete(work).where(work.c.id == work_id))

    async def forget(
        self, *, ended_before: datetime, lasting: Mapping[str, Sequence[str]], limit: int
    ) -> int:
        return await forget(self._unit.connection, ended_before=ended_before, lasting=lasting, limit=limit)

    async def backlog(self) -> Sequence[Backlog]:
        return await read_backlog(self._unit.connection)

    @property
    def _dialect(self) -> Dialect:
        return self._unit.connection.dialect

    async def _one(self, statement: Any) -> Work | None:
        row = (await self._unit.connection.execute(statement)).one_or_none()
        return None if row is None else _work(row)

    async def _change(self, mine: Work, **values: Any) -> None:
        """The fence: only who holds the newest claim may write."""
        if (await self._unit.connection.execute(_mine(mine).values(values))).rowcount != 1:
            raise LeaseLost("Somebody else does this work now, or it has ended.")


def _mine(claimed: Work) -> Update:
    return update(work).where(
        work.c.id == claimed.id, work.c.epoch == claimed.epoch, work.c.state == WorkState.RUNNING
    )


def _work(row: Any) -> Work:
    return Work(**row._mapping)


class SqlBackgroundWork(SqlUnitOfWork, IBackgroundWork):
    @cached_property
    def queue(self) -> SqlWorkQueue:
        return SqlWorkQueue(self)
