from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import BigInteger, Column, Date, ForeignKey, Integer, Table, Uuid, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql.expression import ColumnElement

from app.domain.generation.ports import IUsageLedger
from app.domain.generation.usage import MonthlyUsage, Spent
from app.domain.shared.ids import UserId
from app.infrastructure.persistence.metadata import metadata
from app.infrastructure.persistence.unit_of_work import SqlUnitOfWork

_SPENT = ("tokens", "cost_micros", "reserved_micros")


def _sums() -> list[Column[Any]]:
    """What paid calls come to."""
    return [Column(name, BigInteger, nullable=False) for name in _SPENT]


months = Table(
    "monthly_usage",
    metadata,
    Column("user_id", Uuid, ForeignKey("users.id", ondelete="CASCADE"), primary_key=True),
    Column("month", Date, primary_key=True),
    Column("charged", Integer, nullable=False),
    Column("refunded", Integer, nullable=False),
    Column("tokens", BigInteger, nullable=False),
    Column("cost_micros", BigInteger, nullable=False),
    Column("reserved_micros", BigInteger, nullable=False, server_default="0"),
)
everybody = Table(
    "llm_months",
    metadata,
    Column("month", Date, primary_key=True),
    *_sums(),
)
"""Of all users together, those who are gone by now included."""
own = Table(
    "llm_key_months",
    metadata,
    Column("user_id", Uuid, ForeignKey("users.id", ondelete="CASCADE"), primary_key=True),
    Column("month", Date, primary_key=True),
    *_sums(),
)
"""With a key of the user's own, whichever it was: in no other month."""
_COUNTED = ("charged", "refunded", *_SPENT)


class SqlUsageLedger(IUsageLedger):
    def __init__(self, work: SqlUnitOfWork) -> None:
        self._work = work

    async def charge(self, user_id: UserId, month: date, *, limit: int) -> bool:
        if limit < 1:
            return False
        left = months.c.charged - months.c.refunded < limit
        return await self._add(months, _of(user_id, month), left, charged=1)

    async def refund(self, user_id: UserId, month: date) -> None:
        given = (
            update(months)
            .where(months.c.user_id == user_id, months.c.month == month, months.c.refunded < months.c.charged)
            .values(refunded=months.c.refunded + 1)
        )
        await self._work.connection.execute(given)

    async def reserve(self, user_id: UserId, month: date, cost_micros: int, *, limit: int | None) -> bool:
        return await self._reserve(months, _of(user_id, month), cost_micros, limit)

    async def reserve_for_all(self, month: date, cost_micros: int, *, limit: int | None) -> bool:
        return await self._reserve(everybody, {"month": month}, cost_micros, limit)

    async def reserve_own(self, user_id: UserId, month: date, cost_micros: int, *, limit: int | None) -> bool:
        return await self._reserve(own, _of(user_id, month), cost_micros, limit)

    async def settle_own(self, user_id: UserId, month: date, most: Spent, spent: Spent) -> None:
        if most or spent:
            await self._add(own, _of(user_id, month), None, **_change(most, spent))

    async def own(self, user_id: UserId, month: date) -> MonthlyUsage:
        return await self._read(own, _of(user_id, month), _SPENT)

    async def settle(self, user_id: UserId, month: date, most: Spent, spent: Spent) -> None:
        if not most and not spent:
            return
        more = _change(most, spent)
        await self._add(months, _of(user_id, month), None, **more)
        await self._add(everybody, {"month": month}, None, **more)

    async def of(self, user_id: UserId, month: date) -> MonthlyUsage:
        return await self._read(months, _of(user_id, month), _COUNTED)

    async def spent_by_all(self, month: date) -> MonthlyUsage:
        return await self._read(everybody, {"month": month}, _SPENT)

    async def _read(self, table: Table, key: dict[str, Any], names: Sequence[str]) -> MonthlyUsage:
        wanted = select(*(table.c[name] for name in names))
        row = (await self._work.connection.execute(wanted.filter_by(**key))).one_or_none()
        return MonthlyUsage() if row is None else MonthlyUsage(**row._mapping)

    async def _reserve(self, table: Table, key: dict[str, Any], cost_micros: int, limit: int | None) -> bool:
        if limit is None:
            return await self._add(table, key, None, reserved_micros=cost_micros)
        if cost_micros > limit:
            return False
        left = table.c.cost_micros + table.c.reserved_micros + cost_micros <= limit
        return await self._add(table, key, left, reserved_micros=cost_micros)

    async def _add(
        self, table: Table, key: dict[str, Any], condition: ColumnElement[bool] | None, **more: int
    ) -> bool:
        """The month's first row, or more in the one that there is, if it fulfils the condition."""
        counted = [column.name for column in table.columns if not column.primary_key]
        first = dict.fromkeys(counted, 0) | key | more
        added = {name: table.c[name] + amount for name, amount in more.items()}
        connection = self._work.connection
        dialect: Any = postgresql if connection.dialect.name == "postgresql" else sqlite
        statement = dialect.insert(table).values(first)
        upsert = statement.on_conflict_do_update(index_elements=list(key), set_=added, where=condition)
        return (await connection.execute(upsert)).rowcount == 1


def _of(user_id: UserId, month: date) -> dict[str, Any]:
    return {"user_id": user_id, "month": month}


def _change(most: Spent, spent: Spent) -> dict[str, int]:
    return {
        "tokens": spent.tokens,
        "cost_micros": spent.cost_micros,
        "reserved_micros": -most.cost_micros,
    }
