"""Long texts, cut into pieces that say one thing: a resume may come as a single line of a thousand words."""

import re
from collections.abc import Iterator

from app.domain.shared.prose import sentences

_SHORT = 160
"""Characters that need no cutting."""
_MOST_WORDS = 40
_END = re.compile(r"[.!?]\s|\n")
_WORD = re.compile(r"\S+")


def pieces_of(text: str) -> tuple[tuple[int, int], ...]:
    """Where each piece begins and ends; none is empty, and together they cover every word."""
    if len(text) <= _SHORT and not _END.search(text):
        return ((0, len(text)),)
    return tuple(piece for start, end in _sentences(text) for piece in _windows(text, start, end))


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for sentence in sentences(text):
        start = text.index(sentence, at)
        at = start + len(sentence)
        yield start, at


def _windows(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    found = list(_WORD.finditer(text, start, end))
    for n in range(0, len(found), _MOST_WORDS):
        part = found[n : n + _MOST_WORDS]
        yield part[0].start(), part[-1].end()
