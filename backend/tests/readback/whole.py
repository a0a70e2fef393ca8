"""What a document says, field by field, and what a reading of its file holds of it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from app.domain.documents.content import Contact, ContactKind, DocumentContent, Entry, SectionKind
from app.domain.profile.model import Education, Experience, Profile, Skill, SkillCategory
from app.domain.shared.time import PartialDate

Facts = Mapping[str, Sequence[str]]
SHOWN = (SkillCategory.TECHNICAL, SkillCategory.SOFT)


def said(content: DocumentContent, profile: Profile) -> Facts:
    """Of what was printed: a document may leave out what a profile has."""
    jobs = list(_entries(content, SectionKind.EXPERIENCE))
    schools = list(_entries(content, SectionKind.EDUCATION))
    held = {e.id: e for e in profile.experiences}
    learnt = {e.id: e for e in profile.education}
    return {
        "name": [content.header.name.text],
        "email": _contacts(content, ContactKind.EMAIL),
        "phone": _contacts(content, ContactKind.PHONE),
        "place": _contacts(content, ContactKind.LOCATION),
        "links": [bare(each) for each in _contacts(content, ContactKind.LINK)],
        "titles": [e.title.text for e in jobs],
        "employers": [e.organization.text for e in jobs if e.organization],
        "places": [e.location.text for e in jobs if e.location],
        "dates": [_dates(held[s.id]) for e in jobs for s in e.title.sources[:1]],
        "bullets": [line.text for e in jobs for line in e.bullets],
        "paragraphs": [e.text.text for e in jobs if e.text],
        "entries": [
            _joined(e.title.text, e.organization.text if e.organization else "", [b.text for b in e.bullets])
            for e in jobs
        ],
        "schools": [e.organization.text for e in schools if e.organization],
        "degrees": [degree(e.title.text) for e in schools],
        "studied": [_dates(learnt[s.id]) for e in schools for s in e.title.sources[:1] if s.id in learnt],
        "skills": _listed(content, SectionKind.SKILLS),
        "languages": [re.sub(r"\s*\(.*", "", each) for each in _listed(content, SectionKind.LANGUAGES)],
        "certificates": [e.title.text for e in _entries(content, SectionKind.CERTIFICATIONS)],
        "issuers": [
            e.organization.text for e in _entries(content, SectionKind.CERTIFICATIONS) if e.organization
        ],
    }


def held(profile: Profile) -> Facts:
    jobs, schools = profile.experiences, profile.education
    certificates = [s for s in profile.skills if s.category is SkillCategory.CERTIFICATION]
    links = [profile.website, profile.linkedin, profile.github, *(link.url for link in profile.links)]
    return {
        "name": [profile.full_name],
        "email": [profile.email or ""],
        "phone": [profile.phone or ""],
        "place": [profile.location or ""],
        "links": [bare(each) for each in links if each],
        "titles": [e.title for e in jobs],
        "employers": [e.company for e in jobs],
        "places": [e.location or "" for e in jobs],
        "dates": [_dates(e) for e in jobs],
        "bullets": [line.text for e in jobs for line in e.achievements],
        "paragraphs": [e.description or "" for e in jobs],
        "entries": [_joined(e.title, e.company, [line.text for line in e.achievements]) for e in jobs],
        "schools": [e.institution for e in schools],
        "degrees": [degree(f"{e.degree or ''} {e.field_of_study or ''}") for e in schools],
        "studied": [_dates(e) for e in schools],
        "skills": _named(profile.skills, *SHOWN),
        "languages": _named(profile.skills, SkillCategory.LANGUAGE),
        "certificates": [s.name for s in certificates],
        "issuers": [s.issuer or "" for s in certificates],
    }


def lost(wanted: Facts, found: Facts) -> Iterator[tuple[str, str, Sequence[str]]]:
    """The field, what did not come back in it, and what did; and what was never written."""
    for what, values in wanted.items():
        left = list(found[what])
        for value in values:
            if value in left:
                left.remove(value)
            else:
                yield what, value, found[what]
        for extra in left:
            if what in ("titles", "employers", "skills", "certificates", "schools") and extra:
                yield f"extra {what}", extra, values


def degree(text: str) -> str:
    """Its words, without the one that joins a degree and its field."""
    return " ".join(word for word in text.replace(",", " ").split() if word not in ("in", "en"))


def bare(link: str) -> str:
    return re.sub(r"^https?://(?:www\.)?", "", link).rstrip("/")


def _entries(content: DocumentContent, kind: SectionKind) -> Iterator[Entry]:
    return (entry for s in content.sections if s.kind is kind for entry in s.entries)


def _contacts(content: DocumentContent, kind: ContactKind) -> list[str]:
    def shown(contact: Contact) -> str:
        return contact.url or contact.text if kind is ContactKind.LINK else contact.text

    return [shown(c) for c in content.header.contacts if c.kind is kind]


def _listed(content: DocumentContent, kind: SectionKind) -> list[str]:
    return [
        item.text for s in content.sections if s.kind is kind for group in s.groups for item in group.items
    ]


def _named(skills: Iterable[Skill], *kinds: SkillCategory) -> list[str]:
    return [s.name for s in skills if s.category in kinds]


def _dates(thing: Experience | Education) -> str:
    return f"{_date(thing.start_date)} to {_date(thing.end_date)}"


def _date(when: PartialDate | None) -> str:
    return str(when) if when else ""


def _joined(title: str, company: str, bullets: Iterable[str]) -> str:
    return " | ".join((title, company, *bullets))
