# ruff: noqa: RUF001 - words stand in their own letters
"""Dates as a document shows them, in the languages that it can be headed in."""

import re
from calendar import monthrange
from collections.abc import Iterator, Set
from datetime import date
from itertools import product

from app.domain.shared.months import IN_FULL, NUMBERED, PRESENT, SHORT
from app.domain.shared.time import PartialDate

LANGUAGES = frozenset(PRESENT)
_SINCE = {
    "en": "since {date}",
    "de": "seit {date}",
    "fr": "depuis {date}",
    "es": "desde {date}",
    "sv": "sedan {date}",
    "pt": "desde {date}",
    "nl": "sinds {date}",
    "ar": "منذ {date}",
    "he": "מאז {date}",
}
_DAYS = {
    "de": "{day}. {month} {year}",
    "es": "{day} de {month} de {year}",
    "pt": "{day} de {month} de {year}",
    "uk": "{day} {month} {year} р.",
    "he": "{day} ב{month} {year}",
}
_LONGEST_DAY = 40
_FIRST_YEAR = 1000
_MONTHS = {"pt": "{month} de {year:04d}"}


def show_day(when: date, language: str) -> str:
    """As a letter is dated."""
    if language in NUMBERED:
        year_is, month_is, day_is = NUMBERED[language]
        return f"{when.year}{year_is}{when.month}{month_is}{when.day}{day_is}"
    month = IN_FULL.get(language, IN_FULL["en"])[when.month - 1]
    day = "1er" if language == "fr" and when.day == 1 else str(when.day)
    return _DAYS.get(language, "{day} {month} {year}").format(day=day, month=month, year=when.year)


def read_day(text: str, language: str) -> date | None:
    """What `show_day` wrote; None for anything else."""
    numbers = {int(number) for number in re.findall(r"\d{1,4}", text[:_LONGEST_DAY])}
    return next((when for when in _days_of(numbers) if show_day(when, language) == text), None)


def _days_of(numbers: Set[int]) -> Iterator[date]:
    """Every day of which a text tells the year and the day in figures."""
    for year in (number for number in numbers if number >= _FIRST_YEAR):
        for month, day in product(range(1, 13), numbers):
            if 1 <= day <= monthrange(year, month)[1]:
                yield date(year, month, day)


def show_date(when: PartialDate, language: str) -> str:
    """Month and year, or the year alone: never more exact than the date, and never a day."""
    if language in NUMBERED:
        year_is, month_is, _ = NUMBERED[language]
        return f"{when.year:04d}{year_is}{f'{when.month}{month_is}' if when.month else ''}".strip()
    if not when.month:
        return f"{when.year:04d}"
    month = SHORT.get(language, SHORT["en"])[when.month - 1]
    return _MONTHS.get(language, "{month} {year:04d}").format(month=month, year=when.year)


def show_since(shown: str, language: str) -> str:
    """Of a date that is shown already; where the language would bend it, as a stretch until now."""
    if language in LANGUAGES and language not in _SINCE:
        return f"{shown} - {PRESENT[language]}"
    return _SINCE.get(language, _SINCE["en"]).format(date=shown)


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
