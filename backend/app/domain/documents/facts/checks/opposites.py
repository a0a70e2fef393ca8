"""Deeds turned into their opposite, and done by whom they were done to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from app.domain.documents.facts.checks.findings import Finding, refused
from app.domain.documents.facts.reading.text_facts import TextFacts, Token
from app.domain.documents.facts.receipt import ClaimKind
from app.domain.documents.facts.sources.ground import Ground
from app.domain.documents.facts.words.roots import roots
from app.domain.documents.facts.words.tables import lines
from app.domain.shared.cues import Cue
from app.domain.shared.prose import word_set

_NO_OBJECT = frozenset(
    {"in", "under", "as", "at", "with", "on", "for", "from", "to", "and", "by", "through", "alongside"}
)
_RISING = frozenset(
    [
        "go",
        "goes",
        "going",
        "went",
        "gone",
        "is",
        "was",
        "were",
        "are",
        "be",
        "been",
        "moved",
        "move",
        "pushed",
        "push",
        "brought",
        "bring",
        "drove",
        "driven",
        "costs",
        "sales",
        "rates",
        "rate",
        "shot",
        "crept",
        "%",
        "percent",
    ]
)
"""Before `up`: any other verb makes something else of it, such as `sped up`."""
_BOUGHT = frozenset({"bought", "buy", "buys", "purchased", "acquired"})
_EXCEPTIONS = (
    (
        Cue(frozenset({"only", "just", "but"})),
        re.compile(
            r"\b(?:only|just|but)\s+(?:once|one|a\s+single|a\s+few)\b(?!\s+(?:month|year|week|day|hour))",
            re.I,
        ),
        re.compile(r"\b(?:without\s+(?:an?y?|a\s+single)|no|zero|never)\b", re.I),
    ),
    (
        Cue(frozenset({"whom", "which", "them"})),
        re.compile(
            r"(?<!every )(?<!each )\b(?:one|two|some|several|most|half)\s+of\s+(?:whom|which|them)\b", re.I
        ),
        re.compile(r"\b(?:both|all|each)\s+of\s+(?:whom|which|them)\b", re.I),
    ),
)
_CONTRARY = tuple(
    tuple(heads.split())
    for heads in (
        "eingangs ausgangs",
        "einkaufs verkaufs",
        "ein aus",
        "import export",
        "innen aussen",
        "fruh spat nacht tag tages",
        "haupt neben",
        "ober unter",
        "vor nach",
        "voll teil",
        "einzel gruppen",
        "einzel gross",
        "alt neu bestands",
        "inland inlands ausland auslands",
        "debitoren kreditoren",
        "privat firmen geschafts gross",
        "kinder jugend erwachsenen senioren",
        "hoch tief",
        "soll ist",
        "bau miet kauf",
        "halb voll",
        "kurz lang langzeit kurzzeit",
        "hin ruck",
        "roh fertig",
        "links rechts",
        "grund ober real berufs hoch haupt",
    )
)
"""Opening parts of German compounds, of which one rules out the others."""
_REFUSED = re.compile(
    r"\b(?:turn(?:ed|ing|s)?|vot(?:ed|ing)|struck)\s+(?:(?:it|them|this|that|which)\s+)?down\b|"
    r"\bcall(?:ed|ing)?\s+(?:(?:it|them)\s+)?off\b|\bthr(?:ew|own)\s+(?:(?:it|them)\s+)?out\b",
    re.I,
)
_REFUSED_CUE = Cue(word_set("down off out"))
_REFUSING = word_set(
    "reject rejected refuse refused decline declined cancel cancelled canceled lower lowered cut"
)
_COMPARED = re.compile(r"\b(?:instead\s+of|rather\s+than)\b", re.I)
_COMPARED_CUE = Cue(word_set("instead rather"))
_LEAST_TAIL = 4
_FROM_ME = re.compile(r"\bfrom\s+(?:me|us)\b", re.I)
_BE = frozenset({"was", "were", "been", "being", "got", "is", "are", "am", "be"})


@dataclass(frozen=True, slots=True)
class _Pair:
    these: frozenset[str]
    those: frozenset[str]
    both: frozenset[str]


@cache
def _pairs() -> tuple[_Pair, ...]:
    table = lines("opposites.txt")
    return tuple(_pair(*(frozenset(part.split()) for part in line.split("|"))) for line in table)


def _pair(these: frozenset[str], those: frozenset[str], both: frozenset[str]) -> _Pair:
    return _Pair(these - those, those - these, both)


@cache
def _sided() -> dict[str, tuple[tuple[_Pair, bool], ...]]:
    """For each word, the pairs that it stands in, and whether on the first side."""
    sides: dict[str, tuple[tuple[_Pair, bool], ...]] = {}
    for pair in _pairs():
        for first, words in ((True, pair.these), (False, pair.those)):
            for word in words:
                sides[word] = (*sides.get(word, ()), (pair, first))
    return sides


def opposite_findings(line: TextFacts, ground: Ground) -> Iterator[Finding]:
    """What was halved was not raised; and who was trained by the chef did not train the chef."""
    sided = _sided()
    for n, token in enumerate(line.tokens):
        if token.word not in sided or token.denied or _stands_idle(token, line):
            continue
        if roots(token.word) & ground.roots:
            continue
        if token.word == "up" and n and line.tokens[n - 1].word not in _RISING:
            continue
        if token.word in _BOUGHT and _FROM_ME.search(line.text):
            continue
        if any(_turned(pair, first, line, ground) for pair, first in sided[token.word]):
            why = "The cited sources tell of the opposite, or of another deed."
            yield refused(ClaimKind.STATEMENT, token.written, token.start, why)
    if "de" in line.languages:
        yield from _contrary(line, ground)
    yield from _done_to(line, ground)
    yield from _refusals(line, ground)
    yield from _reversed(line, ground)
    yield from _excepted(line, ground)


def _refusals(line: TextFacts, ground: Ground) -> Iterator[Finding]:
    """`The owner turned it down`: each of its words is light, and together they refuse."""
    found = _REFUSED.search(line.text) if _REFUSED_CUE.may_stand_in(line.spoken) else None
    if found and not any(_REFUSED.search(p.text) or _REFUSING & p.facts.words for p in ground.pieces):
        why = "No cited source says that it was refused."
        yield refused(ClaimKind.STATEMENT, found.group(), found.start(), why)


def _reversed(line: TextFacts, ground: Ground) -> Iterator[Finding]:
    """`Five minutes instead of two`, where it went from five to two."""
    for found in _COMPARED.finditer(line.text) if _COMPARED_CUE.may_stand_in(line.spoken) else ():
        before = [q for q in line.quantities if q.end <= found.start()][-1:]
        after = [q for q in line.quantities if q.start >= found.end()][:1]
        for now, then in zip(before, after, strict=True) if before and after else ():
            known = {(c.before.bare, c.after.bare) for c in ground.changes}
            if (now.bare, then.bare) in known and (then.bare, now.bare) not in known:
                why = "The cited sources tell it the other way round."
                yield refused(ClaimKind.STATEMENT, found.group(), found.start(), why)


def _stands_idle(token: Token, line: TextFacts) -> bool:
    """`Close to four years` closes nothing."""
    return any(start <= token.start < end for start, end in line.idle)


def _excepted(line: TextFacts, ground: Ground) -> Iterator[Finding]:
    """`Only one finding`, where there was none; `one of whom`, where it was all of them."""
    for cue, some, none in _EXCEPTIONS:
        found = some.search(line.text) if cue.may_stand_in(line.spoken) else None
        if not found or none.search(line.text) or any(some.search(p.text) for p in ground.pieces):
            continue
        if any(none.search(p.text) for p in ground.pieces):
            why = "The cited sources tell of no exception."
            yield refused(ClaimKind.NEGATION, found.group(), found.start(), why)


def _contrary(line: TextFacts, ground: Ground) -> Iterator[Finding]:
    """`Ausgangsrechnungen`, where a source has Eingangsrechnungen."""
    for token in line.tokens:
        if token.denied or token.word in ground.words:
            continue
        others = {other + tail for heads in _CONTRARY for other, tail in _in_contrast(token.word, heads)}
        if any(roots(other) & ground.roots for other in others) and not roots(token.word) & ground.roots:
            why = "The cited sources tell of its counterpart."
            yield refused(ClaimKind.STATEMENT, token.written, token.start, why)


def _in_contrast(word: str, heads: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for head in heads:
        tail = word.removeprefix(head)
        if tail != word and len(tail) >= _LEAST_TAIL:
            yield from ((other, tail) for other in heads if other != head)


def _turned(pair: _Pair, first: bool, line: TextFacts, ground: Ground) -> bool:
    """A line that tells of both, such as of winning back what was lost, turns nothing round."""
    mine, other = (pair.these, pair.those) if first else (pair.those, pair.these)
    said = ground.words
    return bool(other & said) and not (mine | pair.both) & said and not other & line.words


def _done_to(line: TextFacts, ground: Ground) -> Iterator[Finding]:
    if not ground.suffered:
        return
    for at, token in enumerate(line.tokens):
        if (
            token.word in ground.suffered
            and _is_active(line.tokens, at)
            and not _also_done(token.word, ground)
        ):
            why = "The cited source says that it was done to the person, not by them."
            yield refused(ClaimKind.STATEMENT, token.written, token.start, why)


def _is_active(tokens: tuple[Token, ...], at: int) -> bool:
    before = {t.word for t in tokens[max(0, at - 2) : at]}
    after = [t.word for t in tokens[at + 1 :]]
    return bool(after) and after[0] not in _NO_OBJECT and not before & _BE and "by" not in after


def _also_done(word: str, ground: Ground) -> bool:
    """Told of once more, in the active voice."""
    times = [t.word for p in ground.pieces for t in p.facts.tokens].count(word)
    return times > ground.suffered.count(word)
