"""Fields of foreign data, read without believing any of it: what is not as it should be is not there."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from html import escape, unescape
from typing import Any

from app.domain.jobs.parsing.terms import employment_type_named, workplace_named
from app.domain.jobs.pay import MOST_PAY
from app.domain.jobs.posting import EmploymentType, Found, Period, Salary, Workplace
from app.domain.shared.unfit import UNFIT

LONGEST_LINE = 300
_AMOUNT = re.compile(r"\d{1,12}(?:\.\d{1,4})?|\d{1,3}(?:,\d{3}){1,3}(?:\.\d{1,4})?")
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ].*)?", re.DOTALL)
_ADDRESS = re.compile(r"https?://[^\s/:?#@\\]+\.[^\s]+")


@dataclass(frozen=True, slots=True)
class Field:
    """A value somewhere in foreign data, and the JSON Pointer to it."""

    value: Any
    pointer: str = ""

    def __getitem__(self, key: str | int) -> "Field":
        """What stands there, or a field of None."""
        held: Any = None
        if isinstance(self.value, Mapping) and isinstance(key, str):
            held = self.value.get(key)
        elif isinstance(self.value, list) and isinstance(key, int) and key < len(self.value):
            held = self.value[key]
        return Field(held, f"{self.pointer}/{str(key).replace('~', '~0').replace('/', '~1')}")

    def each(self, most: int = 100) -> Iterator["Field"]:
        """The items of a list, or the one value that there is."""
        if isinstance(self.value, list):
            yield from (self[n] for n in range(min(len(self.value), most)))
        elif self.value is not None:
            yield self

    def line(self) -> str | None:
        """Words in one line, whatever entities they were written with."""
        if not isinstance(self.value, str):
            return None
        return " ".join(cleaned(unescape(self.value)).split())[:LONGEST_LINE].strip() or None

    def markup(self) -> str:
        return cleaned(self.value) if isinstance(self.value, str) else ""

    def found(self, value: Any, rule: str) -> Found[Any] | None:
        return None if value is None else Found(value, None, rule, self.pointer)

    def says(self, rule: str) -> Found[str] | None:
        return self.found(self.line(), rule)


def first(*found: Found[Any] | None) -> Found[Any] | None:
    return next((one for one in found if one), None)


def cleaned(text: str) -> str:
    return UNFIT.sub(" ", text)


def paragraphs(*texts: str) -> str:
    """Plain text as HTML."""
    return "".join(f"<p>{escape(text)}</p>" for text in texts if text.strip())


def day_of(field: Field) -> date | None:
    """The day as it is written, whatever the hour; of a number, the day of so many milliseconds."""
    given = field.value
    if isinstance(given, int) and not isinstance(given, bool) and 0 < given < 253_000_000_000_000:
        return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=given)).date()
    written = _DAY.fullmatch(given.strip()) if isinstance(given, str) else None
    try:
        return date.fromisoformat(written[1]) if written else None
    except ValueError:
        return None


def address_of(field: Field) -> str | None:
    said = field.line() or ""
    return said if len(said) < LONGEST_LINE and _ADDRESS.fullmatch(said) else None


def amount_of(field: Field) -> float | None:
    """A number or one written out; 0 says that nobody said one."""
    given = field.value
    if isinstance(given, str) and _AMOUNT.fullmatch(given.strip()):
        given = float(given.replace(",", ""))
    if isinstance(given, bool) or not isinstance(given, int | float):
        return None
    return float(given) if 0 < given <= MOST_PAY else None


def salary_of(least: Field, most: Field, *, currency: Field, period: Period | None) -> Salary | None:
    """None where no amount is said, or the two contradict each other."""
    minimum, maximum = amount_of(least), amount_of(most)
    if (minimum is None and maximum is None) or (minimum and maximum and minimum > maximum):
        return None
    named = (currency.line() or "").upper()
    return Salary(minimum, maximum, named if re.fullmatch("[A-Z]{3}", named) else None, period)


_PERIODS: Sequence[tuple[str, Period]] = (
    ("hour", Period.HOUR), ("day", Period.DAY), ("dai", Period.DAY), ("week", Period.WEEK),
    ("month", Period.MONTH), ("year", Period.YEAR), ("annual", Period.YEAR), ("annum", Period.YEAR),
)  # fmt: skip


def period_in(text: str | None) -> Period | None:
    """`HOUR`, `per-year-salary`, `1 YEAR`, `Annual`: None unless exactly one is named."""
    named = {period for word, period in _PERIODS if word in (text or "").casefold()}
    return named.pop() if len(named) == 1 else None


_TYPES = {
    "fulltime": EmploymentType.FULL_TIME,
    "parttime": EmploymentType.PART_TIME,
    "contractor": EmploymentType.CONTRACT,
    "contract": EmploymentType.CONTRACT,
    "temporary": EmploymentType.TEMPORARY,
    "intern": EmploymentType.INTERNSHIP,
    "internship": EmploymentType.INTERNSHIP,
    "volunteer": EmploymentType.VOLUNTEER,
    "permanent": EmploymentType.PERMANENT,
    "freelance": EmploymentType.FREELANCE,
}


def type_of(field: Field) -> EmploymentType | None:
    said = field.line() or ""
    return _TYPES.get(re.sub(r"[^a-z]", "", said.casefold())) or employment_type_named(said[:80])


_WORKPLACES = {
    "remote": Workplace.REMOTE,
    "hybrid": Workplace.HYBRID,
    "onsite": Workplace.ONSITE,
    "telecommute": Workplace.REMOTE,
}


def workplace_of(field: Field) -> Workplace | None:
    return _WORKPLACES.get(re.sub(r"[^a-z]", "", (field.line() or "").casefold()))


def workplace_in(field: Field) -> Workplace | None:
    """As a place's name gives it away: `Remote, Italy`."""
    return workplace_named(field.line() or "")
