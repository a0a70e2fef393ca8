"""For how many years a person has done what a requirement asks years of, from the dates."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from app.domain.generation.matching.reading import ProfileReading
from app.domain.generation.matching.receipt import Demand, DemandKind, Evidence
from app.domain.generation.matching.worked import Worked, worked_in
from app.domain.generation.occupations import among, families_in, trade
from app.domain.profile.model import Experience
from app.domain.shared.prose import asked_stems, content_stems
from app.domain.shared.skills import is_soft

_YEARS = r"(?:years?|yrs?|jahren?|ans|années|años|år)\b['\u2019]?"
_SUBJECT = re.compile(
    rf"{_YEARS}[^,.;()]*?\b(?:in|as|of|with|als|im|mit|dans|comme|en|como|de|inom|som)\b\s+(?P<subject>[^,.;()]+)",
    re.I,
)
_OR = re.compile(r"\b(?:or|oder|ou|o|eller)\b", re.I)
_GENERAL = frozenset(
    content_stems(
        "jahr jahre jahren mindestens berufserfahrung erfahrung einschlägige professional practical "
        "hands-on hands relevant industry proven total combined full-time ans années minimum expérience "
        "professionnelle años mínimo experiencia profesional laboral år minst erfarenhet "
        "arbetslivserfarenhet yrkeserfarenhet capacity comparable equivalent progressive progressively "
        "responsible direct prior"
    )
)
_UNSURE = 0.8
"""The most that years in the same field earn when nothing says that they were in this very subject."""


@dataclass(frozen=True, slots=True)
class _Asked:
    years: float
    subject: frozenset[str]
    """The content words of what the years are asked in."""
    families: frozenset[str]
    """The occupations that the subject names: years of software development are a developer's years."""
    skills: tuple[str, ...]
    ways: tuple[frozenset[str], ...]
    in_trade: Worked


@dataclass(frozen=True, slots=True)
class _Tenure:
    years: float
    why: str = "from the dates."
    most: float = 1.0
    evidence: tuple[Evidence, ...] = ()


def tenure(
    text: str, wanted: float, skills: tuple[str, ...], reading: ProfileReading, *, in_trade: Worked
) -> Demand:
    asked = _asked(text, wanted, skills, in_trade)
    held = _held(asked, reading)
    credit = round(min(held.most, held.years / wanted), 4)
    return Demand(
        kind=DemandKind.YEARS,
        asked=f"{wanted:g} years",
        credit=credit,
        why=f"{held.years:g} of {wanted:g} years, {held.why}",
        evidence=held.evidence if credit else (),
        missing=() if credit >= 1.0 else (_lacking(wanted, held),),
    )


def _asked(text: str, wanted: float, skills: tuple[str, ...], in_trade: Worked) -> _Asked:
    """A skill that is itself the name of a trade is a field, not a tool: `software development`."""
    said = _SUBJECT.search(text)
    about = said["subject"] if said else ""
    tools = tuple(name for name in skills if not is_soft(name) and not families_in(name))
    return _Asked(
        years=wanted,
        subject=_telling(about) or _telling(text),
        families=families_in(about or text),
        skills=tools,
        ways=(
            *(frozenset(content_stems(name)) for name in tools),
            *(_telling(part) for part in _OR.split(about) if about),
        ),
        in_trade=in_trade,
    )


def _lacking(wanted: float, held: _Tenure) -> str:
    just_this = " in exactly this" if held.years >= wanted else ""
    return f"{wanted:g} years of experience{just_this}"


def _held(asked: _Asked, reading: ProfileReading) -> _Tenure:
    if not reading.dated:
        return _spoken(asked, reading)
    if asked.skills:
        return _in_skill(asked, reading)
    if not asked.subject:
        why = "in the field of the posting, from the dates."
        return _Tenure(asked.in_trade.years, why, evidence=asked.in_trade.evidence)
    told = _worked(asked, reading, lambda words: _shares(asked.subject, words))
    if told.years >= asked.in_trade.years:
        return _Tenure(told.years, evidence=told.evidence)
    why = f"counting all in the field of the posting; positions that speak of this: {told.years:g} years."
    most = max(_UNSURE, min(1.0, told.years / asked.years))
    return _Tenure(asked.in_trade.years, why, most, asked.in_trade.evidence)


def _spoken(asked: _Asked, reading: ProfileReading) -> _Tenure:
    """Without any dates the person's own word counts, where it is given for this subject or trade."""
    told = [
        (years, Evidence(read.source, (read.text[:120],)))
        for years, read in reading.years_claimed
        if _shares(asked.subject, read.stems)
        or not asked.families.isdisjoint(families_in(read.said))
        or any(m.name in asked.skills for m in read.named)
    ]
    why = "by the person's own word, for no position has a date."
    if told:
        years, said = max(told, key=lambda claim: claim[0])
        return _Tenure(years, why, evidence=(said,))
    return _Tenure(0.0 if asked.skills else asked.in_trade.years, why, evidence=asked.in_trade.evidence)


def _in_skill(asked: _Asked, reading: ProfileReading) -> _Tenure:
    """Positions that name it; else that speak of it in part; else, if it is listed, half of the field's."""
    shown = _worked(asked, reading, lambda words: any(way and way <= words for way in asked.ways))
    listed = any(reading.evidence_of(name) for name in asked.skills)
    by_list = min(asked.in_trade.years, asked.years) / 2 if listed else 0.0
    if shown.years and shown.years >= by_list:
        return _Tenure(shown.years, evidence=shown.evidence)
    own = asked.ways[: len(asked.skills)]
    near = _worked(
        asked,
        reading,
        lambda words: _shares(asked.subject, words) and any(_shares(way, words) for way in own),
    )
    called = " or ".join(asked.skills)
    if near.years > by_list:
        why = f"in positions that say nearly this; none names {called}."
        return _Tenure(near.years, why, _UNSURE, near.evidence)
    if by_list:
        why = f"counting half of the years in the field: no position names {called}."
        return _Tenure(by_list, why, evidence=asked.in_trade.evidence)
    return _Tenure(0.0)


def _worked(asked: _Asked, reading: ProfileReading, speaks: Callable[[frozenset[str]], bool]) -> Worked:
    """In the positions that name a skill or speak of the subject, or that are of the trade it names."""
    names = frozenset(asked.skills)

    def counts(position: Experience) -> bool:
        if not names and not asked.families.isdisjoint(families_in(position.title)):
            return True
        if names & reading.names_of(position):
            return True
        return speaks(reading.words_of(position) | trade(position.title))

    return worked_in(filter(counts, reading.profile.experiences), today=reading.today)


def _telling(text: str) -> frozenset[str]:
    return frozenset(asked_stems(text)) - _GENERAL


def _shares(wanted: frozenset[str], words: frozenset[str]) -> bool:
    """At least half."""
    return bool(wanted) and 2 * sum(among(word, words) for word in wanted) >= len(wanted)
