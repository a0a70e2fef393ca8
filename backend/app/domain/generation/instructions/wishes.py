"""What instructions came to: wishes that a selection can heed, and what was understood of the words."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.documents.content import SectionKind
from app.domain.generation.options import Length, Tone


@dataclass(frozen=True, slots=True)
class Heard:
    """A stretch of the instructions, word for word, and what it does."""

    text: str
    start: int
    end: int
    does: str


@dataclass(frozen=True, slots=True)
class Unheard:
    """A stretch that changes nothing, and why."""

    text: str
    start: int
    end: int
    why: str


class To(StrEnum):
    FIRST = "first"
    LAST = "last"
    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Move:
    section: SectionKind
    to: To
    other: SectionKind | None = None
    """The section that it goes before or after."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    emphasis: tuple[str, ...] = ()
    only: tuple[SectionKind, ...] = ()
    """Empty: all sections."""
    without: tuple[SectionKind, ...] = ()
    keeping: tuple[SectionKind, ...] = ()
    """Sections asked for by name: room is made for them."""
    moves: tuple[Move, ...] = ()
    left_out: tuple[str, ...] = ()
    """Names: nothing that bears or names one of them is shown."""
    max_pages: int | None = None
    most_bullets: int | None = None
    """Under one position."""
    last_years: int | None = None
    since: int | None = None
    """A year: what ended before it is left out."""
    length: Length | None = None
    tone: Tone | None = None
    language: str | None = None
    """ISO 639-1."""
    understood: tuple[Heard, ...] = ()
    not_understood: tuple[Unheard, ...] = ()
