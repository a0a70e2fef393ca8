"""All that is somebody's, taken out some rows at a time."""

from collections.abc import Sequence
from functools import cache

from sqlalchemy import Delete, Table, Update, bindparam, delete, select, tuple_, update

from app.application.housekeeping.erasing import KIND
from app.application.housekeeping.work import IRemovals
from app.domain.shared.ids import UserId
from app.infrastructure.persistence.belongings import OWNER, owned
from app.infrastructure.persistence.schema import metadata
from app.infrastructure.persistence.unit_of_work import SqlUnitOfWork

MOST = "most"
NOT_BY_THEMSELVES = {"users", "security_events", "work_steps", "work_events"}
"""The account goes last, events stay without a name, and the parts of a work are few and go with it."""


class SqlRemovals(IRemovals):
    def __init__(self, work: SqlUnitOfWork) -> None:
        self._work = work

    async def remove_some(self, owner: UserId, *, limit: int) -> int:
        left = limit
        for statement in _statements():
            done = await self._work.connection.execute(statement, {OWNER: owner, MOST: left})
            left -= done.rowcount
            if left <= 0:
                break
        return limit - left


@cache
def _statements() -> Sequence[Delete | Update]:
    removing = [
        _removing(table)
        for table in reversed(metadata.sorted_tables)
        if table.name not in NOT_BY_THEMSELVES and owned(table) is not None
    ]
    return [*removing, _forgetting()]


def _removing(table: Table) -> Delete:
    mine = owned(table)
    assert mine is not None
    key = tuple_(*table.primary_key.columns)
    some = select(*table.primary_key.columns).where(mine)
    if table.name == "work":
        some = some.where(table.c.kind != KIND)
    return delete(table).where(key.in_(some.limit(bindparam(MOST))))


def _forgetting() -> Update:
    events = metadata.tables["security_events"]
    whose = events.c.user_id == bindparam(OWNER)
    some = select(events.c.id).where(whose).limit(bindparam(MOST))
    return update(events).where(events.c.id.in_(some)).values(user_id=None, address="", device="")
