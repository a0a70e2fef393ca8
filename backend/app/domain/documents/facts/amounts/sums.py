"""Sums of what a passage counts: `eight animals` of 5 ponies and 3 donkeys."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from app.domain.documents.facts.amounts.aims import aims
from app.domain.documents.facts.amounts.bounds import Bound
from app.domain.documents.facts.amounts.changes import changes
from app.domain.documents.facts.amounts.moments import Moment
from app.domain.documents.facts.amounts.quantity import Measure, Quantity
from app.domain.documents.facts.amounts.sameness import alike
from app.domain.documents.facts.reading.text_facts import TextFacts
from app.domain.documents.facts.words.roots import roots, roots_of
from app.domain.documents.facts.words.wordings import claimed_by, groups_of
from app.domain.shared.prose import fold, word_set

_MOST_SUMMED = 4
_CREWS = word_set("team crew squad unit group staff desk trio quartet department")
_OTHER = r"(?:[^.;:()\d]|(?:19|20)\d\d)"
_JOINED = re.compile(rf"{_OTHER}{{0,50}}(?:\band\b|,|&|\bund\b|\bet\b|\by\b|\bplus\b){_OTHER}{{0,24}}", re.I)
_BESIDE = re.compile(r"\s*(?:(?:[^\W\d_]+[\s-]){0,4}[^\W\d_]+\s?)?[,:(\u2013\u2014]\s*", re.I)
_NAMED = re.compile(r"[\s-]*((?:[^\W\d_]+[\s-]+){1,3}(?:and|und|et|y|&)\s+(?:[^\W\d_]+[\s-]*){1,2})", re.I)


def is_sum(q: Quantity, line: TextFacts, facts: Sequence[TextFacts]) -> bool:
    """Of amounts that one passage gives."""
    if q.measure not in (Measure.COUNT, Measure.MONEY):
        return False
    return any(
        _adds_up(q, line, list(_summands(f)))
        for f in facts
        if not any(aims(f)) and (not line.dates or _years(f) <= _years(line))
    )


def _years(facts: TextFacts) -> set[int]:
    """What was done in two years was not done in one of them."""
    return {d.what.year for d in facts.dates if isinstance(d.what, Moment)}


def _summands(facts: TextFacts) -> Iterator[Quantity]:
    """What a thing was before and after a change is not summed up; `12 engines and 15` are all engines."""
    ends = [end for change in changes(facts) for end in (change.before, change.after)]
    head: tuple[str, ...] = ()
    last: Quantity | None = None
    for q in facts.quantities:
        if q in ends or q.measure is Measure.NONE:
            continue
        if (
            q.measure is Measure.COUNT
            and not q.head
            and last
            and _JOINED.fullmatch(facts.text[last.end : q.start])
        ):
            q = q._replace(head=head)
        if q.measure is Measure.COUNT:
            head, last = q.head, q
        yield q


def _adds_up(q: Quantity, line: TextFacts, known: Sequence[Quantity]) -> bool:
    alike = [k for k in known if k.measure is q.measure and k.currency == q.currency][: _MOST_SUMMED + 2]
    return any(
        abs(sum(k.value for k in some) - q.value) < 1e-6 and _is_of_all(q, line, some)
        for count in range(2, min(len(alike), _MOST_SUMMED) + 1)
        for some in combinations(alike, count)
    )


def _is_of_all(q: Quantity, line: TextFacts, parts: Sequence[Quantity]) -> bool:
    """Whether what it counts is what the parts are, or the line names the parts."""
    if q.measure is not Measure.COUNT:
        return True
    if all(same_head(q, k) for k in parts):
        return True
    if q.bound is not Bound.EXACT or not all(k.head for k in parts):
        return False
    return _is_crew(q, parts) or _lists_parts(q, line, parts) or _names_parts(q, line, parts)


def same_head(a: Quantity, b: Quantity) -> bool:
    if not a.head or not b.head:
        return False
    if _generic(a) and any("noun.people" in claimed_by(w) for w in b.head):
        return True
    if any(roots(x) & roots(y) or groups_of(x) & groups_of(y) for x in a.head for y in b.head):
        return True
    return alike(a, b)


def _generic(q: Quantity) -> bool:
    return any("noun.folk" in claimed_by(word) for word in q.head)


def _is_crew(q: Quantity, parts: Sequence[Quantity]) -> bool:
    """`A team of seven`, of 5 engineers and 2 testers."""
    if not (_CREWS & set(q.head) or {"person", "strong", "member"} & {q.unit, *q.head[:1]}):
        return False
    return any("noun.people" in claimed_by(word) for k in parts for word in k.head)


def _lists_parts(q: Quantity, line: TextFacts, parts: Sequence[Quantity]) -> bool:
    """`Eight animals: 5 ponies and 3 donkeys`."""
    after = [k for k in line.quantities if k.start >= q.end][: len(parts)]
    if len(after) < len(parts) or not _BESIDE.fullmatch(line.text[q.end : after[0].start]):
        return False
    joined = all(_JOINED.fullmatch(line.text[a.end : b.start]) for a, b in pairwise(after))
    return joined and sorted(k.value for k in after) == sorted(k.value for k in parts)


def _names_parts(q: Quantity, line: TextFacts, parts: Sequence[Quantity]) -> bool:
    """`20 lifts and escalators`."""
    named = _NAMED.match(line.text, q.end)
    told = roots_of(map(fold, re.findall(r"[^\W\d_]+", named[1]))) if named else frozenset()
    return bool(told) and all(told & roots_of(k.head) for k in parts)
