"""A profile at a glance, and what it still lacks."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from app.domain.profile.career import years_worked
from app.domain.profile.model import HELD, Experience, Profile, SkillCategory
from app.domain.shared.time import PartialDate

FEW_SKILLS = 5
LONG_GAP = 6
"""Months without work that a reader asks about."""
_FIGURE = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Position:
    title: str
    company: str
    start_date: PartialDate | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a document would be drawn from, in brief."""

    full_name: str
    headline: str | None
    professional_summary: str | None
    years_of_experience: float
    current_positions: tuple[Position, ...]
    skills: dict[SkillCategory, tuple[str, ...]]
    counts: dict[str, int]


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that readers of resumes look for."""

    name: str
    points: int
    is_met: bool
    advice: str


@dataclass(frozen=True, slots=True)
class Gap:
    """Months between two positions in which no work is named."""

    after: str
    before: str
    months: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Analytics:
    completeness: int
    """Per cent of the points."""
    checks: tuple[Check, ...]
    achievements: int
    achievements_with_figures: int
    experiences_without_achievements: int
    gaps: tuple[Gap, ...]


def summarize(profile: Profile, *, today: date) -> Summary:
    current = (e for e in profile.experiences if e.is_current)
    return Summary(
        full_name=profile.full_name,
        headline=profile.headline,
        professional_summary=profile.professional_summary,
        years_of_experience=years_worked(profile.experiences, today=today),
        current_positions=tuple(Position(e.title, e.company, e.start_date) for e in current),
        skills={c: tuple(s.name for s in profile.skills if s.category is c) for c in SkillCategory},
        counts=_counts(profile),
    )


def analyze(profile: Profile) -> Analytics:
    checks = tuple(Check(name, points, met(profile), advice) for name, points, met, advice in _CHECKS)
    lines = [line.text for e in profile.experiences for line in e.achievements]
    return Analytics(
        completeness=round(100 * sum(c.points for c in checks if c.is_met) / sum(c.points for c in checks)),
        checks=checks,
        achievements=len(lines),
        achievements_with_figures=sum(1 for line in lines if _FIGURE.search(line)),
        experiences_without_achievements=sum(1 for e in profile.experiences if not e.achievements),
        gaps=_gaps(profile),
    )


def _counts(profile: Profile) -> dict[str, int]:
    held = {name: len(getattr(profile, name)) for name, _ in HELD.values()}
    return held | {
        "achievements": held["achievements"] + sum(len(e.achievements) for e in profile.experiences)
    }


def _gaps(profile: Profile) -> tuple[Gap, ...]:
    """Only between months that are known: a year alone leaves too much open."""
    gaps = []
    dated = [e for e in profile.experiences if e.start_date and e.start_date.month]
    latest: Experience | None = None
    for each in sorted(dated, key=lambda e: (e.start_date, e.end_date is None)):
        if latest and latest.end_date and each.start_date and latest.end_date.month:
            months = latest.end_date.months_until(each.start_date) - 2
            if months > LONG_GAP:
                gaps.append(Gap(after=_named(latest), before=_named(each), months=months))
        if latest is None or _ends_later(each, latest):
            latest = each
    return tuple(gaps)


def _ends_later(one: Experience, other: Experience) -> bool:
    if other.end_date is None:
        return False
    return one.end_date is None or one.end_date > other.end_date


def _named(experience: Experience) -> str:
    return ", ".join(part for part in (experience.title, experience.company) if part)


_Met = Callable[[Profile], bool]
_CHECKS: tuple[tuple[str, int, _Met, str], ...] = (
    ("contact", 15, lambda p: bool(p.email and p.phone), "Give an e-mail address and a phone number."),
    ("location", 5, lambda p: bool(p.location), "Say where you are."),
    ("headline", 5, lambda p: bool(p.headline), "Say in one line what you are."),
    ("summary", 10, lambda p: bool(p.professional_summary), "Say in a few sentences what you bring."),
    ("experience", 25, lambda p: bool(p.experiences), "Add where you have worked."),
    (
        "dates",
        10,
        lambda p: bool(p.experiences) and all(e.start_date for e in p.experiences),
        "Say since when you held each position.",
    ),
    (
        "achievements",
        10,
        lambda p: bool(p.experiences) and all(e.achievements for e in p.experiences),
        "Say what you achieved in each position.",
    ),
    ("education", 10, lambda p: bool(p.education), "Add what you have learned, and where."),
    ("skills", 10, lambda p: len(p.skills) >= FEW_SKILLS, f"Name at least {FEW_SKILLS} skills."),
)
