from contextlib import AsyncExitStack
from types import TracebackType
from typing import Self

from app.application.unit_of_work import IUnitOfWork
from app.infrastructure.persistence.connection import WorkConnection
from app.infrastructure.persistence.database import Database
from app.infrastructure.persistence.errors import meaning


class SqlUnitOfWork(IUnitOfWork):
    """One connection, one transaction. Subclasses name the repositories of their area."""

    def __init__(self, database: Database, *, readonly: bool = False) -> None:
        self.database = database
        self.connection = WorkConnection(database, readonly=readonly)
        self._readonly = readonly
        self._turn = AsyncExitStack()

    async def __aenter__(self) -> Self:
        if self._readonly:
            return self
        try:
            async with self.database.waiting():
                await self._turn.enter_async_context(self.database.writing())
                await self.connection.take()
        except BaseException as error:
            await self._leave()
            if meant := meaning(error):
                raise meant from error
            raise
        return self

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if isinstance(exc, TimeoutError):
            await self.connection.abandon()
        await self._leave()
        if exc is not None and (meant := meaning(exc)):
            raise meant from exc

    async def _leave(self) -> None:
        try:
            await self.connection.close()
        finally:
            await self._turn.aclose()

    async def commit(self) -> None:
        if self._readonly:
            raise RuntimeError("A read-only unit of work has nothing to commit.")
        await self.connection.commit()
