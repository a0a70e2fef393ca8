"""Whole sentences with slots: all that a letter may say besides what the person said."""

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache

from app.domain.documents.letters.frames_de import GERMAN
from app.domain.documents.letters.frames_en import ENGLISH
from app.domain.documents.letters.frames_es import SPANISH
from app.domain.documents.letters.frames_fr import FRENCH

ANY = "any"
"""The tone of a sentence that goes with every tone."""


class FrameKind(StrEnum):
    SUBJECT = "subject"
    RECIPIENT = "recipient"
    SALUTATION = "salutation"
    OPENING = "opening"
    ROLE_NOW = "role_now"
    ROLE_THEN = "role_then"
    IDENTITY = "identity"
    ABOUT = "about"
    BRIDGE = "bridge"
    FIRST_NOW = "first_now"
    FIRST_NOW_GERUND = "first_now_gerund"
    FIRST_NOW_QUOTED = "first_now_quoted"
    FIRST_THEN = "first_then"
    FIRST_THEN_GERUND = "first_then_gerund"
    FIRST_THEN_QUOTED = "first_then_quoted"
    PLAIN = "plain"
    PLAIN_GERUND = "plain_gerund"
    PLAIN_QUOTED = "plain_quoted"
    NEXT = "next"
    NEXT_GERUND = "next_gerund"
    NEXT_QUOTED = "next_quoted"
    PROJECT = "project"
    PROJECT_GERUND = "project_gerund"
    PROJECT_QUOTED = "project_quoted"
    SKILLS = "skills"
    SCHOOL = "school"
    CERTIFICATES = "certificates"
    LANGUAGES = "languages"
    RESUME = "resume"
    WISH = "wish"
    TALK = "talk"
    THANKS = "thanks"
    CLOSING = "closing"


Frames = Mapping[str, Mapping[str, tuple[str, ...]]]
_LANGUAGES: Mapping[str, Frames] = {"en": ENGLISH, "de": GERMAN, "fr": FRENCH, "es": SPANISH}
LANGUAGES = frozenset(_LANGUAGES)
_AND = {"en": "and", "de": "und", "fr": "et", "es": "y"}
_SLOT = re.compile(r"\{(\w+)\}")


def spoken(language: str) -> str:
    """The language whose frames are used: English where we have none."""
    return language if language in _LANGUAGES else "en"


def frames(language: str, kind: FrameKind, tone: str | None = None) -> tuple[str, ...]:
    """Those of a tone before those for any; without a tone, all."""
    by_tone = _LANGUAGES[spoken(language)].get(kind, {})
    tones = tuple(by_tone) if tone is None else (tone, ANY)
    return tuple(dict.fromkeys(text for each in tones for text in by_tone.get(each, ())))


@cache
def slots_of(frame: str) -> tuple[str, ...]:
    return tuple(_SLOT.findall(frame))


def filled(frame: str, values: Mapping[str, str]) -> str:
    """`Acme Inc.` at the end of a sentence needs no second full stop."""
    text = _SLOT.sub(lambda found: values[found[1]], frame)
    return text[:-1] if text.endswith("..") else text


def listed(items: Iterable[str], language: str) -> str:
    """`a, b and c`."""
    *first, last = items
    return f"{', '.join(first)} {_AND[spoken(language)]} {last}" if first else last
