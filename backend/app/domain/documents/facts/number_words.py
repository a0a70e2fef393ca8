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
        in_order("verdoppelt verdoppelte verdoppelten verdoppeln verdopplung doppelt doppelte"), 2.0
    ),
    **dict.fromkeys(in_order("doubler doublant duplicar duplico duplicado duplicando duplique doble"), 2.0),
    **dict.fromkeys(
        in_order("triple tripled tripling threefold verdreifacht verdreifachte tripler triplant"), 3.0
    ),
    **dict.fromkeys(in_order("triplicar triplico triplicado triplicando triplique thrice"), 3.0),
    **dict.fromkeys(in_order("quadrupled quadruple vervierfacht cuadruplico"), 4.0),
    **dict.fromkeys(in_order("tenfold verzehnfacht"), 10.0),
    **dict.fromkeys(
        in_order("half halved halving halves halbiert halbierte halbieren halbe halber halben"), 0.5
    ),
    **dict.fromkeys(in_order("halfte moitie mitad demi media"), 0.5),
    **dict.fromkeys(in_order("third thirds drittel tiers tercio"), 1 / 3),
    **dict.fromkeys(in_order("quarter viertel quart cuarto cuarta"), 0.25),
    **dict.fromkeys(in_order("fifth funftel cinquieme quinto quinta"), 0.2),
    **dict.fromkeys(in_order("tenth zehntel dixieme decimo decima"), 0.1),
}
_SHARES = word_set(
    "third thirds quarter quart cuarto cuarta tercio tiers media demi doble fifth tenth cinquieme dixieme "
    "quinto quinta decimo decima"
)
"""A share only after an article: `third` alone is a rank, `quart` a measure."""
_RANKS = word_set("fifth tenth cinquieme dixieme quinto quinta decimo decima")
_AS_SHARE = re.compile(
    r"\s*(?:[.,;:)]|$|(?:of|less|more|fewer|within|in|over|de|du|en|from|by|through)\b)", re.I
)
"""`A fifth` is a share, `a fifth school` is not."""
_COMPARED = word_set("twice thrice")
_AGAIN = re.compile(r"\s+(?:an?|per|every|each|daily|weekly|monthly|yearly)\b", re.I)
_SINGLE = word_set("one zero ein un uno eine einem einen einer una une")
_OF_TIME = re.compile(
    r"\s+(?:years?|months?|weeks?|jahr|monat|woche|jahres|monats|an\b|mois|semaine|a\u00f1o|mes|semana)\b",
    re.I,
)
_AS_MUCH = re.compile(r"\s+(?:as|the)\b", re.I)
_ARTICLE = re.compile(r"(?:\b(?:a|one|two|un|une|eine?[mnrs]?|los\s+dos|le|el|del|au|du|al)\s+)$", re.I)
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
_HALF_MORE = re.compile(r"\s+and\s+a\s+half\b", re.I)
_AND_A_HALF = re.compile(r"^(?:anderthalb|eineinhalb)$")


@dataclass(frozen=True, slots=True)
class Spelled:
    value: float
    start: int
    end: int
    factor: bool
    loose: bool = False
    """`dozens`, `Hunderte`: at least that."""


def spelled(text: str) -> tuple[Spelled, ...]:
    halves = [Spelled(6.0, m.start(), m.end(), factor=False) for m in _HALF_DOZEN.finditer(text)]
    rest = _HALF_MORE.sub(lambda m: "." * len(m.group()), text)
    for half in halves:
        rest = rest[: half.start] + "." * (half.end - half.start) + rest[half.end :]
    small = frozenset(fold(rest).split())
    runs = (_with_half(each, text) for each in _runs(rest, small))
    return tuple(sorted((*halves, *runs), key=lambda s: s.start))


def _with_half(each: Spelled, text: str) -> Spelled:
    more = _HALF_MORE.match(text, each.end)
    return replace(each, value=each.value + 0.5, end=more.end()) if more and not each.factor else each


