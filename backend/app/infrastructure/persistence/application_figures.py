"""What a user's applications come to, counted where they are kept: in four statements, however many."""

from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache
from itertools import pairwise
from typing import Any

from sqlalchemy import Select, bindparam, case, func, select
from sqlalchemy.sql.expression import ColumnElement

from app.domain.applications.figures import Counted
from app.domain.applications.status import STAGES
from app.domain.shared.ids import UserId
from app.infrastructure.persistence.application_tables import applications, moves
from app.infrastructure.persistence.columns import Moment
from app.infrastructure.persistence.connection import WorkConnection

_MINE = applications.c.user_id == bindparam("owner")
_PLACE = {status: place for place, status in enumerate(STAGES)}


async def count(connection: WorkConnection, owner: UserId, weeks: Sequence[datetime]) -> Counted:
    whose = {"owner": owner}
    standing = await connection.execute(_STANDING, whose)
    furthest = await connection.execute(_FURTHEST, whose)
    medians = await connection.execute(_MEDIANS, whose)
    begins = {f"week_{n}": week for n, week in enumerate(weeks)}
    weekly: Sequence[Any] = (await connection.execute(_weekly(len(weeks)), whose | begins)).one()
    spans = len(weeks) - 1
    return Counted(
        by_status_and_source={(status, source): n for status, source, n in standing},
        furthest={place: n for place, n in furthest},
        median_seconds={status: seconds for status, seconds in medians},
        saved=weekly[:spans],
        applied=weekly[spans:],
    )


def _standing() -> Select[Any]:
    c = applications.c
    return select(c.status, c.source, func.count()).where(_MINE).group_by(c.status, c.source)


def _furthest() -> Select[Any]:
    place = func.max(case(_PLACE, value=moves.c.after, else_=0)).label("place")
    each = _own_moves(place).group_by(moves.c.application_id).subquery()
    return select(each.c.place, func.count()).group_by(each.c.place)


def _medians() -> Select[Any]:
    """Of an odd number the one in the middle, of an even number what lies between the two."""
    left, stayed = moves.c.before, moves.c.stayed
    place = func.row_number().over(partition_by=left, order_by=stayed).label("place")
    of_all = func.count().over(partition_by=left).label("of_all")
    known = _own_moves(left, stayed, place, of_all).where(left.is_not(None), stayed.is_not(None))
    each = known.subquery()
    middle = each.c.place * 2 >= each.c.of_all, each.c.place * 2 <= each.c.of_all + 2
    return select(each.c.before, func.avg(each.c.stayed)).where(*middle).group_by(each.c.before)


@lru_cache
def _weekly(bounds: int) -> Select[Any]:
    c = applications.c
    weeks = [bindparam(f"week_{n}", type_=Moment) for n in range(bounds)]
    spans = list(pairwise(weeks))
    sums: list[ColumnElement[Any]] = [
        _within(column, *span) for column in (c.created_at, c.applied_at) for span in spans
    ]
    return select(*sums).where(_MINE)


def _within(column: ColumnElement[datetime], begin: Any, end: Any) -> ColumnElement[int]:
    inside = (column >= begin) & (column < end)
    return func.coalesce(func.sum(case((inside, 1), else_=0)), 0)


def _own_moves(*wanted: ColumnElement[Any]) -> Select[Any]:
    joined = moves.join(applications, applications.c.id == moves.c.application_id)
    return select(*wanted).select_from(joined).where(_MINE)


_STANDING, _FURTHEST, _MEDIANS = _standing(), _furthest(), _medians()
"""Built once: whose they are is bound."""
