"""How many rows are somebody's own, no further than is asked."""

from functools import cache
from typing import Any

from sqlalchemy import Integer, Select, Table, bindparam, func, literal_column, select
from sqlalchemy.ext.asyncio import AsyncConnection

from app.domain.shared.ids import UserId
from app.infrastructure.persistence.identity import users

_TURN = select(users.c.id).where(users.c.id == bindparam("owner")).with_for_update(key_share=True)
"""On SQLite one writes at a time anyway."""


async def count_own(
    connection: AsyncConnection, table: Table, owner: UserId, *, most: int, lock: bool
) -> int:
    if lock:
        await connection.execute(_TURN, {"owner": owner})
    return await connection.scalar(_count(table), {"owner": owner, "most": most}) or 0


@cache
def _count(table: Table) -> Select[Any]:
    own: Select[Any] = (
        select(literal_column("1")).select_from(table).where(table.c.user_id == bindparam("owner"))
    )
    return select(func.count()).select_from(own.limit(bindparam("most", type_=Integer)).subquery())
