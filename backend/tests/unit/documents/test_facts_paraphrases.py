"""Achievements told again as other people would, and with a little more than is true."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.domain.documents.content import Source, SourceKind
from app.domain.documents.facts import LineVerdict, Verdict
from app.domain.documents.facts.gate import hold
from app.domain.documents.facts.sources.grounds import Archive
from tests.builders.careers import a_position, a_profile

TODAY = date(2026, 11, 21)


def told_again(sign: str) -> Iterator[tuple[str, str]]:
    """Each achievement and a line of it that is true (`+`) or not (`-`)."""
    achievement = ""
    for line in Path(__file__).with_name("paraphrases.txt").read_text(encoding="utf-8").splitlines():
        if line[:2] == sign + " ":
            yield achievement, line[2:]
        elif line[:2] not in ("+ ", "- "):
            achievement = line


def against(source: str, line: str) -> LineVerdict:
    """A line that cites one achievement."""
    position = a_position("Clerk", "Harbour Works", "2019-03/2023-06", (source,))
    archive = Archive(a_profile(experiences=(position,)), today=TODAY)
    cited = (Source(SourceKind.ACHIEVEMENT, position.achievements[0].id),)
    return hold(archive, pointer="/lines/0", text=line, sources=cited)


@pytest.mark.parametrize(("source", "line"), list(told_again("+")))
def test_what_is_said_in_other_words_holds(source: str, line: str) -> None:
    found = against(source, line)
    assert found.verdict is not Verdict.UNSUPPORTED, found.claims


@pytest.mark.parametrize(("source", "line"), list(told_again("-")))
def test_what_is_said_beyond_that_does_not(source: str, line: str) -> None:
    assert against(source, line).verdict is Verdict.UNSUPPORTED


def test_the_general_may_stand_for_the_special_and_not_the_other_way_round() -> None:
    special, general = "Gave insulin to residents", "Gave medicines to residents"
    assert against(special, general).verdict is not Verdict.UNSUPPORTED
    assert against(general, special).verdict is Verdict.UNSUPPORTED


def test_a_phrase_may_stand_for_a_word_and_a_word_for_a_phrase() -> None:
    phrase, word = "Tracked down leaks in old boilers", "Found leaks in old boilers"
    assert against(phrase, word).verdict is not Verdict.UNSUPPORTED
    assert against(word, phrase).verdict is not Verdict.UNSUPPORTED


def test_a_general_word_is_no_title() -> None:
    position = a_position("Surgeon", "Harbour Clinic", "2019-03/2023-06", ("Trained cooks in hygiene",))
    archive = Archive(a_profile(experiences=(position,)), today=TODAY)
    cited = (Source(SourceKind.EXPERIENCE, position.id),)
    for title in ("Cook, Harbour Clinic", "Hygiene Trainer, Harbour Clinic"):
        assert hold(archive, pointer="/lines/0", text=title, sources=cited).verdict is Verdict.UNSUPPORTED
    own = hold(archive, pointer="/lines/0", text="Surgeon, Harbour Clinic", sources=cited)
    assert own.verdict is not Verdict.UNSUPPORTED


@pytest.mark.parametrize(
    ("source", "line", "holds"),
    [
        ("Cut energy use by 20%", "Cut energy use by a fifth", True),
        ("Passed 8 of 9 inspections", "Passed most of the inspections", True),
        ("Passed 8 of 9 inspections", "Passed the majority of inspections", True),
        ("Passed 4 of 9 inspections", "Passed most of the inspections", False),
        ("Taught 6 groups of 12 refugees", "Taught 72 refugees", True),
        ("Taught 6 groups of 12 refugees", "Taught 62 refugees", False),
        ("Passed 48 of 50 audits", "Passed 48 audits out of 50", True),
        ("Cleared 400 claims in three months", "Worked off 400 outstanding claims over three months", True),
        ("Cleared 400 claims in three months", "Took over three months to clear 400 claims", False),
        ("Nursed children with 12 nurses", "Nursed children with 12 patients", False),
        ("Cut energy use by 20%", "Cut energy use by a tenth", False),
        ("Opened a school in Leeds", "Opened a fifth school in Leeds", False),
        ("Grew the list from 800 to 3,400 readers", "More than quadrupled the readers, to 3,400", True),
        ("Grew the list from 800 to 3,400 readers", "More than quintupled the readers, to 3,400", False),
        ("Grew the list from 800 to 3,400 readers", "The list grew to 3,400 from 800 readers", True),
        ("Taught pupils aged 11 to 16", "Taught pupils of 11 to 16 years of age", True),
        ("Taught pupils aged 11 to 16", "Taught pupils for 16 years", False),
        ("Worked at three primary schools", "Worked at three elementary schools", True),
        ("Supported managers in 20 cases", "Helped managers with 20 cases", True),
        ("Ran the chess club", "Was in charge of the chess club", True),
        ("Visited the chess club", "Was in charge of the chess club", False),
    ],
)
def test_amounts_and_ranks_in_other_words(source: str, line: str, *, holds: bool) -> None:
    assert (against(source, line).verdict is not Verdict.UNSUPPORTED) is holds
