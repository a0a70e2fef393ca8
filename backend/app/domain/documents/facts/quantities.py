"""Numbers in a text, in digits or in words, and what they count."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import takewhile

from app.domain.shared.prose import FUNCTION_WORDS, fold, in_order, stem, stem_set
from app.domain.shared.stretches import Stretches


class Measure(StrEnum):
    COUNT = "count"
    PERCENT = "percent"
    MONEY = "money"
    TIME = "time"
    FACTOR = "factor"
    ORDINAL = "ordinal"


class Bound(StrEnum):
    EXACT = "exact"
    AT_LEAST = "at least"
    AT_MOST = "at most"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class Quantity:
    value: float
    measure: Measure
    bound: Bound
    currency: str
    head: frozenset[str]
    """Stems of the words that follow at once: what it counts."""
    near: frozenset[str]
    """Stems of the words around it."""
    written: str
    start: int
    end: int


_SYMBOLS = {"$": "usd", "\u20ac": "eur", "\u00a3": "gbp", "\u00a5": "jpy"}
_MAGNITUDES = {
    "k": 1e3,
    "thousand": 1e3,
    "tsd": 1e3,
    "m": 1e6,
    "mm": 1e6,
    "mn": 1e6,
    "mio": 1e6,
    "million": 1e6,
    "millions": 1e6,
    "millionen": 1e6,
    "b": 1e9,
    "bn": 1e9,
    "billion": 1e9,
    "billions": 1e9,
    "mrd": 1e9,
}
_DAYS = {
    "second": 1 / 86400,
    "minute": 1 / 1440,
    "min": 1 / 1440,
    "hour": 1 / 24,
    "hr": 1 / 24,
    "day": 1.0,
    "week": 7.0,
    "month": 30.4375,
    "quarter": 91.3125,
    "year": 365.25,
    "yr": 365.25,
    "jahr": 365.25,
    "an": 365.25,
    "ann\u00e9e": 365.25,
}
_UNITS = {
    word: n
    for n, word in enumerate(
        in_order(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
            "sixteen seventeen eighteen nineteen"
        )
    )
}
_TENS = {
    word: 10 * n
    for n, word in enumerate(in_order("twenty thirty forty fifty sixty seventy eighty ninety"), start=2)
}
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9}
_LOOSE = {
    "tens": 20.0,
    "dozens": 24.0,
    "hundreds": 200.0,
    "thousands": 2e3,
    "millions": 2e6,
    "billions": 2e9,
}
_FACTORS = {"double": 2.0, "doubled": 2.0, "doubling": 2.0, "twice": 2.0, "twofold": 2.0, "triple": 3.0}
_FACTORS |= {"tripled": 3.0, "tripling": 3.0, "threefold": 3.0, "quadrupled": 4.0, "tenfold": 10.0}
_FACTORS |= {"half": 0.5, "halved": 0.5, "halving": 0.5, "third": 1 / 3, "quarter": 0.25}
PEOPLE = stem_set(
    "people person engin develop nurs staff team memb technician technic associat employe report "
    "student apprentic colleagu analyst manag design account intern graduat work volunt teach "
    "scientist research direct headcount individual specialist consultant agent assistant "
    "electrician contract trainee resident junior"
)

_DIGITS = re.compile(
    r"(?<![\w.@/#])(?P<sign>[$\u20ac\u00a3\u00a5]|\b(?:USD|EUR|GBP|CHF|SEK|CAD)\s?)?"
    r"(?P<number>\d{1,3}(?:[,\u00a0\u202f' ]\d{3})+(?![\d])(?:\.\d+)?|\d+(?:[.,]\d+)?)"
    r"(?:(?P<ordinal>st|nd|rd|th)\b|\s?(?P<magnitude>k|thousand|tsd|mm?|mn|mio|millions?|millionen|b|bn|billions?|mrd)"
    r"\b\.?)?(?P<plus>\+)?\s?(?P<percent>%|percent\b|per\scent\b|prozent\b|pour\scent\b)?"
    r"(?P<factor>x\b|-?fold\b)?(?P<after>\s?(?:USD|EUR|GBP|CHF|SEK|CAD|\u20ac|kr\b|euros?\b|dollars?\b))?(?P<plus2>\+)?",
    re.I,
)
_WORD = re.compile(r"(?<!\w)[^\W\d_]+(?:-[^\W\d_]+)*")
_QUALIFIED = re.compile(r"^[\s-]*(?:business|working|calendar|consecutive|whole|full|short)\b", re.I)
_UNIT = re.compile(r"[\s-]*([^\W\d_]+)")
_AT_LEAST = re.compile(
    r"\b(?:over|more than|above|at least|exceeding|upwards of|beyond|mehr als|\u00fcber|plus de)\s*$", re.I
)
_AT_MOST = re.compile(
    r"\b(?:up to|under|less than|below|at most|fewer than|within|bis zu|weniger als|jusqu'\u00e0)\s*$", re.I
)
_ABOUT = re.compile(
    r"(?:\b(?:about|around|approximately|approx\.?|roughly|nearly|almost|some|circa|ca\.|etwa|environ)|~)\s*$",
    re.I,
)
_CLAUSE = re.compile(r"[.;:!?()\n\u2022]\s|[()\n]")
_SHARES = frozenset({"third", "quarter"})
_ARTICLE = re.compile(r"\ba\s+$", re.I)
_REACH = 45
_HEAD = 3


def quantities(text: str, masked: Stretches | None = None) -> tuple[Quantity, ...]:
    """Every number but those in `masked` stretches: dates and addresses are not amounts."""
    found = [*_in_digits(text), *_in_words(text)]
    clear = (q for q in found if not masked or not masked.touch(q.start, q.end))
    return tuple(sorted(clear, key=lambda q: q.start))


def _in_digits(text: str) -> Iterator[Quantity]:
    for m in _DIGITS.finditer(text):
        value = _value(m["number"]) * _MAGNITUDES.get((m["magnitude"] or "").lower(), 1.0)
        currency = _currency(m["sign"] or m["after"] or "")
        measure = _measure(m, currency)
        plus = bool(m["plus"] or m["plus2"])
        yield _quantity(text, (m.start(), m.end()), value, measure, currency=currency, plus=plus)


def _value(number: str) -> float:
    if re.fullmatch(r"\d+,\d{1,2}|\d+,\d{4,}", number):
        return float(number.replace(",", "."))
    return float(re.sub(r"[,\u00a0\u202f' ]", "", number))


def _currency(sign: str) -> str:
    sign = sign.strip().lower()
    return _SYMBOLS.get(sign) or {"euro": "eur", "euros": "eur", "dollar": "usd", "dollars": "usd"}.get(
        sign, sign
    )


def _measure(m: re.Match[str], currency: str) -> Measure:
    if m["percent"]:
        return Measure.PERCENT
    if currency:
        return Measure.MONEY
    if m["ordinal"]:
        return Measure.ORDINAL
    return Measure.FACTOR if m["factor"] else Measure.COUNT


def _quantity(
    text: str,
    span: tuple[int, int],
    value: float,
    measure: Measure,
    *,
    currency: str = "",
    plus: bool = False,
) -> Quantity:
    start, end = span
    unit, head, near = _around(text, start, end)
    if measure is Measure.COUNT and unit and (days := _days(unit)):
        value, measure = round(value * days, 6), Measure.TIME
    return Quantity(
        value=value,
        measure=measure,
        bound=_bound(text[max(0, start - 24) : start], plus=plus),
        currency=currency,
        head=head,
        near=near,
        written=text[start:end].strip(),
        start=start,
        end=end,
    )


def _days(word: str) -> float | None:
    return _DAYS.get(word) or _DAYS.get(word.removesuffix("s"))


def _bound(before: str, *, plus: bool) -> Bound:
    if plus or _AT_LEAST.search(before):
        return Bound.AT_LEAST
    if _AT_MOST.search(before):
        return Bound.AT_MOST
    return Bound.ABOUT if _ABOUT.search(before) else Bound.EXACT


def _around(text: str, start: int, end: int) -> tuple[str, frozenset[str], frozenset[str]]:
    """The word right after a number, the stems of what it counts, and those near it within its clause."""
    after = _CLAUSE.split(text[end : end + _REACH])[0]
    before = _CLAUSE.split(text[max(0, start - _REACH) : start])[-1]
    following = [fold(w) for part in _WORD.findall(after) for w in part.split("-")][:4]
    leading = [fold(w) for part in _WORD.findall(before) for w in part.split("-")][-3:]
    stems = frozenset(stem(w) for w in (*following, *leading) if w not in FUNCTION_WORDS)
    unit = _UNIT.match(_QUALIFIED.sub("", after))
    counted = takewhile(lambda word: word not in FUNCTION_WORDS, following[:_HEAD])
    return (fold(unit[1]) if unit else ""), frozenset(stem(word) for word in counted), stems


def _in_words(text: str) -> Iterator[Quantity]:
    run: list[re.Match[str]] = []
    for m in _WORD.finditer(text):
        if run and not re.fullmatch(r"[\s-]*(?:and\s)?", text[run[-1].end() : m.start()]):
            yield from _spelled(text, run)
            run = []
        if _is_number_word(m.group().lower()):
            run.append(m)
        elif run:
            yield from _spelled(text, run)
            run = []
    yield from _spelled(text, run)


def _is_number_word(word: str) -> bool:
    return all(
        part in _UNITS
        or part in _TENS
        or part in _SCALES
        or part in _LOOSE
        or part in _FACTORS
        or part == "dozen"
        for part in word.split("-")
    )


def _spelled(text: str, run: list[re.Match[str]]) -> Iterator[Quantity]:
    parts = [part for m in run for part in m.group().lower().split("-")]
    if not parts or parts in (["one"], ["zero"]):
        return
    span = (run[0].start(), run[-1].end())
    if re.search(r"\d\s*$", text[max(0, span[0] - 6) : span[0]]):
        return  # `3 million` was read as digits.
    if parts[-1] in _FACTORS:
        if len(parts) == 1 and parts[0] in _SHARES and not _ARTICLE.search(text[: span[0]]):
            return  # `third` alone is a rank.
        yield _quantity(text, span, round(_FACTORS[parts[-1]], 4), Measure.FACTOR)
        return
    yield _quantity(text, span, _worth(parts), Measure.COUNT)


def _worth(parts: list[str]) -> float:
    total, current = 0.0, 0.0
    for part in parts:
        if part in _SCALES and (current or total or part != "hundred"):
            current = max(current, 1.0) * _SCALES[part]
            if part != "hundred":
                total, current = total + current, 0.0
        elif part == "dozen":
            current = max(current, 1.0) * 12
        else:
            current += _UNITS.get(part, _TENS.get(part, _LOOSE.get(part, _SCALES.get(part, 0.0))))
    return total + current
