"""Which of one list is which of another."""

import re
from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Collection, Hashable, Sequence

from app.domain.documents.content import Line

Pairs = dict[int, int]
"""From the index in the earlier list to that in the later."""
_ALIKE = 0.5
"""Of the words of both, the share that both have: from here on it is the same line, reworded."""
_SAME_SOURCE = 0.2
"""What a source in common counts."""
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
"""Of a script without spaces, each character."""


def pair(pairs: Pairs, before: Sequence[Hashable | None], after: Sequence[Hashable | None]) -> Pairs:
    """With what is left paired by key, in order where several have the same. None has no like."""
    taken = set(pairs.values())
    waiting: defaultdict[Hashable, deque[int]] = defaultdict(deque)
    for n, key in enumerate(after):
        if key is not None and n not in taken:
            waiting[key].append(n)
    found = dict(pairs)
    for n, key in enumerate(before):
        if n not in found and key is not None and waiting.get(key):
            found[n] = waiting[key].popleft()
    return found


def pair_alike(before: Sequence[tuple[int, Line]], after: Sequence[tuple[int, Line]]) -> Pairs:
    """Lines that were reworded: the most alike first."""
    new = [(n, line, _words(line)) for n, line in after]
    scores = [
        (-score, old, n)
        for old, line in before
        if (words := _words(line))
        for n, other, others in new
        if (score := _likeness(words, others, line, other)) >= _ALIKE
    ]
    found: Pairs = {}
    taken: set[int] = set()
    for _, old, n in sorted(scores):
        if old not in found and n not in taken:
            found[old] = n
            taken.add(n)
    return found


def out_of_order(pairs: Pairs) -> Collection[int]:
    """The fewest that must have moved for the others to stand as they stood: their indices in the earlier."""
    old = sorted(pairs)
    ends: list[int] = []
    """For each length, the least new index that a run in order of that length can end with."""
    length = []
    for each in old:
        at = bisect_left(ends, pairs[each])
        ends[at : at + 1] = [pairs[each]]
        length.append(at + 1)
    stay: set[int] = set()
    wanted = len(ends)
    last = None
    for each, run in zip(reversed(old), reversed(length), strict=True):
        if run == wanted and (last is None or pairs[each] < last):
            stay.add(each)
            wanted, last = wanted - 1, pairs[each]
    return set(old) - stay


def _likeness(words: frozenset[str], others: frozenset[str], line: Line, other: Line) -> float:
    shared = 2 * len(words & others) / (len(words) + len(others))
    return shared + (_SAME_SOURCE if shared and not set(line.sources).isdisjoint(other.sources) else 0)


def _words(line: Line) -> frozenset[str]:
    return frozenset(_WORD.findall(line.text.casefold()))
