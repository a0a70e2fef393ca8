"""Careers of many trades in the layouts that people use: what is read of them may not fall."""

import pytest

from tests.foreign.careers import careers
from tests.foreign.measure import Tally, measured

OPEN = {"name": 1.0, "email": 1.0, "phone": 1.0, "title": 0.99, "company": 0.99, "years": 0.99, "entry": 0.98}
SEALED = {
    "name": 1.0,
    "email": 0.97,
    "phone": 1.0,
    "title": 0.93,
    "company": 0.95,
    "years": 0.98,
    "entry": 0.94,
}


@pytest.fixture(scope="module", params=[False, True], ids=["open", "sealed"])
def tallies(request: pytest.FixtureRequest) -> tuple[dict[str, Tally], dict[str, float]]:
    found = measured(career for career in careers() if career.sealed == request.param)
    return found, SEALED if request.param else OPEN


def test_what_is_read_does_not_fall(tallies: tuple[dict[str, Tally], dict[str, float]]) -> None:
    found, floors = tallies
    short = {
        name: round(found["all"].f1(name), 3)
        for name, floor in floors.items()
        if found["all"].f1(name) < floor
    }

    assert short == {}


@pytest.mark.parametrize("layout", ["aside at the left", "aside at the right", "dates beside", "Word table"])
def test_no_layout_loses_whole_entries(
    layout: str, tallies: tuple[dict[str, Tally], dict[str, float]]
) -> None:
    assert tallies[0][layout].f1("entry") >= 0.74
    assert tallies[0][layout].f1("years") == 1.0
