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
    spans = []
    for experience in experiences:
        if experience.start_date:
            last = _index(experience.end_date) if experience.end_date else today.year * _MONTHS + today.month
            spans.append((_index(experience.start_date), last))
    months, covered_until = 0, 0
    for first, last in sorted(spans):
        months += max(0, last - max(first - 1, covered_until))
        covered_until = max(covered_until, last)
    return months


def years_worked(experiences: Iterable[Experience], *, today: date) -> float:
    return round(months_worked(experiences, today=today) / _MONTHS, 1)


def _index(when: PartialDate) -> int:
    return when.year * _MONTHS + (when.month or _MIDDLE_OF_YEAR)
