"""Numbers written as words, in English, German, French and Spanish."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from app.domain.documents.facts.amounts.number_tables import (
    AGAIN,
    AMONG_NUMBERS,
    AND,
    ARTICLE,
    AS_MUCH,
    AS_SHARE,
    BY_A_QUARTER,
    COMPARED,
    COUNTED_SHARES,
    DOZENS,
    FACTORS,
    FOREIGN,
    HUNDREDS,
    LOOSE,
    NOT_BESIDE,
    OF_TIME,
    QUARTER_YEAR,
    RANKS,
    SCALES,
    SHARES,
    SINGLE,
    TENS,
    UNITS,
)
from app.domain.shared.cues import Spoken, holds_any, spoken
from app.domain.shared.prose import fold, in_order, word_set

_WORD = re.compile(r"(?<![\w@])[^\W\d_]+")
_JOINT = re.compile(r"[\s-]*(?:(?:and|und|et|y)[\s-])?", re.I)
_OF = re.compile(r"[\s-]*(?:(?:and|und|et|y|de|a|of)\s)?(?:a\s)?", re.I)
_SPELT_IN_GERMAN = re.compile(
    r"^(?:ein|eine|zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn|elf|zwolf|hundert|tausend|und|"
    r"\w{2,5}zig|dreissig|\w{3,6}zehn)+$"
)
_HALF_DOZEN = re.compile(
    r"\b(?:half\s+a\s+dozen|half-dozen|ein\s+halbes\s+dutzend|(?:une\s+)?demi-douzaine|media\s+docena)\b",
    re.I,
)
_COUNTED = re.compile(r"\s+(?!et\b|ou\b)(?:cent|mille|[^\W\d_]+[sx]|[^\W\d_]{2,}\s+[^\W\d_]+[sx])\b", re.I)
"""What follows `neuf` where it is nine; it is also new."""
_HALF_MORE = re.compile(r"\s+(?:and\s+a\s+half|et\s+demie?|y\s+medi[oa])\b", re.I)
_AND_A_HALF = re.compile(r"^(?:anderthalb|(?P<whole>\w{3,})einhalb|eineinhalb)$")
_HALF_OF_SCALE = re.compile(r"\b([^\W\d_]+)\s+and\s+a\s+half\s+(million|billion|thousand|hundred)\b", re.I)
_PART_OF_SCALE = re.compile(
    r"\b(?<!and\s)(?<!and\sa\s)(?:(?P<half>(?:a\s+)?half\s+an?|(?:a\s+)?half|(?:eine?[rn]?\s+)?halbe[nr]?|"
    r"(?:un\s+)?demi|medio|media)|"
    r"(?P<three>three[\s-]quarters\s+of\s+a|dreiviertel|tres\s+cuartos\s+de)|"
    r"(?P<quarter>(?:a\s+)?quarter[\s-]of[\s-]an?|(?:a[\s-])?quarter|(?:eine?[rn]?\s+)?viertel|(?:un\s+)?quart\s+de|"
    r"(?:un\s+)?cuarto\s+de))"
    r"[\s-]*(?P<scale>million|billion|thousand|hundred|milliarde|milliard|mill\u00f3n|millar|centenar|"
    r"centaine)\b",
    re.I,
)
"""`Half a million`, `eine Viertelmillion`."""
_MAY_BE_FIXED = in_order("half halb demi medi quart viertel cuart eye auge yeux ojos")
"""Part of all expressions that are read as a whole: most texts have none of it."""
_NO_NUMBER = re.compile(r"\b(?:four|vier|quatre|cuatro)[\s-](?:eyes?|augen|yeux|ojos)\b", re.I)
_SUFFIXED = re.compile(
    r"^(?P<number>\w+?)(?P<suffix>kopfig|fach|mal|tagig|wochig|monatig|jahrig|stundig|minutig|teilig|"
    r"sprachig|"
    r"stundlich|wochentlich|monatlich|jahrlich|zugig|gruppig|stockig|spurig)(?:e[nmrs]?)?$"
)
"""`Vierk\u00f6pfig`: four heads; folded."""


@dataclass(frozen=True, slots=True)
class Spelled:
    value: float
    start: int
    end: int
    factor: bool
    loose: bool = False
    """`dozens`, `Hunderte`: at least that."""


def spelled(text: str, words: Spoken | None = None) -> tuple[Spelled, ...]:
    found, rest = [], text
    words = words or spoken(text)
    if holds_any(words.lower, _MAY_BE_FIXED):
        found = list(_fixed(text))
        rest = _NO_NUMBER.sub(_blank, _HALF_MORE.sub(_blank, text))
        for each in found:
            rest = rest[: each.start] + "." * (each.end - each.start) + rest[each.end :]
    if not found and not any(map(_may_begin_number, words.words)):
        return ()
    runs = (_with_half(each, text) for each in _runs(rest))
    return tuple(sorted((*found, *runs), key=lambda s: s.start))


def _blank(m: re.Match[str]) -> str:
    return "." * len(m.group())


def _fixed(text: str) -> Iterator[Spelled]:
    for m in _HALF_DOZEN.finditer(text):
        yield Spelled(6.0, m.start(), m.end(), factor=False)
    for m in _HALF_OF_SCALE.finditer(text):
        if (whole := UNITS.get(fold(m[1]))) is not None:
            yield Spelled((whole + 0.5) * SCALES[fold(m[2])], m.start(), m.end(), factor=False)
    for m in _PART_OF_SCALE.finditer(text):
        share = 0.5 if m["half"] else 0.75 if m["three"] else 0.25
        scale = fold(m["scale"])
        worth = SCALES.get(scale) or DOZENS[scale]
        yield Spelled(share * worth, m.start(), m.end(), factor=False)


def _with_half(each: Spelled, text: str) -> Spelled:
    more = _HALF_MORE.match(text, each.end)
    if more is None or each.factor:
        return each
    last = fold(re.split(r"[\s-]", text[each.start : each.end])[-1])
    if SCALES.get(last, 0.0) > 100:
        return replace(each, value=each.value + SCALES[last] / 2, end=more.end())
    return replace(each, value=each.value + 0.5, end=more.end())


_AFTER_TEN = word_set("sept huit neuf")
_Run = list[tuple[re.Match[str], tuple[str, ...]]]


def _runs(text: str) -> Iterator[Spelled]:
    run: _Run = []
    words = [(m, fold_word(m.group())) for m in _WORD.finditer(text)]
    if not any(_may_be_number(word) for _, word in words):
        return
    small = frozenset(word for _, word in words)
    for n, (m, word) in enumerate(words):
        if not run and not _may_be_number(word):
            continue
        beside = bool(run) or (n + 1 < len(words) and _may_be_number(words[n + 1][1]))
        parts = _split(word) if beside and word in AMONG_NUMBERS else _parts(word, small)
        if parts == ("neuf",) and not _COUNTED.match(text, m.end()):
            parts = ()
        if run and not _goes_on(run, parts, text[run[-1][0].end() : m.start()]):
            if not parts and AND.fullmatch(word) and text[run[-1][0].end() : m.start()].isspace():
                continue
            yield from _read(text, run)
            run = []
        if parts:
            run.append((m, parts))
    yield from _read(text, run)


def _goes_on(run: _Run, parts: tuple[str, ...], between: str) -> bool:
    """Whether a number word belongs to the number before it: `six and eight` are two."""
    if not parts:
        return False
    last, first = run[-1][1][-1], parts[0]
    if last in DOZENS:
        return _OF.fullmatch(between) is not None
    if not _JOINT.fullmatch(between):
        return False
    if not any(c.isalpha() for c in between):
        after = first in SCALES or first in FACTORS or first in DOZENS or first in LOOSE
        return after or last not in UNITS or "vingt" in first or (last == "dix" and first in _AFTER_TEN)
    return last in SCALES or (last in TENS and first in UNITS)


@lru_cache(maxsize=1 << 15)
def fold_word(written: str) -> str:
    return fold(written)


def _parts(word: str, small: frozenset[str]) -> tuple[str, ...]:
    """The number words within a folded word; none when it holds anything else."""
    if not _may_be_number(word):
        return ()
    if word == "per-cent" or (word in FOREIGN and not FOREIGN[word] & small):
        return ()
    if word in NOT_BESIDE and NOT_BESIDE[word] & small:
        return ()
    return _split(word)


@lru_cache(maxsize=1 << 15)
def _split(word: str) -> tuple[str, ...]:
    if _is_number(word) or _AND_A_HALF.match(word):
        return (word,)
    parts = tuple(p for p in word.split("-") if p not in ("et", "and", "y"))
    if len(parts) > 1 and all(_is_number(p) or p.removesuffix("s") in TENS for p in parts):
        return parts
    if len(word) > len("zwolf") and _SPELT_IN_GERMAN.match(word) and _german(word) is not None:
        return (word,)
    suffixed = _SUFFIXED.match(word)
    if suffixed and suffixed["number"] not in SINGLE and _german(suffixed["number"]) is not None:
        return (word,)
    return ()


@lru_cache(maxsize=1 << 15)
def _may_be_number(word: str) -> bool:
    return bool(_split(word))


@lru_cache(maxsize=1 << 15)
def _may_begin_number(word: str) -> bool:
    """Of a word that may have digits in it: its letters up to the first of them."""
    begun = _WORD.match(word)
    return begun is not None and _may_be_number(fold_word(begun.group()))


def _is_number(word: str) -> bool:
    return any(word in t for t in (UNITS, TENS, HUNDREDS, SCALES, LOOSE, DOZENS, FACTORS))


def suffix_of(word: str) -> str:
    """`tagig` of `dreitägig`, folded."""
    found = _SUFFIXED.match(fold(word))
    return found["suffix"] if found else ""


def _german(word: str) -> float | None:
    """`zweihundertfünfundzwanzig`, in its parts."""
    for scale, worth in (("tausend", 1e3), ("hundert", 1e2)):
        before, found, after = word.partition(scale)
        if found:
            head = _german(before) if before else 1.0
            tail = _german(after.removeprefix("und")) if after else 0.0
            return None if head is None or tail is None else head * worth + tail
    unit, und, ten = word.partition("und")
    if und and ten in TENS and (unit in UNITS):
        return TENS[ten] + UNITS[unit]
    return UNITS.get(word, TENS.get(word))


def _read(text: str, run: _Run) -> Iterator[Spelled]:
    parts = [part for _, found in run for part in found]
    if not parts or (len(parts) == 1 and parts[0] in SINGLE and not OF_TIME.match(text, run[-1][0].end())):
        return
    start, end = run[0][0].start(), run[-1][0].end()
    large = parts[0] in SCALES or parts[0] in LOOSE
    scaled = large and re.search(r"(?:\d|\bp(?:o|ou|e)r)\s*$", text[max(0, start - 6) : start])
    if scaled:
        yield from _read(text, run[1:])  # `3 million` was read as digits; `por ciento` is a share.
        return
    if parts[-1] in FACTORS:
        yield from _share(text, parts, start, end)
    elif len(parts) == 1 and suffix_of(parts[0]) == "fach":
        yield Spelled(_worth(parts), start, end, factor=True)
    else:
        yield Spelled(_worth(parts), start, end, factor=False, loose=len(parts) == 1 and parts[0] in LOOSE)


def _share(text: str, parts: list[str], start: int, end: int) -> Iterator[Spelled]:
    """A part of something, or so many times as much."""
    alone, value = len(parts) == 1, FACTORS[parts[-1]]
    article = ARTICLE.search(text[:start])
    if alone and (parts[0] in COUNTED_SHARES or (parts[0] in SHARES and not article)):
        return
    if parts[-1] in RANKS and not AS_SHARE.match(text, end) and (alone or parts[0] in SINGLE):
        return
    if parts[0] in COMPARED and AGAIN.match(text, end):
        yield Spelled(value, start, end, factor=False)
        return
    if parts[0] in COMPARED and not AS_MUCH.match(text, end):
        return
    if len(parts) == 2 and parts[0] in UNITS and value < 0.5:
        value *= UNITS[parts[0]]
    if alone and article and article["a"]:
        if parts[0] == "quarter" and not (QUARTER_YEAR.search(text[:start]) or BY_A_QUARTER.match(text, end)):
            return
        start = article.start("a")
    yield Spelled(round(value, 4), start, end, factor=True)


def _worth(parts: list[str]) -> float:
    total, current = 0.0, 0.0
    for n, part in enumerate(parts):
        if part in SCALES and (current or total or SCALES[part] > 100 or n == 0):
            current = max(current, 1.0) * SCALES[part]
            if SCALES[part] > 100:
                total, current = total + current, 0.0
        elif part in DOZENS:
            current = max(current, 1.0) * DOZENS[part]
        elif part in LOOSE and current:
            current *= LOOSE[part] / 2
        elif part.removesuffix("s") == "vingt" and current == 4:
            current = 80.0
        else:
            current += _value(part)
    return total + current


def _value(part: str) -> float:
    for table in (UNITS, TENS, HUNDREDS, LOOSE, SCALES):
        if part in table:
            return table[part]
    if half := _AND_A_HALF.match(part):
        return (_german(half["whole"] or "ein") or 1.0) + 0.5
    if suffixed := _SUFFIXED.match(part):
        return _german(suffixed["number"]) or 0.0
    return _german(part) or TENS.get(part.removesuffix("s"), 0.0)
