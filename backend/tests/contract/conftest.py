"""Every adapter that claims to keep things, one after another: memory, SQLite, PostgreSQL."""

from collections.abc import Callable
from typing import Any, TypeVar

import pytest

from app.application.unit_of_work import Opens
from app.application.work.ports import IBackgroundWork
from app.infrastructure.persistence.database import Database
from app.infrastructure.persistence.identity import SqlIdentityWork
from app.infrastructure.persistence.work import SqlBackgroundWork
from tests.builders.identity import ADA, BEN, a_user
from tests.fakes.identity import MemoryIdentityWork
from tests.fakes.memory import MemoryDatabase
from tests.fakes.work import MemoryBackgroundWork

W = TypeVar("W")
Backend = MemoryDatabase | Database


@pytest.fixture(params=["memory", "sqlite", "postgres"])
def backend(request: pytest.FixtureRequest) -> Backend:
    if request.param == "memory":
        return MemoryDatabase()
    found: Database = request.getfixturevalue(f"{request.param}_database")
    return found


def opener(backend: Backend, memory: Callable[..., W], sql: Callable[..., W]) -> Opens[W]:
    """Opens units of work of one area on whichever backend this is."""

    def opens(*, readonly: bool = False) -> Any:
        kind = memory if isinstance(backend, MemoryDatabase) else sql
        return kind(backend, readonly=readonly)

    return opens


@pytest.fixture
async def work(backend: Backend) -> Opens[IBackgroundWork]:
    people = opener(backend, MemoryIdentityWork, SqlIdentityWork)
    async with people() as unit:
        await unit.users.add(a_user(ADA))
        await unit.users.add(a_user(BEN, "ben@example.com"))
        await unit.commit()
    opens: Opens[IBackgroundWork] = opener(backend, MemoryBackgroundWork, SqlBackgroundWork)
    return opens
