import asyncio
from collections.abc import Sequence
from typing import Any

import pytest

from app.application.work.ports import Signal
from app.application.work.runner import Runner
from app.application.work.slots import Slots
from app.domain.shared.errors import Unavailable
from app.domain.shared.work import Priority, Work, WorkState
from tests.builders.identity import ADA, BEN
from tests.builders.work import an_order
from tests.fakes.work import MemoryBackgroundWork, MemoryWorkQueue
from tests.unit.work.conftest import Workshop, until

HOURS = 3600.0


def slots(shop: Workshop, size: int = 2, *, sweep_seconds: float = HOURS, alone: bool = False) -> Slots:
    return Slots(
        runner=shop.runner(),
        opens=shop.opens,
        bell=shop.bell,
        size=size,
        sweep_seconds=sweep_seconds,
        alone=alone,
    )


def states(shop: Workshop, orders: Sequence[object]) -> list[WorkState]:
    return [shop.work(order).state for order in orders]  # type: ignore[arg-type]


async def test_what_waits_is_done_when_the_process_starts(shop: Workshop) -> None:
    orders = [an_order() for _ in range(5)]
    await shop.order(*orders)

    async with slots(shop):
        await until(lambda: states(shop, orders) == [WorkState.DONE] * 5)


async def test_a_ring_begins_work_at_once(shop: Workshop) -> None:
    order = an_order()
    async with slots(shop):
        await shop.order(order)
        shop.bell.ring(Signal.WORK, order.id)
        await until(lambda: shop.work(order).state is WorkState.DONE)


async def test_without_a_ring_the_sweep_finds_it(shop: Workshop) -> None:
    order = an_order()
    async with slots(shop, sweep_seconds=0.01):
        await shop.order(order)
        await until(lambda: shop.work(order).state is WorkState.DONE)


async def test_no_more_is_begun_than_there_are_slots(shop: Workshop) -> None:
    shop.kind.pause = asyncio.Event()
    orders = [an_order(ADA), an_order(BEN), an_order(ADA)]
    await shop.order(*orders)

    async with slots(shop, 2):
        await until(lambda: shop.kind.thought["check"] == 2)
        shop.bell.ring(Signal.WORK, orders[2].id)
        await asyncio.sleep(0.01)
        assert states(shop, orders).count(WorkState.RUNNING) == 2
        shop.kind.pause.set()
        await until(lambda: states(shop, orders) == [WorkState.DONE] * 3)


async def test_leaving_hands_back_what_is_not_finished(shop: Workshop) -> None:
    shop.kind.pause = asyncio.Event()
    orders = [an_order(), an_order()]
    await shop.order(*orders)

    async with slots(shop):
        await until(lambda: shop.kind.thought["check"] == 2)

    assert states(shop, orders) == [WorkState.QUEUED] * 2


async def test_a_ring_in_the_moment_of_leaving_keeps_nobody(shop: Workshop) -> None:
    order = an_order()
    async with asyncio.timeout(5):
        async with slots(shop):
            await asyncio.sleep(0.01)
            shop.bell.ring(Signal.WORK, order.id)


async def test_leases_of_its_own_earlier_life_are_taken_up_at_once(shop: Workshop) -> None:
    order = an_order()
    await shop.order(order)
    async with shop.opens() as unit:
        await unit.queue.claim(shop.work(order), by="me", lease=HOURS)
        await unit.commit()

    async with slots(shop, alone=True):
        await until(lambda: shop.work(order).state is WorkState.DONE)

    assert shop.work(order).takeovers == 1


