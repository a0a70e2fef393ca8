"""What would make an uploaded resume better, the most useful first."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.documents.ats.receipt import Group, RuleResult, Severity
from app.domain.documents.uploads.examples import example_for
from app.domain.documents.uploads.laying import Place
from app.domain.documents.uploads.score import Upload, judged, total_of
from app.domain.resumes.resume import ReadResume

MOST_PLACES = 12
_WEIGHT = {Severity.CRITICAL: 0, Severity.MAJOR: 1, Severity.MINOR: 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    rule: str
    group: Group
    severity: Severity
    gain: float
    """Points of the total, once this rule is kept and every other stands as it does."""
    total: float
    """What the total would be then."""
    evidence: str
    fix: str
    places: tuple[Place, ...]
    example: str | None
    """Made of what the resume itself says; what it does not say is asked for."""


def suggest(upload: Upload, resume: ReadResume, *, keywords: Sequence[str] = ()) -> tuple[Suggestion, ...]:
    results = judged(upload, keywords=keywords)
    total = total_of(results)
    found = [
        _suggestion(result, n, results, total, upload, resume)
        for n, result in enumerate(results)
        if result.fix
    ]
    return tuple(sorted(found, key=lambda each: (-each.gain, _WEIGHT[each.severity])))


def _suggestion(
    result: RuleResult,
    n: int,
    results: Sequence[RuleResult],
    total: float,
    upload: Upload,
    resume: ReadResume,
) -> Suggestion:
    then = total_of([*results[:n], _kept(result), *results[n + 1 :]])
    places = tuple(place for at in result.where if (place := upload.laid.places.get(at)))
    return Suggestion(
        rule=result.rule,
        group=result.group or Group.FILE,
        severity=result.severity,
        gain=round(then - total, 1),
        total=then,
        evidence=result.evidence,
        fix=result.fix or "",
        places=places[:MOST_PLACES],
        example=example_for(result.rule, places, resume, upload.laid.content, upload.name),
    )


def _kept(result: RuleResult) -> RuleResult:
    return RuleResult(
        rule=result.rule,
        severity=result.severity,
        group=result.group,
        points=result.of,
        of=result.of,
        evidence="",
        fix=None,
    )
