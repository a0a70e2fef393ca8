"""Times in work: of a whole career, with one employer, before the next."""

import re

from app.domain.documents.facts.amounts.bounds import UPPER, Bound
from app.domain.documents.facts.amounts.quantity import Quantity
from app.domain.documents.facts.reading.text_facts import TextFacts
from app.domain.documents.facts.sources.ground import Ground, Piece
from app.domain.documents.facts.sources.homes import carries
from app.domain.shared.prose import word_set

_CAREER = re.compile(
    r"[\s-]*(?:years?|yrs?|months?|jahren?|jahre|monaten?|monate|ans|ann\u00e9es|mois|a\u00f1os|meses|"
    r"\u00e5r)\b['\u2019]?\s*"
    r"(?:of|in|as|at|on|with|across|experience|working|teaching|building|\w+ing\b|\w+\s+experience|"
    r"erfahrung|berufs\w+|als|bei|im|auf|"
    r"d['\u2019]exp\w+|de\s+\w+|en|comme|chez|dans|au|aux|como|trabajando|$|[.,;]|\w*erfahrung)",
    re.I,
)
_DAYS_PER_MONTH = 30.4375
_LEAST_OF_CAREER = 0.6
_FEW_MONTHS = 0.34
"""Of a year: what just over a year may have more."""
_LITTLE_LONGER = 0.15
_AFTER = re.compile(
    r"\b(?:after|nach|apr\u00e8s|tras|despu\u00e9s\s+de|al\s+cabo\s+de|au\s+bout\s+de)\s+(?:[^\W\d_]+\s+){0,3}$",
    re.I,
)
_AT = word_set("at with chez bei beim en")
_AND_MONTHS = re.compile(r"\d.*\s\w+\s\w+\s\w+|\w+\s(?:and|und|et|y)\s(?!a\s)\w+\s\w+", re.I)
_NEAR = 3
_PAUSE = re.compile(r"[,.;:(]")
_SEVERAL = 2
_FAR = 40


def within_career(quantity: Quantity, line: TextFacts, ground: Ground) -> bool:
    """In whole years it is counted from the dates; of experience one may tell less than there is."""
    years = quantity.value / _DAYS_PER_MONTH / 12
    least = _LEAST_OF_CAREER if _CAREER.match(line.text, quantity.end) else 1.0
    return years >= 0.08 and any(
        _counted(quantity, years, months / 12, least) for months in _months(quantity, line, ground)
    )


def _months(quantity: Quantity, line: TextFacts, ground: Ground) -> tuple[int, ...]:
    """`After six years I left X for Y`: of all that is cited, what came last was not over yet."""
    companies = [p for p in ground.pieces if p.source.field == "company"]
    for company in companies:
        if _stands_at(company, quantity, line) and (spent := ground.tenures.get(company.text)):
            return spent
    left = _AFTER.search(line.text[max(0, quantity.start - _FAR) : quantity.start])
    if not left or len(ground.months) < _SEVERAL or not any(p.facts.run in line.run for p in companies):
        return ground.months
    return tuple(sorted(ground.months)[:-1])


def _stands_at(company: Piece, quantity: Quantity, line: TextFacts) -> bool:
    """`Seven years at X`."""
    after = [t for t in line.tokens if t.start >= quantity.unit_end]
    at = next((n for n, t in enumerate(after[:_NEAR]) if t.word in _AT), None)
    named = {t.word for t in company.facts.tokens if carries(t)}
    return (
        at is not None
        and any(t.word in named for t in after[at + 1 : at + _NEAR])
        and not _PAUSE.search(line.text, quantity.unit_end, after[at].start)
    )


def _counted(quantity: Quantity, told: float, held: float, least: float) -> bool:
    if quantity.bound in UPPER:
        return _LEAST_OF_CAREER * told <= held <= told
    if quantity.bound is Bound.JUST_OVER and held > told + max(_FEW_MONTHS, _LITTLE_LONGER * told):
        return False
    if quantity.bound is Bound.NEARLY:
        return told - 1 <= held < told + 0.04
    if quantity.bound is Bound.ABOUT:
        return abs(told - held) <= max(0.5, held / 10)
    room = 0.25 if told != int(told) else 0.04
    if _AND_MONTHS.search(quantity.written):
        room = 0.1  # Who tells years and months counts them.
    if told > held + room:
        return False
    return told >= least * held or told > held - 1.05
