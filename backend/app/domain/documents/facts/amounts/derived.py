"""Amounts that follow from what the sources say: differences, shares, sums."""

import re
from collections.abc import Sequence
from itertools import combinations, pairwise

from app.domain.documents.facts.amounts.aims import follows_from_an_aim
from app.domain.documents.facts.amounts.bounds import LOWER, UPPER, Bound
from app.domain.documents.facts.amounts.changes import Change, changes
from app.domain.documents.facts.amounts.moments import Moment
from app.domain.documents.facts.amounts.quantity import Measure, Quantity
from app.domain.documents.facts.amounts.shares import as_percent, is_part, is_rest, is_share, near_share
from app.domain.documents.facts.amounts.sums import is_sum, same_head
from app.domain.documents.facts.reading.text_facts import TextFacts
from app.domain.shared.prose import word_set

_COMPARED = re.compile(
    r"\s*[^\W\d_]*\s*(?:above|below|over|under|more|less|ahead|better|fewer|mehr|weniger|\u00fcber|"
    r"unter|de plus|de moins|au-dessus|"
    r"m\u00e1s|menos|por encima|por debajo)\b",
    re.I,
)
_SETS = word_set("groups classes teams batches courses boxes packs sets rows")
_OUT_OF = re.compile(r"\s*(?:out\s+)?of\s+(?:the\s+|all\s+)?", re.I)
_EACH_OF = re.compile(r"\s*(?:groups|classes|teams|batches|courses|boxes|packs|sets|rows)\s+of\s+", re.I)
_EACH = re.compile(r"\s*(?:[^\W\d_]+\s+){0,2}(?:each|apiece|jeweils|chacun|chacune|cada\s+un[oa])\b", re.I)
_LEFT = re.compile(
    r"(?<!torno )(?<!alrededor )(?<!igual )\b(?:to|auf|\u00e0|a|al|hasta)\s+(?:[^\W\d_]+\s+){0,2}$", re.I
)
_AGAINST = re.compile(
    r"\b(?:contre|au lieu|statt|anstatt|y no|en vez|en lugar|frente a|antes|avant|auparavant|zuvor|vorher)\b",
    re.I,
)
_DIFFERENCE = re.compile(
    r"\b(?:moins|plus|gagn\w*|\u00e9conomis\w*|weniger|mehr|\w*spar\w*|k\u00fcrzer|l\u00e4nger|"
    r"schneller|um|menos|m\u00e1s|ahorr\w*|gan\w*)\b",
    re.I,
)
_AS_LONG = re.compile(
    r"\s+(?:as|so)\s+[^\W\d_]+\b|\s+of\s+(?:its|their|the)\s+(?:former|previous|original|initial|usual)\b",
    re.I,
)
_BY = re.compile(r"\bby\s+(?:[^\W\d_]+\s+){0,3}$", re.I)
_POINTS = frozenset({"point", "points", "percentage"})
_ENDS_AT = re.compile(r"\b(?:cut|down|up|fell|rose|dropped|reduced|raised|grew|went)\s+to\s+$", re.I)
_BEFORE = 30
_HALF, _WHOLE = 50, 100


def follows_from(quantity: Quantity, line: TextFacts, facts: Sequence[TextFacts]) -> bool:
    if any(quantity in (change.before, change.after) for change in changes(line)):
        return False  # Where a change began and ended is told as it was.
    if _COMPARED.match(line.text, quantity.end) and any(_is_gap(quantity, f) for f in facts):
        return True
    ends = _ENDS_AT.search(line.text[max(0, quantity.start - _BEFORE) : quantity.start]) is not None
    if _tells_an_end(quantity, line, facts):
        return False
    left = _LEFT.search(line.text[max(0, quantity.start - _BEFORE) : quantity.start]) is not None
    left = left or _AS_LONG.match(line.text, quantity.end) is not None
    by = _BY.search(line.text[max(0, quantity.start - _BEFORE) : quantity.start]) is not None
    if any(_is_change(quantity, change, left=left, ends=ends, by=by) for f in facts for change in changes(f)):
        return True
    if any(follows_from_an_aim(quantity, line, f) for f in facts):
        return True
    if any(is_share(quantity, line, f) or is_rest(quantity, line, f) or is_part(quantity, f) for f in facts):
        return True
    return is_sum(quantity, line, facts) or any(_is_product(quantity, f) for f in facts)


