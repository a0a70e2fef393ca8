"""The form of an ATS score: its total, and each rule with what it gave and how to mend it."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.shared.bands import Band


class Severity(StrEnum):
    CRITICAL = "critical"
    MAJOR = "major"
    MINOR = "minor"


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleResult:
    rule: str
    severity: Severity
    points: float
    of: float
    evidence: str
    fix: str | None
    """None when there is nothing to mend."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AtsReceipt:
    algorithm: str
    inputs_sha256: str
    total: float
    """0 to 100: of the points that could be judged, the share that was earned."""
    band: Band | None = None
    """None on receipts older than the bands."""
    rules: tuple[RuleResult, ...]
    keywords_found: tuple[str, ...]
    keywords_missing: tuple[str, ...]
