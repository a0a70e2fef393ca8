"""What a profile still lacks, and where: the same profile on the same day gives the same answer."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain, islice

from app.domain.profile.gaps import Gap, gaps_in
from app.domain.profile.model import Profile, SkillCategory
from app.domain.profile.results import has_figure, says_result, worded_alike
from app.domain.shared.ids import ItemId
from app.domain.shared.time import PartialDate

FEW_SKILLS = 5
MOST_FINDINGS = 200
_LONG_UNCHANGED = 24
_LONG_AGO = 15 * 12
"""Months."""
_SHOWN = 160
"""Characters of a text that a finding quotes."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that readers of resumes look for."""

    name: str
    section: str
    points: int
    is_met: bool
    advice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionScore:
    """How complete one section is."""

    section: str
    completeness: int
    """Per cent of its points."""
    next_step: str | None
    """What would help most; None where nothing is missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something to look at, and where it stands."""

    code: str
    """`no_result`, `repeated`, `unchanged`, `ended_long_ago`, `expired` or `no_date`."""
    place: str
    """A JSON Pointer into the profile."""
    item_id: ItemId
    evidence: str
    advice: str
    also: tuple[str, ...] = ()
    """Other places that say the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Analytics:
    completeness: int
    """Per cent of the points."""
    sections: tuple[SectionScore, ...]
    checks: tuple[Check, ...]
    next_steps: tuple[str, ...]
    """What is missing, that of most points first."""
    achievements: int
    achievements_with_figures: int
    experiences_without_achievements: int
    gaps: tuple[Gap, ...]
    findings: tuple[Finding, ...]
    """The first `MOST_FINDINGS` of them, those that there are most of last."""


@dataclass(frozen=True, slots=True)
class _Bullet:
    place: str
    item_id: ItemId
    text: str


def analyze(profile: Profile, today: date, touched: Mapping[ItemId, datetime]) -> Analytics:
    """`touched` says when each component was last written; what it does not name is not called stale."""
    checks = tuple(Check(name, at, points, met(profile), say) for name, at, points, met, say in _CHECKS)
    lines = [line.text for e in profile.experiences for line in e.achievements]
    missing = sorted((c for c in checks if not c.is_met), key=lambda c: -c.points)
    found = chain(
        _undated(profile),
        _stale(profile, today, touched),
        _repeated(profile),
        _without_result(profile),
    )
    return Analytics(
        completeness=_per_cent(checks),
        sections=tuple(_section(name, checks) for name in dict.fromkeys(c.section for c in checks)),
        checks=checks,
        next_steps=tuple(c.advice for c in missing),
        achievements=len(lines),
        achievements_with_figures=sum(map(has_figure, lines)),
        experiences_without_achievements=sum(1 for e in profile.experiences if not e.achievements),
        gaps=gaps_in(profile, today=today),
        findings=tuple(islice(found, MOST_FINDINGS)),
    )


def _section(name: str, checks: tuple[Check, ...]) -> SectionScore:
    own = tuple(c for c in checks if c.section == name)
    missing = sorted((c for c in own if not c.is_met), key=lambda c: -c.points)
    return SectionScore(
        section=name, completeness=_per_cent(own), next_step=missing[0].advice if missing else None
    )


def _per_cent(checks: tuple[Check, ...]) -> int:
    return round(100 * sum(c.points for c in checks if c.is_met) / sum(c.points for c in checks))


def _bullets(profile: Profile) -> Iterator[_Bullet]:
    for n, experience in enumerate(profile.experiences):
        for k, line in enumerate(experience.achievements):
            yield _Bullet(f"/experiences/{n}/achievements/{k}", line.id, line.text)
    for n, project in enumerate(profile.projects):
        for k, text in enumerate(project.highlights):
            yield _Bullet(f"/projects/{n}/highlights/{k}", project.id, text)


def _without_result(profile: Profile) -> Iterator[Finding]:
    for bullet in _bullets(profile):
        if not says_result(bullet.text):
            yield Finding(
                code="no_result",
                place=bullet.place,
                item_id=bullet.item_id,
                evidence=_shown(bullet.text),
                advice="Say what came of it: how much, how many, how fast, for whom.",
            )


def _repeated(profile: Profile) -> Iterator[Finding]:
    alike: dict[tuple[str, ...], list[_Bullet]] = {}
    for bullet in _bullets(profile):
        if words := worded_alike(bullet.text):
            alike.setdefault(words, []).append(bullet)
    for first, *others in alike.values():
        if others:
            yield Finding(
                code="repeated",
                place=first.place,
                item_id=first.item_id,
                evidence=_shown(first.text),
                advice="Say it once, where it counts most.",
                also=tuple(other.place for other in others),
            )


def _undated(profile: Profile) -> Iterator[Finding]:
    for n, position in enumerate(profile.experiences):
        if position.start_date is None:
            what = f"{position.title}, {position.company}"
            yield _no_date(f"/experiences/{n}/start_date", position.id, what, "Say since when you held it.")
    for n, degree in enumerate(profile.education):
        if degree.start_date is None and degree.end_date is None:
            what = ", ".join(part for part in (degree.degree, degree.institution) if part)
            yield _no_date(f"/education/{n}/end_date", degree.id, what, "Say when you finished it.")
    for n, skill in enumerate(profile.skills):
        if skill.category is SkillCategory.CERTIFICATION and skill.date_obtained is None:
            yield _no_date(f"/skills/{n}/date_obtained", skill.id, skill.name, "Say when you obtained it.")


def _no_date(place: str, item_id: ItemId, evidence: str, advice: str) -> Finding:
    return Finding(code="no_date", place=place, item_id=item_id, evidence=_shown(evidence), advice=advice)


def _stale(profile: Profile, today: date, touched: Mapping[ItemId, datetime]) -> Iterator[Finding]:
    for n, position in enumerate(profile.experiences):
        at, what = f"/experiences/{n}", f"{position.title}, {position.company}"
        if position.end_date and _months_since(position.end_date, today) >= _LONG_AGO:
            say = "It ended long ago: keep it short, or leave it out."
            yield _old("ended_long_ago", at, position.id, f"{what}: until {position.end_date}", say)
        changed = touched.get(position.id)
        if position.is_current and changed and _months_unchanged(changed, today) >= _LONG_UNCHANGED:
            evidence = f"{what}: unchanged since {changed.date()}"
            yield _old("unchanged", at, position.id, evidence, "Say what you have done since.")
    for n, skill in enumerate(profile.skills):
        until = skill.date_expires
        if until and until.is_surely_before(PartialDate(today.year, today.month, today.day)):
            say = "Renew it, or take it out."
            yield _old("expired", f"/skills/{n}", skill.id, f"{skill.name}: until {until}", say)


def _old(code: str, place: str, item_id: ItemId, evidence: str, advice: str) -> Finding:
    return Finding(code=code, place=place, item_id=item_id, evidence=_shown(evidence), advice=advice)


def _months_since(when: PartialDate, today: date) -> int:
    """A year alone means its end."""
    return (today.year - when.year) * 12 + today.month - (when.month or 12)


def _months_unchanged(changed: datetime, today: date) -> int:
    return (today.year - changed.year) * 12 + today.month - changed.month


def _shown(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


_Met = Callable[[Profile], bool]
_CHECKS: tuple[tuple[str, str, int, _Met, str], ...] = (
    (
        "contact",
        "contact",
        15,
        lambda p: bool(p.email and p.phone),
        "Give an e-mail address and a phone number.",
    ),
    ("location", "contact", 5, lambda p: bool(p.location), "Say where you are."),
    ("headline", "introduction", 5, lambda p: bool(p.headline), "Say in one line what you are."),
    (
        "summary",
        "introduction",
        10,
        lambda p: bool(p.professional_summary),
        "Say in a few sentences what you bring.",
    ),
    ("experience", "experience", 25, lambda p: bool(p.experiences), "Add where you have worked."),
    (
        "dates",
        "experience",
        10,
        lambda p: bool(p.experiences) and all(e.start_date for e in p.experiences),
        "Say since when you held each position.",
    ),
    (
        "achievements",
        "experience",
        10,
        lambda p: bool(p.experiences) and all(e.achievements for e in p.experiences),
        "Say what you achieved in each position.",
    ),
    ("education", "education", 10, lambda p: bool(p.education), "Add what you have learned, and where."),
    (
        "skills",
        "skills",
        10,
        lambda p: len(p.skills) >= FEW_SKILLS,
        f"Name at least {FEW_SKILLS} skills.",
    ),
)
