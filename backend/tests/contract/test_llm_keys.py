"""What ILLMKeys, IAnswers and the months of own keys promise, whoever keeps them."""

from datetime import date, timedelta

import pytest

from app.application.generation.work import IGenerationWork
from app.application.unit_of_work import Opens
from app.domain.generation.usage import NOTHING, MonthlyUsage, Spent
from app.domain.identity.llm_keys import LLMKey
from app.domain.jobs.pointing.fields import PointedAt, PointedField, PointedOut
from app.domain.jobs.ports import KeptAnswer
from app.domain.shared.ids import UserId
from app.infrastructure.persistence.database import Database
from app.infrastructure.persistence.generation import SqlGenerationWork
from app.infrastructure.persistence.identity import SqlIdentityWork
from tests.builders.identity import ADA, BEN, NOON, a_user
from tests.contract.conftest import Backend, opener
from tests.fakes.generation import MemoryGenerationWork
from tests.fakes.identity import MemoryIdentityWork

MAY, JUNE = date(2026, 5, 1), date(2026, 6, 1)
SAID = PointedOut((PointedAt(PointedField.COMPANY, "Größe & Söhne"),))
Work = Opens[IGenerationWork]


@pytest.fixture
async def work(backend: Backend) -> Work:
    async with opener(backend, MemoryIdentityWork, SqlIdentityWork)() as people:
        await people.users.add(a_user(ADA))
        await people.users.add(a_user(BEN, "ben@example.com"))
        await people.commit()
    opens: Work = opener(backend, MemoryGenerationWork, SqlGenerationWork)
    return opens


def a_key(owner: UserId = ADA, limit: int | None = None) -> LLMKey:
    return LLMKey(
        user_id=owner,
        provider="openai",
        sealed="gAAAAA",
        last_four="1b2c",
        month_limit_micros=limit,
        created_at=NOON,
        updated_at=NOON,
    )


async def put(work: Work, *keys: LLMKey) -> None:
    async with work() as unit:
        for key in keys:
            await unit.llm_keys.remove(key.user_id)
            await unit.llm_keys.add(key)
        await unit.commit()


async def found(work: Work, owner: UserId = ADA) -> LLMKey | None:
    async with work(readonly=True) as unit:
        return await unit.llm_keys.find(owner)


async def test_a_key_comes_back_as_it_was_put_in_place_of_the_one_before(work: Work) -> None:
    await put(work, a_key(limit=7), a_key(BEN))
    key = a_key(limit=5_000_000_000)
    await put(work, key)

    kept = await found(work)

    assert kept
    names = [name for name in LLMKey.__dataclass_fields__ if name != "events"]
    assert [getattr(kept, name) for name in names] == [getattr(key, name) for name in names]


async def test_one_that_is_taken_back_is_gone_and_anothers_is_not(work: Work) -> None:
    await put(work, a_key(), a_key(BEN))
    async with work() as unit:
        assert [await unit.llm_keys.remove(ADA) for _ in range(2)] == [True, False]
        await unit.commit()

    assert await found(work) is None
    assert await found(work, BEN)


async def test_what_own_keys_pay_is_in_their_own_month_and_within_their_own_bound(work: Work) -> None:
    async with work() as unit:
        granted = [await unit.usage.reserve_own(ADA, MAY, 4, limit=9) for _ in range(3)]
        await unit.usage.settle_own(ADA, MAY, Spent(cost_micros=4), Spent(tokens=10, cost_micros=3))
        unbound = await unit.usage.reserve_own(BEN, MAY, 5_000_000_000, limit=None)
        await unit.usage.settle_own(BEN, JUNE, NOTHING, NOTHING)
        await unit.commit()
    async with work(readonly=True) as unit:
        own = [await unit.usage.own(user, month) for user, month in ((ADA, MAY), (BEN, MAY), (BEN, JUNE))]
        others = [await unit.usage.of(ADA, MAY), await unit.usage.spent_by_all(MAY)]

    assert (granted, unbound) == ([True, True, False], True)
    assert own == [
        MonthlyUsage(tokens=10, cost_micros=3, reserved_micros=4),
        MonthlyUsage(reserved_micros=5_000_000_000),
        MonthlyUsage(),
    ]
    assert others == [MonthlyUsage(), MonthlyUsage()]


def an_answer(digest: str = "d" * 64) -> KeptAnswer:
    return KeptAnswer(digest=digest, provider="openai", model="gpt-5-mini", value=SAID)


async def kept(work: Work, *answers: KeptAnswer, owner: UserId = ADA, after: int = 0) -> None:
    async with work() as unit:
        for n, answer in enumerate(answers):
            await unit.answers.keep(owner, answer, now=NOON + timedelta(days=after, seconds=n))
        await unit.commit()


async def answer_to(work: Work, digest: str, owner: UserId = ADA, days: int = 0) -> KeptAnswer | None:
    async with work(readonly=True) as unit:
        return await unit.answers.find(owner, digest, now=NOON + timedelta(days=days))


async def test_an_answer_is_found_by_who_got_it_for_a_month(work: Work) -> None:
    answer = an_answer()
    await kept(work, answer, answer)

    assert await answer_to(work, answer.digest, days=29) == answer
    assert await answer_to(work, answer.digest, days=31) is None
    assert await answer_to(work, answer.digest, owner=BEN) is None
    assert await answer_to(work, "e" * 64) is None


async def test_of_answers_the_newest_200_are_kept_of_each(work: Work) -> None:
    await kept(work, an_answer("b" * 64), owner=BEN)
    await kept(work, *(an_answer(f"{n:064}") for n in range(201)))

    assert await answer_to(work, f"{0:064}") is None
    assert await answer_to(work, f"{1:064}")
    assert await answer_to(work, "b" * 64, owner=BEN)


@pytest.mark.parametrize("backend", ["sqlite", "postgres"], indirect=True)
async def test_an_account_that_goes_takes_all_of_it_along(backend: Database, work: Work) -> None:
    await put(work, a_key())
    await kept(work, an_answer())
    async with work() as unit:
        await unit.usage.reserve_own(ADA, MAY, 4, limit=None)
        await unit.commit()
    async with SqlIdentityWork(backend) as people:
        await people.users.remove(ADA)
        await people.commit()

    assert await found(work) is None
    assert await answer_to(work, "d" * 64) is None
    async with work(readonly=True) as unit:
        assert await unit.usage.own(ADA, MAY) == MonthlyUsage()
