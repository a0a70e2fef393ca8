"""How much of a career a document has room for, from everything sensible down to the bare frame."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Budget:
    summary: int
    """Sentences."""
    leading: int
    """Bullets under the newest position, and under the one that answers the posting best."""
    usual: int
    """Bullets under the others."""
    old: int
    """Bullets under a position that ended long ago and answers nothing."""
    text: int
    """Sentences of description under a position or project."""
    positions: int
    """Newest first: what is cut is always the far end of the career, never its middle."""
    projects: int
    highlights: int
    education: int
    courses: int
    skills: int
    certificates: int
    awards: int
    others: int
    """Publications, volunteering and interests, each."""


_LEVELS = (
    Budget(6, 7, 5, 2, 4, 40, 6, 5, 12, 8, 60, 20, 10, 20),
    Budget(5, 6, 4, 2, 3, 30, 5, 4, 10, 6, 48, 16, 8, 12),
    Budget(4, 5, 4, 1, 3, 24, 4, 3, 8, 4, 40, 14, 6, 8),
    Budget(4, 5, 3, 0, 2, 20, 3, 3, 6, 0, 34, 12, 5, 6),
    Budget(3, 4, 3, 0, 2, 18, 3, 2, 6, 0, 30, 10, 4, 5),
    Budget(3, 4, 2, 0, 1, 16, 2, 2, 5, 0, 26, 10, 3, 4),
    Budget(3, 3, 2, 0, 1, 14, 2, 1, 4, 0, 22, 8, 3, 3),
    Budget(2, 3, 1, 0, 1, 12, 1, 1, 4, 0, 20, 8, 2, 2),
    Budget(2, 2, 1, 0, 0, 11, 1, 1, 4, 0, 18, 6, 2, 1),
    Budget(2, 2, 0, 0, 0, 10, 0, 0, 3, 0, 16, 6, 1, 0),
    Budget(1, 1, 0, 0, 0, 9, 0, 0, 3, 0, 14, 5, 0, 0),
    Budget(1, 1, 0, 0, 0, 8, 0, 0, 2, 0, 12, 4, 0, 0),
    Budget(1, 0, 0, 0, 0, 6, 0, 0, 2, 0, 10, 3, 0, 0),
)
TIGHTEST = len(_LEVELS) - 1


def budget(level: int) -> Budget:
    """Level 0 holds everything sensible. No level holds more of anything than the one before it."""
    return _LEVELS[max(0, min(level, TIGHTEST))]
