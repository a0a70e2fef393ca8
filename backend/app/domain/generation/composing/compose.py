from typing import Any

from app.domain.documents.content import (
    DocumentContent,
    Entry,
    Line,
    Section,
    SectionKind,
    Source,
    SourceKind,
    lines_of,
)
from app.domain.generation.analysis import JobAnalysis
from app.domain.generation.compiled import CompiledProfile
from app.domain.generation.composing.career import education_entry, position_entry, project_entry
from app.domain.generation.composing.header import header_of
from app.domain.generation.composing.own_fields import interests, publications, volunteering
from app.domain.generation.composing.skills import award_entry, certificate_entry, languages, skill_groups
from app.domain.generation.composing.writing import chosen_sentences, is_prose
from app.domain.generation.headings import title_of
from app.domain.generation.mother_tongue import written_in
from app.domain.generation.naming import names_any
from app.domain.generation.repairing import without
from app.domain.profile.model import Profile, SkillCategory
from app.domain.shared.ids import ItemId

_CONTACTS = "/header/contacts"
_CERTIFICATE = SkillCategory.CERTIFICATION


def compose(
    profile: Profile,
    compiled: CompiledProfile,
    analysis: JobAnalysis,
    language: str = "en",
    *,
    translated: bool = False,
) -> DocumentContent:
    """Nothing is said that the person did not say: only headings, dates' form and commas are ours.

    `translated`: the names and levels of spoken languages are put in the document's language too.
    """
    career = [_experience(profile, compiled, language), _projects(profile, compiled, language)]
    schooling = _education(profile, compiled, language)
    middle = [schooling, *career] if compiled.education_first else [*career, schooling]
    rest = _rest(profile, compiled, language, translated=translated)
    sections = [_summary(profile, compiled, language), *middle, *rest]
    content = DocumentContent(
        language=language,
        header=header_of(profile, analysis, compiled.left_out),
        sections=_in_order([section for section in sections if section], compiled.sections),
    )
    return silent_on(compiled.unsaid, content) if compiled.unsaid else content


def silent_on(unsaid: tuple[str, ...], content: DocumentContent) -> DocumentContent:
    """A headline or an honour may name what is to be left out; a name, a way to reach the person stays."""
    naming = {pointer for pointer, line in lines_of(content) if names_any(line.text, unsaid)}
    return without(content, {pointer for pointer in naming if not pointer.startswith(_CONTACTS)})


def _in_order(sections: list[Section], order: tuple[SectionKind, ...] | None) -> tuple[Section, ...]:
    if order is None:
        return tuple(sections)
    by_kind = {section.kind: section for section in sections}
    return tuple(by_kind[kind] for kind in order if kind in by_kind)


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
    entries = tuple(
        project_entry(held[chosen.id], chosen, language, compiled.unsaid) for chosen in compiled.projects
    )
    return _entries(SectionKind.PROJECTS, language, entries)


def _education(profile: Profile, compiled: CompiledProfile, language: str) -> Section | None:
    held, own = {degree.id: degree for degree in profile.education}, written_in(profile)
    entries = tuple(
        education_entry(held[at], compiled.courses, language, compiled.unsaid, own)
        for at in compiled.education
    )
    return _entries(SectionKind.EDUCATION, language, entries)


def _rest(
    profile: Profile, compiled: CompiledProfile, language: str, *, translated: bool
) -> list[Section | None]:
    by_id = {skill.id: skill for skill in profile.skills}
    skills = [by_id[at] for at in compiled.skills if by_id[at].name.strip()]
    awards = {award.id: award for award in profile.achievements}
    certificates = tuple(certificate_entry(s, language) for s in skills if s.category is _CERTIFICATE)
    won = tuple(award_entry(awards[at], language) for at in compiled.awards if awards[at].text.strip())
    most, unsaid = compiled.others, compiled.unsaid
    written = publications(profile, most, language, unsaid=unsaid)
    helped = volunteering(profile, most, language, unsaid=unsaid)
    return [
        _section(SectionKind.SKILLS, language, groups=skill_groups(skills)),
        _entries(SectionKind.CERTIFICATIONS, language, certificates),
        _section(SectionKind.LANGUAGES, language, groups=languages(skills, language if translated else None)),
        _entries(SectionKind.AWARDS, language, won),
        _section(SectionKind.PUBLICATIONS, language, bullets=written),
        _entries(SectionKind.VOLUNTEERING, language, helped),
        _section(SectionKind.INTERESTS, language, groups=interests(profile, most, unsaid=unsaid)),
    ]


def _entries(kind: SectionKind, language: str, entries: tuple[Entry | None, ...]) -> Section | None:
    return _section(kind, language, entries=tuple(entry for entry in entries if entry))


def _section(kind: SectionKind, language: str, **parts: Any) -> Section | None:
    """A section that would be empty is left out."""
    return Section(kind=kind, title=title_of(kind, language), **parts) if any(parts.values()) else None
