"""Whether a number of a line is one that a source gives, of the same thing."""

import re
from collections.abc import Sequence

from app.domain.documents.facts.amounts.bounds import LITTLE, LOWER, UPPER, Bound
from app.domain.documents.facts.amounts.changes import changes
from app.domain.documents.facts.amounts.naming import named_otherwise
from app.domain.documents.facts.amounts.number_signs import LABELS, OF_THEM, OUT_OF
from app.domain.documents.facts.amounts.quantities import AGE
from app.domain.documents.facts.amounts.quantity import Measure, Quantity
from app.domain.documents.facts.amounts.shares import as_percent
from app.domain.documents.facts.amounts.units import ratio
from app.domain.documents.facts.reading.text_facts import TextFacts
from app.domain.documents.facts.sources.ground import Ground, Piece
from app.domain.documents.facts.wording.abroad import alike_abroad
from app.domain.documents.facts.words.roots import roots, roots_of
from app.domain.documents.facts.words.wordings import (
    claimed_by,
    generals_of,
    groups_of,
    kinds_of_things,
    specials_of,
)
from app.domain.shared.prose import fold, word_set

_AMOUNTS = (Measure.PERCENT, Measure.MONEY, Measure.TIME)
_SMALL = 1e-6
_LARGE = 1000
"""From here on a bare number may be a sum of money."""
_LEAST_PART = 5
_QUALIFIED = 2
_INITIALS = range(2, 6)
_CREWS = word_set("teams crews squads departments brigades equipes mannschaften abteilungen")
_EMPLOYER = re.compile(r"employer|arbeitgeber|employeur|empleador")
_BY = re.compile(
    r"\b(?:by|um|minus|saved|saving|savings\s+of|en un|d['\u2019]une?)\s+(?:[$\u20ac\u00a3]\s?)?$", re.I
)
_FAR = 16
_OF_WHAT = re.compile(
    r"\s*[^\W\d_]+\s+(?:de(?:\s+l[ao]s?)?\s+|du\s+|del\s+|des\s+|d['\u2019])([^\W\d_]+)", re.I
)
_WOMEN = re.compile(r"[a-z]{4,}innen$")
"""In German, whatever their trade."""
_ROOMS = word_set("cuartos salas salles pieces plazas places")
"""`60 cuartos de ba\u00f1o` are `60 ba\u00f1os`."""
_EITHER_WAY = ("improv", "better")
"""What got better may have fallen."""
_TO = re.compile(
    r"\b(?:to|auf|\u00e0)\s+(?:(?:only|just|about|around|nearly)\s+)?(?:[$\u20ac\u00a3]\s?)?$", re.I
)
_WITHIN = re.compile(r"\b(?:within|inside|in under|innerhalb|binnen)\b", re.I)
_YEARLY = {
    "minute": (525_600,),
    "hour": (8_766, 2_080, 1_700),
    "day": (365, 260, 250, 220),
    "week": (52, 50, 48, 46),
    "month": (12,),
    "quarter": (4,),
    "year": (1,),
}
_RATIOS = {
    ("month", "week"): (4.0, 4.33, 52 / 12),
    ("month", "day"): (20.0, 21.0, 22.0, 30.0),
    ("week", "day"): (5.0, 6.0, 7.0),
    ("day", "hour"): (8.0, 24.0),
    ("hour", "minute"): (60.0,),
    ("quarter", "month"): (3.0,),
    ("quarter", "week"): (13.0,),
}
"""How many of the shorter a longer time has, by the calendar or at work."""


