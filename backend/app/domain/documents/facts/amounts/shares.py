"""Shares that follow from two amounts, and what is left of a whole."""

import re
from collections.abc import Iterator
from itertools import combinations, pairwise

from app.domain.documents.facts.amounts.bounds import LOWER, Bound
from app.domain.documents.facts.amounts.changes import changes
from app.domain.documents.facts.amounts.number_signs import AGAINST
from app.domain.documents.facts.amounts.quantity import Measure, Quantity
from app.domain.documents.facts.reading.text_facts import TextFacts
from app.domain.documents.facts.words.wordings import claimed_by

_POINTS = 0.6
_IN_WORDS = 1.0
"""`Two fifths`, of 41 percent."""
_WHOLE = 100.0
_TWO = 2
_MOST_ABOVE = 5.0
_OUT_OF = re.compile(
    r"\s*(?:[^\W\d_]+\s+){0,3}?(?:out\s+of|of\s+every|in\s+every|in|of|sur|von|de\s+cada|de|aus)\s+"
    r"(?:the\s+|my\s+|our\s+|den\s+|mes\s+|les\s+|los\s+|las\s+|mis\s+|all\s+)?",
    re.I,
)
_AMONG = re.compile(
    r"\b(?:of\s+(?:whom|which|them|these|those|the)|out\s+of|of|davon|von\s+denen|darunter|dont|parmi|"
    r"de\s+(?:los|las)\s+(?:que|cuales)|de\s+ell[oa]s|sur)\b",
    re.I,
)
_REST = re.compile(
    r"\b(?:remaining|rest|left|leaving|all\s+(?:but|except|bar)|except|others?|still|only|not|without|initial|original|former|previous|un\w{4,}|"
    r"\u00fcbrig\w*|restlich\w*|verbleib\w*|noch|urspr\u00fcnglich\w*|nicht|restant\w*|reste\w*|ne|non|"
    r"initial\w*|"
    r"sin|quedar\w*|quedan|restantes?|inicial\w*|plus\s+que)\b",
    re.I,
)
_ONE_IN = re.compile(r"\bone\s+(?:[^\W\d_]+\s+)?(?:in|out\s+of|of|of\s+every|in\s+every)\s+$", re.I)
_BEFORE = 30
_OTHERS = re.compile(
    r"\s*(?:other|others|more|further|additional|weitere\w*|andere\w*|autres?|otr[oa]s|m\u00e1s)\b", re.I
)
_AND = re.compile(r"\b(?:and|with|und|mit|et|avec|y|con)\s+$", re.I)
_WITH = re.compile(
    r"\b(?:with|alongside|mit|neben|avec|con|junto\s+a)\s+(?:my\s+|meinen\s+|mes\s+|mis\s+)?$", re.I
)
_ALL = re.compile(
    r"\b(?:all|both|every|alle|allen|beide|beiden|s\u00e4mtliche|tous|toutes|tou(?:te)?s\s+(?:les\s+)?deux|"
    r"todos|todas|"
    r"amb[oa]s)\b",
    re.I,
)
_CREW = re.compile(r"team|crew|kopfig|equipe|equipo|gruppe|trupp|squad|party|brigade|cuadrilla")


def near_share(q: Quantity, share: float) -> bool:
    """A share is told in whole points; `more than`, `nearly` and `about` leave a little more room."""
    apart = share - q.value
    if q.bound in LOWER:
        return -1e-6 <= apart <= max(2.0, share / 5)
    if q.bound is Bound.NEARLY:
        return -share / 10 <= apart < 0
    if q.bound is Bound.ABOUT:
        return abs(apart) <= max(1.0, share / 10)
    return abs(apart) <= (_IN_WORDS if q.measure is Measure.FACTOR else _POINTS)


def as_percent(q: Quantity) -> float | None:
    """`Halved` is half, and by 50%; `three times as much` is 200% more."""
    if q.measure is Measure.PERCENT:
        return q.value
    if q.measure is not Measure.FACTOR:
        return None
    return _WHOLE * q.value if q.value < 1 else _WHOLE * (q.value - 1)


def is_share(q: Quantity, line: TextFacts, facts: TextFacts) -> bool:
    """`Over 80%`, of 198,000 and 240,000; `nine in ten`, of 92%."""
    told = _WHOLE * q.value if q.measure is Measure.FACTOR and q.value < 1 else q.value
    if q.measure is Measure.COUNT:
        pair = next((p for p in _ratios(line) if q in p), None)
        if pair is None:
            one_in = _ONE_IN.search(line.text[max(0, q.start - _BEFORE) : q.start]) and q.value > 1
            return bool(one_in) and any(
                _tells(q.bound, _WHOLE / q.value, each) for each in _known_shares(facts)
            )
        told, q = _WHOLE * pair[0].value / pair[1].value, pair[0]
        return any(_tells(q.bound, told, each) for each in _known_shares(facts))
    if q.measure is not Measure.PERCENT and not (q.measure is Measure.FACTOR and q.value < 1):
        return False
    if told == _WHOLE:
        return _ALL.search(facts.text) is not None
    return any(_tells(q.bound, told, _WHOLE * x.value / y.value) for x, y in _parts(facts))


