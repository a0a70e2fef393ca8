"""Claims of scope that no source makes in so many words, and that follow from what it says."""

import re
from collections.abc import Callable
from itertools import pairwise

from app.domain.documents.content import SourceKind
from app.domain.documents.facts.amounts.quantity import Measure
from app.domain.documents.facts.reading.clauses import clause_at
from app.domain.documents.facts.reading.text_facts import Claiming, TextFacts
from app.domain.documents.facts.sources.ground import NAMING, Ground, Piece
from app.domain.documents.facts.sources.homes import carries, spoken_of
from app.domain.documents.facts.words.roots import roots
from app.domain.shared.prose import FUNCTION_WORDS, fold, word_set

_THAN_ANY = re.compile(r"\bthan\s+(?:any(?:one|body)?\b|all\s+(?:the\s+)?others?\b|every\s+other\b)", re.I)
_FIRST_OF_ALL = word_set("top most highest")
_OTHERS = word_set("other others")
_UNASKED = re.compile(
    r"\b(?:without|with\s+no|no\s+need\s+for)\s+(?:(?:an?|any|the|my|prior|further)\s+)?"
    r"(?:[\w-]+(?:['\u2019]s)?\s+){0,2}?"
    r"(?:approval|sign-?off|permission|authori[sz]ation|supervision|oversight|help|assistance|support|consent)\b|"
    r"\b(?:unsupervised|unaided|unassisted|single-?handed(?:ly)?|alone)\b",
    re.I,
)
"""Whoever needs nobody's leave does it independently."""
_BY_ONESELF = word_set("independently autonomously unaided unsupervised")
_ON_MY_OWN = ("on my own", "by myself", "own")
_ALONE = re.compile(r"\b(?:alone|unaided|unassisted|single-?handed(?:ly)?|by\s+myself|on\s+my\s+own)\b", re.I)
_UP_TO_THERE = re.compile(r"\b(?:up\s+to|under|below|worth|limit|over|as\s+much\s+as|at\s+most)\b", re.I)
_THAT_TIME = re.compile(r"\bin\s+(?:\w+\s+)?(?:19|20)\d\d\s+$", re.I)
_OWN_HOURS = re.compile(r"\bmy\s+own\s+(?:time|words|hands|pace)\b", re.I)
_MINE = re.compile(r"\bmy\s+own\s+([\w-]+)", re.I)
_IN_BUDGET = re.compile(
    r"\b(?:without|never|no)\s+(?:\w+\s+){0,2}?(?:overspen\w+|overrun\w*|exceed\w*)", re.I
)
_OVER_BUDGET = ("within budget", "on budget")
_WITH_A_GRADE = re.compile(r"with (distinction|honou?rs)")
_SOME = re.compile(
    r"\b(?:(?:one|two|three|\d+)\s+(?:as|is|was|now|later|were|are|already)|some|several|most|mostly|mainly|many|half|part(?:ly)?|except|but|few|usually|often|\d+\s+(?:out\s+)?of|"
    r"\w+\s+of\s+(?:whom|which|them|the|these))\b",
    re.I,
)
_QUANTIFIED = word_set("all every each")
_DEPARTMENTS = word_set(
    "support legal finance sales marketing engineering engineers hr design designers operations purchasing "
    "procurement logistics production quality research manufacturing compliance risk product it warehouse "
    "accounting accounts editorial clinical maintenance nursing pharmacy kitchen"
)
_ACROSS = word_set("cross-functional crossfunctional cross-departmental interdepartmental cross-team")
_SEVERAL = 3
_EXTREMES = word_set("biggest largest longest highest tallest deepest smallest shortest lowest")
_MEASURED = re.compile(
    r"\s+(?:of|for|at|with|being|was|is|holding|seating|having|had|reaching|measuring|covering|spanning|spans)"
    r"\s+(?:\w+\s+){0,2}$",
    re.I,
)
_RANGE = re.compile(r"\b(?:up\s+to|as\s+many\s+as|between|from|at\s+most)\b|\d\s*(?:-|\u2013|to)\s*\d", re.I)


def follows(claim: Claiming, line: TextFacts, ground: Ground) -> bool:
    rule = _RULES.get(claim.name)
    return bool(rule and rule(claim, line, ground))


def _is_first_of_all(claim: Claiming, line: TextFacts, ground: Ground) -> bool:
    """`Top seller`, of who sold more than anyone; the biggest, of things from so much to so much."""
    word = fold(claim.written)
    if word in _EXTREMES and _bounds(claim, line, ground):
        return True
    return word in _FIRST_OF_ALL and beat_all(line, ground)


def beat_all(line: TextFacts, ground: Ground) -> bool:
    """Whether a source says that nobody did more; where, is as it stands there."""
    best = [p for p in ground.pieces if _THAN_ANY.search(p.text)]
    named = (p for p in ground.pieces if p.source.field in ("location", "company"))
    where = {t.word for p in named for t in p.facts.tokens}
    said = line.words - FUNCTION_WORDS
    return any(not said & where - p.facts.words for p in best)


def _bounds(claim: Claiming, line: TextFacts, ground: Ground) -> bool:
    amount = next((q for q in line.quantities if q.start >= claim.end), None)
    if amount is None or not _MEASURED.fullmatch(line.text[claim.end : amount.start] + " "):
        return False
    for piece in ground.pieces:
        known = {q.value for q in piece.facts.quantities}
        if amount.value in known and _RANGE.search(piece.text):
            return True
    return False


