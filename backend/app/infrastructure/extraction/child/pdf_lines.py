"""Rows as lines of text: an empty line where a person sees a gap, and words whole that a line end broke."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

from app.infrastructure.extraction.child.pdf_order import Row

_GAP = 1.5
"""Times the usual step between two lines."""
_BROKEN = re.compile(r"[^\W\d_]{2,}[-\u00ad\u2010]$")
_REST = re.compile(r"[a-z\u00df-\u00ff]+[^\s\t]*")
_ADDRESS = re.compile(r"[/@.\d]")
"""In a word that a person may type into a browser, a hyphen is its own."""
_SOFT = "\u00ad"


def text_lines(pages: Sequence[list[Row]]) -> list[str]:
    whole = {word.casefold() for rows in pages for row in rows for c in row.cells for word in c.split()}
    lines: list[str] = []
    for n, rows in enumerate(pages):
        if n:
            lines.append("")
        lines += _spaced(rows)
    return list(_mended(lines, whole))


def _spaced(rows: list[Row]) -> Iterable[str]:
    steps = [a.base - b.base for a, b in pairwise(rows) if 0 < a.base - b.base < 40]
    usual = median(steps) if steps else 0.0
    last: Row | None = None
    for row in rows:
        if last and not 0 <= last.base - row.base <= max(_GAP * usual, 1.6 * max(last.size, row.size)):
            yield ""
        yield "\t".join(row.cells)
        last = row


def _mended(lines: list[str], whole: set[str]) -> Iterable[str]:
    waiting = ""
    for line in lines:
        if waiting:
            if (rest := _REST.match(line)) and (broken := _BROKEN.search(waiting)):
                hyphened = broken[0] + rest[0]
                keep = broken[0][-1] == "-" and hyphened.casefold().strip(".,;:)") in whole
                keep = keep or bool(_ADDRESS.search(waiting.split()[-1]))
                waiting = waiting[:-1] + ("-" if keep else "") + line
                if _BROKEN.search(line):
                    continue
                yield waiting.replace(_SOFT, "-")
                waiting = ""
                continue
            yield waiting.replace(_SOFT, "-")
            waiting = ""
        if _BROKEN.search(line):
            waiting = line
        else:
            yield line.replace(_SOFT, "-")
    if waiting:
        yield waiting.replace(_SOFT, "-")
