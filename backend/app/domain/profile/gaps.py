"""Months of a career in which no work is named."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.domain.profile.model import Experience, Profile
from app.domain.shared.ids import ItemId
from app.domain.shared.time import PartialDate

SHORTEST_GAP = 3
"""Months without work that a reader notices."""
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Gap:
    """Whole months between two positions, or from the last until now, in which no work is named."""

    after: str
    before: str | None
    """None where it lasts until now."""
    months: int
    first_month: PartialDate
    last_month: PartialDate
    after_id: ItemId
    before_id: ItemId | None
    place: str
    """A JSON Pointer to the position that it comes after."""


def gaps_in(profile: Profile, *, today: date) -> tuple[Gap, ...]:
    """Only between months that are known: a year alone covers all of itself, and bounds no gap."""
    return tuple(gap for gap in _gaps(profile, today) if gap.months >= SHORTEST_GAP)


def _gaps(profile: Profile, today: date) -> Iterator[Gap]:
    places = {e.id: f"/experiences/{n}" for n, e in enumerate(profile.experiences)}
    dated = [e for e in profile.experiences if e.start_date]
    latest: Experience | None = None
    for each in sorted(dated, key=lambda e: (_index(e.start_date), str(e.id))):
        if latest and _has_month(latest.end_date) and _has_month(each.start_date):
            yield _gap(latest, each, _index(each.start_date), places)
        if latest is None or _ends_later(each, latest):
            latest = each
    if latest and _has_month(latest.end_date):
        yield _gap(latest, None, today.year * _MONTHS + today.month - 1, places)


def _gap(after: Experience, before: Experience | None, until: int, places: dict[ItemId, str]) -> Gap:
    first = _index(after.end_date) + 1
    return Gap(
        after=_named(after),
        before=_named(before) if before else None,
        months=until - first,
        first_month=_month(first),
        last_month=_month(until - 1),
        after_id=after.id,
        before_id=before.id if before else None,
        place=places[after.id],
    )


def _ends_later(one: Experience, other: Experience) -> bool:
    if one.end_date is None or other.end_date is None:
        return other.end_date is not None
    return _index(one.end_date, or_month=_MONTHS) > _index(other.end_date, or_month=_MONTHS)


def _has_month(when: PartialDate | None) -> bool:
    return when is not None and when.month is not None


def _index(when: PartialDate | None, *, or_month: int = 1) -> int:
    assert when is not None
    return when.year * _MONTHS + (when.month or or_month) - 1


def _month(index: int) -> PartialDate:
    return PartialDate(index // _MONTHS, index % _MONTHS + 1)


def _named(experience: Experience) -> str:
    return ", ".join(part for part in (experience.title, experience.company) if part)
