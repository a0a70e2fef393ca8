"""Numbers in a text, in digits or in words, and what they count."""

import re
from collections.abc import Iterator

from app.domain.documents.facts.amounts.bounds import Bound, bound_at
from app.domain.documents.facts.amounts.durations import durations, half_more
from app.domain.documents.facts.amounts.number_signs import (
    AGED,
    CURRENCIES,
    DIGITS,
    FACTOR_AFTER,
    FACTOR_BEFORE,
    LABELS,
    MAGNITUDES,
    MONEY_AFTER,
    PERCENT_AFTER,
    POINTS,
    RATE,
    RATE_ADVERB,
    RATES,
    SYMBOLS,
    TIMES,
    UNIT_PLACE,
)
from app.domain.documents.facts.amounts.number_words import spelled, suffix_of
from app.domain.documents.facts.amounts.pairs import paired
from app.domain.documents.facts.amounts.quantity import Measure, Quantity
from app.domain.documents.facts.amounts.rhythms import Rhythm, apart, every, hourly, idioms, rhythms, times
from app.domain.documents.facts.amounts.surroundings import PLAIN_LABELS, around, days_of, label_of, singular
from app.domain.shared.cues import Spoken, spoken
from app.domain.shared.prose import fold
from app.domain.shared.stretches import Stretches

_LONGER = {"month": "year", "week": "month", "day": "week", "minute": "hour", "hour": "day"}
_AND_SOME = re.compile(r"\s*(?:,\s*|(?:,\s*)?(?:and|und|et|y)\s+)", re.I)
_METRES = re.compile(r"\sm\b")
_SCALE = re.compile(
    r"(?P<million>millions?|millionen|millones)|(?P<thousand>thousand)|(?P<billion>billion)\b", re.I
)
_OF_AGE = re.compile(r"(?:over|under|the|mid|early|late|their)[\s-]+$", re.I)
AGE = "age"
"""The unit of those who are called by it."""
_DIGIT = re.compile(r"\d")
_DECIMAL = re.compile(r"\d+[.,]\d{1,2}|\d+[.,]\d{4,}|0[.,]\d+")
_DECIMALS = re.compile(r"[.,](\d{1,2})$")
_BEFORE = 16
_MOST_GRADES = 15
_NOTHING = Quantity(
    0.0, 0.0, Measure.NONE, Bound.EXACT, "", "", "", (), frozenset(), written="", start=0, end=0, unit_end=0
)


def quantities(
    text: str, masked: Stretches | None = None, words: Spoken | None = None
) -> tuple[Quantity, ...]:
    """Every number but those in `masked` stretches: dates and addresses are not amounts.

    In their order; behind them those that are only part of another or none. `words`: those of the text,
    where they are known already.
    """
    words = words or spoken(text)
    fixed = list(_without_numbers(text, words))
    taken = Stretches([(q.start, q.end) for q in fixed])
    found = [q for q in (*_in_digits(text), *_in_words(text, words)) if not taken.touch(q.start, q.end)]
    found = [_without_rate(text, q, taken) for q in found] if fixed else found
    if not found and not fixed:
        return tuple(_idioms(text, words))
    told = Stretches([(q.start, q.end) for q in found if q.measure is Measure.FREQUENCY])
    found += [q for q in fixed if not told.touch(q.start, q.end)]
    clear = [q for q in found if not masked or not masked.touch(q.start, q.end)]
    amounts = sorted((q for q in clear if q.measure is not Measure.NONE), key=lambda q: q.start)
    amounts = _months_added(text, amounts)
    return (*paired(text, amounts), *_rates(text, amounts), *_idioms(text, words))


def _without_rate(text: str, q: Quantity, lengths: Stretches) -> Quantity:
    """`800 readers within a year`: what is a length of time tells not how often."""
    rate = _rate_at(text, q.end) if q.rate else None
    return q._replace(rate="") if rate and lengths.touch(*rate.span("unit")) else q


