"""How well a profile answers a posting, and why."""

from app.domain.generation.matching.match import match
from app.domain.generation.matching.receipt import (
    ALGORITHM,
    Band,
    Cap,
    Evidence,
    KeywordMatch,
    MatchReceipt,
    Negation,
    Part,
    Recommendation,
    RequirementMatch,
    SeniorityFit,
    Status,
)

__all__ = [
    "ALGORITHM",
    "Band",
    "Cap",
    "Evidence",
    "KeywordMatch",
    "MatchReceipt",
    "Negation",
    "Part",
    "Recommendation",
    "RequirementMatch",
    "SeniorityFit",
    "Status",
    "match",
]
