"""What a person rose to: a post of their own, not of those they promoted, and no wider one."""

import re
from collections.abc import Iterator

from app.domain.documents.facts.checks.findings import Finding, refused
from app.domain.documents.facts.reading.text_facts import TextFacts, Token
from app.domain.documents.facts.receipt import ClaimKind
from app.domain.documents.facts.sources.ground import Ground, Piece
from app.domain.shared.prose import FUNCTION_WORDS, word_set

_ROSE = re.compile(
    r"\b(?:(?:was\s+|got\s+)?promoted\s+(?=from\b|to\b)|rose\s+(?=(?:from|to)\s+[a-z])|"
    r"(?:^|[.;:]\s*|\b(?:I|and|later|then)\s+)became\b|(?:was|been)\s+(?:appointed|named|made)\b)",
    re.I,
)
_RISEN = re.compile(r"(?:^|[.;:]\s*|\b(?:I\s+was|was|got|been)\s+)promoted\s+(?:from|to)\b", re.I)
_OVER = word_set("area group general division divisional regional national country global section managing")
_POSTS = word_set(
    "manager director head editor engineer controller supervisor lead chef buyer partner officer"
)
_OBJECTS = 2
_POST = 7
"""Words, with those of the post before: `from porter to head porter`."""
_PLAIN = re.compile(r"[\w\s-]*")


def became(piece: Piece) -> list[Token]:
    """What an achievement says that the person rose to."""
    found = _ROSE.search(piece.text) if piece.source.field == "text" else None
    return [t for t in piece.facts.tokens if t.start >= found.end()][:_POST] if found else []


def widened_findings(line: TextFacts, ground: Ground) -> Iterator[Finding]:
    """`Area manager`, of a store manager: the word is light, but for this."""
    for n, token in enumerate(line.tokens):
        if token.word not in _OVER or token.word in ground.words or token.denied:
            continue
        after = line.tokens[n + 1 : n + 1 + _OBJECTS]
        for each in after:
            between = line.text[token.end : each.start]
            if each.word in FUNCTION_WORDS or not _PLAIN.fullmatch(between):
                break
            if each.word in _POSTS:
                why = "The title that was held is another one."
                yield refused(ClaimKind.RANK, token.written, token.start, why)
                break


def promoted_findings(line: TextFacts, ground: Ground) -> Iterator[Finding]:
    """`Promoted to head porter`, of who promoted two others."""
    found = _RISEN.search(line.text) if "promoted" in line.words else None
    others = [p for p in ground.pieces if "promoted" in p.facts.words]
    if found and others and not any(_ROSE.search(p.text) for p in others):
        why = "The cited source says that others were promoted."
        yield refused(ClaimKind.RANK, found.group(), found.start(), why)
