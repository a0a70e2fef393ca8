"""Words that may be exchanged for each other without claiming more, and words that claim.

The tables lie in `vocabulary/`, a line a group; its columns are English, German, French and Spanish:

    lead led head | leiten leitete | diriger mener | dirigir liderar

Any word of a line may stand for any other, in whatever language. In `general.txt`, as
`vehicle vehicles < car van lorry`, what stands left may be said where a source has what stands right, and
not the other way round; with `<<` it comes along with it, but is not counted as it. `style.txt` holds
words that say nothing about anybody, `claims.txt` words that claim a rank, a scope, a level:
`name: words | ...`. `_` joins a phrase, a closing `*` stands for any ending, and an opening one for any
beginning.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from app.domain.documents.facts.words.roots import roots
from app.domain.documents.facts.words.tables import lines
from app.domain.shared.prose import fold

_GROUPS = ("deeds.txt", "things.txt", "qualities.txt", "english.txt", "places.txt")
_GENERAL = "general.txt"


@dataclass(frozen=True, slots=True)
class _Groups:
    """By the roots of their words, and by the first two words of their phrases."""

    words: dict[str, frozenset[int]]
    phrases: dict[str, tuple[tuple[str, str, frozenset[int]], ...]]
    """With spaces around, and without."""


def _numbered(lists: Iterable[Iterable[str]]) -> _Groups:
    words: dict[str, set[int]] = {}
    phrases: dict[str, set[int]] = {}
    for n, listed in enumerate(lists):
        for each in listed:
            phrase = each.replace("_", " ").replace("-", " ")
            if phrase != each:
                phrases.setdefault(phrase, set()).add(n)
            for root in roots(each) if "_" not in each else ():
                words.setdefault(root, set()).add(n)
    by_first: dict[str, list[tuple[str, str, frozenset[int]]]] = {}
    for phrase, numbers in phrases.items():
        by_first.setdefault(" ".join(phrase.split()[:2]), []).append(
            (f" {phrase} ", phrase, frozenset(numbers))
        )
    return _Groups(
        {root: frozenset(numbers) for root, numbers in words.items()},
        {first: tuple(known) for first, known in by_first.items()},
    )


@cache
def _groups() -> _Groups:
    return _numbered(fold(line.replace("|", " ")).split() for name in _GROUPS for line in lines(name))


@cache
def _generalities() -> tuple[_Groups, _Groups]:
    """What is more general, and what is more special, under the same numbers."""
    pairs = [fold(line).replace("<<", "<").partition("<") for line in lines(_GENERAL)]
    return _numbered(p[0].split() for p in pairs), _numbered(p[2].split() for p in pairs)


@lru_cache(maxsize=1 << 15)
def groups_of(word: str) -> frozenset[int]:
    """The groups of words that say the same as a folded word, by number."""
    return _of_word(word, _groups())


@cache
def kinds_of_things() -> frozenset[int]:
    """The lines of `general.txt` whose left may be counted as their right is."""
    return frozenset(n for n, line in enumerate(lines(_GENERAL)) if "<<" not in line)


@lru_cache(maxsize=1 << 15)
def generals_of(word: str) -> frozenset[int]:
    """The lines of `general.txt` that a folded word is the more general part of."""
    return _of_word(word, _generalities()[0])


@lru_cache(maxsize=1 << 15)
def specials_of(word: str) -> frozenset[int]:
    """The lines of `general.txt` that a folded word is the more special part of."""
    return _of_word(word, _generalities()[1])


def _of_word(word: str, table: _Groups) -> frozenset[int]:
    return frozenset(n for root in roots(word) for n in table.words.get(root, ()))


def phrases_in(run: str) -> tuple[tuple[str, frozenset[int]], ...]:
    """The phrases of a run of words that stand for one word, and their groups."""
    table = _groups().phrases
    begun = [each for each in pairs_in(run) if each in table]
    return tuple(
        (phrase, numbers) for each in begun for spaced, phrase, numbers in table[each] if spaced in run
    )


@cache
def _idle() -> dict[str, tuple[str, ...]]:
    """Phrases that say nothing about anybody, by their first two words."""
    found: dict[str, list[str]] = {}
    for each in fold(" ".join(lines("idle_en.txt"))).split():
        phrase = each.replace("_", " ")
        found.setdefault(" ".join(phrase.split()[:2]), []).append(phrase)
    return {first: tuple(known) for first, known in found.items()}


def idle_in(run: str) -> tuple[str, ...]:
    """The phrases of a run of words that say nothing: `to the tune of`."""
    begun = (_idle().get(each, ()) for each in pairs_in(run))
    return tuple(phrase for known in begun for phrase in known if f" {phrase} " in run)


@lru_cache(maxsize=1 << 8)
def pairs_in(run: str) -> tuple[str, ...]:
    """Each word with the next, in order: what phrases begin with."""
    words = run.split()
    return tuple(dict.fromkeys(map(" ".join, pairwise(words))))


def groups_in(words: Iterable[str]) -> frozenset[int]:
    return frozenset().union(*map(groups_of, words))


@cache
def _style() -> tuple[frozenset[str], frozenset[str]]:
    said = [word for line in lines("style.txt") for word in fold(line.replace("|", " ")).split()]
    light = frozenset(word.removesuffix("*") for word in said)
    return light, frozenset(root for word in said if word.endswith("*") for root in roots(word[:-1]))


@lru_cache(maxsize=1 << 15)
def is_style(word: str) -> bool:
    """Whether a folded word says nothing about anybody, in any form if it is marked so."""
    plain, inflected = _style()
    return word in plain or bool(roots(word) & inflected)


@dataclass(frozen=True, slots=True)
class _Claiming:
    words: dict[str, frozenset[str]]
    beginnings: dict[str, frozenset[str]]
    endings: dict[str, frozenset[str]]
    phrases: dict[str, tuple[tuple[str, str], ...]]
    """By their first two words."""


@cache
def _claiming() -> _Claiming:
    words: dict[str, set[str]] = {}
    beginnings: dict[str, set[str]] = {}
    endings: dict[str, set[str]] = {}
    phrases: dict[str, list[tuple[str, str]]] = {}
    for line in lines("claims.txt"):
        name, _, said = line.partition(":")
        for each in fold(said.replace("|", " ")).split():
            if "_" in each:
                begins = " ".join(each.split("_")[:2])
                phrases.setdefault(begins, []).append((f" {each.replace('_', ' ')} ", name))
            elif each.endswith("*"):
                beginnings.setdefault(each[:-1], set()).add(name)
            elif each.startswith("*"):
                endings.setdefault(each[1:], set()).add(name)
            else:
                words.setdefault(each, set()).add(name)
    return _Claiming(
        {w: frozenset(n) for w, n in words.items()},
        {w: frozenset(n) for w, n in beginnings.items()},
        {w: frozenset(n) for w, n in endings.items()},
        {w: tuple(p) for w, p in phrases.items()},
    )


@lru_cache(maxsize=1 << 15)
def claimed_by(word: str) -> frozenset[str]:
    """What a folded word claims, such as `scope.reach`."""
    table = _claiming()
    found = table.words.get(word, frozenset())
    begun = (table.beginnings.get(word[:n]) for n in range(1, len(word) + 1))
    ended = (table.endings.get(word[n:]) for n in range(1, len(word)))
    return found.union(*(names for names in (*begun, *ended) if names))


def claimed_in(run: str) -> frozenset[tuple[str, str]]:
    """The phrases of a run of words that claim something, and what."""
    table = _claiming().phrases
    begun = [each for each in pairs_in(run) if each in table]
    return frozenset(
        (spaced.strip(), name) for each in begun for spaced, name in table[each] if spaced in run
    )
