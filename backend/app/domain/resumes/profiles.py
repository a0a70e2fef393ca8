"""A resume as it was read, as a master profile."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from app.domain.profile.model import (
    HELD,
    MOST_LINES,
    Achievement,
    Education,
    Experience,
    Link,
    Profile,
    Project,
    Skill,
    SkillCategory,
)
from app.domain.profile.wording import LINE, PROSE, SENTENCE
from app.domain.resumes.resume import Read, ReadEducation, ReadExperience, ReadPart, ReadResume, Text
from app.domain.shared.ids import UserId
from app.domain.shared.skills import is_soft
from app.domain.shared.time import PartialDate

_MOST_NOTES = 50


def profile_of_resume(resume: ReadResume, *, user_id: UserId, now: datetime) -> Profile:
    """Everything that was read, as far as a profile holds so much; what has no field is a custom field."""
    linkedin, github = (_on(site, resume.links) for site in ("linkedin.com", "github.com"))
    others = [t for t in resume.links if t.value not in (linkedin, github)]
    return Profile(
        user_id=user_id,
        created_at=now,
        updated_at=now,
        full_name=_line(resume.name) or "",
        headline=_line(resume.headline),
        email=_line(resume.email),
        phone=_line(resume.phone),
        location=_line(resume.location),
        website=others[0].value if others else None,
        linkedin=linkedin,
        github=github,
        links=tuple(Link(label=t.value[:LINE], url=t.value) for t in others[1:]),
        professional_summary=_text(resume.summary, PROSE),
        custom_fields=dict(_custom(resume.others)),
        experiences=tuple(_experience(e) for e in resume.experiences)[: HELD[Experience][1]],
        education=tuple(_education(e) for e in resume.education)[: HELD[Education][1]],
        projects=tuple(_projects(resume))[: HELD[Project][1]],
        skills=tuple(_skills(resume))[: HELD[Skill][1]],
        achievements=tuple(_lines(resume.awards, HELD[Achievement][1])),
    )


def _on(site: str, links: Iterable[Text]) -> str | None:
    return next((t.value for t in links if site in t.value), None)


def _experience(read: ReadExperience) -> Experience:
    return Experience(
        title=_line(read.title) or "",
        company=_line(read.company) or "",
        location=_line(read.location),
        start_date=_date(read.start),
        end_date=_date(read.end),
        description=_description(read),
        achievements=tuple(_lines(read.bullets, MOST_LINES)),
    )


def _description(read: ReadExperience) -> str | None:
    """The paragraph at the top, and the lines that are more than an experience holds."""
    parts = [t.value for t in ((read.description,) if read.description else ())]
    parts += [t.value for t in read.bullets[MOST_LINES:]]
    return " ".join(parts)[:PROSE] or None


def _education(read: ReadEducation) -> Education:
    return Education(
        institution=_line(read.school) or "",
        degree=_line(read.degree),
        field_of_study=_line(read.field),
        location=_line(read.location),
        start_date=_date(read.start),
        end_date=_date(read.end),
        gpa=_line(read.gpa),
        honors=tuple(t.value[:SENTENCE] for t in read.notes[:_MOST_NOTES]),
    )


def _projects(resume: ReadResume) -> Iterator[Project]:
    for read in resume.projects:
        yield Project(
            name=read.name.value[:LINE],
            start_date=read.start,
            end_date=read.end,
            highlights=tuple(t.value[:SENTENCE] for t in read.bullets[:_MOST_NOTES]),
        )


def _skills(resume: ReadResume) -> Iterator[Skill]:
    for certificate in resume.certificates:
        yield Skill(
            category=SkillCategory.CERTIFICATION,
            name=certificate.name.value[:LINE],
            issuer=certificate.issuer[:LINE] if certificate.issuer else None,
            date_obtained=certificate.date,
        )
    for language in resume.languages:
        level = language.level[:LINE] if language.level else None
        yield Skill(category=SkillCategory.LANGUAGE, name=language.name.value[:LINE], proficiency=level)
    for skill in resume.skills:
        category = SkillCategory.SOFT if is_soft(skill.name.value) else SkillCategory.TECHNICAL
        yield Skill(category=category, name=skill.name.value[:LINE], group=skill.group)


def _lines(texts: Iterable[Text], most: int) -> Iterator[Achievement]:
    for text, _ in zip(texts, range(most), strict=False):
        yield Achievement(text=text.value[:SENTENCE])


def _custom(parts: Iterable[ReadPart]) -> Iterator[tuple[str, Any]]:
    for part in parts:
        yield part.heading[:LINE], [text.value[:PROSE] for text in part.texts]


def _line(read: Text | None) -> str | None:
    return _text(read, LINE)


def _text(read: Text | None, most: int) -> str | None:
    return read.value[:most] if read else None


def _date(read: Read[PartialDate] | None) -> PartialDate | None:
    return read.value if read else None
