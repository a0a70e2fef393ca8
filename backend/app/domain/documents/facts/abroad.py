"""Whether a German, French or Spanish word is another form, or another word, for what the sources say."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from app.domain.documents.facts.compounds import LINKS, parts_of
from app.domain.documents.facts.ground import Ground
from app.domain.documents.facts.inflections import forms, forms_of
from app.domain.documents.facts.light import LANGUAGES, is_empty, is_soft
from app.domain.documents.facts.tables import GROUPS, OF_ALL, lines
from app.domain.documents.facts.text_facts import TextFacts, Token
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
    "systeme einheiten kraft krafte kraften person personen leute leuten alter"
)
"""Closing parts of German compounds that say nothing by themselves."""
_FOREIGN = LANGUAGES - {"en"}
_GERMAN = frozenset({"de"})
_LIGHT_HEADS = word_set("alt arbeits berufs bei ein erst mit nach neu tages um um vor weiter wieder zu zusatz zwischen")
"""Opening parts that say nothing by themselves."""
_MADE_OF_A_NOUN = re.compile(
    r"([a-z]{4,}?)(?:er|en|n|s|e)?(?:schaft|lich|isch|ig|haft|massig|seitig|bezogen|weise|technisch|ern|n)(?:e[nrms]?)?$"
)
"""`papiern` of paper, `sprachlich` of language."""
_LEAST_LIGHT = 2
_LEAST_HEAD = 3
_LEAST_PART = 4
_LEAST_COMPOUND = 8


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


@cache
def _phrases() -> dict[str, tuple[tuple[tuple[frozenset[str], ...], int], ...]]:
    """By the forms of their first word: the forms of each, and the group."""
    found: dict[str, list[tuple[tuple[frozenset[str], ...], int]]] = {}
    first = sum(len(lines(name)) for name in OF_ALL)
    for n, phrase in _listed():
        if n >= first and "_" in phrase:
            said = tuple(forms(word) for word in phrase.split("_"))
            for form in said[0]:
                found.setdefault(form, []).append((said, n))
    return {form: tuple(known) for form, known in found.items()}


@lru_cache(maxsize=1 << 10)
def _phrased(tokens: tuple[Token, ...]) -> tuple[tuple[int, int, int], ...]:
    """Where phrases stand that say the same as a word, and their group."""
    said = [forms(t.word) for t in tokens]
    found = {
        (tokens[at].start, tokens[at + len(phrase) - 1].end, n)
        for at, first in enumerate(said)
        for form in first
        for phrase, n in _phrases().get(form, ())
        if at + len(phrase) <= len(said)
        and not tokens[at].denied
        and all(one & other for one, other in zip(phrase, said[at : at + len(phrase)], strict=True))
    }
    return tuple(sorted(found))


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
    """Whether two words name one thing, as `Mietshäuser` and `Wohnhäuser` do."""
    return bool(_last_parts(one) & _last_parts(other))


def _last_parts(words: tuple[str, ...]) -> frozenset[int]:
    """The groups of the closing parts of German compounds."""
    return frozenset(n for word in words if (parts := parts_of(word)) for n in _groups_of(parts[-1]))


def told_abroad(token: Token, line: TextFacts, ground: Ground) -> bool:
    """`Beratung` of `beriet`, `gestion` of `gérait`, `Bestand` of a `Lagerbestand`."""
    if not (_SPOKEN & line.words or _FOREIGN & line.languages):
        return False
    known, groups = _said(ground.words)
    groups |= {n for p in ground.pieces for _, _, n in _phrased(p.facts.tokens)}
    if any(start <= token.start < end and n in groups for start, end, n in _phrased(line.tokens)):
        return True
    return (
        _told(token.word, known, groups)
        or _compounded(token.word, known, groups)
        or ("de" in line.languages and _is_part(token.word, ground))
    )


def _is_part(word: str, ground: Ground) -> bool:
    """`Roboter` of Palettierrobotern, `Raum` of a Bewegungsraum, `bewegen` of the same."""
    stems = {s for s in (word, *_bare(word), *_stems(word)) if len(s) >= _LEAST_PART}
    return any(
        len(long) >= len(stem) + _LEAST_HEAD
        and (long.startswith(stem) or any(end.endswith(stem) for end in (long, *_bare(long), *_stems(long))))
        for long in ground.long_words
        for stem in stems
    )


def _bare(word: str) -> tuple[str, ...]:
    """Without the ending of a plural or a case."""
    return tuple(word.removesuffix(ending) for ending in ("n", "s", "en", "es") if word.endswith(ending))


@lru_cache(maxsize=1 << 15)
def _stems(word: str) -> tuple[str, ...]:
    """By the endings of German."""
    return tuple(sorted(form[:-2] for form in forms(word) if form.endswith("/d")))


def in_no_group(word: str) -> bool:
    return not _groups_of(word)


def is_shaded_compound(word: str, ground: Ground) -> bool:
    """`Stillstandszeit` of a standstill: one part is told, the other says little."""
    known, groups = _said(ground.words)
    return any(
        (_heads(word[:n], known, groups) and _is_light(word[n:]))
        or (_light_heads(word[:n]) and _tails(word[n:], known, groups))
        for n in range(_LEAST_LIGHT, len(word) - _LEAST_HEAD + 1)
    )


def is_head_of_told(part: str, ground: Ground) -> bool:
    """Takes the opening part of a compound, with its link."""
    known, groups = _said(ground.words)
    return _heads(part, known, groups)


def _is_light(part: str) -> bool:
    return part in _EMPTY_TAILS or is_empty(part, _GERMAN) or is_soft(part, _GERMAN)


def _light_heads(part: str) -> bool:
    heads = (part.removesuffix(link) for link in LINKS if part.endswith(link))
    return any(head in _LIGHT_HEADS or (len(head) > _LEAST_HEAD and _is_light(head)) for head in heads)


def _told(word: str, known: frozenset[str], groups: frozenset[int]) -> bool:
    if forms(word) & known or _groups_of(word) & groups:
        return True
    made = _MADE_OF_A_NOUN.match(word)
    return bool(made and (forms(made[1]) & known or _groups_of(made[1]) & groups))


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
