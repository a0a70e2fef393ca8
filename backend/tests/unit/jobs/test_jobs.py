import pytest

from app.domain.jobs.errors import DraftOnBoard, TitleMissing
from app.domain.jobs.model import JobStatus, with_workplace
from app.domain.jobs.pay import in_words
from app.domain.jobs.posting import Found, ParsedPosting, Period, Salary, Statement, Workplace
from app.domain.jobs.reading import LONGEST_LINE, LONGEST_STATEMENT, MOST_STATEMENTS, facts_of
from tests.builders.identity import NOON
from tests.builders.jobs import a_job


@pytest.mark.parametrize(
    ("salary", "words"),
    [
        (Salary(60_000, 80_000, "EUR", Period.YEAR), "EUR 60,000 - 80,000 per year"),
        (Salary(25.5, None, "USD", Period.HOUR), "from USD 25.50 per hour"),
        (Salary(None, 4_000, None, Period.MONTH), "up to 4,000 per month"),
        (Salary(300, 300, "GBP", None), "GBP 300"),
        (Salary(0, 10, "GBP", Period.DAY), "GBP 0 - 10 per day"),
        (Salary(None, None, "GBP", Period.DAY), None),
    ],
)
def test_pay_reads_like_a_person_wrote_it(salary: Salary, words: str | None) -> None:
    assert in_words(salary) == words
    assert a_job(salary=salary).salary_range == words


@pytest.mark.parametrize(
    ("said", "before", "agreed"),
    [
        ({"workplace": Workplace.REMOTE}, None, {"workplace": Workplace.REMOTE, "remote": True}),
        ({"workplace": Workplace.HYBRID}, None, {"workplace": Workplace.HYBRID, "remote": False}),
        ({"remote": True}, Workplace.ONSITE, {"workplace": Workplace.REMOTE, "remote": True}),
        ({"remote": False}, Workplace.REMOTE, {"workplace": None, "remote": False}),
        ({"remote": False}, Workplace.HYBRID, {"remote": False}),
        (
            {"remote": True, "workplace": Workplace.HYBRID},
            None,
            {"remote": True, "workplace": Workplace.HYBRID},
        ),
        ({"title": "Cook"}, Workplace.REMOTE, {"title": "Cook"}),
    ],
)
def test_remote_and_workplace_agree(
    said: dict[str, object], before: Workplace, agreed: dict[str, object]
) -> None:
    assert with_workplace(said, now_at=before) == agreed


def test_what_a_text_says_is_cut_to_the_room_there_is() -> None:
    long = Statement("a" * (LONGEST_STATEMENT + 1))
    parsed = ParsedPosting(
        language="en",
        title=Found("Cook\n  at " + "x" * 300, None, "rule"),
        company=Found("   ", None, "rule"),
        benefits=(long,) * (MOST_STATEMENTS + 1),
    )

    facts = facts_of(parsed, "text")

    assert facts["title"].startswith("Cook at x")
    assert len(facts["title"]) == LONGEST_LINE
    assert "company" not in facts
    assert len(facts["benefits"]) == MOST_STATEMENTS
    assert {len(line.text) for line in facts["benefits"]} == {LONGEST_STATEMENT}


def test_a_draft_is_not_put_on_the_board() -> None:
    with pytest.raises(DraftOnBoard):
        a_job(None).change({"status": JobStatus.DRAFT}, now=NOON)
    a_job().change({"status": JobStatus.DRAFT}, now=NOON)


def test_a_job_keeps_a_title() -> None:
    with pytest.raises(TitleMissing):
        a_job().change({"title": ""}, now=NOON)
