"""The form of an ATS score: its total, and each rule with what it gave and how to mend it."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.shared.bands import Band


class Severity(StrEnum):
    CRITICAL = "critical"
    MAJOR = "major"
    MINOR = "minor"


class Group(StrEnum):
    KEYWORDS = "keywords"
    CONTACTS = "contacts"
    LINKS = "links"
    SECTIONS = "sections"
    HEADINGS = "headings"
    ENTRIES = "entries"
    DATES = "dates"
    BULLETS = "bullets"
    LENGTH = "length"
    CHARACTERS = "characters"
    WORDING = "wording"
    LETTER = "letter"
    READING = "reading"
    FILE = "file"


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleResult:
    rule: str
    severity: Severity
    group: Group | None = None
    """None on receipts older than the groups."""
    points: float
    of: float
    evidence: str
    where: tuple[str, ...] = ()
    """JSON Pointers within the content, of what is to be mended."""
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
    """Those that could be judged."""
    keywords_found: tuple[str, ...]
    keywords_missing: tuple[str, ...]
    file_name: str | None = None
    """What the file is called where it arrives, if that was known."""
