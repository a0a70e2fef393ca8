"""CommonMark with every mark of the person's own escaped."""

import re
from collections.abc import Iterator

from app.domain.documents.content import DocumentContent, Entry, Header, Letter, Line, Section
from app.domain.documents.ports import IDocumentRenderer, Layout
from app.domain.documents.printable import printable, safe_link
from app.infrastructure.text.shown import shown

_INLINE = re.compile(r"[\\`*_\[\]<~]|&(?=#?\w+;)")
_START = re.compile(r"^(\d{1,9})(?=[.)](?:\s|$))|^(?=#{1,6}(?:\s|$)|[-=]+(?:\s|$)|\+(?:\s|$)|>)")
_DOT = " · "


class MarkdownRenderer(IDocumentRenderer):
    async def render(self, content: DocumentContent, layout: Layout) -> bytes:
        return to_markdown(content).encode()


def to_markdown(content: DocumentContent) -> str:
    blocks = list(_header(content.header))
    for section in content.sections:
        blocks.extend(_section(section))
    if content.letter:
        blocks.extend(_letter(content.letter))
    return "\n\n".join(block for block in blocks if block) + "\n"


def _header(header: Header) -> Iterator[str]:
    yield from (f"# {text}" for text in _escaped(header.name))
    yield from _escaped(header.headline)
    contacts = (_linked(contact.text, contact.url) for contact in header.contacts)
    yield _DOT.join(contact for contact in contacts if contact)


def _letter(letter: Letter) -> Iterator[str]:
    yield from _escaped(letter.date)
    yield "  \n".join(_escaped(*letter.recipient))
    yield from (f"**{text}**" for text in _escaped(letter.subject))
    yield from _escaped(letter.salutation)
    for paragraph in letter.paragraphs:
        yield " ".join(_escaped(*paragraph.sentences))
    yield "  \n".join(_escaped(letter.closing, letter.signature))


def _section(section: Section) -> Iterator[str]:
    if title := _escape(section.title):
        yield f"## {title}"
    yield from _escaped(*section.paragraphs)
    for entry in section.entries:
        yield from _entry(entry)
    yield "\n".join(_groups(section))
    yield _list(section.bullets)


def _entry(entry: Entry) -> Iterator[str]:
    if title := _linked(entry.title.text, entry.url):
        yield f"### {title}"
    yield _DOT.join(_escaped(entry.organization, entry.location, entry.dates))
    yield from _escaped(entry.text)
    yield _list(entry.bullets)
    yield _DOT.join(_escaped(*entry.details))


def _groups(section: Section) -> Iterator[str]:
    for group in section.groups:
        label = "".join(f"**{text}:** " for text in _escaped(group.label))
        items = ", ".join(_escaped(*group.items))
        if label or items:
            yield f"- {label}{items}".rstrip()


def _list(lines: tuple[Line, ...]) -> str:
    return "\n".join(f"- {text}" for text in _escaped(*lines))


def _linked(text: str, url: str | None) -> str:
    shown_text, link = _escape(text), safe_link(url)
    return f"[{shown_text}](<{link}>)" if shown_text and link else shown_text


def _escaped(*lines: Line | None) -> list[str]:
    return [_escape(text) for text in shown(*lines)]


def _escape(raw: str) -> str:
    text = _INLINE.sub(r"\\\g<0>", printable(raw))
    return _START.sub(r"\1\\", text, count=1)