async def test_a_queue_that_cannot_be_read_is_told_and_heals(
    shop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refuse(self: MemoryBackgroundWork) -> MemoryBackgroundWork:
        raise Unavailable("The database does not answer.")

    monkeypatch.setattr(MemoryBackgroundWork, "__aenter__", refuse)
    workers = slots(shop, sweep_seconds=0.01)
    async with workers:
        await asyncio.sleep(0.02)
        with pytest.raises(Unavailable):
            await workers.check()
        monkeypatch.undo()
        order = an_order()
        await shop.order(order)
        await until(lambda: shop.work(order).state is WorkState.DONE)
        await workers.check()


async def test_a_ring_is_good_for_one_place(shop: Workshop) -> None:
    """The other rings may be for others, who have room too."""
    shop.kind.pause = asyncio.Event()
    orders = [an_order(ADA), an_order(BEN)]
    async with slots(shop, 2):
        await asyncio.sleep(0.01)
        await shop.order(*orders)
        shop.bell.ring(Signal.WORK, orders[0].id)
        await until(lambda: shop.kind.thought["check"] == 1)
        await asyncio.sleep(0.01)
        assert states(shop, orders).count(WorkState.RUNNING) == 1

        shop.bell.ring(Signal.WORK, orders[1].id)
        await until(lambda: shop.kind.thought["check"] == 2)


async def test_whoever_is_woken_takes_what_is_most_urgent(shop: Workshop) -> None:
    shop.kind.pause = asyncio.Event()
    rung_for, urgent = an_order(ADA), an_order(BEN, priority=Priority.HIGH)
    async with slots(shop, 1):
        await asyncio.sleep(0.01)
        await shop.order(rung_for, urgent)
        shop.bell.ring(Signal.WORK, rung_for.id)
        await until(lambda: shop.kind.thought["check"] == 1)

        assert states(shop, [rung_for, urgent]) == [WorkState.QUEUED, WorkState.RUNNING]


async def test_whoever_comes_too_late_takes_the_next(shop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    quick, rest = an_order(ADA, priority=Priority.HIGH), an_order(BEN)
    take = Runner.run

    async def somebody_is_quicker(self: Runner, due: Work) -> bool:
        return False if due.id == quick.id else await take(self, due)

    monkeypatch.setattr(Runner, "run", somebody_is_quicker)
    async with slots(shop, 1):
        await asyncio.sleep(0.01)
        await shop.order(quick, rest)
        shop.bell.ring(Signal.WORK, quick.id)
        await until(lambda: shop.work(rest).state is WorkState.DONE)


async def test_a_ring_in_the_midst_of_a_look_is_looked_after(
    shop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    looking, go_on = asyncio.Event(), asyncio.Event()
    due = MemoryWorkQueue.due

    async def slowly(self: MemoryWorkQueue, **about: Any) -> Sequence[Work]:
        found = await due(self, **about)
        looking.set()
        await go_on.wait()
        return found

    monkeypatch.setattr(MemoryWorkQueue, "due", slowly)
    order = an_order()
    async with slots(shop, 1) as places:
        await looking.wait()
        await shop.order(order)
        assert not places.take_one()
        shop.bell.ring(Signal.WORK, order.id)
        go_on.set()
        await until(lambda: shop.work(order).state is WorkState.DONE)


async def test_there_is_room_until_every_place_is_taken_or_promised(shop: Workshop) -> None:
    shop.kind.pause = asyncio.Event()
    async with slots(shop, 2) as places:
        async with asyncio.timeout(5):
            await places.room()
        await shop.order(an_order(ADA), an_order(BEN), an_order(BEN))
        assert [places.take_one() for _ in range(3)] == [True, True, False]
        await until(lambda: shop.kind.thought["check"] == 2)
        assert not places.take_one()
        waiting = asyncio.create_task(places.room())
        await asyncio.sleep(0.01)
        assert not waiting.done()

        shop.kind.pause.set()
        async with asyncio.timeout(5):
            await waiting
        assert places.take_one()


async def test_no_slots_do_no_work(shop: Workshop) -> None:
    order = an_order()
    await shop.order(order)

    async with slots(shop, 0, sweep_seconds=0.01) as workers:
        await asyncio.sleep(0.03)
        await workers.check()

    assert shop.work(order).state is WorkState.QUEUED
