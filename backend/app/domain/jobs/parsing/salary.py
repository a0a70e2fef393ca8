"""What the work pays. Read where it is stated as pay; never made up."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.jobs.parsing.folding import folded
from app.domain.jobs.parsing.lines import Line
from app.domain.jobs.parsing.money import Amount, amounts, period_in
from app.domain.jobs.parsing.places import crowns_of, dollars_of
from app.domain.jobs.posting import Found, Period, Salary, Span

_HINT = re.compile(
    r"[$€£¥₹₩₪]|\b(?:USD|CAD|AUD|NZD|SGD|EUR|GBP|CHF|SEK|NOK|DKK|PLN|INR|JPY)\b|\bkr\b|kronor"
    r"|zł|\b[Ee]uros?\b"
    r"|(?i:salar|compensation|\bpay\b|wage|gehalt|salaire|lön|remuner|rémun|sueldo|vergütung)"
)
_LONGEST = 3000
_AROUND = 90
_PAY = re.compile(
    r"\bstipend ?: ?$|salar(?:y|ies|i[oé]|is)\b|\bpay\b|compensation|wages?\b|remunerat\w+|\brate\b|\bote\b"
    r"|earn(?:ings)?\b|earning|salaire|remuneration|traitement|gehalt\w*|\w*gehalt|vergut\w+"
    r"|\blohn|jahresbrutto|brutto|salario|sueldo|retribu\w+|\blon\b|manadslon|arslon"
    r"|ingangslon|base range|pay range|salaris"
)
_NOT_PAY = re.compile(
    r"revenue|funding|fund(?:s|ed)?\b|budget|raised|valuation|million|billion|turnover|\barr\b"
    r"|\baum\b|assets|portfolio|quota|sales of|worth|contract value|grant|tuition|stipend(?! ?: ?$)"
    r"|allowance|reimburs|401"
    r"|insurance|sign[- ]?(?:on|ing)|\bbonus|referral|relocation|voucher|discount|gift|fee\b"
    r"|fees\b|fine\b|transaction|saving|contribution|match|award|prime\b|budget"
    r"|maximum (?:salary|pay)|exceed|cap\b|minimum wage"
    r"|umsatz|zuschuss|praemie|pramie|\bca\b de|chiffre d'affaires|facturacion|omsattning"
    r"|friskvard|bidrag|subvention|loan|debt|donat|customers|invoice"
)
_WORKED_AT = re.compile(
    r"\d ?(?:h|hours|hrs|std\.?|stunden|heures|horas|timmar)\W{0,3}(?:(?:per|a|pro|par|por|i) )?(?:week"
    r"|woche|semaine|semana|veckan)"
    r"\W{1,3}$|\b(?:post|position|role|job|work|hours|shifts?)\b[^.;]{0,60}\b(?:at|for|paying|pays)\s*$"
)
""""The post is for 24 hours a week at £12.60 per hour"."""
_MULTIPLE = re.compile(
    r"^\s?(?:m\b|mm\b|bn\b|b\b|million|billion|mio|mrd|millones|miljoner|\+? ?(?:employees"
    r"|people|users|customers))",
    re.I,
)
_FROM = re.compile(
    r"(?:from|starting (?:at|from)|minimum(?: of)?|at least|des|a partir d[eu']|ab|mindestens"
    r"|desde|fran|lagst)\s*(?:[a-z]{0,3}\s?)$"
)
_UP_TO = re.compile(
    r"(?:up to|maximum(?: of)?|max\.?|jusqu'a|bis zu|hasta|upp till"
    r"|as much as)\s*(?:[a-z]{0,3}\s?)$"
)
_REASONABLE: dict[Period | None, tuple[float, float]] = {
    Period.HOUR: (4, 2_000), Period.DAY: (30, 20_000), Period.WEEK: (100, 50_000),
    Period.MONTH: (300, 900_000),
    Period.YEAR: (4_000, 90_000_000), None: (1_000, 90_000_000),
}  # fmt: skip
_YEARLY = 15_000
_YEARLY_CURRENCIES = {"USD", "CAD", "AUD", "NZD", "EUR", "GBP", "CHF", "SGD"}


@dataclass(frozen=True, slots=True)
class Pay:
    """An amount that is stated as pay, and how plainly."""

    amount: Amount
    line: Line
    period: Period | None
    strength: int


def salary_of(
    lines: tuple[Line, ...], *, top: int, language: str, where: tuple[str, ...]
) -> Found[Salary] | None:
    stated = list(_stated(lines, top=top))
    if not stated:
        return None
    best = max(stated, key=lambda pay: pay.strength)
    currency = _currency(best.amount.sign, language=language, where=where)
    period, rule = best.period, "salary.stated"
    if period is None and best.amount.low >= _YEARLY and currency in _YEARLY_CURRENCIES:
        period, rule = Period.YEAR, "salary.stated; a year by its size"
    minimum, maximum = _bounds(best)
    return Found(Salary(minimum, maximum, currency, period), _span(best), rule)


def _stated(lines: tuple[Line, ...], *, top: int) -> Iterator[Pay]:
    for at, line in enumerate(lines):
        if len(line.text) <= _LONGEST and _HINT.search(line.text):
            labelled = (
                at > 0 and len(lines[at - 1].text) < 60 and bool(_PAY.search(folded(lines[at - 1].text)))
            )
            labelled = labelled or (
                at > 1 and len(lines[at - 2].text) < 40 and bool(_PAY.search(folded(lines[at - 2].text)))
            )
            yield from _in_line(line, on_top=at < top, labelled=labelled)
        elif len(line.text) <= 80 and at and _PAY.search(folded(lines[at - 1].text[:60])):
            yield from _in_line(line, on_top=at < top, labelled=True)


def _in_line(line: Line, *, on_top: bool, labelled: bool) -> Iterator[Pay]:
    for amount in amounts(line.text):
        before = folded(line.text[max(0, amount.start - _AROUND) : amount.start])
        after = line.text[amount.end : amount.end + _AROUND]
        words_after = folded(after)
        period = period_in(words_after[:40]) or _period_before(before)
        if not _could_be_pay(amount, period, after):
            continue
        if amount.sign is None and not (period or labelled or _PAY.search(before)):
            continue
        strength = _strength(before, words_after, amount, period, on_top=on_top, labelled=labelled)
        if strength > 0:
            yield Pay(amount, line, period, strength)


def _period_before(before: str) -> Period | None:
    """As in "annual salary of $50,000"."""
    tail = re.split(r"[.;!?](?:\s|$)", before)[-1]
    return period_in(tail) if _PAY.search(tail) else None


def _could_be_pay(amount: Amount, period: Period | None, after: str) -> bool:
    least, most = _REASONABLE[period]
    high = amount.high if amount.high is not None else amount.low
    is_a_year = amount.sign is None and amount.high is None and 1900 <= amount.low <= 2100
    return least <= amount.low <= high <= most and not is_a_year and not _MULTIPLE.match(after)


def _strength(
    before: str, after: str, amount: Amount, period: Period | None, *, on_top: bool, labelled: bool
) -> int:
    sentence = re.split(r"(?<=[a-z)])[.;!?]\s", before)[-1]
    rest = re.split(r"(?<=[a-z)])[.;!?]\s|,\s|(?:^| )(?:plus|\+) ", after)[0]
    about_pay = bool(_PAY.search(sentence) or _PAY.search(rest))
    about_pay = about_pay or bool(period is Period.HOUR and amount.sign and _WORKED_AT.search(sentence))
    if _NOT_PAY.search(sentence) or _NOT_PAY.search(rest):
        return 0
    if not (about_pay or labelled or (on_top and amount.sign) or (period and amount.high)):
        return 0
    points = 1 + 4 * on_top + 2 * bool(labelled or about_pay) + 2 * (amount.high is not None)
    return points + bool(period) + bool(amount.sign)


def _bounds(pay: Pay) -> tuple[float | None, float | None]:
    amount = pay.amount
    if amount.high is not None:
        return amount.low, amount.high
    before = folded(pay.line.text[max(0, amount.start - 30) : amount.start]) + " "
    if _UP_TO.search(before):
        return None, amount.low
    if _FROM.search(before) or pay.line.text[amount.end :].startswith("+"):
        return amount.low, None
    return amount.low, amount.low


def _currency(sign: str | None, *, language: str, where: tuple[str, ...]) -> str | None:
    if sign == "$":
        return dollars_of(*where)
    return crowns_of(language) if sign == "kr" else sign


def _span(pay: Pay) -> Span:
    return pay.line.span_of(pay.line.text[pay.amount.start : pay.amount.end].strip())
