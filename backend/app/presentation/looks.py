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
    titles: dict[SectionKind, Title] = Field(
        default={}, max_length=len(SectionKind), description="Section titles of your own, by section"
    )
