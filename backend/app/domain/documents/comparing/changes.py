"""What a comparison tells."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from app.domain.documents.content import SectionKind, Source
from app.domain.documents.facts import Claim, Verdict


class Change(StrEnum):
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    """Its text, its address or its sources."""
    MOVED = "moved"
    """And nothing else."""
    UNCHANGED = "unchanged"


class PartKind(StrEnum):
    """What a document has beside sections."""

    HEADER = "header"
    OPENING = "opening"
    """Of a letter: from its date to the salutation."""
    BODY = "body"
    ENDING = "ending"
    """Closing and signature."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineSide:
    """A line as one of the two versions has it."""

    pointer: str
    """JSON Pointer within that version's content."""
    text: str
    url: str | None
    """Of a contact, or of an entry that this line is the title of."""
    sources: tuple[Source, ...]
    verdict: Verdict | None
    """None where the version was not judged."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimChange:
    """Never moved; changed is one with another verdict."""

    change: Change
    before: Claim | None
    after: Claim | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LineChange:
    change: Change
    moved: bool
    """It stands elsewhere; the first line of an entry or a group speaks for all of it."""
    before: LineSide | None
    after: LineSide | None
    claims: tuple[ClaimChange, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartChange:
    """The header, a section, or a part of a letter."""

    change: Change
    moved: bool
    """It stands elsewhere among the parts that both versions have."""
    kind: SectionKind | PartKind
    title_before: str | None
    title_after: str | None
    """As headed. None of what has no heading."""
    lines: tuple[LineChange, ...]
    """What is not the same, from top to bottom. What came from another part is told where it is now."""
    unchanged: int
    """Lines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    identical: bool
    """Nothing at all is different, not even a paragraph's break or the language."""
    parts: tuple[PartChange, ...]
    """As the later version has them, and then those that it has not."""

    @property
    def counts(self) -> dict[Change, int]:
        """Lines."""
        found = Counter(line.change for part in self.parts for line in part.lines)
        found[Change.UNCHANGED] = sum(part.unchanged for part in self.parts)
        return {change: found[change] for change in Change}