def fits(
    a: Quantity, b: Quantity, others: list[Quantity], line: TextFacts, piece: Piece, ground: Ground
) -> bool:
    """Whether `a`, whose value `b` has, also stands for the same in the same time and direction.

    `others`: what the sources give of that measure with other values.
    """
    if a.label and not a.label.isdecimal() and roots(a.label) & b.near:
        return True  # `GPA 3.4` is 3.4 GPA, and `NVQ 3` is NVQ Level 3.
    if a.label in LABELS or b.label in LABELS:
        open_ended = a.bound is b.bound is Bound.AT_LEAST and not (a.label or a.head)
        return a.label == b.label or open_ended
    if a.label and a.label == b.label:
        return True
    if _BY.search(line.text[max(0, a.start - _FAR) : a.start]) and _is_end_of_change(b, piece.facts):
        return False
    if _ends_otherwise(a, b, line, piece.facts):
        return False
    if a.unit == "times" != b.unit and b.head and not roots_of(b.head) & line.roots:
        return False  # Promoted three times is not told by three sites.
    if line.text[a.end : a.end + 1] != "-" and _only_qualifies(a, b, ground):
        return False
    if _is_what_they_are_of(a, b, piece):
        return False
    return (
        (_same_thing(a, b, others, piece, ground) or _is_named_otherwise(a, b, line, piece))
        and same_rate(a, b, piece.facts)
        and not _turned(a, line, piece.facts)
    )


def _is_what_they_are_of(a: Quantity, b: Quantity, piece: Piece) -> bool:
    """`4 200 dossiers de chantier` are no `chantiers`."""
    of = _OF_WHAT.match(piece.text, b.end) if a.measure is Measure.COUNT and a.head and b.head else None
    if of is None or b.head[0] in _ROOMS:
        return False
    own = roots(a.head[0])
    return bool(roots(fold(of[1])) & own) and not roots_of(b.head) & own


def _ends_otherwise(a: Quantity, b: Quantity, line: TextFacts, source: TextFacts) -> bool:
    """`Cut to 35%`, of what was cut by 35%, or the reverse."""
    if b.measure not in (Measure.PERCENT, Measure.MONEY) or any(changes(source)):
        return False
    told, known = line.text[max(0, a.start - _FAR) : a.start], source.text[max(0, b.start - _FAR) : b.start]
    return bool((_TO.search(told) and _BY.search(known)) or (_BY.search(told) and _TO.search(known)))


def _is_named_otherwise(a: Quantity, b: Quantity, line: TextFacts, piece: Piece) -> bool:
    if is_employer(a) or is_employer(b) or _is_of_crews(a) != _is_of_crews(b):
        return False
    return a.measure is b.measure is Measure.COUNT and named_otherwise(a, b, line, piece.facts)


def _is_end_of_change(b: Quantity, facts: TextFacts) -> bool:
    return any(b in (change.before, change.after) for change in changes(facts))


def same_value(a: Quantity, b: Quantity) -> bool:
    share, known = as_percent(a), as_percent(b)
    if a.measure is not b.measure and share is not None and known is not None:
        return agrees(a._replace(value=share), b._replace(value=known)) or abs(share - known) < 1.0
    if a.measure is Measure.COUNT and not a.head and b.measure is not Measure.COUNT:
        by_value = b.measure is Measure.MONEY and a.value >= _LARGE and a.value == b.value
        return (b.measure in _AMOUNTS and a.bare == b.bare) or by_value
    if a.measure is Measure.PERCENT and a.unit in ("point", "points") and _is_score(b):
        return agrees(a, b)
    if a.measure is not b.measure and {a.measure, b.measure} != {Measure.COUNT, Measure.ORDINAL}:
        return False
    if a.currency != b.currency and (a.currency or a.measure is not Measure.MONEY):
        return False
    if a.measure is b.measure is Measure.COUNT and (each := ratio(a.head, b.head)):
        a = a._replace(value=a.value * each)
    return agrees(a, b) or (a.rate != b.rate and any(agrees(a, c) for c in converted(b, a.rate)))


def _is_score(b: Quantity) -> bool:
    return b.measure is Measure.COUNT and not b.head and not b.label


