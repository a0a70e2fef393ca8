"""Degrees by the letters that people put for them."""

import pytest

from app.domain.shared.degrees import DegreeLevel, levels_in


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("B.Tech in Computer Science", DegreeLevel.BACHELOR),
        ("BE in Mechanics", DegreeLevel.BACHELOR),
        ("BFA Graphic Design", DegreeLevel.BACHELOR),
        ("BS Computer Science", DegreeLevel.BACHELOR),
        ("LLB, Leeds", DegreeLevel.BACHELOR),
        ("M.Ed. Curriculum", DegreeLevel.MASTER),
        ("MS Statistics", DegreeLevel.MASTER),
        ("MCA 2012", DegreeLevel.MASTER),
        ("JD and active bar membership", DegreeLevel.DOCTORATE),
        ("AAS Dental Hygiene", DegreeLevel.ASSOCIATE),
    ],
)
def test_a_degree_is_known_by_its_letters(text: str, level: DegreeLevel) -> None:
    assert levels_in(text) == (level,)


@pytest.mark.parametrize(
    "text",
    [
        "MS Office and MS Project",
        "BA Analyst",
        "to be in it",
        "Built the BE in Go",
        "as in all",
        "JD: see below",
    ],
)
def test_the_same_letters_elsewhere_are_no_degree(text: str) -> None:
    assert levels_in(text) == ()
