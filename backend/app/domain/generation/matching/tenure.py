"""For how many years a person has done what a requirement asks years of, from the dates."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.generation.matching.finding import Finding
from app.domain.generation.matching.reading import ProfileReading
from app.domain.generation.matching.seniority import trade
from app.domain.profile.career import years_worked
from app.domain.profile.model import Experience
from app.domain.shared.prose import asked_stems, content_stems
from app.domain.shared.skills import is_soft

_YEARS = r"(?:years?|yrs?|jahren?|ans|années|años|år)\b['\u2019]?"
_SUBJECT = re.compile(
    rf"{_YEARS}[^,.;()]*?\b(?:in|as|of|with|als|im|mit|dans|comme|en|como|de|inom|som)\b\s+(?P<subject>[^,.;()]+)",
    re.I,
)
_GENERAL = frozenset(
    content_stems(
        "jahr jahre jahren mindestens berufserfahrung erfahrung einschlägige professional practical hands-on "
        "hands relevant industry proven total combined full-time ans années minimum expérience professionnelle años "
        "mínimo experiencia profesional laboral år minst erfarenhet arbetslivserfarenhet yrkeserfarenhet "
        "capacity comparable equivalent progressive progressively responsible direct prior"
    )
)
_SHARED_ROOT = 8
_UNSURE = 0.8
"""The most that years in the same field earn when nothing says that they were in this very subject."""


@dataclass(frozen=True, slots=True)
class _Tenure:
    years: float
    why: str = "from the dates."
    most: float = 1.0


def tenure(
    text: str, wanted: float, skills: tuple[str, ...], reading: ProfileReading, *, in_trade: float
) -> Finding:
    held = _held(text, wanted, skills, reading, in_trade)
    credit = min(held.most, held.years / wanted)
    return Finding(
        credit=credit,
        why=f"{held.years:g} of {wanted:g} years, {held.why}",
        missing=() if credit >= 1.0 else (f"{wanted:g} years of experience",),
    )


def _held(
    text: str, wanted: float, skills: tuple[str, ...], reading: ProfileReading, in_trade: float
) -> _Tenure:
    """Positions that name the skill; else that speak of the subject; else of the posting's field, in part."""
    hard = tuple(name for name in skills if not is_soft(name))
    subject = _subject(text)
    if not hard and not subject:
        return _Tenure(reading.years)
    told = _speaking_of(subject, hard, reading)
    if not hard:
        return _in_field(told, in_trade)
    listed = any(reading.evidence_of(name) for name in hard)
    by_list = min(in_trade, wanted) / 2 if listed else 0.0
    if by_list > told:
        named = " or ".join(hard)
        return _Tenure(by_list, f"counting half of the years in the field: no position names {named}.")
    return _Tenure(told)


def _in_field(told: float, in_trade: float) -> _Tenure:
    if told >= in_trade:
        return _Tenure(told)
    why = "counting all in the field of the posting: not every position says that it was in this."
    return _Tenure(in_trade, why, most=_UNSURE) if not told else _Tenure(in_trade, why)


def _subject(text: str) -> frozenset[str]:
    """The content words of what the years are asked in."""
    said = _SUBJECT.search(text)
    return _telling(said["subject"] if said else "") or _telling(text)


def _telling(text: str) -> frozenset[str]:
    return frozenset(asked_stems(text)) - _GENERAL


def _speaking_of(subject: frozenset[str], hard: tuple[str, ...], reading: ProfileReading) -> float:
    named = frozenset(hard)
    parts = [frozenset(content_stems(name)) for name in hard]
    return years_worked(
        (
            e
            for e in reading.profile.experiences
            if reading.concerns(e, named) or _speaks_of(e, subject, parts, reading)
        ),
        today=reading.today,
    )


def _speaks_of(
    experience: Experience, subject: frozenset[str], parts: list[frozenset[str]], reading: ProfileReading
) -> bool:
    """At least half of the subject's words, or all of a skill's."""
    words = reading.words_of(experience) | trade(experience.title) | _telling(experience.company)
    if any(part and part <= words for part in parts):
        return True
    return bool(subject) and 2 * sum(_among(word, words) for word in subject) >= len(subject)


def _among(word: str, words: Iterable[str]) -> bool:
    """`Elektroinstallateur` works in `Elektroinstallation`."""
    root = word[:_SHARED_ROOT]
    return any(word == each or (len(root) == _SHARED_ROOT and each.startswith(root)) for each in words)
