"""Numbers in a text, in digits or in words, and what they count."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import dropwhile, pairwise, takewhile

from app.domain.documents.facts.number_signs import (
    ABOUT,
    AGED,
    AT_LEAST,
    AT_MOST,
    BARE_BEFORE,
    CLAUSE,
    CLOSES,
    CURRENCIES,
    DAYS,
    DIGITS,
    DURING,
    FROM,
    HEAD,
    LASTING,
    LESS,
    MAGNITUDES,
    MONEY_AFTER,
    MORE,
    NEARLY,
    OF,
    PERCENT_AFTER,
    POINTS,
    QUALIFIED,
    RATE,
    RATES,
    REACH,
    SYMBOLS,
    TO,
    UNIT,
    UNIT_PLACE,
    WORD,
)
from app.domain.documents.facts.number_words import spelled
from app.domain.documents.facts.roots import roots_of
from app.domain.documents.facts.wordings import is_style
from app.domain.shared.prose import FUNCTION_WORDS, fold
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
    MORE = "more than"
    AT_MOST = "at most"
    LESS = "less than"
    NEARLY = "nearly"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class Quantity:
    value: float
    bare: float
    """As written, whatever the unit."""
    measure: Measure
    bound: Bound
    currency: str
    rate: str
    """What it happens in once: `week` for 20 hours a week. Empty: nothing is said."""
    unit: str
    """The word after it, folded."""
    head: tuple[str, ...]
    """The words that follow at once: what it counts."""
    near: frozenset[str]
    """Roots of the words around it."""
    written: str
    start: int
    end: int
    unit_end: int
    """Where the word after it ends."""


def quantities(text: str, masked: Stretches | None = None) -> tuple[Quantity, ...]:
    """Every number but those in `masked` stretches: dates and addresses are not amounts."""
    found = [*_in_digits(text), *_in_words(text)]
    clear = (q for q in found if not masked or not masked.touch(q.start, q.end))
    return _paired(text, sorted(clear, key=lambda q: q.start))


def _paired(text: str, found: list[Quantity]) -> tuple[Quantity, ...]:
    """`From 34 to 29 percent`: the unit of one is that of both."""
    for n, (a, b) in enumerate(pairwise(found)):
        if not TO.fullmatch(text[a.end : b.start]) or not FROM.search(text[: a.start]):
            continue
        bare_a, bare_b = _is_bare(a), _is_bare(b)
        if bare_a and not bare_b and b.measure is not Measure.COUNT:
            found[n] = _in_the_unit_of(a, b)
        elif b.measure is Measure.COUNT and a.measure is not Measure.COUNT:
            found[n + 1] = _in_the_unit_of(b, a)
        elif bare_a and b.measure is Measure.COUNT and a.measure is Measure.COUNT:
            found[n] = replace(a, head=b.head)
    return tuple(found)


def _is_bare(q: Quantity) -> bool:
    return q.measure is Measure.COUNT and (not q.head or bool(BARE_BEFORE & set(q.head[:1])))


def _in_the_unit_of(a: Quantity, b: Quantity) -> Quantity:
    value = a.bare * (b.value / b.bare if b.bare else 1.0)
    return replace(a, value=value, measure=b.measure, currency=b.currency, head=b.head)


def _in_digits(text: str) -> Iterator[Quantity]:
    for m in DIGITS.finditer(text):
        value = _value(m["number"]) * MAGNITUDES.get((m["magnitude"] or "").lower(), 1.0)
        currency = _currency(m["sign"] or m["after"] or "")
        measure = _measure(m, currency)
        plus = bool(m["plus"] or m["plus2"])
        yield _quantity(text, (m.start(), m.end()), value, measure, currency=currency, plus=plus)


def _value(number: str) -> float:
    """`1.200` and `1,200` are twelve hundred; a mark before other than three digits cuts decimals."""
    if re.fullmatch(r"\d+[.,]\d{1,2}|\d+[.,]\d{4,}|0[.,]\d+", number):
        return float(number.replace(",", "."))
    whole, decimals = number, ""
    if tail := re.search(r"[.,](\d{1,2})$", number):
        whole, decimals = number[: tail.start()], tail[1]
    return float(re.sub(r"[,.\u00a0\u202f' ]", "", whole) + (f".{decimals}" if decimals else ""))


def _currency(sign: str) -> str:
    sign = re.sub(r"^(?:de |d['\u2019])", "", sign.strip().lower())
    return SYMBOLS.get(sign) or CURRENCIES.get(fold(sign).removesuffix("s"), sign)


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
    rate = RATE.match(text, end)
    bare = value
    if measure is Measure.COUNT and (points := POINTS.match(text, end)):
        measure, end = Measure.PERCENT, points.end()
    elif measure is Measure.COUNT and AGED.match(text, end):
        unit, head = "", ()
    elif measure is Measure.COUNT and unit and (unit != "an" or value == 1) and (days := _days(unit)):
        value, measure = value * days, Measure.TIME
    return Quantity(
        value=value,
        bare=bare,
        measure=measure,
        bound=_bound_at(text, start, end, plus=plus, lasting=measure is Measure.TIME),
        currency=currency,
        rate=RATES.get(_singular(fold(rate[1])), "") if rate else "",
        unit=unit,
        head=head,
        near=near,
        written=text[start:end].strip(),
        start=start,
        end=end,
        unit_end=after.end() if (after := UNIT_PLACE.match(text, end)) else end,
    )


def _days(word: str) -> float | None:
    return DAYS.get(word) or DAYS.get(_singular(word))


def _singular(word: str) -> str:
    return word.removesuffix("s") if len(word) > 1 else word


_BOUNDS: tuple[tuple[re.Pattern[str], Bound], ...] = (
    (MORE, Bound.MORE),
    (AT_LEAST, Bound.AT_LEAST),
    (LESS, Bound.LESS),
    (AT_MOST, Bound.AT_MOST),
    (NEARLY, Bound.NEARLY),
    (ABOUT, Bound.ABOUT),
)


def _bound_at(text: str, start: int, end: int, *, plus: bool, lasting: bool) -> Bound:
    before = text[max(0, start - 24) : start]
    if lasting and DURING.search(before) and not LASTING.search(before) and CLOSES.match(text, end):
        return Bound.EXACT
    return _bound(before, plus=plus)


def _bound(before: str, *, plus: bool) -> Bound:
    if plus:
        return Bound.AT_LEAST
    return next((bound for pattern, bound in _BOUNDS if pattern.search(before)), Bound.EXACT)


def _around(text: str, start: int, end: int) -> tuple[str, tuple[str, ...], frozenset[str]]:
    """The word right after a number, the words for what it counts, and roots near it within its clause."""
    after = CLAUSE.split(text[end : end + REACH])[0]
    before = CLAUSE.split(text[max(0, start - REACH) : start])[-1]
    following = [fold(w) for part in WORD.findall(after) for w in part.split("-")][:4]
    leading = [fold(w) for part in WORD.findall(before) for w in part.split("-")][-3:]
    near = roots_of(w for w in (*following, *leading) if w not in FUNCTION_WORDS)
    unit = UNIT.match(QUALIFIED.sub("", after))
    counted = takewhile(_counts, dropwhile(lambda w: w in OF, following))
    return (fold(unit[1]) if unit else ""), tuple(counted)[:HEAD], near


def _counts(word: str) -> bool:
    return word not in FUNCTION_WORDS and not is_style(word)


def _in_words(text: str) -> Iterator[Quantity]:
    for each in spelled(text):
        percent = PERCENT_AFTER.match(text, each.end)
        money = None if percent else MONEY_AFTER.match(text, each.end)
        end = percent.end() if percent else money.end() if money else each.end
        measure = Measure.FACTOR if each.factor else Measure.COUNT
        if percent or money:
            measure = Measure.PERCENT if percent else Measure.MONEY
        yield _quantity(
            text,
            (each.start, end),
            each.value,
            measure,
            currency=_currency(money[1]) if money else "",
            plus=each.loose,
        )
