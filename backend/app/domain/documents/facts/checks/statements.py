"""Plain statements of a line: what it tells that no source does."""

import re
from collections.abc import Iterator

from app.domain.documents.facts.amounts.amounts import counts_positions
from app.domain.documents.facts.amounts.quantity import Measure
from app.domain.documents.facts.checks.findings import Finding, refused
from app.domain.documents.facts.checks.firmness import Part, bears, opens
from app.domain.documents.facts.checks.negations import BROUGHT, is_negated
from app.domain.documents.facts.checks.outcomes import adds_outcome, tells_outcome
from app.domain.documents.facts.reading.clauses import clause_at
from app.domain.documents.facts.reading.text_facts import TextFacts, Token
from app.domain.documents.facts.receipt import ClaimKind
from app.domain.documents.facts.sources.ground import Ground
from app.domain.documents.facts.sources.homes import carries
from app.domain.documents.facts.wording.accounts import accounted, is_capitals, is_odd
from app.domain.documents.facts.words.light import is_empty
from app.domain.shared.prose import FUNCTION_WORDS, word_set
from app.domain.shared.stretches import Stretches

_SCOPES = ("scope.", "frequency.", "level.", "hedge.")
_NOTHING = word_set(
    "none nobody nothing neither ningun ninguno ninguna nadie aucun aucune personne keiner keine niemand"
)
_NO_NEXT = re.compile(r"\s+(?:in\s+)?(?:no|zero|not\s+one|not\s+a\s+single|nothing)\b", re.I)
_COUNTS = 2
"""Words that a source says, beside which numbers add to them."""


def statement_findings(line: TextFacts, ground: Ground) -> Iterator[Finding]:
    """Any word of content that no source accounts for claims something of its own."""
    found: dict[tuple[tuple[int, int], ClaimKind], list[Token]] = {}
    for token in _unsaid(line, ground):
        clause = clause_at(line.clauses, token.start)
        found.setdefault((clause, _kind(token, clause, line)), []).append(token)
    for (_, kind), tokens in found.items():
        why = (
            "No cited source has this name."
            if kind is ClaimKind.NAME
            else "The cited sources say nothing of it."
        )
        yield refused(kind, ", ".join(dict.fromkeys(t.written for t in tokens)), tokens[0].start, why)


def _unsaid(line: TextFacts, ground: Ground) -> Iterator[Token]:
    """What no source accounts for, but for words of little weight in a clause that is firm without them."""
    claimed = _judged(line, ground)
    parts = [_told(clause, line, ground, claimed) for clause in line.clauses]
    for n, part in enumerate(parts):
        if part.unsaid and (
            adds_outcome(part.unsaid, part.clause, line) or not bears(parts, n, line, ground)
        ):
            yield from part.unsaid


def _told(clause: tuple[int, int], line: TextFacts, ground: Ground, claimed: Stretches) -> Part:
    within = [t for t in line.tokens if clause[0] <= t.start < clause[1]]
    tokens = [t for t in within if not (t.denied or t.word.isdigit())]
    tokens = [t for t in tokens if not _is_small(t, line) or is_capitals(t, line)]
    unsaid = tuple(
        t
        for t in tokens
        if not claimed.touch(t.start, t.end)
        and not accounted(t, line, ground)
        and not (is_negated(line, t) and (ground.denies_near(t.word) or ground.denies(t.word)))
        and not (ground.denied_roots and (t.word in _NOTHING or _brings_nothing(t, line)))
    )
    firm = sum(carries(t) and not is_empty(t.word, line.languages) for t in tokens) - len(unsaid)
    if firm >= _COUNTS and "en" in line.languages:
        firm += _in_figures(clause, within, line)
    return Part(clause, firm, unsaid)


def _in_figures(clause: tuple[int, int], tokens: list[Token], line: TextFacts) -> int:
    """Numbers that are not counted as words already: `14`, where `fourteen` is one."""
    numbers = [q for q in line.quantities if clause[0] <= q.start < clause[1]]
    words = sum(carries(t) and any(q.start <= t.start < q.end for q in numbers) for t in tokens)
    return max(0, len(numbers) - words)


def _brings_nothing(token: Token, line: TextFacts) -> bool:
    """`An audit that raised no findings`: what was not found is held by itself."""
    return token.word in BROUGHT and bool(_NO_NEXT.match(line.text, token.end))


def _is_small(token: Token, line: TextFacts) -> bool:
    """`Has` and `who` are; the HAS and the WHO are not."""
    return token.word in FUNCTION_WORDS and not is_capitals(token, line)


def _judged(line: TextFacts, ground: Ground) -> Stretches:
    """Where what other rules have judged stands."""
    scopes = [
        (c.start, c.end)
        for c in line.claiming
        if c.name.startswith(_SCOPES) and not (ground.listed_only and c.name == "scope.leadership")
    ]
    units = [(q.end, q.unit_end) for q in line.quantities if q.measure is Measure.TIME]
    counted = [(q.end, q.unit_end) for q in line.quantities if counts_positions(q, ground)]
    return Stretches([*line.claimed(), *scopes, *units, *counted])


def _kind(token: Token, clause: tuple[int, int], line: TextFacts) -> ClaimKind:
    if is_odd(token) or (token.written[0].isupper() and not opens(token, line)):
        return ClaimKind.NAME
    return ClaimKind.OUTCOME if tells_outcome(clause, line) else ClaimKind.STATEMENT
