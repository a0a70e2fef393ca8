"""Numbers, dates and addresses of a line, held against its ground."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from app.domain.documents.facts.abroad import alike_abroad
from app.domain.documents.facts.derived import as_percent, changes, follows_from
from app.domain.documents.facts.findings import Finding, refused
from app.domain.documents.facts.ground import Ground, Piece
from app.domain.documents.facts.homes import home_of, key_of
from app.domain.documents.facts.moments import Dated, Moment, Stretch
from app.domain.documents.facts.quantities import Bound, Measure, Quantity
from app.domain.documents.facts.receipt import ClaimKind, Verdict
from app.domain.documents.facts.roots import roots_of
from app.domain.documents.facts.text_facts import TextFacts
from app.domain.documents.facts.wordings import (
    claimed_by,
    generals_of,
    groups_in,
    kinds_of_things,
    specials_of,
)

_KINDS = {
    Measure.PERCENT: ClaimKind.PERCENT,
    Measure.MONEY: ClaimKind.MONEY,
    Measure.TIME: ClaimKind.DURATION,
}
_CAREER = re.compile(
    r"[\s-]*(?:years?|yrs?|months?|jahren?|jahre|monaten?|monate|ans|ann\u00e9es|mois|a\u00f1os|meses|"
    r"\u00e5r)\b['\u2019]?\s*"
    r"(?:of|in|as|at|on|with|across|experience|working|teaching|building|\w+ing\b|\w+\s+experience|"
    r"erfahrung|berufs\w+|als|bei|im|auf|"
    r"d['\u2019]exp\w+|de\s+\w+|en|comme|chez|dans|au|aux|como|trabajando|$|[.,;]|\w*erfahrung)",
    re.I,
)
_STARTS = re.compile(
    r"\b(?:since|from|started|began|beginning|seit|ab|von|depuis|d\u00e8s|desde|enrolled)\s*$", re.I
)
_SMALL = 1e-6
_DAYS_PER_MONTH = 30.4375
_LEAST_OF_CAREER = 0.6
_LOWER = (Bound.MORE, Bound.AT_LEAST)
_UPPER = (Bound.LESS, Bound.AT_MOST)


def quantity_findings(line: TextFacts, ground: Ground) -> Iterator[Finding]:
    for quantity in line.quantities:
        kind = _KINDS.get(quantity.measure, ClaimKind.NUMBER)
        verdict, why = _hold(quantity, line, ground)
        yield Finding(kind, quantity.written, quantity.start, verdict, why)
    yield from _turned_round(line, ground)


def _hold(quantity: Quantity, line: TextFacts, ground: Ground) -> tuple[Verdict, str]:
    known = [(q, p) for p in ground.pieces for q in p.facts.quantities]
    same = [(q, p) for q, p in known if _same_value(quantity, q)]
    others = [q for q, _ in known if q.measure is quantity.measure and not _same_value(quantity, q)]
    fitting = [(q, p) for q, p in same if _fits(quantity, q, line, p, others)]
    if fitting:
        home = home_of(line, ground, quantity.start)
        if any(home.holds(p.source) for _, p in fitting):
            exact = any(quantity.written == q.written for q, _ in fitting)
            return (
                (Verdict.SUPPORTED, "Said so.")
                if exact
                else (Verdict.DERIVED, "The same amount, in other form.")
            )
        return Verdict.UNSUPPORTED, "The source says this number of something else."
    if quantity.measure is Measure.TIME and _within_career(quantity, line, ground):
        return Verdict.DERIVED, "Counted from the dates."
    if counts_positions(quantity, ground):
        return Verdict.DERIVED, "Counted from the positions that are cited."
    if follows_from(quantity, line, [p.facts for p in ground.pieces]):
        return Verdict.DERIVED, "Worked out from the amounts that the sources give."
    if same:
        return Verdict.UNSUPPORTED, "The source says this number of something else."
    return Verdict.UNSUPPORTED, "No cited source has this number."


def _fits(a: Quantity, b: Quantity, line: TextFacts, piece: Piece, others: list[Quantity]) -> bool:
    return _same_thing(a, b, others) and _same_rate(a, b, piece.facts) and not _turned(a, line, piece.facts)


def _same_value(a: Quantity, b: Quantity) -> bool:
    share, known = as_percent(a), as_percent(b)
    if a.measure is not b.measure and share is not None and known is not None:
        return _agrees_with(replace(a, value=share), replace(b, value=known)) or abs(share - known) < 1.0
    if a.measure is Measure.COUNT and not a.head and b.measure is not Measure.COUNT:
        return b.measure in _KINDS and a.bare == b.bare
    if a.measure is not b.measure and {a.measure, b.measure} != {Measure.COUNT, Measure.ORDINAL}:
        return False
    return a.currency == b.currency and _agrees_with(a, b)


def _agrees_with(a: Quantity, b: Quantity) -> bool:
    """Whether what is told of a number is true of the number that is known."""
    told, known = a.value, b.value
    if abs(told - known) <= _SMALL * max(abs(told), abs(known)):
        return _same_bound(a.bound, b.bound)
    if b.bound in _UPPER or told <= 0:
        return False
    if a.bound in _LOWER:
        loose = 5.0 if a.head[:1] == () or a.written[:1].isalpha() else 2.0
        return told < known <= loose * told
    if a.bound is Bound.NEARLY:
        return 0.88 * told <= known < told
    if a.bound is Bound.ABOUT:
        return abs(told - known) <= 0.1 * known
    if a.bound in _UPPER:
        return b.bound not in _LOWER and known < told <= 1.5 * known
    return False


def _same_bound(told: Bound, known: Bound) -> bool:
    if told is Bound.EXACT:
        return known not in (*_UPPER, Bound.NEARLY)
    if told is Bound.MORE:
        return known in _LOWER
    if told is Bound.AT_LEAST:
        return known in (*_LOWER, Bound.EXACT)
    if told is Bound.LESS:
        return known in (Bound.LESS, Bound.NEARLY)
    if told is Bound.AT_MOST:
        return known in (*_UPPER, Bound.EXACT, Bound.NEARLY)
    if told is Bound.NEARLY:
        return known in (Bound.NEARLY, Bound.ABOUT, Bound.LESS)
    return True


def _same_thing(a: Quantity, b: Quantity, others: list[Quantity]) -> bool:
    """A count is of something; a share, a sum or a time is held by its value and by where it stands."""
    if a.measure is not Measure.COUNT:
        return True
    if not a.head or not b.head:
        return not any(_alike(a, other) for other in others)
    if _alike(a, b) or (_people(a) and _people(b) and (_people(a, "folk") or _people(b, "folk"))):
        return True
    if any(_alike(a, other) for other in others):
        return False
    return bool(roots_of(a.head) & b.near)


def _alike(a: Quantity, b: Quantity) -> bool:
    """Whether they count the same, or the first something more general."""
    return bool(
        roots_of(a.head) & roots_of(b.head)
        or groups_in(a.head) & groups_in(b.head)
        or any(generals_of(w) & specials_of(v) & kinds_of_things() for w in a.head for v in b.head)
        or alike_abroad(a.head, b.head)
    )


def _people(q: Quantity, kind: str = "people") -> bool:
    return any(f"noun.{kind}" in claimed_by(word) for word in (q.unit, *q.head))


def _same_rate(a: Quantity, b: Quantity, source: TextFacts) -> bool:
    """20 hours a week are not 20 hours a day; nor is what happened once told as if it went on."""
    if not a.rate or a.rate == b.rate:
        return True
    return not b.rate and f"frequency.{a.rate}" in source.names


def _rising(facts: TextFacts) -> tuple[bool, bool]:
    names = {n for t in facts.tokens if not t.denied for n in claimed_by(t.word)}
    return "way.up" in names, "way.down" in names


def _turned(quantity: Quantity, line: TextFacts, source: TextFacts) -> bool:
    """A fall told as a rise, or a rise as a fall."""
    if quantity.measure not in (Measure.PERCENT, Measure.MONEY, Measure.FACTOR):
        return False
    (up, down), (was_up, was_down) = _rising(line), _rising(source)
    return up != down and was_up != was_down and was_up != up


def _turned_round(line: TextFacts, ground: Ground) -> Iterator[Finding]:
    """`From 19 to 11` is not `from 11 to 19`."""
    known = {(c.before.value, c.after.value) for p in ground.pieces for c in changes(p.facts)}
    for told in changes(line):
        way = (told.before.value, told.after.value)
        if way not in known and way[::-1] in known:
            why = "The source says it the other way round."
            yield refused(ClaimKind.NUMBER, told.before.written, told.before.start, why)


def counts_positions(quantity: Quantity, ground: Ground) -> bool:
    """`Two employers`, of two positions."""
    if quantity.measure is not Measure.COUNT or quantity.bound is not Bound.EXACT:
        return False
    return quantity.value in ground.counts and (_people(quantity, "org") or _people(quantity, "job"))


def _within_career(quantity: Quantity, line: TextFacts, ground: Ground) -> bool:
    """In whole years it is counted from the dates; of experience one may tell less than there is."""
    years = quantity.value / _DAYS_PER_MONTH / 12
    least = _LEAST_OF_CAREER if _CAREER.match(line.text, quantity.end) else 1.0
    return years >= 0.08 and any(_counted(quantity, years, months / 12, least) for months in ground.months)


def _counted(quantity: Quantity, told: float, held: float, least: float) -> bool:
    if quantity.bound in _UPPER:
        return False
    if quantity.bound is Bound.NEARLY:
        return told - 1 <= held < told + 0.04
    if quantity.bound is Bound.ABOUT:
        return abs(told - held) <= max(0.5, held / 10)
    room = 0.25 if told != int(told) else 0.04
    if told > held + room:
        return False
    return told >= least * held or told > held - 1.05


def date_findings(line: TextFacts, ground: Ground) -> Iterator[Finding]:
    for each in line.dates:
        holds = _holds(each, line, ground)
        verdict = Verdict.SUPPORTED if holds else Verdict.UNSUPPORTED
        why = "" if holds else "The cited sources give other dates."
        yield Finding(ClaimKind.DATE, each.written, each.start, verdict, why)


def _holds(each: Dated, line: TextFacts, ground: Ground) -> bool:
    what = each.what
    if isinstance(what, Stretch):
        return any(_covers(held, what) for held in ground.stretches) or _spans(what, ground)
    if any(_agrees(held, what) for held in _moments_at(each, line, ground)):
        return True
    years = (q.value for p in ground.pieces for q in p.facts.quantities)
    return what.month is None and any(value == what.year for value in years)


def _moments_at(each: Dated, line: TextFacts, ground: Ground) -> Iterable[Moment]:
    """Where the item itself tells dates, the clause is held to these and not to its position's."""
    home = home_of(line, ground, each.start)
    own = [
        p
        for p in ground.pieces
        if p.facts.dates and home.best > 1 and home.scores.get(key_of(p.source)) == home.best
    ]
    told = {m for p in own for d in p.facts.dates for m in _ends(d)}
    return told or (
        (ground.ends or ground.moments) if not _STARTS.search(line.text[: each.start]) else ground.moments
    )


