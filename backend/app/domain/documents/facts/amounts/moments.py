"""Dates in a text, and stretches of time between two of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.domain.shared.months import BY_FOLDED_NAME, PRESENT
from app.domain.shared.prose import fold, word_set
from app.domain.shared.stretches import Stretches

_NOW = {*map(fold, PRESENT.values()), *PRESENT.values()} | word_set(
    "current currently now today ongoing date jetzt aktuell gegenwart actuel actual hoy nuvarande"
)

_MONTH = "|".join(sorted((re.escape(name) for name in BY_FOLDED_NAME), key=len, reverse=True))
_ONE = (
    rf"(?:(?P<m{{n}}>{_MONTH})\.?,?\s+(?:del?\s+|\d{{{{1,2}}}},\s+)?(?P<y{{n}}>(?:19|20)\d\d)"
    r"|(?P<cy{n}>(?:19|20)\d\d)[\u5e74\ub144](?:\s?(?P<cm{n}>1[0-2]|0?[1-9])[\u6708\uc6d4])?"
    r"|(?P<iy{n}>(?:19|20)\d\d)-(?P<im{n}>0[1-9]|1[0-2])(?:-\d\d)?"
    r"|(?P<nm{n}>0?[1-9]|1[0-2])[/.](?P<ny{n}>(?:19|20)\d\d)|(?P<yy{n}>(?:19|20)\d\d))"
)
# Nothing beside it that it would be a part of; ideographs and Hangul need no space between.
_BEGINS = r"(?:(?<![\w.,$\u20ac\u00a3+-])|(?<=[\u3040-\u9fff\uac00-\ud7a3]))"
_ENDS = r"(?:(?<=[\u5e74\ub144\u6708\uc6d4])|(?![\w%]|[.,]\d|\+))"
_JOIN = r"\s*(?:[-~\u2013\u2014\u301c\uff5e]|\bto\b|\buntil\b|\btill\b|\bbis\b|\ba\b|\bau\b|\bhasta\b)\s*"
_FULL_STOPS = frozenset("\uff0c\uff0e\uff0b\uff0d\uff04")
"""Of full width: they are no part of a number."""
_NOW_WORDS = "|".join(sorted((re.escape(word) for word in _NOW), key=len, reverse=True))
_RANGE = re.compile(
    r"(?:(?<![\w.])|(?<=[\u3040-\u9fff\uac00-\ud7a3]))"
    + _ONE.format(n=1)
    + _JOIN
    + rf"(?:{_ONE.format(n=2)}|(?P<now>{_NOW_WORDS}))(?:(?<=[\u5e74\ub144\u6708\uc6d4])|(?![\w%]))"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
"""There is no date without."""
_BETWEEN = re.compile(
    r"\b(?:between|zwischen|entre)\s+"
    + _ONE.format(n=1)
    + r"\s+(?:and|und|et|y)\s+"
    + _ONE.format(n=2)
    + r"(?![\w%])"
)
_OF_ONE_YEAR = re.compile(
    rf"(?<!\w)(?P<between>between\s+|zwischen\s+|entre\s+)?(?P<m1>{_MONTH})\.?\s*(?P<join>[-\u2013]|\b(?:to|until|till|through|bis|"
    rf"hasta|a|and|und|et|y)\b)\s*(?P<m2>{_MONTH})\.?,?\s+(?:del?\s+)?(?P<y2>(?:19|20)\d\d)(?![\w%])"
)
"""`Between April and June 2018`."""
_AND = frozenset({"and", "und", "et", "y"})
_SINCE = re.compile(
    r"\b(?:since|seit|depuis|desde|sedan|sinds|\u0645\u0646\u0630|\u05de\u05d0\u05d6)\s+"
    + _ONE.format(n=1)
    + r"(?!\w)"
)
_SINGLE = re.compile(_BEGINS + _ONE.format(n=1) + _ENDS)


@dataclass(frozen=True, slots=True)
class Moment:
    year: int
    month: int | None


@dataclass(frozen=True, slots=True)
class Stretch:
    start: Moment
    end: Moment | None
    """None: until now."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A date or a stretch, as it is written and where."""

    what: Moment | Stretch
    written: str
    start: int
    end: int


def dated(text: str) -> tuple[Dated, ...]:
    """Stretches first: their ends are not dates of their own."""
    if not _YEAR.search(text):
        return ()
    level = _levelled(text)
    stretches = list(_stretches(level))
    taken = Stretches([(each.start, each.end) for each in stretches])
    singles = (each for each in _singles(level) if not taken.touch(each.start, each.end))
    found = sorted((*stretches, *singles), key=lambda d: d.start)
    return tuple(replace(each, written=text[each.start : each.end]) for each in found)


def _levelled(text: str) -> str:
    """Folded letter by letter, so that every place stays where it is."""
    if text.isascii():
        return text.lower()
    lower = (c if c.isascii() or c in _FULL_STOPS else fold(c) for c in text)
    return "".join(low.lower() if len(low) == 1 else c for low, c in zip(lower, text, strict=True))


def _stretches(text: str) -> Iterator[Dated]:
    ranges = list(_RANGE.finditer(text))
    for m in ranges:
        end = None if m["now"] else _moment(m, 2)
        yield Dated(Stretch(_moment(m, 1), end), "", m.start(), m.end())
    for m in _BETWEEN.finditer(text):
        yield Dated(Stretch(_moment(m, 1), _moment(m, 2)), "", m.start(), m.end())
    for m in _OF_ONE_YEAR.finditer(text):
        if m["between"] or m["join"] not in _AND:
            first, last = (BY_FOLDED_NAME[m[name].rstrip(".")] for name in ("m1", "m2"))
            if first < last:
                year = int(m["y2"])
                yield Dated(Stretch(Moment(year, first), Moment(year, last)), "", m.start(), m.end())
    taken = Stretches([m.span() for m in ranges])
    for m in _SINCE.finditer(text):
        if not taken.touch(*m.span()):
            yield Dated(Stretch(_moment(m, 1), None), "", m.start(), m.end())


def _singles(text: str) -> Iterator[Dated]:
    for m in _SINGLE.finditer(text):
        yield Dated(_moment(m, 1), "", m.start(), m.end())


def _moment(m: re.Match[str], n: int) -> Moment:
    if m[f"y{n}"]:
        return Moment(int(m[f"y{n}"]), BY_FOLDED_NAME[m[f"m{n}"].rstrip(".")])
    if m[f"cy{n}"]:
        return Moment(int(m[f"cy{n}"]), int(m[f"cm{n}"]) if m[f"cm{n}"] else None)
    if m[f"iy{n}"]:
        return Moment(int(m[f"iy{n}"]), int(m[f"im{n}"]))
    if m[f"ny{n}"]:
        return Moment(int(m[f"ny{n}"]), int(m[f"nm{n}"]))
    return Moment(int(m[f"yy{n}"]), None)
