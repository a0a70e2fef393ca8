"""What the contract suites of the work queue have in common."""

from datetime import datetime

from app.application.unit_of_work import Opens
from app.application.work.ports import IBackgroundWork
from app.domain.shared.work import Order, Work
from tests.builders.identity import NOON

Opener = Opens[IBackgroundWork]


async def ordered(work: Opener, *orders: Order, now: datetime = NOON) -> None:
    async with work() as unit:
        for order in orders:
            assert await unit.queue.add(order, now=now)
        await unit.commit()


async def claim(work: Opener, order: Order, *, by: str = "me", lease: float = 60) -> Work | None:
    async with work() as unit:
        found = await unit.queue.find(order.id)
        assert found is not None
        claimed = await unit.queue.claim(found, by=by, lease=lease)
        await unit.commit()
    return claimed


async def claimed(work: Opener, order: Order, *, lease: float = 60) -> Work:
    got = await claim(work, order, lease=lease)
    assert got is not None
    return got


async def state_of(work: Opener, order: Order) -> Work:
    async with work(readonly=True) as unit:
        found = await unit.queue.find(order.id)
    assert found is not None
    return found


async def due(work: Opener, *, kinds: tuple[str, ...] = ("adding",)) -> list[Work]:
    async with work(readonly=True) as unit:
        return list(await unit.queue.due(kinds=kinds, limit=10))