def _ends(each: Dated) -> tuple[Moment, ...]:
    if isinstance(each.what, Moment):
        return (each.what,)
    return (each.what.start, each.what.end) if each.what.end else (each.what.start,)


def _spans(claimed: Stretch, ground: Ground) -> bool:
    """From one date that a passage tells to a later one that it tells too."""
    end = claimed.end
    if end is None or (end.year, end.month or 0) <= (claimed.start.year, claimed.start.month or 0):
        return False
    told = [{m for d in p.facts.dates for m in _ends(d)} for p in ground.pieces]
    return any(any(_agrees(m, claimed.start) for m in ms) and any(_agrees(m, end) for m in ms) for ms in told)


def _covers(held: Stretch, claimed: Stretch) -> bool:
    if not _agrees(held.start, claimed.start):
        return False
    if held.end is None or claimed.end is None:
        return held.end is claimed.end
    return _agrees(held.end, claimed.end)


def _agrees(held: Moment, claimed: Moment) -> bool:
    """A date may be told less exactly than it is known, never more."""
    return held.year == claimed.year and claimed.month in (None, held.month)


def address_findings(line: TextFacts, ground: Ground) -> Iterator[Finding]:
    known = {a.key for p in ground.pieces for a in p.facts.addresses}
    texts = " ".join(p.text.lower() for p in ground.pieces)
    for address in line.addresses:
        holds = address.key in known or address.key in texts or address.written.lower() in texts
        verdict = Verdict.SUPPORTED if holds else Verdict.UNSUPPORTED
        why = "" if holds else "No cited source has this address or number."
        yield Finding(ClaimKind.CONTACT, address.written, address.start, verdict, why)
