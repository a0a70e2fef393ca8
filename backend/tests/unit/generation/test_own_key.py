"""A run that is paid with its owner's key: by nobody else, whatever becomes of the key."""

from dataclasses import dataclass, replace
from typing import Any

import pytest

from app.application.generation.writing import KEY_GONE, KEY_UNREADABLE, PARTS
from app.application.identity.llm_keys import OwnModel, OwnModels
from app.domain.generation.parts import Part
from app.domain.generation.usage import MonthlyUsage
from app.domain.identity.llm_keys import LLMKey
from app.domain.shared.ids import GenerationId
from tests.builders.generation import an_allowance
from tests.builders.identity import ADA, NOON
from tests.fakes.generation import COST, MOST, PaidWriter
from tests.unit.generation.test_purse import Desk, desk

__all__ = ["desk"]
MONTH = NOON.date().replace(day=1)


@dataclass
class Found(OwnModels):
    """Whatever key there is, it opens this."""

    model: OwnModel | None

    async def find(self, user_id: Any) -> OwnModel | None:
        return self.model


@pytest.fixture
def theirs(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> PaidWriter:
    """Who words what is asked with the key of the person."""
    writer = PaidWriter()
    monkeypatch.setattr("app.application.generation.writing.ModelWriter", lambda llm: writer)
    desk.shop.writing._own = Found(OwnModel(object()))  # type: ignore[arg-type]
    return writer


async def started(desk: Desk, limit: int | None = None) -> GenerationId:
    allowances = replace(an_allowance(tokens=0, cost_micros=0, month=0, for_all=0), own_keys=("openai",))
    desk.shop.generations._allowances = desk.shop.writing._allowances = allowances
    async with desk.shop.opens() as unit:
        await unit.llm_keys.add(a_key(limit))
        await unit.commit()
    return await desk.shop.started()


def a_key(limit: int | None = None) -> LLMKey:
    return LLMKey(
        user_id=ADA,
        provider="openai",
        sealed="x",
        last_four="x",
        month_limit_micros=limit,
        created_at=NOON,
        updated_at=NOON,
    )


async def own_month(desk: Desk) -> MonthlyUsage:
    async with desk.shop.opens(readonly=True) as unit:
        return await unit.usage.own(ADA, MONTH)


async def test_its_owner_pays_for_it_and_nobody_else(desk: Desk, theirs: PaidWriter) -> None:
    generation_id = await started(desk)

    assert await desk.lived(generation_id)

    made = await desk.generation(generation_id)
    assert (theirs.calls, desk.writer.calls) == (3, 0)
    assert (made.own_key, made.token_usage) == (True, 3 * COST.tokens)
    assert await own_month(desk) == MonthlyUsage(tokens=270, cost_micros=27)
    assert await desk.month() == MonthlyUsage(charged=1)
    assert [entry.own_key for entry in await desk.books()] == [True] * 3


async def test_calls_side_by_side_stay_within_the_bound_that_they_set(desk: Desk, theirs: PaidWriter) -> None:
    generation_id = await started(desk, limit=29)

    assert await desk.lived(generation_id)

    assert theirs.calls == 2
    assert (await own_month(desk)).cost_micros <= 29


async def test_a_call_that_a_killed_process_had_under_way_is_theirs_too(
    desk: Desk, theirs: PaidWriter
) -> None:
    generation_id = await started(desk)
    desk.dies_at = f"{PARTS[Part.SKILLS].name}.after_think"
    assert not await desk.lived(generation_id)

    assert await desk.lived(generation_id)

    assert await own_month(desk) == MonthlyUsage(tokens=270 + MOST.tokens, cost_micros=27 + MOST.cost_micros)
    assert await desk.month() == MonthlyUsage(charged=1)
    assert all(entry.own_key for entry in await desk.books())


@pytest.mark.parametrize(("model", "note"), [(None, KEY_GONE), (OwnModel(None), KEY_UNREADABLE)])
async def test_where_the_key_is_no_more_or_opens_no_more_nobody_is_asked(
    desk: Desk, theirs: PaidWriter, model: OwnModel | None, note: str
) -> None:
    generation_id = await started(desk)
    desk.shop.writing._own = Found(model)

    assert await desk.lived(generation_id)

    result = await desk.shop.results.get(generation_id, owner=ADA)
    assert (theirs.calls, desk.writer.calls, result.degraded) == (0, 0, True)
    assert note in result.notes


async def test_a_key_that_is_taken_back_meanwhile_is_not_asked_with_again(
    desk: Desk, theirs: PaidWriter
) -> None:
    generation_id = await started(desk)
    async with desk.shop.opens() as unit:
        await unit.llm_keys.remove(ADA)
        await unit.commit()

    assert await desk.lived(generation_id)

    result = await desk.shop.results.get(generation_id, owner=ADA)
    assert (theirs.calls, desk.writer.calls) == (0, 0)
    assert len([note for note in result.notes if "taken back meanwhile" in note]) == 3


async def test_a_key_to_a_provider_that_is_no_longer_offered_is_as_none(
    desk: Desk, theirs: PaidWriter
) -> None:
    async with desk.shop.opens() as unit:
        await unit.llm_keys.add(a_key())
        await unit.commit()
    generation_id = await desk.started()

    assert await desk.lived(generation_id)

    assert (theirs.calls, desk.writer.calls) == (0, 3)
    assert not (await desk.generation(generation_id)).own_key
