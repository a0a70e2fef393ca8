"""How much each part of a match weighs."""

from datetime import date

import pytest

from app.domain.generation.matching import MatchReceipt, match
from app.domain.generation.matching.receipt import Part
from tests.builders.careers import TECHNICAL, a_profile, skills
from tests.builders.postings import an_analysis

TODAY = date(2026, 11, 21)
MANY = ("Python", "Docker", "Redis", "Kafka", "Terraform", "Kotlin", "Scala", "Perl")


def receipt_of(*must: str) -> MatchReceipt:
    profile = a_profile(headline="Backend Engineer", skills=skills(TECHNICAL, ("Python",)))
    return match(profile, an_analysis("Backend Engineer", must=must), TODAY)


def parts_of(*must: str) -> dict[str, Part]:
    return {part.name: part for part in receipt_of(*must).parts}


def test_named_skills_weigh_most() -> None:
    parts = parts_of(*MANY)
    assert max(parts.values(), key=lambda part: part.of).name == "keywords"


def test_a_part_weighs_less_where_the_posting_says_little() -> None:
    shares = [
        parts_of(*MANY[:count])["keywords"].of / parts_of(*MANY[:count])["title"].of for count in (1, 2, 8)
    ]
    assert shares == sorted(shares)
    assert len(set(shares)) == 3


@pytest.mark.parametrize(
    "anybodys", ["High school diploma", "Bachelor's degree in any field", "Fluent in English"]
)
def test_what_everybody_is_asked_for_weighs_half_of_what_the_trade_asks(anybodys: str) -> None:
    own, common = receipt_of("Kotlin", anybodys).requirements
    assert common.weight == own.weight / 2


def test_a_degree_is_half_a_skill_among_the_keywords() -> None:
    weights = {k.name: k.weight for k in receipt_of("Kotlin", "Bachelor's degree in any field").keywords}
    assert weights["Bachelor's degree"] == weights["Kotlin"] / 2
