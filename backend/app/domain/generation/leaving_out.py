"""What a person wants left out: the items it strikes, and the career without them."""

from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from app.domain.documents.content import SectionKind
from app.domain.generation.instructions import Wishes
from app.domain.generation.naming import names, names_any
from app.domain.profile.model import (
    Achievement,
    Education,
    Experience,
    Profile,
    Project,
    Skill,
    SkillCategory,
)
from app.domain.shared.ids import ItemId

_SHOWN_IN = {
    SkillCategory.TECHNICAL: SectionKind.SKILLS,
    SkillCategory.SOFT: SectionKind.SKILLS,
    SkillCategory.LANGUAGE: SectionKind.LANGUAGES,
    SkillCategory.CERTIFICATION: SectionKind.CERTIFICATIONS,
}


@dataclass(frozen=True, slots=True)
class Career:
    """What may be shown. `struck` has every item that may not, with the reason."""

    profile: Profile
    struck: Mapping[ItemId, str] = field(default_factory=dict)


def left_out(profile: Profile, wishes: Wishes, sections: tuple[SectionKind, ...], today: date) -> Career:
    """The career without what bears a name that is to be left out, ended too long ago, or has no section."""
    earliest = _earliest(wishes, today)
    struck: dict[ItemId, str] = {}
    for item, section, told in items_of(profile):
        if unwelcome := next((name for name in wishes.left_out if names_any(told, (name,))), None):
            struck[item.id] = f"Left out, as you asked: {unwelcome}."
        elif earliest and (ended := _ended(item)) and ended < earliest:
            struck[item.id] = f"Left out, as you asked: it ended before {_shown(earliest)}."
        elif section not in sections:
            struck[item.id] = f"Left out: the section {section} was not asked for."
    for experience in profile.experiences:
        if experience.id in struck:
            struck |= dict.fromkeys(experience.achievement_ids, struck[experience.id])
    return Career(_without(profile, struck), struck)


def unknown_names(profile: Profile, unsaid: Iterable[str]) -> tuple[str, ...]:
    """Those that nothing in the profile bears."""
    told = [text for _, _, text in items_of(profile)] + [profile.professional_summary or ""]
    told += [e.description or "" for e in profile.experiences] + list(_custom(profile.custom_fields))
    return tuple(name for name in unsaid if not any(names(text, name) for text in told))


def items_of(
    profile: Profile,
) -> Iterator[tuple[Experience | Education | Project | Skill | Achievement, SectionKind, str]]:
    """Every item with the section it is shown in, and what it is known by."""
    for experience in profile.experiences:
        yield experience, SectionKind.EXPERIENCE, f"{experience.title}\n{experience.company}"
        for achievement in experience.achievements:
            yield achievement, SectionKind.EXPERIENCE, achievement.text
    for degree in profile.education:
        known = (degree.degree, degree.field_of_study, degree.institution)
        yield degree, SectionKind.EDUCATION, "\n".join(each for each in known if each)
    for project in profile.projects:
        yield project, SectionKind.PROJECTS, f"{project.name}\n{project.role or ''}"
    for skill in profile.skills:
        yield skill, _SHOWN_IN[skill.category], f"{skill.name}\n{skill.issuer or ''}"
    for award in profile.achievements:
        told = (award.text, award.awarder or "", award.description or "")
        yield award, SectionKind.AWARDS, "\n".join(told)


def _custom(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        for each in value.values():
            yield from _custom(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _custom(each)
    elif isinstance(value, str):
        yield value


def _earliest(wishes: Wishes, today: date) -> tuple[int, int] | None:
    """Year and month; what ended before them is out."""
    ends = []
    if wishes.last_years:
        ends.append((today.year - wishes.last_years, today.month))
    if wishes.since:
        ends.append((wishes.since, 1))
    return max(ends, default=None)


def _shown(when: tuple[int, int]) -> str:
    return f"{when[0]:04d}-{when[1]:02d}"


def _ended(item: Experience | Education | Project | Skill | Achievement) -> tuple[int, int] | None:
    """None: it lasts, says nothing of when, or is a degree or a certificate, which do not end."""
    when = item.end_date if isinstance(item, Experience | Project) else None
    if isinstance(item, Achievement):
        when = item.date
    return (when.year, when.month or 12) if when else None


def _without(profile: Profile, struck: Mapping[ItemId, str]) -> Profile:
    if not struck:
        return profile
    kept = copy(profile)
    kept.experiences = tuple(
        replace(e, achievements=tuple(a for a in e.achievements if a.id not in struck))
        for e in profile.experiences
        if e.id not in struck
    )
    kept.education = tuple(each for each in profile.education if each.id not in struck)
    kept.projects = tuple(each for each in profile.projects if each.id not in struck)
    kept.skills = tuple(each for each in profile.skills if each.id not in struck)
    kept.achievements = tuple(each for each in profile.achievements if each.id not in struck)
    return kept
