"""The engine, tuned for each of the two databases, and who may write when."""

import asyncio
import sqlite3
import time
from collections.abc import Mapping, Sequence
from contextlib import AbstractAsyncContextManager, nullcontext
from typing import Any

from asyncpg.exceptions import InterfaceError, PostgresError
from pydantic_core import from_json
from sqlalchemy import Connection, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError, DisconnectionError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry, PoolProxiedConnection
from sqlalchemy.util.concurrency import await_

from app.infrastructure.persistence.prepared import Prepared, Row
from app.infrastructure.persistence.sqlite import READ, WRITE, OneVisitSqlite

SECONDS = 2.0
"""That one waits for a connection to PostgreSQL, one of the pool or a new one, and for a lock."""
OF_A_STATEMENT = 1.25
"""Of those. With the turn it leaves nobody without an answer for more than five seconds."""
SQLITE_TURN_TIMEOUT = 4.5
"""The same for a turn to write, which on SQLite one has at a time."""
PING_TIMEOUT = 0.5
LONG_CONNECTIONS = 2
BUSY_TIMEOUT_MS = 5_000
PING_AFTER = 10.0
"""Seconds that a connection has rested in the pool."""
SQLITE_CONNECTIONS = 8
"""Each is a thread, and all of them want the one interpreter."""


class Database:
    """An engine, and on SQLite the queue that its writers stand in: one at a time."""

    def __init__(
        self, url: str, *, pool_size: int = 20, seconds: float = SECONDS, is_patient: bool = False
    ) -> None:
        """`seconds` one waits for a connection, a lock and, a little longer, a statement; on PostgreSQL.
        `is_patient`: statements take what they take; for those that no request waits for."""
        self.url = make_url(url)
        self._seconds = seconds
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self._driver = OneVisitSqlite() if self.is_sqlite else None
        self.engine: AsyncEngine = (
            _sqlite(url, self._driver) if self._driver else _postgres(url, pool_size, seconds, is_patient)
        )
        self._long: Database | None = None
        self._reading = _for_reading(self.engine)
        self._writers = asyncio.Lock()

    def for_long(self) -> "Database":
        """The same, for statements that go over very many rows."""
        if self.is_sqlite:
            return self
        if self._long is None:
            url = self.url.render_as_string(hide_password=False)
            self._long = Database(url, pool_size=LONG_CONNECTIONS, seconds=self._seconds, is_patient=True)
        return self._long

    def writing(self) -> AbstractAsyncContextManager[Any]:
        """Wait for one's turn to write."""
        return self._writers if self.is_sqlite else nullcontext()

    def waiting(self) -> asyncio.Timeout:
        """So long one waits for one's turn, to write and for a connection. Raises TimeoutError."""
        return asyncio.timeout(SQLITE_TURN_TIMEOUT if self.is_sqlite else self._seconds)

    async def connect(self, *, readonly: bool) -> AsyncConnection:
        return await (self._reading if readonly else self.engine).connect()

    async def read(self, statement: Prepared, values: Mapping[str, Any]) -> Sequence[Row]:
        """Alone, without a transaction, by the driver itself."""
        async with self.waiting():
            borrowed = await self.engine.raw_connection()
        try:
            rows = await self._fetch(borrowed, statement, values)
        except BaseException:  # of what is too slow or given up, the answer would still be on its way
            borrowed.invalidate()
            raise
        borrowed.close()
        return rows

    async def read_within(
        self, connection: AsyncConnection, statement: Prepared, values: Mapping[str, Any]
    ) -> Sequence[Row]:
        """As the transaction sees it. On PostgreSQL one that has written nothing yet sees what all see."""
        try:
            return await self._fetch(await connection.get_raw_connection(), statement, values)
        except DBAPIError:
            raise
        except BaseException:
            await self.abandon(connection)
            raise

    async def _fetch(
        self, connection: PoolProxiedConnection, statement: Prepared, values: Mapping[str, Any]
    ) -> Sequence[Row]:
        driver: Any = connection.dbapi_connection if self.is_sqlite else connection.driver_connection
        asked = statement.on(self.engine.dialect)
        try:
            return asked.rows(await driver.fetch(asked.text, *asked.arguments(values)))
        except (PostgresError, InterfaceError, sqlite3.Error) as error:
            is_lost = isinstance(error, InterfaceError | sqlite3.OperationalError)
            raise DBAPIError(asked.text, None, error, connection_invalidated=is_lost) from error

    async def abandon(self, connection: AsyncConnection) -> None:
        """Of a server that does not answer nobody takes leave: that would wait as long again."""
        if not self.is_sqlite and not connection.closed and not connection.invalidated:
            raw = await connection.get_raw_connection()
            if raw.driver_connection:
                raw.driver_connection.terminate()
            await connection.invalidate()

    async def ping(self) -> None:
        async with asyncio.timeout(self._seconds), self._reading.connect() as connection:
            await connection.execute(text("SELECT 1"))

    async def dispose(self) -> None:
        if self._long:
            await self._long.dispose()
        await self.engine.dispose()
        if self._driver:
            await self._driver.leave()


