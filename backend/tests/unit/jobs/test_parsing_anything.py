"""Whatever is pasted: no error, no lie about where it stands."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.jobs.parsing import parse_posting, skills_of
from app.domain.jobs.posting import ParsedPosting, Span

POSTING = """\
Warehouse Supervisor
Northwind Freight &amp; Storage Ltd · Memphis, TN (Hybrid)
$52,000 - $58,500 per year
Full-time

About the job
<p>We move boxes.</p>

What you'll do
• Supervise a team of twelve pickers
• Plan shifts, and swap them when
  somebody is ill

Requirements
• 3+ years of experience with SAP &amp; Excel
• Forklift certification

Benefits
• Health insurance
"""
LONGEST = 200_000
"""Characters: what the API takes."""
_WORDS = re.compile(r"[^\W_]+")


def placed(parsed: ParsedPosting) -> Iterator[tuple[str, Span | None]]:
    for found in (parsed.title, parsed.company, parsed.location):
        if found:
            yield found.value, found.span
    for requirement in parsed.requirements:
        yield requirement.text, requirement.span
    for statement in (*parsed.responsibilities, *parsed.benefits):
        yield statement.text, statement.span
    for keyword in parsed.skills:
        yield keyword.written, keyword.span


def wrongly_placed(text: str) -> list[str]:
    wrong = []
    for value, span in placed(parse_posting(text)):
        assert span is not None
        there = set(_WORDS.findall(text[span.start : span.end]))
        if not set(_WORDS.findall(value)) <= there:
            wrong.append(value)
    return wrong


def test_every_span_holds_the_words_of_its_value() -> None:
    parsed = parse_posting(POSTING)
    assert len(list(placed(parsed))) >= 11
    assert wrongly_placed(POSTING) == []


def test_spans_of_pay_workplace_type_and_seniority_show_where_they_are_said() -> None:
    parsed = parse_posting(POSTING)
    assert parsed.salary
    assert parsed.workplace
    assert parsed.employment_type
    said = [found.span for found in (parsed.salary, parsed.workplace, parsed.employment_type)]
    texts = [POSTING[span.start : span.end] for span in said if span]
    assert "$52,000 - $58,500" in texts[0]
    assert "(Hybrid)" in texts[1]
    assert "Full-time" in texts[2]


@pytest.mark.parametrize("text", ["", " ", "\n\n\t\n", "\x00", "•", ":", "<li>", "&amp;", "---\n***"])
def test_nothing_is_read_from_nothing(text: str) -> None:
    parsed = parse_posting(text)
    assert (parsed.title, parsed.company, parsed.location, parsed.salary) == (None, None, None, None)
    assert (parsed.requirements, parsed.responsibilities, parsed.benefits, parsed.skills) == ((), (), (), ())


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("看護師募集\n株式会社あおぞら\n\n必須条件\n・看護師免許\n・経験3年以上\n", "ja"),
        ("Машинист крана\nЗавод\n\nМы ищем людей, которые любят технику\n", "ru"),  # noqa: RUF001
        ("مطلوب ممرضة للعمل في مستشفى المدينة\nالخبرة ثلاث سنوات\n", "ar"),  # noqa: RUF001
        ("간호사 모집\n\n자격요건\n• 경력 3년 이상\n", "ko"),
        ("Siamo alla ricerca di un cuoco che lavori con noi nel nostro ristorante e che sia gentile", "it"),
    ],
)
def test_any_language_is_named_and_never_an_error(text: str, language: str) -> None:
    assert parse_posting(text).language == language


def test_requirements_are_found_under_headings_of_other_scripts() -> None:
    (requirement,) = parse_posting("개발자 모집\n\n자격요건\n• Kotlin과 Docker로 3년 이상\n").requirements
    assert (requirement.years, requirement.skills) == (3, ("Kotlin", "Docker"))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400))
def test_arbitrary_text_is_parsed_without_an_error_and_placed_rightly(text: str) -> None:
    assert wrongly_placed(text) == []
    skills_of(text)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from([*POSTING.splitlines(), "", "<ul><li>", "$5", "Salary:", "1.", "@"]), max_size=40
    )
)
def test_any_shuffle_of_a_posting_is_placed_rightly(lines: list[str]) -> None:
    assert wrongly_placed("\n".join(lines)) == []


def test_the_same_text_gives_the_same_answer() -> None:
    assert parse_posting(POSTING) == parse_posting(POSTING)


@pytest.mark.parametrize(
    "piece",
    [
        POSTING,
        "You will have experience in Java and ",
        "Requirements:\n",
        "$1,000 - ",
        "a, ",
        "<li>a",
        "&lt;",
        "• ",
    ],
)
def test_what_repeats_without_end_is_read(piece: str) -> None:
    """How fast is `make bench`'s to say: what backtracks without end would not come back here."""
    text = (piece * (LONGEST // len(piece) + 1))[:LONGEST]

    assert wrongly_placed(text) == []
