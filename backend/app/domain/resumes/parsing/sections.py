"""A resume cut into its sections."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from app.domain.resumes.parsing.heading_words import Part
from app.domain.resumes.parsing.headings import opened_by, with_headings_apart
from app.domain.resumes.parsing.pieces import Piece, cleaned, lines_of

_FURNITURE = re.compile(
    r"(?:(?:page|seite|p[áa]gina)\s+\d+(?:\s*(?:of|von|de|sur|/)\s*\d+)?"
    r"|.{0,40}\s[-\u2013]\s+\d{1,2}\s?/\s?\d{1,2}|\d{1,2}\s*/\s*\d{1,2}"
    r"|last updated.{0,30}|confidential)",
    re.IGNORECASE,
)
"""What stands on every page and says nothing."""


@dataclass(frozen=True, slots=True)
class Section:
    part: Part | None
    """None before the first heading."""
    heading: str
    lines: tuple[Piece, ...]


def sections_of(text: str) -> tuple[Section, ...]:
    """In the order of the text; the head comes first, though it may be empty."""
    shown = [line for line in lines_of(cleaned(text)) if not _FURNITURE.fullmatch(line.text)]
    lines = list(with_headings_apart(shown))
    opened = opened_by(lines)
    return tuple(_cut(lines, opened))


def _cut(lines: list[Piece], opened: dict[int, Part]) -> Iterator[Section]:
    bounds = [*sorted(opened), len(lines)]
    yield Section(None, "", tuple(lines[: bounds[0]]))
    for start, end in pairwise(bounds):
        yield Section(opened[start], lines[start].value.strip(" :"), tuple(lines[start + 1 : end]))
