"""What the fact gate says of a document: line by line, claim by claim."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.documents.content import Source
from app.domain.shared.bands import Band

ALGORITHM = "facts-3.0"


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
    FREQUENCY = "frequency"
    OUTCOME = "outcome"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Claim:
    kind: ClaimKind
    text: str
    verdict: Verdict
    why: str
    nearest: Source | None = None
    """The cited source that comes closest to it."""
    clause: str = ""
    """The part of the line that claims it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineVerdict:
    pointer: str
    """JSON Pointer within the content; for a plain text, `/lines/3`."""
    text: str
    sources: tuple[Source, ...]
    verdict: Verdict
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class ClaimCount:
    """How the claims of one kind came out."""

    kind: ClaimKind
    supported: int
    derived: int
    unsupported: int


@dataclass(frozen=True, slots=True)
class FaithfulnessCap:
    """The most that the total may be, and why."""

    limit: float
    why: str


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
    total: float | None = None
    """0 to 100: the score, after the cap. None, like the band, on receipts older than the two."""
    band: Band | None = None
    cap: FaithfulnessCap | None = None
    """Set as soon as one line does not hold."""
    quoted: int = 0
    """Lines that are the person's own words, whole: they hold without a claim of theirs being weighed."""
    claims: tuple[ClaimCount, ...] = ()
    """Of the other lines; kinds that none of them claims are left out."""
    inputs_sha256: str = ""
    """Of the document, the profile and the algorithm together."""

    @property
    def holds(self) -> bool:
        return self.unsupported == 0
