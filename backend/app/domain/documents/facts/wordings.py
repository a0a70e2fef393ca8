"""Words that may be exchanged for each other without claiming more, and words that claim.

The tables lie in `vocabulary/`, a line a group; its columns are English, German, French and Spanish:

    lead led head | leiten leitete | diriger mener | dirigir liderar

Any word of a line may stand for any other, in whatever language. `style.txt` holds words that say
nothing about anybody, `claims.txt` words that claim a rank, a scope, a level: `name: words | ...`, where
`_` joins a phrase and a closing `*` stands for any ending.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from app.domain.documents.facts.roots import roots
from app.domain.shared.prose import fold

_GROUPS = ("deeds.txt", "things.txt", "qualities.txt")
_PACKAGE = "app.domain.documents.facts"
_PREFIX = 4


def _lines(name: str) -> Iterator[str]:
    text = files(_PACKAGE).joinpath("vocabulary", name).read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line.strip() and not line.startswith("#"))


@cache
def _groups() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    lines = [line for name in _GROUPS for line in _lines(name)]
    for n, line in enumerate(lines):
        for word in fold(line.replace("|", " ")).split():
            for root in roots(word):
                found.setdefault(root, set()).add(n)
    return {root: frozenset(groups) for root, groups in found.items()}


@lru_cache(maxsize=1 << 15)
def groups_of(word: str) -> frozenset[int]:
    """The groups of words that say the same as a folded word, by number."""
    table = _groups()
    return frozenset(n for root in roots(word) for n in table.get(root, ()))


def groups_in(words: Iterable[str]) -> frozenset[int]:
    return frozenset(n for word in words for n in groups_of(word))


@cache
def _style() -> tuple[frozenset[str], frozenset[str]]:
    said = [word for line in _lines("style.txt") for word in fold(line.replace("|", " ")).split()]
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
    beginnings: tuple[tuple[str, str], ...]
    phrases: dict[str, tuple[tuple[str, str], ...]]
    """By their first word."""


@cache
def _claiming() -> _Claiming:
    words: dict[str, set[str]] = {}
    beginnings: list[tuple[str, str]] = []
    phrases: dict[str, list[tuple[str, str]]] = {}
    for line in _lines("claims.txt"):
        name, _, said = line.partition(":")
        for each in fold(said.replace("|", " ")).split():
            if "_" in each:
                phrases.setdefault(each.partition("_")[0], []).append((f" {each.replace('_', ' ')} ", name))
            elif each.endswith("*"):
                beginnings.append((each[:-1], name))
            else:
                words.setdefault(each, set()).add(name)
    return _Claiming(
        {w: frozenset(n) for w, n in words.items()},
        tuple(beginnings),
        {w: tuple(p) for w, p in phrases.items()},
    )


@lru_cache(maxsize=1 << 15)
def claimed_by(word: str) -> frozenset[str]:
    """What a folded word claims, such as `scope.reach`."""
    table = _claiming()
    found = table.words.get(word, frozenset())
    return found | {name for beginning, name in table.beginnings if word.startswith(beginning)}


def claimed_in(run: str) -> frozenset[tuple[str, str]]:
    """The phrases of a run of words that claim something, and what."""
    table = _claiming().phrases
    known = (each for word in run.split() if word in table for each in table[word])
    return frozenset((phrase.strip(), name) for phrase, name in known if phrase in run)
