"""Dates of a line, and times between dates, held against its ground."""

import re
from collections.abc import Iterable, Iterator

from app.domain.documents.content import SourceKind
from app.domain.documents.facts.amounts.bounds import Bound
from app.domain.documents.facts.amounts.moments import Dated, Moment, Stretch
from app.domain.documents.facts.amounts.number_signs import DAYS
from app.domain.documents.facts.amounts.quantity import Quantity
from app.domain.documents.facts.checks.findings import Finding
from app.domain.documents.facts.reading.text_facts import TextFacts
from app.domain.documents.facts.receipt import ClaimKind, Verdict
from app.domain.documents.facts.sources.ground import Ground, Piece
from app.domain.documents.facts.sources.homes import home_of, key_of
from app.domain.shared.prose import fold

_STARTS = re.compile(
    r"\b(?:since|from|started|began|beginning|seit|ab|von|depuis|d\u00e8s|desde|enrolled)\s*$", re.I
)
_IN = re.compile(
    r"\b(?:in|within|inside|over|after|during|under)\s+(?:the\s+)?(?:course\s+of\s+|space\s+of\s+)?(?:an?\s+|just\s+|only\s+|under\s+)*"
    r"(?:single\s+)?$",
    re.I,
)
_FIRST = re.compile(r"\bfirst\s+(?:full\s+|whole\s+)?(?P<unit>year|quarter|month|week|day)\b", re.I)
_ALL_OF_IT = re.compile(
    r"\b(?:throughout|all\s+(?:through|of|year)|(?:whole|entire|full)\s+(?:of|year))\b", re.I
)
_PLACES = ("first", "second", "third", "fourth", "1st", "2nd", "3rd", "4th", "", "", "", "last")
_QUARTER = re.compile(
    r"\b(?:(?P<name>first|second|third|fourth|last|1st|2nd|3rd|4th)\s+quarter\s+(?:of\s+|in\s+)?(?P<of>(?:19|20)\d\d)|"
    r"Q(?P<number>[1-4])\s+(?:of\s+)?(?P<year>(?:19|20)\d\d))\b",
    re.I,
)
_NOT_LONGER = (Bound.EXACT, Bound.AT_MOST, Bound.ABOUT)
_REACH = 30
_YEAR = 365.25
_PAUSED = re.compile(r",\s*$")
"""`A shop and, since 2018, a bank`: between pauses it tells of the one thing that follows."""
_LEAST_POSTS = 2
_GAP = 6
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
            return any(each == what for p in ground.pieces for each in _quarters(p.text))
        held_since = _listed(ground) and any(_agrees(m, what.start) for m in ground.moments)
        between = _PAUSED.search(line.text[: each.start]) and line.text[each.end : each.end + 1] == ","
        return held_since or (not between and _is_whole_career(what.start, line, ground))
    if any(_agrees(held, what) for held in _moments_at(each, line, ground)):
        return True
    years = (q.value for p in ground.pieces for q in p.facts.quantities)
    return what.month is None and any(value == what.year for value in years)


def _quarters(text: str) -> Iterator[Stretch]:
    """`The last quarter of 2017` went from October to December."""
    for m in _QUARTER.finditer(text):
        told = (m["name"] or m["number"]).lower()
        first = 3 * (_PLACES.index(told) % 4 if told in _PLACES else int(told) - 1) + 1
        year = int(m["year"] or m["of"])
        yield Stretch(Moment(year, first), Moment(year, first + 2))


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


def _is_whole_career(start: Moment, line: TextFacts, ground: Ground) -> bool:
    """`Since 2012`, of several posts that have followed each other from then till now.

    All of them, or those of the title that the line gives.
    """
    if ground.counts[:1] < (_LEAST_POSTS,):
        return False
    known = [s for s in ground.stretches if s.start.month]
    titles = (p.facts.words for p in ground.pieces if p.source.field == "title")
    titled = any(words <= line.words for words in titles)
    return any(
        _goes_on_till_now(s, known)
        for s in known
        if s.end
        and _agrees(s.start, start)
        and (
            titled or len({k.start for k in known if _index(k.start) >= _index(s.start)}) >= ground.counts[0]
        )
    )


def _goes_on_till_now(stretch: Stretch, known: Iterable[Stretch]) -> bool:
    at = stretch.end
    for each in sorted((s for s in known if s.start != stretch.start), key=lambda s: _index(s.start)):
        if at and _index(stretch.start) < _index(each.start) <= _index(at) + _GAP:
            at = each.end if each.end is None or _index(each.end) > _index(at) else at
    return at is None


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
    home = home_of(line, ground, quantity.start)
    if any(_lasts(quantity, line, p) for p in ground.pieces if home.holds(p.source)):
        return True
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


def _lasts(quantity: Quantity, line: TextFacts, piece: Piece) -> bool:
    """`In a single year`, of 2018; `for a full year`, of all of it; `two years`, of 2014 and 2015."""
    if quantity.bound not in _NOT_LONGER:
        return False
    before = line.text[max(0, quantity.start - _REACH) : quantity.start]
    within = _IN.search(before) is not None
    first = _FIRST.search(piece.text)
    if first and within and abs(quantity.value - DAYS[fold(first["unit"])]) < 1:
        return True
    years = _bare_years(piece)
    if (
        not years
        or len(years) != round(quantity.value / _YEAR)
        or abs(quantity.value / _YEAR - len(years)) > 0.01
    ):
        return False
    if len(years) == 1:
        return within or _ALL_OF_IT.search(piece.text) is not None
    return max(years) - min(years) == len(years) - 1


def _bare_years(piece: Piece) -> frozenset[int]:
    """Where a passage dates things by nothing but single years."""
    told = [d.what for d in piece.facts.dates]
    years = {m.year for m in told if isinstance(m, Moment) and m.month is None}
    return frozenset(years) if len(years) == len(told) else frozenset()


def _apart(a: Moment, b: Moment, told: float) -> bool:
    if a.month and b.month:
        return abs(b.year - a.year + (b.month - a.month) / 12 - told) < 0.1
    return abs(b.year - a.year - told) < 0.01


def _years(stretch: Stretch) -> float:
    start, end = stretch.start, stretch.end or stretch.start
    return end.year - start.year + ((end.month or 1) - (start.month or 1) + 1) / 12
