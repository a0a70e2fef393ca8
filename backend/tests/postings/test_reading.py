"""Postings in many styles are read as people read them."""

import pytest

from tests.postings.corpus import postings
from tests.postings.measure import Judged, figures, judge

GOALS = {
    "title": 0.93,
    "company": 0.92,
    "location": 0.88,
    "salary": 0.97,
    "remote": 0.95,
    "type": 0.97,
    "seniority": 0.95,
    "requirements": 0.90,
    "responsibilities": 0.88,
    "benefits": 0.90,
}


@pytest.fixture(scope="module")
def judged() -> tuple[Judged, ...]:
    return judge(one for one in postings() if one.part == "open")


@pytest.mark.parametrize("field", GOALS)
def test_what_an_open_posting_says_is_read(judged: tuple[Judged, ...], field: str) -> None:
    wrong = [one for one in judged if one.field == field and not one.right]

    assert figures(judged)[field].f1 >= GOALS[field], wrong


def test_no_pay_is_made_up(judged: tuple[Judged, ...]) -> None:
    assert [one for one in judged if one.field == "salary" and one.said is None and one.read] == []


def test_there_are_postings_of_many_languages_and_no_two_of_a_name() -> None:
    names = [one.name for one in postings()]

    assert len(names) == len(set(names))
    assert {one.language for one in postings()} >= {"en", "de", "fr", "es", "sv"}
