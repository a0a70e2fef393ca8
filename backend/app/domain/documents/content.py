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
    JOB = "job"
    """The posting that a letter answers: its title and its employer."""
    JOB_PROFILE = "job_profile"
    """The contact block that a letter is headed with."""


@dataclass(frozen=True, slots=True)
class Source:
    """What a line rests on; `field` says which part of it, where that matters.

    For `profile` the id is the profile's own, and `field` a name such as `professional_summary`
    or `custom_fields.publications.0`. A letter's fixed phrases rest on the job that it answers.
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


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences that stand side by side, each with sources of its own."""

    sentences: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """From the date down to the signature; above it stands the header, as the sender's block."""

    date: Line
    recipient: tuple[Line, ...]
    """To whom, line by line."""
    subject: Line | None = None
    salutation: Line
    paragraphs: tuple[Paragraph, ...]
    closing: Line
    signature: Line


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentContent:
    """A resume has sections; a cover letter has a letter."""

    language: str
    """ISO 639-1; headings and dates are written in it."""
    header: Header
    sections: tuple[Section, ...] = ()
    letter: Letter | None = None


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
    if content.letter:
        for pointer, line in _letter_lines(content.letter):
            yield f"/letter{pointer}", line


def _letter_lines(letter: Letter) -> Iterator[tuple[str, Line]]:
    yield "/date", letter.date
    for n, line in enumerate(letter.recipient):
        yield f"/recipient/{n}", line
    if letter.subject:
        yield "/subject", letter.subject
    yield "/salutation", letter.salutation
    for n, paragraph in enumerate(letter.paragraphs):
        for k, line in enumerate(paragraph.sentences):
            yield f"/paragraphs/{n}/sentences/{k}", line
    yield "/closing", letter.closing
    yield "/signature", letter.signature


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
