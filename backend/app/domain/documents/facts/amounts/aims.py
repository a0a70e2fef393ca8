"""What was reached and what was aimed at: `264 against a goal of 220` is 44 more, and 20 % over goal."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from app.domain.documents.facts.amounts.number_signs import AGAINST, AIM
from app.domain.documents.facts.amounts.quantity import Measure, Quantity
from app.domain.documents.facts.amounts.shares import near_share
from app.domain.documents.facts.reading.clauses import clause_at
from app.domain.documents.facts.reading.text_facts import TextFacts

_UNDER = re.compile(
    r"\s*(?:[^\W\d_]+\s){0,2}?(?:(?P<less>under|below|less\s+than|short\s+of|beneath)|(?P<more>over|above|more\s+than|"
    r"beyond))\s+(?:[^\W\d_]+\s+){0,3}[$\u20ac\u00a3]?$",
    re.I,
)
_NAMED_AIM = re.compile(rf"\s*(?:[^\W\d_]+\s+)?{AIM}\b", re.I)
_AIM_BEFORE = re.compile(rf"\b{AIM}\s+(?:of|was|:|is)\s+[$\u20ac\u00a3]?$", re.I)
_MORE = re.compile(
    r"\b(?:beat\w*|exceed\w*|surpass\w*|top(?:ped|ping|s)?|out(?:sold|sell\w*|did|perform\w*|stripp\w*)|overshot|"
    r"more|over|above|beyond|ahead|better|higher|extra|up)\b",
    re.I,
)
_LESS = re.compile(
    r"\b(?:miss\w*|short|under\w*|below|less|fewer|lower|cheaper|saved|saving|spare|within|inside|beneath|down)\b",
    re.I,
)
_SOONER = re.compile(
    r"\b(?:early|earlier|sooner|ahead|faster|quicker|before|under|beat\w*|saved|saving|shorter|less|quickly)\b",
    re.I,
)
_LATER = re.compile(r"\b(?:late|later|behind|longer|over|slower|more|miss\w*|delay\w*)\b", re.I)
_BY = re.compile(r"\bby\s+(?:[^\W\d_]+\s+){0,2}[$\u20ac\u00a3]?$", re.I)
_COMPARED = re.compile(
    r"\s*(?:[^\W\d_]+\s+){0,3}?(?:more|over|above|beyond|ahead|better|early|earlier|sooner|faster|quicker|under|below|"
    r"less|fewer|short|shorter|late|to\s+spare)\b",
    re.I,
)
_APART = re.compile(
    rf"\s*(?:early|late|sooner|ahead|(?:over|above|under|below|short\s+of|beyond)\s+(?:[^\W\d_]+\s+)?{AIM})\b",
    re.I,
)
_SOONER_THAN = re.compile(rf"\s*(?:early|sooner|(?:ahead\s+of|before)\s+(?:the\s+|its\s+)?{AIM})\b", re.I)
_PAUSE = re.compile(r"[^.;:\d]{0,24},\s|[^.;:\d]{0,12}(?:-|\u2013|\u2014)\s?")
_OF_AIM = re.compile(rf"\s*(?:of|to)\s+(?:[^\W\d_]+\s+){{0,4}}?{AIM}", re.I)
_HELD_AGAINST = re.compile(
    rf"\b(?:{AIM}|against|instead|rather|versus|vs|than|from|under|below|above|over|beyond|of\s+a|where|not)\b[^.;]*$",
    re.I,
)
_IS_GOAL = re.compile(rf"\b{AIM}\b", re.I)
_NEAR_AIM = re.compile(rf"^[^.,;]*?\b{AIM}\b", re.I)
_REACH = 40


@dataclass(frozen=True, slots=True)
class Aim:
    got: float
    aim: float
    of: Quantity
    """One of both, for its measure."""
    goal: bool
    """Whether it is called one, and is not only what something else took the place of."""
    named: bool = True
    """Whether the aim stands there."""
    told: bool = True
    """Whether what was reached stands there, and not only how far off it was."""


def aims(facts: TextFacts) -> Iterator[Aim]:
    for a, b in pairwise(facts.quantities):
        if a.measure is not b.measure or a.currency != b.currency:
            continue
        between = facts.text[a.end : b.start]
        if (
            a.measure is Measure.TIME
            and _SOONER_THAN.match(facts.text, b.unit_end)
            and _PAUSE.fullmatch(between)
        ):
            yield Aim(a.value, a.value + b.value, a, goal=False, named=False)
        elif AGAINST.search(between):
            yield Aim(a.value, b.value, a, goal=_IS_GOAL.search(between) is not None)
        elif (apart := _UNDER.match(between)) and (
            _NAMED_AIM.match(facts.text, b.end) or _AIM_BEFORE.search(facts.text[: b.start][-_REACH:])
        ):
            got = b.value - a.value if apart["less"] else b.value + a.value
            yield Aim(got, b.value, b, goal=True, told=False)


def follows_from_an_aim(q: Quantity, line: TextFacts, facts: TextFacts) -> bool:
    return any(_is_told(q, line, each) for each in aims(facts))


def trades_aim_for_result(q: Quantity, line: TextFacts, facts: TextFacts) -> bool:
    """`Sold 220`, of 264 against a goal of 220; `beat a goal of 264`."""
    before, after = line.text[max(0, q.start - _REACH) : q.start], line.text[q.end : q.end + _REACH]
    as_aim = bool(_AIM_BEFORE.search(before) or _NAMED_AIM.match(after))
    for each in aims(facts):
        apart = abs(each.got - each.aim)
        if _APART.match(line.text, q.unit_end) and _equal(q.value, each.got) and q.value != apart:
            return True
        if not each.goal or q.measure is not each.of.measure or each.got == each.aim:
            continue
        if as_aim and _equal(q.value, each.got):
            return True
        if _equal(q.value, each.aim) and not (
            as_aim or _HELD_AGAINST.search(before) or _NEAR_AIM.search(after)
        ):
            return True
    return False


def _is_told(q: Quantity, line: TextFacts, each: Aim) -> bool:
    apart, same = abs(each.got - each.aim), q.measure is each.of.measure and q.currency == each.of.currency
    if same and (
        (not each.told and _equal(q.value, each.got)) or (not each.named and _is_aim(q, line, each))
    ):
        return True
    share = 100 * q.value if q.measure is Measure.FACTOR and q.value < 1 else q.value
    if q.measure is Measure.PERCENT or (q.measure is Measure.FACTOR and q.value < 1):
        of_aim = _OF_AIM.match(line.text, q.end)
        told = 100 * each.got / each.aim if of_aim else 100 * apart / each.aim
        return near_share(q._replace(value=share), told) and bool(of_aim or _is_way(q, line, each))
    return same and _equal(q.value, apart) and _is_way(q, line, each)


def _is_aim(q: Quantity, line: TextFacts, each: Aim) -> bool:
    return _equal(q.value, each.aim) and _HELD_AGAINST.search(line.text[: q.start][-_REACH:]) is not None


def _is_way(q: Quantity, line: TextFacts, each: Aim) -> bool:
    """Whether the line compares, and the right way."""
    by = _BY.search(line.text[max(0, q.start - _REACH) : q.start])
    if not by and not _COMPARED.match(line.text, q.end):
        return False
    start, end = clause_at(line.clauses, q.start)
    clause = line.text[start:end]
    right, wrong = _MORE, _LESS
    if each.of.measure is Measure.TIME:
        right, wrong = _SOONER, _LATER
    if (each.got > each.aim) is (each.of.measure is Measure.TIME):
        right, wrong = wrong, right
    return bool(right.search(clause)) and not wrong.search(clause)


def _equal(a: float, b: float) -> bool:
    return abs(a - b) <= 1e-6 * max(abs(a), abs(b))