def _ratios(facts: TextFacts) -> Iterator[tuple[Quantity, Quantity]]:
    for a, b in pairwise(facts.quantities):
        counts = a.measure is b.measure is Measure.COUNT and 0 < a.value < b.value
        if counts and _OUT_OF.fullmatch(facts.text[a.end : b.start]):
            yield a, b


def _known_shares(facts: TextFacts) -> Iterator[float]:
    for q in facts.quantities:
        if q.measure is Measure.PERCENT or (q.measure is Measure.FACTOR and q.value < 1):
            yield q.value if q.measure is Measure.PERCENT else _WHOLE * q.value
    yield from (_WHOLE * x.value / y.value for x, y in _parts(facts))


def _tells(bound: Bound, told: float, share: float) -> bool:
    apart = share - told
    if bound in LOWER:
        return -1e-6 <= apart <= _MOST_ABOVE
    if bound is Bound.NEARLY:
        return -_MOST_ABOVE <= apart < _POINTS
    if bound is Bound.ABOUT:
        return abs(apart) <= _MOST_ABOVE / 2
    return abs(apart) <= _POINTS


def _parts(facts: TextFacts) -> Iterator[tuple[Quantity, Quantity]]:
    """Amounts of which the smaller is part of the larger, and not what came of it."""
    if len(facts.quantities) < _TWO:
        return
    changed = [{c.before, c.after} for c in changes(facts)]
    for a, b in combinations(facts.quantities, 2):
        if a.measure is not b.measure or a.currency != b.currency or {a, b} in changed:
            continue
        if AGAINST.search(facts.text[a.end : b.start]):
            continue  # A goal is no part of what was reached, nor the reverse.
        x, y = sorted((a, b), key=lambda q: q.value)
        among = a.measure is Measure.COUNT and _AMONG.search(facts.text, a.end, b.unit_end + 16)
        if 0 < x.value < y.value and (among or a.measure is Measure.MONEY):
            yield x, y


def is_part(q: Quantity, facts: TextFacts) -> bool:
    """`Six of them`, of 12 of which half were so."""
    if q.measure is not Measure.COUNT or q.bound not in (Bound.EXACT, Bound.ABOUT):
        return False
    return any(
        abs(whole.value * (as_percent(part) or 0.0) / _WHOLE - q.value)
        <= (0.1 * q.value if q.bound is Bound.ABOUT else 1e-6)
        for whole, part in pairwise(facts.quantities)
        if whole.measure is Measure.COUNT
        and (part.measure is Measure.PERCENT or (part.measure is Measure.FACTOR and part.value < 1))
        and _AMONG.search(facts.text, whole.end, part.unit_end + 16)
    )


def is_rest(q: Quantity, line: TextFacts, facts: TextFacts) -> bool:
    """`8% were not`, of 92%; `27 others`, of 28; three colleagues, of a team of four."""
    if q.measure is Measure.PERCENT and any(
        k.measure is Measure.PERCENT and abs(_WHOLE - k.value - q.value) < _POINTS for k in facts.quantities
    ):
        return _REST.search(line.text) is not None
    if q.measure is not Measure.COUNT or q.bound is not Bound.EXACT:
        return False
    for x, y in _parts(facts):
        beside = any(k.value == x.value and k.measure is x.measure for k in line.quantities if k is not q)
        if y.value - x.value == q.value and (beside or _REST.search(line.text)):
            return _AMONG.search(facts.text) is not None
    return any(_but_one(q, k, line, facts) for k in facts.quantities if k.measure is Measure.COUNT)


def _but_one(q: Quantity, k: Quantity, line: TextFacts, facts: TextFacts) -> bool:
    if k.value == q.value + 1:
        mates = _WITH.search(line.text, 0, q.start) and _is_crew(k, facts)
        return bool(_OTHERS.match(line.text, q.end) or (mates and _is_mate(q)))
    others = _OTHERS.match(facts.text, k.end) and _AND.search(facts.text, 0, k.start)
    return k.value == q.value - 1 and bool(others)


def _is_mate(q: Quantity) -> bool:
    return any("noun.folk" in claimed_by(word) for word in q.head)


def _is_crew(k: Quantity, facts: TextFacts) -> bool:
    around = facts.run[max(0, k.start - 24) : k.unit_end + 12]
    return _CREW.search(around) is not None
