"""The order in which a person reads what stands on a page.

Rows from top to bottom; where a gutter runs through many rows and both sides have lines of their own, the
left side first. What stands beside an entry, such as its dates, is no column: it is read with its row.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from itertools import pairwise
from math import inf
from statistics import median

from app.infrastructure.extraction.child.pdf_glyphs import Segment

_LINE = 0.35
_CELL = 1.0
_SPACE = 0.17
_EDGE = 3.0
"""Points by which lines that begin together may differ."""
_LEAST_LINES = 3
_DEEPEST = 8
_BESIDE = 0.6
"""Of the lines of a narrow side that must stand level with the other for it to be its labels."""
_DATES_BESIDE = 0.8
_SPARSE = 1.6
_DATED = 0.4
_DATE = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|\d{1,2}/\d{2}\b|present|heute|aujourd|actual", re.IGNORECASE)
_BULLET = re.compile(r"[\u2022\u25cf\u25aa\u25e6\u2023\u00b7*\u2013-]\s")
_LONGEST_LABEL = 42
_HIGHEST_LABEL = 4
"""Lines."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line as it is read, with where it stands."""

    cells: tuple[str, ...]
    base: float
    size: float
    left: float = 0.0
    right: float = 0.0


def in_order(segments: Iterable[Segment]) -> list[Row]:
    return _read(_levels(segments), 0)


_Level = list[Segment]


class _Cut(IntEnum):
    """From what is read when nothing else is there to what is read whenever it is there."""

    TAILS = 0
    LABELS = 1
    COLUMNS = 2


def _levels(segments: Iterable[Segment]) -> list[_Level]:
    """What stands level, from top to bottom, each from left to right."""
    levels: list[_Level] = []
    for segment in sorted(segments, key=lambda s: (-s.base, s.left)):
        if levels and _is_level(levels[-1], segment):
            levels[-1].append(segment)
        else:
            levels.append([segment])
    return [_joined(sorted(level, key=lambda s: s.left)) for level in levels]


def _is_level(level: _Level, segment: Segment) -> bool:
    return abs(level[0].base - segment.base) < _LINE * min(max(s.size for s in level), segment.size)


def _joined(level: _Level) -> _Level:
    """Stretches that touch are one; what is drawn twice in one place is drawn bold."""
    made = [level[0]]
    for segment in level[1:]:
        last = made[-1]
        gap, size = segment.left - last.right, max(segment.size, last.size)
        if segment.text == last.text and abs(segment.left - last.left) < _SPACE * size:
            continue
        if -0.5 * size < gap < _CELL * size:
            space = " " if last.spaced or gap > _SPACE * size else ""
            text = last.text + space + segment.text
            made[-1] = Segment(text, last.left, segment.right, last.base, size, segment.spaced)
        else:
            made.append(segment)
    return made


def _read(levels: list[_Level], depth: int) -> list[Row]:
    cut = _cut(levels) if depth < _DEEPEST else None
    if cut is None:
        return [_row(level) for level in levels]
    kind, top, bottom, x = cut
    band = levels[top:bottom]
    left, right = _sides(band, x)
    if kind is _Cut.COLUMNS:
        middle = _read(left, depth + 1) + _read(right, depth + 1)
    elif kind is _Cut.LABELS:
        middle = _beside(left, right)
    else:
        middle = _with_tails(band, x)
    above, below = levels[:top], levels[bottom:]
    return (_read(above, depth + 1) if above else []) + middle + (_read(below, depth + 1) if below else [])


def _sides(band: Sequence[_Level], x: float) -> tuple[list[_Level], list[_Level]]:
    left = [kept for level in band if (kept := [s for s in level if s.left < x])]
    right = [kept for level in band if (kept := [s for s in level if s.left >= x])]
    return left, right


def _row(level: _Level) -> Row:
    cells = tuple(s.text.strip() for s in level if s.text.strip())
    base, size = level[0].base, max(s.size for s in level)
    return Row(cells, base, size, level[0].left, level[-1].right)


def _cut(levels: Sequence[_Level]) -> tuple[_Cut, int, int, float] | None:
    """The gutter that the most lines keep to on both sides, with the rows that it runs through."""
    best: tuple[int, int, tuple[_Cut, int, int, float]] | None = None
    for x in _edges(levels):
        for top, bottom in _free(levels, x):
            left, right = _sides(levels[top:bottom], x)
            if min(len(left), len(right)) < _LEAST_LINES:
                continue
            kind = _kind(levels[top:bottom], left, right, x)
            score = min(len(left), len(right)) * 4 + max(len(left), len(right))
            if best is None or (kind, score) > best[:2]:
                best = (kind, score, (kind, top, bottom, x))
    return best[2] if best else None


def _kind(band: Sequence[_Level], left: list[_Level], right: list[_Level], x: float) -> _Cut:
    if _are_tails(band, left, right, x):
        return _Cut.TAILS
    return _Cut.LABELS if _are_labels(left, right) else _Cut.COLUMNS


def _edges(levels: Sequence[_Level]) -> list[float]:
    """Where lines begin that are not the first of their row, or that others leave room for."""
    lefts = sorted(s.left for level in levels for s in level)
    groups: list[list[float]] = []
    for left in lefts:
        if groups and left - groups[-1][-1] <= _EDGE:
            groups[-1].append(left)
        else:
            groups.append([left])
    return [group[0] - 0.5 for group in groups[1:] if len(group) >= _LEAST_LINES]


