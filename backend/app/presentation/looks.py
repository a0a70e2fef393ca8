"""What of a document's look may be chosen, for every area that takes it. Bounds are the API's."""

from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints

from app.domain.documents.colours import READABLE, contrast_on_white
from app.domain.documents.content import SectionKind
from app.domain.documents.ports import (
    COLOUR,
    LONGEST_TITLE,
    NARROWEST_MARGIN,
    WIDEST_MARGIN,
    Density,
    FontFamily,
)
from app.presentation.schemas import In, Name, senseless


def _readable(colour: str) -> str:
    contrast = contrast_on_white(colour)
    if contrast < READABLE:
        raise senseless(f"too light to read on white paper: its contrast is {contrast:.1f}, not {READABLE:g}")
    return colour


def _each_once(sections: list[SectionKind]) -> list[SectionKind]:
    if len(set(sections)) != len(sections):
        raise ValueError("names a section twice")
    return sections


TemplateId = Annotated[Name, Field(max_length=50)]
Accent = Annotated[str, StringConstraints(pattern=COLOUR), AfterValidator(_readable)]
Sections = Annotated[
    list[SectionKind],
    Field(min_length=1, max_length=len(SectionKind), json_schema_extra={"uniqueItems": True}),
    AfterValidator(_each_once),
]
Title = Annotated[Name, Field(max_length=LONGEST_TITLE)]


class TitlesIn(In):
    """A field for each section."""

    summary: Title | None = None
    experience: Title | None = None
    education: Title | None = None
    projects: Title | None = None
    skills: Title | None = None
    languages: Title | None = None
    certifications: Title | None = None
    awards: Title | None = None
    publications: Title | None = None
    volunteering: Title | None = None
    interests: Title | None = None
    other: Title | None = None

    def by_section(self) -> dict[SectionKind, str]:
        return {SectionKind(name): title for name, title in self if title is not None}


class LookIn(In):
    """What stays unsaid is the template's own."""

    template: TemplateId = "classic"
    accent: Accent | None = Field(
        None, description="The one colour beside black and grey; dark enough to read on white"
    )
    font: FontFamily | None = Field(
        None, description="Embedded in the PDF; DOCX and HTML name what is like it"
    )
    density: Density = Density.NORMAL
    margin_mm: int | None = Field(
        None, ge=NARROWEST_MARGIN, le=WIDEST_MARGIN, description="Of all four sides, in millimetres"
    )
    titles: TitlesIn = Field(TitlesIn(), description="Section titles of your own")
