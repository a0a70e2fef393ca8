"""Blocks set on pages: headings stay with what they head, no row of a paragraph stands alone."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from app.infrastructure.pdf.blocks import Block
from app.infrastructure.pdf.wrapping import Row


@dataclass(frozen=True, slots=True)
class Placed:
    """Rows with the distance of their top from the top of the text area."""

    rows: Sequence[Row]
    top: float
    block: Block
    begins: bool
    """These are the block's first rows."""


@dataclass(slots=True)
class Page:
    placed: list[Placed] = field(default_factory=list)
    used: float = 0.0
    tinted_from: float | None = None
    """Where a side column begins, from the top of the text area."""

    def put(self, rows: Sequence[Row], block: Block, *, begins: bool = True) -> None:
        top = self.used + (block.above if self.placed else 0)
        self.placed.append(Placed(rows, top, block, begins))
        self.used = top + _height(rows) + block.pad


def paginated(blocks: Sequence[Block], height: float, first: Page | None = None) -> list[Page]:
    """On the rest of the `first` page, where one is begun already, and on new ones."""
    paging = _Paging(height, first)
    for block, needed in zip(blocks, _needs(blocks), strict=True):
        paging.place(block, needed)
    return paging.pages


def height_of(block: Block) -> float:
    return _height(block.rows) + block.pad


class _Paging:
    def __init__(self, height: float, first: Page | None) -> None:
        self._height = height
        self.pages = [first or Page()]

    def place(self, block: Block, needed: float) -> None:
        if self._page.placed and self._room(block) < needed:
            self.pages.append(Page())
        rows = list(block.rows)
        while rows:
            count = self._fitting(rows, block)
            self._page.put(rows[:count], block, begins=len(rows) == len(block.rows))
            rows = rows[count:]
            if rows:
                self.pages.append(Page())

    @property
    def _page(self) -> Page:
        return self.pages[-1]

    def _room(self, block: Block) -> float:
        return self._height - self._page.used - (block.above if self._page.placed else 0)

    def _fitting(self, rows: Sequence[Row], block: Block) -> int:
        """How many of the rows stay on this page: all, or so many that two at least go on."""
        room, count = self._room(block), 0
        while count < len(rows) and (room := room - rows[count].style.leading) >= -0.01:
            count += 1
        if count < len(rows) and len(rows) - count < 2:
            count = len(rows) - 2
        return max(count, 1)


def _needs(blocks: Sequence[Block]) -> list[float]:
    """The room that each block's beginning asks for, so that nothing is left behind alone."""
    needs: list[float] = []
    below = 0.0
    for block in reversed(blocks):
        need = height_of(block) + below if block.keep_next else _beginning(block)
        needs.append(need)
        below = block.above + need
    return needs[::-1]


def _beginning(block: Block) -> float:
    splits = len(block.rows) > 3 and not block.keep_whole
    return _height(block.rows[:2]) if splits else height_of(block)


def _height(rows: Sequence[Row]) -> float:
    return sum(row.style.leading for row in rows)
