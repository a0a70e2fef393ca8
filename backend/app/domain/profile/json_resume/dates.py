"""Dates as people write them in resumes."""

import re

from app.domain.shared.errors import Invalid
from app.domain.shared.months import IN_FULL, PRESENT
from app.domain.shared.time import PartialDate

_LASTING = frozenset(
    {"present", "current", "currently", "now", "ongoing", "today", "to date", "heute", "aktuell", "présent"}
    | {"actual", "pågående"}
    | {word.casefold() for word in PRESENT.values()}
)
_ISO_INSTANT = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{2}:.*")
_YEAR_FIRST = re.compile(r"(\d{4})[/.](\d{1,2})")
_MONTH_FIRST = re.compile(r"(\d{1,2})[/.](\d{4})")
_SINGLE_DIGITS = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?")
_NAMED = re.compile(r"(?:(\d{1,2})\s+)?([a-z]{3,9})\.?(?:\s+(\d{1,2}),)?\s+(\d{4})")


def is_lasting(text: str) -> bool:
    """It names no day, but says that the thing goes on."""
    return text.strip().rstrip(".").casefold() in _LASTING


def read_date(text: str) -> PartialDate | None:
    """As exact as it was said, or None when it says no date that we know."""
    text = " ".join(text.split())
    try:
        return _iso(text) or _numbered(text) or _named(text.casefold())
    except Invalid:
        return None


def _iso(text: str) -> PartialDate | None:
    if found := _ISO_INSTANT.fullmatch(text):
        return PartialDate.parse(found[1])
    if found := _SINGLE_DIGITS.fullmatch(text):
        return PartialDate(int(found[1]), int(found[2]) or None, int(found[3] or 0) or None)
    return PartialDate.parse(text) if re.fullmatch(r"\d{4}", text) else None


def _numbered(text: str) -> PartialDate | None:
    if found := _YEAR_FIRST.fullmatch(text):
        return PartialDate(int(found[1]), int(found[2]))
    if found := _MONTH_FIRST.fullmatch(text):
        return PartialDate(int(found[2]), int(found[1]))
    return None


def _named(text: str) -> PartialDate | None:
    """`Jun 2014`, `June 1, 2014`, `1 June 2014`."""
    found = _NAMED.fullmatch(text)
    if found is None:
        return None
    months = [n for n, name in enumerate(IN_FULL["en"], 1) if name.casefold().startswith(found[2])]
    day = int(found[1] or found[3] or 0) or None
    return PartialDate(int(found[4]), months[0], day) if months else None