def converted(b: Quantity, rate: str) -> Sequence[Quantity]:
    """14,000 a month as so many a year."""
    up, down = _RATIOS.get((rate, b.rate)), _RATIOS.get((b.rate, rate))
    if rate == "year" and b.rate in _YEARLY:
        up = tuple(float(n) for n in _YEARLY[b.rate])
    if b.rate == "year" and rate in _YEARLY:
        down = tuple(float(n) for n in _YEARLY[rate])
    ratios = [*(up or ()), *(1 / n for n in down or ())]
    return [b._replace(value=b.value * ratio, rate=rate) for ratio in ratios]


def agrees(a: Quantity, b: Quantity) -> bool:
    """Whether what is told of a number is true of the number that is known."""
    told, known = a.value, b.value
    if abs(told - known) <= _SMALL * max(abs(told), abs(known)):
        in_time = a.measure is b.measure is Measure.TIME and b.bound is Bound.AT_MOST
        return _same_bound(a.bound, b.bound) or (in_time and a.bound is Bound.LESS)
    if b.bound in UPPER or told <= 0 or a.unit == AGE:
        return False
    if a.bound is Bound.JUST_OVER:
        return told < known <= LITTLE * told
    if a.bound in LOWER:
        loose = 5.0 if a.head[:1] == () or a.written[:1].isalpha() else 2.0
        return told < known <= loose * told
    if a.bound is Bound.NEARLY:
        return 0.88 * told <= known < told
    if a.bound is Bound.ABOUT:
        return abs(told - known) <= 0.1 * known
    if a.bound in UPPER and a.bound is not Bound.UP_TO:
        return b.bound not in LOWER and known < told <= 1.5 * known
    return False


def _same_bound(told: Bound, known: Bound) -> bool:
    if told is Bound.EXACT:
        return known not in (*UPPER, Bound.NEARLY)
    if told in (Bound.MORE, Bound.JUST_OVER):
        return known in LOWER
    if told is Bound.AT_LEAST:
        return known in (*LOWER, Bound.EXACT)
    if told is Bound.LESS:
        return known in (Bound.LESS, Bound.NEARLY)
    if told in UPPER:
        return known in (*UPPER, Bound.EXACT, Bound.NEARLY)
    if told is Bound.NEARLY:
        return known in (Bound.NEARLY, Bound.ABOUT, Bound.LESS)
    return True


def _is_of_the_same(b: Quantity, facts: TextFacts) -> bool:
    """`65 weddings, 20 of them abroad`, `86 of the 97 bugs`: what has no name is of what has one."""
    following = (q for q in facts.quantities if q.start >= b.end and q.head)
    parts = any(OUT_OF.fullmatch(facts.text[b.end : q.start]) for q in following)
    return parts or OF_THEM.match(facts.text, b.end) is not None


def _same_thing(a: Quantity, b: Quantity, others: list[Quantity], piece: Piece, ground: Ground) -> bool:
    """A count is of something; a share, a sum or a time is held by its value and by where it stands."""
    if a.measure is not Measure.COUNT:
        return True
    if not a.head or not b.head:
        of_the_same = not b.head and _is_of_the_same(b, piece.facts)
        return of_the_same or not any(alike(a, other) for other in others)
    if alike(a, b) or _folk(a, b):
        return True
    if is_employer(a) or _different(a, b) or any(alike(a, other) for other in others):
        return False
    return bool(roots_of(a.head) & b.near) or a.head[0] in ground.initials


def alike(a: Quantity, b: Quantity) -> bool:
    """Whether they count the same, or the first something more general."""
    if is_employer(a) != is_employer(b) or _different(a, b):
        return False
    return bool(
        roots_of(a.head) & roots_of(b.head)
        or ratio(a.head, b.head)
        or any(_same_kind(w, v) for w in a.head for v in b.head)
        or alike_abroad(a.head, b.head)
        or any(_part_of(w, v) or _part_of(v, w) for w in a.head for v in b.head)
        or _abbreviated(a, b)
    )


def _part_of(word: str, long: str) -> bool:
    """`Formate` of Lieferantenformate."""
    return len(long) >= len(word) + 4 and any(len(r) >= _LEAST_PART and r in long[3:] for r in roots(word))