def _runs(text: str, small: frozenset[str]) -> Iterator[Spelled]:
    run: list[tuple[re.Match[str], tuple[str, ...]]] = []
    for m in _WORD.finditer(text):
        joint = _OF if run and run[-1][1][-1] in _DOZENS else _JOINT
        if run and not joint.fullmatch(text[run[-1][0].end() : m.start()]):
            yield from _read(text, run)
            run = []
        parts = _parts(fold_word(m.group()), small)
        if parts and (parts != ("neuf",) or _COUNTED.match(text, m.end())):
            run.append((m, parts))
        elif run and not _JOINT.fullmatch(m.group() + " "):
            yield from _read(text, run)
            run = []
    yield from _read(text, run)


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
    if _is_number(word) or _AND_A_HALF.match(word):
        return (word,)
    parts = tuple(p for p in word.split("-") if p not in ("et", "and", "y"))
    if len(parts) > 1 and all(_is_number(p) or p.removesuffix("s") in _TENS for p in parts):
        return parts
    if len(word) > len("zwolf") and _SPELT_IN_GERMAN.match(word) and _german(word) is not None:
        return (word,)
    return ()


@lru_cache(maxsize=1 << 15)
def _may_be_number(word: str) -> bool:
    if _is_number(word) or _AND_A_HALF.match(word):
        return True
    return len(word) > len("zwolf") and bool(_SPELT_IN_GERMAN.match(word)) and _german(word) is not None


def _is_number(word: str) -> bool:
    return any(word in t for t in (_UNITS, _TENS, _HUNDREDS, _SCALES, _LOOSE, _DOZENS, FACTORS))


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


def _read(text: str, run: list[tuple[re.Match[str], tuple[str, ...]]]) -> Iterator[Spelled]:
    parts = [part for _, found in run for part in found]
    if not parts or (len(parts) == 1 and parts[0] in _SINGLE and not _OF_TIME.match(text, run[-1][0].end())):
        return
    start, end = run[0][0].start(), run[-1][0].end()
    scaled = parts[0] in _SCALES and re.search(r"(?:\d|\bp(?:o|ou|e)r)\s*$", text[max(0, start - 6) : start])
    if scaled:
        return  # `3 million` was read as digits; `por ciento` is a share.
    if parts[-1] in FACTORS:
        value = FACTORS[parts[-1]]
        if len(parts) == 1 and parts[0] in _RANKS and not _AS_SHARE.match(text, end):
            return
        if len(parts) == 1 and parts[0] in _SHARES and not _ARTICLE.search(text[:start]):
            return
        if parts[0] in _COMPARED and _AGAIN.match(text, end):
            yield Spelled(value, start, end, factor=False)
            return
        if parts[0] in _COMPARED and not _AS_MUCH.match(text, end):
            return
        if len(parts) == 2 and parts[0] in _UNITS and value < 0.5:
            value *= _UNITS[parts[0]]
        yield Spelled(round(value, 4), start, end, factor=True)
        return
    yield Spelled(_worth(parts), start, end, factor=False, loose=parts[-1] in _LOOSE)


def _worth(parts: list[str]) -> float:
    total, current = 0.0, 0.0
    for n, part in enumerate(parts):
        if part in _SCALES and (current or total or _SCALES[part] > 100 or n == 0):
            current = max(current, 1.0) * _SCALES[part]
            if _SCALES[part] > 100:
                total, current = total + current, 0.0
        elif part in _DOZENS:
            current = max(current, 1.0) * _DOZENS[part]
        elif part.removesuffix("s") == "vingt" and current == 4:
            current = 80.0
        else:
            current += _value(part)
    return total + current


def _value(part: str) -> float:
    for table in (_UNITS, _TENS, _HUNDREDS, _LOOSE, _SCALES):
        if part in table:
            return table[part]
    if _AND_A_HALF.match(part):
        return 1.5
    return _german(part) or _TENS.get(part.removesuffix("s"), 0.0)
