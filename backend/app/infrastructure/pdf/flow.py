"""A document's content as blocks of rows, from top to bottom, before there are pages."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from math import inf

from app.domain.documents.content import (
    DocumentContent,
    Entry,
    Header,
    Letter,
    Line,
    Section,
    SectionKind,
    SkillGroup,
)
from app.domain.documents.printable import safe_link
from app.domain.shared.patience import go_on
from app.infrastructure.looks import Rule
from app.infrastructure.looks.look import Groups
from app.infrastructure.pdf.blocks import Block, Role, accompanied, aligned, clearance, first_above
from app.infrastructure.pdf.entries import heading_of, heading_rows
from app.infrastructure.pdf.template import Border, Design, Style
from app.infrastructure.pdf.typefaces import Ink
from app.infrastructure.pdf.wrapping import NO_BREAK, Row, Span, beside, shortened, wrapped

_BESIDE_BAR = 9
_LEAST_GAP = 6
_LEAST_OF_NAME = 0.72


def blocks_of(content: DocumentContent, design: Design, width: float, ink: Ink) -> list[Block]:
    flow = Flow(design, width, ink)
    blocks = [*flow.header(content.header)]
    for n, section in enumerate(content.sections):
        blocks.extend(flow.section(section, first=n == 0))
    if content.letter:
        blocks.extend(flow.letter(content.letter))
    return blocks


class Flow:
    """Makes blocks of one width, beginning `left` points from the left margin."""

    def __init__(self, design: Design, width: float, ink: Ink, left: float = 0.0) -> None:
        self._design = design
        self._space = design.spaces
        self._width = width
        self._left = left
        self._ink = ink

    def header(self, header: Header) -> list[Block]:
        """In its own alignment; what comes last has the header's rule below it."""
        blocks = [
            replace(block, rows=aligned(block.rows, self._design.header.align, self._width))
            for block in self._header(header)
        ]
        return [*blocks[:-1], *(replace(block, border=self._design.under_header) for block in blocks[-1:])]

    def _header(self, header: Header) -> Iterator[Block]:
        design, last = self._design, self._on_one_row(header.name, self._design.name)
        yield from (replace(block, role=Role.NAME) for block in self._plain(header.name, last))
        if header.headline:
            above = max(self._space.above_headline, clearance(last, design.headline))
            yield from self._plain(header.headline, design.headline, above=above)
            last = design.headline
        contacts = [
            Span(text.replace(" ", NO_BREAK), design.contact, safe_link(contact.url))
            for contact in header.contacts
            if (text := self._ink.text(contact.text))
        ]
        yield from self._dotted(contacts, max(self._space.above_contacts, clearance(last, design.contact)))

    def _on_one_row(self, line: Line, style: Style) -> Style:
        """A name a little too long for its row is set smaller, not broken."""
        rows = wrapped(self._spans(line, style), inf)
        length = rows[0].end if rows else 0.0
        kept = length <= self._width or length * _LEAST_OF_NAME > self._width
        return style if kept else style.scaled(self._width / length * 0.99)

    def _dotted(self, spans: Sequence[Span], above: float) -> Iterator[Block]:
        """No dot at a row's end."""
        dot = f"{NO_BREAK}{self._design.dot}"
        dotted = [replace(span, text=f"{span.text}{dot}") for span in spans[:-1]]
        for block in self._block([*dotted, *spans[-1:]], above=above):
            yield replace(block, rows=[shortened(row, dot) for row in block.rows])

    def letter(self, letter: Letter) -> Iterator[Block]:
        """Date, recipient, subject and salutation stand together; so do closing and signature."""
        design, space = self._design, self._space
        above = space.above_recipient
        head = [
            replace(block, rows=aligned(block.rows, design.date, self._width))
            for block in self._plain(letter.date, design.prose, above=space.above_date)
        ]
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

    def section(self, section: Section, *, first: bool = False) -> Iterator[Block]:
        """The first has no rule above it where the header has one below."""
        title = self._ink.text(section.title)
        body = first_above(self._section_body(section), self._space.below_heading)
        if title:
            yield self._made(
                self._heading(title),
                above=self._space.above_section,
                keep_next=bool(body),
                border=None if first and self._ruled_twice else self._design.border,
                outline=title,
                role=Role.HEADING,
            )
        yield from body

    @property
    def _ruled_twice(self) -> bool:
        border = self._design.border
        return bool(self._design.under_header and border and border.rule is Rule.ABOVE)

    def _heading(self, title: str) -> Sequence[Row]:
        border = self._design.border
        indent = _BESIDE_BAR if border and border.rule is Rule.BAR else 0.0
        rows = wrapped([Span(title, self._design.heading)], self._width - indent, at=indent)
        return aligned(rows, self._design.headings, self._width)

    def _section_body(self, section: Section) -> list[Block]:
        return list(
            chain(
                self._paragraphs(section),
                self._entries(section.entries),
                self._groups(section.groups),
                self._bullets(section.bullets),
            )
        )

    def _paragraphs(self, section: Section) -> Iterator[Block]:
        style = self._design.lead if section.kind is SectionKind.SUMMARY else self._design.body
        for line in section.paragraphs:
            yield from self._plain(line, style, above=self._space.between_paragraphs)

    def _groups(self, groups: Sequence[SkillGroup]) -> Iterator[Block]:
        design = self._design
        for group in groups:
            items = [text for item in group.items if (text := self._ink.text(item.text))]
            label = self._ink.text(group.label.text) if group.label else ""
            told = [Span(", ".join(items), design.body)] if items else []
            named = [Span(f"{label}:", design.label)] if label else []
            yield from self._group(named, told)

    def _group(self, label: list[Span], items: list[Span]) -> Iterator[Block]:
        space, kind = self._space, self._design.groups
        if not (label and items) or kind is Groups.INLINE:
            yield from self._block([*label, *items], above=space.between_bullets)
            return
        if kind is Groups.ABOVE:
            (named,) = self._block(label, above=space.between_paragraphs)
            yield replace(named, keep_next=True)
            yield from self._block(items)
            return
        named_rows = wrapped(label, self._width)
        if len(named_rows) > 1 or named_rows[0].end > space.label - _LEAST_GAP:
            yield from self._block([*label, *items], above=space.between_bullets)
            return
        first, *more = wrapped(items, self._width - space.label, at=space.label)
        yield self._made([beside(named_rows[0], first), *more], space.between_bullets)

    def _bullets(self, lines: Sequence[Line], above: float = 0.0) -> list[Block]:
        design, space = self._design, self._space
        mark = wrapped([Span(design.bullet, design.mark)], self._width, at=space.bullet)[0]
        blocks: list[Block] = []
        for line in lines:
            spans = self._spans(line, design.body)
            rows = wrapped(spans, self._width - space.hanging, at=space.hanging)
            if rows:
                gap = space.between_bullets if blocks else above
                blocks.append(self._made([beside(mark, rows[0]), *rows[1:]], gap, role=Role.ITEM))
        return accompanied(blocks)

    def _entries(self, entries: Sequence[Entry]) -> Iterator[Block]:
        headings = [heading_of(entry, self._design, self._ink) for entry in entries]
        rows = heading_rows(headings, self._design, self._width)
        for entry, heading in zip(entries, rows, strict=True):
            body = self._entry_body(entry)
            blocks = [self._made(heading, keep_next=bool(body), role=Role.ENTRY), *body] if heading else body
            yield from first_above(blocks, self._space.between_entries)

    def _entry_body(self, entry: Entry) -> list[Block]:
        space = self._space
        text = [entry.text] if entry.text else []
        paragraphs = [block for line in text for block in self._plain(line, self._design.body)]
        bullets = self._bullets(entry.bullets, above=space.above_bullets)
        return accompanied([*paragraphs, *bullets, *self._details(entry)])

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
        go_on()
        if spans:
            yield self._made(wrapped(spans, self._width), above)

    def _made(
        self,
        rows: Sequence[Row],
        above: float = 0.0,
        *,
        keep_next: bool = False,
        border: Border | None = None,
        outline: str | None = None,
        role: Role = Role.TEXT,
    ) -> Block:
        return Block(rows, above, keep_next, border, outline, left=self._left, width=self._width, role=role)
