"""How much of a career a document has room for, from everything sensible down to the bare frame."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from app.domain.documents.content import SectionKind
from app.domain.generation.options import Length

_OTHERS = {SectionKind.PUBLICATIONS, SectionKind.VOLUNTEERING, SectionKind.INTERESTS}


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
    listed: int | None = None
    """The most bullets under one position, those of a description written as a list among them."""


_LEVELS = (
    Budget(12, 12, 10, 6, 8, 60, 12, 10, 20, 16, 120, 40, 20, 40),
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
_WIDEST = {Length.LONG: 0, Length.MEDIUM: 1, Length.SHORT: 7}
TIGHTEST = len(_LEVELS) - 2
"""As it is counted by the medium length; the others have as many levels."""


def budget(level: int, length: Length = Length.MEDIUM) -> Budget:
    """Level 0 is the widest of that length. No level holds more of anything than the one before it."""
    if level >= TIGHTEST:
        return _LEVELS[-1]
    return _LEVELS[min(max(0, level) + _WIDEST[length], len(_LEVELS) - 1)]


def at_most_bullets(given: Budget, most: int) -> Budget:
    return replace(
        given,
        leading=min(given.leading, most),
        usual=min(given.usual, most),
        old=min(given.old, most),
        highlights=min(given.highlights, most),
        listed=most,
    )


def with_room_for(given: Budget, sections: Collection[SectionKind]) -> Budget:
    """What was asked for by name has at least something in it."""
    return replace(
        given,
        projects=max(given.projects, SectionKind.PROJECTS in sections),
        awards=max(given.awards, SectionKind.AWARDS in sections),
        others=max(given.others, bool(_OTHERS.intersection(sections))),
    )
