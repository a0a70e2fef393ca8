"""What was read of a resume, laid out as a document's content: so that the same rules can look at it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.domain.documents.content import (
    Contact,
    ContactKind,
    DocumentContent,
    Entry,
    Header,
    Line,
    Section,
    SectionKind,
    SkillGroup,
)
from app.domain.documents.facts.texts.outline import heading_kind
from app.domain.resumes.resume import (
    Read,
    ReadEducation,
    ReadExperience,
    ReadProject,
    ReadResume,
    ReadSkill,
    Text,
)

_LONGEST_DATES = 60
_DASH = " \u2013 "


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where something stands: in the reading, and in the text that was read."""

    field: str | None = None
    """A JSON Pointer within the reading. None for a heading, which the reading does not keep."""
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Laid:
    content: DocumentContent
    places: Mapping[str, Place]
    """By the content's JSON Pointers."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A section on its way: its places by pointers within it."""

    section: Section
    places: Mapping[str, Place]

    @property
    def start(self) -> int:
        return min((place.start for place in self.places.values()), default=0)


def lay_out(resume: ReadResume, text: str) -> Laid:
    """In the order of the text, under the headings that it has."""
    places: dict[str, Place] = {}
    header = _header(resume, places)
    parts = sorted(_parts(resume, text), key=lambda part: part.start)
    headings = list(_headings(text))
    sections = []
    for s, part in enumerate(parts):
        section, found = part.section, dict(part.places)
        if heading := _heading_of(section, part.start, headings):
            section = Section(
                kind=section.kind,
                title=heading.text,
                paragraphs=section.paragraphs,
                entries=section.entries,
                groups=section.groups,
                bullets=section.bullets,
            )
            found["/title"] = heading
        sections.append(section)
        places |= {f"/sections/{s}{pointer}": place for pointer, place in found.items()}
    content = DocumentContent(language=resume.language, header=header, sections=tuple(sections))
    return Laid(content, places)


def _header(resume: ReadResume, places: dict[str, Place]) -> Header:
    for name in ("name", "headline"):
        if read := getattr(resume, name):
            places[f"/header/{name}"] = _place(f"/{name}", read)
    contacts = list(_contacts(resume))
    for n, (field, read, _) in enumerate(contacts):
        places[f"/header/contacts/{n}"] = _place(field, read)
    return Header(
        name=_line(resume.name) or Line("", ()),
        headline=_line(resume.headline),
        contacts=tuple(contact for _, _, contact in contacts),
    )


def _contacts(resume: ReadResume) -> Iterator[tuple[str, Text, Contact]]:
    for name, kind in (
        ("email", ContactKind.EMAIL),
        ("phone", ContactKind.PHONE),
        ("location", ContactKind.LOCATION),
    ):
        if read := getattr(resume, name):
            yield f"/{name}", read, Contact(kind, read.value, None, ())
    for n, link in enumerate(resume.links):
        url = link.value if "://" in link.value else f"https://{link.value}"
        yield f"/links/{n}", link, Contact(ContactKind.LINK, link.value, url, ())


def _parts(resume: ReadResume, text: str) -> Iterator[_Part]:
    if resume.summary:
        summary = Section(kind=SectionKind.SUMMARY, title="", paragraphs=_lines([resume.summary]))
        yield _Part(summary, {"/paragraphs/0": _place("/summary", resume.summary)})
    yield from _entries(SectionKind.EXPERIENCE, "experiences", resume.experiences, text)
    yield from _entries(SectionKind.EDUCATION, "education", resume.education, text)
    yield from _entries(SectionKind.PROJECTS, "projects", resume.projects, text)
    if resume.skills:
        yield _skills(resume.skills)
    for kind, field in (
        (SectionKind.LANGUAGES, "languages"),
        (SectionKind.CERTIFICATIONS, "certificates"),
    ):
        named = [each.name for each in getattr(resume, field)]
        if named:
            where = {f"/bullets/{n}": _place(f"/{field}/{n}/name", read) for n, read in enumerate(named)}
            yield _Part(Section(kind=kind, title="", bullets=_lines(named)), where)
    if resume.awards:
        where = {f"/bullets/{n}": _place(f"/awards/{n}", read) for n, read in enumerate(resume.awards)}
        yield _Part(Section(kind=SectionKind.AWARDS, title="", bullets=_lines(resume.awards)), where)
    for n, other in enumerate(resume.others):
        where = {f"/paragraphs/{k}": _place(f"/others/{n}/texts/{k}", t) for k, t in enumerate(other.texts)}
        kind = heading_kind(other.heading) or SectionKind.OTHER
        yield _Part(Section(kind=kind, title="", paragraphs=_lines(other.texts)), where)


_Item = ReadExperience | ReadEducation | ReadProject


