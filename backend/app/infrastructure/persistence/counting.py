"""How many rows are somebody's own, no further than is asked."""

from functools import cache
from typing import Any

from sqlalchemy import Integer, Select, Table, bindparam, func, literal_column, select

from app.domain.shared.ids import UserId
from app.infrastructure.persistence.connection import WorkConnection
from app.infrastructure.persistence.identity import users
from app.infrastructure.persistence.prepared import Prepared

_TURN = select(users.c.id).where(users.c.id == bindparam("owner")).with_for_update(key_share=True)
"""On SQLite one writes at a time anyway."""


async def count_own(connection: WorkConnection, table: Table, owner: UserId, *, most: int, lock: bool) -> int:
    if lock:
        await connection.execute(_TURN, {"owner": owner})
    ((found,),) = await connection.read(_count(table), {"owner": owner, "most": most})
    return int(found)


@cache
def _count(table: Table) -> Prepared:
    own: Select[Any] = (
        select(literal_column("1")).select_from(table).where(table.c.user_id == bindparam("owner"))
    )
    most = bindparam("most", type_=Integer)
    return Prepared(select(func.count()).select_from(own.limit(most).subquery()))
