"""A resume, a letter and files that keep every rule of the ATS score."""

from dataclasses import replace
from typing import Any

from app.domain.documents.content import (
    Contact,
    ContactKind,
    DocumentContent,
    Entry,
    Header,
    Section,
    SectionKind,
)
from app.domain.documents.ports import ExtractedText, FileFacts, Format
from app.domain.documents.readback import ReadBackReceipt, fields_of, read_back
from tests.builders.documents import a_document, a_header, a_line, an_entry, contacts_of, entries
from tests.builders.documents import paragraphs as paragraphs_of
from tests.builders.documents import skills as skills_of
from tests.builders.letters import a_plain_letter

NAME = "Ada Nobody"
KEYWORDS = ("Kubernetes", "Baking", "Sailing")
TOLD = (
    "Kept the books of a small harbour and wrote to its skippers in three languages, part {}",
    "Led the night shift of the bakery with its four ovens and the baking of all its rye bread, part {}",
)


def a_resume(*sections: Section, **about: Any) -> DocumentContent:
    contacts = contacts_of("ada@example.com", "+1 503 555 0176", "Hull", "example.com/ada")
    header = about.pop("header", None) or a_header(NAME, "Harbour Cook", *contacts)
    return a_document(*(sections or usual_sections()), header=header, **about)


def usual_sections() -> tuple[Section, ...]:
    return (
        paragraphs_of(
            "Summary", "A cook at sea who sails with the crew, and who is fond of sailing by night."
        ),
        entries("Experience", a_position(), an_older_position()),
        entries("Education", a_degree(), kind=SectionKind.EDUCATION),
        skills_of("Skills", Tools=("k8s", "Baking")),
    )


def a_position(**about: Any) -> Entry:
    lines = tuple(told.format(n) for n in range(5) for told in TOLD)
    return replace(an_entry("Cook", "Blue Door", "Hull", "Mar 2019 - Present", bullets=lines), **about)


def an_older_position(**about: Any) -> Entry:
    return replace(an_entry("Baker", "Old Mill", "Hull", "Jan 2015 - Feb 2019"), **about)


def a_degree(**about: Any) -> Entry:
    return replace(an_entry("Bachelor of Science, Physics", "Leeds", "Leeds", "2014"), **about)


def a_letter() -> DocumentContent:
    part = ("I have kept the books of a harbour and was there for its skippers many a long year.",) * 5
    content = a_plain_letter(part, part, (*part, "I led the baking of all its bread."))
    header = a_header("Marta Lindqvist", None, *a_resume().header.contacts)
    return replace(content, header=header)


def read_as(content: DocumentContent, **about: Any) -> ReadBackReceipt:
    """What two readers give back of a PDF that loses nothing; `about` it, what is otherwise."""
    name = content.header.name.text
    facts: dict[str, Any] = {
        "format": Format.PDF,
        "size": 60_000,
        "pages": 1,
        "title": f"{name} - Cook",
        "author": name,
        "language": content.language,
    }
    text = about.pop("text", None) or "\n".join(field.text for field in fields_of(content))
    order = about.pop("order", range(len(content.sections)))
    read = ExtractedText("one 1", (text,), FileFacts(**facts | about))
    return read_back(content, [read, replace(read, extractor="other 1")], order)


def read_as_word(content: DocumentContent, **about: Any) -> ReadBackReceipt:
    titles = tuple(section.title for section in content.sections)
    return read_as(content, **{"format": Format.DOCX, "pages": None, "headings": (NAME, *titles)} | about)


def with_section(kind: SectionKind, **about: Any) -> DocumentContent:
    """The resume with something else in its section of that kind."""
    content = a_resume()
    sections = (replace(s, **about) if s.kind is kind else s for s in content.sections)
    return replace(content, sections=tuple(sections))


def without_section(*kinds: SectionKind) -> DocumentContent:
    content = a_resume()
    return replace(content, sections=tuple(s for s in content.sections if s.kind not in kinds))


def with_position(*positions: Entry) -> DocumentContent:
    return with_section(SectionKind.EXPERIENCE, entries=positions)


def saying(text: str) -> DocumentContent:
    """The resume with this as the last thing that was done."""
    return with_position(a_position(bullets=(*a_position().bullets, a_line(text))), an_older_position())


def with_contact(kind: ContactKind, text: str, url: str | None = None) -> DocumentContent:
    """The resume with this in place of its contact of that kind."""
    others = tuple(c for c in a_resume().header.contacts if c.kind is not kind)
    return with_header(contacts=(*others, Contact(kind, text, url, ())))


def without_contact(kind: ContactKind) -> DocumentContent:
    return with_header(contacts=tuple(c for c in a_resume().header.contacts if c.kind is not kind))


def with_header(**about: Any) -> DocumentContent:
    content = a_resume()
    header: Header = replace(content.header, **about)
    return replace(content, header=header)
