"""What a posting calls the work, and what it says to everybody."""

import pytest

from app.domain.generation.analysis import analyse_posting
from app.domain.generation.conditions import is_condition, without_conditions
from app.domain.generation.told_title import title_told
from app.domain.jobs.parsing import parse_posting
from app.domain.jobs.posting import Seniority
from tests.builders.postings import an_analysis


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Carpenter wanted: small company needs a hand for trim and doors.", "Carpenter"),
        ("Our client, a maker of pumps, seeks a Controller reporting to the CFO.", "Controller"),
        ("We are looking for an experienced Graphic Designer to join us.", "Graphic Designer"),
        ("<p><b>Branch Manager</b></p>Accountable for sales and staff.", "Branch Manager"),
        ("Director, Human Resources. Leads a team of 14.", "Director, Human Resources"),
        ("Personal Banker at a credit union. Opens accounts.", "Personal Banker"),
        ("We believe in people. Our office has plants.", ""),
        ("Knowledge of trim, cabinets and doors.", ""),
    ],
)
def test_the_work_is_called_by_the_words_that_the_text_opens_with_or_asks_for(text: str, title: str) -> None:
    assert title_told(text) == title


def test_a_posting_without_a_title_has_the_trade_and_level_of_what_it_is_called() -> None:
    text = (
        "Store Manager, fashion boutique. Lead a team of 12 and the visual merchandising. 3 years in retail."
    )
    analysis = analyse_posting(parse_posting(text), text)
    assert (analysis.title, analysis.called) == ("", "Store Manager")
    assert analysis.trades == ("retail",)
    assert analysis.seniority is Seniority.MANAGER


def test_a_title_is_what_the_posting_is_called_by() -> None:
    assert an_analysis("Baker", must=("Sourdough",)).called == ""


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Undergo and pass a background investigation", True),
        ("Must be legally authorized to work in the United States", True),
        ("Direct deposit of salary is required", True),
        ("Pass a drug screen and hold a CDL Class A", False),
        ("Bachelor's degree; background check required", False),
        ("Experience with background music", False),
    ],
)
def test_a_condition_asks_nothing_of_what_a_person_can_do(text: str, condition: bool) -> None:
    assert is_condition(text) is condition


def test_conditions_are_no_requirements_and_lend_no_words() -> None:
    text = """\
Baker

Requirements
- Two years of sourdough baking
- Pass a background investigation
- Serve a trial period

Equal opportunity employer: we hire regardless of race, gender identity or veteran status.
"""
    analysis = analyse_posting(parse_posting(text), text)
    assert [r.text for r in analysis.requirements] == ["Two years of sourdough baking"]
    words = {term.as_written for term in analysis.vocabulary}
    assert "sourdough" in words
    assert words.isdisjoint({"veteran", "trial", "investigation", "gender"})


def test_a_long_line_keeps_what_it_says_of_the_work() -> None:
    work = "Bake bread by night for forty shops. " * 10
    assert without_conditions(f"{work}A background check is part of it.").strip() == work.strip()
