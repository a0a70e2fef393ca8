"""The options of a document, as flags: the same bounds as over HTTP."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Any

import typer

from app.domain.documents.content import SectionKind
from app.domain.documents.ports import (
    NARROWEST_MARGIN,
    WIDEST_MARGIN,
    Density,
    FontFamily,
    Paper,
)
from app.domain.generation.options import Length, Tone
from app.presentation.cli.failing import Refused

if TYPE_CHECKING:
    from app.domain.generation.options import Options

MOST_PAGES = 2
_SECTIONS = tuple(SectionKind)

PaperOption = Annotated[Paper, typer.Option(help="The PDF's paper.")]
Pages = Annotated[int, typer.Option(min=1, max=MOST_PAGES, help="At most so many pages.")]
Emphasis = Annotated[
    list[str] | None,
    typer.Option(help="A skill, theme or name to put first; may be given up to ten times. Adds nothing."),
]
Sections = Annotated[
    str | None,
    typer.Option(help=f"Which sections in which order, with commas: {', '.join(_SECTIONS)}."),
]
LengthOption = Annotated[
    Length, typer.Option(help="How much is kept: 3, 7 or 12 bullets under the newest position.")
]
Language = Annotated[
    str | None,
    typer.Option(help="Of headings, dates and names of languages (ISO 639-1). Your own words stay."),
]
ToneOption = Annotated[
    Tone,
    typer.Option(help="In a resume: which of your own statements, equally relevant, comes first."),
]
TemplateOption = Annotated[
    str,
    typer.Option("--template", help="How it looks: classic, modern, and so on (docs/templates.md)."),
]
Accent = Annotated[str | None, typer.Option(help="Its one colour, such as #1d4e7a.")]
FontOption = Annotated[FontFamily | None, typer.Option("--font", help="The template's own when not said.")]
DensityOption = Annotated[Density, typer.Option("--density", help="How close the lines stand.")]
Margin = Annotated[
    int | None,
    typer.Option(min=NARROWEST_MARGIN, max=WIDEST_MARGIN, help="Of all four sides, in millimetres."),
]
Instructions = Annotated[
    str | None,
    typer.Option(
        help="In your own words, such as 'education first, leave out my time at Acme'. "
        "They choose and order; they add no facts. English, German, French or Spanish."
    ),
]


def chosen(*, emphasis: Iterable[str] | None, sections: str | None, **said: Any) -> "Options":
    """Raises Refused, ValidationError."""
    from app.presentation.api.generations.schemas import OptionsIn

    return OptionsIn(emphasis=list(emphasis or ()), sections=_listed(sections), **said).chosen()


def _listed(sections: str | None) -> list[SectionKind] | None:
    if sections is None:
        return None
    names = [name.strip().lower() for name in sections.split(",")]
    if unknown := [name for name in names if name not in _SECTIONS]:
        raise Refused(f"There is no section {unknown[0]!r}. There are: {', '.join(_SECTIONS)}.")
    return [SectionKind(name) for name in names]
