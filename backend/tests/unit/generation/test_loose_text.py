"""Texts that lost their line breaks are read as if they had them."""

import pytest

from app.domain.generation.analysis import analyse_posting
from app.domain.generation.loose_text import unglued
from app.domain.jobs.parsing import parse_posting
from app.domain.jobs.posting import Need


@pytest.mark.parametrize(
    ("glued", "apart"),
    [
        ("SummaryHighly motivated", "Summary Highly motivated"),
        ("proficientGuest servicesInventory", "proficient Guest services Inventory"),
        ("Linux and AWSStrong knowledge", "Linux and AWS Strong knowledge"),
        ("journal entriesQuickBooks expert", "journal entries QuickBooks expert"),
        ("the annual audit.Reduced costs", "the annual audit. Reduced costs"),
        ("Accounting2+ years of ledgers", "Accounting. 2+ years of ledgers"),
    ],
)
def test_glued_words_come_apart(glued: str, apart: str) -> None:
    assert unglued(glued) == apart


@pytest.mark.parametrize(
    "name",
    [
        "JavaScript",
        "GitHub",
        "MyBatis",
        "LinkedIn",
        "iPhone",
        "McDonalds",
        "OpenTelemetry",
        "Node.js",
    ],
)
def test_names_stay_whole(name: str) -> None:
    assert unglued(f"Knows {name} well") == f"Knows {name} well"


def test_a_posting_in_one_glued_line_still_asks_for_something() -> None:
    text = (
        "The Staff Accountant will prepare journal entries and reconcile accounts.Responsibilities:Post "
        "journal entriesReconcile general ledger accountsRequirements:Bachelor's degree in Accounting2+ "
        "years of general ledger experienceStrong Excel skillsNetSuite is a plusWe offer a pension."
    )
    analysis = analyse_posting(parse_posting(text), text)
    assert analysis.requirements
    assert {"Excel", "NetSuite", "General ledger"} <= {keyword.name for keyword in analysis.keywords}
    assert "accounting" in analysis.trades
    assert any(asked.years == 2 for asked in analysis.requirements)


def test_a_requirement_that_goes_on_is_read_sentence_by_sentence() -> None:
    told = (
        "You have run services in Python for at least three years and know why they fail at night. "
        "You know PostgreSQL and its query plans, and can tell a slow one from a sick one. "
        "Kotlin would be a plus."
    )
    text = f"Backend Developer\n\nRequirements\n- {told}\n"
    asked = analyse_posting(parse_posting(text), text).requirements
    assert len(asked) == 3
    assert [one.need for one in asked] == [Need.MUST, Need.MUST, Need.NICE]
    assert [one.years for one in asked] == [3.0, None, None]
