"""The engine, tuned for each of the two databases, and who may write when."""

import asyncio
from contextlib import AbstractAsyncContextManager, nullcontext
from typing import Any

from sqlalchemy import Connection, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

CONNECT_TIMEOUT = 5
COMMAND_TIMEOUT = 15
BUSY_TIMEOUT_MS = 5_000


class Database:
    """An engine, and on SQLite the queue that its writers stand in: one at a time."""

    def __init__(self, url: str, *, pool_size: int = 20) -> None:
        self.url = make_url(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self.engine: AsyncEngine = _sqlite(url) if self.is_sqlite else _postgres(url, pool_size)
        self._writers = asyncio.Lock()

    def writing(self) -> AbstractAsyncContextManager[Any]:
        """Wait for one's turn to write."""
        return self._writers if self.is_sqlite else nullcontext()

    async def connect(self, *, readonly: bool) -> AsyncConnection:
        connection = await self.engine.connect()
        return await connection.execution_options(jobwise_readonly=readonly) if readonly else connection

    async def ping(self) -> None:
        async with asyncio.timeout(CONNECT_TIMEOUT), self.engine.connect() as connection:
            await connection.execute(text("SELECT 1"))

    async def dispose(self) -> None:
        await self.engine.dispose()


def _sqlite(url: str) -> AsyncEngine:
    engine = create_async_engine(url, connect_args={"timeout": BUSY_TIMEOUT_MS / 1000}, hide_parameters=True)
    event.listen(engine.sync_engine, "connect", _prepare_sqlite)
    event.listen(engine.sync_engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _: object) -> None:
    connection.isolation_level = None  # else the driver begins transactions of its own
    cursor = connection.cursor()
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        f"busy_timeout={BUSY_TIMEOUT_MS}",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    """A deferred BEGIN that comes to write later finds the database locked, whatever the timeout."""
    readonly = connection.get_execution_options().get("jobwise_readonly", False)
    connection.exec_driver_sql("BEGIN" if readonly else "BEGIN IMMEDIATE")


def _postgres(url: str, pool_size: int) -> AsyncEngine:
    return create_async_engine(
        url,
        pool_size=pool_size,
        max_overflow=pool_size // 2,
        pool_timeout=CONNECT_TIMEOUT,
        pool_pre_ping=True,
        hide_parameters=True,
        connect_args={
            "timeout": CONNECT_TIMEOUT,
            "command_timeout": COMMAND_TIMEOUT,
            "server_settings": {"application_name": "jobwise", "jit": "off"},
        },
    )
