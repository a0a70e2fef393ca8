"""The kinds of work that words speak of, whatever the titles are: `patients` of healthcare."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from math import log, sqrt

from app.domain.generation.tables import rows
from app.domain.shared.prose import stem

Shares = Mapping[str, float]
_DIGITS = 4


@cache
def _table() -> Mapping[str, tuple[tuple[str, float], ...]]:
    """For each stem, what it says for each kind: its share there, by how few kinds it belongs to."""
    told: dict[str, dict[str, float]] = defaultdict(dict)
    for kind, parts in rows("kinds_of_work"):
        for part in parts:
            word, _, thousandths = part.rpartition(" ")
            told[stem(word)][kind] = float(thousandths)
    return {root: _telling(kinds) for root, kinds in told.items()}


def _telling(often: Mapping[str, float]) -> tuple[tuple[str, float], ...]:
    """A word of one kind alone counts in full, and one of all kinds alike for nothing."""
    whole = sum(often.values())
    shares = {kind: each / whole for kind, each in often.items()}
    unsure = -sum(share * log(share) for share in shares.values()) / log(len(rows("kinds_of_work")))
    return tuple((kind, share * (1 - unsure)) for kind, share in shares.items())


def tells(root: str) -> bool:
    """Whether the stem says anything of the kind of work."""
    return root in _table()


def kinds_of(weights: Mapping[str, float]) -> Shares:
    """How much stems, by their weights, speak of each kind; together 1, or nothing."""
    said = {kind: 0.0 for kind, _ in rows("kinds_of_work")}
    for root in sorted(weights):
        for kind, share in _table().get(root, ()):
            said[kind] += weights[root] * share
    return _of_whole(said)


def above_mean(shares: Shares) -> Shares:
    """What is spoken of each kind more than of all on average."""
    mean = sum(shares.values()) / len(rows("kinds_of_work"))
    return _of_whole({kind: share - mean for kind, share in shares.items() if share > mean})


def _of_whole(said: Mapping[str, float]) -> Shares:
    whole = sum(said.values())
    shares = {kind: round(each / whole, _DIGITS) for kind, each in said.items() if each}
    return {kind: share for kind, share in shares.items() if share}


def cosine(asked: Shares, held: Shares) -> float:
    both = sum(share * held.get(kind, 0.0) for kind, share in asked.items())
    sizes = sqrt(sum(s * s for s in asked.values())) * sqrt(sum(s * s for s in held.values()))
    return both / sizes if sizes else 0.0
