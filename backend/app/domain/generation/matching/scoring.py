"""From the answers to the number."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from app.domain.generation.matching.receipt import (
    Cap,
    KeywordMatch,
    Part,
    RequirementMatch,
    Status,
)
from app.domain.jobs.posting import Need
from app.domain.shared.bands import Scale

_WEIGHTS = {
    "requirements": 0.18,
    "keywords": 0.39,
    "title": 0.13,
    "vocabulary": 0.16,
    "field": 0.10,
    "seniority": 0.04,
}
"""Named skills weigh most: over labelled pairs they tell a fit from none better than anything else does."""
_MUST = 3.0
_AT_LEAST, _HALF_SAID = 0.7, 1.0
"""Of a part's weight, where the posting says little that could be read: a single must-have or skill is worth
85 hundredths of it, two are worth 90, and many all of it."""
BANDS: Scale = (80.0, 60.0, 40.0, 20.0)
"""Lower than is usual: nobody answers all of a posting."""
_RULE = "missing must-haves"
_ANY_MISSING = 10.0
_ALL_MISSING = 52.0
_LEAST_ASKED = 2
"""A single must-have that may have been misread does not sink the whole."""
_NOTHING_ASKED = Cap(
    50.0,
    "The posting asks for nothing that could be read: this rests on its title and its words. "
    "What is earned counts for 50 hundredths.",
    rule="nothing asked",
)
_DIGITS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    parts: tuple[Part, ...]
    requirements: tuple[RequirementMatch, ...]
    keywords: tuple[KeywordMatch, ...]
    uncapped: float
    cap: Cap | None
    total: float


def score(
    requirements: tuple[RequirementMatch, ...],
    keywords: tuple[KeywordMatch, ...],
    credits: Mapping[str, float | None],
) -> Score:
    """Only what the posting speaks of takes part: a credit of None stands aside."""
    present = (
        *(("requirements",) if requirements else ()),
        *(("keywords",) if keywords else ()),
        *(name for name, credit in credits.items() if credit is not None),
    )
    said = {
        "requirements": sum(r.weight for r in requirements) / _MUST,
        "keywords": sum(k.weight for k in keywords),
    }
    of = _points_of_parts({name: _WEIGHTS[name] * _substance(said.get(name)) for name in present})
    requirements = _shared(requirements, of.get("requirements", 0.0))
    keywords = _shared(keywords, of.get("keywords", 0.0))
    points = {
        "requirements": _sum(r.points for r in requirements),
        "keywords": _sum(k.points for k in keywords),
        **{name: _points(of[name], credit) for name, credit in credits.items() if credit is not None},
    }
    parts = tuple(_part(name, of[name], points[name]) for name in present)
    uncapped = _sum(part.points for part in parts)
    cap = cap_of(requirements) if requirements or keywords else _NOTHING_ASKED
    return Score(
        parts=parts,
        requirements=requirements,
        keywords=keywords,
        uncapped=uncapped,
        cap=cap,
        total=capped(uncapped, cap),
    )


S = TypeVar("S", RequirementMatch, KeywordMatch)


def _shared(answers: tuple[S, ...], of: float) -> tuple[S, ...]:
    """Each with its share of the part's points by its weight, and what it earns of it."""
    whole = sum(answer.weight for answer in answers)
    return tuple(
        replace(a, of=_points(of, a.weight / whole), points=_points(of, a.weight / whole * a.credit))
        for a in answers
    )


def _points(of: float, share: float) -> float:
    return round(of * share, _DIGITS)


def _sum(points: Iterable[float]) -> float:
    return round(sum(points), _DIGITS)


def _substance(said: float | None) -> float:
    return 1.0 if said is None else _AT_LEAST + (1 - _AT_LEAST) * said / (said + _HALF_SAID)


def _points_of_parts(weights: Mapping[str, float]) -> Mapping[str, float]:
    """Together they always are 100."""
    whole = sum(weights.values())
    of = {name: round(100 * weight / whole, 2) for name, weight in weights.items()}
    for first in tuple(weights)[:1]:
        of[first] = round(100 - sum(of[name] for name in tuple(weights)[1:]), 2)
    return of


def _part(name: str, of: float, points: float) -> Part:
    return Part(name=name, weight=round(of / 100, 4), credit=round(points / of, 4), points=points, of=of)


def capped(uncapped: float, cap: Cap | None) -> float:
    """To the thousandth: so small a step is still a step."""
    return round(uncapped * cap.limit / 100 if cap else uncapped, 3)


def cap_of(requirements: tuple[RequirementMatch, ...]) -> Cap | None:
    """A missing must-have cannot be made up for by the rest."""
    musts = [r for r in requirements if r.need is Need.MUST and r.definite]
    missing = [r for r in musts if r.status is Status.MISSING]
    if not missing:
        return None
    share = len(missing) / max(len(musts), _LEAST_ASKED)
    limit = round(100 - _ANY_MISSING - _ALL_MISSING * share, 2)
    named = "; ".join(r.missing[0] if r.missing else r.text[:60] for r in missing[:5])
    unsure = sum(r.need is Need.MUST and not r.definite and r.status is Status.MISSING for r in requirements)
    beside = f"{unsure} more cannot be checked, and {'does' if unsure == 1 else 'do'} not count here. "
    why = (
        f"{len(missing)} of {len(musts)} must-haves missing: {named}. {beside if unsure else ''}"
        f"What is earned counts for {limit:g} hundredths."
    )
    return Cap(limit, why, rule=_RULE, missing=len(missing), asked=len(musts))
