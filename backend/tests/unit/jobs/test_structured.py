"""Postings that come as data: what each field says, and where; what is not as it should be is not there."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.jobs.errors import NoPosting, SeveralPostings
from app.domain.jobs.posting import EmploymentType, Period, Salary, Workplace
from app.domain.jobs.structured import posting_in, postings_in
from tests.builders.board_answers import ashby, greenhouse, json_ld, lever

YEARLY = Salary(31_000, 38_000, "GBP", Period.YEAR)


def facts(data: Any) -> dict[str, Any]:
    return {name: found.value for name, found in posting_in(data).facts.items()}


@pytest.mark.parametrize(
    ("data", "source", "expected"),
    [
        (
            greenhouse(),
            "greenhouse",
            {
                "title": "Senior Ward Nurse",
                "company": "Harbour Street Clinic",
                "location": "Remote, Bristol",
                "workplace": Workplace.REMOTE,
                "salary": Salary(31_000, 38_000.5, "GBP", Period.YEAR),
                "date_posted": date(2026, 4, 17),
                "application_deadline": date(2026, 12, 31),
                "url": "https://job-boards.example.com/harbour/jobs/7",
            },
        ),
        (
            lever(),
            "lever",
            {
                "title": "Ward Nurse",
                "location": "Bristol, UK",
                "workplace": Workplace.HYBRID,
                "employment_type": EmploymentType.FULL_TIME,
                "salary": Salary(18.5, 24, "GBP", Period.HOUR),
                "date_posted": date(2026, 5, 19),
                "url": "https://jobs.example.co/harbour/3414",
            },
        ),
        (
            ashby(),
            "ashby",
            {
                "title": "Ward Nurse",
                "location": "Bristol",
                "workplace": Workplace.REMOTE,
                "employment_type": EmploymentType.PART_TIME,
                "salary": YEARLY,
                "date_posted": date(2026, 4, 27),
                "url": "https://jobs.example.com/harbour/d3bc",
            },
        ),
        (
            json_ld(),
            "json_ld",
            {
                "title": "Ward Nurse & Carer",
                "company": "Harbour Street Clinic",
                "location": "Bristol, England, UK",
                "workplace": Workplace.REMOTE,
                "employment_type": EmploymentType.FULL_TIME,
                "salary": YEARLY,
                "date_posted": date(2026, 10, 1),
                "application_deadline": date(2026, 12, 31),
                "url": "https://example.com/jobs/7",
            },
        ),
    ],
)
def test_every_field_that_says_something_is_read(data: Any, source: str, expected: dict[str, Any]) -> None:
    assert posting_in(data).source == source
    assert facts(data) == expected


@pytest.mark.parametrize(
    "data",
    [
        greenhouse(),
        {"jobs": [greenhouse()], "meta": {"total": 1}},
        [lever()],
        {"jobs": [ashby()], "apiVersion": "1"},
        json_ld(),
        [{"@type": "Organization", "name": "X"}, json_ld()],
        {"@context": "https://schema.org", "@graph": [{"@type": "WebPage"}, json_ld()]},
        {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": json_ld()}]},
        json_ld(**{"@type": ["JobPosting", "Thing"]}),
        json_ld(**{"@type": "http://schema.org/JobPosting"}),
    ],
)
def test_the_pointer_leads_to_the_field_that_says_so(data: Any) -> None:
    for name, found in posting_in(data).facts.items():
        held = data
        for step in (found.pointer or "").split("/")[1:]:
            held = held[int(step)] if isinstance(held, list) else held[step.replace("~1", "/")]
        assert held is not None, name
        assert found.span is None
        assert found.rule


@pytest.mark.parametrize(
    "data", [{}, [], {"a": 1}, [[]], {"title": "X"}, {"@type": "Person"}, [None, 1, "x"]]
)
def test_data_without_a_posting_is_told_as_such(data: Any) -> None:
    with pytest.raises(NoPosting):
        posting_in(data)


def test_of_several_postings_nobody_can_tell_which_is_meant() -> None:
    with pytest.raises(SeveralPostings):
        posting_in({"jobs": [greenhouse(), greenhouse()]})


@pytest.mark.parametrize(
    "base",
    [
        None,
        {},
        "competitive",
        {"currency": "GBP"},
        {"currency": "GBP", "value": {"minValue": 0, "maxValue": 0, "unitText": "YEAR"}},
        {"currency": "GBP", "value": {"minValue": 40_000, "maxValue": 30_000}},
        {"currency": "GBP", "value": {"value": "depends"}},
        {"currency": "GBP", "value": {"value": True}},
        {"currency": "GBP", "value": {"value": 1e300}},
        {"currency": "GBP", "value": {"value": -5}},
        {"currency": "GBP", "value": [1, 2]},
    ],
)
def test_no_pay_is_invented(base: Any) -> None:
    assert "salary" not in facts(json_ld(baseSalary=base, estimatedSalary=json_ld()["baseSalary"]))


@pytest.mark.parametrize(
    ("base", "expected"),
    [
        ({"currency": "eur", "value": 50_000}, Salary(50_000, 50_000, "EUR", None)),
        (
            {"currency": "$", "value": {"value": "20.50", "unitText": "HOUR"}},
            Salary(20.5, 20.5, None, Period.HOUR),
        ),
        ({"value": {"minValue": 9, "unitText": "fortnight"}}, Salary(9, None, None, None)),
        (55_000, Salary(55_000, 55_000, None, None)),
    ],
)
def test_of_pay_no_more_is_said_than_is_there(base: Any, expected: Salary) -> None:
    assert facts(json_ld(baseSalary=base))["salary"] == expected


def test_pay_in_cents_keeps_to_what_its_title_says_of_the_period() -> None:
    silent = {"min_cents": 200_000, "max_cents": 300_000, "currency_type": "USD", "title": "Pay range"}
    assert facts(greenhouse(pay_input_ranges=[silent]))["salary"] == Salary(2_000, 3_000, "USD", None)


@pytest.mark.parametrize("amount", [10**400, -(10**400), float("inf"), float("nan"), "1e9", True])
def test_what_nobody_is_paid_is_no_pay(amount: Any) -> None:
    assert "salary" not in facts(json_ld(baseSalary={"currency": "GBP", "value": {"value": amount}}))


def test_half_a_character_is_left_out() -> None:
    read = posting_in(json_ld(title="Ward \ud800 Nurse", description="<p>Nights\udfff</p>"))

    assert (read.facts["title"].value, read.markup[:14]) == ("Ward Nurse", "<p>Nights </p>")


def test_of_several_salaries_none_is_the_salary() -> None:
    parts = ashby()["compensation"]["summaryComponents"][:1]
    assert "salary" not in facts(ashby(compensation={"summaryComponents": parts * 2}))


@pytest.mark.parametrize("day", ["soon", "2026-13-01", "2026-02-30", "", 7.5, True, -1, [], "0000-00-00"])
def test_what_is_no_day_is_not_there(day: Any) -> None:
    assert "date_posted" not in facts(json_ld(datePosted=day))


@pytest.mark.parametrize("url", ["javascript:alert(1)", "/jobs/7", "https://x", "data:text/html,x", 7, None])
def test_what_is_no_web_address_is_not_there(url: Any) -> None:
    assert "url" not in facts(json_ld(url=url))


def test_fields_beside_the_description_are_told_once_under_their_headings() -> None:
    markup = posting_in(json_ld(qualifications="Calm nerves", skills=["33 days of leave"])).markup

    assert "<p>Requirements</p><ul><li>Calm nerves</li></ul>" in markup
    assert markup.count("33 days of leave") == 1


_HALVES = st.text(st.characters(), max_size=20)
"""Lone halves of characters among them: JSON that a page carries may say them."""
_NUMBERS = st.integers() | st.integers(min_value=10**400) | st.floats()
_SCALARS = st.none() | st.booleans() | _NUMBERS | _HALVES
_ANY = st.recursive(
    _SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
_SHAPES = st.sampled_from([greenhouse(), lever(), ashby(), json_ld()])


@settings(max_examples=200, deadline=None)
@given(_SHAPES, st.data())
def test_whatever_stands_in_a_field_it_is_read_or_left(shape: dict[str, Any], data: st.DataObject) -> None:
    spoilt = shape | {name: data.draw(_ANY) for name in data.draw(st.sets(st.sampled_from(sorted(shape))))}

    for posting in postings_in(spoilt):
        for found in posting.facts.values():
            assert found.value is not None
        told = {name: str(found.value) for name, found in posting.facts.items()}
        json.dumps([told, posting.markup], ensure_ascii=False).encode()