def _for_reading(engine: AsyncEngine) -> AsyncEngine:
    """On PostgreSQL every statement of READ COMMITTED sees a snapshot of its own anyway: a transaction
    around statements that only read would add two round trips, and nothing else."""
    if engine.dialect.name == "postgresql":
        return engine.execution_options(isolation_level="AUTOCOMMIT")
    return engine.execution_options(jobwise_readonly=True)


def _sqlite(url: str, driver: OneVisitSqlite) -> AsyncEngine:
    engine = create_async_engine(
        url,
        module=driver,
        pool_size=SQLITE_CONNECTIONS,
        max_overflow=0,
        pool_timeout=SQLITE_TURN_TIMEOUT,
        json_deserializer=from_json,
        connect_args={"timeout": BUSY_TIMEOUT_MS / 1000},
        hide_parameters=True,
    )
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
        "secure_delete=ON",  # What a person had erased is overwritten, with whichever SQLite
        f"busy_timeout={BUSY_TIMEOUT_MS}",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
    connection.create_function("lower", 1, _lower, deterministic=True)


def _lower(text: str | None) -> str | None:
    """SQLite's own knows the letters of English alone."""
    return None if text is None else text.lower()


def _begin_sqlite(connection: Connection) -> None:
    readonly = connection.get_execution_options().get("jobwise_readonly", False)
    driver: Any = connection.connection.dbapi_connection
    driver.begin(READ if readonly else WRITE)


def _postgres(url: str, pool_size: int, seconds: float, is_patient: bool) -> AsyncEngine:
    server_settings = {
        "application_name": "jobwise",
        "jit": "off",
        "idle_in_transaction_session_timeout": "30s",  # a frozen process lets go of its locks
    }
    if not is_patient:
        server_settings["statement_timeout"] = f"{seconds * OF_A_STATEMENT * 1000:.0f}"
        server_settings["lock_timeout"] = f"{seconds * 1000:.0f}"
    engine = create_async_engine(
        url,
        pool_size=pool_size,
        max_overflow=0,
        pool_timeout=seconds,
        hide_parameters=True,
        json_deserializer=from_json,
        connect_args={
            "timeout": seconds,
            "command_timeout": None if is_patient else seconds * OF_A_STATEMENT,
            "server_settings": server_settings,
        },
    )
    event.listen(engine.sync_engine, "checkin", _note_rest)
    event.listen(engine.sync_engine, "checkout", _refuse_dead)
    return engine


def _note_rest(_: Any, entry: ConnectionPoolEntry) -> None:
    entry.info["rested_since"] = time.monotonic()


def _refuse_dead(connection: Any, entry: ConnectionPoolEntry, _: object) -> None:
    """The pool's own ping costs three round trips at every turn. The driver knows when the server has hung
    up; only after a long rest is it worth asking."""
    driver = connection.driver_connection
    if driver.is_closed():
        raise DisconnectionError("the server has closed this connection")
    if time.monotonic() - entry.info.get("rested_since", time.monotonic()) > PING_AFTER:
        try:
            await_(driver.fetchrow(";", timeout=PING_TIMEOUT))
        except (TimeoutError, OSError, PostgresError, InterfaceError) as error:
            driver.terminate()
            raise DisconnectionError("the server does not know this connection any more") from error
