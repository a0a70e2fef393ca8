"""A statement of the person's own, as a letter tells it: in the first person where that is sure."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.domain.documents.letters import english, german, romance
from app.domain.shared.prose import sentences

_GLYPH = re.compile(r"^(?:[\u2022\u25cf\u25aa\u25e6\u2023\u00b7*\u2013\u2014-]\s+)+")
_OPEN_END = re.compile(r"[!?:\u2026]$")
_LEAST_WORDS = 3


class Manner(StrEnum):
    FINITE = "finite"
    """`I` and a verb: `I raised the share of ...`"""
    GERUND = "gerund"
    """`managing a team of 12`"""
    QUOTED = "quoted"
    """As the person wrote it, after a colon."""


@dataclass(frozen=True, slots=True)
class Telling:
    manner: Manner
    verb: str
    """Empty for what is quoted."""
    rest: str

    @property
    def slots(self) -> Mapping[str, str]:
        """What it fills of a frame."""
        if self.manner is Manner.QUOTED:
            return {"quote": self.rest}
        return {"verb": self.verb, "rest": self.rest}


_VOICES: Mapping[str, Callable[[str], tuple[str, str, str] | None]] = {
    "en": english.first_person,
    "de": german.first_person,
    "fr": romance.first_person_french,
    "es": romance.first_person_spanish,
}


def tellings(text: str, language: str) -> tuple[Telling, ...]:
    """One for each sentence of a text that a letter can take over: the gate makes the same of it."""
    told = (_telling(_bare(sentence), language) for sentence in sentences(text))
    return tuple(each for each in told if each)


def _bare(sentence: str) -> str:
    return _GLYPH.sub("", " ".join(sentence.split())).rstrip(" .;,")


def _telling(sentence: str, language: str) -> Telling | None:
    if len(sentence.split()) < _LEAST_WORDS or _OPEN_END.search(sentence):
        return None
    found = _VOICES[language](sentence) if language in _VOICES else None
    if found is None:
        return Telling(Manner.QUOTED, "", sentence)
    manner, verb, rest = found
    return Telling(Manner(manner), verb, rest)
