from app.domain.documents.calendar import show_date
from app.domain.documents.content import Entry, Line, SkillGroup, Source, SourceKind
from app.domain.generation.composing.writing import clean, line
from app.domain.profile.model import Achievement, Skill, SkillCategory
from app.domain.shared.time import PartialDate
from app.domain.shared.tongues import language_name, level_name


def skill_groups(skills: list[Skill]) -> tuple[SkillGroup, ...]:
    """Under the person's own headings, in the person's own spelling; the order is the selection's."""
    groups: dict[tuple[str, SkillCategory], list[Skill]] = {}
    for skill in skills:
        if skill.category in (SkillCategory.TECHNICAL, SkillCategory.SOFT):
            groups.setdefault((clean(skill.group or ""), skill.category), []).append(skill)
    return tuple(_group(label, members) for (label, _), members in groups.items())


def _group(label: str, members: list[Skill]) -> SkillGroup:
    sources = tuple(Source(SourceKind.SKILL, skill.id, "group") for skill in members)
    return SkillGroup(
        label=Line(label, sources) if label else None, items=tuple(_named(skill) for skill in members)
    )


def _named(skill: Skill) -> Line:
    return Line(clean(skill.name), (Source(SourceKind.SKILL, skill.id, "name"),))


def languages(skills: list[Skill], language: str | None = None) -> tuple[SkillGroup, ...]:
    """In that language, where it is given and has names for them; else in the person's own words."""
    spoken = tuple(_language(s, language) for s in skills if s.category is SkillCategory.LANGUAGE)
    return (SkillGroup(None, spoken),) if spoken else ()


def _language(skill: Skill, language: str | None) -> Line:
    name, level = clean(skill.name), clean(skill.proficiency or "")
    if language:
        name, level = language_name(name, language), level_name(level, language)
    if not level:
        return Line(name, (Source(SourceKind.SKILL, skill.id, "name"),))
    sources = tuple(Source(SourceKind.SKILL, skill.id, field) for field in ("name", "proficiency"))
    return Line(f"{name} ({level})", sources)


def certificate_entry(skill: Skill, language: str) -> Entry:
    kind, at = SourceKind.SKILL, skill.id
    return Entry(
        title=_named(skill),
        organization=line(kind, at, "issuer", skill.issuer),
        dates=line(kind, at, "date_obtained", _shown(skill.date_obtained, language)),
    )


def award_entry(award: Achievement, language: str) -> Entry:
    kind, at = SourceKind.ACHIEVEMENT, award.id
    return Entry(
        title=Line(clean(award.text), (Source(kind, at, "text"),)),
        organization=line(kind, at, "awarder", award.awarder),
        dates=line(kind, at, "date", _shown(award.date, language)),
        text=line(kind, at, "description", award.description),
    )


def _shown(when: PartialDate | None, language: str) -> str | None:
    return show_date(when, language) if when else None
