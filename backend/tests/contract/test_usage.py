"""What every IUsageLedger promises, whoever keeps it."""

import asyncio
from datetime import date

import pytest

from app.application.generation.work import IGenerationWork
from app.application.unit_of_work import Opens
from app.domain.generation.usage import NOTHING, MonthlyUsage, Spent
from app.domain.shared.ids import UserId
from app.infrastructure.persistence.database import Database
from app.infrastructure.persistence.generation import SqlGenerationWork
from app.infrastructure.persistence.identity import SqlIdentityWork
from tests.builders.identity import ADA, BEN, a_user
from tests.contract.conftest import Backend, opener
from tests.fakes.generation import MemoryGenerationWork
from tests.fakes.identity import MemoryIdentityWork

MAY, JUNE = date(2026, 5, 1), date(2026, 6, 1)
Work = Opens[IGenerationWork]


@pytest.fixture
async def work(backend: Backend) -> Work:
    async with opener(backend, MemoryIdentityWork, SqlIdentityWork)() as people:
        await people.users.add(a_user(ADA))
        await people.users.add(a_user(BEN, "ben@example.com"))
        await people.commit()
    opens: Work = opener(backend, MemoryGenerationWork, SqlGenerationWork)
    return opens


async def charged(work: Work, *, user: UserId = ADA, month: date = MAY, limit: int = 2) -> bool:
    async with work() as unit:
        granted = await unit.usage.charge(user, month, limit=limit)
        await unit.commit()
    return granted


async def refunded(work: Work, month: date = MAY) -> None:
    async with work() as unit:
        await unit.usage.refund(ADA, month)
        await unit.commit()


async def spent(work: Work, cost: Spent) -> None:
    async with work() as unit:
        await unit.usage.settle(ADA, MAY, NOTHING, cost)
        await unit.commit()


async def of(work: Work, month: date = MAY, user: UserId = ADA) -> MonthlyUsage:
    async with work(readonly=True) as unit:
        return await unit.usage.of(user, month)


async def test_a_month_grants_its_limit_and_no_more(work: Work) -> None:
    assert [await charged(work) for _ in range(4)] == [True, True, False, False]
    assert await of(work) == MonthlyUsage(charged=2)


async def test_a_limit_of_none_grants_nothing(work: Work) -> None:
    assert not await charged(work, limit=0)
    assert await of(work) == MonthlyUsage()


async def test_what_is_given_back_can_be_had_again(work: Work) -> None:
    assert [await charged(work) for _ in range(3)] == [True, True, False]

    await refunded(work)

    assert [await charged(work) for _ in range(2)] == [True, False]
    assert await of(work) == MonthlyUsage(charged=3, refunded=1)


async def test_a_month_never_falls_below_nothing(work: Work) -> None:
    await charged(work)
    for _ in range(3):
        await refunded(work)

    assert await of(work) == MonthlyUsage(charged=1, refunded=1)
    await refunded(work, JUNE)
    assert await of(work, JUNE) == MonthlyUsage()


async def test_months_and_users_are_counted_apart(work: Work) -> None:
    assert [await charged(work, limit=1), await charged(work, limit=1, month=JUNE)] == [True, True]
    assert await charged(work, limit=1, user=BEN)

    await refunded(work)

    assert [(await of(work, month)).used for month in (MAY, JUNE)] == [0, 1]
    assert (await of(work, user=BEN)).used == 1


async def test_what_was_spent_adds_up_beside_the_count(work: Work) -> None:
    await spent(work, Spent(tokens=100, cost_micros=7))
    await charged(work)
    await spent(work, NOTHING)
    await spent(work, Spent(tokens=20, cost_micros=5_000_000_000))

    assert await of(work) == MonthlyUsage(charged=1, tokens=120, cost_micros=5_000_000_007)


async def test_what_is_not_committed_was_not_counted(work: Work) -> None:
    async with work() as unit:
        assert await unit.usage.charge(ADA, MAY, limit=1)

    assert await charged(work, limit=1)


