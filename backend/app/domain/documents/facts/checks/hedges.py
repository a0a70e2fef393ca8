"""What was only helped with, planned or not finished, by the sources: a line may not say that it was done."""

import re
from collections.abc import Iterator

from app.domain.documents.facts.checks.findings import Finding, refused
from app.domain.documents.facts.checks.senses import is_kept_with
from app.domain.documents.facts.checks.senses_abroad import names_service
from app.domain.documents.facts.reading.text_facts import Claiming, TextFacts, Token
from app.domain.documents.facts.receipt import ClaimKind
from app.domain.documents.facts.sources.ground import NAMING, Ground, Piece
from app.domain.documents.facts.sources.homes import carries
from app.domain.documents.facts.words.roots import roots
from app.domain.documents.facts.words.wordings import claimed_by, groups_of
from app.domain.shared.cues import Cue
from app.domain.shared.prose import fold, word_set

_SHARES = {
    "hedge.share": "The source says that the person helped with it or took part.",
    "hedge.plan": "The source says that it was planned or tried, not that it was done.",
    "hedge.unfinished": "The source says that it was not finished or won.",
}
_ONE_OF = ("one of the", "one of")
_IN = re.compile(r"\b(?:on|in|at|for|to|of|from)\s+$", re.I)
"""On one of the wards: the person is none of them."""
_OF_THEM = re.compile(r"\s+(?:of\s+)?(?:them|which|whom|these|those)\b", re.I)
"""`Five groups, one of them for adults`: no person is meant."""
_OWN_WAY = re.compile(r"\sby\s+\w{3,}ing\b", re.I)
"""`Helped to win it by building a demo`: the demo was the person's own."""
_GIVES = word_set(
    "give gave given giving gives provide provided providing offer offered offering my collect collected"
)
_CANDIDACY = re.compile(r"\b(?:ph\.?d|doctoral|master['\u2019]?s|degree|as|a|an|was|the)\s+$", re.I)
_BESIDE_OTHERS = re.compile(
    r"\bwork(?:ed|ing)?\s+(?:on|under|alongside)\s+"
    r"(?!(?:\w+\s+)?(?:\w*day|night|weekend|evening|shift|holiday|call)s?\b)|"
    r"\bback(?:ed|ing)?\s+up\b|\bassistant\s+to\b|\ba\s+say\b|"
    r"\blen(?:t|d|ding)\b[^.;,]{0,40}\ba\s+hand\b|"
    r"\bwith\s+(?:\w+\s+){0,2}others\b|\bone\s+of\s+(?:the\s+)?(?:\w+\s+)?(?:people|persons)\b|"
    r"\bunder\s+(?:the|our|my)\s+[^.;,]{1,40}['\u2019]s?\s+(?:lead|leadership|direction|guidance|supervision)\b",
    re.I,
)
"""In other words: who worked on it under somebody did not do it alone."""
_BESIDE_CUE = Cue(
    word_set("work worked working back backed backing assistant say hand others people persons under")
)
_DEED_AFTER = 3
_CAREER = 3
"""Items: a line that rests on as many names things in passing, which tells no deed."""
_BRIEF = 10
_WITH = word_set("with alongside mit avec con junto together zusammen ensemble")
_TELLS_MORE = re.compile(r"\s+(?:qui|que)\s", re.I)
_CARED = re.compile(r"begleit")
"""Behind its object it tells of care as often as of help."""
_LEAST_DEED = 2
"""Words."""


def hedge_findings(line: TextFacts, ground: Ground) -> Iterator[Finding]:
    """`Helped build` is not `Built`; a bare name claims no deed."""
    if len(line.tokens) < _LEAST_DEED or not _SHARES.keys() & ground.names:
        return
    told = line.names | {"hedge.share"} if _shares(line) else line.names
    if not {c.name for p in ground.pieces for c in p.facts.claiming if c.name in _SHARES} - told:
        return
    for start, end in line.clauses:
        said = [t for t in line.tokens if start <= t.start < end and carries(t) and not t.denied]
        said = [t for t in said if not any(q.start <= t.start < q.end for q in line.quantities)]
        if not said:
            continue
        words = [(roots(t.word), groups_of(t.word)) for t in said if not _places(t, ground)]
        closest = [p for p in _closest(words, ground) if not _in_passing(words, p, ground)]
        for name in sorted({name for piece in closest for name in _hedged(piece, words)} - told):
            yield refused(ClaimKind.SCOPE, said[0].written, said[0].start, _SHARES[name])


def _places(token: Token, ground: Ground) -> bool:
    """Whether it is a name that says where: it tells no deed."""
    where = [p for p in ground.pieces if p.source.field in ("company", "location")]
    return not token.written[0].islower() and any(token.word in p.facts.words for p in where)


def _shares(line: TextFacts) -> bool:
    """Whether it says that others did it too: `our team`, `with the owner`."""
    names = line.names
    if names & {"scope.leadership", "scope.founding", "scope.ownership"}:
        return False
    if "soft.share" in names:
        return True
    if _BESIDE_CUE.may_stand_in(line.spoken) and _BESIDE_OTHERS.search(line.text):
        return True
    for n, token in enumerate(line.tokens):
        if token.word in _WITH and any(
            {"noun.people", "noun.superior"} & claimed_by(t.word) for t in line.tokens[n + 1 : n + 5]
        ):
            return True
    return False


