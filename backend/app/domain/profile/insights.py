"""A profile at a glance."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.domain.profile.career import months_worked, years_worked
from app.domain.profile.model import HELD, Experience, Profile, SkillCategory
from app.domain.shared.time import PartialDate


@dataclass(frozen=True, slots=True)
class Position:
    title: str
    company: str
    start_date: PartialDate | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay:
    """Time with one employer, in one position or in several."""

    company: str
    titles: tuple[str, ...]
    """In the order of the profile."""
    months: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a document would be drawn from, in brief."""

    full_name: str
    headline: str | None
    professional_summary: str | None
    years_of_experience: float
    current_positions: tuple[Position, ...]
    employers: tuple[Stay, ...]
    skills: dict[SkillCategory, tuple[str, ...]]
    counts: dict[str, int]


def summarize(profile: Profile, *, today: date) -> Summary:
    current = (e for e in profile.experiences if e.is_current)
    return Summary(
        full_name=profile.full_name,
        headline=profile.headline,
        professional_summary=profile.professional_summary,
        years_of_experience=years_worked(profile.experiences, today=today),
        current_positions=tuple(Position(e.title, e.company, e.start_date) for e in current),
        employers=tuple(_stays(profile, today)),
        skills={c: tuple(s.name for s in profile.skills if s.category is c) for c in SkillCategory},
        counts=_counts(profile),
    )


def _stays(profile: Profile, today: date) -> Iterator[Stay]:
    held: dict[str, list[Experience]] = {}
    for each in profile.experiences:
        held.setdefault(each.employment or str(each.id), []).append(each)
    for positions in held.values():
        titles = tuple(position.title for position in positions)
        months = months_worked(positions, today=today)
        yield Stay(company=positions[0].company, titles=titles, months=months)


def _counts(profile: Profile) -> dict[str, int]:
    held = {name: len(getattr(profile, name)) for name, _ in HELD.values()}
    return held | {
        "achievements": held["achievements"] + sum(len(e.achievements) for e in profile.experiences)
    }
