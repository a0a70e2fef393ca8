"""From the answers to the number."""

from app.domain.generation.matching.receipt import (
    Band,
    Cap,
    KeywordMatch,
    Part,
    Recommendation,
    RequirementMatch,
    SeniorityFit,
    Status,
)
from app.domain.jobs.posting import Need

_WEIGHTS = {"requirements": 0.75, "keywords": 0.10, "title": 0.10, "seniority": 0.05}
_BANDS = (
    (85.0, Band.EXCELLENT),
    (70.0, Band.STRONG),
    (50.0, Band.FAIR),
    (30.0, Band.WEAK),
    (0.0, Band.POOR),
)
_CAP_STEPS = (100.0, 84.0, 72.0, 62.0, 54.0)
_CAP_LEAST = 45.0
_CAP_HALF = 49.0
_CAP_ALL = 29.0
_MOST_RECOMMENDATIONS = 10


def band_of(total: float) -> Band:
    return next(band for least, band in _BANDS if total >= least)


def parts_of(
    requirements: tuple[RequirementMatch, ...],
    keywords: tuple[KeywordMatch, ...],
    title: float | None,
    seniority: SeniorityFit,
) -> tuple[Part, ...]:
    """Only what the posting speaks of takes part."""
    credits: dict[str, float | None] = {
        "requirements": _earned(requirements),
        "keywords": sum(k.matched for k in keywords) / len(keywords) if keywords else None,
        "title": title,
        "seniority": seniority.credit if seniority.asked else None,
    }
    present = {name: credit for name, credit in credits.items() if credit is not None}
    whole = sum(_WEIGHTS[name] for name in present)
    return tuple(
        Part(name=name, weight=round(_WEIGHTS[name] / whole, 4), credit=round(credit, 4))
        for name, credit in present.items()
    )


def _earned(requirements: tuple[RequirementMatch, ...]) -> float | None:
    whole = sum(r.weight for r in requirements)
    return sum(r.weight * r.credit for r in requirements) / whole if whole else None


def uncapped_total(parts: tuple[Part, ...]) -> float:
    return round(min(100.0, 100 * sum(part.weight * part.credit for part in parts)), 1)


def cap_of(checkable_musts: tuple[RequirementMatch, ...]) -> Cap | None:
    """A missing must-have cannot be made up for by the rest."""
    missing = [r for r in checkable_musts if r.status is Status.MISSING]
    if not missing:
        return None
    count, whole = len(missing), len(checkable_musts)
    limit = _CAP_STEPS[count] if count < len(_CAP_STEPS) else _CAP_LEAST
    if 2 * count >= whole and whole > 1:
        limit = min(limit, _CAP_HALF)
    if count == whole and whole > 1:
        limit = _CAP_ALL
    named = "; ".join(r.missing[0] if r.missing else r.text[:60] for r in missing[:5])
    return Cap(limit, f"{count} of {whole} must-haves missing: {named}.")


def recommendations_of(
    requirements: tuple[RequirementMatch, ...],
    checkable_musts: tuple[RequirementMatch, ...],
    parts: tuple[Part, ...],
    total: float,
) -> tuple[Recommendation, ...]:
    short = [r for r in requirements if r.status is not Status.MET]
    found = [_recommendation(r, requirements, checkable_musts, parts, total) for r in short]
    found.sort(key=lambda r: (-r.gain, r.need is Need.NICE, r.key))
    return tuple(found[:_MOST_RECOMMENDATIONS])


def _recommendation(
    short: RequirementMatch,
    requirements: tuple[RequirementMatch, ...],
    checkable_musts: tuple[RequirementMatch, ...],
    parts: tuple[Part, ...],
    total: float,
) -> Recommendation:
    share = next((p.weight for p in parts if p.name == "requirements"), 0.0)
    raised = share * short.weight * (1 - short.credit) / sum(r.weight for r in requirements) * 100
    cap = cap_of(tuple(r for r in checkable_musts if r.key != short.key))
    reached = min(uncapped_total(parts) + raised, cap.limit if cap else 100.0)
    return Recommendation(
        key=short.key,
        need=short.need,
        text=_advice(short),
        skills=short.missing,
        gain=round(max(0.0, reached - total), 1),
    )


def _advice(short: RequirementMatch) -> str:
    wanted = (
        f"show {' or '.join(short.missing)}" if short.missing else f"show where you did this: {short.text}"
    )
    asked = "the posting requires it." if short.need is Need.MUST else "the posting would like it."
    return f"If it is true of you, {wanted[:200].rstrip(' .')}: {asked}"
