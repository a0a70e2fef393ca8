"""The frozen parts of an entity: read inside the entity's own row, written only where they changed."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from functools import lru_cache
from operator import attrgetter
from typing import Any, Generic, TypeVar
from uuid import UUID

from sqlalchemy import (
    Column,
    Enum,
    Float,
    ScalarSelect,
    Table,
    Uuid,
    bindparam,
    delete,
    insert,
    select,
    update,
)

from app.domain.shared.time import PartialDate
from app.infrastructure.persistence.columns import JSONOf, PartialDay
from app.infrastructure.persistence.connection import WorkConnection
from app.infrastructure.persistence.json_rows import JSONRow, JSONRows

C = TypeVar("C")
_KEPT_BY_US = frozenset({"position", "created_at", "updated_at"})


@dataclass(frozen=True, slots=True)
class Placed(Generic[C]):
    """A component where it stands: its position counts among those with the same parent."""

    position: int
    parent: UUID | None
    component: C


Held = Mapping[UUID, Placed[C]]
Gathered = Sequence[list[Any]] | None
"""What `gathered` found: rows in no order."""


class ComponentTable(Generic[C]):
    """Pairs a component class with a table, and refuses, at import, a pair whose names differ.

    `owner` is the column that names the entity; `parent` the one that names a component above this one;
    `apart` the fields that live in tables of their own.
    """

    def __init__(
        self, kind: type[C], table: Table, *, owner: str, parent: str | None = None, apart: str | None = None
    ) -> None:
        names = tuple(f.name for f in fields(kind) if f.name != apart)  # type: ignore[arg-type]
        ours = _KEPT_BY_US | {owner} | ({parent} if parent else set())
        if strays := {*names, *ours} ^ set(table.columns.keys()):
            raise TypeError(f"{kind.__name__} and table {table.name} differ in {sorted(strays)}")
        self._kind = kind
        self._names = names
        self._values = attrgetter(*names)
        self._table = table
        self._owner = owner
        self._apart = apart
        self._parent = parent
        self._readers = tuple((name, reader) for name in names if (reader := _reader(table.c[name])))
        self._insert = insert(table)
        self._update = update(table).where(table.c.id == bindparam("pk"))
        self._delete = delete(table).where(table.c.id.in_(bindparam("ids", expanding=True)))

    def gathered(self, owner: Column[Any]) -> ScalarSelect[Any]:
        """All components of the entity as one JSON value, for `read`."""
        table = self._table
        parent = [table.c[self._parent]] if self._parent else [table.c[self._owner]]
        row = JSONRow(table.c.position, *parent, *(table.c[name] for name in self._names))
        return select(JSONRows(row)).where(table.c[self._owner] == owner).scalar_subquery()

    def read(self, found: Gathered, **apart: Mapping[str | None, Any]) -> list[tuple[str | None, C]]:
        """In their order, each with its parent's id as the database wrote it.

        `apart` gives what lives in tables of its own, by the component's id, written likewise.
        """
        if not found:
            return []
        _, parents, *columns = zip(*sorted(found, key=_position), strict=True)
        facts: dict[str, Iterable[Any]] = dict(zip(self._names, columns, strict=True))
        for name, held in apart.items():
            facts[name] = [held.get(pk, ()) for pk in facts["id"]]
        for name, reader in self._readers:  # by columns: most of them are empty all the way down
            facts[name] = [None if value is None else reader(value) for value in facts[name]]
        kind, names = self._kind, tuple(facts)
        each = [kind(**dict(zip(names, row, strict=True))) for row in zip(*facts.values(), strict=True)]
        return list(zip(parents, each, strict=True))

    def held(self, found: Gathered) -> Held[C]:
        """What `write` compares with; what lives apart is not in it."""
        nothing: dict[str, Any] = {self._apart: {}} if self._apart else {}
        positions = sorted(row[0] for row in found or ())
        placed = zip(positions, self.read(found, **nothing), strict=True)
        nested = self._parent is not None
        return {
            each.id: Placed(position, UUID(parent) if nested and parent else None, each)  # type: ignore[attr-defined]
            for position, (parent, each) in placed
        }

    async def write(
        self,
        connection: WorkConnection,
        wanted: Iterable[tuple[UUID | None, C]],
        *,
        held: Held[C],
        owner: UUID,
        now: datetime,
    ) -> Held[C]:
        """Turn what is held into what is wanted, touching no row that stays as it is."""
        placed = _place(wanted, held)
        if gone := [pk for pk in held if pk not in placed]:
            await connection.execute(self._delete, {"ids": gone})
        born = [new for pk, new in placed.items() if pk not in held]
        if born:
            rows = [self._row(new, now) | {self._owner: owner, "created_at": now} for new in born]
            await connection.execute(self._insert, rows)
        changed = [self._row(p, now) for pk, p in placed.items() if pk in held and self._differs(p, held[pk])]
        if changed:
            await connection.execute(self._update, [row | {"pk": row.pop("id")} for row in changed])
        return placed

    def _differs(self, one: Placed[C], other: Placed[C]) -> bool:
        if (one.position, one.parent) != (other.position, other.parent):
            return True
        return one.component is not other.component and (
            self._values(one.component) != self._values(other.component)
        )

    def _row(self, placed: Placed[C], now: datetime) -> dict[str, Any]:
        row = dict(zip(self._names, self._values(placed.component), strict=True))
        row |= {"position": placed.position, "updated_at": now}
        return row | {self._parent: placed.parent} if self._parent else row


def _place(wanted: Iterable[tuple[UUID | None, C]], held: Held[C]) -> dict[UUID, Placed[C]]:
    """Positions only have to rise, so that what stays in order stays unwritten."""
    next_free: dict[UUID | None, int] = {}
    placed: dict[UUID, Placed[C]] = {}
    for parent, component in wanted:
        pk: UUID = component.id  # type: ignore[attr-defined]
        was, position = held.get(pk), next_free.get(parent, 0)
        if was and was.parent == parent and was.position > position:
            position = was.position
        next_free[parent] = position + 1
        placed[pk] = Placed(position, parent, component)
    return placed


def _position(row: list[Any]) -> int:
    position: int = row[0]
    return position


def _reader(column: Column[Any]) -> Callable[[Any], Any] | None:
    """From JSON's plain values back to the domain's."""
    if isinstance(column.type, Uuid):
        return _uuid
    if isinstance(column.type, PartialDay):
        return _date
    if isinstance(column.type, JSONOf):
        return tuple
    if isinstance(column.type, Float):
        return float
    if isinstance(column.type, Enum) and column.type.enum_class:
        return {member.value: member for member in column.type.enum_class}.__getitem__
    return None


def _uuid(text: str) -> UUID:
    return UUID(int=int(text.replace("-", ""), 16))


@lru_cache(maxsize=4096)
def _date(text: str) -> PartialDate:
    return PartialDate.parse(text)