def _tells_an_end(q: Quantity, line: TextFacts, facts: Sequence[TextFacts]) -> bool:
    """`Deux jours, contre cinq`, of what went from five to three: two is no end of it, and no difference."""
    around = line.text[max(0, q.start - _BEFORE) : q.end + _BEFORE]
    if q.measure is not Measure.TIME or not _AGAINST.search(line.text) or _DIFFERENCE.search(around):
        return False
    ends = {e.bare for f in facts for c in changes(f) for e in (c.before, c.after)}
    return any(o.bare in ends for o in line.quantities if o is not q)


def tells_of_most(facts: TextFacts) -> bool:
    """`8 of 9`, `62% of`, `two thirds of`: more than half, and not all."""
    if any(q.measure is Measure.PERCENT and _HALF < q.value < _WHOLE for q in facts.quantities):
        return True
    if any(q.measure is Measure.FACTOR and _HALF < _WHOLE * q.value < _WHOLE for q in facts.quantities):
        return True
    return any(
        _OUT_OF.fullmatch(facts.text[a.end : b.start]) and b.value / 2 < a.value < b.value
        for a, b in pairwise(facts.quantities)
        if a.measure is b.measure is Measure.COUNT
    )


def tells_by_year(facts: TextFacts) -> bool:
    """`From 64 in 2018 to 23 in 2020`: both are of a year."""
    years = {d.what.year for d in facts.dates if isinstance(d.what, Moment) and d.what.month is None}
    return len(years) > 1 and any(changes(facts))


def _is_product(q: Quantity, facts: TextFacts) -> bool:
    """`6 groups of 12 refugees` are 72 refugees; so are `6 trips for 12 refugees each`."""
    return q.measure is Measure.COUNT and any(
        (_EACH_OF.fullmatch(facts.text[a.end : b.start]) or _EACH.match(facts.text, b.end))
        and a.value * b.value == q.value
        and (same_head(q, b) or not set(b.head) - _SETS)
        for a, b in pairwise(facts.quantities)
        if a.measure is b.measure is Measure.COUNT
    )


def _is_gap(q: Quantity, facts: TextFacts) -> bool:
    """Between two amounts of one passage, where the line compares them."""
    alike = [k for k in facts.quantities if k.measure is q.measure and k.currency == q.currency]
    return any(
        abs(abs(a.value - b.value) - q.value) <= 1e-6 * max(a.value, b.value)
        for a, b in combinations(alike, 2)
    )


def _is_change(q: Quantity, change: Change, *, left: bool, ends: bool, by: bool) -> bool:
    """`left`: it tells what remained, as in `to a third`, `by`: what went; `ends`: where it ended."""
    was, now = change.before.value, change.after.value
    apart = abs(now - was)
    if q.currency and q.currency != change.after.currency:
        return False
    if q.measure is change.after.measure and q.measure is not Measure.PERCENT:
        if ends:
            return False
        return abs(q.value - apart) <= 1e-6 * apart
    if q.measure is Measure.PERCENT:
        scores = change.after.measure is Measure.COUNT and not change.after.head and q.unit in _POINTS
        points = (scores or change.after.measure is Measure.PERCENT) and abs(q.value - apart) <= 1e-6
        share = 100 * apart / was if was else 0.0
        if _POINTS & {q.unit, *q.head}:
            return points
        return points or near_share(q, share)
    if q.measure is Measure.FACTOR and was and now:
        if q.value < 1 and near_share(q._replace(value=100 * q.value), 100 * apart / was):
            return True
        if q.value < 1 and by:
            return False
        if q.value < 1 and not left and as_percent(q) != _HALF:
            return False
        return any(_is_factor(q, ratio) for ratio in (now / was, was / now))
    return False


def _is_factor(q: Quantity, ratio: float) -> bool:
    if q.bound in LOWER:
        return q.value <= ratio <= 1.3 * q.value
    if q.bound in UPPER:
        return 0.7 * q.value <= ratio <= q.value
    if q.bound in (Bound.NEARLY, Bound.ABOUT):
        return 0.9 * q.value <= ratio < q.value
    return abs(q.value - ratio) < 0.06
