"""What every ILLMCalls promises, whoever keeps it."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from app.application.generation.work import IGenerationWork
from app.application.unit_of_work import Opens
from app.domain.generation.calls import LLMCall, ModelUsage
from app.domain.generation.parts import WriterCall
from app.domain.shared.ids import GenerationId, UserId
from app.domain.shared.page import Page, Slice
from app.infrastructure.persistence.database import Database
from app.infrastructure.persistence.generation import SqlGenerationWork
from app.infrastructure.persistence.identity import SqlIdentityWork
from app.infrastructure.persistence.llm_calls import llm_calls
from tests.builders.generation import a_generation
from tests.builders.identity import ADA, BEN, NOON, a_user
from tests.contract.conftest import Backend, opener
from tests.fakes.generation import MemoryGenerationWork
from tests.fakes.identity import MemoryIdentityWork

MAY, JUNE = date(2026, 5, 1), date(2026, 6, 1)
ALL = Slice()
Work = Opens[IGenerationWork]


@pytest.fixture
async def work(backend: Backend) -> Work:
    async with opener(backend, MemoryIdentityWork, SqlIdentityWork)() as people:
        await people.users.add(a_user(ADA))
        await people.users.add(a_user(BEN, "ben@example.com"))
        await people.commit()
    opens: Work = opener(backend, MemoryGenerationWork, SqlGenerationWork)
    return opens


async def entered(work: Work, user: UserId = ADA, *, after: int = 0, **about: Any) -> LLMCall:
    """With the generation that it belongs to."""
    generation = a_generation(user)
    facts: dict[str, Any] = {
        "prompt": "summary-1",
        "provider": "openai",
        "model": "gpt",
        "outcome": "answered",
        "input_tokens": 1000,
        "output_tokens": 50,
        "cost_micros": 5_000_000_000,
        "seconds": 1.5,
    }
    month = about.pop("month", MAY)
    call = LLMCall.of(
        WriterCall(**(facts | about)),
        user_id=user,
        generation_id=GenerationId(generation.id),
        month=month,
        step="generate_content.summary",
        at=NOON + timedelta(seconds=after),
    )
    async with work() as unit:
        await unit.generations.add(generation)
        await unit.calls.add(call)
        await unit.commit()
    return call


async def page(work: Work, user: UserId = ADA, part: Slice = ALL) -> Page[LLMCall]:
    async with work(readonly=True) as unit:
        return await unit.calls.page(user, part)


async def by_model(work: Work, month: date = MAY, user: UserId = ADA) -> list[ModelUsage]:
    async with work(readonly=True) as unit:
        return list(await unit.calls.by_model(user, month))


async def test_an_entry_comes_back_as_it_was_written(work: Work) -> None:
    call = await entered(work)

    [kept] = (await page(work)).items

    names = [name for name in LLMCall.__dataclass_fields__ if name != "events"]
    assert [getattr(kept, name) for name in names] == [getattr(call, name) for name in names]


async def test_they_come_in_parts_the_newest_first_and_nobody_sees_another_ones(work: Work) -> None:
    calls = [await entered(work, after=n) for n in (2, 0, 1)]
    await entered(work, BEN, after=3)

    found = await page(work, part=Slice(2))
    rest = await page(work, part=Slice(2, 2))

    assert [call.id for call in (*found.items, *rest.items)] == [calls[n].id for n in (0, 2, 1)]
    assert (found.total, rest.total) == (3, 3)


async def test_a_month_is_summed_by_model_the_dearest_first(work: Work) -> None:
    for about in (
        {"cost_micros": 3},
        {"cost_micros": 4, "outcome": "unusable"},
        {"cost_micros": 100, "model": "dear"},
        {"cost_micros": 7, "provider": "anthropic"},
        {"cost_micros": 1_000, "month": JUNE},
    ):
        await entered(work, **about)
    await entered(work, BEN)

    assert await by_model(work) == [
        _used("openai", "dear", 1, 100),
        _used("anthropic", "gpt", 1, 7),
        _used("openai", "gpt", 2, 7),
    ]
    assert await by_model(work, date(2026, 7, 1)) == []


def _used(provider: str, model: str, calls: int, cost: int) -> ModelUsage:
    return ModelUsage(
        provider=provider,
        model=model,
        calls=calls,
        input_tokens=1000 * calls,
        output_tokens=50 * calls,
        cost_micros=cost,
    )


async def test_an_entry_outlasts_its_generation(work: Work) -> None:
    call = await entered(work)
    async with work() as unit:
        assert call.generation_id
        generation = await unit.generations.get(call.generation_id, owner=ADA)
        await unit.generations.remove(generation)
        await unit.commit()

    [kept] = (await page(work)).items
    assert (kept.id, kept.generation_id) == (call.id, None)


async def test_what_is_not_committed_is_not_in_the_books(work: Work) -> None:
    call = await entered(work)
    async with work() as unit:
        again = LLMCall(
            **{name: getattr(call, name) for name in LLMCall.__dataclass_fields__ if name != "id"}
        )
        await unit.calls.add(again)

    assert (await page(work)).total == 1


@pytest.mark.parametrize("backend", ["sqlite", "postgres"], indirect=True)
async def test_an_account_that_goes_takes_its_entries_with_it(backend: Database, work: Work) -> None:
    await entered(work)
    kept = await entered(work, BEN)
    async with SqlIdentityWork(backend) as people:
        await people.users.remove(ADA)
        await people.commit()

    async with backend.engine.connect() as connection:
        left = await connection.scalar(select(func.count()).select_from(llm_calls))
    assert left == 1
    assert [call.id for call in (await page(work, BEN)).items] == [kept.id]
