"""Databases seen from outside, for tests that change the schema itself."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import text
from sqlalchemy.engine import URL
from sqlalchemy.ext.asyncio import create_async_engine

from app.infrastructure.persistence.database import Database
from app.infrastructure.persistence.migrations import Migrations

PATIENCE = 20.0
"""Seconds that tests wait for PostgreSQL which are not about waiting: a busy machine makes none red."""


@contextmanager
def administered(server: URL, url: URL) -> Iterator[None]:
    """A database on that server for a while."""
    asyncio.run(_administer(server, f'CREATE DATABASE "{url.database}"'))
    yield
    asyncio.run(_administer(server, f'DROP DATABASE "{url.database}" WITH (FORCE)'))


def rows_of(url: str, *statements: str) -> list[Any]:
    """Run them in one transaction; what the last one found."""
    return asyncio.run(_run(url, statements))


def call_migrated(url: str) -> None:
    """For tables that were made in one go: whoever brings schemas up to date finds nothing to do."""
    newest = Migrations(url).history()[-1].revision
    rows_of(
        url,
        "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)",
        f"INSERT INTO alembic_version VALUES ('{newest}')",
    )


async def _run(url: str, statements: tuple[str, ...]) -> list[Any]:
    database = Database(url, pool_size=1)
    async with database.engine.begin() as connection:
        for statement in statements:
            result = await connection.execute(text(statement))
        found = [tuple(row) for row in result] if result.returns_rows else []
    await database.dispose()
    return found


async def _administer(server: URL, statement: str) -> None:
    engine = create_async_engine(server, isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        await connection.execute(text(statement))
    await engine.dispose()
