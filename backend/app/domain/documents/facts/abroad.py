"""Whether a German, French or Spanish word is another form, or another word, for what the sources say."""

from functools import cache, lru_cache

from app.domain.documents.facts.compounds import LINKS, parts_of
from app.domain.documents.facts.ground import Ground
from app.domain.documents.facts.inflections import forms, forms_of
from app.domain.documents.facts.tables import GROUPS, lines
from app.domain.documents.facts.text_facts import TextFacts
from app.domain.documents.facts.turns import say_the_same
from app.domain.shared.prose import FUNCTION_WORDS, fold, word_set

_SPOKEN = word_set(
    "auf aus bei beim das dem den der des die ein eine einem einen einer fur im mit nach uber um und vom "
    "von zu zum zur au aux avec dans de des du en et la le les par pour sous sur un une al con del el las "
    "los para por sobre su y"
)
"""Small words of these languages, and not of English."""
_EMPTY_TAILS = word_set(
    "arbeit arbeiten aufgabe aufgaben bereich bereiche bereichs massnahme massnahmen tatigkeit tatigkeiten "
    "prozess prozesse prozessen vorgang vorgange wesen themen fragen dienst dienste zwecke fall falle "
    "leistung leistungen angelegenheiten verfahren betrieb material daten system "
    "systeme einheiten"
)
"""Closing parts of German compounds that say nothing by themselves."""
_LEAST_HEAD = 3
_LEAST_PART = 4
_LEAST_COMPOUND = 8


@cache
def _groups() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for n, line in enumerate(line for name in GROUPS for line in lines(name)):
        for word in fold(line.replace("|", " ")).split():
            for form in forms(word):
                found.setdefault(form, set()).add(n)
    return {form: frozenset(groups) for form, groups in found.items()}


@lru_cache(maxsize=1 << 15)
def _groups_of(word: str) -> frozenset[int]:
    table = _groups()
    return frozenset(n for form in forms(word) for n in table.get(form, ()))


@lru_cache(maxsize=1 << 10)
def _said(words: frozenset[str]) -> tuple[frozenset[str], frozenset[int]]:
    """The forms and the groups of the words of a ground, and of the parts of its compounds."""
    parts = frozenset(part for word in words for part in parts_of(word))
    told = (words - FUNCTION_WORDS) | parts
    return forms_of(words | parts), frozenset(n for word in told for n in _groups_of(word))


def alike_abroad(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two words name one thing, as `Mietshäuser` and `Wohnhäuser` do, or `anomalies` and `bugs`."""
    return bool(_last_parts(one) & _last_parts(other)) or any(say_the_same(w, other[:1]) for w in one[:1])


def _last_parts(words: tuple[str, ...]) -> frozenset[int]:
    """The groups of the closing parts of German compounds."""
    return frozenset(n for word in words if (parts := parts_of(word)) for n in _groups_of(parts[-1]))


def told_abroad(word: str, line: TextFacts, ground: Ground) -> bool:
    """`Beratung` of `beriet`, `gestion` of `gérait`, `Bestand` of a `Lagerbestand`."""
    if not _SPOKEN & line.words:
        return False
    known, groups = _said(ground.words)
    return _told(word, known, groups) or _compounded(word, known, groups)


def _told(word: str, known: frozenset[str], groups: frozenset[int]) -> bool:
    return bool(forms(word) & known or _groups_of(word) & groups)


def _compounded(word: str, known: frozenset[str], groups: frozenset[int]) -> bool:
    if len(word) < _LEAST_COMPOUND:
        return False
    return any(
        _heads(word[:n], known, groups) and _tails(word[n:], known, groups)
        for n in range(_LEAST_PART, len(word) - _LEAST_PART + 1)
    )


def _heads(part: str, known: frozenset[str], groups: frozenset[int]) -> bool:
    heads = (part.removesuffix(link) for link in LINKS if part.endswith(link))
    return any(
        len(head) >= _LEAST_HEAD and head not in FUNCTION_WORDS and _told(head, known, groups)
        for head in heads
    )


def _tails(part: str, known: frozenset[str], groups: frozenset[int]) -> bool:
    return part in _EMPTY_TAILS or _told(part, known, groups) or _compounded(part, known, groups)
