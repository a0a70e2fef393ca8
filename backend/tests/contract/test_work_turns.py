"""Whose turn it is, what waits, and what is forgotten: promises of every IWorkQueue."""

from datetime import UTC, datetime, timedelta

import pytest

from app.domain.shared.work import News, Order, Output, Priority, WorkState
from tests.builders.identity import NOON
from tests.builders.work import ADDING, CHECKING, Sum, an_order
from tests.contract.work import Opener, claim, claimed, due, ordered, state_of


async def test_what_is_paid_for_comes_first_and_what_nobody_waits_for_last(work: Opener) -> None:
    low, normal, high = (an_order(priority=priority) for priority in Priority)
    await ordered(work, low, normal, high)

    found = await due(work)

    assert [each.id for each in found] == [high.id, normal.id, low.id]
    assert [each.priority for each in found] == [Priority.HIGH, Priority.NORMAL, Priority.LOW]


async def test_whoever_has_waited_longer_than_the_head_start_comes_first(work: Opener) -> None:
    now = datetime.now(UTC)
    high = an_order(priority=Priority.HIGH)
    patient = an_order(not_before=now - timedelta(seconds=Priority.HIGH + 60))
    recent = an_order(not_before=now - timedelta(seconds=Priority.HIGH - 60))
    for order in (high, recent, patient):
        await ordered(work, order, now=now)

    assert [found.id for found in await due(work)] == [patient.id, high.id, recent.id]


async def test_what_is_ordered_for_later_waits_for_its_moment(work: Opener) -> None:
    now = datetime.now(UTC)
    later = an_order(not_before=now + timedelta(hours=1))
    long_ago = an_order(not_before=now - timedelta(hours=1))
    await ordered(work, later, long_ago, now=now)

    assert [found.id for found in await due(work)] == [long_ago.id]
    assert await claim(work, later) is None


async def test_work_of_the_house_is_nobodys_and_knows_no_limit(work: Opener) -> None:
    orders = [an_order(None, at_once=1), an_order(None, at_once=1)]
    await ordered(work, *orders)
    assert await claim(work, orders[0])
    assert [found.id for found in await due(work)] == [orders[1].id]

    claims = [await state_of(work, orders[0]), await claim(work, orders[1])]

    assert [found.user_id for found in claims if found] == [None, None]
    with pytest.raises(ValueError, match="house"):
        _ = (claims[0] or await state_of(work, orders[0])).owner


async def test_the_backlog_is_counted_by_kind_and_condition(work: Opener) -> None:
    now = datetime.now(UTC)
    running, silent, done, other = an_order(), an_order(), an_order(), an_order(None, kind="sweeping")
    later = an_order(not_before=now + timedelta(hours=1))
    await ordered(work, an_order(), an_order(), later, running, silent, done, other, now=now)
    await claimed(work, running)
    await claimed(work, silent, lease=0)
    await ended(work, done, WorkState.DONE, at=NOON)

    async with work(readonly=True) as unit:
        backlog = await unit.queue.backlog()

    assert {(part.kind, part.condition): part.count for part in backlog} == {
        ("adding", "due"): 2,
        ("adding", "later"): 1,
        ("adding", "running"): 1,
        ("adding", "abandoned"): 1,
        ("sweeping", "due"): 1,
    }
    assert all(0 <= part.oldest < 60 for part in backlog)


@pytest.mark.parametrize("backend", ["sqlite", "postgres"], indirect=True)
async def test_the_backlog_tells_how_long_the_first_has_waited(work: Opener) -> None:
    now = datetime.now(UTC)
    await ordered(work, *(an_order(not_before=now - timedelta(minutes=n)) for n in (1, 5, 3)))

    async with work(readonly=True) as unit:
        (part,) = await unit.queue.backlog()

    assert 300 <= part.oldest < 330


async def ended(work: Opener, order: Order, state: WorkState, *, at: datetime) -> None:
    """After two steps, of which it told."""
    mine = await claimed(work, order)
    async with work() as unit:
        for step in (ADDING, CHECKING):
            await unit.queue.record(mine, step, Output(Sum((), 0)), now=at)
        await unit.queue.tell(order.id, [News("a", {}), News("b", {})], now=at)
        await unit.queue.finish(mine, state, error=None, now=at)
        await unit.commit()


async def forgotten(work: Opener, *, ended_before: datetime, limit: int = 100) -> int:
    async with work() as unit:
        count = await unit.queue.forget(ended_before=ended_before, lasting={"adding": ["check"]}, limit=limit)
        await unit.commit()
    return count


async def test_of_old_work_only_the_lasting_results_stay(work: Opener) -> None:
    done, failed, house, recent, open_still = an_order(), an_order(), an_order(None), an_order(), an_order()
    await ordered(work, done, failed, house, recent, open_still)
    await ended(work, done, WorkState.DONE, at=NOON)
    await ended(work, failed, WorkState.FAILED, at=NOON)
    await ended(work, house, WorkState.DONE, at=NOON)
    await ended(work, recent, WorkState.DONE, at=NOON + timedelta(days=1))

    assert await forgotten(work, ended_before=NOON + timedelta(hours=1)) == 3
    assert await forgotten(work, ended_before=NOON + timedelta(hours=1)) == 0

    async with work(readonly=True) as unit:
        assert await unit.queue.find(failed.id) is None
        assert await unit.queue.find(house.id) is None
        assert await unit.queue.recall(done.id, CHECKING) == Output(Sum((), 0))
        assert await unit.queue.recall(done.id, ADDING) is None
        assert await unit.queue.events({done.id: 0}) == {done.id: []}
        assert await unit.queue.recall(recent.id, ADDING) is not None
        assert len((await unit.queue.events({recent.id: 0}))[recent.id]) == 2
    assert (await state_of(work, done)).last_event == 0
    assert (await state_of(work, open_still)).state is WorkState.QUEUED


async def test_old_work_goes_a_part_at_a_time(work: Opener) -> None:
    orders = [an_order() for _ in range(5)]
    await ordered(work, *orders)
    for order in orders:
        await ended(work, order, WorkState.CANCELLED, at=NOON)

    removed = [await forgotten(work, ended_before=NOON + timedelta(hours=1), limit=2) for _ in range(4)]

    assert removed == [2, 2, 1, 0]
