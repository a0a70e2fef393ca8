"""What a heading announces."""

import re

from app.domain.jobs.parsing.folding import folded
from app.domain.jobs.parsing.heading_words import CUES, SPEAKS
from app.domain.jobs.parsing.openers import ASKS
from app.domain.jobs.parsing.section import Section

LONGEST_HEADING = 200
_COMPILED = tuple((section, re.compile(cue)) for section, cue in CUES)
_NUMBERING = re.compile(r"^(?:\W|\d{1,2}[.)]? )+")
_NUMBERED_PART = re.compile(r"^(?:key )?(?:objective|objectif|goal|part|section)s? ?#? ?\d")


def speaks_as_heading(text: str) -> bool:
    """Its words alone make it one, though no empty line sets it off."""
    return (
        len(text) <= 60
        and not text[0].islower()
        and bool(SPEAKS.fullmatch(folded(text).strip(" :*-?!\u2026")))
    )


def section_of(heading: str) -> Section | None:
    """The section a heading opens; None when it does not say, so the one before goes on."""
    text = folded(heading[:LONGEST_HEADING])
    if _NUMBERED_PART.match(text):
        return Section.RESPONSIBILITIES if "objecti" in text[:14] else None
    text = _NUMBERING.sub("", text).strip(" :*-\u2013\u2014?!")
    if not text:
        return None
    known = next((section for section, cue in _COMPILED if cue.match(text)), None)
    return Section.REQUIREMENTS if known is None and ASKS.match(text) else known
