"""What every IWorkQueue promises, whoever keeps it."""

import asyncio
import time
from uuid import uuid4

import pytest
from sqlalchemy import select, update

from app.domain.shared.ids import UserId, WorkId
from app.domain.shared.work import LeaseLost, News, Order, Output, Work, WorkState
from app.infrastructure.persistence.clock import clock
from app.infrastructure.persistence.database import Database
from app.infrastructure.persistence.work_tables import work as work_table
from tests.builders.identity import ADA, BEN, NOON
from tests.builders.work import ADDING, CHECKING, Sum, an_order
from tests.contract.conftest import Backend
from tests.contract.work import Opener, claim, claimed, due, ordered, state_of
from tests.fakes.work import MemoryBackgroundWork


async def test_what_is_ordered_is_due(work: Opener) -> None:
    order = an_order()
    await ordered(work, order)

    (found,) = await due(work)

    assert found == Work(
        id=order.id,
        kind="adding",
        subject_id=order.subject_id,
        user_id=ADA,
        priority=0,
        state=WorkState.QUEUED,
        epoch=0,
        failures=0,
        takeovers=0,
        last_event=0,
        error=None,
    )
    assert await due(work, kinds=("something else",)) == []


async def test_the_same_key_orders_once(work: Opener) -> None:
    await ordered(work, an_order(dedupe_key="adding:1"))

    async with work() as unit:
        assert not await unit.queue.add(an_order(dedupe_key="adding:1"), now=NOON)
        await unit.commit()

    assert len(await due(work)) == 1


async def test_work_is_found_by_its_id(work: Opener) -> None:
    order = an_order()
    await ordered(work, order, an_order())

    async with work(readonly=True) as unit:
        found = await unit.queue.find(order.id)
        assert found is not None
        assert (found.id, found.subject_id) == (order.id, order.subject_id)
        assert await unit.queue.find(WorkId(ADA)) is None


async def test_a_claim_holds_others_off_until_its_lease_is_over(work: Opener) -> None:
    order = an_order()
    await ordered(work, order)

    first = await claimed(work, order, lease=60)

    assert (first.state, first.epoch, first.takeovers) == (WorkState.RUNNING, 1, 0)
    assert await claim(work, order) is None
    assert await due(work) == []


async def test_work_of_the_dead_is_taken_over_and_that_is_counted(work: Opener) -> None:
    order = an_order()
    await ordered(work, order)
    await claimed(work, order, lease=0)

    assert [found.id for found in await due(work)] == [order.id]
    second = await claimed(work, order)

    assert (second.epoch, second.takeovers, second.failures) == (2, 1, 0)


async def test_whoever_was_taken_over_can_write_nothing(work: Opener) -> None:
    order = an_order()
    await ordered(work, order)
    late = await claimed(work, order, lease=0)
    await claimed(work, order)

    async with work() as unit:
        with pytest.raises(LeaseLost):
            await unit.queue.hold(late, lease=60)
    async with work() as unit:
        with pytest.raises(LeaseLost):
            await unit.queue.finish(late, WorkState.DONE, error=None, now=NOON)
    async with work() as unit:
        with pytest.raises(LeaseLost):
            await unit.queue.postpone(late, seconds=0, error="late")
    async with work() as unit:
        await unit.queue.release(late)
        await unit.commit()
    assert (await state_of(work, order)).state is WorkState.RUNNING


async def test_a_heartbeat_keeps_the_lease(work: Opener) -> None:
    order = an_order()
    await ordered(work, order)
    mine = await claimed(work, order, lease=0)

    async with work() as unit:
        await unit.queue.hold(mine, lease=60)
        await unit.commit()

    assert await claim(work, order) is None


async def test_a_step_comes_back_as_it_was_recorded(work: Opener) -> None:
    order = an_order()
    await ordered(work, order)
    mine = await claimed(work, order)
    result = Output(Sum((1, 2), 3, "naïve ∑"), {"tokens": 12})

    async with work() as unit:
        await unit.queue.record(mine, ADDING, result, now=NOON)
        await unit.commit()

    async with work(readonly=True) as unit:
        assert await unit.queue.recall(order.id, ADDING) == result
        assert await unit.queue.recall(order.id, CHECKING) is None


