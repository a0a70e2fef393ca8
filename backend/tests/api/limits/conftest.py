"""Limits do not depend on the database: SQLite is enough."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import httpx2
import pytest

from tests.api.conftest import API, UNLIMITED, House, house_on

Opens = Callable[..., AbstractAsyncContextManager[House]]


@pytest.fixture
def limited(sqlite_url: str, tmp_path: Path) -> Opens:
    """A house with these limits, and no others."""

    @asynccontextmanager
    async def opened(about: dict[str, object] | None = None, **rates: str) -> AsyncIterator[House]:
        given = {"rate_limits": UNLIMITED | rates} | (about or {})
        async with house_on(sqlite_url, tmp_path / "var", **given) as house:
            yield house

    return opened


@asynccontextmanager
async def from_address(house: House, address: str, **headers: str) -> AsyncIterator[httpx2.AsyncClient]:
    transport = httpx2.ASGITransport(house.app, client=(address, 4711))
    async with httpx2.AsyncClient(transport=transport, base_url=API, headers=headers) as client:
        yield client
