"""The parts of a document that are written side by side, and what their writer is given."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.domain.documents.content import Section, SectionKind
from app.domain.generation.analysis import JobAnalysis
from app.domain.generation.compiled import CompiledProfile
from app.domain.generation.options import Options


class Part(StrEnum):
    SUMMARY = "summary"
    EXPERIENCE = "experience"
    SKILLS = "skills"
    LETTER = "letter"
    """What a letter tells of the career, each of its paragraphs as a section."""


OF_A_RESUME = (Part.SUMMARY, Part.EXPERIENCE, Part.SKILLS)

KINDS: Mapping[Part, frozenset[SectionKind]] = {
    Part.SUMMARY: frozenset({SectionKind.SUMMARY}),
    Part.EXPERIENCE: frozenset({SectionKind.EXPERIENCE, SectionKind.PROJECTS}),
    Part.SKILLS: frozenset({SectionKind.SKILLS}),
    Part.LETTER: frozenset({SectionKind.OTHER}),
}
"""Whose sections a part is. All others are facts, which nobody words anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartBrief:
    """Of the document's header there is nothing in it: neither the person's name nor how to reach them."""

    part: Part
    sections: tuple[Section, ...]
    """Of the whole draft that fits the pages: the person's own statements, each with its sources."""
    selection: CompiledProfile
    """What the draft was made from; its choices say which requirement an item answers."""
    analysis: JobAnalysis
    language: str
    """ISO 639-1, to write in."""
    options: Options
    words: tuple[int, int] | None = None
    """The least and the most that it may come to; None where only the pages count."""

    @property
    def own_words(self) -> tuple[Section, ...]:
        """The draft of this part. What is longer than this may not fit."""
        return tuple(section for section in self.sections if section.kind in KINDS[self.part])


@dataclass(frozen=True, slots=True)
class Objection:
    """A line that goes beyond its sources."""

    text: str
    why: str
    """What in it no source bears out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WriterCall:
    """One paid call, for the books: what it was for and what it cost, and nothing of what it said."""

    prompt: str
    provider: str
    model: str
    outcome: str
    """`answered`, `unusable` or `uncertain`."""
    input_tokens: int
    output_tokens: int
    cost_micros: int
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenPart:
    sections: tuple[Section, ...]
    note: str | None = None
    """What the person should know of how it came out."""
    degraded: bool = False
    """Who was to write it could not: it is in the person's own words, and the note says why."""
    calls: tuple[WriterCall, ...] = ()
    """What was asked of whom for it."""
