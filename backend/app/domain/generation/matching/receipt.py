"""What a match says of itself: the number, and everything that it rests on."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.documents.content import Source
from app.domain.jobs.posting import Need, Seniority

ALGORITHM = "match-1.0"


class Status(StrEnum):
    MET = "met"
    PARTIAL = "partial"
    MISSING = "missing"


class Band(StrEnum):
    EXCELLENT = "excellent"
    STRONG = "strong"
    FAIR = "fair"
    WEAK = "weak"
    POOR = "poor"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place in the profile that speaks for a requirement."""

    source: Source
    found: tuple[str, ...]
    """The words, as the profile writes them."""
    stands_for: str | None = None
    """The skill's usual name, when the profile calls it otherwise: `k8s` stands for Kubernetes."""


@dataclass(frozen=True, slots=True)
class Negation:
    """A place in the profile that names the skill to say that it is not there."""

    source: Source
    skill: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RequirementMatch:
    key: str
    text: str
    need: Need
    status: Status
    weight: float
    credit: float
    """0 to 1."""
    why: str
    missing: tuple[str, ...]
    """What the requirement names and the profile does not."""
    evidence: tuple[Evidence, ...]
    negations: tuple[Negation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeywordMatch:
    name: str
    matched: bool
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeniorityFit:
    asked: Seniority | None
    held: str | None
    """The title that stands highest, as the profile writes it."""
    credit: float
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of the total: how much it weighs, and how much of it was earned."""

    name: str
    weight: float
    credit: float


@dataclass(frozen=True, slots=True)
class Cap:
    """The most that the total may be, and why."""

    limit: float
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation:
    """What the person could add, if it is true."""

    key: str
    need: Need
    text: str
    skills: tuple[str, ...]
    gain: float
    """Points that the total would win."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchReceipt:
    algorithm: str
    inputs_sha256: str
    total: float
    """0 to 100, after the cap."""
    uncapped: float
    band: Band
    cap: Cap | None
    parts: tuple[Part, ...]
    requirements: tuple[RequirementMatch, ...]
    keywords: tuple[KeywordMatch, ...]
    seniority: SeniorityFit
    years_worked: float
    years_asked: float | None
    keywords_required_count: int
    keywords_matched_count: int
    recommendations: tuple[Recommendation, ...]
