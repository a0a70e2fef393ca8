"""The words that are a posting's own: what it speaks of, beside the skills that have a name."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from app.domain.generation.tables import rows
from app.domain.shared.prose import FUNCTION_WORDS, POSTING_WORDS, stem, word_set, words
from app.domain.shared.skills import mentions

_MOST_TERMS = 240
_LONGEST_TEXT = 40_000
_COMMON = 0.1
_PAIR = 0.4
_LEAST_LETTERS = 2
_EMPTY = word_set(
    "above again already although always another any anyone anything because cannot either else enough "
    "even ever everyone everything few furthermore further hence here hereby herein however instead "
    "itself let lot many maybe much myself neither never next none nothing now often once onto "
    "otherwise ourselves own perhaps quite rather regarding several since some someone something soon "
    "still such therefore though thus together upon usually whether whereas yet yourself thereof hereof "
    "auch bereits damit dabei dass durch etwa jede jeder jedes mehr noch nur oder sehr somit sowie "
    "sowohl unserem unseren unserer wenn werden wie aussi afin ainsi comme chez donc dont entre lors "
    "plus toute toutes tous tout además cada cuando donde entre hasta más todo todos toda todas alla "
    "andra bland där då eller efter genom hos inom mellan mot mycket när samt under utan vilka vilken"
)
"""Words that say nothing by themselves, beside those that are dropped everywhere."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word by its stem, or two that follow each other, and how much the posting leans on it."""

    term: str
    weight: float
    written: str = ""
    """The way the posting writes it where it matters most."""

    @property
    def as_written(self) -> str:
        return self.written or self.term


@cache
def common_stems() -> frozenset[str]:
    """Of the words that every trade uses."""
    listed = (word for line, _ in rows("common_words") for word in words(line))
    return frozenset(stem(word) for word in (*listed, *POSTING_WORDS, *FUNCTION_WORDS))


def is_common(root: str) -> bool:
    return root in common_stems()


def in_usual_names(text: str) -> str:
    """A skill counts by its usual name, whatever the posting calls it."""
    for found in reversed(mentions(text)):
        text = f"{text[: found.start]}{found.name}{text[found.end :]}"
    return text


def runs_beside(text: str, left_out: Iterable[tuple[int, int]]) -> tuple[tuple[str, ...], ...]:
    """The stems of a text in order, without function words and what is left out, cut where that stood."""
    return tuple(tuple(map(stem, run)) for run in _words_beside(text, left_out))


def _words_beside(text: str, left_out: Iterable[tuple[int, int]]) -> Iterator[tuple[str, ...]]:
    at = 0
    for start, end in sorted(left_out):
        yield from _runs(text[at:start])
        at = max(at, end)
    yield from _runs(text[at:])


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    run: list[str] = []
    for word in words(text):
        if word in FUNCTION_WORDS or word in POSTING_WORDS or word in _EMPTY or word.isdigit():
            if run:
                yield tuple(run)
            run = []
        elif len(word) >= _LEAST_LETTERS and not word[0].isdigit():
            run.append(word)
    if run:
        yield tuple(run)


def terms_in(runs: Iterable[Sequence[str]]) -> Iterator[str]:
    """Every word, and every two that stand side by side."""
    for run in runs:
        yield from run
        yield from (f"{one} {other}" for one, other in pairwise(run))


def vocabulary_of(said: Iterable[tuple[str, float]]) -> tuple[Term, ...]:
    """From texts, each with how much it matters; the heaviest terms first."""
    heard: dict[str, list[float]] = {}
    written: dict[str, tuple[float, str]] = {}
    for text, worth in said:
        text = text[:_LONGEST_TEXT]
        named = ((found.start, found.end) for found in mentions(text))
        for said_so in terms_in(_words_beside(text, named)):
            term = " ".join(map(stem, said_so.split()))
            heard.setdefault(term, []).append(worth)
            written[term] = max(written.get(term, (worth, said_so)), (worth, said_so), key=lambda way: way[0])
    found = [Term(term, _weight(term, worths), written[term][1]) for term, worths in heard.items()]
    return tuple(sorted(found, key=lambda t: (-t.weight, t.term))[:_MOST_TERMS])


def _weight(term: str, worths: list[float]) -> float:
    """Said again it matters more, though each time by half of the time before."""
    repeated = sum(worth * 0.5**n for n, worth in enumerate(sorted(worths, reverse=True)[:8]))
    one, _, other = term.partition(" ")
    if other:
        rarity = _COMMON if is_common(one) and is_common(other) else _PAIR
    else:
        rarity = _COMMON if is_common(one) else 1.0
    return float(round(repeated * rarity, 3))
