"""Pages with a side column on the first: its sections are set, and so read, before those beside it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from app.domain.documents.content import DocumentContent, Section
from app.infrastructure.looks.look import Columns, Groups
from app.infrastructure.pdf.blocks import Block
from app.infrastructure.pdf.flow import Flow, blocks_of
from app.infrastructure.pdf.pages import Page, height_of, paginated
from app.infrastructure.pdf.template import Design
from app.infrastructure.pdf.typefaces import Ink

_MOST_ABOVE = 0.55
"""Of the page: what is higher than that leaves no room for columns."""


@dataclass(frozen=True, slots=True)
class Set:
    """Pages, and the content's sections by number in the order that they were set in."""

    pages: list[Page]
    order: tuple[int, ...]


def typeset(content: DocumentContent, design: Design, width: float, height: float, ink: Ink) -> Set:
    everything = tuple(range(len(content.sections)))
    if design.columns and (found := _Columns(content, design, design.columns, ink).set(width, height)):
        return found
    return Set(paginated(blocks_of(content, design, width, ink), height), everything)


class _Columns:
    def __init__(self, content: DocumentContent, design: Design, columns: Columns, ink: Ink) -> None:
        self._content = content
        self._design = design
        self._columns = columns
        self._ink = ink

    def set(self, width: float, height: float) -> Set | None:
        """None when there is nothing for one of the columns, or no room for them."""
        above, side, main = self._parts()
        page = self._begun(above, width, height)
        if page is None or not side or not main:
            return None
        top, indent = page.used, self._columns.width + self._columns.gap
        kept, side_blocks = self._fitting(side, height - top)
        if not kept:
            return None
        for block in side_blocks:
            page.put(block.rows, block)
        page.used = page.tinted_from = top
        rest = [*main, *(n for n in side if n not in kept)]
        narrow = self._blocks(rest, self._flow(width - indent, indent))
        count = _on_the_first(narrow, page, height)
        if not count:
            return None
        wide = self._blocks(rest, self._flow(width))[count:]
        pages = [page, *(paginated(wide, height) if wide else ())]
        return Set(pages, (*above, *kept, *rest))

    def _parts(self) -> tuple[list[int], list[int], list[int]]:
        kinds = [section.kind for section in self._content.sections]
        above = [n for n, kind in enumerate(kinds) if kind in self._columns.above]
        side = [n for n, kind in enumerate(kinds) if kind in self._columns.side]
        return above, side, [n for n in range(len(kinds)) if n not in above and n not in side]

    def _begun(self, above: Sequence[int], width: float, height: float) -> Page | None:
        flow = self._flow(width)
        blocks = [*flow.header(self._content.header), *self._blocks(above, flow)]
        page, *more = paginated(blocks, height)
        return None if more or page.used > height * _MOST_ABOVE else page

    def _fitting(self, side: Sequence[int], room: float) -> tuple[list[int], list[Block]]:
        """The sections, in their order, that find room whole."""
        flow = Flow(_for_the_side(self._design), self._columns.width, self._ink)
        kept: list[int] = []
        blocks: list[Block] = []
        for n in side:
            more = [*blocks, *flow.section(self._content.sections[n])]
            if _reach(more) <= room:
                kept.append(n)
                blocks = more
        return kept, blocks

    def _blocks(self, numbers: Sequence[int], flow: Flow) -> list[Block]:
        return list(chain.from_iterable(flow.section(section) for section in self._sections(numbers)))

    def _sections(self, numbers: Sequence[int]) -> Iterator[Section]:
        return (self._content.sections[n] for n in numbers)

    def _flow(self, width: float, left: float = 0.0) -> Flow:
        return Flow(self._design, width, self._ink, left)


def _for_the_side(design: Design) -> Design:
    return replace(design, groups=Groups.ABOVE)


def _reach(blocks: Sequence[Block]) -> float:
    return sum(block.above + height_of(block) for block in blocks)


def _on_the_first(blocks: Sequence[Block], page: Page, height: float) -> int:
    """How many of the blocks find room on the page, where they are put; none of them is cut in two."""
    before = len(page.placed)
    paginated([replace(block, keep_whole=True) for block in blocks], height, page)
    return len(page.placed) - before
