"""What one requirement demands, and how far the profile answers each demand."""

import re
from collections.abc import Iterator

from app.domain.generation.analysis import Asked
from app.domain.generation.matching.alternatives import alternatives
from app.domain.generation.matching.credentials import asks_for_credential, credential
from app.domain.generation.matching.finding import Finding
from app.domain.generation.matching.reading import ProfileReading
from app.domain.generation.matching.receipt import Evidence
from app.domain.generation.matching.schooling import asks_for_degree, degree, field_clause, names_a_level
from app.domain.generation.matching.tenure import tenure
from app.domain.generation.matching.tongues import tongue
from app.domain.generation.matching.wording import wording
from app.domain.shared.skills import family, is_soft, mentions

_LANGUAGE, _CREDENTIAL = "language", "certificate"
_OR_EXPERIENCE = re.compile(r"\bor\b.{0,60}\bexperience\b|\bequivalent\b|\bor\s+\d+\+?\s+years", re.I | re.S)


def findings(asked: Asked, reading: ProfileReading, *, relevant_years: float) -> tuple[Finding, ...]:
    """At least one: a requirement that names nothing checkable is held by its words."""
    return tuple(_checkable(asked, reading, relevant_years)) or (wording(asked.text, reading),)


def _checkable(asked: Asked, reading: ProfileReading, relevant_years: float) -> Iterator[Finding]:
    skills = asked.skills
    if asks_for_degree(asked.text):
        in_degree = {m.name for m in mentions(field_clause(asked.text))}
        skills = tuple(name for name in skills if name not in in_degree)
        yield _degree_or_experience(asked, reading)
    elif asked.years:
        yield tenure(asked.text, asked.years, skills, reading, in_trade=relevant_years)
    if asks_for_credential(asked.text):
        yield credential(asked.text, skills, reading)
        return
    spoken = tuple(name for name in skills if family(name) == _LANGUAGE)
    if spoken:
        yield tongue(asked.text, alternatives(asked.text, spoken), reading)
    for group in alternatives(asked.text, tuple(name for name in skills if name not in spoken)):
        yield _skill(group, reading)


def credential_evidence(name: str, reading: ProfileReading) -> tuple[Evidence, ...]:
    """A degree or certificate is there as a keyword where it is there as a requirement."""
    if family(name) != _CREDENTIAL:
        return ()
    found = degree(name, reading) if names_a_level(name) else credential(name, (name,), reading)
    return found.evidence if found.credit == 1.0 else ()


def _skill(group: tuple[str, ...], reading: ProfileReading) -> Finding:
    """Any one of the group is enough."""
    soft = all(is_soft(name) for name in group)
    evidence = tuple(e for name in group for e in reading.evidence_of(name))
    have = tuple(name for name in group if reading.evidence_of(name))
    why = f"Has {', '.join(have)}." if have else f"{' or '.join(group)} is not in the profile."
    return Finding(
        credit=1.0 if have else 0.0,
        why=why,
        weight=0.5 if soft else 2.0,
        evidence=evidence,
        negations=reading.negations_of(group),
        missing=() if have else group,
        checkable=not soft,
    )


def _degree_or_experience(asked: Asked, reading: ProfileReading) -> Finding:
    schooling = degree(asked.text, reading)
    if schooling.credit >= 1.0 or not _OR_EXPERIENCE.search(asked.text):
        return schooling
    wanted = asked.years or 4.0
    credit = min(1.0 if asked.years else 0.9, reading.years / wanted)
    if credit <= schooling.credit:
        return schooling
    why = f"{reading.years:g} years of experience in place of the degree."
    return Finding(credit=credit, why=why, weight=schooling.weight, missing=schooling.missing)
