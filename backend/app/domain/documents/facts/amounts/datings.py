"""Dates of a line, and times between dates, held against its ground."""

import re
from collections.abc import Iterable, Iterator

from app.domain.documents.content import SourceKind
from app.domain.documents.facts.amounts.moments import Dated, Moment, Stretch
from app.domain.documents.facts.amounts.quantities import Quantity
from app.domain.documents.facts.checks.findings import Finding
from app.domain.documents.facts.reading.text_facts import TextFacts
from app.domain.documents.facts.receipt import ClaimKind, Verdict
from app.domain.documents.facts.sources.ground import Ground
from app.domain.documents.facts.sources.homes import home_of, key_of

_STARTS = re.compile(
    r"\b(?:since|from|started|began|beginning|seit|ab|von|depuis|d\u00e8s|desde|enrolled)\s*$", re.I
)
_YEAR = 365.25
_LEAST_POSTS = 2
_GAP = 2
"""Months between two posts that leave a career whole."""
_STUDIES = 0.34
"""Of a year: studies are told in whole years."""


def date_findings(line: TextFacts, ground: Ground) -> Iterator[Finding]:
    for each in line.dates:
        holds = _holds(each, line, ground)
        verdict = Verdict.SUPPORTED if holds else Verdict.UNSUPPORTED
        why = "" if holds else "The cited sources give other dates."
        yield Finding(ClaimKind.DATE, each.written, each.start, verdict, why)


def _holds(each: Dated, line: TextFacts, ground: Ground) -> bool:
    what = each.what
    if isinstance(what, Stretch):
        if any(_covers(held, what) for held in ground.stretches) or _spans(what, ground):
            return True
        if what.end is not None:
            return False
        held_since = _listed(ground) and any(_agrees(m, what.start) for m in ground.moments)
        return held_since or _is_whole_career(what.start, ground)
    if any(_agrees(held, what) for held in _moments_at(each, line, ground)):
        return True
    years = (q.value for p in ground.pieces for q in p.facts.quantities)
    return what.month is None and any(value == what.year for value in years)


def _moments_at(each: Dated, line: TextFacts, ground: Ground) -> Iterable[Moment]:
    """Where the item itself tells dates, the clause is held to these and not to its position's."""
    home = home_of(line, ground, each.start)
    sure = home.best > 1 or len(home.scores) == 1
    own = [
        p for p in ground.pieces if p.facts.dates and sure and home.scores.get(key_of(p.source)) == home.best
    ]
    told = {m for p in own for d in p.facts.dates for m in _ends(d)}
    return told or (
        (ground.ends or ground.moments) if not _STARTS.search(line.text[: each.start]) else ground.moments
    )


def _is_whole_career(start: Moment, ground: Ground) -> bool:
    """`Since 2012`, of several posts that have followed each other without a gap from then till now."""
    if ground.counts[:1] < (_LEAST_POSTS,) or not ground.months:
        return False
    begun = [s.start for s in ground.stretches if s.start.month]
    going_on = [s.start for s in ground.stretches if s.start.month and s.end is None]
    ends = {_index(s) + months for s in going_on for months in ground.months}
    worked = max(ground.months)
    return any(
        _agrees(s, start) and any(0 <= end - _index(s) - worked <= _GAP for end in ends) for s in begun
    )


def _index(moment: Moment) -> int:
    return 12 * moment.year + (moment.month or 1)


def _listed(ground: Ground) -> bool:
    """What one holds, such as a certificate, one has held since."""
    return bool(ground.pieces) and all(p.source.kind is SourceKind.SKILL for p in ground.pieces)


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


def between_dates(quantity: Quantity, line: TextFacts, ground: Ground) -> bool:
    """`Within four years`, of 2019 and 2023; three years of studies, of what their dates say."""
    told = quantity.value / _YEAR
    for piece in ground.pieces:
        moments = [m for d in piece.facts.dates for m in _ends(d)]
        if any(
            _apart(a, b, told)
            for a in moments
            for b in moments
            if (a.year, a.month or 0) < (b.year, b.month or 0)
        ):
            return True
        if told == 1.0 and len(moments) == 1 and any(m == moments[0] for d in line.dates for m in _ends(d)):
            return moments[0].month is None
    if ground.pieces and all(p.source.kind is SourceKind.EDUCATION for p in ground.pieces):
        return any(abs(_years(s) - told) <= _STUDIES for s in ground.stretches if s.end)
    return False


def _apart(a: Moment, b: Moment, told: float) -> bool:
    if a.month and b.month:
        return abs(b.year - a.year + (b.month - a.month) / 12 - told) < 0.1
    return abs(b.year - a.year - told) < 0.01


def _years(stretch: Stretch) -> float:
    start, end = stretch.start, stretch.end or stretch.start
    return end.year - start.year + ((end.month or 1) - (start.month or 1) + 1) / 12
