"""What was read becomes a profile that keeps all of it."""

from datetime import UTC, date, datetime
from uuid import UUID

from app.domain.profile.career import years_worked
from app.domain.profile.custom_fields import require_sound
from app.domain.profile.model import MOST_LINES, Profile, SkillCategory
from app.domain.resumes.parsing import parse_resume
from app.domain.resumes.profiles import profile_of_resume
from app.domain.shared.ids import UserId
from tests.unit.resumes.texts import NURSE, RUN_TOGETHER

NOW = datetime(2026, 1, 1, tzinfo=UTC)


def profile_of(text: str) -> Profile:
    return profile_of_resume(parse_resume(text), user_id=UserId(UUID(int=1)), now=NOW)


def test_a_resume_becomes_a_profile() -> None:
    nurse = profile_of(NURSE)

    assert (nurse.full_name, nurse.linkedin) == ("Amara Lindqvist", "linkedin.com/in/amaralindqvist")
    assert [e.company for e in nurse.experiences] == ["Bayview Medical Center", "St. Brendan Hospital"]
    assert nurse.experiences[0].is_current
    kinds = {s.name: s.category for s in nurse.skills}
    assert kinds["Registered Nurse"] is SkillCategory.CERTIFICATION
    assert kinds["Spanish"] is SkillCategory.LANGUAGE
    assert kinds["Triage"] is SkillCategory.TECHNICAL
    assert nurse.custom_fields["INTERESTS"] == ["Long distance swimming and choir"]


def test_years_can_be_counted_in_a_text_without_lines() -> None:
    assert years_worked(profile_of(RUN_TOGETHER).experiences, today=date(2022, 1, 1)) == 9.8


def test_more_lines_than_an_experience_holds_are_kept_as_its_description() -> None:
    lines = "".join(f"- Baked loaf number {n}\n" for n in range(MOST_LINES + 2))
    baker = profile_of("EXPERIENCE\nBaker\nLoaf Inc\n2018 - 2020\n" + lines)

    assert len(baker.experiences[0].achievements) == MOST_LINES
    assert (
        baker.experiences[0].description
        == f"Baked loaf number {MOST_LINES} Baked loaf number {MOST_LINES + 1}"
    )


def test_what_a_profile_cannot_keep_never_gets_in() -> None:
    hostile = profile_of("A\x00B\x07\n\ud800 EXPERIENCE\n" + "x" * 50_000 + "\n\x1b[31mSKILLS\nred\x08\n")

    require_sound(hostile.custom_fields)
