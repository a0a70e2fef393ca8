from dataclasses import replace
from datetime import date

from app.domain.profile.career import months_worked, years_worked
from app.domain.profile.insights import Gap, analyze, summarize
from app.domain.profile.model import Profile, SkillCategory
from app.domain.shared.time import PartialDate
from tests.builders.identity import ADA, NOON
from tests.builders.profile import a_profile, an_experience

TODAY = date(2026, 3, 15)


def worked(*spans: tuple[str, str | None]) -> Profile:
    return a_profile(
        experiences=tuple(
            an_experience(
                f"Job {n}",
                start_date=PartialDate.parse(start),
                end_date=PartialDate.parse(end) if end else None,
            )
            for n, (start, end) in enumerate(spans)
        )
    )


def test_a_month_worked_twice_counts_once() -> None:
    career = worked(("2020-01", "2020-12"), ("2020-06", "2021-01"), ("2025-12", None), ("2020-02", "2020-03"))

    assert months_worked(career.experiences, today=TODAY) == 13 + 4
    assert years_worked(career.experiences, today=TODAY) == 1.4


def test_work_that_ends_before_it_starts_takes_nothing_away() -> None:
    career = worked(("2020-01", "2020-12"), ("2022-01", "2021-01"))

    assert months_worked(career.experiences, today=TODAY) == 12


def test_a_summary_names_what_is_now() -> None:
    summary = summarize(a_profile(), today=TODAY)

    assert [position.title for position in summary.current_positions] == ["Charge Nurse"]
    assert summary.skills[SkillCategory.LANGUAGE] == ("Łódź dialect",)
    assert summary.counts == {
        "experiences": 2,
        "education": 1,
        "projects": 1,
        "skills": 3,
        "achievements": 5,
    }


def test_an_empty_profile_is_nothing_like_complete() -> None:
    empty = analyze(Profile(user_id=ADA, full_name="Ada", created_at=NOON, updated_at=NOON))

    assert empty.completeness == 0
    assert all(check.advice for check in empty.checks)


def test_each_check_that_is_met_counts() -> None:
    profile = a_profile()
    before = analyze(profile)
    unmet = [check.name for check in before.checks if not check.is_met]

    profile.skills = tuple(replace(profile.skills[0], name=str(n)) for n in range(5))

    assert unmet == ["skills"]
    assert (before.completeness, analyze(profile).completeness) == (90, 100)
    assert (before.achievements, before.achievements_with_figures) == (4, 2)


def test_a_gap_is_told_only_where_the_months_are_known() -> None:
    career = worked(("2015-01", "2016-03"), ("2015-02", "2015-04"), ("2017-01", "2018"), ("2020-01", None))

    assert analyze(career).gaps == (
        Gap(after="Job 0, Harbour Street Clinic", before="Job 2, Harbour Street Clinic", months=9),
    )