def _months_added(text: str, found: list[Quantity]) -> list[Quantity]:
    """`A year and eight months` is one length of time."""
    whole: list[Quantity] = []
    for q in found:
        last = whole[-1] if whole else None
        if (
            last
            and last.measure is q.measure is Measure.TIME
            and _LONGER.get(_unit_of(q)) == _unit_of(last)
            and _AND_SOME.fullmatch(text[last.unit_end : q.start])
        ):
            whole[-1] = last._replace(
                value=last.value + q.value,
                end=q.end,
                unit_end=q.unit_end,
                written=text[last.start : q.unit_end],
            )
        else:
            whole.append(q)
    return whole


def _unit_of(q: Quantity) -> str:
    return RATES.get(singular(q.unit), "")


def _without_numbers(text: str, words: Spoken) -> Iterator[Quantity]:
    """`half an hour`, `fortnightly`."""
    lasting = tuple(durations(text, words))
    for each in lasting:
        bound = bound_at(text, each.start, each.end, plus=False, lasting=True)
        found = _span(text, each.start, each.end, Measure.TIME, each.days)
        yield found._replace(bound=bound, unit=each.unit)
    for rhythm in rhythms(text, words):
        if not any(each.start < rhythm.end and rhythm.start < each.end for each in lasting):
            yield _rhythm(text, rhythm)


def _span(text: str, start: int, end: int, measure: Measure, value: float = 0.0) -> Quantity:
    return _NOTHING._replace(
        value=value,
        bare=value,
        measure=measure,
        written=text[start:end].strip(),
        start=start,
        end=end,
        unit_end=end,
    )


def _rhythm(text: str, rhythm: Rhythm, bound: Bound = Bound.EXACT) -> Quantity:
    found = _span(text, rhythm.start, rhythm.end, Measure.FREQUENCY, rhythm.yearly)
    return found._replace(rate=rhythm.rate, bound=bound)


def _rates(text: str, found: list[Quantity]) -> Iterator[Quantity]:
    """Where `a week` stands, of 20 hours a week."""
    for q in found:
        rate = _rate_at(text, q.end) if q.rate and q.measure is not Measure.FREQUENCY else None
        if rate and not any(o.start <= rate.start("phrase") < o.end for o in found):
            yield _span(text, *rate.span("phrase"), Measure.NONE)


def _rate_at(text: str, end: int) -> re.Match[str] | None:
    rate = RATE.match(text, end)
    if rate and rate["unit"] == "HR":
        rate = None  # `Six months in an HR office`.
    return rate or RATE_ADVERB.match(text, end)


def _idioms(text: str, words: Spoken) -> Iterator[Quantity]:
    return (_span(text, start, end, Measure.NONE) for start, end in idioms(text, words))


def _in_digits(text: str) -> Iterator[Quantity]:
    if not _DIGIT.search(text):
        return
    for m in DIGITS.finditer(text):
        end, scale = m.end(), MAGNITUDES.get((m["magnitude"] or "").lower(), 1.0)
        if _METRES.match(text, m.end("number")) and not (m["sign"] or m["after"]):
            end, scale = m.end("number"), 1.0  # A length, where no money is told.
        currency = _currency(m["sign"] or m["after"] or "")
        measure = _measure(m, currency)
        if (m["after"] or "").strip().lower() == "grand":
            scale = MAGNITUDES["grand"]
        plus = bool(m["plus"] or m["plus2"])
        value = _value(m["number"]) * scale
        found = _quantity(text, (m.start(), end), value, measure, currency=currency, plus=plus)
        yield found if scale == 1.0 else found._replace(scale=scale)


def _value(number: str) -> float:
    """`1.200` and `1,200` are twelve hundred; a mark before other than three digits cuts decimals."""
    if number.isdecimal():
        return float(number)
    if _DECIMAL.fullmatch(number):
        return float(number.replace(",", "."))
    whole, decimals = number, ""
    if tail := _DECIMALS.search(number):
        whole, decimals = number[: tail.start()], tail[1]
    return float(re.sub(r"[,.\u00a0\u202f' ]", "", whole) + (f".{decimals}" if decimals else ""))