@pytest.mark.parametrize("backend", ["sqlite", "postgres"], indirect=True)
async def test_fifty_at_once_with_five_left_are_granted_five(backend: Database, work: Work) -> None:
    for _ in range(3):
        await charged(work, limit=8)

    granted = await asyncio.gather(*(charged(work, limit=8) for _ in range(50)))

    assert granted.count(True) == 5
    assert await of(work) == MonthlyUsage(charged=8)


async def reserved(work: Work, most: int, *, limit: int | None, for_all: bool = False) -> bool:
    async with work() as unit:
        if for_all:
            granted = await unit.usage.reserve_for_all(MAY, most, limit=limit)
        else:
            granted = await unit.usage.reserve(ADA, MAY, most, limit=limit)
        await unit.commit()
    return granted


async def settled(work: Work, most: int, cost: int) -> None:
    async with work() as unit:
        await unit.usage.settle(
            ADA, MAY, Spent(tokens=most, cost_micros=most), Spent(tokens=cost, cost_micros=cost)
        )
        await unit.commit()


async def by_all(work: Work, month: date = MAY) -> MonthlyUsage:
    async with work(readonly=True) as unit:
        return await unit.usage.spent_by_all(month)


@pytest.mark.parametrize("for_all", [False, True])
async def test_what_is_set_aside_never_goes_beyond_the_month(work: Work, for_all: bool) -> None:
    assert not await reserved(work, 101, limit=100, for_all=for_all)
    assert [await reserved(work, 50, limit=100, for_all=for_all) for _ in range(3)] == [True, True, False]
    assert await reserved(work, 50, limit=None, for_all=for_all)

    kept = await (by_all(work) if for_all else of(work))
    assert (kept.cost_micros, kept.reserved_micros) == (0, 150)


async def test_what_was_spent_and_what_is_set_aside_count_together(work: Work) -> None:
    assert await reserved(work, 60, limit=100)
    assert await reserved(work, 60, limit=100, for_all=True)
    await settled(work, 60, 45)

    assert not await reserved(work, 56, limit=100)
    assert not await reserved(work, 56, limit=100, for_all=True)
    assert await reserved(work, 55, limit=100)
    assert await reserved(work, 55, limit=100, for_all=True)
    for usage in (await of(work), await by_all(work)):
        assert (usage.tokens, usage.cost_micros, usage.reserved_micros) == (45, 45, 55)


async def test_a_call_that_was_not_taken_gives_all_of_it_back(work: Work) -> None:
    assert await reserved(work, 100, limit=100)
    assert await reserved(work, 100, limit=100, for_all=True)
    await settled(work, 100, 0)

    assert await of(work) == MonthlyUsage()
    assert await by_all(work) == MonthlyUsage()


async def test_everybody_draws_on_one_month_and_each_on_their_own(work: Work) -> None:
    async with work() as unit:
        for user in (ADA, BEN):
            assert await unit.usage.reserve(user, MAY, 7, limit=7)
            assert await unit.usage.reserve_for_all(MAY, 7, limit=None)
            await unit.usage.settle(user, MAY, Spent(cost_micros=7), Spent(cost_micros=5))
        await unit.commit()

    assert [(await of(work, user=user)).cost_micros for user in (ADA, BEN)] == [5, 5]
    assert await by_all(work) == MonthlyUsage(cost_micros=10)
    assert await by_all(work, JUNE) == MonthlyUsage()


@pytest.mark.parametrize("backend", ["sqlite", "postgres"], indirect=True)
@pytest.mark.parametrize("for_all", [False, True])
async def test_of_thirty_calls_at_once_on_a_month_for_five_five_are_granted(
    backend: Database, work: Work, for_all: bool
) -> None:
    granted = await asyncio.gather(*(reserved(work, 20, limit=119, for_all=for_all) for _ in range(30)))

    assert granted.count(True) == 5
    kept = await (by_all(work) if for_all else of(work))
    assert kept.reserved_micros == 100
