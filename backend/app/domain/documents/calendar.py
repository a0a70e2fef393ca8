"""Dates as a document shows them, in the languages that it can be headed in."""

import re
from datetime import date

from app.domain.shared.months import IN_FULL, SHORT
from app.domain.shared.time import PartialDate

PRESENT = {"en": "Present", "de": "heute", "fr": "aujourd'hui", "es": "actualidad", "sv": "nu"}
SINCE = {"en": "since", "de": "seit", "fr": "depuis", "es": "desde", "sv": "sedan"}
LANGUAGES = frozenset(PRESENT)
_DAYS = {"de": "{day}. {month} {year}", "es": "{day} de {month} de {year}"}
_DAY = re.compile(r"(\d{1,2})(?:\.|er)? (?:de )?([^\W\d_]+) (?:de )?(\d{4})")


def show_day(when: date, language: str) -> str:
    """As a letter is dated."""
    month = IN_FULL.get(language, IN_FULL["en"])[when.month - 1]
    day = "1er" if language == "fr" and when.day == 1 else str(when.day)
    return _DAYS.get(language, "{day} {month} {year}").format(day=day, month=month, year=when.year)


def read_day(text: str, language: str) -> date | None:
    """What `show_day` wrote; None for anything else."""
    found = _DAY.fullmatch(text)
    months = IN_FULL.get(language, IN_FULL["en"])
    if found is None or found[2] not in months:
        return None
    try:
        when = date(int(found[3]), months.index(found[2]) + 1, int(found[1]))
    except ValueError:
        return None
    return when if show_day(when, language) == text else None


def show_date(when: PartialDate, language: str) -> str:
    """Month and year, or the year alone: never more exact than the date, and never a day."""
    if not when.month:
        return f"{when.year:04d}"
    return f"{SHORT.get(language, SHORT['en'])[when.month - 1]} {when.year:04d}"


def show_range(
    start: PartialDate | None, end: PartialDate | None, *, language: str, lasting: bool = False
) -> str | None:
    """`lasting` says that no end means until now; otherwise no end says nothing."""
    first = show_date(start, language) if start else None
    last = show_date(end, language) if end else None
    if first and lasting and not last:
        last = PRESENT.get(language, PRESENT["en"])
    if first and last and first != last:
        return f"{first} - {last}"
    return last or first