async def test_a_step_that_is_not_committed_was_not_done(work: Opener) -> None:
    order = an_order()
    await ordered(work, order)
    mine = await claimed(work, order)

    async with work() as unit:
        await unit.queue.record(mine, ADDING, Output(Sum((), 0)), now=NOON)

    async with work(readonly=True) as unit:
        assert await unit.queue.recall(order.id, ADDING) is None


async def test_events_are_numbered_for_each_work_without_a_gap(work: Opener) -> None:
    one, two = an_order(), an_order()
    await ordered(work, one, two)
    for order, words in ((one, "ab"), (two, "x"), (one, "c")):
        async with work() as unit:
            await unit.queue.tell(order.id, [News(word, {"said": word}) for word in words], now=NOON)
            await unit.commit()

    async with work(readonly=True) as unit:
        told = await unit.queue.events({one.id: 1, two.id: 0})

    assert [(event.seq, event.kind, event.data) for event in told[one.id]] == [
        (2, "b", {"said": "b"}),
        (3, "c", {"said": "c"}),
    ]
    assert [(event.seq, event.created_at) for event in told[two.id]] == [(1, NOON)]
    assert (await state_of(work, one)).last_event == 3


async def test_nothing_new_is_told_apart_from_nothing_there(work: Opener) -> None:
    there, gone = an_order(), an_order()
    await ordered(work, there)

    async with work(readonly=True) as unit:
        assert await unit.queue.events({there.id: 0, gone.id: 0}) == {there.id: []}


async def test_finished_work_is_not_to_be_had(work: Opener) -> None:
    order = an_order()
    await ordered(work, order)
    mine = await claimed(work, order)

    async with work() as unit:
        await unit.queue.finish(mine, WorkState.FAILED, error="It broke.", now=NOON)
        await unit.commit()

    ended = await state_of(work, order)
    assert (ended.state, ended.error) == (WorkState.FAILED, "It broke.")
    assert await claim(work, order) is None
    assert await due(work) == []


async def test_postponed_work_waits_and_its_failures_are_counted_apart(work: Opener) -> None:
    order = an_order()
    await ordered(work, order)
    mine = await claimed(work, order)

    async with work() as unit:
        await unit.queue.postpone(mine, seconds=60, error="not now")
        await unit.commit()

    assert await due(work) == []
    assert await claim(work, order) is None
    later = await state_of(work, order)
    assert (later.state, later.failures, later.takeovers) == (WorkState.QUEUED, 1, 0)


async def test_released_work_is_due_at_once_and_blames_nobody(work: Opener) -> None:
    order = an_order()
    await ordered(work, order)
    mine = await claimed(work, order)

    async with work() as unit:
        await unit.queue.release(mine)
        await unit.commit()

    again = await claimed(work, order)
    assert (again.epoch, again.failures, again.takeovers) == (2, 0, 0)


async def test_leases_of_the_known_dead_end_at_once(work: Opener) -> None:
    theirs, mine = an_order(), an_order()
    await ordered(work, theirs, mine)
    await claim(work, theirs, by="the dead")
    await claim(work, mine, by="me")

    async with work() as unit:
        assert await unit.queue.expire(claimed_by="the dead") == 1
        await unit.commit()

    assert [found.id for found in await due(work)] == [theirs.id]


async def test_cancelling_ends_the_work_and_shuts_out_its_holder(work: Opener) -> None:
    order = an_order()
    await ordered(work, order)
    mine = await claimed(work, order)

    async with work() as unit:
        assert await unit.queue.cancel(order.id, now=NOON)
        await unit.commit()

    assert (await state_of(work, order)).state is WorkState.CANCELLED
    async with work() as unit:
        with pytest.raises(LeaseLost):
            await unit.queue.hold(mine, lease=60)
        assert not await unit.queue.cancel(order.id, now=NOON)
    assert await due(work) == []


async def test_removed_work_is_gone_with_all_it_told(work: Opener) -> None:
    order = an_order()
    await ordered(work, order)
    mine = await claimed(work, order)
    async with work() as unit:
        await unit.queue.record(mine, ADDING, Output(Sum((), 0)), now=NOON)
        await unit.queue.tell(order.id, [News("a", {})], now=NOON)
        await unit.commit()

    async with work() as unit:
        await unit.queue.remove(order.id)
        await unit.commit()

    async with work(readonly=True) as unit:
        assert await unit.queue.find(order.id) is None
        assert await unit.queue.events({order.id: 0}) == {}


