"""A career whose titles could not be read still speaks of its trade."""

from datetime import date

from app.domain.generation.matching import match
from tests.builders.careers import a_position, a_profile
from tests.builders.postings import an_analysis

TODAY = date(2026, 11, 21)
CLAIMS = ("Settled insurance claims after hail", "Inspected losses as claims adjuster", "Wrote estimates")


def credit_of(*told: str) -> float:
    position = a_position("Property", "Prairie Mutual", "2019-01/", told)
    title = match(a_profile(experiences=(position,)), an_analysis("Claims Adjuster"), TODAY).title
    assert title is not None
    return title.credit


def test_text_that_speaks_of_the_trade_most_counts_half_of_a_title() -> None:
    assert credit_of(*CLAIMS) == 0.25


def test_one_piece_of_text_is_chance() -> None:
    assert credit_of(CLAIMS[0], "Wrote estimates") == 0.0


def test_a_trade_that_is_spoken_of_far_less_than_another_is_not_the_persons() -> None:
    others = tuple(f"Taught pupils as teacher of grade {n}" for n in range(1, 6))
    assert credit_of(*CLAIMS[:2], *others) == 0.0
