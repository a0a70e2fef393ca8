from dataclasses import replace
from datetime import date

from app.domain.profile.career import months_worked, years_worked
from app.domain.profile.insights import summarize
from app.domain.profile.model import Profile, SkillCategory
from app.domain.shared.time import PartialDate
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


def test_positions_of_one_employment_are_one_stay() -> None:
    first, second, third = (
        replace(e, employment=stay)
        for e, stay in zip(
            worked(("2015-01", "2016-12"), ("2016-07", "2018-06"), ("2020-01", "2020-12")).experiences,
            ("Harbour", "Harbour", None),
            strict=True,
        )
    )

    stays = summarize(a_profile(experiences=(first, third, second)), today=TODAY).employers

    assert [(s.titles, s.months) for s in stays] == [(("Job 0", "Job 1"), 42), (("Job 2",), 12)]
