"""How well a profile answers a posting, and why."""

from app.domain.generation.matching.match import match
from app.domain.generation.matching.receipt import (
    ALGORITHM,
    Cap,
    Demand,
    DemandKind,
    Evidence,
    FieldFit,
    KeywordMatch,
    KindOfWork,
    MatchReceipt,
    Negation,
    Part,
    Recommendation,
    RequirementMatch,
    SeniorityFit,
    Status,
    TitleFit,
    VocabularyFit,
    WordFound,
    WordMissing,
)
from app.domain.shared.bands import Band

__all__ = [
    "ALGORITHM",
    "Band",
    "Cap",
    "Demand",
    "DemandKind",
    "Evidence",
    "FieldFit",
    "KeywordMatch",
    "KindOfWork",
    "MatchReceipt",
    "Negation",
    "Part",
    "Recommendation",
    "RequirementMatch",
    "SeniorityFit",
    "Status",
    "TitleFit",
    "VocabularyFit",
    "WordFound",
    "WordMissing",
    "match",
]
