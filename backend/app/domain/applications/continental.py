"""Cells as spreadsheets write them where a comma stands before the cents and semicolons between cells."""

import re
from collections.abc import Mapping
from datetime import datetime

from app.domain.applications.unfit import Unfit

_AMOUNTS = ("asked", "offered")
_TIMES = ("applied_at", "created_at")
_DECIMAL = re.compile(r"(\d{1,10}),(\d{1,20})")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d*)?")
_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})(?: (\d{1,2}):(\d\d)(?::(\d\d))?)?")


def continental(told: Mapping[str, str]) -> dict[str, str]:
    """As our own tables write it. Raises Unfit where it may mean either."""
    read = dict(told)
    for name in _AMOUNTS:
        if _THOUSANDS.fullmatch(read.get(name, "")):
            raise Unfit(name, "This may be thousands or a fraction. Write 36000 or 35000,5.")
        if amount := _DECIMAL.fullmatch(read.get(name, "")):
            read[name] = f"{amount[1]}.{amount[2]}"
    for name in _TIMES:
        if day := _DAY.fullmatch(read.get(name, "")):
            read[name] = _iso(name, *(int(part or 0) for part in day.groups()))
    return read


def _iso(  # noqa: PLR0913  the parts of one moment
    name: str, day: int, month: int, year: int, hour: int, minute: int, second: int
) -> str:
    try:
        at = datetime(year, month, day, hour, minute, second)  # noqa: DTZ001  the row says in which zone
    except ValueError:
        raise Unfit(name, "There is no such day.") from None
    return at.isoformat() if hour or minute or second else at.date().isoformat()