def _entries(kind: SectionKind, field: str, items: Sequence[_Item], text: str) -> Iterator[_Part]:
    if not items:
        return
    entries: list[Entry] = []
    places: dict[str, Place] = {}
    for n, item in enumerate(items):
        entry, own = _entry(item, text)
        entries.append(entry)
        at = f"/{field}/{n}"
        places |= {
            f"/entries/{n}{pointer}": _place(f"{at}{name}", read) for pointer, (name, read) in own.items()
        }
        if own:
            first = min(read.start for _, read in own.values())
            named = entry.title.text or (entry.organization.text if entry.organization else "")
            last = max(read.end for _, read in own.values())
            places[f"/entries/{n}"] = Place(field=at, start=first, end=last, text=named)
    yield _Part(Section(kind=kind, title="", entries=tuple(entries)), places)


def _entry(item: _Item, text: str) -> tuple[Entry, Mapping[str, tuple[str, Read[Any]]]]:
    """And its values, by pointers within it, with what they are called in the reading."""
    if isinstance(item, ReadProject):
        own = {"/title": ("/name", item.name)} | _numbered("bullets", "bullets", item.bullets)
        return Entry(title=Line(item.name.value, ()), bullets=_lines(item.bullets)), own
    title, where = (
        (item.title, item.company)
        if isinstance(item, ReadExperience)
        else (item.degree or item.field, item.school)
    )
    names = ("title", "company") if isinstance(item, ReadExperience) else ("degree", "school")
    if title is not None and isinstance(item, ReadEducation) and item.degree is None:
        names = ("field", "school")
    found = {
        "/title": (names[0], title),
        "/organization": (names[1], where),
        "/location": ("location", item.location),
    }
    own = {pointer: (f"/{name}", read) for pointer, (name, read) in found.items() if read}
    dates = _dates(item, text)
    if dates and (dated := item.start or item.end):
        own["/dates"] = ("/start" if item.start else "/end", dated)
    bullets = item.bullets if isinstance(item, ReadExperience) else ()
    notes = item.notes if isinstance(item, ReadEducation) else ()
    said = item.description if isinstance(item, ReadExperience) else None
    if said:
        own["/text"] = ("/description", said)
    own |= _numbered("bullets", "bullets", bullets) | _numbered("details", "notes", notes)
    entry = Entry(
        title=_titled(item, title),
        organization=_line(where),
        location=_line(item.location),
        dates=Line(dates, ()) if dates else None,
        text=_line(said),
        bullets=_lines(bullets),
        details=_lines(notes),
    )
    return entry, own


def _titled(item: ReadExperience | ReadEducation, title: Text | None) -> Line:
    """A degree is named with its field."""
    said = title.value if title else ""
    if isinstance(item, ReadEducation) and item.degree and item.field:
        said = f"{said}, {item.field.value}"
    return Line(said, ())


def _dates(item: ReadExperience | ReadEducation, text: str) -> str:
    """As they are written."""
    known = [read for read in (item.start, item.end) if read]
    if not known:
        return ""
    start, end = min(read.start for read in known), max(read.end for read in known)
    written = " ".join(text[start:end].split())
    if len(written) <= _LONGEST_DATES:
        return written
    return _DASH.join(" ".join(text[read.start : read.end].split())[:_LONGEST_DATES] for read in known)


def _skills(skills: Sequence[ReadSkill]) -> _Part:
    grouped: dict[str | None, list[tuple[int, ReadSkill]]] = {}
    for n, skill in enumerate(skills):
        grouped.setdefault(skill.group, []).append((n, skill))
    places: dict[str, Place] = {}
    groups: list[SkillGroup] = []
    for g, (label, held) in enumerate(grouped.items()):
        items = _lines([skill.name for _, skill in held])
        groups.append(SkillGroup(Line(label, ()) if label else None, items))
        for k, (n, skill) in enumerate(held):
            places[f"/groups/{g}/items/{k}"] = _place(f"/skills/{n}/name", skill.name)
    return _Part(Section(kind=SectionKind.SKILLS, title="", groups=tuple(groups)), places)


def _numbered(name: str, field: str, reads: Sequence[Text]) -> dict[str, tuple[str, Read[Any]]]:
    return {f"/{name}/{n}": (f"/{field}/{n}", read) for n, read in enumerate(reads)}


def _headings(text: str) -> Iterator[tuple[SectionKind, Place]]:
    at = 0
    for raw in text.split("\n"):
        title = raw.strip()
        if title and (kind := heading_kind(title)):
            start = at + raw.index(title)
            yield kind, Place(start=start, end=start + len(title), text=title)
        at += len(raw) + 1


def _heading_of(section: Section, start: int, headings: Sequence[tuple[SectionKind, Place]]) -> Place | None:
    """The last one of this kind above it."""
    above = [place for kind, place in headings if kind is section.kind and place.end <= start]
    return above[-1] if above else None


def _place(field: str, read: Read[Any]) -> Place:
    text = read.value if isinstance(read.value, str) else str(read.value)
    return Place(field=field, start=read.start, end=read.end, text=text)


def _line(read: Text | None) -> Line | None:
    return Line(read.value, ()) if read else None


def _lines(reads: Sequence[Text]) -> tuple[Line, ...]:
    return tuple(Line(read.value, ()) for read in reads)
