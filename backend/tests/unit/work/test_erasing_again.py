"""An erasure that the database breaks off is begun anew, and not for ever."""

from datetime import UTC, datetime
from typing import Any

import pytest

from app.application.housekeeping.erasing import ErasureService, Estate
from app.domain.identity.errors import UserNotFound
from app.domain.shared.errors import Unavailable
from tests.builders.identity import ADA, a_user
from tests.fakes.documents import MemoryFiles
from tests.fakes.housekeeping import MemoryErasureWork, NoRemains
from tests.fakes.memory import MemoryDatabase
from tests.fakes.work import RecordingBell


class Shaky:
    """Breaks off so many times."""

    def __init__(self, database: MemoryDatabase, times: int) -> None:
        self.database, self.left = database, times

    def __call__(self, *, readonly: bool = False) -> Any:
        self.left -= 1
        if self.left >= 0:
            raise Unavailable("Two transactions waited for each other.")
        return MemoryErasureWork(self.database, readonly=readonly)


async def erasing(times: int) -> tuple[ErasureService, MemoryDatabase]:
    database = MemoryDatabase()
    async with MemoryErasureWork(database) as work:
        await work.users.add(a_user())
        await work.commit()
    opens = Shaky(database, times)
    now = datetime(2026, 1, 1, tzinfo=UTC)
    estate = Estate(work=opens, storage=MemoryFiles(), remains=NoRemains(), now=lambda: now)
    return ErasureService(estate=estate, bell=RecordingBell(), now=lambda: now), database


async def test_what_was_broken_off_twice_is_done_the_third_time() -> None:
    service, database = await erasing(2)

    await service.erase(ADA)

    async with MemoryErasureWork(database, readonly=True) as work:
        with pytest.raises(UserNotFound):
            await work.users.get(ADA)


async def test_what_is_broken_off_three_times_is_told() -> None:
    service, _ = await erasing(3)

    with pytest.raises(Unavailable):
        await service.erase(ADA)
