"""A document's content: the truth that every format is made from, and each line's sources."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from app.domain.shared.ids import ItemId


class SourceKind(StrEnum):
    PROFILE = "profile"
    EXPERIENCE = "experience"
    ACHIEVEMENT = "achievement"
    EDUCATION = "education"
    PROJECT = "project"
    SKILL = "skill"


@dataclass(frozen=True, slots=True)
class Source:
    """The profile item that a line rests on; `field` says which part of it, where that matters.

    For `profile` the id is the profile's own, and `field` a name such as `professional_summary`
    or `custom_fields.publications.0`.
    """

    kind: SourceKind
    id: ItemId
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    text: str
    sources: tuple[Source, ...]


class ContactKind(StrEnum):
    EMAIL = "email"
    PHONE = "phone"
    LOCATION = "location"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Contact:
    kind: ContactKind
    text: str
    """As shown."""
    url: str | None
    """Where a click leads: `mailto:`, `tel:`, `https:` or nowhere."""
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    name: Line
    headline: Line | None = None
    contacts: tuple[Contact, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A position, a degree, a project: who, where, when, and what came of it."""

    title: Line
    """The position, the degree, the project's name."""
    organization: Line | None = None
    location: Line | None = None
    dates: Line | None = None
    """As shown, such as `Mar 2019 - Present`."""
    url: str | None = None
    text: Line | None = None
    """A sentence or two under the heading."""
    bullets: tuple[Line, ...] = ()
    details: tuple[Line, ...] = ()
    """Short facts on one line: grade, honours, technologies."""


class SectionKind(StrEnum):
    SUMMARY = "summary"
    EXPERIENCE = "experience"
    EDUCATION = "education"
    PROJECTS = "projects"
    SKILLS = "skills"
    LANGUAGES = "languages"
    CERTIFICATIONS = "certifications"
    AWARDS = "awards"
    PUBLICATIONS = "publications"
    VOLUNTEERING = "volunteering"
    INTERESTS = "interests"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class SkillGroup:
    """Skills on one line under a heading; `label` may be missing."""

    label: Line | None
    items: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One of paragraphs, entries, groups or bullets is filled."""

    kind: SectionKind
    title: str
    paragraphs: tuple[Line, ...] = ()
    entries: tuple[Entry, ...] = ()
    groups: tuple[SkillGroup, ...] = ()
    bullets: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentContent:
    language: str
    """ISO 639-1; headings and dates are written in it."""
    header: Header
    sections: tuple[Section, ...]


def lines_of(content: DocumentContent) -> Iterator[tuple[str, Line]]:
    """Every line in reading order, each with its JSON Pointer within the content."""
    header = content.header
    yield "/header/name", header.name
    if header.headline:
        yield "/header/headline", header.headline
    for n, contact in enumerate(header.contacts):
        yield f"/header/contacts/{n}", Line(contact.text, contact.sources)
    for s, section in enumerate(content.sections):
        for pointer, line in _section_lines(section):
            yield f"/sections/{s}{pointer}", line


def _section_lines(section: Section) -> Iterator[tuple[str, Line]]:
    for n, line in enumerate(section.paragraphs):
        yield f"/paragraphs/{n}", line
    for n, entry in enumerate(section.entries):
        for pointer, line in _entry_lines(entry):
            yield f"/entries/{n}{pointer}", line
    for n, group in enumerate(section.groups):
        if group.label:
            yield f"/groups/{n}/label", group.label
        for k, item in enumerate(group.items):
            yield f"/groups/{n}/items/{k}", item
    for n, line in enumerate(section.bullets):
        yield f"/bullets/{n}", line


def _entry_lines(entry: Entry) -> Iterator[tuple[str, Line]]:
    for name in ("title", "organization", "location", "dates", "text"):
        if line := getattr(entry, name):
            yield f"/{name}", line
    for name in ("bullets", "details"):
        for n, line in enumerate(getattr(entry, name)):
            yield f"/{name}/{n}", line
