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

months = Table(
    "monthly_usage",
    metadata,
    Column("user_id", Uuid, ForeignKey("users.id", ondelete="CASCADE"), primary_key=True),
    Column("month", Date, primary_key=True),
    Column("charged", Integer, nullable=False),
    Column("refunded", Integer, nullable=False),
    Column("tokens", BigInteger, nullable=False),
    Column("cost_micros", BigInteger, nullable=False),
)
_KEY = ("user_id", "month")
_COUNTED = ("charged", "refunded", "tokens", "cost_micros")


class SqlUsageLedger(IUsageLedger):
    def __init__(self, work: SqlUnitOfWork) -> None:
        self._work = work

    async def charge(self, user_id: UserId, month: date, *, limit: int) -> bool:
        if limit < 1:
            return False
        left = months.c.charged - months.c.refunded < limit
        return await self._add(user_id, month, left, charged=1)

    async def refund(self, user_id: UserId, month: date) -> None:
        given = (
            update(months)
            .where(months.c.user_id == user_id, months.c.month == month, months.c.refunded < months.c.charged)
            .values(refunded=months.c.refunded + 1)
        )
        await self._work.connection.execute(given)

    async def spend(self, user_id: UserId, month: date, spent: Spent) -> None:
        if spent:
            await self._add(user_id, month, None, tokens=spent.tokens, cost_micros=spent.cost_micros)

    async def of(self, user_id: UserId, month: date) -> MonthlyUsage:
        wanted = select(*(months.c[name] for name in _COUNTED)).where(
            months.c.user_id == user_id, months.c.month == month
        )
        row = (await self._work.connection.execute(wanted)).one_or_none()
        return MonthlyUsage() if row is None else MonthlyUsage(**row._mapping)

    async def _add(
        self, user_id: UserId, month: date, condition: ColumnElement[bool] | None, **more: int
    ) -> bool:
        """The month's first row, or more in the one that there is, if it fulfils the condition."""
        first = dict.fromkeys(_COUNTED, 0) | {"user_id": user_id, "month": month} | more
        added = {name: months.c[name] + amount for name, amount in more.items()}
        connection = self._work.connection
        dialect: Any = postgresql if connection.dialect.name == "postgresql" else sqlite
        statement = dialect.insert(months).values(first)
        counted = statement.on_conflict_do_update(index_elements=_KEY, set_=added, where=condition)
        return (await connection.execute(counted)).rowcount == 1