def _abbreviated(a: Quantity, b: Quantity) -> bool:
    """`16 HCAs` are 16 healthcare assistants."""
    short, letters = a.head[0].removesuffix("s") if a.head else "", "".join(w[0] for w in b.head)
    return len(short) in _INITIALS and len(letters) > 1 and short == letters[: len(short)]


def _different(a: Quantity, b: Quantity) -> bool:
    """`Sales agencies` are no sales assistants, nor are client invoices supplier invoices."""
    ours, theirs = ([w for w in x.head if w not in y.head] for x, y in ((a, b), (b, a)))
    kinds = ({_kind(w) for w in ours}, {_kind(w) for w in theirs})
    if kinds in (({"people"}, {"org"}), ({"org"}, {"people"})):
        return True
    if _is_of_crews(a) != _is_of_crews(b):
        return True
    if len(a.head) < _QUALIFIED or a.head[:-1] != b.head[:-1]:
        return False
    last, other = a.head[-1], b.head[-1]
    plural = last.endswith("s") and other.endswith("s")
    return plural and not (
        roots(last) & roots(other) or _same_kind(last, other) or alike_abroad((last,), (other,))
    )


def _only_qualifies(a: Quantity, b: Quantity, ground: Ground) -> bool:
    """`Apartment blocks` are no apartments, nor are `design teams` designers."""
    if len(a.head) < _QUALIFIED or a.value <= 1:
        return False
    first, second = a.head[0], a.head[1]
    if first.endswith("s") or not second.endswith("s") or second.endswith("ss") or is_called(a, "folk"):
        return False
    if roots(second) & ground.roots or groups_of(second) & ground.groups:
        return False
    return any(_akin(first, each) for each in b.head[-1:])


def _akin(word: str, other: str) -> bool:
    return bool(roots(word) & roots(other)) or _same_kind(word, other)


def _is_of_crews(q: Quantity) -> bool:
    """Ten teams are not ten people."""
    return any(word in _CREWS for word in q.head)


def _kind(word: str) -> str:
    names = claimed_by(word)
    return "people" if "noun.people" in names else "org" if "noun.org" in names else ""


def _same_kind(word: str, known: str) -> bool:
    return bool(
        groups_of(word) & groups_of(known) or generals_of(word) & specials_of(known) & kinds_of_things()
    )


def is_employer(q: Quantity) -> bool:
    return any(_EMPLOYER.match(word) for word in q.head)


def _folk(a: Quantity, b: Quantity) -> bool:
    if is_employer(a) or is_employer(b) or _is_of_crews(a) != _is_of_crews(b):
        return False
    return (
        is_called(a, "people") and is_called(b, "people") and (is_called(a, "folk") or is_called(b, "folk"))
    )


def is_called(q: Quantity, kind: str) -> bool:
    if kind == "people" and any(_WOMEN.search(word) for word in q.head):
        return True
    return any(f"noun.{kind}" in claimed_by(word) for word in (q.unit, *q.head))


def same_rate(a: Quantity, b: Quantity, source: TextFacts) -> bool:
    """20 hours a week are not 20 hours a day; nor is what happened once told as if it went on."""
    if not a.rate or a.rate == b.rate:
        return True
    if b.rate:
        return any(agrees(a, c) for c in converted(b, a.rate))
    return f"frequency.{a.rate}" in source.names


def _rising(facts: TextFacts) -> tuple[bool, bool]:
    telling = (t.word for t in facts.tokens if not t.denied and not t.word.startswith(_EITHER_WAY))
    names = {n for word in telling for n in claimed_by(word)}
    return "way.up" in names, "way.down" in names


def _turned(quantity: Quantity, line: TextFacts, source: TextFacts) -> bool:
    """A fall told as a rise, or a rise as a fall."""
    if quantity.measure not in (Measure.PERCENT, Measure.MONEY, Measure.FACTOR):
        return False
    (up, down), (was_up, was_down) = _rising(line), _rising(source)
    return up != down and was_up != was_down and was_up != up
