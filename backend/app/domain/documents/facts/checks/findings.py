"""What a check finds in a line, before it is told as a claim."""

from dataclasses import dataclass

from app.domain.documents.facts.receipt import ClaimKind, Verdict


@dataclass(frozen=True, slots=True)
class Finding:
    kind: ClaimKind
    text: str
    start: int
    """Where in the line it stands: this says which clause claims it."""
    verdict: Verdict
    why: str


def refused(kind: ClaimKind, text: str, start: int, why: str) -> Finding:
    return Finding(kind, text, start, Verdict.UNSUPPORTED, why)
