"""What an applicant tracking system makes of a letter."""

from dataclasses import replace

import pytest

from app.domain.documents.ats import RuleResult, ats_score
from app.domain.documents.content import DocumentContent, Line
from tests.builders.letters import a_plain_letter, letter_of


def rule(content: DocumentContent, name: str, **about: object) -> RuleResult:
    receipt = ats_score(content, **about)  # type: ignore[arg-type]
    return next(rule for rule in receipt.rules if rule.rule == name)


def of_words(count: int) -> DocumentContent:
    return a_plain_letter((" ".join(["word"] * count),))


@pytest.mark.parametrize(
    ("count", "points"), [(250, 15), (400, 15), (125, 7.5), (249, 14.94), (600, 7.5), (800, 0)]
)
def test_a_letter_has_250_to_400_words(count: int, points: float) -> None:
    length = rule(of_words(count), "length-letter")

    assert length.points == points
    assert (length.fix is None) == (250 <= count <= 400)
    assert f"{count} words" in length.evidence


def test_a_letter_that_is_short_for_want_of_a_career_says_what_to_add() -> None:
    assert "add what you did" in str(rule(of_words(100), "length-letter").fix)
    assert "Cut it" in str(rule(of_words(500), "length-letter").fix)


def test_what_makes_it_a_letter_is_looked_for() -> None:
    content = of_words(300)
    assert rule(content, "letter-parts").points == 15

    letter = replace(letter_of(content), subject=None, recipient=(), closing=Line(" ", ()))
    parts = rule(replace(content, letter=letter), "letter-parts")

    assert parts.points == 7.5
    assert parts.fix == "Add recipient, subject, closing."


def test_eight_keywords_are_enough_for_a_letter() -> None:
    named = [f"Toolname{n}" for n in range(8)]
    content = a_plain_letter((", ".join(named),))

    enough = rule(content, "keywords", keywords=[*named, *(f"Absent{n}" for n in range(30))])
    half = rule(content, "keywords", keywords=[*named[:4], *(f"Absent{n}" for n in range(30))])

    assert (enough.points, enough.fix) == (40, None)
    assert half.points == 20
    assert half.fix
