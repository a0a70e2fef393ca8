"""Lists in parts, each with the total, in one statement."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Integer, Select, bindparam
from sqlalchemy import func as sql

from app.domain.shared.page import Page, Slice
from app.infrastructure.persistence.connection import WorkConnection

T = TypeVar("T")

LIMIT, OFFSET = (bindparam(name, type_=Integer) for name in ("part_limit", "part_offset"))


class Listing:
    """What is wanted, in a total order. Values are bound: built once, it serves whoever asks."""

    def __init__(self, wanted: Select[Any], *, order: Sequence[ColumnElement[Any]]) -> None:
        self._total = wanted.with_only_columns(sql.count(), maintain_column_froms=True)
        total = self._total.scalar_subquery()
        self._part = wanted.add_columns(total).order_by(*order).limit(LIMIT).offset(OFFSET)

    async def part(
        self,
        connection: WorkConnection,
        values: Mapping[str, Any],
        part: Slice,
        load: Callable[[Sequence[Any]], T],
    ) -> Page[T]:
        asked = {**values, "part_limit": part.limit, "part_offset": part.offset}
        rows = (await connection.execute(self._part, asked)).all()
        total = rows[0][-1] if rows else await self._count(connection, values) if part.offset else 0
        return Page([load(row[:-1]) for row in rows], total, part.limit, part.offset)

    async def _count(self, connection: WorkConnection, values: Mapping[str, Any]) -> int:
        return await connection.scalar(self._total, values) or 0
