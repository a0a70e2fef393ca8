"""Instants, and dates known only as far as the person knows them."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import total_ordering
from typing import Self

from app.domain.shared.errors import Invalid

Now = Callable[[], datetime]
"""The clock, as a port: any function that tells the time in UTC."""

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


@total_ordering
@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, a month of a year, or a day: never more exact than what was said."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        month, day = (1 if part is None else part for part in (self.month, self.day))
        try:
            date(self.year, month, day)
        except ValueError as error:
            raise Invalid(f"{self} is no date.") from error
        if self.day is not None and self.month is None:
            raise Invalid("A day needs its month.")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `2014`, `2014-06` or `2014-06-01`. Raises Invalid."""
        found = _ISO.fullmatch(text.strip())
        if found is None:
            raise Invalid(f"{text[:20]!r} is no date: write 2014, 2014-06 or 2014-06-01.")
        return cls(*(int(part) if part else None for part in found.groups()))  # type: ignore[arg-type]

    def __str__(self) -> str:
        parts = [f"{self.year:04d}", *(f"{n:02d}" for n in (self.month, self.day) if n is not None)]
        return "-".join(parts)

    def __lt__(self, other: "PartialDate") -> bool:
        return (self.year, self.month or 1, self.day or 1) < (other.year, other.month or 1, other.day or 1)

    def is_surely_before(self, other: "PartialDate") -> bool:
        """As far as both are known: `2019` is not before `2019-05`."""
        pairs = ((self.year, other.year), (self.month, other.month), (self.day, other.day))
        for here, there in pairs:
            if not here or not there:
                return False
            if here != there:
                return here < there
        return False
