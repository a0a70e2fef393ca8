"""One entity, one table, the same names: so nobody writes a mapper."""

from collections.abc import Iterable
from dataclasses import fields
from typing import Any, Generic, TypeVar
from uuid import UUID

from sqlalchemy import Column, Integer, Select, Table, Uuid, bindparam, func, insert, select, update
from sqlalchemy.sql.expression import ColumnElement

from app.domain.shared.entity import Entity
from app.domain.shared.errors import Stale
from app.domain.shared.page import Page, Slice
from app.infrastructure.persistence.connection import WorkConnection

E = TypeVar("E", bound=Entity)


def identity() -> list[Column[Any]]:
    """The two columns that every entity has."""
    return [Column("id", Uuid, primary_key=True), Column("version", Integer, nullable=False)]


class Mapping(Generic[E]):
    """Pairs an entity class with a table, and refuses, at import, a pair whose names differ.

    `apart` names the fields that live in tables of their own: their repository loads and saves them.
    """

    def __init__(self, entity: type[E], table: Table, *, apart: Iterable[str] = ()) -> None:
        apart = frozenset(apart)
        self._names = tuple(f.name for f in fields(entity) if f.init and f.name not in apart)
        if strays := set(self._names) ^ set(table.columns.keys()):
            raise TypeError(f"{entity.__name__} and table {table.name} differ in {sorted(strays)}")
        self._entity = entity
        self.table = table
        self.rows: Select[Any] = select(*(table.c[name] for name in self._names))
        self._one = self.rows.where(table.c.id == bindparam("pk"))
        self._locked = self._one.with_for_update()
        self._insert = insert(table)
        self._update = update(table).where(table.c.id == bindparam("pk"), table.c.version == bindparam("was"))

    async def add(self, connection: WorkConnection, *entities: E) -> None:
        for entity in entities:
            entity.version = 1
        rows = [self.values_of(entity) for entity in entities]
        await connection.execute(self._insert, rows if len(rows) > 1 else rows[0])

    async def save(self, connection: WorkConnection, entity: E) -> None:
        """Raises Stale when somebody saved it since it was read."""
        was, entity.version = entity.version, entity.version + 1
        values = self.values_of(entity) | {"pk": entity.id, "was": was}
        del values["id"]
        if (await connection.execute(self._update, values)).rowcount != 1:
            entity.version = was
            raise Stale(f"This {self._entity.__name__.lower()} was changed by somebody else.")

    async def find(self, connection: WorkConnection, pk: UUID, *, lock: bool = False) -> E | None:
        """`lock` keeps other writers off the row until this transaction ends."""
        return await self.one(connection, self._locked if lock else self._one, {"pk": pk})

    async def one(
        self, connection: WorkConnection, statement: Select[Any], values: dict[str, Any]
    ) -> E | None:
        """`statement` narrows `rows` by bound values: built once, it is not built for every call."""
        row = (await connection.execute(statement, values)).one_or_none()
        return None if row is None else self.load(row)

    async def all(self, connection: WorkConnection, statement: Select[Any]) -> list[E]:
        return [self.load(row) for row in await connection.execute(statement)]

    async def first(self, connection: WorkConnection, *where: ColumnElement[bool]) -> E | None:
        found = await self.all(connection, self.rows.where(*where).limit(1))
        return found[0] if found else None

    async def page(
        self,
        connection: WorkConnection,
        *where: ColumnElement[bool],
        order: Iterable[ColumnElement[Any]],
        part: Slice,
    ) -> Page[E]:
        """One part of a list in a total order: the id breaks every tie. Two statements."""
        total = await connection.scalar(select(func.count()).select_from(self.table).where(*where))
        wanted = self.rows.where(*where).order_by(*order, self.table.c.id)
        items = await self.all(connection, wanted.limit(part.limit).offset(part.offset))
        return Page(items, total or 0, part.limit, part.offset)

    def load(self, row: Any, **apart: Any) -> E:
        return self._entity(**dict(zip(self._names, row, strict=True)), **apart)

    def values_of(self, entity: E) -> dict[str, Any]:
        return {name: getattr(entity, name) for name in self._names}
