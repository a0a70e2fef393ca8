"""What one requirement demands, and how far the profile answers each demand."""

import re
from collections.abc import Iterator
from dataclasses import replace

from app.domain.generation.analysis import Asked
from app.domain.generation.matching.alternatives import alternatives
from app.domain.generation.matching.credentials import credential, credentials
from app.domain.generation.matching.leading import asks_to_lead
from app.domain.generation.matching.reading import ProfileReading
from app.domain.generation.matching.receipt import Demand, DemandKind, Evidence
from app.domain.generation.matching.schooling import asks_for_degree, degree, field_clause, names_a_level
from app.domain.generation.matching.tenure import tenure
from app.domain.generation.matching.tongues import tongue
from app.domain.generation.matching.unchecked import unchecked
from app.domain.generation.matching.wording import wording
from app.domain.generation.matching.worked import Worked
from app.domain.generation.vocabulary import in_usual_names
from app.domain.shared.prose import asked_stems
from app.domain.shared.skills import family, is_soft, mentions

_LANGUAGE, _CREDENTIAL = "language", "certificate"
_OR_EXPERIENCE = re.compile(r"\bor\b.{0,60}\bexperience\b|\bequivalent\b|\bor\s+\d+\+?\s+years", re.I | re.S)
_TOLD = 0.9
"""Of a skill that is not named, but told of in other words or implied by what is named."""
_BY_WORDS = 0.5
"""The most that a requirement's other words earn for a definite thing that is not there."""
_MORE_IS_ASKED, _MOST_PLACES = 2, 3
_SHOWN_BY_WORDS = {DemandKind.SKILL, DemandKind.YEARS}
"""Nobody has a degree or a licence for having done the work."""


def demands_of(asked: Asked, reading: ProfileReading, *, in_trade: Worked) -> tuple[Demand, ...]:
    """At least one: a requirement that names nothing checkable is held by its words."""
    found = tuple(_checkable(asked, reading, in_trade))
    if not found:
        return _by_words(asked.text, reading)
    found += tuple(_not_checked(clause, reading) for clause in unchecked(asked.text))
    if not any(demand.missing for demand in found):
        return found
    described = wording(in_usual_names(asked.text), reading)
    return tuple(_or_described(demand, described) for demand in found)


def _checkable(asked: Asked, reading: ProfileReading, in_trade: Worked) -> Iterator[Demand]:
    skills = asked.skills
    if asks_for_degree(asked.text):
        in_degree = {m.name for m in mentions(field_clause(asked.text))}
        skills = tuple(name for name in skills if name not in in_degree)
        yield _degree_or_experience(asked, reading, in_trade)
    if asked.years and not (asks_for_degree(asked.text) and _OR_EXPERIENCE.search(asked.text)):
        yield tenure(in_usual_names(asked.text), asked.years, skills, reading, in_trade=in_trade)
    held, skills = credentials(asked.text, skills, reading)
    yield from held
    spoken = tuple(name for name in skills if family(name) == _LANGUAGE)
    if spoken:
        yield tongue(asked.text, alternatives(asked.text, spoken), reading)
    for group in alternatives(asked.text, tuple(name for name in skills if name not in spoken)):
        yield _skill(group, reading)


def _by_words(text: str, reading: ProfileReading) -> tuple[Demand, ...]:
    """Of a requirement that names nothing checkable; that people were led is told in more than one way."""
    whole, asked = wording(in_usual_names(text), reading), asks_to_lead(text)
    if not asked or not reading.led:
        return (whole,)
    led = _leading(text[asked[0] : asked[1]], reading)
    beside = f"{text[: asked[0]]} {text[asked[1] :]}"
    if len(asked_stems(beside)) < _MORE_IS_ASKED:
        return (led,)
    return (led, whole)


def _leading(text: str, reading: ProfileReading) -> Demand:
    places = reading.led[:_MOST_PLACES]
    return Demand(
        kind=DemandKind.SKILL,
        asked=text,
        credit=1.0,
        why=f"Says so: {places[0][1].written}.",
        weight=2.0,
        evidence=tuple(Evidence(read.source, (said.written,)) for read, said in places),
        definite=False,
    )


def _not_checked(clause: str, reading: ProfileReading) -> Demand:
    """Its words may be there, but nobody compared its number."""
    described = wording(in_usual_names(clause), reading)
    why = f"Not checked: {clause[:120]}. {described.why}"
    return replace(described, credit=min(described.credit, _BY_WORDS), why=why)


def credential_evidence(name: str, reading: ProfileReading) -> tuple[Evidence, ...]:
    """A degree or certificate is there as a keyword where it is there as a requirement."""
    if family(name) != _CREDENTIAL:
        return ()
    found = degree(name, reading) if names_a_level(name) else credential(name, (name,), reading)
    return found.evidence if found.credit == 1.0 else ()


def _skill(group: tuple[str, ...], reading: ProfileReading) -> Demand:
    """Any one of the group is enough."""
    soft = all(is_soft(name) for name in group)
    named = tuple(name for name in group if reading.named_at(name))
    told = tuple(name for name in group if name not in named and reading.told_at(name))
    have = named or told
    if named:
        why = f"Has {', '.join(named)}."
    elif told:
        why = f"Does not name {' or '.join(told)}, but tells of it or has what implies it."
    else:
        why = f"{' or '.join(group)} is not in the profile."
    return Demand(
        kind=DemandKind.SKILL,
        asked=" or ".join(group),
        credit=1.0 if named else _TOLD if told else 0.0,
        why=why,
        weight=0.5 if soft else 2.0,
        evidence=tuple(e for name in (*named, *told) for e in reading.evidence_of(name)),
        negations=reading.negations_of(group),
        missing=() if have else group,
        definite=not soft,
    )


def _or_described(demand: Demand, described: Demand) -> Demand:
    """Work told in the requirement's own words speaks for it, though never for all of a definite thing."""
    credit = min(described.credit, _BY_WORDS if demand.definite else 1.0)
    if (
        not demand.missing
        or demand.negations
        or demand.kind not in _SHOWN_BY_WORDS
        or credit <= demand.credit
    ):
        return demand
    why = f"{demand.why} But of the whole requirement, {described.why}"
    evidence = tuple(dict.fromkeys((*demand.evidence, *described.evidence)))
    return replace(demand, credit=credit, why=why, evidence=evidence)


def _degree_or_experience(asked: Asked, reading: ProfileReading, in_trade: Worked) -> Demand:
    schooling = degree(asked.text, reading)
    if schooling.credit >= 1.0 or not _OR_EXPERIENCE.search(asked.text):
        return schooling
    wanted = asked.years or 4.0
    credit = round(min(1.0 if asked.years else 0.9, in_trade.years / wanted), 4)
    if credit <= schooling.credit:
        return schooling
    why = f"{in_trade.years:g} years of experience in the field in place of the degree."
    return replace(schooling, credit=credit, why=why, evidence=in_trade.evidence)
