import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest

from app.application.work.failpoints import Failpoint, pass_by
from app.application.work.meter import UNMETERED, IMeter
from app.application.work.runner import Runner
from app.domain.shared.ids import WorkId
from app.domain.shared.work import Event, Order, Patience, Work, WorkState
from tests.builders.identity import NOON
from tests.fakes.memory import MemoryDatabase
from tests.fakes.work import Adding, MemoryBackgroundWork, RecordingBell, Row


@dataclass
class Workshop:
    """A queue in memory, a kind of work, and somebody to do it."""

    database: MemoryDatabase
    kind: Adding
    bell: RecordingBell
    patience: Patience

    def opens(self, *, readonly: bool = False) -> MemoryBackgroundWork:
        return MemoryBackgroundWork(self.database, readonly=readonly)

    def runner(self, name: str = "me", failpoint: Failpoint = pass_by, meter: IMeter = UNMETERED) -> Runner:
        return Runner(
            kinds=[self.kind],
            bell=self.bell,
            patience=self.patience,
            name=name,
            now=lambda: NOON,
            failpoint=failpoint,
            meter=meter,
        )

    async def order(self, *orders: Order) -> None:
        async with self.opens() as unit:
            for order in orders:
                await unit.queue.add(order, now=NOON)
            await unit.commit()

    async def change(self, change: Callable[[Row], None], order: Order) -> None:
        async with self.opens() as unit:
            change(unit.rest["work"][order.id])
            await unit.commit()

    async def lease_runs_out(self, order: Order) -> None:
        def expire(row: Row) -> None:
            row.lease = 0

        await self.change(expire, order)

    async def left_running(self, order: Order) -> None:
        """As a killed process leaves it: nothing is handed back."""

        def abandon(row: Row) -> None:
            row.work, row.lease = replace(row.work, state=WorkState.RUNNING), 0

        await self.change(abandon, order)

    def has_thought(self, step: str, times: int) -> bool:
        return self.kind.thought[step] == times

    def row(self, work_id: WorkId) -> Row:
        row: Row = self.database.rest["work"][work_id]
        return row

    def work(self, order: Order) -> Work:
        return self.row(order.id).work

    def told(self, order: Order) -> list[Event]:
        return self.row(order.id).events


async def until(holds: Callable[[], object]) -> None:
    async with asyncio.timeout(5):
        while not holds():  # noqa: ASYNC110
            await asyncio.sleep(0)


@pytest.fixture
def shop() -> Workshop:
    database = MemoryDatabase()

    def opens(*, readonly: bool = False) -> MemoryBackgroundWork:
        return MemoryBackgroundWork(database, readonly=readonly)

    return Workshop(database, Adding(opens), RecordingBell(), Patience(failures=3, takeovers=2))
