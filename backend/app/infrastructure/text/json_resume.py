"""The document as a JSON Resume, version 1: for every tool that reads one. Dates are written as the standard
wants them where they can be read, and as they are shown beside it."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from app.domain.documents.content import (
    ContactKind,
    DocumentContent,
    Entry,
    Header,
    Letter,
    Line,
    Section,
    SectionKind,
)
from app.domain.documents.ports import IDocumentRenderer, Layout
from app.domain.documents.printable import printable, safe_link
from app.domain.resumes.parsing.dates import moments_in, periods_in
from app.infrastructure.text.json import inert_json
from app.infrastructure.text.shown import running, shown

SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"
_SPOKEN = re.compile(r"(?P<language>[^()]+?)\s*\((?P<fluency>[^()]+)\)")


class JsonResumeRenderer(IDocumentRenderer):
    async def render(self, content: DocumentContent, layout: Layout) -> bytes:
        return to_json_resume(content).encode()


def to_json_resume(content: DocumentContent) -> str:
    said: dict[str, Any] = {"$schema": SCHEMA, "basics": _basics(content)}
    for section in content.sections:
        part, rows = _part(section)
        if part:
            said[part] = [*said.get(part, ()), *rows]
    meta = {"language": content.language} | _apart(content)
    return inert_json(said | {"meta": meta})


def _basics(content: DocumentContent) -> dict[str, Any]:
    header = content.header
    summary = [text for s in content.sections if s.kind is SectionKind.SUMMARY for text in _texts(s)]
    links = [(printable(c.text), safe_link(c.url)) for c in _contacts(header, ContactKind.LINK)]
    return _said(
        name=printable(header.name.text),
        label=_text(header.headline),
        email=_first(header, ContactKind.EMAIL),
        phone=_first(header, ContactKind.PHONE),
        location=_said(city=_first(header, ContactKind.LOCATION)),
        summary="\n".join(summary),
        profiles=[_said(network=_host(url), username=text, url=url) for text, url in links],
    )


def _contacts(header: Header, kind: ContactKind) -> Iterator[Any]:
    return (contact for contact in header.contacts if contact.kind is kind)


_ONE_OF_EACH = (ContactKind.EMAIL, ContactKind.PHONE, ContactKind.LOCATION)
"""The standard has room for one; the rest stands in `meta`."""


def _all(header: Header, kind: ContactKind) -> list[str]:
    return [text for contact in _contacts(header, kind) if (text := printable(contact.text))]


def _first(header: Header, kind: ContactKind) -> str | None:
    return next(iter(_all(header, kind)), None)


def _host(url: str | None) -> str | None:
    return (urlsplit(url).hostname or None) if url else None


def _part(section: Section) -> tuple[str | None, list[dict[str, Any]]]:
    if section.kind in _ENTRIES and section.entries:
        name, row = _ENTRIES[section.kind]
        return name, [row(entry) for entry in section.entries]
    if section.kind is SectionKind.SKILLS and section.groups:
        return "skills", [
            _said(name=_text(group.label) or printable(section.title), keywords=shown(*group.items))
            for group in section.groups
        ]
    if section.kind in _LINES:
        name, line = _LINES[section.kind]
        return name, [line(text) for text in _texts(section)]
    return None, []


def _apart(content: DocumentContent) -> dict[str, Any]:
    """What the standard has no place for: sections of one's own, and a letter."""
    own = [s for s in content.sections if s.kind is not SectionKind.SUMMARY and _part(s)[0] is None]
    kept = [_said(title=printable(s.title), lines=[*_texts(s), *_entry_texts(s)]) for s in own]
    others = [text for kind in _ONE_OF_EACH for text in _all(content.header, kind)[1:]]
    letter = _letter(content.letter) if content.letter else None
    return _said(contacts=others, sections=kept, letter=letter)


def _letter(letter: Letter) -> dict[str, Any]:
    return _said(
        date=_text(letter.date),
        recipient=shown(*letter.recipient),
        subject=_text(letter.subject),
        salutation=_text(letter.salutation),
        paragraphs=[text for paragraph in letter.paragraphs if (text := running(paragraph))],
        closing=_text(letter.closing),
        signature=_text(letter.signature),
    )


