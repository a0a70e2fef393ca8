"""A resume whose line ends were lost."""

import re
from typing import Any

import pytest

from app.domain.resumes.parsing import parse_resume
from app.domain.resumes.resume import Read, ReadResume
from tests.unit.resumes.texts import GLUED, NURSE, RUN_TOGETHER


def said(read: Read[Any] | None) -> str | None:
    return str(read.value) if read else None


def careers(resume: ReadResume) -> list[tuple[str | None, ...]]:
    return [
        (said(e.title), said(e.company), said(e.start), "now" if e.current else said(e.end))
        for e in resume.experiences
    ]


def test_positions_are_found_by_their_dates() -> None:
    assert careers(parse_resume(RUN_TOGETHER)) == [
        ("Senior Accountant", "Company Name", "2016-01", "now"),
        ("Staff Accountant", "Company Name", "2012-05", "2015-12"),
    ]


def test_each_sentence_is_told_of_the_position_it_stands_under() -> None:
    first, second = parse_resume(RUN_TOGETHER).experiences

    assert [bullet.value for bullet in first.bullets] == [
        "Prepares monthly statements for four entities.",
        "Trains two juniors in reconciliations.",
    ]
    assert [bullet.value for bullet in second.bullets] == ["Posted journal entries and paid suppliers."]


def test_headings_run_into_the_text_still_open_sections() -> None:
    accountant = parse_resume(RUN_TOGETHER)

    assert accountant.headline
    assert accountant.headline.value == "ACCOUNTANT"
    assert accountant.summary
    assert accountant.summary.value.startswith("Careful accountant")
    assert {"Accounts payable", "general ledger", "Excel"} <= {s.name.value for s in accountant.skills}
    (school,) = accountant.education
    assert (school.degree and school.degree.value, school.school and school.school.value) == (
        "Bachelor of Science",
        "State University",
    )


def test_headings_glued_to_the_next_word_still_open_sections() -> None:
    lead = parse_resume(GLUED)

    assert lead.summary
    assert lead.summary.value == "Warehouse lead who keeps orders moving."
    assert [s.name.value for s in lead.skills] == ["Forklift", "Inventory management", "RF scanner"]
    assert careers(lead) == [
        ("Warehouse Supervisor", "Keystone Freight", "2016-09", "now"),
        ("Forklift Operator", "Delta Depot", "2012-03", "2016-08"),
    ]
    assert lead.education[0].degree
    assert lead.education[0].degree.value == "High School Diploma"


def test_a_word_that_is_also_a_heading_is_left_in_its_sentence() -> None:
    text = (
        "Summary Teacher with a Master of Education and deep Experience in public schools, who gained her "
        "Skills in the classroom and her Education in the field over many years and in three states. "
        "Experience Teacher August 2014 to Current Hill School Austin, TX Taught grade three."
    )
    teacher = parse_resume(text)

    assert teacher.summary
    assert teacher.summary.value.endswith("three states.")
    assert len(teacher.experiences) == 1


@pytest.mark.parametrize("text", [NURSE, RUN_TOGETHER, GLUED])
def test_no_word_is_lost(text: str) -> None:
    kept = repr(parse_resume(text))

    assert [word for word in re.findall(r"(?<![A-Za-z.@/])[a-z]{4,}", text) if word not in kept] == []


def test_sections_in_another_order_give_the_same_career() -> None:
    start = RUN_TOGETHER.index("Experience")
    end = RUN_TOGETHER.index("Education")
    moved = RUN_TOGETHER[start:end] + RUN_TOGETHER[:start] + RUN_TOGETHER[end:]

    assert careers(parse_resume(moved)) == careers(parse_resume(RUN_TOGETHER))


def test_the_same_text_gives_the_same_reading() -> None:
    assert parse_resume(RUN_TOGETHER) == parse_resume(RUN_TOGETHER)


@pytest.mark.parametrize(
    "text",
    [
        "2018 - " * 2_000,
        "Baker 2018 - 2020 " * 800,
        "Experience " * 1_500,
        "Skills: a, " * 1_500,
        "(" * 20_000,
        "x" * 200_000,
        "a\n" * 8_000,
    ],
    ids=["dates", "entries", "headings", "lists", "brackets", "one word", "lines"],
)
def test_a_text_made_to_be_slow_is_read_all_the_same(text: str) -> None:
    assert len(parse_resume(text).experiences) <= text.count("2018")
