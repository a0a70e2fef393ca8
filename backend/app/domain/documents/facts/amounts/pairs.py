"""Two numbers that belong together: the unit of one is that of both."""

from itertools import pairwise

from app.domain.documents.facts.amounts.number_signs import (
    AGAINST,
    AND,
    BARE_BEFORE,
    BETWEEN,
    FROM,
    RANGE,
    TO,
)
from app.domain.documents.facts.amounts.quantity import Measure, Quantity

_SHARED = (Measure.PERCENT, Measure.MONEY, Measure.TIME)
"""What the first of two numbers may be for both."""
_APART = 70
"""Between two numbers that belong together."""
_BEFORE = 16


def paired(text: str, found: list[Quantity]) -> tuple[Quantity, ...]:
    """`From 34 to 29 percent`, `between six and eight weeks`: the unit of one is that of both."""
    for n, (a, b) in enumerate(pairwise(found)):
        if b.start - a.end <= _APART:
            found[n], found[n + 1] = _joined(text, a, b)
    return tuple(found)


def _joined(text: str, a: Quantity, b: Quantity) -> tuple[Quantity, Quantity]:
    between = text[a.end : b.start]
    if a.label and not b.label and not b.head and (AND.fullmatch(between) or RANGE.fullmatch(between)):
        b = b._replace(label=a.label)
    if _is_bare(b) and AGAINST.search(between):
        return a, _in_the_unit_of(b, a) if a.measure in _SHARED else b._replace(head=a.head)
    changed = TO.fullmatch(between) and FROM.search(text[max(0, a.start - _BEFORE) : a.start])
    if not changed and not _is_range(text, a, between):
        return a, b
    return _of_one_unit(a, b, changed=bool(changed))


def _of_one_unit(a: Quantity, b: Quantity, *, changed: bool) -> tuple[Quantity, Quantity]:
    bare_a, counted = _is_bare(a), b.measure is Measure.COUNT
    if bare_a and not _is_bare(b) and not counted:
        return _in_the_unit_of(a, b), b
    if counted and a.measure in _SHARED and (changed or not b.head):
        return a._replace(value=a.value * _shared_scale(a, b)), _in_the_unit_of(b, a)
    if bare_a and counted and a.measure is Measure.COUNT:
        return a._replace(head=b.head, value=a.value * _shared_scale(a, b)), b
    if a.measure is b.measure is Measure.MONEY and a.currency == b.currency:
        return a._replace(value=a.value * _shared_scale(a, b)), b
    return a, b


def _is_range(text: str, a: Quantity, between: str) -> bool:
    return bool(
        RANGE.fullmatch(between)
        or (AND.fullmatch(between) and BETWEEN.search(text[max(0, a.start - _BEFORE) : a.start]))
    )


def _shared_scale(a: Quantity, b: Quantity) -> float:
    """`From 1.2 to 1.8 million`."""
    return b.scale if a.scale == 1.0 and a.value < b.value / b.scale * 10 and b.scale > a.value else 1.0


def _is_bare(q: Quantity) -> bool:
    return q.measure is Measure.COUNT and (not q.head or bool(BARE_BEFORE & set(q.head[:1])))


def _in_the_unit_of(a: Quantity, b: Quantity) -> Quantity:
    unit = b.value / b.bare if b.bare else 1.0
    value = a.bare * unit * _shared_scale(a, b)
    return a._replace(value=value, measure=b.measure, currency=b.currency, head=b.head)
