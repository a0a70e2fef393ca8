"""Further numbers in a requirement, that nothing in a profile is held against."""

import re
from collections.abc import Iterator

_CLAUSE = re.compile(r"[,;]\s+|\.\s+|\s[\u2013\u2014]\s|\b(?:and|including|und|et|och)\b", re.I)
_MONEY = re.compile(
    r"(?:[$\u20ac\u00a3]|\b(?:USD|EUR|GBP|CAD|AUD|CHF|SEK)\s?)\d|\d\s?(?:million|billion)\b", re.I
)
_YEARS = re.compile(r"(?<![\d.,])\d{1,2}\s?\+?\s?(?:years?|yrs?|jahre?n?|ans|a\u00f1os|\u00e5r)\b", re.I)
_PEOPLE = re.compile(
    r"\b(?:teams?|staff|groups?|crews?)\s+of\s+(?:(?:at least|over|more than|about)\s+)?\d"
    r"|\d\+?\s+(?:people|employees|staff|direct reports)\b",
    re.I,
)
_OR = re.compile(r"\b(?:or|oder|ou|o|eller)\b|/|\bequivalent\b", re.I)


def unchecked(text: str) -> tuple[str, ...]:
    """The clauses with an amount of money or of people, and those with years beside the first ones."""
    return tuple(dict.fromkeys(clause.strip(" .()") for clause in _clauses(text)))


def _clauses(text: str) -> Iterator[str]:
    first = _YEARS.search(text)
    at = 0
    for clause in _CLAUSE.split(text):
        start = text.index(clause, at)
        at = start + len(clause)
        again = _YEARS.search(clause)
        further = again and first and start + again.start() > first.start()
        instead = first and _OR.search(text[first.end() : at])
        if _MONEY.search(clause) or _PEOPLE.search(clause) or (further and not instead):
            yield clause
