"""What is different between two versions: by section, by line, and by claim."""

from app.domain.documents.comparing.changes import (
    Change,
    ClaimChange,
    Comparison,
    LineChange,
    LineSide,
    PartChange,
    PartKind,
)
from app.domain.documents.comparing.comparison import Judged, compare

__all__ = [
    "Change",
    "ClaimChange",
    "Comparison",
    "Judged",
    "LineChange",
    "LineSide",
    "PartChange",
    "PartKind",
    "compare",
]
