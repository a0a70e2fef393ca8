from typing import Any

from app.domain.documents.content import (
    DocumentContent,
    Entry,
    Line,
    Section,
    SectionKind,
    Source,
    SourceKind,
)
from app.domain.generation.analysis import JobAnalysis
from app.domain.generation.compiled import CompiledProfile
from app.domain.generation.composing.career import education_entry, position_entry, project_entry
from app.domain.generation.composing.header import header_of
from app.domain.generation.composing.headings import title_of
from app.domain.generation.composing.own_fields import interests, publications, volunteering
from app.domain.generation.composing.skills import award_entry, certificate_entry, languages, skill_groups
from app.domain.generation.composing.writing import chosen_sentences, is_prose
from app.domain.profile.model import Profile, SkillCategory
from app.domain.shared.ids import ItemId

_CERTIFICATE = SkillCategory.CERTIFICATION


def compose(
    profile: Profile, compiled: CompiledProfile, analysis: JobAnalysis, language: str = "en"
) -> DocumentContent:
    """Nothing is said that the person did not say: only headings, dates' form and commas are ours."""
    career = [_experience(profile, compiled, language), _projects(profile, compiled, language)]
    schooling = _education(profile, compiled, language)
    middle = [schooling, *career] if compiled.education_first else [*career, schooling]
    sections = [_summary(profile, compiled, language), *middle, *_rest(profile, compiled, language)]
    return DocumentContent(
        language=language,
        header=header_of(profile, analysis),
        sections=tuple(section for section in sections if section),
    )


def _summary(profile: Profile, compiled: CompiledProfile, language: str) -> Section | None:
    said = chosen_sentences(profile.professional_summary, compiled.summary)
    if not said:
        return None
    sources = (Source(SourceKind.PROFILE, ItemId(profile.id), "professional_summary"),)
    texts = (" ".join(said),) if is_prose(said) else said
    return Section(
        kind=SectionKind.SUMMARY,
        title=title_of(SectionKind.SUMMARY, language),
        paragraphs=tuple(Line(text, sources) for text in texts),
    )


def _experience(profile: Profile, compiled: CompiledProfile, language: str) -> Section | None:
    held = {experience.id: experience for experience in profile.experiences}
    entries = tuple(position_entry(held[chosen.id], chosen, language) for chosen in compiled.experiences)
    return _entries(SectionKind.EXPERIENCE, language, entries)


def _projects(profile: Profile, compiled: CompiledProfile, language: str) -> Section | None:
    held = {project.id: project for project in profile.projects}
    entries = tuple(project_entry(held[chosen.id], chosen, language) for chosen in compiled.projects)
    return _entries(SectionKind.PROJECTS, language, entries)


def _education(profile: Profile, compiled: CompiledProfile, language: str) -> Section | None:
    held = {degree.id: degree for degree in profile.education}
    entries = tuple(education_entry(held[at], compiled.courses, language) for at in compiled.education)
    return _entries(SectionKind.EDUCATION, language, entries)


def _rest(profile: Profile, compiled: CompiledProfile, language: str) -> list[Section | None]:
    by_id = {skill.id: skill for skill in profile.skills}
    skills = [by_id[at] for at in compiled.skills if by_id[at].name.strip()]
    awards = {award.id: award for award in profile.achievements}
    certificates = tuple(certificate_entry(s, language) for s in skills if s.category is _CERTIFICATE)
    won = tuple(award_entry(awards[at], language) for at in compiled.awards if awards[at].text.strip())
    return [
        _section(SectionKind.SKILLS, language, groups=skill_groups(skills)),
        _entries(SectionKind.CERTIFICATIONS, language, certificates),
        _section(SectionKind.LANGUAGES, language, groups=languages(skills)),
        _entries(SectionKind.AWARDS, language, won),
        _section(
            SectionKind.PUBLICATIONS, language, bullets=publications(profile, compiled.others, language)
        ),
        _entries(SectionKind.VOLUNTEERING, language, volunteering(profile, compiled.others, language)),
        _section(SectionKind.INTERESTS, language, groups=interests(profile, compiled.others)),
    ]


def _entries(kind: SectionKind, language: str, entries: tuple[Entry | None, ...]) -> Section | None:
    return _section(kind, language, entries=tuple(entry for entry in entries if entry))


def _section(kind: SectionKind, language: str, **parts: Any) -> Section | None:
    """A section that would be empty is left out."""
    return Section(kind=kind, title=title_of(kind, language), **parts) if any(parts.values()) else None
