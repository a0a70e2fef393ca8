import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from app.application.work.ports import Signal
from app.application.work.scheduler import Scheduler
from app.domain.shared.errors import Unavailable
from app.domain.shared.schedule import Schedule
from app.domain.shared.work import Priority
from tests.fakes.work import MemoryBackgroundWork
from tests.unit.work.conftest import Workshop, until

DAILY = Schedule(kind="adding", every=timedelta(days=1), offset=timedelta(hours=3))
MORNING = datetime(2026, 3, 5, 9, tzinfo=UTC)


class Clock:
    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


def scheduler(shop: Workshop, now: Callable[[], datetime], schedule: Schedule = DAILY) -> Scheduler:
    return Scheduler(schedules=[schedule], opens=shop.opens, bell=shop.bell, now=now, rest=0)


def orders(shop: Workshop) -> int:
    return len(shop.database.rest.get("work", {}))


@pytest.mark.parametrize(
    ("now", "began"),
    [
        (datetime(2026, 3, 5, 9, tzinfo=UTC), datetime(2026, 3, 5, 3, tzinfo=UTC)),
        (datetime(2026, 3, 5, 3, tzinfo=UTC), datetime(2026, 3, 5, 3, tzinfo=UTC)),
        (datetime(2026, 3, 5, 2, 59, 59, tzinfo=UTC), datetime(2026, 3, 4, 3, tzinfo=UTC)),
    ],
)
def test_a_day_begins_at_its_hour(now: datetime, began: datetime) -> None:
    assert DAILY.period(now) == began
    assert DAILY.next(now) == began + timedelta(days=1)


def test_in_one_period_there_is_one_order_whoever_asks() -> None:
    morning, evening = DAILY.order(MORNING), DAILY.order(MORNING + timedelta(hours=12))

    assert morning == evening
    assert morning.dedupe_key != DAILY.order(MORNING + timedelta(days=1)).dedupe_key
    assert (morning.user_id, morning.priority) == (None, Priority.LOW)


def test_a_period_without_length_is_refused() -> None:
    with pytest.raises(ValueError, match="length"):
        Schedule(kind="adding", every=timedelta(0))


async def test_two_schedulers_order_once_a_period_and_ring_once(shop: Workshop) -> None:
    clock = Clock(MORNING)
    one, other = scheduler(shop, clock), scheduler(shop, clock)

    for day in range(3):
        clock.now = MORNING + timedelta(days=day)
        for each in (one, other, one):
            await each.order()

    assert orders(shop) == 3
    assert [signal for signal, _ in shop.bell.rung] == [Signal.WORK] * 3


async def test_what_is_due_when_the_process_begins_is_ordered_then_and_the_rest_in_its_turn(
    shop: Workshop,
) -> None:
    often = Schedule(kind="adding", every=timedelta(milliseconds=20))
    async with scheduler(shop, lambda: datetime.now(UTC), often):
        await until(lambda: orders(shop) == 3)


async def test_a_database_that_is_away_is_asked_again(
    shop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refuse(self: MemoryBackgroundWork) -> MemoryBackgroundWork:
        raise Unavailable("The database does not answer.")

    often = Schedule(kind="adding", every=timedelta(milliseconds=20))
    with monkeypatch.context() as away:
        away.setattr(MemoryBackgroundWork, "__aenter__", refuse)
        keeping = scheduler(shop, lambda: datetime.now(UTC), often)
        await keeping.__aenter__()
        await asyncio.sleep(0.05)
        assert orders(shop) == 0
    await until(lambda: orders(shop))
    await keeping.__aexit__(None, None, None)