def _shared(words: list[tuple[frozenset[str], frozenset[int]]], piece: Piece) -> tuple[int, int]:
    """How many of the words it says, and how many of them as they are."""
    same = [bool(r & piece.facts.roots) for r, _ in words]
    other = [bool(g & piece.facts.groups) for _, g in words]
    return sum(a or b for a, b in zip(same, other, strict=True)), sum(same)


def _in_passing(words: list[tuple[frozenset[str], frozenset[int]]], piece: Piece, ground: Ground) -> bool:
    """Whether a line about a whole career shares one thing with it, and no deed."""
    if len({p.source.id for p in ground.pieces}) < _CAREER or _shared(words, piece)[0] > 1:
        return False
    deeds = _deeds(piece.facts)
    return not any(roots(t.word) & r or groups_of(t.word) & g for t in deeds for r, g in words)


def _deeds(facts: TextFacts) -> list[Token]:
    """What follows a hedge, up to two words on: `helped the foreman estimate`."""
    starts = [c.end for c in facts.claiming if c.name in _SHARES]
    after = ([t for t in facts.tokens if t.start >= at and carries(t)] for at in starts)
    return [t for told in after for t in told[:_DEED_AFTER]]


def _closest(words: list[tuple[frozenset[str], frozenset[int]]], ground: Ground) -> list[Piece]:
    """The passages of the item that tells most of it; none when a title or a name tells more."""
    shared = [
        (
            _shared(words, p),
            p.source.field not in NAMING,
            -n,
        )
        for n, p in enumerate(ground.pieces)
    ]
    best = max(shared, default=((0, 0), False, 0))
    if not best[0][0] or not best[1] or any(s[0] == best[0] and not s[1] for s in shared):
        return []
    closest = ground.pieces[-best[2]]
    same = [
        p for p, s in zip(ground.pieces, shared, strict=True) if s[0][0] and p.source.id == closest.source.id
    ]
    return [p for p in same if p.source.field not in NAMING]


def _reach(facts: TextFacts, place: int) -> tuple[int, int]:
    """The clause around a place, with the one that tells more of it: `a team that opened the shop`."""
    at = next((n for n, p in enumerate(facts.clauses) if p[0] <= place < p[1]), None)
    if at is None:
        return 0, len(facts.text)
    start, end = facts.clauses[at]
    if at + 1 < len(facts.clauses) and _TELLS_MORE.match(facts.text, end):
        end = facts.clauses[at + 1][1]
    own = _OWN_WAY.search(facts.text, place, end)
    return start, own.start() if own else end


def _is_own_way(words: list[tuple[frozenset[str], frozenset[int]]], facts: TextFacts) -> bool:
    """Whether what opens the clause is how the person helped, and not what was helped with."""
    own = _OWN_WAY.search(facts.text)
    if own is None or not words:
        return False
    known, groups = words[0]
    after = (t for t in facts.tokens if t.start > own.start())
    return any(roots(t.word) & known or groups_of(t.word) & groups for t in after)


def _is_no_hedge(claim: Claiming, facts: TextFacts) -> bool:
    """One of the things counted, what others said of it, others' candidacies."""
    word, before = fold(claim.written), facts.text[: claim.start]
    if claim.written in _ONE_OF:
        return bool(_IN.search(before) or _OF_THEM.match(facts.text, claim.end))
    if word == "feedback":
        return not _GIVES & {t.word for t in facts.tokens if t.end <= claim.start}
    return word == "candidate" and before.strip() != "" and not _CANDIDACY.search(before)


def _hedged(piece: Piece, words: list[tuple[frozenset[str], frozenset[int]]]) -> set[str]:
    """The hedges that the piece puts before, or beside, what the words say."""
    facts = piece.facts
    if not any(claim.name in _SHARES for claim in facts.claiming):
        return set()
    shared = [t for t in facts.tokens if any(roots(t.word) & r or groups_of(t.word) & g for r, g in words)]
    shared = [t for t in shared if carries(t)]
    if _is_own_way(words, facts):
        return set()
    found = set()
    for claim in facts.claiming:
        if claim.name not in _SHARES:
            continue
        part = _reach(facts, claim.start)
        within = [t for t in shared if part[0] <= t.start < part[1] and t.start != claim.start]
        after = [t for t in within if t.start > claim.start]
        at = next((t for t in facts.tokens if t.start == claim.start), None)
        if at and (at.denied or is_kept_with(at, facts) or names_service(at, facts)):
            continue
        if _is_no_hedge(claim, facts):
            continue
        brief = len(facts.tokens) <= _BRIEF and claim.name == "hedge.unfinished"
        last = within and "de" in facts.languages and not _CARED.match(fold(claim.written))
        if after or last or (shared and brief):
            found.add(claim.name)
    return found
