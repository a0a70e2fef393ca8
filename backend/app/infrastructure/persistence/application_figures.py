"""What a user's applications come to, counted where they are kept: in four statements, however many."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import pairwise
from typing import Any

from sqlalchemy import Select, case, func, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql.expression import ColumnElement

from app.domain.applications.figures import Counted
from app.domain.applications.status import STAGES, ApplicationStatus
from app.domain.shared.ids import UserId
from app.infrastructure.persistence.application_tables import applications, moves

_PLACE = {status: place for place, status in enumerate(STAGES)}


async def count(connection: AsyncConnection, owner: UserId, weeks: Sequence[datetime]) -> Counted:
    standing = await connection.execute(_standing(owner))
    furthest = await connection.execute(_furthest(owner))
    medians = await connection.execute(_medians(owner))
    weekly: Sequence[Any] = (await connection.execute(_weekly(owner, weeks))).one()
    spans = len(weeks) - 1
    return Counted(
        by_status_and_source={(status, source): n for status, source, n in standing},
        furthest={place: n for place, n in furthest},
        median_seconds=_by_status(medians),
        saved=weekly[:spans],
        applied=weekly[spans:],
    )


def _by_status(rows: Any) -> Mapping[ApplicationStatus, float]:
    return {status: seconds for status, seconds in rows}


def _standing(owner: UserId) -> Select[Any]:
    c = applications.c
    return select(c.status, c.source, func.count()).where(c.user_id == owner).group_by(c.status, c.source)


def _furthest(owner: UserId) -> Select[Any]:
    place = func.max(case(_PLACE, value=moves.c.after, else_=0)).label("place")
    each = _own_moves(owner, place).group_by(moves.c.application_id).subquery()
    return select(each.c.place, func.count()).group_by(each.c.place)


def _medians(owner: UserId) -> Select[Any]:
    """Of an odd number the one in the middle, of an even number what lies between the two."""
    left, stayed = moves.c.before, moves.c.stayed
    place = func.row_number().over(partition_by=left, order_by=stayed).label("place")
    of_all = func.count().over(partition_by=left).label("of_all")
    known = _own_moves(owner, left, stayed, place, of_all).where(left.is_not(None), stayed.is_not(None))
    each = known.subquery()
    middle = each.c.place * 2 >= each.c.of_all, each.c.place * 2 <= each.c.of_all + 2
    return select(each.c.before, func.avg(each.c.stayed)).where(*middle).group_by(each.c.before)


def _weekly(owner: UserId, weeks: Sequence[datetime]) -> Select[Any]:
    c = applications.c
    spans = list(pairwise(weeks))
    sums: list[ColumnElement[Any]] = [
        _within(column, *span) for column in (c.created_at, c.applied_at) for span in spans
    ]
    return select(*sums).where(c.user_id == owner)


def _within(column: ColumnElement[datetime], begin: datetime, end: datetime) -> ColumnElement[int]:
    inside = (column >= begin) & (column < end)
    return func.coalesce(func.sum(case((inside, 1), else_=0)), 0)


def _own_moves(owner: UserId, *wanted: ColumnElement[Any]) -> Select[Any]:
    joined = moves.join(applications, applications.c.id == moves.c.application_id)
    return select(*wanted).select_from(joined).where(applications.c.user_id == owner)
