"""What a language model invents reaches no document unmarked."""

import pytest

from tests.liars.measure import End, fates, kept_out, shown
from tests.truth.corpus import Career, Part, careers

KEPT_OUT = 0.95
"""Of each career's inventions; the gate by itself does not know all of them."""
IN_SUMMARY = 4
"""One in so many is told in the summary too, a whole run each."""
OPEN = [career for career in careers() if career.part is Part.OPEN]


@pytest.mark.parametrize("career", OPEN, ids=lambda career: career.name)
async def test_no_lie_gets_through_that_the_gate_would_know(career: Career) -> None:
    found = await fates(career, every=IN_SUMMARY)

    assert len(found) >= 25
    assert len({fate.case.kind for fate in found}) >= 10
    lost = [fate for fate in found if fate.lost_on_the_way]
    assert lost == [], "\n".join(shown(lost))
    assert kept_out(found) >= KEPT_OUT, "\n".join(shown(found))
    assert sum(fate.end is End.TAKEN_BACK for fate in found) > len(found) / 2
