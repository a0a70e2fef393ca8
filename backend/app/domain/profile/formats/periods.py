"""Stretches of time as people write them in one line."""

import re
from dataclasses import dataclass

from app.domain.profile.json_resume.dates import is_lasting, read_date
from app.domain.shared.errors import Invalid
from app.domain.shared.months import BY_FOLDED_NAME
from app.domain.shared.prose import fold
from app.domain.shared.time import PartialDate

_BETWEEN = re.compile(
    r"\s+(?:to|until|till|bis|à|au|a|hasta|till|t/m|al|tot|do|-|–|—)\s+|\s*[–—]\s*|(?<=\d{4})-(?=\d{4}\b|[^\W\d])",  # noqa: RUF001
    re.IGNORECASE,
)
_NAMED = re.compile(r"(?:(\d{1,2})\.?\s+(?:de\s+)?)?([^\W\d]{3,12})\.?,?\s+(?:de\s+)?(\d{4})")
_LONGEST = 100


@dataclass(frozen=True, slots=True)
class Period:
    start: PartialDate | None
    end: PartialDate | None


def read_day(text: str) -> PartialDate | None:
    """As `read_date`, with the months of every language that we know."""
    if found := read_date(text):
        return found
    named = _NAMED.fullmatch(" ".join(text.split()))
    month = BY_FOLDED_NAME.get(fold(named[2])) if named else None
    if named is None or month is None:
        return None
    try:
        return PartialDate(int(named[3]), month, int(named[1]) if named[1] else None)
    except Invalid:
        return None


def read_period(text: str) -> Period | None:
    """`January 2019 to Present`, `2012-2016`, `Mar 2020`; None when it says no dates that we know."""
    text = text.strip()
    if len(text) > _LONGEST:
        return None
    if day := read_day(text):
        return Period(day, day)
    halves = _BETWEEN.split(text, maxsplit=1)
    if len(halves) != 2:
        return None
    start, end = (half.strip() for half in halves)
    first, last = read_day(start), read_day(end)
    if first is None or (last is None and not is_lasting(end)):
        return None
    return Period(first, last)