def _currency(sign: str) -> str:
    if not sign:
        return ""
    sign = re.sub(r"^(?:de |d['\u2019])", "", sign.strip().lower())
    return SYMBOLS.get(sign) or CURRENCIES.get(fold(sign).removesuffix("s"), sign)


def _measure(m: re.Match[str], currency: str) -> Measure:
    if m["percent"]:
        return Measure.PERCENT
    if currency or (m["after"] or "").strip().lower() == "grand":
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
    unit, head, near = around(text, start, end)
    rate = _rate_at(text, end)
    found = Quantity(
        value=value,
        bare=value,
        measure=measure,
        bound=bound_at(text, start, end, plus=plus, lasting=False),
        currency=currency,
        rate=RATES.get(singular(fold(rate["unit"])), "") if rate else "",
        unit=unit,
        head=head,
        near=near,
        written=text[start:end].strip(),
        start=start,
        end=end,
        unit_end=after.end() if (after := UNIT_PLACE.match(text, end)) else end,
        label=label_of(text, start),
    )
    return _of_what(text, found, plus=plus) if measure is Measure.COUNT else found


def _of_what(text: str, q: Quantity, *, plus: bool) -> Quantity:
    """Whether a number without a sign is a share, a factor, a frequency or a time."""
    if points := POINTS.match(text, q.end):
        return q._replace(measure=Measure.PERCENT, end=points.end())
    if q.label in PLAIN_LABELS and q.value > _MOST_GRADES:
        q = q._replace(label="")
    if q.label in LABELS:
        return q._replace(unit="", head=(), rate="", unit_end=q.end)
    if FACTOR_AFTER.match(text, q.end) or FACTOR_BEFORE.search(text[max(0, q.start - 32) : q.start]):
        return q._replace(measure=Measure.FACTOR)
    if q.unit in TIMES:
        q = q._replace(unit="times", head=())
    if AGED.match(text, q.end):
        return q._replace(unit="", head=())
    often = times(text, q.value, q.start, q.end) or hourly(text, q.value, q.start, q.end)
    if often:
        return _rhythm(text, often, q.bound)
    return _lasting(text, q, plus=plus)


def _lasting(text: str, q: Quantity, *, plus: bool) -> Quantity:
    unit = suffix_of(text[q.start : q.end]) or q.unit
    days = days_of(unit)
    if days is None or (unit == "an" and q.value != 1):
        return q
    if unit == "s" and _OF_AGE.search(text[max(0, q.start - _BEFORE) : q.start]):
        return q._replace(unit=AGE, head=())  # The over-70s.
    if often := every(text, q.value * days, q.start, q.unit_end) or apart(
        text, q.value * days, q.start, q.unit_end
    ):
        return _rhythm(text, often)
    more = half_more(text, q.unit_end)
    return q._replace(
        value=(q.value + 0.5) * days if more else q.value * days,
        measure=Measure.TIME,
        bound=bound_at(text, q.start, q.end, plus=plus, lasting=True),
        end=more or q.end,
        unit_end=more or q.unit_end,
    )


def _in_words(text: str, words: Spoken) -> Iterator[Quantity]:
    for each in spelled(text, words):
        percent = PERCENT_AFTER.match(text, each.end)
        money = None if percent else MONEY_AFTER.match(text, each.end)
        end = percent.end() if percent else money.end() if money else each.end
        measure = Measure.FACTOR if each.factor else Measure.COUNT
        value = each.value
        if percent or money:
            measure = Measure.PERCENT if percent else Measure.MONEY
        if money and money["grand"]:
            value *= MAGNITUDES["grand"]
        yield _quantity(
            text,
            (each.start, end),
            value,
            measure,
            currency=_currency(money[2] or "") if money else "",
            plus=each.loose,
        )._replace(scale=_scale(text[each.start : each.end]))


def _scale(written: str) -> float:
    found = _SCALE.search(written)
    return MAGNITUDES[found.lastgroup] if found and found.lastgroup else 1.0
