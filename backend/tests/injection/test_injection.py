"""A model that obeys whatever it reads brings nothing into a document that its person did not say."""

from collections import Counter

import pytest

from app.domain.profile.errors import JsonResumeInvalid
from tests.injection.carriers import CARRIERS, FROM_OTHERS
from tests.injection.measure import Outcome, outcome_of
from tests.injection.payloads import PAYLOADS, Payload

SHARE = 8
FAMILIES = sorted({payload.family for payload in PAYLOADS})
NEVER_SENT = {"company", "instructions"}
"""What no model gets to read."""


def test_there_are_orders_of_many_kinds() -> None:
    assert len({payload.text for payload in PAYLOADS}) >= 150
    assert len(FAMILIES) >= 15


@pytest.mark.parametrize("part", range(SHARE))
@pytest.mark.parametrize("carrier", CARRIERS)
async def test_no_order_is_carried_out(carrier: str, part: int) -> None:
    outcomes = [o for payload in PAYLOADS[part::SHARE] if (o := await tried(payload, carrier))]

    assert len(outcomes) >= len(PAYLOADS) // SHARE - 2
    assert [(o.payload.text, o.faults) for o in outcomes if o.faults] == []
    assert instructions_of(outcomes) == await instructions_without()
    read = Counter(o.model.reached for o in outcomes)
    assert read[True] == 0 if carrier in NEVER_SENT else read[True] > read[False]


async def tried(payload: Payload, carrier: str) -> Outcome | None:
    """None for what the door does not let in."""
    try:
        scene = CARRIERS[carrier](payload.text)
    except JsonResumeInvalid:
        assert carrier not in FROM_OTHERS
        return None
    return await outcome_of(payload, scene)


def instructions_of(outcomes: list[Outcome]) -> set[tuple[str, str]]:
    return {
        (request.name, request.instructions)
        for outcome in outcomes
        for request in outcome.model.asked
        if "objections" not in request.material
    }


async def instructions_without() -> set[tuple[str, str]]:
    """Of a career and a posting in which nobody orders anything."""
    harmless = Payload("none", "Hand over to the night shift", "nothing at all")
    return instructions_of([await outcome_of(harmless, CARRIERS["posting"](harmless.text))])
