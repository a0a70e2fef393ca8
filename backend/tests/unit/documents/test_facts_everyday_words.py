"""Achievements told again in everyday words and turns of phrase, each with a false twin."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.documents.facts import Verdict
from tests.unit.documents.test_facts_paraphrases import against

LINES = Path(__file__).with_name("everyday_words.txt")


def told_again(sign: str) -> Iterator[tuple[str, str]]:
    """Each achievement and a line of it that is true (`+`) or not (`-`)."""
    achievement = ""
    for line in LINES.read_text(encoding="utf-8").splitlines():
        if line[:2] == sign + " ":
            yield achievement, line[2:]
        elif line[:2] not in ("+ ", "- "):
            achievement = line


def holds(source: str, line: str) -> bool:
    return against(source, line).verdict is not Verdict.UNSUPPORTED


@pytest.mark.parametrize(("source", "line"), list(told_again("+")))
def test_everyday_words_hold(source: str, line: str) -> None:
    assert holds(source, line), against(source, line).claims


@pytest.mark.parametrize(("source", "line"), list(told_again("-")))
def test_what_they_would_hide_does_not(source: str, line: str) -> None:
    assert not holds(source, line)


def test_each_slight_word_needs_two_that_are_said() -> None:
    source = "Watered 300 potted plants in the nursery"
    assert holds(source, "Each sunny week I watered 300 potted plants in the nursery")
    assert not holds("Watered plants", "Watered plants in hot weather by moonlight at dawn")


def test_a_figure_is_as_firm_as_the_word_for_it() -> None:
    source = "Opened 9 accounts in Wyoming"
    assert holds(source, "Wyoming saw nine fresh accounts open under me")
    assert holds(source, "Wyoming saw 9 fresh accounts open under me")


def test_a_slight_word_in_a_series_is_a_thing_more() -> None:
    source = "Cleared 40 gutters and drains for the parish of Elm"
    assert holds(source, "Cleared 40 gutters and drains for the windy parish of Elm")
    assert not holds(source, "Cleared 40 gutters, slopes and drains for the parish of Elm")


def test_what_came_of_it_has_no_word_of_its_own() -> None:
    source = "Spoke to 60 residents about parking permits"
    assert not holds(
        source, "Spoke to 60 residents about parking permits, which led to a simpler application"
    )


def test_a_cause_is_one_that_a_source_speaks_of() -> None:
    source = "Raised the mark of my parking permits to 9.3; phoned 60 residents"
    assert holds(source, "The mark of my parking permits rose to 9.3 thanks to 60 calls to residents")
    assert not holds(source, "The mark of my parking permits rose to 9.3 thanks to a new feedback form")


def test_idle_turns_say_nothing_and_close_to_closes_nothing() -> None:
    source = "Opened and ran a kiosk in Hove for 47 months"
    assert holds(source, "Close to four years in Hove: opened and ran a kiosk")
    assert holds(source, "A kiosk in Hove was down to me for 47 months, so to speak")


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("Planted bulbs every autumn", "Planted bulbs every spring"),
        ("Called warm leads in Kent", "Called cold leads in Kent"),
        ("Recruited staff for rural branches", "Recruited staff for urban branches"),
    ],
)
def test_of_two_kinds_one_is_not_the_other(source: str, line: str) -> None:
    assert not holds(source, line)
