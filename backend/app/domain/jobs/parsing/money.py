"""Amounts of money in running text: how they are written around the world."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.jobs.posting import Period

CODES = (
    "USD|CAD|AUD|NZD|SGD|HKD|EUR|GBP|CHF|SEK|NOK|DKK|PLN|CZK|HUF|RON|JPY|INR|CNY|KRW|BRL|MXN|ZAR|ILS|AED|TRY"
)
_SIGNS = {
    "us$": "USD", "u.s.$": "USD", "ca$": "CAD", "c$": "CAD", "cdn$": "CAD", "cad$": "CAD", "au$": "AUD",
    "a$": "AUD", "nz$": "NZD", "s$": "SGD", "hk$": "HKD", "r$": "BRL", "$": "$", "€": "EUR", "£": "GBP",
    "¥": "JPY", "₹": "INR", "₩": "KRW", "₪": "ILS", "zł": "PLN", "kr": "kr", "euro": "EUR", "euros": "EUR",
    "dollars": "$", "pounds": "GBP", "kronor": "SEK", "fr.": "CHF", "sfr": "CHF", "kč": "CZK",
}  # fmt: skip
_SEVERAL = ("$", "kr")
"""Signs of several currencies: "$22,000 MXN" says which."""
_BEFORE = (
    r"(?:US\$|U\.S\.\$|CA\$|C\$|CDN\$|CAD\$|AU\$|A\$|NZ\$|S\$|HK\$|R\$|\$|€|£|¥|₹|₩|₪|zł"
    rf"|(?:{CODES})(?:\s?\$)?|kr\.?|Fr\.|SFr)"
)
_AFTER = (
    rf"(?:(?:{CODES})\b|(?:US\$|€|£|\$)(?!\s?\d)|zł|kr\b|kronor\b|[Ee]uros?\b|[Dd]ollars\b"
    rf"|[Pp]ounds\b|Kč|Fr\.)"
)
_NUMBER = (
    r"\d{1,2}(?:,\d{2}){1,2},\d{3}(?!\d)"
    r"|\d{1,3}(?:[ ,.'\u2019\u00a0\u202f]\d{3}){1,3}(?:[.,]\d{1,2})?(?!\d)|\d{1,9}(?:[.,]\d{1,2})?(?!\d)"
)
_LAKHS = re.compile(r"\d{1,2}(?:,\d{2}){1,2},\d{3}")
"""As India parts thousands: 28,00,000."""
_THOUSAND = r"(?:\s?(?:k|K|tkr|mille)(?![^\W_]))?"
_TO = (
    r"(?:\s?(?:/\s?(?:yr|hr|h|year|hour|mo|month))?\s{0,2}"
    r"(?:-|\u2010|\u2011|\u2012|\u2013|\u2014|\u2212|~|to|and|up to|à|a|et|bis|und|hasta|y"
    r"|till|och|tot|al?)\s{0,2})"
)
_GRADE = r"(?:[A-Z]{2}[- ]?\d{1,2}\s(?:[Ss]tep\s\d{1,2}\s)?)?"
"""Between the two ends of a scale: "GS-12 Step 10"."""
AMOUNT = re.compile(
    rf"(?:(?<![^\W_])"
    rf"|(?<=[\s(:]))(?P<sign1>{_BEFORE})?\s?(?P<low>{_NUMBER})(?P<k1>{_THOUSAND})\s?(?P<after1>{_AFTER})?"
    rf"(?:{_TO}{_GRADE}(?P<sign2>{_BEFORE})?\s?(?P<high>{_NUMBER})(?P<k2>{_THOUSAND})\s?(?P<after2>{_AFTER})?)?"
)
_PERIODS: tuple[tuple[Period, str], ...] = (
    (
        Period.HOUR,
        r"per hour|an hour|/ ?(?:hr|hour|h|std|stunde|heure)\b|hourly|p/?h\b|per hr|(?:de l'|par "
        r"|a l')heure|horaire"
        r"|\bl'heure|pro stunde|stundenlohn|por hora|la hora|/hora|per timme|i timmen|/timme|per uur"
        r"|all'ora",
    ),
    (
        Period.DAY,
        r"per day|a day|/ ?(?:day|d|jour|tag)\b|daily|per diem|day rate|par jour|pro tag|tagessatz"
        r"|por dia|al dia|per dag",
    ),
    (Period.WEEK, r"per week|a week|/ ?(?:week|wk)\b|weekly|par semaine|pro woche|por semana|per vecka"),
    (
        Period.MONTH,
        r"per month|a month|/ ?(?:month|mo|mois|monat|man|mes)\b|monthly|par mois|mensuel\w*"
        r"|pro monat|monatlich\w*"
        r"|im monat|monatsgehalt|por mes|al mes|mensual\w*|per manad|i manaden|/manad|manadslon"
        r"|kr/man|per maand|al mese",
    ),
    (
        Period.YEAR,
        r"per year|a year|/ ?(?:year|yr|annum|an|annee|jahr|ano)\b|per yr|yearly|annual\w*"
        r"|per annum|p\.? ?a\.?(?![a-z])"
        r"|par an(?:nee)?\b|l'an\b|annuel\w*|pro jahr|jahrlich\w*|im jahr|jahresgehalt|brutto/jahr"
        r"|brutto jahr\w*"
        r"|al ano|por ano|anual\w*|per ar\b|arslon|om aret|per jaar|all'anno|ral\b|\byear\b",
    ),
)
_PERIOD = tuple((period, re.compile(rf"(?:(?<![a-z])|(?=/))(?:{cue})")) for period, cue in _PERIODS)


@dataclass(frozen=True, slots=True)
class Amount:
    low: float
    high: float | None
    sign: str | None
    """An ISO code, or "$" or "kr" where the country decides."""
    start: int
    end: int


def amounts(text: str) -> tuple[Amount, ...]:
    return tuple(_amounts(text))


def _amounts(text: str) -> Iterator[Amount]:
    at = 0
    while found := AMOUNT.search(text, at):
        amount = _amount(found)
        if (
            amount
            and amount.high is not None
            and found["sign2"]
            and not found["sign1"]
            and amount.low * 20 < amount.high
        ):
            at = found.end("low")  # "Step 1 - $50,000": a number of something else, and then the money
            continue
        if amount:
            yield amount
        at = found.end()


def _amount(found: re.Match[str]) -> Amount | None:
    signs = (found["sign1"], found["sign2"], found["after1"], found["after2"])
    codes = [code for written in signs if written and (code := _currency(written))]
    sign = next((code for code in codes if code not in _SEVERAL), next(iter(codes), None))
    high_k = bool((found["k2"] or "").strip())
    low = _value(found["low"], bool(found["k1"].strip()) or high_k)
    high = _value(found["high"], high_k or bool(found["k1"].strip())) if found["high"] else None
    if low is None or (found["high"] and high is None):
        return None
    return Amount(low, high, sign, found.start(), found.end())


def _currency(written: str) -> str | None:
    folded = (
        written.lower().replace(" ", "").rstrip(".") if written not in ("Fr.", "U.S.$") else written.lower()
    )
    if folded in _SIGNS:
        return _SIGNS[folded]
    code = folded.rstrip("$").upper()
    return code if code in CODES.split("|") else None


def _value(written: str, thousands: bool) -> float | None:
    digits = re.sub(r"[ '\u2019\u00a0\u202f]", "", written)
    if _LAKHS.fullmatch(digits):
        digits = digits.replace(",", "")
    digits = re.sub(r"[.,](?=\d{3}(?:\D|$))", "", digits) if not thousands or len(digits) > 6 else digits
    digits = digits.replace(",", ".")
    try:
        value = float(digits)
    except ValueError:
        return None
    return value * 1000 if thousands and value < 1000 else value


def period_in(text: str) -> Period | None:
    """The first period that folded text names."""
    found = ((match.start(), period) for period, cue in _PERIOD if (match := cue.search(text)))
    return min(found, default=(0, None), key=lambda pair: pair[0])[1]
