"""SQLite's driver, with fewer visits to the thread in which a connection lives.

aiosqlite makes a visit of every step: open a cursor, execute, fetch, close. On each, the thread waits for
the interpreter's lock and the event loop for the thread, which costs many times what the steps do.
"""

import asyncio
import sqlite3
from collections import deque
from collections.abc import Iterable
from threading import Thread
from time import monotonic
from typing import Any

import aiosqlite
from sqlalchemy.dialects.sqlite.aiosqlite import (
    AsyncAdapt_aiosqlite_connection,
    AsyncAdapt_aiosqlite_cursor,
    AsyncAdapt_aiosqlite_dbapi,
)
from sqlalchemy.util.concurrency import await_

_LONGEST_FAREWELL = 2.0
"""Seconds."""
READ, WRITE = "BEGIN", "BEGIN IMMEDIATE"
"""A deferred BEGIN that comes to write later finds the database locked, whatever the timeout."""


class OneVisitCursor(AsyncAdapt_aiosqlite_cursor):
    """One visit executes and fetches. Where a transaction is to begin, it does that first."""

    __slots__ = ()
    _awaitable_cursor_close = False

    def __init__(self, adapt_connection: "OneVisitConnection") -> None:
        self._adapt_connection: OneVisitConnection = adapt_connection
        self._connection = adapt_connection._connection
        self._cursor: Any = None
        self._rows = deque()
        self._soft_closed_memoized: Any = {}

    def close(self) -> None:
        self._rows.clear()

    async def _execute_async(self, operation: Any, parameters: Any) -> None:
        await self._visit("execute", operation, () if parameters is None else parameters)

    async def _executemany_async(self, operation: Any, seq_of_parameters: Any) -> None:
        await self._visit("executemany", operation, seq_of_parameters)

    async def _visit(self, how: str, operation: Any, parameters: Any) -> None:
        async with self._adapt_connection._execute_mutex:
            begin = self._adapt_connection.begun()
            connection = self._connection
            visit = connection._execute(_run, connection._conn, begin, how, operation, parameters)
            self._cursor, self._rows = await visit


class OneVisitConnection(AsyncAdapt_aiosqlite_connection):
    __slots__ = ("_begun", "_wanted")
    _cursor_cls = OneVisitCursor  # type: ignore[assignment]

    def __init__(self, dbapi: Any, connection: Any) -> None:
        super().__init__(dbapi, connection)
        self._wanted: str | None = None
        self._begun: str | None = None

    async def fetch(self, statement: str, *values: Any) -> Iterable[Iterable[Any]]:
        """In one visit too, and without a cursor of SQLAlchemy's."""
        connection = self._connection
        visit = connection._execute(_run, connection._conn, self.begun(), "execute", statement, values)
        rows: deque[Any] = (await visit)[1]
        return rows

    def begin(self, how: str) -> None:
        """Begin a transaction with the next statement: until then there is nothing that it could keep."""
        self._wanted = how

    def begun(self) -> str | None:
        """How the statement that asks is to begin the transaction, if it is to."""
        wanted, self._wanted = self._wanted, None
        self._begun = wanted or self._begun
        return wanted

    def commit(self) -> None:
        self._wanted = None
        if self._begun:
            super().commit()
            self._begun = None

    def rollback(self) -> None:
        """A read-only transaction is left without waiting: the next visit comes after it in any case."""
        self._wanted, begun, self._begun = None, self._begun, None
        if begun == READ and self._connection._connection:
            self._connection._tx.put_nowait((None, self._connection._conn.rollback))
        elif begun:
            super().rollback()


class OneVisitSqlite(AsyncAdapt_aiosqlite_dbapi):
    def __init__(self) -> None:
        super().__init__(aiosqlite, sqlite3)
        self._opened: list[aiosqlite.Connection] = []

    def connect(self, *arg: Any, **kw: Any) -> OneVisitConnection:
        connection = aiosqlite.connect(*arg, **kw)
        connection._thread.daemon = True  # else a connection left open keeps the process alive
        self._opened = [*(c for c in self._opened if c._thread.is_alive()), connection]
        return OneVisitConnection(self, await_(connection))

    async def leave(self) -> None:
        """Close what is still open, and wait for what its threads still do, such as a statement that was
        cancelled: they answer to the event loop, and must find it there."""
        left = [connection for connection in self._opened if connection._thread.is_alive()]
        for connection in left:
            connection.stop()
        await asyncio.to_thread(_join, [connection._thread for connection in left])
        self._opened = []


def _join(threads: Iterable[Thread]) -> None:
    until = monotonic() + _LONGEST_FAREWELL
    for thread in threads:
        thread.join(timeout=max(0.0, until - monotonic()))


def _run(
    connection: sqlite3.Connection, begin: str | None, how: str, operation: Any, parameters: Any
) -> tuple[sqlite3.Cursor, "deque[Any]"]:
    if begin:
        connection.execute(begin)
    cursor = connection.cursor()
    try:
        getattr(cursor, how)(operation, parameters)
        return cursor, deque(cursor.fetchall() if cursor.description else ())
    finally:
        cursor.close()