def _free(levels: Sequence[_Level], x: float) -> list[tuple[int, int]]:
    """Runs of rows in which nothing reaches across."""
    crossed = [n for n, level in enumerate(levels) if any(s.left < x < s.right for s in level)]
    ends = [-1, *crossed, len(levels)]
    return [(a + 1, b) for a, b in pairwise(ends) if b - a > _LEAST_LINES]


def _are_tails(band: Sequence[_Level], left: list[_Level], right: list[_Level], x: float) -> bool:
    """The right side only ends rows that the left begins: dates at the margin, cells of a table."""
    own = sum(level[0].left >= x for level in band)
    blocks = _blocks(right)
    dated = sum(any(_DATE.search(s.text) for row in block for s in row) for block in blocks)
    if own * 5 <= len(right) and dated >= _DATED * len(blocks) and max(map(len, blocks)) <= _HIGHEST_LABEL:
        return True
    return own == 0 and median(len(s.text) for level in left for s in level) <= _LONGEST_LABEL


def _with_tails(band: Sequence[_Level], x: float) -> list[Row]:
    """What stands in the margin beside the lines of an entry belongs to its head."""
    rows: list[Row] = []
    heads, last = 0, inf
    for level in band:
        body, tail = [s for s in level if s.left < x], [s for s in level if s.left >= x]
        follows = last - level[0].base < 2 * level[0].size
        begun = [row.cells[0] for row in rows[heads + 1 :]] + [s.text for s in body[:1]]
        if rows and tail and follows and (not body or any(map(_BULLET.match, begun))):
            cells = tuple(s.text.strip() for s in tail)
            rows[heads] = replace(rows[heads], cells=rows[heads].cells + cells)
            last, tail = level[0].base, []
        elif tail:
            heads, last = len(rows), level[0].base
        if body or tail:
            rows.append(_row(body + tail))
    return rows


def _are_labels(left: list[_Level], right: list[_Level]) -> bool:
    """Whether the left side is what is said beside each entry of the right one."""
    said = [s.text for level in left for s in level]
    if median(map(len, said)) > _LONGEST_LABEL:
        return False
    blocks = _labels(left, right)
    if max(map(len, blocks)) > _HIGHEST_LABEL:
        return False
    dated = [block for block in blocks if any(_DATE.search(s.text) for row in block for s in row)]
    if len(dated) >= max(2, _DATED * len(blocks)):
        return sum(_is_beside(block[0], right) for block in dated) >= _DATES_BESIDE * len(dated)
    level = sum(_is_beside(block[0], right) for block in blocks)
    return level >= _BESIDE * len(blocks) and _step(left) > _SPARSE * _step(right)


def _is_beside(level: _Level, others: list[_Level]) -> bool:
    return any(abs(other[0].base - level[0].base) < 0.5 * level[0].size for other in others)


def _labels(left: list[_Level], right: list[_Level]) -> list[list[_Level]]:
    """Each with the lines that go on below it; what stands by itself, as a heading does, is one too."""
    blocks: list[list[_Level]] = []
    for level in left:
        last = blocks[-1][-1][0] if blocks else None
        near = last and last.base - level[0].base < 1.7 * level[0].size
        alike = last and abs(last.size - level[0].size) < 0.1 * last.size
        if near and alike and not _begins(level, right) and _is_beside(blocks[-1][0], right):
            blocks[-1].append(level)
        else:
            blocks.append([level])
    return blocks


def _begins(level: _Level, right: list[_Level]) -> bool:
    """Level with a line of the other side that nothing stands closely above."""
    for above, other in pairwise([None, *right]):
        if abs(other[0].base - level[0].base) < 0.5 * level[0].size:  # type: ignore[index]
            return above is None or above[0].base - other[0].base > 1.5 * other[0].size  # type: ignore[index]
    return False


def _step(levels: list[_Level]) -> float:
    return median([a[0].base - b[0].base for a, b in pairwise(levels)] or [0.0])


def _blocks(levels: list[_Level]) -> list[list[_Level]]:
    """Lines that follow closely on one another."""
    blocks = [[levels[0]]]
    for above, level in pairwise(levels):
        if above[0].base - level[0].base > 1.7 * max(above[0].size, level[0].size):
            blocks.append([])
        blocks[-1].append(level)
    return blocks


def _beside(left: list[_Level], right: list[_Level]) -> list[Row]:
    """Each label, all its lines, before the row that it stands level with."""
    labels = [
        (block[0][0], " ".join(s.text.strip() for row in block for s in row))
        for block in _labels(left, right)
    ]
    rows: list[Row] = []
    for level in right:
        row = _row(level)
        reached = []
        while labels and labels[0][0].base > row.base - _LINE * row.size:
            reached.append(labels.pop(0))
        for segment, text in reached[:-1]:
            rows.append(Row((text,), segment.base, segment.size, segment.left, segment.right))
        if reached:
            segment, text = reached[-1]
            row = Row((text, *row.cells), row.base, row.size, segment.left, row.right)
        rows.append(row)
    return rows + [Row((text,), s.base, s.size, s.left, s.right) for s, text in labels]
