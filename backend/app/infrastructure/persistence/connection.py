"""How a unit of work speaks to its database."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import CursorResult, Dialect, Executable, ScalarResult
from sqlalchemy.ext.asyncio import AsyncConnection

from app.infrastructure.persistence.database import Database
from app.infrastructure.persistence.prepared import Prepared, Row


class WorkConnection:
    """One of the pool's, taken at once by who may write, and by who only reads with the first statement.

    A prepared statement that comes before is read alone: nothing is begun for it, and nothing ended.
    """

    def __init__(self, database: Database, *, readonly: bool) -> None:
        self._database = database
        self._readonly = readonly
        self._taken: AsyncConnection | None = None

    @property
    def dialect(self) -> Dialect:
        return self._database.engine.dialect

    async def take(self) -> AsyncConnection:
        if self._taken is None:
            async with self._database.waiting():
                self._taken = await self._database.connect(readonly=self._readonly)
                if self._database.is_sqlite and not self._readonly:
                    await self._taken.begin()  # a prepared statement, if it comes first, would not
        return self._taken

    async def read(self, statement: Prepared, values: Mapping[str, Any]) -> Sequence[Row]:
        if self._taken or not self._readonly:
            return await self._database.read_within(await self.take(), statement, values)
        return await self._database.read(statement, values)

    async def execute(self, statement: Executable, values: Any = None) -> CursorResult[*tuple[Any, ...]]:
        return await (self._taken or await self.take()).execute(statement, values)

    async def scalar(self, statement: Executable, values: Any = None) -> Any:
        return await (self._taken or await self.take()).scalar(statement, values)

    async def scalars(self, statement: Executable, values: Any = None) -> ScalarResult[Any]:
        return await (self._taken or await self.take()).scalars(statement, values)

    async def commit(self) -> None:
        await (await self.take()).commit()

    async def close(self) -> None:
        if self._taken:
            await self._taken.close()

    async def abandon(self) -> None:
        if self._taken:
            await self._database.abandon(self._taken)
