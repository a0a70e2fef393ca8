"""Wherever a process dies around a paid call, however little may be spent: paid once, and never beyond."""

import pytest

from app.application.generation.writing import PARTS
from app.domain.generation.calls import LOST
from app.domain.generation.model import GenerationStatus
from app.domain.generation.parts import OF_A_RESUME, Part
from app.domain.generation.usage import NOTHING
from tests.fakes.generation import MOST
from tests.unit.generation.test_purse import Desk, Killed, desk

__all__ = ["desk"]
PLACES = ("before", "after_think", "after_fence", "after_record", "in_transaction", "after_commit")


@pytest.mark.parametrize("part", OF_A_RESUME)
@pytest.mark.parametrize("place", PLACES)
async def test_a_process_killed_around_a_call_pays_for_nothing_that_was_recorded(
    desk: Desk, part: Part, place: str
) -> None:
    generation_id = await desk.started(tokens=10_000)
    desk.dies_at = f"{PARTS[part].name}.{place}"

    assert not await desk.lived(generation_id)
    recorded, paid = desk.recorded(generation_id), desk.writer.paid.copy()
    assert (part in recorded) == (place == "after_commit")
    assert await desk.lived(generation_id)

    assert desk.writer.paid == {each: paid[each] + (each not in recorded) for each in OF_A_RESUME}
    made = await desk.generation(generation_id)
    assert (made.status, made.reserved) == (GenerationStatus.COMPLETED, NOTHING)
    lost = desk.writer.calls - len(OF_A_RESUME)
    assert made.token_usage == 270 + lost * MOST.tokens
    await desk.require_balance(generation_id)
    answered = [entry.step for entry in await desk.books() if entry.step != LOST]
    assert sorted(answered) == sorted(step.name for step in PARTS.values())


@pytest.mark.parametrize("budget", [100, 199, 200, 290, 300, 390, 400])
@pytest.mark.parametrize("part", OF_A_RESUME)
async def test_no_takeover_takes_a_run_beyond_its_budget(desk: Desk, budget: int, part: Part) -> None:
    """Killed in the midst of a call, again and again: whatever was paid stays within."""
    desk.writer.cost = MOST
    generation_id = await desk.started(tokens=budget)
    for _ in range(6):
        desk.writer.trouble[part] = [Killed()]
        if await desk.lived(generation_id):
            break

    assert desk.writer.calls * MOST.tokens <= budget
    ended = await desk.generation(generation_id)
    assert ended.status is GenerationStatus.COMPLETED
    assert ended.token_usage == desk.writer.calls * MOST.tokens
    await desk.require_balance(generation_id)
