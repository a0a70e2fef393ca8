"""Is what a document says what its sources say?"""

from app.domain.documents.facts.gate import check_facts
from app.domain.documents.facts.receipt import (
    ALGORITHM,
    Claim,
    ClaimCount,
    ClaimKind,
    FaithfulnessCap,
    FaithfulnessReceipt,
    LineVerdict,
    Verdict,
)
from app.domain.documents.facts.texts.plain_text import check_text

__all__ = [
    "ALGORITHM",
    "Claim",
    "ClaimCount",
    "ClaimKind",
    "FaithfulnessCap",
    "FaithfulnessReceipt",
    "LineVerdict",
    "Verdict",
    "check_facts",
    "check_text",
]
