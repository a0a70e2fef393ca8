"""What there is still to do, and what of the past may go."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import and_, case, delete, func, literal_column, not_, or_, select, update

from app.domain.shared.ids import WorkId
from app.domain.shared.work import Backlog, WorkState
from app.infrastructure.persistence.clock import clock
from app.infrastructure.persistence.connection import WorkConnection
from app.infrastructure.persistence.work_tables import events, steps, work


async def read_backlog(connection: WorkConnection) -> Sequence[Backlog]:
    abandoned = and_(work.c.state == WorkState.RUNNING, work.c.lease_until <= clock())
    due = and_(work.c.state == WorkState.QUEUED, work.c.due_at <= clock())
    condition = case(
        (abandoned, "abandoned"), (work.c.state == WorkState.RUNNING, "running"), (due, "due"), else_="later"
    )
    since = case((abandoned, work.c.lease_until), (due, work.c.due_at))
    counted = (
        select(
            work.c.kind,
            condition.label("condition"),
            func.count().label("count"),
            func.coalesce(clock() - func.min(since), 0.0).label("oldest"),
        )
        .where(work.c.state.in_((WorkState.QUEUED, WorkState.RUNNING)))
        .group_by(work.c.kind, literal_column("condition"))
    )
    return [Backlog(**row._mapping) for row in await connection.execute(counted)]


async def forget(
    connection: WorkConnection, *, ended_before: datetime, lasting: Mapping[str, Sequence[str]], limit: int
) -> int:
    shown = and_(work.c.state == WorkState.DONE, work.c.user_id.is_not(None))
    old = (
        select(work.c.id, work.c.kind, shown.label("shown"))
        .where(work.c.finished_at < ended_before, or_(not_(shown), work.c.last_event > 0))
        .limit(limit)
    )
    rows = (await connection.execute(old)).all()
    for kind in sorted({row.kind for row in rows if row.shown}):
        kept = [row.id for row in rows if row.shown and row.kind == kind]
        await _forget_the_way_of(connection, kept, lasting.get(kind, ()))
    gone = [row.id for row in rows if not row.shown]
    await connection.execute(delete(work).where(work.c.id.in_(gone)))
    return len(rows)


async def _forget_the_way_of(
    connection: WorkConnection, ids: Sequence[WorkId], lasting: Sequence[str]
) -> None:
    for statement in (
        delete(steps).where(steps.c.work_id.in_(ids), steps.c.name.not_in(lasting)),
        delete(events).where(events.c.work_id.in_(ids)),
        update(work).where(work.c.id.in_(ids)).values(last_event=0),
    ):
        await connection.execute(statement)
