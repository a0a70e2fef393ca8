from contextlib import AsyncExitStack
from types import TracebackType
from typing import Self

from sqlalchemy.ext.asyncio import AsyncConnection

from app.application.unit_of_work import IUnitOfWork
from app.infrastructure.persistence.database import Database
from app.infrastructure.persistence.errors import meaning


class SqlUnitOfWork(IUnitOfWork):
    """One connection, one transaction. Subclasses name the repositories of their area."""

    connection: AsyncConnection

    def __init__(self, database: Database, *, readonly: bool = False) -> None:
        self.database = database
        self._readonly = readonly
        self._closing = AsyncExitStack()

    async def __aenter__(self) -> Self:
        try:
            async with self.database.waiting():
                if not self._readonly:
                    await self._closing.enter_async_context(self.database.writing())
                self.connection = await self.database.connect(readonly=self._readonly)
            self._closing.push_async_callback(self.connection.close)
        except BaseException as error:
            await self._closing.aclose()
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
            await self.database.abandon(self.connection)
        await self._closing.aclose()
        if exc is not None and (meant := meaning(exc)):
            raise meant from exc

    async def commit(self) -> None:
        if self._readonly:
            raise RuntimeError("A read-only unit of work has nothing to commit.")
        await self.connection.commit()
