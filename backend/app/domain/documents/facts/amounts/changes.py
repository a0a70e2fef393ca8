"""Changes from one amount to another, as a text tells them."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from app.domain.documents.facts.amounts.number_signs import FROM, TO
from app.domain.documents.facts.amounts.quantity import Quantity
from app.domain.documents.facts.reading.text_facts import TextFacts

_BEFORE = 16
_TWO = 2


@dataclass(frozen=True, slots=True)
class Change:
    """From one amount to another."""

    before: Quantity
    after: Quantity


def changes(facts: TextFacts) -> Iterator[Change]:
    if len(facts.quantities) < _TWO:
        return
    for a, b in pairwise(facts.quantities):
        joined = a.measure is b.measure and TO.fullmatch(facts.text[a.end : b.start])
        if joined and FROM.search(facts.text[max(0, a.start - _BEFORE) : a.start]):
            yield Change(a, b)
