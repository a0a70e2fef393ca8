from datetime import UTC, date, datetime, timedelta, timezone

from app.domain.applications.figures import WEEKS, Counted, figures_of, weeks_before
from app.domain.applications.status import STAGES, ApplicationStatus
from tests.builders.identity import NOON

S = ApplicationStatus


def counted(**about: object) -> Counted:
    facts: dict[str, object] = {
        "by_status_and_source": {},
        "furthest": {},
        "median_seconds": {},
        "saved": [0] * WEEKS,
        "applied": [0] * WEEKS,
    }
    return Counted(**facts | about)  # type: ignore[arg-type]


def test_weeks_begin_on_mondays_in_utc_and_the_last_is_this_one() -> None:
    weeks = weeks_before(NOON)

    assert len(weeks) == WEEKS + 1
    assert all(week.weekday() == 0 and week.tzinfo is UTC for week in weeks)
    assert weeks[-2] <= NOON < weeks[-1]
    assert weeks[-2].date() == date(2025, 12, 29)


def test_a_week_is_that_of_utc_whatever_the_clock_says_here() -> None:
    sunday_night_there = datetime(2026, 1, 4, 23, 30, tzinfo=timezone(timedelta(hours=-3)))

    assert weeks_before(sunday_night_there)[-2].date() == date(2026, 1, 5)


def test_who_went_far_has_been_at_all_before() -> None:
    figures = figures_of(counted(furthest={0: 5, 1: 3, 3: 2}), weeks=weeks_before(NOON))

    assert [stage.status for stage in figures.funnel] == list(STAGES)
    assert [stage.reached for stage in figures.funnel] == [10, 5, 2, 2, 0, 0]
    assert [stage.of_previous for stage in figures.funnel] == [None, 0.5, 0.4, 1.0, 0.0, None]
    assert [stage.of_all for stage in figures.funnel] == [1.0, 0.5, 0.2, 0.2, 0.0, 0.0]


def test_nothing_comes_to_nothing() -> None:
    figures = figures_of(counted(), weeks=weeks_before(NOON))

    assert figures.total == 0
    assert set(figures.by_status.values()) == {0}
    assert list(figures.by_status) == list(S)
    assert {stage.of_all for stage in figures.funnel} == {None}
    assert {stage.median_days for stage in figures.time_in_stage} == {None}


def test_sources_are_told_by_weight_and_then_by_name() -> None:
    standing = {(S.APPLIED, "b"): 1, (S.OFFER, "b"): 1, (S.APPLIED, "c"): 1, (S.APPLIED, "a"): 1}

    figures = figures_of(counted(by_status_and_source=standing), weeks=weeks_before(NOON))

    assert list(figures.by_source.items()) == [("b", 2), ("a", 1), ("c", 1)]
    assert figures.by_status[S.APPLIED] == 3
    assert figures.total == 4


def test_time_in_a_stage_is_told_in_days() -> None:
    figures = figures_of(counted(median_seconds={S.APPLIED: 129_600.0}), weeks=weeks_before(NOON))

    told = {stage.status: stage.median_days for stage in figures.time_in_stage}
    assert told[S.APPLIED] == 1.5
