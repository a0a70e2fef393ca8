"""French and Spanish turns of phrase, and words that are wider than those of the sources.

`Mise en place` is said of what was `installé`, `fruta` of `manzanas`. A phrase is found in whatever form
its words stand; wider words lie in `general_fr.txt` and `general_es.txt`, in the form of `general.txt`.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from app.domain.documents.facts.inflections import forms
from app.domain.documents.facts.tables import OF_ALL, lines
from app.domain.shared.prose import FUNCTION_WORDS, fold

LANGUAGES = frozenset({"fr", "es"})
DENIED = "!"
"""Before a word of a run that says what is not so."""
_OWN = ("french.txt", "spanish.txt")
_WIDER = ("general_fr.txt", "general_es.txt")
_COLUMNS = slice(2, 4)
_ELIDED = re.compile(r"^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)'")
_WITHOUT = ("sans", "sin")
_LEAST = 4


@dataclass(frozen=True, slots=True)
class _Table:
    """Groups by the forms of their words; phrases by the forms of their first word."""

    words: dict[str, frozenset[int]]
    phrases: dict[str, tuple[tuple[tuple[str, ...], frozenset[int]], ...]]


def _table(listed: Iterable[tuple[int, Iterable[str]]]) -> _Table:
    words: dict[str, set[int]] = {}
    phrases: dict[tuple[str, ...], set[int]] = {}
    for n, said in listed:
        for each in (word.replace("-", "_") for word in said):
            if "_" in each:
                parts = tuple(_ELIDED.sub("", part) for part in each.split("_"))
                phrases.setdefault(parts, set()).add(n)
            else:
                for form in forms_here(each):
                    words.setdefault(form, set()).add(n)
    begun: dict[str, list[tuple[tuple[str, ...], frozenset[int]]]] = {}
    for phrase, groups in phrases.items():
        for form in forms_here(phrase[0]):
            begun.setdefault(form, []).append((phrase, frozenset(groups)))
    return _Table(
        {form: frozenset(groups) for form, groups in words.items()},
        {form: tuple(known) for form, known in begun.items()},
    )


@lru_cache(maxsize=1 << 15)
def forms_here(word: str) -> frozenset[str]:
    """The roots of a folded word in French and Spanish."""
    return frozenset(f for f in forms(word) if f.endswith(("/f", "/s"))) | {word}


@cache
def _groups() -> _Table:
    said = [fold(" ".join(line.split("|")[_COLUMNS])).split() for name in OF_ALL for line in lines(name)]
    said += [fold(line).split() for name in _OWN for line in lines(name)]
    return _table(enumerate(said))


@cache
def _generalities() -> tuple[_Table, _Table]:
    """What is wider, and what is narrower, under the same numbers."""
    pairs = [fold(line).replace("<<", "<").partition("<") for name in _WIDER for line in lines(name)]
    return _table(enumerate(p[0].split() for p in pairs)), _table(enumerate(p[2].split() for p in pairs))


@cache
def _idle() -> _Table:
    """Turns that say nothing: `par mes soins`, `hoy en día`."""
    return _table((0, fold(line).split()) for line in lines("idle.txt"))


@lru_cache(maxsize=1 << 15)
def _of_word(word: str) -> tuple[frozenset[int], frozenset[int], frozenset[int]]:
    """Its groups, those it is a wider word of, and those it is a narrower word of."""
    wider, narrower = _generalities()
    return _found(word, _groups()), _found(word, wider), _found(word, narrower)


def _found(word: str, table: _Table) -> frozenset[int]:
    return frozenset(n for form in forms_here(word) for n in table.words.get(form, ()))


@lru_cache(maxsize=1 << 12)
def _phrases(run: str) -> tuple[tuple[int, int, int, frozenset[int]], ...]:
    """Where phrases stand in a run: of which table, from and to which word, and their groups."""
    tables = (_groups(), *_generalities(), _idle())
    words = run.split()
    return tuple(
        (kind, at, at + len(phrase), groups)
        for kind, table in enumerate(tables)
        for at in range(len(words))
        for phrase, groups in _begun(table, words, at)
    )


def _begun(table: _Table, words: list[str], at: int) -> Iterator[tuple[tuple[str, ...], frozenset[int]]]:
    first = words[at].removeprefix(DENIED)
    known = dict.fromkeys(each for form in forms_here(first) for each in table.phrases.get(form, ()))
    for phrase, groups in known:
        if words[at] != first and phrase[0] not in _WITHOUT:
            continue
        beside = [word.removeprefix(DENIED) for word in words[at : at + len(phrase)]]
        if len(beside) == len(phrase) and all(map(_alike, phrase, beside)):
            yield phrase, groups


def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    return min(len(one), len(other)) >= _LEAST and bool(forms_here(one) & forms_here(other))


@dataclass(frozen=True, slots=True)
class Told:
    """What the passages of a ground say, in whatever words."""

    groups: frozenset[int]
    narrower: frozenset[int]


def told_by(runs: Iterable[str]) -> Told:
    """Takes the words of each passage with a space between, those it denies marked."""
    groups: set[int] = set()
    narrower: set[int] = set()
    for run in runs:
        for word in run.split():
            if not word.startswith(DENIED) and word not in FUNCTION_WORDS:
                same, _, special = _of_word(word)
                groups |= same
                narrower |= special
        for kind, _, _, found in _phrases(run):
            if kind == 0:
                groups |= found
            elif kind == _NARROWER:
                narrower |= found
    return Told(frozenset(groups), frozenset(narrower))


_NARROWER, _IDLE = 2, 3


def is_told(word: str, at: int, run: str, told: Told) -> bool:
    """Whether a folded word, at its place in the run of its line, says what a ground says."""
    same, wider, _ = _of_word(word)
    if same & told.groups or wider & told.narrower:
        return True
    return any(
        first <= at < end and (kind == _IDLE or groups & (told.narrower if kind else told.groups))
        for kind, first, end, groups in _phrases(run)
        if kind != _NARROWER
    )


def say_the_same(word: str, others: Iterable[str]) -> bool:
    """Whether a folded word is another form, or another word, for one of several."""
    own, groups = forms_here(word), _of_word(word)[0]
    return any(own & forms_here(other) or groups & _of_word(other)[0] for other in others)
