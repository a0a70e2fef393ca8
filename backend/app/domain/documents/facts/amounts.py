"""Numbers, dates and addresses of a line, held against its ground."""

import re
from collections.abc import Iterator

from app.domain.documents.content import Source
from app.domain.documents.facts.grounds import Ground
from app.domain.documents.facts.moments import Dated, Moment, Stretch
from app.domain.documents.facts.quantities import PEOPLE, Bound, Measure, Quantity
from app.domain.documents.facts.receipt import Claim, ClaimKind, Verdict
from app.domain.documents.facts.text_facts import TextFacts
from app.domain.documents.facts.wordings import FALLING, RISING, exchangeable

_KINDS = {
    Measure.PERCENT: ClaimKind.PERCENT,
    Measure.MONEY: ClaimKind.MONEY,
    Measure.TIME: ClaimKind.DURATION,
}
_CAREER = re.compile(
    r"\s*(?:years?|yrs?|months?|jahren?|ans|a\u00f1os|\u00e5r)\b['\u2019]?\s*(?:of|in|as|at|with|experience|working|building|\w+ing\b"
    r"|\w+\s+experience|$|[.,;])",
    re.I,
)
_SMALL = 1e-6
_DAYS_PER_MONTH = 30.4375


def quantity_claims(line: TextFacts, ground: Ground) -> Iterator[Claim]:
    for quantity in line.quantities:
        kind = _KINDS.get(quantity.measure, ClaimKind.NUMBER)
        verdict, why = _hold(quantity, line, ground)
        yield Claim(kind, quantity.written, verdict, why, _nearest(quantity, ground))


def _hold(quantity: Quantity, line: TextFacts, ground: Ground) -> tuple[Verdict, str]:
    known = [(q, p.facts) for p in ground.pieces for q in p.facts.quantities]
    same = [(q, facts) for q, facts in known if _same_value(quantity, q)]
    others = [q for q, _ in known if q.measure is quantity.measure and not _same_value(quantity, q)]
    if any(_same_thing(quantity, q, others) and not _turned(quantity, line, facts) for q, facts in same):
        exact = any(quantity.written == q.written for q, _ in same)
        return (
            (Verdict.SUPPORTED, "Said so.") if exact else (Verdict.DERIVED, "The same amount, in other form.")
        )
    if quantity.measure is Measure.TIME and _within_career(quantity, line, ground):
        return Verdict.DERIVED, "Counted from the dates."
    if same:
        return Verdict.UNSUPPORTED, "The source says this number of something else."
    return Verdict.UNSUPPORTED, "No cited source has this number."


def _same_value(a: Quantity, b: Quantity) -> bool:
    if a.measure is not b.measure and {a.measure, b.measure} != {Measure.COUNT, Measure.ORDINAL}:
        return False
    if a.currency != b.currency or abs(a.value - b.value) > _SMALL * max(1.0, abs(b.value)):
        return False
    if a.bound in (Bound.EXACT, Bound.ABOUT):
        return True
    return b.bound is a.bound


def _same_thing(a: Quantity, b: Quantity, others: list[Quantity]) -> bool:
    """A count is of something; a share, a sum or a time is held by its value."""
    if a.measure is not Measure.COUNT:
        return True
    if not a.near or not b.near or a.head & b.near or b.head & a.near:
        return True
    if not a.head or not b.head:
        return not any(a.head & other.head for other in others)
    if a.head & PEOPLE and b.head & PEOPLE:
        return True
    return any(exchangeable(each, b.head) for each in a.head)


def _turned(quantity: Quantity, line: TextFacts, source: TextFacts) -> bool:
    """A fall told as a rise, or a rise as a fall."""
    if quantity.measure not in (Measure.PERCENT, Measure.MONEY, Measure.FACTOR):
        return False
    up, down = bool(line.words & RISING), bool(line.words & FALLING)
    if up == down:
        return False
    was_up, was_down = bool(source.words & RISING), bool(source.words & FALLING)
    return was_up != was_down and was_up != up


def _within_career(quantity: Quantity, line: TextFacts, ground: Ground) -> bool:
    months = quantity.value / _DAYS_PER_MONTH
    spoken_of = _CAREER.match(line.text, quantity.end)
    return bool(spoken_of) and months >= 1 and months <= ground.months + 0.5


def _nearest(quantity: Quantity, ground: Ground) -> Source | None:
    shared = [(len(quantity.near & p.facts.stems), -n, p.source) for n, p in enumerate(ground.pieces)]
    return max(shared, key=lambda s: s[:2])[2] if shared else None


def date_claims(line: TextFacts, ground: Ground) -> Iterator[Claim]:
    for each in line.dates:
        holds = _holds(each, ground)
        verdict = Verdict.SUPPORTED if holds else Verdict.UNSUPPORTED
        yield Claim(
            ClaimKind.DATE, each.written, verdict, "" if holds else "The cited sources give other dates."
        )


def _holds(each: Dated, ground: Ground) -> bool:
    what = each.what
    if isinstance(what, Stretch):
        return any(_covers(held, what) for held in ground.stretches)
    if any(_agrees(held, what) for held in ground.moments):
        return True
    years = (q.value for p in ground.pieces for q in p.facts.quantities)
    return what.month is None and any(value == what.year for value in years)


def _covers(held: Stretch, claimed: Stretch) -> bool:
    if not _agrees(held.start, claimed.start):
        return False
    if held.end is None or claimed.end is None:
        return held.end is claimed.end
    return _agrees(held.end, claimed.end)


def _agrees(held: Moment, claimed: Moment) -> bool:
    """A date may be told less exactly than it is known, never more."""
    return held.year == claimed.year and claimed.month in (None, held.month)


def address_claims(line: TextFacts, ground: Ground) -> Iterator[Claim]:
    known = {a.key for p in ground.pieces for a in p.facts.addresses}
    texts = " ".join(p.text.lower() for p in ground.pieces)
    for address in line.addresses:
        holds = address.key in known or address.key in texts or address.written.lower() in texts
        verdict = Verdict.SUPPORTED if holds else Verdict.UNSUPPORTED
        why = "" if holds else "No cited source has this address or number."
        yield Claim(ClaimKind.CONTACT, address.written, verdict, why)
