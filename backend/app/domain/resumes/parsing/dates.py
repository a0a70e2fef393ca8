"""Dates as resumes have them, in English, German, French and Spanish."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.resumes.resume import CERTAIN, LIKELY, Read
from app.domain.shared.errors import Invalid
from app.domain.shared.months import BY_FOLDED_NAME, BY_NAME, PRESENT
from app.domain.shared.prose import fold
from app.domain.shared.time import PartialDate

_SEASONS = {"spring": 3, "summer": 6, "fall": 9, "autumn": 9, "winter": 12}
_NAMES = "|".join(sorted({*BY_NAME, *BY_FOLDED_NAME, *_SEASONS}, key=lambda n: (-len(n), n)))
_YEAR = r"(?:19[5-9]\d|20[0-4]\d)(?!\d)"
_WORD_EDGE = r"(?:(?<![^\W_])|(?-i:(?<=[a-z)])(?=[A-Z])))"
"""A month begins a word, or a capital letter where a space was lost."""
_MOMENT = (
    rf"(?:(?P<iso>(?:19|20)\d\d-\d{{2}}-\d{{2}})|(?P<iy>{_YEAR})\s?[-/.]\s?(?P<im>0?[1-9]|1[0-2])(?![\d/.]*\d)(?!-\d{{1,2}}(?!\d))"
    rf"|(?P<cy>{_YEAR})[\u5e74\ub144](?:\s?(?P<cm>1[0-2]|0?[1-9])[\u6708\uc6d4])?"
    rf"|(?:(?P<day>[0-3]?\d)(?:st|nd|rd|th|\.|er)?\s+(?:de\s+)?)?{_WORD_EDGE}(?P<name>{_NAMES})\b\.?,?\s*(?:of\s+|de[l]?\s+)?"
    rf"(?:[0-3]?\d(?:st|nd|rd|th)?,\s*)?(?:(?P<ny>{_YEAR})|[\'\u2019](?P<short>\d\d))"
    rf"|(?:[0-3]?\d\s?[./]\s?)?(?P<mm>[01]?\d)\s?[./-]\s?(?P<my>{_YEAR})"
    rf"|(?P<sm>0[1-9]|1[0-2])\s(?P<sy>{_YEAR})|(?P<mon>0?[1-9]|1[0-2])/(?P<yy>[0-3]\d)(?![\d/])|(?<![^\W\d_])(?P<year>{_YEAR}))"
)
_LASTING = (
    r"(?:present|current(?:ly)?|now|today|ongoing|to date|till date|date|heute|aktuell|jetzt|laufend|dato"
    r"|pr[ée]sent|actuel(?:lement)?|aujourd['\u2019]?hui|ce jour|en cours|(?:la )?actualidad"
    r"|actual(?:mente)?"
    rf"|(?:el )?presente|hoy|la fecha|{'|'.join(map(re.escape, PRESENT.values()))})"
)
_DASH = (
    r"\s*(?:[-\u2013\u2014~]+|\bto\b|\bbis\b|\buntil\b|\bthrough\b|\btill\b|\bhasta\b"
    r"|\bau\b|\bà\b|\bal?\b)\s*"
)
_SINCE = r"(?:since|from|seit|ab|depuis|desde|von|de|du)"


def _named(suffix: str) -> str:
    return re.sub(r"\(\?P<(\w+)>", rf"(?P<\g<1>{suffix}>", _MOMENT)


_EDGE = r"(?<![\d$\u20ac\u00a3./-])(?<!\d,)"
_RANGE = re.compile(
    rf"{_EDGE}(?:{_SINCE}\s+)?{_named('1')}{_DASH}(?:(?:the|le|zum)\s+)?(?:{_named('2')}|(?P<lasting>{_LASTING})(?-i:(?![a-z])))"
    rf"|{_EDGE}{_named('3')}\s*[-\u2013\u2014]\s*(?=$|\n)"
    rf"|\b(?:since|seit|depuis|desde)\s+{_named('4')}",
    re.IGNORECASE,
)
_SINGLE = re.compile(rf"{_EDGE}{_named('1')}(?![\d%])", re.IGNORECASE)
_PARTS = (
    "iso",
    "iy",
    "im",
    "cy",
    "cm",
    "day",
    "name",
    "ny",
    "short",
    "mm",
    "my",
    "sm",
    "sy",
    "mon",
    "yy",
    "year",
)
_DURATION = re.compile(
    r"\(?(?:\d+\+?\s*(?:years?|yrs?\.?|months?|mos?\.?|jahre?|monate?|ans?|mois|a[nñ]os?"
    r"|mes(?:es)?)[\s,]*(?:and|et|y|und)?\s*)+\)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time and where it stands in the text that was searched."""

    begin: PartialDate | None
    end: PartialDate | None
    lasting: bool
    at: int
    until: int
    place: int = 0
    """Where that text stands in the whole."""

    def read_begin(self) -> Read[PartialDate] | None:
        return self._read(self.begin, CERTAIN)

    def read_end(self) -> Read[PartialDate] | None:
        return self._read(self.end, CERTAIN if self.begin else LIKELY)

    def _read(self, when: PartialDate | None, sureness: float) -> Read[PartialDate] | None:
        return Read(when, self.place + self.at, self.place + self.until, sureness) if when else None


def periods_in(text: str, place: int = 0) -> Iterator[Period]:
    """Every "from - to" of a text."""
    for found in _RANGE.finditer(text):
        suffix = next(s for s in "134" if any(found[p + s] for p in _PARTS))
        begin = _moment(found, suffix)
        end = _moment(found, "2") if suffix == "1" and not found["lasting"] else None
        if begin and not (end and end < begin and end.year != begin.year):
            lasting = end is None
            yield Period(begin, end, lasting, found.start(), found.end(), place)


def moments_in(text: str, place: int = 0) -> Iterator[Period]:
    """Every single date of a text, as the end of something."""
    for found in _SINGLE.finditer(text):
        if when := _moment(found, "1"):
            yield Period(None, when, False, found.start(), found.end(), place)


def is_duration(text: str) -> bool:
    """ "2 years 7 months", which only says again what the dates say."""
    return bool(_DURATION.fullmatch(text.strip()))


def _moment(found: re.Match[str], suffix: str) -> PartialDate | None:
    part = {name: found[name + suffix] for name in _PARTS}
    try:
        return _dated(part)
    except Invalid:
        return None


def _dated(part: dict[str, str | None]) -> PartialDate | None:
    if part["iso"]:
        return PartialDate.parse(part["iso"][:7])
    if part["name"]:
        name = fold(part["name"])
        month = BY_FOLDED_NAME.get(name) or _SEASONS.get(name)
        year = int(part["ny"]) if part["ny"] else _century(part["short"] or "0")
        return PartialDate(year, month)
    for year_part, month_part in (("iy", "im"), ("cy", "cm"), ("my", "mm"), ("sy", "sm")):
        if year_said := part[year_part]:
            return PartialDate(int(year_said), int(part[month_part] or 0) or None)
    if part["yy"]:
        return PartialDate(_century(part["yy"]), int(part["mon"] or 1))
    return PartialDate(int(part["year"])) if part["year"] else None


def _century(short: str) -> int:
    return int(short) + (2000 if int(short) < 50 else 1900)