def _texts(section: Section) -> list[str]:
    """What stands there line by line."""
    grouped = [line for group in section.groups for line in (group.label, *group.items) if line]
    return list(shown(*section.paragraphs, *grouped, *section.bullets))


def _entry_texts(section: Section) -> list[str]:
    return [text for e in section.entries for text in shown(e.title, e.organization, *_beside(e))]


def _beside(entry: Entry) -> list[Line | None]:
    return [entry.location, entry.dates, entry.text, *entry.bullets, *entry.details]


def _work(entry: Entry) -> dict[str, Any]:
    return _said(name=_text(entry.organization), position=_text(entry.title), **_told(entry, "summary"))


def _volunteer(entry: Entry) -> dict[str, Any]:
    told = _told(entry, "summary")
    return _said(organization=_text(entry.organization), position=_text(entry.title), **told)


def _education(entry: Entry) -> dict[str, Any]:
    institution = _text(entry.organization)
    return _said(institution=institution, studyType=_text(entry.title), **_told(entry, "summary"))


def _project(entry: Entry) -> dict[str, Any]:
    return _said(name=_text(entry.title), entity=_text(entry.organization), **_told(entry, "description"))


def _certificate(entry: Entry) -> dict[str, Any]:
    told = _told(entry, "summary", day="date")
    return _said(name=_text(entry.title), issuer=_text(entry.organization), **told)


def _award(entry: Entry) -> dict[str, Any]:
    told = _told(entry, "summary", day="date")
    return _said(title=_text(entry.title), awarder=_text(entry.organization), **told)


def _publication(entry: Entry) -> dict[str, Any]:
    told = _told(entry, "summary", day="releaseDate")
    return _said(name=_text(entry.title), publisher=_text(entry.organization), **told)


_ENTRIES: Mapping[SectionKind, tuple[str, Callable[[Entry], dict[str, Any]]]] = {
    SectionKind.EXPERIENCE: ("work", _work),
    SectionKind.VOLUNTEERING: ("volunteer", _volunteer),
    SectionKind.EDUCATION: ("education", _education),
    SectionKind.PROJECTS: ("projects", _project),
    SectionKind.CERTIFICATIONS: ("certificates", _certificate),
    SectionKind.AWARDS: ("awards", _award),
    SectionKind.PUBLICATIONS: ("publications", _publication),
}


def _language(text: str) -> dict[str, Any]:
    found = _SPOKEN.fullmatch(text)
    return found.groupdict() if found else {"language": text}


_LINES: Mapping[SectionKind, tuple[str, Callable[[str], dict[str, Any]]]] = {
    SectionKind.LANGUAGES: ("languages", _language),
    SectionKind.CERTIFICATIONS: ("certificates", lambda text: {"name": text}),
    SectionKind.AWARDS: ("awards", lambda text: {"title": text}),
    SectionKind.PUBLICATIONS: ("publications", lambda text: {"name": text}),
    SectionKind.INTERESTS: ("interests", lambda text: {"name": text}),
    SectionKind.SKILLS: ("skills", lambda text: {"name": text}),
}


def _told(entry: Entry, text: str, *, day: str | None = None) -> dict[str, Any]:
    return {
        "location": _text(entry.location),
        "url": safe_link(entry.url),
        **_dates(_text(entry.dates), day),
        text: _text(entry.text),
        "highlights": list(shown(*entry.bullets)),
        "details": list(shown(*entry.details)),
    }


def _dates(said: str | None, day: str | None) -> dict[str, Any]:
    """`dates` is a field of ours: as the document shows them."""
    if not said:
        return {}
    found = next(periods_in(said), None) or next(moments_in(said), None)
    if found is None:
        return {"dates": said}
    if day:
        return {day: str(found.end or found.begin), "dates": said}
    return {
        "startDate": str(found.begin) if found.begin else None,
        "endDate": str(found.end) if found.end else None,
        "dates": said,
    }


def _text(line: Line | None) -> str | None:
    return (printable(line.text) or None) if line else None


def _said(**facts: Any) -> dict[str, Any]:
    return {name: fact for name, fact in facts.items() if fact not in (None, "", [], {}, ())}
