"""What pages repeat at their head and foot."""

import re
from collections import Counter
from collections.abc import Sequence

from app.infrastructure.extraction.child.pdf_order import Row

_REACH = 0.09
"""Of the page's height, at its head and at its foot."""
_NUMBER = re.compile(
    r"(?:.{0,60}\s)?(?:(?:page|seite|p[áa]gina|p\.)\s*\d{1,3}(?:\s*(?:of|von|de|sur|/)\s*\d{1,3})?|\d{1,3}\s*/\s*\d{1,3})"
    r"|[-\u2013\s]*\d{1,2}[-\u2013\s]*",
    re.IGNORECASE,
)


def without_repeats(pages: Sequence[list[Row]], heights: Sequence[float]) -> tuple[list[list[Row]], int]:
    """Said once, where it is said first; page numbers never. And how many lines were left out."""
    if len(pages) < 2:
        return list(pages), 0
    at_edge = [
        [_is_at_edge(row, height) for row in rows] for rows, height in zip(pages, heights, strict=True)
    ]
    often = Counter(
        key
        for rows, edges in zip(pages, at_edge, strict=True)
        for key in {_key(row) for row, edge in zip(rows, edges, strict=True) if edge}
    )
    kept, seen, dropped = [], set[str](), 0
    for rows, edges in zip(pages, at_edge, strict=True):
        keep: list[Row] = []
        for row, edge in zip(rows, edges, strict=True):
            key = _key(row)
            said = " ".join(row.cells)
            if edge and (_NUMBER.fullmatch(said) or (often[key] > 1 and key in seen)):
                dropped += 1
                continue
            seen.add(key)
            keep.append(row)
        kept.append(keep)
    return kept, dropped


def _is_at_edge(row: Row, height: float) -> bool:
    return row.base > height * (1 - _REACH) or row.base < height * _REACH


def _key(row: Row) -> str:
    return re.sub(r"\d+", "0", " ".join(row.cells)).casefold()
