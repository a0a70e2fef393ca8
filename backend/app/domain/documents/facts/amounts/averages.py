"""Averages, and what a rate comes to: `30 a month` of 360 in a year, `80 a week` of 16 a shift."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, permutations

from app.domain.documents.facts.amounts.bounds import LOWER, UPPER, Bound
from app.domain.documents.facts.amounts.changes import changes
from app.domain.documents.facts.amounts.moments import Moment, Stretch
from app.domain.documents.facts.amounts.number_signs import AND, BETWEEN, RANGE, RATES
from app.domain.documents.facts.amounts.quantity import Measure, Quantity
from app.domain.documents.facts.amounts.rhythms import TIMES_A_YEAR, YEAR
from app.domain.documents.facts.amounts.sameness import alike, converted
from app.domain.documents.facts.amounts.surroundings import singular
from app.domain.documents.facts.reading.text_facts import TextFacts

_MEAN = re.compile(
    r"\b(?:averag\w*|mean|apiece|each|typical(?:ly)?|per\s+[^\W\d_]+|durchschnitt\w*|jeweils|moyenne|chacune?|"
    r"promedio|media|cada\s+un[oa])\b",
    re.I,
)
_EACH = re.compile(r"\s*(?:[^\W\d_]+\s+){0,3}?(?:each|apiece)\b", re.I)
_TOTAL = re.compile(r"\b(?:total\w*|altogether|in\s+all|combined|overall|together|sum)\b", re.I)
_OVER = re.compile(
    r"\s*(?:[^\W\d_]+\s+){0,5}?(?:over|in|across|during|within|every|per|for|of|throughout|from)\s+", re.I
)
_IN = re.compile(r"\b(?:in|over|within|during)\s+(?:just\s+|only\s+|the\s+)?$", re.I)
_ROUND = (Bound.ABOUT, Bound.NEARLY, Bound.JUST_OVER, *LOWER, *UPPER)
_WIDE = 1.5
_BEFORE = 16


@dataclass(frozen=True, slots=True)
class _Result:
    """What two amounts come to."""

    value: float
    of: Quantity
    rate: str = ""


def comes_to(q: Quantity, line: TextFacts, facts: TextFacts) -> bool:
    """Whether it is an average, a sum over a time, or one end of a range around either."""
    if q.measure not in (Measure.COUNT, Measure.MONEY, Measure.TIME) or q.value <= 0:
        return False
    mean = _MEAN.search(line.text) is not None
    if mean and any(_near(q, each.value) and _alike(q, each.of) for each in _quotients(facts)):
        return True
    if q.measure is Measure.TIME:
        return _is_length_of_sum(q, line, facts)
    if (mean or q.bound in _ROUND) and any(_near(q, each.value) for each in _spread(q, facts)):
        return True
    if q.rate in TIMES_A_YEAR and any(_near(q, each.value) for each in _by_length(q, facts)):
        return True
    if any(_near(q, each.value) for each in _products(q, line, facts)):
        return True
    return any(_holds(pair, q, line, facts) for pair in _ranges(line) if q in pair)


def is_sum_told_of_each(q: Quantity, line: TextFacts, facts: TextFacts) -> bool:
    """`$36,000 each`, of $36,000 in total."""
    return bool(_EACH.match(line.text, q.end) and not _MEAN.search(facts.text) and _TOTAL.search(facts.text))


def _quotients(facts: TextFacts) -> Iterator[_Result]:
    for whole, parts in permutations(facts.quantities, 2):
        if (
            parts.measure is Measure.COUNT
            and 1 < parts.value < whole.value
            and not (whole.rate or parts.rate)
        ):
            yield _Result(whole.value / parts.value, whole)


def _spread(q: Quantity, facts: TextFacts) -> Iterator[_Result]:
    """Of what a passage says of one year, or of a length of time, by the month or week."""
    if q.rate in TIMES_A_YEAR:
        yield from _by_length(q, facts)
    years = [d for d in facts.dates if isinstance(d.what, Moment) and d.what.month is None]
    if not q.rate or len(facts.dates) != 1 or len(years) != 1:
        return
    for known in facts.quantities:
        if known.measure is q.measure and not known.rate and _alike(q, known):
            for each in converted(known._replace(rate="year"), q.rate):
                yield _Result(each.value, known)


def _by_length(q: Quantity, facts: TextFacts) -> Iterator[_Result]:
    """`180 a month`, of 900 in five months; four or five a year, of 14 between 2016 and 2019."""
    days = YEAR / TIMES_A_YEAR[q.rate]
    lasted = [
        t.value
        for t in facts.quantities
        if t.measure is Measure.TIME and not t.rate and _IN.search(facts.text[: t.start][-_BEFORE:])
    ]
    spans = [d.what for d in facts.dates if isinstance(d.what, Stretch) and d.what.end]
    lasted += [
        (s.end.year - s.start.year) * YEAR for s in spans if s.end and not (s.start.month or s.end.month)
    ]
    for known in facts.quantities:
        if known.measure is q.measure and not known.rate and _alike(q, known):
            yield from (_Result(known.value * days / each, known) for each in lasted if each > days)


def _products(q: Quantity, line: TextFacts, facts: TextFacts) -> Iterator[_Result]:
    for known in facts.quantities:
        if not known.rate or known.measure is not q.measure or not _alike(q, known):
            continue
        for times in _times(q, known.rate, line.quantities, line.text):
            yield _Result(known.value * times.bare, known)
        for times in facts.quantities:
            if times is not known and _period(times) == known.rate and q.rate in ("", times.rate):
                yield _Result(known.value * times.bare, known)


def _times(q: Quantity, rate: str, told: Sequence[Quantity], text: str) -> Iterator[Quantity]:
    """For how many of those times the line tells it: `over five days`."""
    after = [t for t in told if t.start >= q.end and t is not q]
    for times in after[:1]:
        if _period(times) == rate and _OVER.fullmatch(text[q.end : times.start]):
            yield times


def _is_length_of_sum(q: Quantity, line: TextFacts, facts: TextFacts) -> bool:
    """`300 over five days`, of 60 a day: the five days are those that the sum is over."""
    for a, b in pairwise(line.quantities):
        if b == q and _OVER.fullmatch(line.text[a.end : b.start]):
            rated = (
                k for k in facts.quantities if k.rate and k.rate == _period(q) and k.measure is a.measure
            )
            return any(_near(a, k.value * q.bare) and _alike(a, k) for k in rated)
    return False


def _period(q: Quantity) -> str:
    word = q.unit if q.measure is Measure.TIME else (q.head[0] if q.head else "")
    return RATES.get(singular(word), "")


def _ranges(line: TextFacts) -> Iterator[tuple[Quantity, Quantity]]:
    changed = [change.before for change in changes(line)]
    for a, b in pairwise(line.quantities):
        between = line.text[a.end : b.start] if a not in changed else ""
        both = AND.fullmatch(between) and BETWEEN.search(line.text[max(0, a.start - _BEFORE) : a.start])
        if a.measure is b.measure and 0 < a.value < b.value and (RANGE.fullmatch(between) or both):
            yield a, b


def _holds(pair: tuple[Quantity, Quantity], q: Quantity, line: TextFacts, facts: TextFacts) -> bool:
    """Whether a known amount lies in a range that is not too wide."""
    low, high = pair
    if high.value - low.value > 1 and high.value > _WIDE * low.value:
        return False
    rate = high.rate or low.rate
    ends = [end for each in _ranges(facts) for end in each]
    for known in facts.quantities:
        if known in ends or known.measure is not q.measure or not _alike(high, known) or known.bound in UPPER:
            continue
        same = known.rate == rate or not rate
        values = [known.value] if same else [c.value for c in converted(known, rate)]
        if any(low.value <= value <= high.value for value in values):
            return True
    return any(low.value <= each.value <= high.value for each in _spread(high, facts))


def _alike(q: Quantity, known: Quantity) -> bool:
    if q.measure is not known.measure or q.currency != known.currency:
        return False
    return q.measure is not Measure.COUNT or not q.head or not known.head or alike(q, known)


def _near(q: Quantity, value: float) -> bool:
    if q.bound is Bound.JUST_OVER:
        return q.value < value <= 1.15 * q.value
    if q.bound in LOWER:
        return q.value <= value <= _WIDE * q.value
    if q.bound is Bound.NEARLY:
        return 0.88 * q.value <= value < q.value
    if q.bound in UPPER:
        return q.value / _WIDE <= value <= q.value
    if q.bound is Bound.ABOUT:
        return abs(q.value - value) <= 0.1 * value
    return abs(q.value - value) <= max(0.5 if value >= 20 else 0.0, 0.015 * value)
