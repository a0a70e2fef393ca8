"""A line cut into clauses: the parts of it that claim something by themselves."""

import re
from bisect import bisect_right
from collections.abc import Iterator

_CUT = re.compile(
    r"[;:!?\n\u2022()\u2013\u2014]|,(?!\d)|(?<!\d)\.(?=\s|$)|(?<=\d)\.(?=\s+\D|$)|\s(?=(?:and|but|"
    r"while|which|who|where|whose|thereby|thus|"
    r"so that|und|aber|sowie|wobei|wodurch|et|mais|ainsi que|dont|qui|tout en|y|e|pero|lo que|mientras)\s)",
    re.I,
)
_LEADING = re.compile(r"^[\s,;:.]*(?:(?:and|but|while|und|aber|sowie|et|mais|y|pero)\s+)?", re.I)


def clauses(text: str) -> tuple[tuple[int, int], ...]:
    """Where each clause stands, in order; between them they cover the text."""
    return tuple(_parts(text))


def _parts(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for cut in _CUT.finditer(text):
        if text[start : cut.start()].strip():
            yield start, cut.start()
            start = cut.start()
    yield start, len(text)


def clause_at(parts: tuple[tuple[int, int], ...], place: int) -> tuple[int, int]:
    return parts[max(0, bisect_right(parts, (place, 1 << 30)) - 1)]


def as_told(text: str, part: tuple[int, int]) -> str:
    """A clause without the joints around it."""
    return _LEADING.sub("", text[part[0] : part[1]]).strip(" ,;:.()\u2013\u2014-\u2022")
