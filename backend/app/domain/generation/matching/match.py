from dataclasses import replace
from datetime import date

from app.domain.documents.fingerprint import fingerprint, profile_fingerprint
from app.domain.generation.analysis import Asked, JobAnalysis
from app.domain.generation.matching.demands import credential_evidence, findings
from app.domain.generation.matching.finding import Finding
from app.domain.generation.matching.reading import ProfileReading
from app.domain.generation.matching.receipt import (
    ALGORITHM,
    KeywordMatch,
    MatchReceipt,
    RequirementMatch,
    Status,
)
from app.domain.generation.matching.scoring import (
    band_of,
    cap_of,
    parts_of,
    recommendations_of,
    uncapped_total,
)
from app.domain.generation.matching.seniority import seniority_fit, title_likeness, years_in_trade
from app.domain.generation.matching.wording import wording
from app.domain.jobs.posting import Need
from app.domain.profile.model import Profile

_MET = 0.95
_TRACE = 0.15
_MUST_WEIGHT = 3.0
_BY_WORDS = 0.5
_UNSURE = 0.25
"""The share of its weight that a requirement keeps which names nothing definite."""


def match(profile: Profile, analysis: JobAnalysis, today: date) -> MatchReceipt:
    """Deterministic: the same profile, posting and day give the same receipt."""
    reading = ProfileReading(profile, today=today)
    in_trade = years_in_trade(analysis, reading)
    answered = [(r, findings(r, reading, relevant_years=in_trade)) for r in analysis.requirements]
    requirements = tuple(_requirement(asked, found, reading) for asked, found in answered)
    definite = tuple(
        r
        for r, (asked, found) in zip(requirements, answered, strict=True)
        if asked.need is Need.MUST and any(f.checkable for f in found)
    )
    keywords = tuple(_keyword(k.name, reading) for k in analysis.keywords)
    seniority = seniority_fit(analysis.seniority, reading)
    parts = parts_of(requirements, keywords, title_likeness(analysis.title, reading), seniority)
    uncapped, cap = uncapped_total(parts), cap_of(definite)
    total = min(uncapped, cap.limit) if cap else uncapped
    return MatchReceipt(
        algorithm=ALGORITHM,
        inputs_sha256=fingerprint(ALGORITHM, profile_fingerprint(profile), analysis, today),
        total=total,
        uncapped=uncapped,
        band=band_of(total),
        cap=cap if cap and cap.limit < uncapped else None,
        parts=parts,
        requirements=requirements,
        keywords=keywords,
        seniority=seniority,
        years_worked=reading.years,
        years_asked=analysis.years,
        keywords_required_count=len(keywords),
        keywords_matched_count=sum(k.matched for k in keywords),
        recommendations=recommendations_of(requirements, definite, parts, total),
    )


def _requirement(asked: Asked, found: tuple[Finding, ...], reading: ProfileReading) -> RequirementMatch:
    whole = sum(f.weight for f in found)
    credit = round(sum(f.weight * f.credit for f in found) / whole, 4)
    described = _described(asked, found, reading)
    if described and described.credit > credit:
        found, credit = (*found, described), described.credit
    missing = tuple(dict.fromkeys(name for f in found for name in f.missing)) if credit < 1.0 else ()
    weight = _MUST_WEIGHT if asked.need is Need.MUST else 1.0
    return RequirementMatch(
        key=asked.key,
        text=asked.text,
        need=asked.need,
        status=_status(credit, whole=not missing),
        weight=weight if any(f.checkable for f in found) else round(weight * _UNSURE, 4),
        credit=credit,
        why=" ".join(f.why for f in found),
        missing=missing,
        evidence=tuple(dict.fromkeys(e for f in found for e in f.evidence)),
        negations=tuple(dict.fromkeys(n for f in found for n in f.negations)),
    )


def _described(asked: Asked, found: tuple[Finding, ...], reading: ProfileReading) -> Finding | None:
    """Work told in the requirement's own words speaks for it, though never for all of a definite thing."""
    if not any(f.missing for f in found) or any(f.negations for f in found):
        return None
    described = wording(asked.text, reading)
    definite = any(f.missing and f.checkable for f in found)
    return replace(described, credit=min(described.credit, _BY_WORDS if definite else 1.0))


def _status(credit: float, *, whole: bool) -> Status:
    if whole and credit >= _MET:
        return Status.MET
    return Status.PARTIAL if credit >= _TRACE else Status.MISSING


def _keyword(name: str, reading: ProfileReading) -> KeywordMatch:
    evidence = reading.evidence_of(name) or credential_evidence(name, reading)
    return KeywordMatch(name=name, matched=bool(evidence), evidence=evidence)
