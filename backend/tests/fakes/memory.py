"""Repositories in memory. Like a database they hand out copies: what is not saved is lost."""

from collections.abc import Callable, Iterable
from copy import deepcopy
from types import TracebackType
from typing import Any, Generic, Self, TypeVar
from uuid import UUID

from app.application.unit_of_work import IUnitOfWork
from app.domain.shared.entity import Entity
from app.domain.shared.errors import Stale
from app.domain.shared.page import Page, Slice

E = TypeVar("E", bound=Entity)


class MemoryDatabase:
    def __init__(self) -> None:
        self.entities: dict[UUID, Entity] = {}
        self.rest: dict[str, Any] = {}
        """What is no entity: rows of work, steps, replies, by the name of their table."""
        self.writing = 0
        """Units of work that others would have to wait for."""

    async def undisturbed(self, work: Callable[..., Any], *args: object) -> Any:
        """Slow work, done at once: nobody may be made to wait for it by an open transaction."""
        assert not self.writing, "a transaction is open over slow work"
        return work(*args)


class MemoryUnitOfWork(IUnitOfWork):
    """A snapshot that replaces the database's on commit."""

    def __init__(self, database: MemoryDatabase, *, readonly: bool = False) -> None:
        self._database = database
        self._readonly = readonly

    async def __aenter__(self) -> Self:
        self.entities = dict(self._database.entities)
        self.rest = deepcopy(self._database.rest)
        self._database.writing += not self._readonly
        return self

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._database.writing -= not self._readonly

    async def commit(self) -> None:
        if self._readonly:
            raise RuntimeError("A read-only unit of work has nothing to commit.")
        self._database.entities, self._database.rest = self.entities, self.rest


class Shelf(Generic[E]):
    """What every repository of entities does."""

    def __init__(self, work: MemoryUnitOfWork, kind: type[E]) -> None:
        self._work = work
        self._kind = kind

    async def add(self, entity: E) -> None:
        entity.version = 1
        self._put(entity)

    async def save(self, entity: E) -> None:
        kept = self._work.entities.get(entity.id)
        if kept is None or kept.version != entity.version:
            raise Stale(f"This {self._kind.__name__.lower()} was changed by somebody else.")
        entity.version += 1
        self._put(entity)

    def _put(self, entity: E) -> None:
        self._work.entities[entity.id] = deepcopy(entity)

    def all(self) -> list[E]:
        return [deepcopy(e) for e in self._work.entities.values() if isinstance(e, self._kind)]

    def first(self, wanted: Callable[[E], bool]) -> E | None:
        return next((e for e in self.all() if wanted(e)), None)

    def by_id(self, pk: UUID) -> E | None:
        return self.first(lambda e: e.id == pk)

    def page(self, found: Iterable[E], part: Slice) -> Page[E]:
        return part.of(list(found))
