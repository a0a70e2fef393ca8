import asyncio
from functools import partial

from app.application.work.ports import Signal
from app.application.work.runner import OUR_SIDE, POISONED
from app.domain.shared.errors import NotFound, Unavailable
from app.domain.shared.work import END, Patience, WorkState
from tests.builders.identity import NOON
from tests.builders.work import an_order
from tests.unit.work.conftest import Workshop, until


class JobGone(NotFound): ...


async def test_work_is_done_step_by_step_and_told(shop: Workshop) -> None:
    order = an_order()
    await shop.order(order)

    assert await shop.runner().run(shop.work(order))

    assert shop.work(order).state is WorkState.DONE
    assert [event.kind for event in shop.told(order)] == ["begun", "step", END]
    assert shop.row(order.id).steps["add"].usage == {"tokens": 7}
    assert shop.bell.rung.count((Signal.NEWS, order.id)) == 3


async def test_done_work_is_not_done_again(shop: Workshop) -> None:
    order = an_order()
    await shop.order(order)
    await shop.runner().run(shop.work(order))

    assert not await shop.runner().run(shop.work(order))

    assert shop.kind.thought == {"add": 1, "check": 1}


async def test_after_a_failure_only_what_was_not_done_is_done(shop: Workshop) -> None:
    order = an_order()
    await shop.order(order)
    shop.kind.trouble["check"] = RuntimeError("a loose wire")

    await shop.runner().run(shop.work(order))

    waiting = shop.row(order.id)
    assert (waiting.work.state, waiting.work.failures) == (WorkState.QUEUED, 1)
    assert waiting.work.error == OUR_SIDE, "nothing of the inside is told"
    assert 0.5 <= waiting.due_in <= 1

    shop.kind.trouble.clear()
    waiting.due_in = 0
    await shop.runner().run(shop.work(order))
    assert shop.work(order).state is WorkState.DONE
    assert shop.kind.thought == {"add": 1, "check": 2}


async def test_what_fails_every_time_ends_as_failed(shop: Workshop) -> None:
    order = an_order()
    await shop.order(order)
    shop.kind.trouble["add"] = Unavailable("The provider does not answer.")

    for _ in range(3):
        await shop.runner().run(shop.work(order))
        shop.row(order.id).due_in = 0

    ended = shop.work(order)
    assert (ended.state, ended.error) == (WorkState.FAILED, "The provider does not answer.")
    assert shop.told(order)[-1].kind == END
    assert shop.kind.thought == {"add": 3}


async def test_what_the_domain_refuses_is_not_tried_again(shop: Workshop) -> None:
    order = an_order()
    await shop.order(order)
    shop.kind.trouble["check"] = JobGone("The job was deleted.")

    await shop.runner().run(shop.work(order))

    assert (shop.work(order).state, shop.work(order).error) == (WorkState.FAILED, "The job was deleted.")


async def test_what_cannot_even_begin_is_counted_as_a_failure(shop: Workshop) -> None:
    order = an_order()
    await shop.order(order)
    shop.kind.trouble["begin"] = RuntimeError("a loose wire")

    await shop.runner().run(shop.work(order))

    assert (shop.work(order).state, shop.work(order).failures) == (WorkState.QUEUED, 1)


async def test_a_kind_that_leaves_off_early_has_failed(shop: Workshop) -> None:
    order = an_order()
    await shop.order(order)
    shop.kind.ends = False

    await shop.runner().run(shop.work(order))

    assert (shop.work(order).state, shop.work(order).failures) == (WorkState.QUEUED, 1)


async def test_poisoned_work_ends_as_failed_without_another_try(shop: Workshop) -> None:
    order = an_order()
    await shop.order(order)
    shop.kind.pause = asyncio.Event()
    for n in range(3):
        killed = asyncio.create_task(shop.runner().run(shop.work(order)))
        await until(partial(shop.has_thought, "check", n + 1))
        killed.cancel()
        await asyncio.wait({killed})
        await shop.left_running(order)

    await shop.runner().run(shop.work(order))

    assert shop.work(order).takeovers == 3
    assert (shop.work(order).state, shop.work(order).error) == (WorkState.FAILED, POISONED)


async def test_a_runner_that_is_stopped_hands_the_work_back(shop: Workshop) -> None:
    order = an_order()
    await shop.order(order)
    shop.kind.pause = asyncio.Event()
    running = asyncio.create_task(shop.runner().run(shop.work(order)))
    await until(lambda: shop.kind.thought["check"])

    running.cancel()
    await asyncio.wait({running})

    assert running.cancelled()
    assert (shop.work(order).state, shop.work(order).takeovers) == (WorkState.QUEUED, 0)
    assert shop.bell.rung[-1] == (Signal.WORK, order.id)


async def test_cancelling_interrupts_whoever_works_on_it(shop: Workshop) -> None:
    order = an_order()
    await shop.order(order)
    shop.kind.pause = asyncio.Event()
    running = asyncio.create_task(shop.runner().run(shop.work(order)))
    await until(lambda: shop.kind.thought["check"])

    async with shop.opens() as unit:
        await unit.queue.cancel(order.id, now=NOON)
        await unit.commit()
    shop.bell.ring(Signal.STOP, order.id)

    async with asyncio.timeout(5):
        assert await running
    assert shop.work(order).state is WorkState.CANCELLED
    assert "check" not in shop.row(order.id).steps


async def test_a_process_that_slept_too_long_writes_nothing(shop: Workshop) -> None:
    order = an_order()
    await shop.order(order)
    shop.kind.pause = asyncio.Event()
    asleep = asyncio.create_task(shop.runner("asleep").run(shop.work(order)))
    await until(lambda: shop.kind.thought["check"])
    await shop.lease_runs_out(order)
    awake = asyncio.create_task(shop.runner("awake").run(shop.work(order)))
    await until(lambda: shop.kind.thought["check"] == 2)

    shop.kind.pause.set()
    await asyncio.gather(asleep, awake)

    assert shop.work(order).state is WorkState.DONE
    assert [event.kind for event in shop.told(order)].count(END) == 1
    assert shop.row(order.id).claimed_by == "awake"


async def test_a_beating_heart_keeps_the_lease(shop: Workshop) -> None:
    shop.patience = Patience(lease=0.03)
    order = an_order()
    await shop.order(order)
    shop.kind.pause = asyncio.Event()
    running = asyncio.create_task(shop.runner().run(shop.work(order)))
    await until(lambda: shop.kind.thought["check"])

    for _ in range(3):
        await shop.lease_runs_out(order)
        await until(lambda: shop.row(order.id).lease > 0)

    shop.kind.pause.set()
    assert await running
    assert shop.work(order).state is WorkState.DONE
