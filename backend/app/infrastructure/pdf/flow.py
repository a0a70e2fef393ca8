"""A document's content as blocks of rows, from top to bottom, before there are pages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from app.domain.documents.content import (
    DocumentContent,
    Entry,
    Header,
    Letter,
    Line,
    Section,
    SkillGroup,
)
from app.domain.documents.printable import safe_link
from app.infrastructure.pdf.entries import heading_of, heading_rows
from app.infrastructure.pdf.template import Design, Style
from app.infrastructure.pdf.typefaces import Ink
from app.infrastructure.pdf.wrapping import NO_BREAK, Row, Span, beside, wrapped


@dataclass(frozen=True, slots=True)
class Block:
    rows: Sequence[Row]
    above: float = 0.0
    """White above it, unless it begins a page."""
    keep_next: bool = False
    """Stays whole, and on one page with the beginning of what follows."""
    rule: bool = False
    outline: str | None = None


def blocks_of(content: DocumentContent, design: Design, width: float, ink: Ink) -> list[Block]:
    flow = _Flow(design, width, ink)
    blocks = [*flow.header(content.header)]
    for section in content.sections:
        blocks.extend(flow.section(section))
    if content.letter:
        blocks.extend(flow.letter(content.letter))
    return blocks


class _Flow:
    def __init__(self, design: Design, width: float, ink: Ink) -> None:
        self._design = design
        self._space = design.spaces
        self._width = width
        self._ink = ink

    def header(self, header: Header) -> Iterator[Block]:
        design = self._design
        yield from self._plain(header.name, design.name)
        if header.headline:
            yield from self._plain(header.headline, design.headline)
        contacts = [
            Span(text.replace(" ", NO_BREAK), design.contact, safe_link(contact.url))
            for contact in header.contacts
            if (text := self._ink.text(contact.text))
        ]
        dotted = [replace(span, text=f"{span.text}{NO_BREAK}{design.dot}") for span in contacts[:-1]]
        yield from self._block([*dotted, *contacts[-1:]], above=self._space.above_contacts)

    def letter(self, letter: Letter) -> Iterator[Block]:
        """Date, recipient, subject and salutation stand together; so do closing and signature."""
        design, space = self._design, self._space
        above = space.above_recipient
        head = [*self._plain(letter.date, design.prose, above=space.above_date)]
        for line in letter.recipient:
            head += self._plain(line, design.prose, above=above)
            above = 0.0
        if letter.subject:
            head += self._plain(letter.subject, design.subject, above=space.above_subject)
        head += self._plain(letter.salutation, design.prose, above=space.above_salutation)
        yield from (replace(block, keep_next=True) for block in head)
        for paragraph in letter.paragraphs:
            spans = [span for line in paragraph.sentences for span in self._spans(line, design.prose)]
            yield from self._block(spans, above=space.above_prose)
        closing = self._plain(letter.closing, design.prose, above=space.above_closing)
        yield from (replace(block, keep_next=True) for block in closing)
        yield from self._plain(letter.signature, design.prose, above=space.above_signature)

    def section(self, section: Section) -> Iterator[Block]:
        title = self._ink.text(section.title)
        body = _first_above(self._section_body(section), self._space.below_heading)
        if title:
            rows = wrapped([Span(title, self._design.heading)], self._width)
            above = self._space.above_section
            yield Block(rows, above, keep_next=bool(body), rule=True, outline=title)
        yield from body

    def _section_body(self, section: Section) -> list[Block]:
        return list(
            chain(
                self._paragraphs(section.paragraphs),
                self._entries(section.entries),
                self._groups(section.groups),
                self._bullets(section.bullets),
            )
        )

    def _paragraphs(self, lines: Sequence[Line]) -> Iterator[Block]:
        for line in lines:
            yield from self._plain(line, self._design.body, above=self._space.between_paragraphs)

    def _groups(self, groups: Sequence[SkillGroup]) -> Iterator[Block]:
        design = self._design
        for group in groups:
            items = [text for item in group.items if (text := self._ink.text(item.text))]
            label = self._ink.text(group.label.text) if group.label else ""
            spans = [Span(f"{label}:", design.label)] if label else []
            spans += [Span(", ".join(items), design.body)] if items else []
            yield from self._block(spans, above=self._space.between_bullets)

    def _bullets(self, lines: Sequence[Line], above: float = 0.0) -> list[Block]:
        design, space = self._design, self._space
        mark = wrapped([Span(design.bullet, design.mark)], self._width, at=space.bullet)[0]
        blocks: list[Block] = []
        for line in lines:
            spans = self._spans(line, design.body)
            rows = wrapped(spans, self._width - space.hanging, at=space.hanging)
            if rows:
                gap = space.between_bullets if blocks else above
                blocks.append(Block([beside(mark, rows[0]), *rows[1:]], gap))
        for alone, neighbour in ((0, 0), (-1, -2)):
            # A single row at a page's end or beginning looks lost: it stays with the bullet beside it.
            if len(blocks) > 1 and len(blocks[alone].rows) == 1:
                blocks[neighbour] = replace(blocks[neighbour], keep_next=True)
        return blocks

    def _entries(self, entries: Sequence[Entry]) -> Iterator[Block]:
        headings = [heading_of(entry, self._design, self._ink) for entry in entries]
        rows = heading_rows(headings, self._design, self._width)
        for entry, heading in zip(entries, rows, strict=True):
            body = self._entry_body(entry)
            blocks = [Block(heading, keep_next=bool(body)), *body] if heading else body
            yield from _first_above(blocks, self._space.between_entries)

    def _entry_body(self, entry: Entry) -> list[Block]:
        space = self._space
        text = [entry.text] if entry.text else []
        paragraphs = [block for line in text for block in self._plain(line, self._design.body)]
        bullets = self._bullets(entry.bullets, above=space.above_bullets)
        return [*paragraphs, *bullets, *self._details(entry)]

    def _details(self, entry: Entry) -> Iterator[Block]:
        design = self._design
        texts = [text for line in entry.details if (text := self._ink.text(line.text))]
        if texts:
            joined = f"{NO_BREAK}{design.dot} ".join(texts)
            yield from self._block([Span(joined, design.detail)], above=self._space.above_details)

    def _plain(self, line: Line, style: Style, above: float = 0.0) -> Iterator[Block]:
        yield from self._block(self._spans(line, style), above=above)

    def _spans(self, line: Line, style: Style) -> list[Span]:
        text = self._ink.text(line.text)
        return [Span(text, style)] if text else []

    def _block(self, spans: Sequence[Span], above: float = 0.0) -> Iterator[Block]:
        if spans:
            yield Block(wrapped(spans, self._width), above)


def _first_above(blocks: list[Block], above: float) -> list[Block]:
    return [replace(block, above=above) if n == 0 else block for n, block in enumerate(blocks)]
