"""What a requirement asks: must or nice, how many years, which skills."""

import re

from app.domain.jobs.parsing.folding import folded
from app.domain.jobs.parsing.items import Item, is_nice
from app.domain.jobs.parsing.section import Section
from app.domain.jobs.posting import Need, Requirement
from app.domain.shared.number_words import UNITS
from app.domain.shared.skills import mentions

_NUMBERS = {word: number for words in UNITS.values() for word, number in words.items()}
_WORD_YEARS = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_YEARS = re.compile(
    rf"(?<![\d$€£.,])(?P<least>\d{{1,2}}(?:[.,]5)?"
    rf"|\b(?:{_WORD_YEARS}))(?:\s?\(\s?(?P<digits>\d{{1,2}})\s?\))?\s?\+?\s?"
    r"(?:(?:-|\u2013|\u2014|to|a|bis|till|or|ou|oder)\s?(?:\d{1,2}|[a-z]{2,6})\s?\+?\s?)?(?:full |solid )?"
    r"(?:(?:years?|yrs?|ans?|annees?|jahren?|jahre?|anos?|ars?|jaar|anni)\b|년|年)"
    r"(?!\s(?:old|of age|ago|d'age|alt\b|contract|term|de edad|gammal))"
)
_MOST_YEARS = 40


def requirement(item: Item) -> Requirement:
    section, text, span = item
    nice = section is Section.NICE or is_nice(text)
    return Requirement(
        text=text,
        need=Need.NICE if nice else Need.MUST,
        skills=skills_in(text),
        years=years_in(text),
        span=span,
    )


def skills_in(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(mention.name for mention in mentions(text)))


def years_in(text: str) -> float | None:
    """The least years of experience asked for."""
    found = _YEARS.search(folded(text))
    if not found:
        return None
    years = _number(found["digits"] or found["least"])
    return years if 0 < years <= _MOST_YEARS else None


def _number(written: str) -> float:
    return float(_NUMBERS[written]) if written in _NUMBERS else float(written.replace(",", "."))
