"""Numbers, dates and addresses of a line, held against its ground."""

import re
from collections.abc import Iterator

from app.domain.documents.facts.amounts.aims import aims, trades_aim_for_result
from app.domain.documents.facts.amounts.averages import comes_to, is_sum_told_of_each
from app.domain.documents.facts.amounts.bounds import LOWER, Bound
from app.domain.documents.facts.amounts.changes import Change, changes
from app.domain.documents.facts.amounts.counts import counts_positions, lists_as_many
from app.domain.documents.facts.amounts.datings import between_dates, date_findings
from app.domain.documents.facts.amounts.derived import follows_from
from app.domain.documents.facts.amounts.quantity import Measure, Quantity
from app.domain.documents.facts.amounts.rhythms import TIMES_A_YEAR, same_rhythm
from app.domain.documents.facts.amounts.sameness import fits, same_value
from app.domain.documents.facts.amounts.tenures import within_career
from app.domain.documents.facts.checks.findings import Finding, refused
from app.domain.documents.facts.reading.text_facts import TextFacts
from app.domain.documents.facts.receipt import ClaimKind, Verdict
from app.domain.documents.facts.sources.ground import Ground, Piece
from app.domain.documents.facts.sources.homes import home_of

_KINDS = {
    Measure.PERCENT: ClaimKind.PERCENT,
    Measure.MONEY: ClaimKind.MONEY,
    Measure.TIME: ClaimKind.DURATION,
    Measure.FREQUENCY: ClaimKind.FREQUENCY,
}
_ENDS_AT = re.compile(
    r"(?:^|[\s(])(?:to|auf|\u00e0|al?|hasta|jusqu['\u2019]\u00e0)\s+(?:(?:only|just|nur|noch|rund|etwa|environ|unos|un|el)\s+)?"
    r"(?:[$\u20ac\u00a3]\s?)?$",
    re.I,
)
_IN = re.compile(r"\bin\s+(?:just\s+|only\s+)?$", re.I)
_AT_PEAK = re.compile(
    r"\b(?:on|at|in|during|when)\s+(?:the\s+|our\s+|very\s+)?(?:bus(?:y|ier|iest)|peak|full|heav(?:y|iest)|bank\s+holiday)\b|"
    r"\bon\s+a\s+single\b|\bat\s+(?:its\s+|their\s+)?(?:height|maximum|busiest)\b",
    re.I,
)
"""When `up to` was reached."""
_FIGURES = re.compile(r"[\s-]?(?:figures?|digits?)\b", re.I)
_REACH = 20
__all__ = ["address_findings", "counts_positions", "date_findings", "quantity_findings"]


def quantity_findings(line: TextFacts, ground: Ground) -> Iterator[Finding]:
    for quantity in line.quantities:
        if quantity.measure is Measure.NONE:
            continue
        kind = _KINDS.get(quantity.measure, ClaimKind.NUMBER)
        verdict, why = _hold(quantity, line, ground)
        yield Finding(kind, quantity.written, quantity.start, verdict, why)
    yield from _turned_round(line, ground)


def _hold(quantity: Quantity, line: TextFacts, ground: Ground) -> tuple[Verdict, str]:
    if quantity.measure is Measure.FREQUENCY:
        return _hold_rhythm(quantity, ground)
    same = [(q, p) for q, p in ground.quantities if same_value(_within(quantity, line, q), q)]
    others = (
        [q for q, _ in ground.quantities if q.measure is quantity.measure and not same_value(quantity, q)]
        if same
        else []
    )
    fitting = [(q, p) for q, p in same if fits(quantity, q, others, line, p, ground)]
    if fitting and _told_of_another_part(quantity, line, fitting):
        return Verdict.UNSUPPORTED, "The source says this number of something else."
    if fitting and _at_home(quantity, fitting, line, ground):
        exact = any(quantity.written == q.written for q, _ in fitting)
        return (
            (Verdict.SUPPORTED, "Said so.") if exact else (Verdict.DERIVED, "The same amount, in other form.")
        )
    if _comes_to(quantity, line, ground):
        return Verdict.DERIVED, "Averaged or added up from the amounts that the sources give."
    if why := _worked_out(quantity, line, ground):
        if _rate_is_told(quantity, ground):
            return Verdict.DERIVED, why
        return Verdict.UNSUPPORTED, "No cited source says that it was so often."
    if same:
        return Verdict.UNSUPPORTED, "The source says this number of something else."
    return Verdict.UNSUPPORTED, "No cited source has this number."


def _within(quantity: Quantity, line: TextFacts, known: Quantity) -> Quantity:
    """`In six months` is said of what took at most so long."""
    in_time = quantity.bound is Bound.EXACT and known.bound is Bound.AT_MOST and known.measure is Measure.TIME
    if in_time and _IN.search(line.text[max(0, quantity.start - _REACH) : quantity.start]):
        return quantity._replace(bound=Bound.AT_MOST)
    if quantity.bound is Bound.EXACT and known.bound is Bound.UP_TO and _AT_PEAK.search(line.text):
        return quantity._replace(bound=Bound.UP_TO)
    return quantity


def _told_of_another_part(quantity: Quantity, line: TextFacts, fitting: list[tuple[Quantity, Piece]]) -> bool:
    """A goal told as the result, or a sum as what each was."""
    return all(
        trades_aim_for_result(quantity, line, p.facts) or is_sum_told_of_each(quantity, line, p.facts)
        for _, p in fitting
    )


