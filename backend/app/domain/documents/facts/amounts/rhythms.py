"""How often a thing is done: `every two weeks`, `four times a year`, `fortnightly`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.documents.facts.amounts.number_signs import DAYS, RATES
from app.domain.documents.facts.amounts.number_words import suffix_of
from app.domain.shared.cues import Spoken, holds_any
from app.domain.shared.prose import fold, in_order

YEAR = 365.25
TIMES_A_YEAR = {
    "hour": YEAR * 24,
    "day": YEAR,
    "week": YEAR / 7,
    "fortnight": YEAR / 14,
    "month": 12.0,
    "quarter": 4.0,
    "half": 2.0,
    "year": 1.0,
}
"""By the names that claims of frequency have."""
_ROOM = 0.09
"""Twice a month is said of every other week."""
_UNIT = (
    r"(?P<unit>hours?|days?|weeks?|months?|quarters?|years?|shifts?|nights?|stunden?|tage?n?|nacht|wochen?|"
    r"monate?n?|quartale?n?|jahre?n?|schicht|heures?|jours?|nuits?|semaines?|mois|trimestres?|ans?|"
    r"ann\u00e9es?|"
    r"horas?|d\u00edas?|noches?|semanas?|mes(?:es)?|a\u00f1os?|turnos?|annum)\b"
)
_EACH = r"(?:every|each|alle|toutes?\s+les|tous\s+les|cada|todos\s+los|todas\s+las|jede[nrsm]?)"
EACH = re.compile(rf"\b{_EACH}\s+$", re.I)
"""Before a length of time: so often."""
_PER = r"(?:an?|per|each|every|pro|je|par|por|al?|a\s+la|im|am|in\s+der|in\s+einem|cada|chaque|jede[nrsm]?)"
_ADVERB = (
    r"(?P<adverb>hourly|daily|nightly|weekly|monthly|quarterly|yearly|annually|st\u00fcndlich|t\u00e4glich|"
    r"w\u00f6chentlich|monatlich|j\u00e4hrlich)\b"
)
TIMES = re.compile(
    rf"(?:\s*(?:times|-?mal|x|fois|veces|vez))?[\s-]+(?:{_PER}\s+{_UNIT}(?!\s+(?:19|20)\d\d)|{_ADVERB})", re.I
)
"""After a number: so many times in it."""
_HAPPENS = re.compile(r"\s*(?:times|-?mal|x|fois|veces|vez)\b", re.I)
_EVERY_OTHER = re.compile(
    r"\b(?:every\s+(?:other|second)|jede[nrsm]?\s+zweite[nrsm]?|(?:alle\s+)?vierzehn\s+tage)\s+"
    rf"(?:{_UNIT}|(?P<weekday>\w+days?|\w+tag|mittwoch))|"
    r"\bune?\s+(?P<fr>semaine|mois|jour|lundi|mardi|mercredi|jeudi|vendredi)\s+sur\s+deux\b",
    re.I,
)
_NAMED = (
    (
        r"fortnightly|every\s+fortnight|(?:a|per)\s+fortnight(?!-long)|zweiw\u00f6chentlich\w*|vierzehnt\u00e4g\w+|"
        r"14-?t\u00e4g\w+|alle\s+14\s+tage|bimensuel\w*|bihebdomadaire\w*|quincenal\w*|bi-?weekly|"
        r"tous\s+les\s+quinze\s+jours|cada\s+quince\s+d\u00edas",
        YEAR / 14,
    ),
    (r"zweimonatlich\w*|bimestr(?:iel|al)\w*|bi-?monthly", 6.0),
    (
        r"half-yearly|six-monthly|bi-?annual(?:ly)?|semi-?annual(?:ly)?|halbj\u00e4hrlich\w*|semestr(?:iel|"
        r"al)\w*",
        2.0,
    ),
)
_NAMES = tuple((re.compile(rf"\b(?:{said})\b", re.I), worth) for said, worth in _NAMED)
_ENDS = re.compile(
    r"\b(?:(?P<end>day|week|month|quarter|year)[\s-]ends?\b(?=\s)|at\s+the\s+end\s+of\s+(?:each|every)\s+"
    r"(?P<each>day|week|month|quarter|year)|(?P<de>tages|wochen|monats|quartals|jahres)(?:end|abschl|abrechn|"
    r"bericht)\w*|fins?\s+de\s+(?P<fr>mois|trimestre|semaine)|(?:cierres?\s+de|fin\s+de)\s+"
    r"(?P<es>mes|trimestre|semana))",
    re.I,
)
OF_A_MONTH = re.compile(
    r"\b(?:first|second|third|fourth|last|1st|2nd|3rd|4th)\s+(?:\w+day|weekend|week)\s+"
    r"(?P<month>(?:of|in)\s+(?:the|each|every|a)\s+month)\b",
    re.I,
)
"""One day of it: so often, though a day of the week is named."""
_EVERY_SEASON = re.compile(
    r"\b(?:every|each)\s+(?=(?:january|february|march|april|may|june|july|august|september|october|november|"
    r"december|spring|summer|autumn|winter|christmas|easter|advent|harvest)\b)",
    re.I,
)
_MAY_TELL = in_order(
    "other second zweite vierzehn deux fortnight w\u00f6chentl t\u00e4gig bi quin monatl half hal semest "
    "six-m semi end month every each "
    "abschl abrechn bericht fin cierre"
)
"""Part of all that is looked for without a number: many texts have none of it."""
_ADJECTIVE = re.compile(
    r"-(?P<adverb>hourly|st\u00fcndlich|monatlich|w\u00f6chentlich|monthly|weekly|yearly)\w*", re.I
)
_SO_LONG = re.compile(r"\s+(?:long|in\s+length)\b", re.I)
_INTERVAL = re.compile(r"[\s-]*(?:intervals?|rhythm|takt|rhythmus|abst\u00e4nden|intervall)\b", re.I)
_INTERVAL_OF = re.compile(
    r"\b(?:intervals?\s+of|abst\u00e4nden\s+von|rhythmus\s+von|intervalles?\s+de|intervalos?\s+de)\s+$", re.I
)
_MAY_BE_IDIOMS = ("im jahr", "al d\u00eda")
_IDIOMS = re.compile(
    r"\b(?P<year>im\s+jahre?)\s+(?=(?:19|20)\d\d)|\b(?:pon\w+|puesta|pongo|puse|tener|tengo|mantener\w*|"
    r"mantengo|"
    r"mantuve|estar|llevar|llevo)\s+(?P<up_to_date>al\s+d\u00eda)\b(?!\s+\d)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Rhythm:
    yearly: float
    """How many times a year."""
    rate: str
    """The name of that frequency, if it has one."""
    start: int
    end: int


def rhythms(text: str, words: Spoken) -> Iterator[Rhythm]:
    """Those that are told without a number of their own."""
    if not holds_any(words.lower, _MAY_TELL):
        return
    for m in _EVERY_OTHER.finditer(text):
        unit = m["unit"] or m["fr"]
        days = DAYS.get(_singular(fold(unit)), 7.0) if unit else 7.0
        yield named(YEAR / days / 2, m.start(), m.end())
    for pattern, worth in _NAMES:
        for m in pattern.finditer(text):
            yield named(worth, m.start(), m.end())
    for m in OF_A_MONTH.finditer(text):
        yield named(12.0, m.start("month"), m.end())
    for m in _EVERY_SEASON.finditer(text):
        yield named(1.0, m.start(), m.end())
    for m in _ENDS.finditer(text):
        unit = next(part for part in m.groups() if part)
        yield named(TIMES_A_YEAR[RATES[_singular(fold(unit))]], m.start(), m.end())


def idioms(text: str, words: Spoken) -> Iterator[tuple[int, int]]:
    """Where words stand that look as if they told how often, and do not."""
    if holds_any(words.lower, _MAY_BE_IDIOMS):
        yield from (m.span(m.lastgroup or 0) for m in _IDIOMS.finditer(text))


def named(yearly: float, start: int, end: int) -> Rhythm:
    rate = next((name for name, worth in TIMES_A_YEAR.items() if same_rhythm(worth, yearly)), "")
    return Rhythm(yearly, rate, start, end)


def same_rhythm(a: float, b: float) -> bool:
    return abs(a - b) <= _ROOM * max(a, b)


def times(text: str, value: float, start: int, end: int) -> Rhythm | None:
    """`three times a week`, `twice daily`, where the number stands."""
    written = text[start:end].lower()
    found = TIMES.match(text, end)
    once_more = written in ("twice", "thrice") or written.endswith("mal")
    if found is None or not (once_more or _HAPPENS.match(text, end)):
        return None
    unit = RATES.get(_singular(fold(found["unit"] or found["adverb"])), "")
    return named(value * TIMES_A_YEAR[unit], start, found.end()) if unit in TIMES_A_YEAR else None


def every(text: str, days: float, start: int, end: int) -> Rhythm | None:
    """`every two weeks`, where the two weeks stand."""
    before = EACH.search(text[max(0, start - 16) : start])
    if before is None or not days or _SO_LONG.match(text, end):
        return None
    return named(YEAR / days, start - len(before.group()), end)


def apart(text: str, days: float, start: int, end: int) -> Rhythm | None:
    """`at two-hour intervals`."""
    after, before = _INTERVAL.match(text, end), _INTERVAL_OF.search(text[max(0, start - 24) : start])
    if not days or not (after or before):
        return None
    return named(YEAR / days, start, after.end() if after else end)


def hourly(text: str, value: float, start: int, end: int) -> Rhythm | None:
    """`two-hourly`, `dreimonatlich`: every two hours, every three months."""
    found = _ADJECTIVE.match(text, end)
    adverb = fold(found["adverb"]) if found else suffix_of(text[start:end])
    if adverb not in RATES or not value:
        return None
    return named(TIMES_A_YEAR[RATES[adverb]] / value, start, found.end() if found else end)


def _singular(word: str) -> str:
    for ending in ("s", "n", "en", "e", "es"):
        if (stem := word.removesuffix(ending)) != word and stem in RATES:
            return stem
    return word
