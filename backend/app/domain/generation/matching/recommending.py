"""What a person could add, if it is true, and what it would win them."""

from dataclasses import replace

from app.domain.generation.matching.receipt import Recommendation, RequirementMatch, Status
from app.domain.generation.matching.scoring import Score, cap_of, capped
from app.domain.jobs.posting import Need

_MOST_RECOMMENDATIONS = 10


def recommendations_of(scored: Score) -> tuple[Recommendation, ...]:
    short = [r for r in scored.requirements if r.status is not Status.MET and r.of]
    found = [
        Recommendation(
            key=r.key,
            need=r.need,
            text=_advice(r),
            skills=r.missing,
            gain=round(max(0.0, _reached(r, scored) - scored.total), 1),
        )
        for r in short
    ]
    found.sort(key=lambda r: (-r.gain, r.need is Need.NICE, r.key))
    return tuple(found[:_MOST_RECOMMENDATIONS])


def _reached(short: RequirementMatch, scored: Score) -> float:
    """The total, were this requirement met."""
    named = sum(k.of - k.points for k in scored.keywords if k.name in short.missing)
    met = replace(short, status=Status.MET)
    cap = cap_of(tuple(met if r.key == short.key else r for r in scored.requirements))
    return capped(scored.uncapped + short.of - short.points + named, cap)


def _advice(short: RequirementMatch) -> str:
    wanted = (
        f"show {' or '.join(short.missing)}" if short.missing else f"show where you did this: {short.text}"
    )
    asked = "the posting requires it." if short.need is Need.MUST else "the posting would like it."
    return f"If it is true of you, {wanted[:200].rstrip(' .')}: {asked}"
