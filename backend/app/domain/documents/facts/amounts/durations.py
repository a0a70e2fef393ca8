"""Stretches of time that no number names: `half an hour`, `a year and a half`, `the day before`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.documents.facts.amounts.number_signs import DAYS
from app.domain.documents.facts.amounts.number_tables import UNITS
from app.domain.shared.cues import Cue, Spoken, holds_any
from app.domain.shared.prose import fold, in_order, word_set

_UNITS = r"(?:seconds?|minutes?|hours?|days?|weeks?|fortnights?|months?|years?|decades?)"
_HALVES = re.compile(
    r"\b(?:"
    r"half[\s-](?:an?[\s-])?(?P<en>hour|day|week|month|year|decade)|"
    r"(?:eine?[mnrs]?\s+)?halbe[mnrs]?\s+(?P<de>stunden?|tage?s?|wochen?|monate?s?|jahre?s?)|"
    r"(?:une?\s+)?demi[es]?[\s-](?P<fr>heure|journ\u00e9e|mois|ann\u00e9e)|"
    r"(?:un[oa]?\s+)?(?P<es>media\s+hora|media\s+jornada|medio\s+a\u00f1o|medio\s+mes)"
    r")\b",
    re.I,
)
_ONE_AND_A_HALF = re.compile(
    r"(?<![\w.,])(?:une?\s|un\s)?(?P<unit>an|ann\u00e9e|mois|heure|journ\u00e9e|a\u00f1o|mes|hora|d\u00eda)\s+(?:et\s+demie?|y\s+medi[oa])\b",
    re.I,
)
"""`Un an et demi`, `a\u00f1o y medio`."""
_QUARTERS = re.compile(
    r"\b(?P<three>three[\s-]quarters\s+of\s+an\s+|drei\s?viertel|trois\s+quarts\s+d['\u2019]|"
    r"tres\s+cuartos\s+de\s+)?"
    r"(?:(?:an?\s+)?quarter\s+of\s+an\s+|(?:eine?[mnrs]?\s+)?viertel|(?:une?\s+)?quart\s+d['\u2019]|"
    r"(?:un\s+)?cuarto\s+de\s+)?(?P<unit>hour|stunden?|heure|hora|jahre?s?)\b",
    re.I,
)
_CLOCK = re.compile(
    r"(?<![\w.,])(?P<hours>\d{1,2}|[^\W\d_]{2,8})\s?(?:h|std\.?|stunden?|heures?|horas?)\s?(?:(?:et|und|y)\s)?(?:"
    r"(?P<minutes>[1-5]?\d)(?:\s?min(?:\.|uten?|utes?|utos?)?)?(?![\w.,%]|\s?(?:h|stunden|heures|horas)\b)|"
    r"(?P<part>trois\squarts|tres\scuartos|(?:un\s)?quart|cuarto)\b)",
    re.I,
)
"""`2 Stunden 15 Minuten`, `2 h 15`, `deux heures et quart`."""
_CLOCK_CUE = Cue(word_set("h std stunde stunden heure heures hora horas"))
_NUMBERED = re.compile(
    r"(?:\d|\b(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|"
    r"diez))\s*$",
    re.I,
)
_MAY_PART = in_order("half halb demi medi quart viertel cuart")
"""Part of all parts: most texts have none of it."""
_UNIT_CUE = Cue(
    word_set(
        "second seconds minute minutes hour hours day days week weeks fortnight fortnights month months year "
        "years decade decades"
    )
)
_MAY_PRECEDE = in_order("vor zuvor davor veille pr\u00e9c\u00e9dent d\u00eda v\u00edspera day")
_ONE = re.compile(
    rf"\b(?P<article>an?)\s+(?:whole\s+|full\s+|single\s+|solid\s+|good\s+)?(?P<unit>{_UNITS})\b(?!-(?!long)|\w)",
    re.I,
)
_LASTS = re.compile(
    r"(?:^|[.;:!?(\u2022]\s*|\b(?:for|with|within|in|inside|after|over|under|than|to|took|takes?|taking|"
    r"spent|"
    r"spend|lasted|lasting|nearly|almost|about|around|just|roughly|exactly|another|only|barely|least|most|"
    r"and|"
    r"was|is|includes?|including|by|approximately|beyond|saved?|saving|saves|quite|clear|course\s+of|space\s+of)\s+)$",
    re.I,
)
"""What stands before a length of time; after all else `a year` tells how often."""
_LATER = re.compile(
    r"['\u2019]s\b|-long\b|\s+(?:an?|per|each|every)\s+(?:day|week|fortnight|month|quarter|year)\b|\s+(?:ahead|early|earlier|before|beforehand|later|late|sooner|in\s+advance|ago|long|"
    r"out|prior|and\s+a\s+half|as\s+an?|of\s+\w+ing)\b",
    re.I,
)
_HALF_MORE = re.compile(r"\s+(?:and\s+a\s+half|et\s+demie?|y\s+medi[oa])\b", re.I)
_WITHIN_THE = re.compile(r"\b(?:within|inside)\s+the\s+(?P<unit>hour|day|week|month)\b(?!['\u2019\w])", re.I)
_LONG = re.compile(
    r"(?<![-\w])(?<!a\s)(?<!an\s)(?<!whole\s)(?<!full\s)(?<!single\s)(?P<unit>hour|day|week|fortnight|month|year|decade)-long\b",
    re.I,
)
_DAY_BEFORE = re.compile(
    r"\b(?:the\s+(?:day\s+(?:before|prior)|previous\s+day|preceding\s+day)|am\s+vortag|am\s+tag\s+(?:davor|"
    r"zuvor)|tags\s+zuvor|la\s+veille|le\s+jour\s+(?:d['\u2019]avant|pr\u00e9c\u00e9dent)|el\s+d\u00eda\s+"
    r"(?:anterior|antes|previo)|la\s+v\u00edspera)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Duration:
    days: float
    unit: str
    """Folded."""
    start: int
    end: int


def durations(text: str, words: Spoken) -> Iterator[Duration]:
    """In order of their kind; none lies within another."""
    clock = list(_hours_and_minutes(text)) if _CLOCK_CUE.may_stand_in(words) else []
    yield from clock
    if holds_any(words.lower, _MAY_PART):
        parts = _parts_of_a_unit(text)
        yield from (p for p in parts if not any(c.start < p.end and p.start < c.end for c in clock))
    if _UNIT_CUE.may_stand_in(words):
        yield from _units(text)
    if holds_any(words.lower, _MAY_PRECEDE):
        yield from (Duration(1.0, "day", m.start(), m.end()) for m in _DAY_BEFORE.finditer(text))


def _hours_and_minutes(text: str) -> Iterator[Duration]:
    for m in _CLOCK.finditer(text):
        hours = float(m["hours"]) if m["hours"].isdigit() else UNITS.get(fold(m["hours"]))
        if hours:
            part = 0.75 if (m["part"] or "").lower().startswith("tr") else 0.25
            more = float(m["minutes"]) / 60 if m["minutes"] else part
            yield Duration((hours + more) * DAYS["hour"], "hour", m.start(), m.end())


def _units(text: str) -> Iterator[Duration]:
    for m in _ONE.finditer(text):
        if _LASTS.search(text[: m.start()][-24:]) or _LATER.match(text, m.end()):
            yield _whole(text, m)
    for m in _LONG.finditer(text):
        yield Duration(DAYS[fold(m["unit"])], fold(m["unit"]), m.start(), m.end())
    for m in _WITHIN_THE.finditer(text):
        yield Duration(DAYS[fold(m["unit"])], fold(m["unit"]), m.start("unit"), m.end())


def _whole(text: str, m: re.Match[str]) -> Duration:
    unit = fold(m["unit"])
    days = 14.0 if unit.startswith("fortnight") else DAYS[unit.removesuffix("s")]
    more = half_more(text, m.end())
    return Duration(days * 1.5 if more else days, unit, m.start(), more or m.end())


def _parts_of_a_unit(text: str) -> Iterator[Duration]:
    for m in _ONE_AND_A_HALF.finditer(text):
        if not _NUMBERED.search(text[: m.start()]):
            unit = fold(m["unit"])
            yield Duration(1.5 * _days(unit), unit, m.start(), m.end())
    for m in _HALVES.finditer(text):
        unit = fold(m["en"] or m["de"] or m["fr"] or m["es"].split()[-1])
        yield Duration(_days(unit) / 2, unit, m.start(), m.end())
    for m in _QUARTERS.finditer(text):
        before = m.group()[: m.start("unit") - m.start()]
        if before.strip():
            unit = fold(m["unit"])
            yield Duration(_days(unit) * (0.75 if m["three"] else 0.25), unit, m.start(), m.end())


def half_more(text: str, at: int) -> int | None:
    """Where `and a half` ends, if it stands here."""
    more = _HALF_MORE.match(text, at)
    return more.end() if more else None


def _days(unit: str) -> float:
    if unit == "jornada":
        return DAYS["day"]
    return next(DAYS[u] for u in (unit, unit[:-1], unit[:-2]) if u in DAYS)