async def test_a_user_has_no_more_running_than_allowed_and_others_are_not_held_up(work: Opener) -> None:
    mine, theirs = [an_order(ADA, at_once=2) for _ in range(3)], an_order(UserId(BEN), at_once=2)
    await ordered(work, *mine, theirs)

    assert await claim(work, mine[0])
    assert await claim(work, mine[1])
    assert await claim(work, mine[2]) is None

    assert [found.id for found in await due(work)] == [theirs.id]
    assert await claim(work, theirs)


async def test_how_much_goes_at_once_is_said_by_each_order_for_itself(work: Opener) -> None:
    """As when somebody's tier was raised, or lowered, between two of them."""
    first, narrow, wide = an_order(at_once=1), an_order(at_once=1), an_order(at_once=3)
    await ordered(work, first, narrow, wide)
    assert await claim(work, first)

    assert [found.id for found in await due(work)] == [wide.id]
    assert await claim(work, narrow) is None
    assert await claim(work, wide)

    third, fourth = an_order(at_once=3), an_order(at_once=3)
    await ordered(work, third, fourth)
    assert await claim(work, third)
    assert await claim(work, fourth) is None
    assert await due(work) == []


async def test_where_nothing_is_said_two_go_at_once(work: Opener) -> None:
    orders = [
        Order(id=WorkId(uuid4()), kind="adding", subject_id=uuid4(), user_id=ADA, dedupe_key=str(n))
        for n in range(3)
    ]
    await ordered(work, *orders)

    assert [await claim(work, order) is not None for order in orders] == [True, True, False]


async def test_the_dead_do_not_count_against_the_user(work: Opener) -> None:
    dead, waiting = an_order(at_once=1), an_order(at_once=1)
    await ordered(work, dead, waiting)
    await claimed(work, dead, lease=0)

    assert {found.id for found in await due(work)} == {dead.id, waiting.id}
    assert await claim(work, waiting)


async def test_of_many_claims_at_once_one_is_granted(work: Opener) -> None:
    order = an_order()
    await ordered(work, order)

    claims = await asyncio.gather(*(claim(work, order, by=str(n)) for n in range(8)))

    assert sum(found is not None for found in claims) == 1


async def test_many_claims_at_once_keep_to_the_users_limit(work: Opener) -> None:
    orders = [an_order(at_once=2) for _ in range(6)]
    await ordered(work, *orders)

    claims = await asyncio.gather(*(claim(work, order) for order in orders))

    assert sum(found is not None for found in claims) == 2


async def test_events_told_at_once_are_all_there_in_one_order(work: Opener) -> None:
    order = an_order()
    await ordered(work, order)

    async def tell(word: str) -> None:
        async with work() as unit:
            await unit.queue.tell(order.id, [News(word, {}), News(word, {})], now=NOON)
            await unit.commit()

    # The fake is a snapshot: of two that overlap the later wins. A database has them stand in a line.
    words = [str(n) for n in range(4)]
    if isinstance(work(), MemoryBackgroundWork):
        for word in words:
            await tell(word)
    else:
        await asyncio.gather(*(tell(word) for word in words))

    async with work(readonly=True) as unit:
        told = (await unit.queue.events({order.id: 0}))[order.id]
    assert [event.seq for event in told] == list(range(1, 9))
    assert sorted(event.kind for event in told) == sorted(words * 2)


@pytest.mark.parametrize("backend", ["sqlite", "postgres"], indirect=True)
async def test_leases_run_by_the_databases_clock(
    backend: Backend, work: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A process whose clock is an hour wrong neither loses its work nor keeps it too long."""
    assert isinstance(backend, Database)
    order = an_order()
    await ordered(work, order)
    wrong = time.time() + 3600
    monkeypatch.setattr(time, "time", lambda: wrong)

    await claimed(work, order, lease=60)

    assert await claim(work, order) is None
    async with backend.engine.begin() as connection:
        left = select(work_table.c.lease_until - clock()).where(work_table.c.id == order.id)
        assert 50 < (await connection.scalar(left) or 0) <= 60
        await connection.execute(update(work_table).values(lease_until=clock() - 0.001))
    assert await claim(work, order)
