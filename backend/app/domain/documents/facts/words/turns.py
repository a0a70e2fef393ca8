"""French and Spanish turns of phrase, and words that are wider than those of the sources.

`Mise en place` is said of what was `installé`, `fruta` of `manzanas`. A phrase is found in whatever form
its words stand; wider words lie in `general_fr.txt` and `general_es.txt`, in the form of `general.txt`.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from app.domain.documents.facts.words.inflections import forms
from app.domain.documents.facts.words.roots import roots
from app.domain.documents.facts.words.tables import OF_ALL, lines
from app.domain.shared.prose import FUNCTION_WORDS, fold

LANGUAGES = frozenset({"fr", "es"})
DENIED = "!"
"""Before a word of a run that says what is not so."""
NO_STYLE = ("compr", "serveu", "conduct", "prestam", "carga", "firma", "achat")
"""Words that say something, though they look like forms of others that say nothing."""
_OWN = {"fr": "french.txt", "es": "spanish.txt"}
_WIDER = {"fr": "general_fr.txt", "es": "general_es.txt"}
_COLUMN = {"fr": 2, "es": 3}
_ROOT = {"fr": "/f", "es": "/s"}
_ELIDED = re.compile(r"^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)'")
_WITHOUT = ("sans", "sin")
_LEAST = 4
_SAME, _WIDE, _NARROW, _IDLE = range(4)


@dataclass(frozen=True, slots=True)
class _Table:
    """Groups by the forms of their words; phrases by the forms of their first word."""

    words: dict[str, frozenset[int]]
    phrases: dict[str, tuple[tuple[tuple[str, ...], frozenset[int]], ...]]


def _table(language: str, listed: Iterable[str]) -> _Table:
    words: dict[str, set[int]] = {}
    phrases: dict[tuple[str, ...], set[int]] = {}
    for n, line in enumerate(listed):
        for each in fold(line).replace("-", "_").split():
            if "_" in each:
                parts = tuple(_ELIDED.sub("", part) for part in each.split("_"))
                phrases.setdefault(parts, set()).add(n)
            else:
                for form in forms_in(language, each):
                    words.setdefault(form, set()).add(n)
    begun: dict[str, list[tuple[tuple[str, ...], frozenset[int]]]] = {}
    for phrase, groups in phrases.items():
        for form in forms_in(language, phrase[0]):
            begun.setdefault(form, []).append((phrase, frozenset(groups)))
    return _Table(
        {form: frozenset(groups) for form, groups in words.items()},
        {form: tuple(known) for form, known in begun.items()},
    )


@lru_cache(maxsize=1 << 15)
def forms_in(language: str, word: str) -> frozenset[str]:
    """The roots of a folded word in French or Spanish, and the word."""
    own = frozenset(f for f in forms(word) if f.endswith(_ROOT[language]))
    return own | {word} if own else roots(word) | {f"{root}{_ROOT[language]}" for root in roots(word)}


@cache
def _tables(language: str) -> tuple[_Table, ...]:
    """What says the same, what is wider and what is narrower, and what says nothing."""
    columns = [line.split("|") for name in OF_ALL for line in lines(name)]
    own = [c[_COLUMN[language]] for c in columns if len(c) > _COLUMN[language]]
    pairs = [line.replace("<<", "<").partition("<") for line in lines(_WIDER[language])]
    said = ([*own, *lines(_OWN[language])], [p[0] for p in pairs], [p[2] for p in pairs], lines("idle.txt"))
    return tuple(_table(language, listed) for listed in said)


@lru_cache(maxsize=1 << 15)
def _of_word(language: str, word: str) -> tuple[frozenset[int], ...]:
    """Its groups, those it is a wider word of, and those it is a narrower word of."""
    return tuple(
        frozenset(n for form in forms_in(language, word) for n in table.words.get(form, ()))
        for table in _tables(language)
    )


@lru_cache(maxsize=1 << 12)
def _phrases(language: str, run: str) -> tuple[tuple[int, int, int, frozenset[int]], ...]:
    """Where phrases stand in a run: of which table, from and to which word, and their groups."""
    words = run.split()
    return tuple(
        (kind, at, at + len(phrase), groups)
        for kind, table in enumerate(_tables(language))
        for at in range(len(words))
        for phrase, groups in _begun(language, table, words, at)
    )


def _begun(
    language: str, table: _Table, words: list[str], at: int
) -> Iterator[tuple[tuple[str, ...], frozenset[int]]]:
    first = words[at].removeprefix(DENIED)
    known = dict.fromkeys(e for form in forms_in(language, first) for e in table.phrases.get(form, ()))
    for phrase, groups in known:
        if words[at] != first and phrase[0] not in _WITHOUT:
            continue
        beside = [word.removeprefix(DENIED) for word in words[at : at + len(phrase)]]
        if len(beside) == len(phrase) and all(
            _alike(language, *both) for both in zip(phrase, beside, strict=True)
        ):
            yield phrase, groups


def _alike(language: str, one: str, other: str) -> bool:
    if one == other:
        return True
    long = min(len(one), len(other)) >= _LEAST
    return long and bool(forms_in(language, one) & forms_in(language, other))


@dataclass(frozen=True, slots=True)
class Told:
    """What the passages of a ground say, in whatever words."""

    forms: frozenset[str]
    groups: frozenset[int]
    narrower: frozenset[int]


def told_by(language: str, runs: Iterable[str]) -> Told:
    """Takes the words of each passage with a space between, those it denies marked."""
    known: set[str] = set()
    groups: set[int] = set()
    narrower: set[int] = set()
    for run in runs:
        for word in run.split():
            if not word.startswith(DENIED) and word not in FUNCTION_WORDS:
                said = _of_word(language, word)
                known |= forms_in(language, word)
                groups |= said[_SAME]
                narrower |= said[_NARROW]
        for kind, _, _, found in _phrases(language, run):
            if kind == _SAME:
                groups |= found
            elif kind == _NARROW:
                narrower |= found
    return Told(frozenset(known), frozenset(groups), frozenset(narrower))


def is_told(language: str, word: str, at: int, run: str, told: Told) -> bool:
    """Whether a folded word, at its place in the run of its line, says what a ground says."""
    said = _of_word(language, word)
    if forms_in(language, word) & told.forms or said[_SAME] & told.groups or said[_WIDE] & told.narrower:
        return True
    return is_in_phrase(language, at, run, told)


def is_in_phrase(language: str, at: int, run: str, told: Told) -> bool:
    """Whether a word is part of a phrase that says what a ground says: `España` of `fuera de España`."""
    return any(
        first <= at < end and (kind == _IDLE or groups & (told.narrower if kind else told.groups))
        for kind, first, end, groups in _phrases(language, run)
        if kind != _NARROW
    )


def say_the_same(word: str, others: Iterable[str]) -> bool:
    """Whether a folded word is another form, or another word, for one of several."""
    return any(_same(language, word, other) for other in others for language in sorted(LANGUAGES))


def _same(language: str, one: str, other: str) -> bool:
    if forms_in(language, one) & forms_in(language, other):
        return True
    return bool(_of_word(language, one)[_SAME] & _of_word(language, other)[_SAME])
