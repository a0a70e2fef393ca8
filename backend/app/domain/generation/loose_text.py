"""Texts that lost their line breaks on the way: words glued together, and a posting in a single line."""

import re
from collections.abc import Iterator
from itertools import pairwise

from app.domain.generation.vocabulary import is_common
from app.domain.jobs.parsing.items import is_nice
from app.domain.jobs.parsing.requirements import skills_in, years_in
from app.domain.jobs.posting import Need, Requirement
from app.domain.shared.degrees import levels_in
from app.domain.shared.prose import fold, sentences, stem
from app.domain.shared.skills import is_known

_TOKEN = re.compile(r"[A-Za-z]{6,}")
_SEAM = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z]{3})")
_AFTER_A_STOP = re.compile(r"(?<=[a-z)]{2}[.:;!?])(?=[A-Z0-9][\w+]*\s)")
_BEFORE_A_NUMBER = re.compile(r"(?<=[a-z]{4})(?=\d{1,2}\+?\s(?:years|yrs)\b)")
_LEAST = 4
_TOO_LONG_FOR_A_NAME = 15
_LONG = 180
_MOST_CHARACTERS = 40_000
_EDGE = " .,;:\u2022*-"


def unglued(text: str) -> str:
    """`SummaryAccountant`, `entriesQuickBooks`, `audit.Reduced`: a space where a line ended."""
    text = _AFTER_A_STOP.sub(" ", text)
    text = _BEFORE_A_NUMBER.sub(". ", text)
    return _TOKEN.sub(lambda found: _apart(found.group()), text)


def _apart(token: str) -> str:
    parts = _SEAM.split(token)
    if len(parts) == 1 or is_known(token):
        return token
    whole = [parts[0]]
    for one, other in pairwise(parts):
        if _is_seam(one, other, token) and not is_known(whole[-1] + other):
            whole.append(other)
        else:
            whole[-1] += other
    return " ".join(whole)


def _is_seam(one: str, other: str, token: str) -> bool:
    if one[0].islower() and len(one) >= _LEAST:
        return True
    if len(other) < _LEAST or (len(one) < _LEAST and not one.isupper()):
        return False
    if is_common(stem(fold(one))) or is_common(stem(fold(other))):
        return not (one.isupper() and not is_common(stem(fold(other))))
    return len(token) >= _TOO_LONG_FOR_A_NAME


def said_apart(requirement: Requirement) -> Iterator[Requirement]:
    """A requirement that goes on is many, one to a sentence; a wish in one makes no wish of all."""
    if len(requirement.text) <= _LONG:
        yield requirement
        return
    need = Need.MUST if is_nice(requirement.text) else requirement.need
    for sentence in _sentences(requirement.text):
        yield _asked(sentence, need=need)


def requirements_told(text: str) -> tuple[Requirement, ...]:
    """Of a posting without any that could be read as such: the sentences that name something definite."""
    return tuple(_asked(each) for each in _sentences(text[:_MOST_CHARACTERS]) if _is_definite(each))


def _sentences(text: str) -> Iterator[str]:
    for sentence in sentences(unglued(text)):
        if said := sentence.strip(_EDGE):
            yield said


def _is_definite(sentence: str) -> bool:
    return bool(skills_in(sentence) or years_in(sentence) or levels_in(sentence))


def _asked(sentence: str, need: Need = Need.MUST) -> Requirement:
    return Requirement(
        text=sentence,
        need=Need.NICE if is_nice(sentence) else need,
        skills=skills_in(sentence),
        years=years_in(sentence),
    )