def _is_unasked(claim: Claiming, line: TextFacts, ground: Ground) -> bool:
    """`Independently`, where nobody's leave was needed; `in 2023 alone`, which means nobody."""
    word = fold(claim.written)
    if word == "alone":
        return bool(_THAT_TIME.search(line.text[: claim.start]))
    if word not in _BY_ONESELF:
        return False
    told = [p for p in ground.pieces if _UNASKED.search(p.text)]
    limits = [p for p in told if p.facts.quantities and _UP_TO_THERE.search(p.text)]
    return bool(told) and (not limits or any(_keeps_limit(line, p) for p in limits))


def _keeps_limit(line: TextFacts, piece: Piece) -> bool:
    """Up to an amount he decided alone: without it the line would claim more."""
    values = {q.value for q in piece.facts.quantities}
    return any(q.value in values for q in line.quantities)


def _is_of_mine(claim: Claiming, line: TextFacts, ground: Ground) -> bool:
    """`My own customers`, where a source has `my customers`; `on my own`, of whoever was alone."""
    word = fold(claim.written)
    if word == "owner":
        before = [t.word for t in line.tokens if t.end <= claim.start][-1:]
        return bool({"the", "an", "its", "their"} & set(before)) and "owner" in ground.words
    if word == "alone":
        return bool(_THAT_TIME.search(line.text[: claim.start]))
    if word not in _ON_MY_OWN:
        return False
    if any(_ALONE.search(p.text) for p in ground.pieces) and "on my own" in fold(line.text):
        return True
    around = line.text[max(0, claim.start - len("my ")) :]
    if _OWN_HOURS.match(around):
        return True
    mine = _MINE.match(around)
    owned = [p for p in ground.pieces if "my" in p.facts.words]
    return mine is not None and any(roots(fold(mine[1])) & p.facts.roots for p in owned)


def _is_in_budget(claim: Claiming, line: TextFacts, ground: Ground) -> bool:
    """`Within budget`, without overspending; `with distinction`, where that is the grade."""
    said = fold(claim.written)
    if said in _OVER_BUDGET:
        return any(_IN_BUDGET.search(p.text) and "budget" in p.facts.words for p in ground.pieces)
    if said == "winning":
        return bool({"win", "won", "wins"} & ground.words)
    grade = _WITH_A_GRADE.fullmatch(said)
    return grade is not None and any(
        p.source.kind is SourceKind.EDUCATION and grade[1] in p.facts.words for p in ground.pieces
    )


def _is_all_there_were(claim: Claiming, line: TextFacts, ground: Ground) -> bool:
    """`All 14`, of fourteen; all that nothing was lost of."""
    after = [t for t in line.tokens if t.start >= claim.end]
    if _OTHERS & {t.word for t in after[:1]} and beat_all(line, ground):
        return True
    things = [t for t in after if t.word not in FUNCTION_WORDS][:2]
    if any(roots(t.word) & ground.spared_roots for t in things):
        return True
    if things and any(_tells_each(p, things[0].word) for p in ground.pieces):
        return True
    if fold(claim.written) != "all":
        return False
    beside = [q for q in line.quantities if q.measure is Measure.COUNT and _is_beside(q.start, claim, line)]
    for piece in ground.pieces if beside else ():
        counts = [q.value for q in piece.facts.quantities if q.measure is Measure.COUNT]
        if len(counts) == 1 and any(q.value == counts[0] for q in beside) and not _SOME.search(piece.text):
            return _speaks_of(piece, claim, line, ground)
    return False


def _tells_each(piece: Piece, thing: str) -> bool:
    """`Each ladle`, where the line has all ladles."""
    pairs = pairwise(piece.facts.tokens)
    return any(one.word in _QUANTIFIED and roots(other.word) & roots(thing) for one, other in pairs)


def _speaks_of(piece: Piece, claim: Claiming, line: TextFacts, ground: Ground) -> bool:
    """Whether nothing in the clause is told by another passage: of eight agents four were trained."""
    start, end = clause_at(line.clauses, claim.start)
    others = [p for p in ground.pieces if p is not piece and p.source.field not in NAMING]
    told = [t for t in line.tokens if start <= t.start < end and carries(t)]
    told = [t for t in told if not spoken_of(t, piece.facts.roots, piece.facts.groups)]
    return not any(spoken_of(t, p.facts.roots, p.facts.groups) for t in told for p in others)


def _is_beside(start: int, claim: Claiming, line: TextFacts) -> bool:
    """`All 14 skids`, `all of the 14`, `14 skids built for Gulf, all from`."""
    between = line.text[claim.end : start] if start > claim.start else line.text[start : claim.start]
    if start > claim.start:
        return not set(fold(between).split()) - {"of", "the", "my", "our"}
    return between.rstrip().endswith((",", ":", ";", "\u2013", "\u2014")) and not re.search(r"[.]\s", between)


def _crosses(claim: Claiming, line: TextFacts, ground: Ground) -> bool:
    """`Cross-functional`, of what brings three departments together."""
    if fold(claim.written) not in _ACROSS:
        return False
    return any(len(_DEPARTMENTS & p.facts.words) >= _SEVERAL for p in ground.pieces)


def _reaches_a_number(claim: Claiming, line: TextFacts, ground: Ground) -> bool:
    """`Across the hospital's 4 wards`: the number says how far, and is held by itself."""
    owned = line.text[claim.end - 2 : claim.end] in ("'s", "\u2019s") or claim.written.endswith("all")
    return owned and any(0 < q.start - claim.end <= len(" the ") for q in line.quantities)


_Rule = Callable[[Claiming, TextFacts, Ground], bool]
_RULES: dict[str, _Rule] = {
    "scope.superlative": _is_first_of_all,
    "scope.praise": _is_in_budget,
    "scope.independence": _is_unasked,
    "scope.ownership": _is_of_mine,
    "scope.success": _is_in_budget,
    "scope.totality": _is_all_there_were,
    "scope.breadth": _crosses,
    "scope.reach": _reaches_a_number,
}
