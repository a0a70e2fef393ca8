"""Which of the cited items a clause is about: facts may not wander from one item to another."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from app.domain.documents.content import Source, SourceKind
from app.domain.documents.facts.reading.clauses import clause_at
from app.domain.documents.facts.reading.text_facts import TextFacts, Token
from app.domain.documents.facts.sources.ground import NAMING, Ground
from app.domain.documents.facts.words.roots import roots
from app.domain.documents.facts.words.wordings import claimed_by, groups_of, is_style
from app.domain.shared.prose import FUNCTION_WORDS

_ENOUGH = 2
"""Words of content that tell what a clause is about."""
_LISTED = frozenset({SourceKind.SKILL})


def carries(token: Token) -> bool:
    return _weighs(token.word)


@lru_cache(maxsize=1 << 15)
def _weighs(word: str) -> bool:
    return not (word in FUNCTION_WORDS or word.isdigit() or is_style(word))


@dataclass(frozen=True, slots=True)
class Home:
    """How much of a clause each cited item speaks of."""

    scores: dict[object, int]
    best: int

    def holds(self, source: Source) -> bool:
        """What a list or a heading names may be said of all that stands under it."""
        if source.kind in _LISTED or source.field in NAMING or self.best <= 1:
            return True
        return 2 * self.scores.get(key_of(source), 0) >= self.best


def key_of(source: Source) -> object:
    """An item speaks as one; of the person, each field by itself."""
    if source.kind is not SourceKind.PROFILE:
        return source.id
    return (source.id, ".".join((source.field or "").split(".")[:3]))


def home_of(line: TextFacts, ground: Ground, place: int, *, but: str = "") -> Home:
    """Of the clause around a place; one that says little, and not of one item alone, with those before it.

    `but`: without words that claim this.
    """
    tokens = [t for t in _around(line, place) if not but or but not in claimed_by(t.word)]
    scores = _scores(tokens, ground)
    if len(scores) > 1:
        start, end = clause_at(line.clauses, place)
        nearer = _scores([t for t in tokens if start <= t.start < end], ground)
        if sum(bool(score) for score in nearer.values()) == 1:
            scores = nearer
    return Home(scores, max(scores.values(), default=0))


def _scores(tokens: list[Token], ground: Ground) -> dict[object, int]:
    return {
        key: sum(spoken_of(t, known, groups) for t in tokens)
        for key, (known, groups) in ground.by_item(key_of).items()
    }


def spoken_of(token: Token, known: frozenset[str], groups: frozenset[int]) -> bool:
    return bool(roots(token.word) & known or groups_of(token.word) & groups)


def _around(line: TextFacts, place: int) -> list[Token]:
    at = max((n for n, part in enumerate(line.clauses) if part[0] <= place), default=0)
    told: list[Token] = []
    for start, end in reversed(line.clauses[: at + 1]):
        told += [t for t in line.tokens if start <= t.start < end and carries(t) and not t.denied]
        if len(told) >= _ENOUGH:
            break
    return told


def nearest(line: TextFacts, ground: Ground, place: int) -> Source | None:
    """The passage that shares most with the clause; else the first that is cited."""
    tokens = _around(line, place)
    shared: Iterable[tuple[int, int, Source]] = (
        (sum(spoken_of(t, p.facts.roots, p.facts.groups) for t in tokens), -n, p.source)
        for n, p in enumerate(ground.pieces)
    )
    return max(shared, key=lambda s: s[:2], default=(0, 0, None))[2]
