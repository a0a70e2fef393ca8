"""Whether a number is told as it is, or as more, less or about that."""

from enum import StrEnum
from re import Pattern

from app.domain.documents.facts.number_signs import (
    ABOUT,
    AND_MORE,
    AT_LEAST,
    AT_MOST,
    CLOSES,
    DURING,
    LASTING,
    LESS,
    MORE,
    NEARLY,
    OF_A_CONTRACT,
    OR_SO,
    UP_TO,
)


class Bound(StrEnum):
    EXACT = "exact"
    AT_LEAST = "at least"
    MORE = "more than"
    AT_MOST = "at most"
    UP_TO = "up to"
    LESS = "less than"
    NEARLY = "nearly"
    ABOUT = "about"


LOWER = (Bound.MORE, Bound.AT_LEAST)
UPPER = (Bound.LESS, Bound.AT_MOST, Bound.UP_TO)
_BOUNDS: tuple[tuple[Pattern[str], Bound], ...] = (
    (MORE, Bound.MORE),
    (AT_LEAST, Bound.AT_LEAST),
    (NEARLY, Bound.NEARLY),
    (LESS, Bound.LESS),
    (UP_TO, Bound.UP_TO),
    (AT_MOST, Bound.AT_MOST),
    (ABOUT, Bound.ABOUT),
)
_REACH = 28
_FAR = 70


def bound_at(text: str, start: int, end: int, *, plus: bool, lasting: bool) -> Bound:
    """Of the number that stands there; `lasting`: it is a length of time."""
    if plus or AND_MORE.match(text, end):
        return Bound.AT_LEAST
    before = text[max(0, start - _REACH) : start]
    if lasting and DURING.search(before) and not LASTING.search(before) and CLOSES.match(text, end):
        return Bound.EXACT
    found = next((bound for pattern, bound in _BOUNDS if pattern.search(before)), Bound.EXACT)
    if found is Bound.MORE and OF_A_CONTRACT.search(text[max(0, start - _FAR) : start]):
        return Bound.EXACT
    if found is Bound.EXACT and OR_SO.match(text, end):
        return Bound.ABOUT
    return found
