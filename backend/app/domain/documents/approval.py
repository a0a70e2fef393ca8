"""What a person stands in for although the profile does not bear it out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from app.domain.documents.content import DocumentContent, Source, lines_of
from app.domain.documents.facts import Claim, LineVerdict, Verdict
from app.domain.documents.facts.receipt import ClaimKind
from app.domain.shared.ids import UserId


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """Of one claim, in exactly this line: another word in it, or another source, and it no longer counts."""

    line: str
    sources: tuple[Source, ...]
    kind: ClaimKind
    claim: str
    by: UserId
    at: datetime


Approvals = tuple[Approval, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovedLine:
    """A line that does not hold, and goes out all the same."""

    pointer: str
    """JSON Pointer within the content."""
    text: str
    approvals: tuple[Approval, ...]


def open_claims(line: LineVerdict, approvals: Sequence[Approval]) -> tuple[Claim, ...]:
    """What of the line neither the profile bears out nor anybody stands in for."""
    given = {(a.kind, a.claim) for a in approvals if _is_of(a, line)}
    return tuple(claim for claim in _unsupported(line) if (claim.kind, claim.text) not in given)


def open_lines(lines: Sequence[LineVerdict], approvals: Sequence[Approval]) -> tuple[LineVerdict, ...]:
    """Those that neither hold nor are approved, each with its open claims alone."""
    return tuple(
        replace(line, claims=open_claims(line, approvals))
        for line in lines
        if line.verdict is Verdict.UNSUPPORTED and _is_open(line, approvals)
    )


def approved_lines(lines: Sequence[LineVerdict], approvals: Sequence[Approval]) -> tuple[ApprovedLine, ...]:
    """Those of which every claim that the profile does not bear out is approved."""
    return tuple(
        ApprovedLine(pointer=line.pointer, text=line.text, approvals=tuple(_needed(line, approvals)))
        for line in lines
        if line.verdict is Verdict.UNSUPPORTED and not _is_open(line, approvals)
    )


def still_meant(approvals: Sequence[Approval], content: DocumentContent) -> tuple[Approval, ...]:
    """Those whose line is in the content, word for word."""
    there = {(line.text, line.sources) for _, line in lines_of(content)}
    return tuple(approval for approval in approvals if (approval.line, approval.sources) in there)


def _is_open(line: LineVerdict, approvals: Sequence[Approval]) -> bool:
    return not _unsupported(line) or bool(open_claims(line, approvals))


def _needed(line: LineVerdict, approvals: Sequence[Approval]) -> Iterator[Approval]:
    wanted = {(claim.kind, claim.text) for claim in _unsupported(line)}
    return (a for a in approvals if _is_of(a, line) and (a.kind, a.claim) in wanted)


def _unsupported(line: LineVerdict) -> tuple[Claim, ...]:
    return tuple(claim for claim in line.claims if claim.verdict is Verdict.UNSUPPORTED)


def _is_of(approval: Approval, line: LineVerdict) -> bool:
    return (approval.line, approval.sources) == (line.text, line.sources)
