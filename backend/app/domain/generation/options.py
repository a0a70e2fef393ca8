"""What a person may choose about a document."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from app.domain.documents.content import SectionKind
from app.domain.documents.ports import Density, FontFamily, Layout, Paper
from app.domain.shared.ids import JobProfileId

MOST_EMPHASIS = 10
LONGEST_EMPHASIS = 80
LONGEST_INSTRUCTIONS = 2_000


class Tone(StrEnum):
    """How a letter speaks. A resume of the offline writer is in the person's own words, whatever the tone."""

    PROFESSIONAL = "professional"
    WARM = "warm"
    CONFIDENT = "confident"
    CONCISE = "concise"


class Length(StrEnum):
    """How much is kept, within the pages that there are."""

    SHORT = "short"
    MEDIUM = "medium"
    LONG = "long"


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Every field has a default: what was stored before there was a field reads without it."""

    template: str = "classic"
    paper: Paper = Paper.A4
    max_pages: int = 2
    language: str | None = None
    """ISO 639-1, of headings and dates. None: the language that the profile is written in."""
    tone: Tone = Tone.PROFESSIONAL
    length: Length = Length.MEDIUM
    emphasis: tuple[str, ...] = ()
    """Skills, themes or words of an item that come first. At most 10, of at most 80 characters."""
    sections: tuple[SectionKind, ...] | None = None
    """Which sections, in which order. None: all that have something, in the usual order."""
    instructions: str | None = None
    """In free words, at most 2,000 characters. They select and order; they add nothing."""

    use_llm: bool = False
    """Whether the host's language model may word it. Never without being asked for."""
    job_profile_id: JobProfileId | None = None
    """Whose contact block heads a letter. None: the default one's."""
    accent: str | None = None
    """As in the layout; so are those that follow."""
    font: FontFamily | None = None
    density: Density = Density.NORMAL
    margin_mm: int | None = None
    titles: Mapping[SectionKind, str] = field(default_factory=dict)

    @property
    def layout(self) -> Layout:
        return Layout(
            template=self.template,
            paper=self.paper,
            accent=self.accent,
            font=self.font,
            density=self.density,
            margin_mm=self.margin_mm,
            sections=self.sections,
            titles=self.titles,
            max_pages=self.max_pages,
        )


USUAL = Options()


def as_parameters(options: Options) -> Mapping[str, Any]:
    """What a document remembers of how it was made."""
    return {
        "template": options.template,
        "paper": options.paper.value,
        "max_pages": options.max_pages,
        "language": options.language,
        "tone": options.tone.value,
        "length": options.length.value,
        "emphasis": list(options.emphasis),
        "sections": [section.value for section in options.sections] if options.sections is not None else None,
        "instructions": options.instructions,
        "use_llm": options.use_llm,
        "job_profile_id": str(options.job_profile_id) if options.job_profile_id else None,
        "accent": options.accent,
        "font": options.font.value if options.font else None,
        "density": options.density.value,
        "margin_mm": options.margin_mm,
        "titles": {kind.value: title for kind, title in options.titles.items()},
    }
