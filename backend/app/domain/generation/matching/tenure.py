"""For how many years a person has done what a requirement asks years of, from the dates."""

import re
from collections.abc import Callable
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
        missing=() if credit >= 1.0 else (_lacking(wanted, held),),
    )


def _lacking(wanted: float, held: _Tenure) -> str:
    just_this = " in exactly this" if held.years >= wanted else ""
    return f"{wanted:g} years of experience{just_this}"


def _held(
    text: str, wanted: float, skills: tuple[str, ...], reading: ProfileReading, in_trade: float
) -> _Tenure:
    hard = tuple(name for name in skills if not is_soft(name))
    subject = _subject(text)
    if hard:
        ways = (*(frozenset(content_stems(name)) for name in hard), *_alternatives(text))
        return _in_skill(hard, ways, wanted, reading, in_trade, subject)
    if not subject:
        return _Tenure(reading.years)
    told = _years(reading, lambda words: _shares(subject, words))
    if told >= in_trade:
        return _Tenure(told)
    why = f"counting all in the field of the posting; positions that speak of this: {told:g} years."
    return _Tenure(in_trade, why, most=max(_UNSURE, min(1.0, told / wanted)))


def _in_skill(
    hard: tuple[str, ...],
    ways: tuple[frozenset[str], ...],
    wanted: float,
    reading: ProfileReading,
    in_trade: float,
    subject: frozenset[str],
) -> _Tenure:
    """Positions that name it; else that speak of it in part; else, if it is listed, half of the field's."""
    shown = _years(reading, lambda words: any(way and way <= words for way in ways), named=frozenset(hard))
    listed = any(reading.evidence_of(name) for name in hard)
    by_list = min(in_trade, wanted) / 2 if listed else 0.0
    if shown and shown >= by_list:
        return _Tenure(shown)
    near = _years(
        reading,
        lambda words: _shares(subject, words) and any(_shares(way, words) for way in ways[: len(hard)]),
    )
    called = " or ".join(hard)
    if near > by_list:
        return _Tenure(near, f"in positions that say nearly this; none names {called}.", most=_UNSURE)
    if by_list:
        return _Tenure(by_list, f"counting half of the years in the field: no position names {called}.")
    return _Tenure(0.0)


def _years(
    reading: ProfileReading, speaks: Callable[[frozenset[str]], bool], *, named: frozenset[str] = frozenset()
) -> float:
    return years_worked(
        (
            e
            for e in reading.profile.experiences
            if reading.concerns(e, named) or speaks(_words_of(e, reading))
        ),
        today=reading.today,
    )


def _words_of(experience: Experience, reading: ProfileReading) -> frozenset[str]:
    return reading.words_of(experience) | trade(experience.title)


def _subject(text: str) -> frozenset[str]:
    """The content words of what the years are asked in."""
    said = _SUBJECT.search(text)
    return _telling(said["subject"] if said else "") or _telling(text)


def _alternatives(text: str) -> tuple[frozenset[str], ...]:
    """`In warehouse or distribution operations`: either is enough, whether or not it is a known skill."""
    said = _SUBJECT.search(text)
    return tuple(_telling(part) for part in _OR.split(said["subject"])) if said else ()


def _telling(text: str) -> frozenset[str]:
    return frozenset(asked_stems(text)) - _GENERAL


def _shares(wanted: frozenset[str], words: frozenset[str]) -> bool:
    """At least half."""
    return bool(wanted) and 2 * sum(_among(word, words) for word in wanted) >= len(wanted)


def _among(word: str, words: frozenset[str]) -> bool:
    """`Elektroinstallateur` works in `Elektroinstallation`."""
    root = word[:_SHARED_ROOT]
    return any(word == each or (len(root) == _SHARED_ROOT and each.startswith(root)) for each in words)
