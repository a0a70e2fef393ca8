"""Rows that belong together, before there are pages."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from app.infrastructure.looks import Align
from app.infrastructure.pdf.template import Border, Style
from app.infrastructure.pdf.wrapping import Row, moved

_SHARES = {Align.LEFT: 0.0, Align.CENTRE: 0.5, Align.RIGHT: 1.0}
_APART = 0.85
"""Of the larger size: how far apart the baselines of two rows have to be."""


class Role(Enum):
    """What a block is to somebody who cannot see it."""

    TEXT = auto()
    NAME = auto()
    """Of the person: the document's own heading."""
    HEADING = auto()
    """Of a section."""
    ENTRY = auto()
    """The title of a position or a degree, and where and when it was."""
    ITEM = auto()
    """Of a list; it begins with its bullet."""


@dataclass(frozen=True, slots=True)
class Block:
    rows: Sequence[Row]
    above: float = 0.0
    """White above it, unless it begins a page."""
    keep_next: bool = False
    """Stays whole, and on one page with the beginning of what follows."""
    border: Border | None = None
    outline: str | None = None
    keep_whole: bool = False
    left: float = 0.0
    """From the left margin, and how wide it may be."""
    width: float = 0.0
    role: Role = Role.TEXT

    @property
    def pad(self) -> float:
        return self.border.pad if self.border else 0.0


def aligned(rows: Sequence[Row], align: Align, width: float) -> Sequence[Row]:
    """Rows that began at the left margin, moved as a whole."""
    share = _SHARES[align]
    return [moved(row, (width - row.end) * share) for row in rows] if share else rows


def clearance(above: Style, below: Style) -> float:
    """The white without which a reader takes a row below a much larger one to go on beside it."""
    between = above.leading / 2 - above.size / 4 + below.leading / 2 + below.size / 4
    return above.size * _APART - between


def accompanied(blocks: list[Block]) -> list[Block]:
    """A single row at a page's end or beginning looks lost: it stays with the block beside it."""
    for alone, neighbour in ((0, 0), (-1, -2)):
        if len(blocks) > 1 and len(blocks[alone].rows) == 1:
            blocks[neighbour] = replace(blocks[neighbour], keep_next=True)
    return blocks


def first_above(blocks: list[Block], above: float) -> list[Block]:
    return [replace(block, above=above) if n == 0 else block for n, block in enumerate(blocks)]
