"""What the fact gate says of a document: line by line, claim by claim."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.documents.content import Source

ALGORITHM = "facts-1.0"


class Verdict(StrEnum):
    SUPPORTED = "supported"
    DERIVED = "derived"
    """True by what the sources say, though not in their words: years counted from dates, an alias."""
    UNSUPPORTED = "unsupported"


class ClaimKind(StrEnum):
    NUMBER = "number"
    PERCENT = "percent"
    MONEY = "money"
    DURATION = "duration"
    DATE = "date"
    CONTACT = "contact"
    RANK = "rank"
    SCOPE = "scope"
    DEGREE = "degree"
    SKILL = "skill"
    LEVEL = "level"
    NAME = "name"
    NEGATION = "negation"
    STATEMENT = "statement"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Claim:
    kind: ClaimKind
    text: str
    verdict: Verdict
    why: str
    nearest: Source | None = None
    """The cited source that comes closest to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineVerdict:
    pointer: str
    """JSON Pointer within the content; for a plain text, `/lines/3`."""
    text: str
    sources: tuple[Source, ...]
    verdict: Verdict
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FaithfulnessReceipt:
    algorithm: str
    content_sha256: str
    profile_sha256: str
    score: float
    """0 to 100: the share of lines that hold."""
    supported: int
    derived: int
    unsupported: int
    lines: tuple[LineVerdict, ...]

    @property
    def holds(self) -> bool:
        return self.unsupported == 0
