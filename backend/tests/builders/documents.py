"""Documents to render: short ways to say rich content. Every text here was written for these tests."""

from uuid import UUID

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
    Source,
    SourceKind,
)
from app.domain.shared.ids import ItemId

PROFILE = Source(SourceKind.PROFILE, ItemId(UUID(int=1)))


def a_line(text: str, source: Source = PROFILE) -> Line:
    return Line(text, (source,))


def some_lines(*texts: str) -> tuple[Line, ...]:
    return tuple(a_line(text) for text in texts)


def a_contact(kind: ContactKind, text: str, url: str | None = None) -> Contact:
    return Contact(kind, text, url, (PROFILE,))


def contacts_of(address: str, phone: str, city: str, *links: str) -> tuple[Contact, ...]:
    return (
        a_contact(ContactKind.EMAIL, address, f"mailto:{address}"),
        a_contact(ContactKind.PHONE, phone, f"tel:{phone.replace(' ', '')}"),
        a_contact(ContactKind.LOCATION, city),
        *(a_contact(ContactKind.LINK, link, f"https://{link}") for link in links),
    )


def a_header(name: str = "Marta Lindqvist", headline: str | None = None, *contacts: Contact) -> Header:
    return Header(name=a_line(name), headline=a_line(headline) if headline else None, contacts=contacts)


def an_entry(
    title: str,
    organization: str | None = None,
    location: str | None = None,
    dates: str | None = None,
    *,
    text: str | None = None,
    url: str | None = None,
    bullets: tuple[str, ...] = (),
    details: tuple[str, ...] = (),
) -> Entry:
    return Entry(
        title=a_line(title),
        organization=a_line(organization) if organization else None,
        location=a_line(location) if location else None,
        dates=a_line(dates) if dates else None,
        text=a_line(text) if text else None,
        url=url,
        bullets=some_lines(*bullets),
        details=some_lines(*details),
    )


def paragraphs(title: str, *texts: str, kind: SectionKind = SectionKind.SUMMARY) -> Section:
    return Section(kind=kind, title=title, paragraphs=some_lines(*texts))


def entries(title: str, *items: Entry, kind: SectionKind = SectionKind.EXPERIENCE) -> Section:
    return Section(kind=kind, title=title, entries=items)


def skills(title: str, **groups: tuple[str, ...]) -> Section:
    return Section(
        kind=SectionKind.SKILLS,
        title=title,
        groups=tuple(
            SkillGroup(a_line(label.replace("_", " ")), some_lines(*items)) for label, items in groups.items()
        ),
    )


def bullets(title: str, *texts: str, kind: SectionKind = SectionKind.AWARDS) -> Section:
    return Section(kind=kind, title=title, bullets=some_lines(*texts))


def a_document(*sections: Section, header: Header | None = None, language: str = "en") -> DocumentContent:
    return DocumentContent(language=language, header=header or a_header(), sections=sections)
