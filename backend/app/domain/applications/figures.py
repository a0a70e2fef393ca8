"""How a search for work goes, in numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from app.domain.applications.status import STAGES, ApplicationStatus

WEEKS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What a database counts: the rest follows from it."""

    by_status_and_source: Mapping[tuple[ApplicationStatus, str], int]
    furthest: Mapping[int, int]
    """How many came as far as this place of the funnel, and no further."""
    median_seconds: Mapping[ApplicationStatus, float]
    """Between coming and leaving, of those that have left."""
    saved: Sequence[int]
    """In each of the weeks that were asked for."""
    applied: Sequence[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class FunnelStage:
    status: ApplicationStatus
    reached: int
    """So many were here, or further."""
    of_previous: float | None
    """The share of those that were at the stage before; None where nobody was."""
    of_all: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeInStage:
    status: ApplicationStatus
    median_days: float | None
    """None where nothing has left it yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    begins: date
    """A Monday."""
    saved: int
    applied: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    total: int
    by_status: Mapping[ApplicationStatus, int]
    by_source: Mapping[str, int]
    funnel: tuple[FunnelStage, ...]
    time_in_stage: tuple[TimeInStage, ...]
    weeks: tuple[Week, ...]


def weeks_before(now: datetime) -> Sequence[datetime]:
    """When each of the last weeks began, in UTC, and when the one after this one begins."""
    today = now.astimezone(UTC).date()
    monday = today - timedelta(days=today.weekday())
    begins = (monday + timedelta(weeks=n) for n in range(1 - WEEKS, 2))
    return [datetime.combine(day, time.min, UTC) for day in begins]


def figures_of(counted: Counted, *, weeks: Sequence[datetime]) -> Figures:
    by_status = dict.fromkeys(ApplicationStatus, 0)
    by_source: dict[str, int] = {}
    for (status, source), count in counted.by_status_and_source.items():
        by_status[status] += count
        by_source[source] = by_source.get(source, 0) + count
    return Figures(
        total=sum(by_status.values()),
        by_status=by_status,
        by_source=dict(sorted(by_source.items(), key=lambda each: (-each[1], each[0]))),
        funnel=_funnel(counted.furthest),
        time_in_stage=tuple(
            TimeInStage(status=s, median_days=_days(counted.median_seconds.get(s))) for s in ApplicationStatus
        ),
        weeks=tuple(
            Week(begins=begins.date(), saved=saved, applied=applied)
            for begins, saved, applied in zip(weeks, counted.saved, counted.applied, strict=False)
        ),
    )


def _funnel(furthest: Mapping[int, int]) -> tuple[FunnelStage, ...]:
    reached = [sum(n for place, n in furthest.items() if place >= stage) for stage in range(len(STAGES))]
    before = [None, *reached]
    return tuple(
        FunnelStage(status=status, reached=n, of_previous=_share(n, previous), of_all=_share(n, reached[0]))
        for status, n, previous in zip(STAGES, reached, before, strict=False)
    )


def _share(part: int, whole: int | None) -> float | None:
    return round(part / whole, 4) if whole else None


def _days(seconds: float | None) -> float | None:
    return None if seconds is None else round(seconds / 86_400, 3)