def _at_home(
    quantity: Quantity, fitting: list[tuple[Quantity, Piece]], line: TextFacts, ground: Ground
) -> bool:
    """Whether the clause is about an item that gives the number."""
    home = home_of(line, ground, quantity.start)
    if any(home.holds(p.source) for _, p in fitting):
        return True
    one_position = quantity.measure is Measure.COUNT and len({p.owner for p in ground.pieces}) == 1
    return one_position and any(quantity.head and quantity.head[:1] == q.head[:1] for q, _ in fitting)


def _hold_rhythm(told: Quantity, ground: Ground) -> tuple[Verdict, str]:
    known = [q.value for p in ground.pieces for q in p.facts.quantities if q.measure is Measure.FREQUENCY]
    known += [each for p in ground.pieces for q in p.facts.quantities if (each := _a_year(q))]
    known += [worth for name, worth in TIMES_A_YEAR.items() if _is_told(f"frequency.{name}", ground)]
    if any(same_rhythm(told.value, each) for each in known):
        return Verdict.DERIVED, "As often, in other words."
    if told.bound in LOWER and any(told.value < each <= 2 * told.value for each in known):
        return Verdict.DERIVED, "At least as often."
    return Verdict.UNSUPPORTED, "No cited source says that it was so often."


def _a_year(quantity: Quantity) -> float:
    """How many there are a year of what is counted so."""
    if quantity.measure is not Measure.COUNT or quantity.rate not in TIMES_A_YEAR:
        return 0.0
    return quantity.value * TIMES_A_YEAR[quantity.rate]


def _is_told(name: str, ground: Ground) -> bool:
    return any(name in p.facts.names for p in ground.pieces)


def _rate_is_told(quantity: Quantity, ground: Ground) -> bool:
    if not quantity.rate or _is_told(f"frequency.{quantity.rate}", ground):
        return True
    return any(q.rate == quantity.rate for p in ground.pieces for q in p.facts.quantities)


def _worked_out(quantity: Quantity, line: TextFacts, ground: Ground) -> str:
    """Why it holds, though no source has the number; else nothing."""
    if quantity.measure is Measure.TIME and (
        within_career(quantity, line, ground) or between_dates(quantity, line, ground)
    ):
        return "Counted from the dates."
    if (yearly := _a_year(quantity)) and any(
        same_rhythm(yearly, q.value)
        for p in ground.pieces
        for q in p.facts.quantities
        if q.measure is Measure.FREQUENCY
    ):
        return "As often, in other words."
    if _FIGURES.match(line.text, quantity.end) and _has_figures(quantity, ground):
        return "So many figures."
    if counts_positions(quantity, ground):
        return "Counted from the items that are cited."
    if lists_as_many(quantity, line.text, ground):
        return "Counted from what the line lists."
    home = home_of(line, ground, quantity.start)
    if follows_from(quantity, line, [p.facts for p in ground.pieces if home.holds(p.source)]):
        return "Worked out from the amounts that the sources give."
    return ""


def _has_figures(quantity: Quantity, ground: Ground) -> bool:
    """`A seven-figure account`."""
    money = (q for q, _ in ground.quantities if q.measure is Measure.MONEY)
    return any(len(str(int(q.value))) == quantity.value for q in money)


def _comes_to(quantity: Quantity, line: TextFacts, ground: Ground) -> bool:
    home = home_of(line, ground, quantity.start)
    return any(comes_to(quantity, line, p.facts) for p in ground.pieces if home.holds(p.source))


def _turned_round(line: TextFacts, ground: Ground) -> Iterator[Finding]:
    """`From 19 to 11` is not `from 11 to 19`."""
    known = {(c.before.value, c.after.value) for c in ground.changes}
    known |= {(each.aim, each.got) for p in ground.pieces for each in aims(p.facts) if each.told}
    told_ways = [(c.before.value, c.after.value, c.before) for c in changes(line)] if known else []
    told_ways += [(each.aim, each.got, each.of) for each in aims(line) if each.told] if known else []
    for before, after, where in told_ways:
        way = (before, after)
        if way not in known and way[::-1] in known:
            why = "The source says it the other way round."
            yield refused(ClaimKind.NUMBER, where.written, where.start, why)
    yield from _left_where_it_began(line, ground)


def _left_where_it_began(line: TextFacts, ground: Ground) -> Iterator[Finding]:
    """`Down to 9 %`, of what fell from 9 % to 4 %."""
    for told in line.quantities if ground.changes else ():
        ends = [c.after for c in ground.changes if same_value(told, c.before) or _is_apart(told, c)]
        if not ends or not _ENDS_AT.search(line.text[max(0, told.start - _REACH) : told.start]):
            continue
        if not any(same_value(other, end) for other in line.quantities for end in ends):
            why = "The source says that it began there."
            yield refused(_KINDS.get(told.measure, ClaimKind.NUMBER), told.written, told.start, why)


def _is_apart(told: Quantity, change: Change) -> bool:
    """By how much it changed."""
    apart = abs(change.after.value - change.before.value)
    return told.measure is change.after.measure and told.value == apart and not same_value(told, change.after)


def address_findings(line: TextFacts, ground: Ground) -> Iterator[Finding]:
    known = {a.key for p in ground.pieces for a in p.facts.addresses}
    texts = " ".join(p.text.lower() for p in ground.pieces)
    for address in line.addresses:
        holds = address.key in known or address.key in texts or address.written.lower() in texts
        verdict = Verdict.SUPPORTED if holds else Verdict.UNSUPPORTED
        why = "" if holds else "No cited source has this address or number."
        yield Finding(ClaimKind.CONTACT, address.written, address.start, verdict, why)
