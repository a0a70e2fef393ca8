from datetime import date

from app.domain.documents.fingerprint import fingerprint, profile_fingerprint
from app.domain.generation.analysis import Asked, JobAnalysis
from app.domain.generation.matching.demands import credential_evidence, demands_of
from app.domain.generation.matching.either import with_alternatives
from app.domain.generation.matching.fields import field_fit
from app.domain.generation.matching.reading import ProfileReading
from app.domain.generation.matching.receipt import (
    ALGORITHM,
    Demand,
    DemandKind,
    KeywordMatch,
    MatchReceipt,
    RequirementMatch,
    Status,
)
from app.domain.generation.matching.recommending import recommendations_of
from app.domain.generation.matching.scoring import BANDS, score
from app.domain.generation.matching.seniority import seniority_fit
from app.domain.generation.matching.terms import vocabulary_fit
from app.domain.generation.matching.titles import title_fit, worked_in_trade
from app.domain.generation.matching.worked import Worked
from app.domain.jobs.posting import Need
from app.domain.profile.model import Profile
from app.domain.shared.bands import band_of
from app.domain.shared.degrees import levels_in
from app.domain.shared.skills import family

_NAMED_OR_TOLD = 0.85
_TRACE = 0.15
_MUST_WEIGHT = 3.0
_UNSURE = 0.25
"""The share of its weight that a requirement keeps which names nothing definite."""
_TOLD = 0.8
"""A keyword that is told of or implied, but not named where a search for it would look."""
_ANYBODYS, _HALF = {"soft", "office", "language"}, 0.5
"""Families of skills that every trade asks for, and their weight beside the others; so with degrees."""
_ANYBODYS_DEMANDS = {DemandKind.EDUCATION, DemandKind.LANGUAGE}


def match(profile: Profile, analysis: JobAnalysis, today: date) -> MatchReceipt:
    """Deterministic: the same profile, posting and day give the same receipt."""
    reading = ProfileReading(profile, today=today)
    person, posting = profile_fingerprint(profile), fingerprint(analysis)
    in_trade = worked_in_trade(analysis, reading)
    seniority = seniority_fit(analysis.seniority, reading, in_trade=in_trade.years)
    title, vocabulary = title_fit(analysis, reading), vocabulary_fit(analysis.vocabulary, reading)
    field = field_fit(analysis, reading)
    scored = score(
        tuple(_requirement(r, reading, in_trade) for r in analysis.requirements),
        with_alternatives(tuple(_keyword(k.name, reading) for k in analysis.keywords), analysis),
        {
            "title": title.credit if title else None,
            "vocabulary": vocabulary.credit if vocabulary else None,
            "field": field.credit if field else None,
            "seniority": seniority.credit if seniority.asked else None,
        },
    )
    return MatchReceipt(
        algorithm=ALGORITHM,
        inputs_sha256=fingerprint(ALGORITHM, person, posting, today),
        total=scored.total,
        uncapped=scored.uncapped,
        band=band_of(scored.total, BANDS),
        cap=scored.cap,
        parts=scored.parts,
        requirements=scored.requirements,
        keywords=scored.keywords,
        seniority=seniority,
        years_worked=reading.years,
        years_asked=analysis.years,
        keywords_required_count=len(scored.keywords),
        keywords_matched_count=sum(k.matched for k in scored.keywords),
        recommendations=recommendations_of(scored),
        title=title,
        vocabulary=vocabulary,
        field=field,
        years_in_trade=in_trade.years,
        profile_sha256=person,
        posting_sha256=posting,
        day=today.isoformat(),
    )


def _requirement(asked: Asked, reading: ProfileReading, in_trade: Worked) -> RequirementMatch:
    demands = demands_of(asked, reading, in_trade=in_trade)
    whole = sum(d.weight for d in demands)
    credit = round(sum(d.weight * d.credit for d in demands) / whole, 4)
    missing = tuple(dict.fromkeys(name for d in demands for name in d.missing)) if credit < 1.0 else ()
    return RequirementMatch(
        key=asked.key,
        text=asked.text,
        need=asked.need,
        status=_status(credit, whole=not missing),
        weight=round((_MUST_WEIGHT if asked.need is Need.MUST else 1.0) * _worth(demands), 4),
        credit=credit,
        why=" ".join(d.why for d in demands),
        missing=missing,
        evidence=tuple(dict.fromkeys(e for d in demands for e in d.evidence)),
        negations=tuple(dict.fromkeys(n for d in demands for n in d.negations)),
        demands=demands,
    )


def _worth(demands: tuple[Demand, ...]) -> float:
    if all(d.kind in _ANYBODYS_DEMANDS for d in demands):
        return _HALF
    return 1.0 if any(d.definite for d in demands) else _UNSURE


def _status(credit: float, *, whole: bool) -> Status:
    if whole and credit >= _NAMED_OR_TOLD:
        return Status.MET
    return Status.PARTIAL if credit >= _TRACE else Status.MISSING


def _keyword(name: str, reading: ProfileReading) -> KeywordMatch:
    named = reading.named_at(name) or credential_evidence(name, reading)
    evidence = named or reading.told_at(name)
    return KeywordMatch(
        name=name,
        matched=bool(evidence),
        evidence=evidence,
        weight=_HALF if family(name) in _ANYBODYS or levels_in(name) else 1.0,
        credit=1.0 if named else _TOLD if evidence else 0.0,
    )
