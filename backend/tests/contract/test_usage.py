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
