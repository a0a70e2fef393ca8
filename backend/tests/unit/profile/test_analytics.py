from dataclasses import replace
from datetime import UTC, date, datetime

from app.domain.profile.analytics import MOST_FINDINGS, Analytics, Finding, analyze
from app.domain.profile.model import Experience, Profile
from app.domain.shared.time import PartialDate
from tests.builders.identity import ADA, NOON
from tests.builders.profile import a_certificate, a_degree, a_profile, a_project, an_experience

TODAY = date(2026, 3, 15)


def looked_at(profile: Profile) -> Analytics:
    return analyze(profile, TODAY, {})


def worked(*spans: tuple[str, str | None]) -> Profile:
    return a_profile(experiences=tuple(spent(f"Job {n}", *span) for n, span in enumerate(spans)))


def spent(title: str, start: str, end: str | None) -> Experience:
    until = PartialDate.parse(end) if end else None
    return an_experience(title, start_date=PartialDate.parse(start), end_date=until)


def found(profile: Profile, code: str, today: date = TODAY, **touched: datetime) -> list[Finding]:
    moments = {e.id: touched[e.title] for e in profile.experiences if e.title in touched}
    return [f for f in analyze(profile, today, moments).findings if f.code == code]


def gaps(profile: Profile) -> list[tuple[str, str | None, int, str, str]]:
    return [
        (g.after.partition(",")[0], g.before and g.before.partition(",")[0], g.months, str(a), str(b))
        for g in looked_at(profile).gaps
        for a, b in [(g.first_month, g.last_month)]
    ]


def test_an_empty_profile_is_nothing_like_complete() -> None:
    empty = looked_at(Profile(user_id=ADA, full_name="Ada", created_at=NOON, updated_at=NOON))

    assert empty.completeness == 0
    assert all(check.advice for check in empty.checks)
    assert [s.section for s in empty.sections] == [
        "contact",
        "introduction",
        "experience",
        "education",
        "skills",
    ]
    assert all(s.completeness == 0 and s.next_step for s in empty.sections)
    assert empty.next_steps[0] == "Add where you have worked."


def test_each_check_that_is_met_counts() -> None:
    profile = a_profile()
    before = looked_at(profile)
    unmet = [check.name for check in before.checks if not check.is_met]

    profile.skills = tuple(replace(profile.skills[0], name=str(n)) for n in range(5))

    assert unmet == ["skills"]
    assert before.next_steps == ("Name at least 5 skills.",)
    assert (before.completeness, looked_at(profile).completeness) == (90, 100)
    assert (before.achievements, before.achievements_with_figures) == (4, 2)


def test_a_section_says_what_would_help_it_most() -> None:
    profile = a_profile(email=None, location=None)

    contact, *others = looked_at(profile).sections

    assert (contact.completeness, contact.next_step) == (0, "Give an e-mail address and a phone number.")
    assert [s.next_step for s in others] == [None, None, None, "Name at least 5 skills."]


def test_a_gap_is_told_only_where_the_months_are_known() -> None:
    career = worked(("2015-01", "2016-03"), ("2015-02", "2015-04"), ("2017-01", "2018"), ("2020-01", None))

    assert gaps(career) == [("Job 0", "Job 2", 9, "2016-04", "2016-12")]
    [gap] = looked_at(career).gaps
    assert gap.place == "/experiences/0"
    assert (gap.after_id, gap.before_id) == (career.experiences[0].id, career.experiences[2].id)


def test_positions_that_overlap_or_follow_at_once_leave_no_gap() -> None:
    assert gaps(worked(("2015-01", "2016-03"), ("2016-04", "2018-01"), ("2017-01", None))) == []
    assert gaps(worked(("2015-01", "2019-03"), ("2015-06", "2015-09"), ("2019-03", None))) == []
    assert gaps(worked(("2015-01", "2016-03"), ("2016", "2018"), ("2019-01", None))) == []


def test_two_months_between_positions_are_no_gap_and_three_are() -> None:
    assert gaps(worked(("2015-01", "2016-03"), ("2016-06", None))) == []
    assert gaps(worked(("2015-01", "2016-03"), ("2016-07", None))) == [
        ("Job 0", "Job 1", 3, "2016-04", "2016-06")
    ]


def test_a_gap_may_last_until_now() -> None:
    assert gaps(worked(("2015-01", "2025-06"))) == [("Job 0", None, 8, "2025-07", "2026-02")]


def test_a_bullet_without_a_result_is_found_where_it_stands() -> None:
    told = ("Responsible for the ward.", "Cut falls on the ward.", "Trained 14 nurses.", "Senkte die Kosten.")
    profile = a_profile(experiences=(an_experience("A", *told),), projects=(a_project(),))

    one, other = found(profile, "no_result")

    assert (one.place, one.evidence) == ("/experiences/0/achievements/0", "Responsible for the ward.")
    assert one.item_id == profile.experiences[0].achievements[0].id
    assert other.place == "/projects/0/highlights/0"


def test_bullets_of_the_same_words_are_one_finding() -> None:
    first = an_experience("A", "Led the night team.", "Wrote rotas.")
    second = an_experience("B", "the night team LED", "Wrote rotas for nights.")

    [repeated] = found(a_profile(experiences=(first, second)), "repeated")

    assert repeated.place == "/experiences/0/achievements/0"
    assert repeated.also == ("/experiences/1/achievements/0",)


def test_what_has_no_date_is_named() -> None:
    profile = a_profile(
        experiences=(an_experience(start_date=None, end_date=None),),
        education=(replace(a_degree(), start_date=None, end_date=None),),
        skills=(replace(a_certificate(), date_obtained=None),),
    )

    assert [f.place for f in found(profile, "no_date")] == [
        "/experiences/0/start_date",
        "/education/0/end_date",
        "/skills/0/date_obtained",
    ]


def test_what_is_stale_is_named() -> None:
    profile = a_profile(
        experiences=(
            spent("Now", "2020-01", None),
            spent("New", "2021-01", None),
            spent("Old", "2001", "2011-03"),
            spent("Less old", "2001", "2011-04"),
        ),
        skills=(a_certificate(),),
    )
    long_ago, lately = datetime(2024, 3, 1, tzinfo=UTC), datetime(2024, 4, 1, tzinfo=UTC)

    unchanged = found(profile, "unchanged", Now=long_ago, New=lately, Old=long_ago)

    assert [(f.place, f.evidence) for f in unchanged] == [
        ("/experiences/0", "Now, Harbour Street Clinic: unchanged since 2024-03-01")
    ]
    assert [f.place for f in found(profile, "ended_long_ago")] == ["/experiences/2"]
    assert [f.place for f in found(profile, "expired")] == ["/skills/0"]
    assert found(profile, "expired", date(2025, 5, 30)) == []


def test_the_same_profile_gives_the_same_answer_and_no_endless_one() -> None:
    position = an_experience("A", *(f"Was there, {n // 26 * 'x'} {chr(97 + n % 26)}" for n in range(50)))
    profile = a_profile(experiences=tuple(replace(position, title=str(n)) for n in range(60)))

    assert looked_at(profile) == looked_at(profile)
    assert len(looked_at(profile).findings) == MOST_FINDINGS
