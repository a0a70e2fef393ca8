"""Numbers written as words, in English, German, French and Spanish."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from app.domain.shared.number_words import TENS, UNITS
from app.domain.shared.prose import fold, in_order, word_set

_LANGUAGES = ("en", "de", "fr", "es")
_UNITS = {w: float(n) for language in _LANGUAGES for w, n in UNITS[language].items()}
_UNITS |= {"zero": 0.0, "couple": 2.0}
_TENS = {w: float(n) for language in _LANGUAGES for w, n in TENS[language].items()}
_TENS["vingts"] = 20.0
_HUNDREDS: dict[str, float] = dict(
    zip(
        in_order(
            "doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos"
        ),
        range(200, 1000, 100),
        strict=True,
    )
)
_HUNDREDS |= {word.removesuffix("os") + "as": number for word, number in _HUNDREDS.items()}
_SCALES = {
    **dict.fromkeys(in_order("hundred hundert cent cents cien ciento"), 1e2),
    **dict.fromkeys(in_order("thousand tausend mille mil"), 1e3),
    **dict.fromkeys(in_order("million millionen millions millon millones"), 1e6),
    **dict.fromkeys(in_order("billion milliarde milliarden milliard milliards"), 1e9),
}
_DOZENS = {
    **dict.fromkeys(in_order("dozen dutzend douzaine docena"), 12.0),
    **{"dizaine": 10.0, "quinzaine": 15.0, "vingtaine": 20.0, "trentaine": 30.0, "quarantaine": 40.0},
    **{"cinquantaine": 50.0, "soixantaine": 60.0, "centaine": 100.0, "millier": 1000.0},
    **{
        "decena": 10.0,
        "quincena": 15.0,
        "veintena": 20.0,
        "treintena": 30.0,
        "centenar": 100.0,
        "millar": 1000.0,
    },
}
_LOOSE = {
    **{"tens": 20.0, "dozens": 24.0, "hundreds": 200.0, "thousands": 2e3, "billions": 2e9},
    **{"dutzende": 24.0, "dutzenden": 24.0, "hunderte": 200.0, "hunderten": 200.0, "tausende": 2e3},
    **{"tausenden": 2e3, "dizaines": 20.0, "douzaines": 24.0, "centaines": 200.0, "milliers": 2e3},
    **{"decenas": 20.0, "docenas": 24.0, "centenares": 200.0, "cientos": 200.0, "miles": 2e3},
}
FACTORS = {
    **dict.fromkeys(in_order("double doubles doubled doubling twice twofold"), 2.0),
    **dict.fromkeys(
        in_order("verdoppelt verdoppelte verdoppelten verdoppeln verdopplung doppelt doppelte doppelten"), 2.0
    ),
    **dict.fromkeys(
        in_order("doubler doublant doublement duplicar duplico duplicado duplicando duplique doble"), 2.0
    ),
    **dict.fromkeys(
        in_order(
            "triple tripled tripling threefold verdreifacht verdreifachte verdreifachung tripler triplant"
        ),
        3.0,
    ),
    **dict.fromkeys(in_order("triplicar triplico triplicado triplicando triplique thrice"), 3.0),
    **dict.fromkeys(in_order("quadrupled quadruple fourfold vervierfacht vervierfachte cuadruplico"), 4.0),
    **dict.fromkeys(in_order("fivefold quintupled verfunffacht quintuplico"), 5.0),
    **dict.fromkeys(in_order("sixfold"), 6.0),
    **dict.fromkeys(in_order("tenfold verzehnfacht"), 10.0),
    **dict.fromkeys(
        in_order("half halved halving halves halbiert halbierte halbieren halbierung halbe halber halben"),
        0.5,
    ),
    **dict.fromkeys(in_order("halfte moitie mitad demi media"), 0.5),
    **dict.fromkeys(in_order("third thirds drittel dritteln tiers tercio tercios tercera terceras"), 1 / 3),
    **dict.fromkeys(
        in_order("quarter quarters viertel vierteln quart quarts cuarto cuartos cuarta cuartas"), 0.25
    ),
    **dict.fromkeys(in_order("fifth fifths funftel cinquieme cinquiemes quinto quintos quinta quintas"), 0.2),
    **dict.fromkeys(in_order("sixth sixths sechstel sixieme sixiemes sexto sextos sexta"), 1 / 6),
    **dict.fromkeys(in_order("seventh sevenths siebtel septieme septiemes septimo septimos septima"), 1 / 7),
    **dict.fromkeys(in_order("eighth eighths achtel huitieme huitiemes octavo octavos octava"), 0.125),
    **dict.fromkeys(in_order("tenth tenths zehntel dixieme dixiemes decimo decimos decima decimas"), 0.1),
    "dreiviertel": 0.75,
}
_SHARES = word_set(
    "third quarter quart cuarto cuarta tercio tercera media demi doble fifth sixth seventh eighth tenth "
    "cinquieme sixieme septieme huitieme dixieme quinto quinta sexto sexta septimo septima octavo octava "
    "decimo decima tiers"
)
"""A share only after an article: `third` alone is a rank, `quart` a measure."""
_COUNTED_SHARES = word_set(
    "thirds quarters quarts cuartos cuartas tercios terceras fifths sixths sevenths eighths tenths cinquiemes "
    "sixiemes septiemes huitiemes dixiemes quintos quintas sextos septimos octavos decimos decimas"
)
"""Shares only after a number: `two thirds`; `quarters` alone are others."""
_RANKS = word_set(
    "fifth sixth seventh eighth tenth cinquieme sixieme septieme huitieme dixieme quinto quinta sexto sexta "
    "septimo septima octavo octava decimo decima tercera cuarta"
)
_AS_SHARE = re.compile(
    r"\s*(?:[.,;:)]|$|(?:of|less|more|fewer|within|in|over|de|du|des|en|from|by|through|parte|partes)\b)",
    re.I,
)
"""`A fifth` is a share, `a fifth school` is not."""
_QUARTER_YEAR = re.compile(
    r"\b(?:by|nearly|almost|about|around|roughly|over|than|of|to|under|only|just)\s+a\s+$", re.I
)
"""Before a quarter of something; after all else `a quarter` is a time of the year."""
_COMPARED = word_set("twice thrice")
_AGAIN = re.compile(r"\s+(?:an?|per|every|each|daily|weekly|monthly|yearly)\b", re.I)
_SINGLE = word_set("one zero ein un uno eine einem einen einer una une")
_OF_TIME = re.compile(
    r"\s+(?:years?|months?|weeks?|days?|hours?|jahre?s?|monate?s?|wochen?|tage?s?|stunde|quartal|an\b|mois|"
    r"semaine|jour|journ\u00e9e|heure|ann\u00e9e|trimestre|a\u00f1o|mes|semana|d\u00eda|hora)\b",
    re.I,
)
_AS_MUCH = re.compile(r"\s+(?:as|the)\b", re.I)
_ARTICLE = re.compile(
    r"\b(?:(?P<a>a)|one|two|un|une|eine?[mnrs]?|los\s+dos|las?\s+dos|le|la|el|del|au|du|al|der|das|dem|die)\s+$",
    re.I,
)
_AND = re.compile(r"and|und|et|y")
_FOREIGN = {
    "once": word_set("de la el los las en con por para un una y que al del se su"),
    "elf": word_set("der die das und mit im von zu bei den dem in auf aus fur"),
    "mil": word_set("de la el los las en con por para un una y que al del se su"),
    "cent": word_set("de la le les des en et un une pour par avec du dans"),
    "cents": word_set("de la le les des en et un une pour par avec du dans"),
    "media": word_set("docena hora jornada"),
    "miles": word_set("de la el los las en con por para y que"),
    "dos": word_set("de la el los las en con por para un una y que al del se su durante"),
    "seize": word_set("de la le les des en et une pour par avec du dans"),
    "couple": word_set("a"),
}
_AMONG_NUMBERS = word_set("mil cent cents dos")
"""These are numbers beside another number too."""
"""Words of another language too: numbers only beside small words of their own."""
_NOT_BESIDE = {"half": word_set("der die das dem den beim bei mit und im von zu des ein einer")}
"""`Half` is a number in English, help in German."""
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
_SCALE_AFTER = re.compile(r"\s+(million|billion|thousand|hundred|millionen|milliarden)\b", re.I)
_PART_OF_SCALE = re.compile(
    r"\b(?<!and\s)(?<!and\sa\s)(?:(?P<half>(?:a\s+)?half\s+an?|(?:a\s+)?half|(?:eine?[rn]?\s+)?halbe[nr]?|(?:un\s+)?demi|medio|media)|"
    r"(?P<three>three[\s-]quarters\s+of\s+a|dreiviertel|tres\s+cuartos\s+de)|"
    r"(?P<quarter>(?:a\s+)?quarter\s+of\s+an?|(?:eine?[rn]?\s+)?viertel|(?:un\s+)?quart\s+de|"
    r"(?:un\s+)?cuarto\s+de))"
    r"[\s-]*(?P<scale>million|billion|thousand|hundred|milliarde|milliard|mill\u00f3n|millar|centenar|centaine)\b",
    re.I,
)
"""`Half a million`, `eine Viertelmillion`."""
_MAY_BE_FIXED = in_order("half halb demi medi quart viertel cuart eye auge yeux ojos")
"""Part of all expressions that are read as a whole: most texts have none of it."""
_NO_NUMBER = re.compile(r"\b(?:four|vier|quatre|cuatro)[\s-](?:eyes?|augen|yeux|ojos)\b", re.I)
_SUFFIXED = re.compile(
    r"^(?P<number>\w+?)(?P<suffix>kopfig|fach|mal|tagig|wochig|monatig|jahrig|stundig|minutig|teilig|sprachig|"
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


def spelled(text: str) -> tuple[Spelled, ...]:
    found, rest = [], text
    lower = text.lower()
    if any(part in lower for part in _MAY_BE_FIXED):
        found = list(_fixed(text))
        rest = _NO_NUMBER.sub(_blank, _HALF_MORE.sub(_blank, text))
        for each in found:
            rest = rest[: each.start] + "." * (each.end - each.start) + rest[each.end :]
    runs = (_with_half(each, text) for each in _runs(rest))
    return tuple(sorted((*found, *runs), key=lambda s: s.start))


def _blank(m: re.Match[str]) -> str:
    return "." * len(m.group())


def _fixed(text: str) -> Iterator[Spelled]:
    for m in _HALF_DOZEN.finditer(text):
        yield Spelled(6.0, m.start(), m.end(), factor=False)
    for m in _PART_OF_SCALE.finditer(text):
        share = 0.5 if m["half"] else 0.75 if m["three"] else 0.25
        scale = fold(m["scale"])
        worth = _SCALES.get(scale) or _DOZENS[scale]
        yield Spelled(share * worth, m.start(), m.end(), factor=False)


def _with_half(each: Spelled, text: str) -> Spelled:
    more = _HALF_MORE.match(text, each.end)
    if more is None or each.factor:
        return each
    last = fold(re.split(r"[\s-]", text[each.start : each.end])[-1])
    if _SCALES.get(last, 0.0) > 100:
        return replace(each, value=each.value + _SCALES[last] / 2, end=more.end())
    scaled = _SCALE_AFTER.match(text, more.end())
    worth = _SCALES[fold(scaled[1])] if scaled else 1.0
    return replace(each, value=(each.value + 0.5) * worth, end=scaled.end() if scaled else more.end())


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
        parts = _split(word) if beside and word in _AMONG_NUMBERS else _parts(word, small)
        if parts == ("neuf",) and not _COUNTED.match(text, m.end()):
            parts = ()
        if run and not _goes_on(run, parts, text[run[-1][0].end() : m.start()]):
            if not parts and _AND.fullmatch(word) and text[run[-1][0].end() : m.start()].isspace():
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
    if last in _DOZENS:
        return _OF.fullmatch(between) is not None
    if not _JOINT.fullmatch(between):
        return False
    if not any(c.isalpha() for c in between):
        after = first in _SCALES or first in FACTORS or first in _DOZENS or first in _LOOSE
        return after or last not in _UNITS or "vingt" in first or (last == "dix" and first in _AFTER_TEN)
    return last in _SCALES or (last in _TENS and first in _UNITS)


@lru_cache(maxsize=1 << 15)
def fold_word(written: str) -> str:
    return fold(written)


def _parts(word: str, small: frozenset[str]) -> tuple[str, ...]:
    """The number words within a folded word; none when it holds anything else."""
    if not _may_be_number(word):
        return ()
    if word == "per-cent" or (word in _FOREIGN and not _FOREIGN[word] & small):
        return ()
    if word in _NOT_BESIDE and _NOT_BESIDE[word] & small:
        return ()
    return _split(word)


@lru_cache(maxsize=1 << 15)
def _split(word: str) -> tuple[str, ...]:
    if _is_number(word) or _AND_A_HALF.match(word):
        return (word,)
    parts = tuple(p for p in word.split("-") if p not in ("et", "and", "y"))
    if len(parts) > 1 and all(_is_number(p) or p.removesuffix("s") in _TENS for p in parts):
        return parts
    if len(word) > len("zwolf") and _SPELT_IN_GERMAN.match(word) and _german(word) is not None:
        return (word,)
    suffixed = _SUFFIXED.match(word)
    if suffixed and suffixed["number"] not in _SINGLE and _german(suffixed["number"]) is not None:
        return (word,)
    return ()


@lru_cache(maxsize=1 << 15)
def _may_be_number(word: str) -> bool:
    return bool(_split(word))


def _is_number(word: str) -> bool:
    return any(word in t for t in (_UNITS, _TENS, _HUNDREDS, _SCALES, _LOOSE, _DOZENS, FACTORS))


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
    if und and ten in _TENS and (unit in _UNITS):
        return _TENS[ten] + _UNITS[unit]
    return _UNITS.get(word, _TENS.get(word))


def _read(text: str, run: _Run) -> Iterator[Spelled]:
    parts = [part for _, found in run for part in found]
    if not parts or (len(parts) == 1 and parts[0] in _SINGLE and not _OF_TIME.match(text, run[-1][0].end())):
        return
    start, end = run[0][0].start(), run[-1][0].end()
    large = parts[0] in _SCALES or parts[0] in _LOOSE
    scaled = large and re.search(r"(?:\d|\bp(?:o|ou|e)r)\s*$", text[max(0, start - 6) : start])
    if scaled:
        return  # `3 million` was read as digits; `por ciento` is a share.
    if parts[-1] in FACTORS:
        yield from _share(text, parts, start, end)
    elif len(parts) == 1 and suffix_of(parts[0]) == "fach":
        yield Spelled(_worth(parts), start, end, factor=True)
    else:
        yield Spelled(_worth(parts), start, end, factor=False, loose=len(parts) == 1 and parts[0] in _LOOSE)


def _share(text: str, parts: list[str], start: int, end: int) -> Iterator[Spelled]:
    """A part of something, or so many times as much."""
    alone, value = len(parts) == 1, FACTORS[parts[-1]]
    article = _ARTICLE.search(text[:start])
    if alone and (parts[0] in _COUNTED_SHARES or (parts[0] in _SHARES and not article)):
        return
    if parts[-1] in _RANKS and not _AS_SHARE.match(text, end) and (alone or parts[0] in _SINGLE):
        return
    if parts[0] in _COMPARED and _AGAIN.match(text, end):
        yield Spelled(value, start, end, factor=False)
        return
    if parts[0] in _COMPARED and not _AS_MUCH.match(text, end):
        return
    if len(parts) == 2 and parts[0] in _UNITS and value < 0.5:
        value *= _UNITS[parts[0]]
    if alone and article and article["a"]:
        if parts[0] == "quarter" and not (_QUARTER_YEAR.search(text[:start]) or text[end : end + 3] == " of"):
            return
        start = article.start("a")
    yield Spelled(round(value, 4), start, end, factor=True)


def _worth(parts: list[str]) -> float:
    total, current = 0.0, 0.0
    for n, part in enumerate(parts):
        if part in _SCALES and (current or total or _SCALES[part] > 100 or n == 0):
            current = max(current, 1.0) * _SCALES[part]
            if _SCALES[part] > 100:
                total, current = total + current, 0.0
        elif part in _DOZENS:
            current = max(current, 1.0) * _DOZENS[part]
        elif part in _LOOSE and current:
            current *= _LOOSE[part] / 2
        elif part.removesuffix("s") == "vingt" and current == 4:
            current = 80.0
        else:
            current += _value(part)
    return total + current


def _value(part: str) -> float:
    for table in (_UNITS, _TENS, _HUNDREDS, _LOOSE, _SCALES):
        if part in table:
            return table[part]
    if half := _AND_A_HALF.match(part):
        return (_german(half["whole"] or "ein") or 1.0) + 0.5
    if suffixed := _SUFFIXED.match(part):
        return _german(suffixed["number"]) or 0.0
    return _german(part) or _TENS.get(part.removesuffix("s"), 0.0)
