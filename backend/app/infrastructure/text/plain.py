"""Plain text for pasting into forms: every statement on one line, section titles in capitals."""

from collections.abc import Iterator

from app.domain.documents.content import DocumentContent, Entry, Header, Letter, Section
from app.domain.documents.ports import IDocumentRenderer, Layout
from app.domain.documents.printable import printable, safe_link
from app.infrastructure.text.shown import joined, running, shown


class TextRenderer(IDocumentRenderer):
    async def render(self, content: DocumentContent, layout: Layout) -> bytes:
        return to_text(content).encode()


def to_text(content: DocumentContent) -> str:
    parts = [_header(content.header), *(_section(section) for section in content.sections)]
    parts += _letter(content.letter) if content.letter else []
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def _header(header: Header) -> list[str]:
    contacts = [text for contact in header.contacts if (text := printable(contact.text))]
    return [*shown(header.name, header.headline), *contacts]


def _letter(letter: Letter) -> list[list[str]]:
    paragraphs = ([text] for paragraph in letter.paragraphs if (text := running(paragraph)))
    return [
        shown(letter.date),
        shown(*letter.recipient),
        shown(letter.subject),
        shown(letter.salutation),
        *paragraphs,
        shown(letter.closing, letter.signature),
    ]


def _section(section: Section) -> list[str]:
    blocks = [
        *shown(*section.paragraphs),
        *("\n".join(_entry(entry)) for entry in section.entries),
        "\n".join(_groups(section)),
        "\n".join(f"- {text}" for text in shown(*section.bullets)),
    ]
    title = printable(section.title).upper()
    body = "\n\n".join(block for block in blocks if block)
    return [part for part in (title, body) if part]


def _entry(entry: Entry) -> Iterator[str]:
    yield from shown(entry.title)
    if place := joined(", ", (entry.organization, entry.location)):
        yield place
    yield from shown(entry.dates)
    if link := safe_link(entry.url):
        yield link
    yield from shown(entry.text)
    yield from (f"- {text}" for text in shown(*entry.bullets))
    if details := joined(", ", entry.details):
        yield details


def _groups(section: Section) -> Iterator[str]:
    for group in section.groups:
        label, items = joined("", (group.label,)), joined(", ", group.items)
        if label or items:
            yield f"{label}: {items}".rstrip() if label else items
