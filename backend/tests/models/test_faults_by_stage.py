"""Every fault of a provider at every call of a run, each alone."""

import pytest

from tests.api.generations.test_language_model import Place
from tests.llm.server import Fault
from tests.llm.stages import FAULTS, Call, ended_with


@pytest.mark.parametrize("call", Call)
@pytest.mark.parametrize("fault", FAULTS)
async def test_one_call_that_fails_spoils_its_own_part_and_nothing_else(
    place: Place, fault: Fault, call: Call
) -> None:
    ended = await ended_with(place, fault, call)

    assert ended.faults == []
    if fault is Fault.BAD_KEY:  # of all calls: whoever comes after is not asked either
        assert ended.result["notes"]
        return
    notes = ended.result["notes"]
    spoilt = [note for note in notes if f"The {call.part}" in note or f"the {call.part}" in note]
    assert spoilt, notes
    others = {"summary", "experience", "skills"} - {call.part}
    assert [note for note in notes for part in others if f"the {part}" in note.lower()] == []
    assert ended.result["degraded"] is not call.repairs
    assert set(ended.calls) == expected(call)
    assert ended.calls.count(call) <= 3


def expected(failing: Call) -> set[Call]:
    """A part that was not written has nothing to repair."""
    return {call for call in Call if call is failing or not (call.repairs and call.part == failing.part)}
