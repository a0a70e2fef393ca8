"""German, French and Spanish words and phrases by the lines of the vocabulary that they stand in."""

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from app.domain.documents.facts.reading.text_facts import Token
from app.domain.documents.facts.words.inflections import forms
from app.domain.documents.facts.words.tables import GROUPS, OF_ALL, lines
from app.domain.shared.prose import fold


def _listed() -> Iterator[tuple[int, str]]:
    for n, line in enumerate(line for name in GROUPS for line in lines(name)):
        for word in fold(line.replace("|", " ")).split():
            yield n, word


@cache
def _groups() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for n, word in _listed():
        for form in forms(word):
            found.setdefault(form, set()).add(n)
    return {form: frozenset(groups) for form, groups in found.items()}


@lru_cache(maxsize=1 << 15)
def groups_abroad(word: str) -> frozenset[int]:
    """Of a folded word, by number."""
    table = _groups()
    return frozenset(n for form in forms(word) for n in table.get(form, ()))


_Phrases = dict[str, tuple[tuple[tuple[frozenset[str], ...], int], ...]]
"""By the forms of their first word: the forms of each, and the group."""


@cache
def _phrases() -> _Phrases:
    first = sum(len(lines(name)) for name in OF_ALL)
    return _begun((n, phrase) for n, phrase in _listed() if n >= first and "_" in phrase)


@cache
def _idle() -> _Phrases:
    """German turns that say nothing about anybody."""
    return _begun((0, phrase) for line in lines("idle_german.txt") for phrase in fold(line).split())


def _begun(phrases: Iterable[tuple[int, str]]) -> _Phrases:
    found: dict[str, list[tuple[tuple[frozenset[str], ...], int]]] = {}
    for n, phrase in phrases:
        said = tuple(forms(word) for word in phrase.split("_"))
        for form in said[0]:
            found.setdefault(form, []).append((said, n))
    return {form: tuple(known) for form, known in found.items()}


@lru_cache(maxsize=1 << 10)
def phrases_abroad(tokens: tuple[Token, ...]) -> tuple[tuple[int, int, int], ...]:
    """Where phrases stand that say the same as a word: start, end and group."""
    return tuple(sorted(set(_found(tokens, _phrases()))))


@lru_cache(maxsize=1 << 10)
def idle_in_german(tokens: tuple[Token, ...]) -> tuple[tuple[int, int], ...]:
    """Where turns stand that say nothing: `in Schuss`, `aus meiner Feder`."""
    return tuple(sorted({(start, end) for start, end, _ in _found(tokens, _idle())}))


def _found(tokens: tuple[Token, ...], phrases: _Phrases) -> Iterator[tuple[int, int, int]]:
    said = [forms(t.word) for t in tokens]
    for at, first in enumerate(said):
        for form in first:
            for phrase, n in phrases.get(form, ()):
                beside = said[at : at + len(phrase)]
                if len(beside) < len(phrase) or tokens[at].denied:
                    continue
                if all(one & other for one, other in zip(phrase, beside, strict=True)):
                    yield tokens[at].start, tokens[at + len(phrase) - 1].end, n
