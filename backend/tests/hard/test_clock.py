"""Whether an address has an account is told by no clock, wherever an address can be named.

Of two hundred pairs of answers, put by turns, how often was the one slower than the other (AUC)? One half is
a guess. Measured in CPU time of the process, which a neighbour on the machine does not lengthen.
"""

from pathlib import Path

import pytest

from tests.api.conftest import house_on
from tests.gates.test_enumeration import FLOWS, WHO, Asking, address, people

PAIRS = 200
FIRST = 5
"""Not counted: they warm up."""
SLACK = 0.10


def auc(slower: list[float], faster: list[float]) -> float:
    """How often the first is the slower one; a tie counts half."""
    won = sum((a > b) + (a == b) / 2 for a in slower for b in faster)
    return won / (len(slower) * len(faster))


async def test_no_clock_tells_who_has_an_account(sqlite_url: str, tmp_path: Path) -> None:
    wrong = {}
    async with house_on(sqlite_url, tmp_path / "var", bcrypt_cost=5) as house:
        await people(house, PAIRS + FIRST)
        for name in FLOWS:
            asking = Asking(house, name)
            times: dict[str, list[float]] = {who: [] for who in WHO}
            for turn in range(PAIRS + FIRST):
                for who in sorted(WHO, reverse=bool(turn % 2)):
                    taken, _ = await asking.once(address(who, turn))
                    if turn >= FIRST:
                        times[who].append(taken)
            for who in ("unknown", "closed"):
                found = auc(times["known"], times[who])
                if abs(found - 0.5) > SLACK:
                    wrong[f"{name}: known against {who}"] = round(found, 3)

    assert wrong == {}


@pytest.mark.parametrize(("gap", "expected"), [(0.0, 0.5), (0.5, 1.0)])
def test_a_gap_would_be_seen(gap: float, expected: float) -> None:
    times = [1 + n / 1_000 for n in range(PAIRS)]

    assert auc([t + gap for t in times], times) == pytest.approx(expected, abs=0.01)
