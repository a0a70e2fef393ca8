"""How long a person has worked, from the dates they gave."""

from collections.abc import Iterable
from datetime import date

from app.domain.profile.model import Experience
from app.domain.shared.time import PartialDate

_MONTHS = 12
_MIDDLE_OF_YEAR = 7
"""A year alone says nothing of the month; the middle is the fairest guess."""


def months_worked(experiences: Iterable[Experience], *, today: date) -> int:
    """Calendar months covered by the experiences; a month worked in two places counts once."""
    covered: set[int] = set()
    for experience in experiences:
        if experience.start_date:
            last = _index(experience.end_date) if experience.end_date else today.year * _MONTHS + today.month
            covered.update(range(_index(experience.start_date), last + 1))
    return len(covered)


def years_worked(experiences: Iterable[Experience], *, today: date) -> float:
    return round(months_worked(experiences, today=today) / _MONTHS, 1)


def _index(when: PartialDate) -> int:
    return when.year * _MONTHS + (when.month or _MIDDLE_OF_YEAR)
