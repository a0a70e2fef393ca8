"""How a document looks, as data: a further template is a further value of this class."""

from dataclasses import dataclass, replace
from functools import lru_cache

from app.domain.documents.ports import Template
from app.infrastructure.pdf.typefaces import Face


@dataclass(frozen=True, slots=True)
class Style:
    face: Face
    size: float
    leading: float
    """From baseline to baseline, in points."""
    colour: str

    def scaled(self, factor: float) -> "Style":
        return replace(self, size=round(self.size * factor, 2), leading=round(self.leading * factor, 2))


@dataclass(frozen=True, slots=True, kw_only=True)
class Spaces:
    """Points of white."""

    above_contacts: float
    above_section: float
    below_heading: float
    """Between a section's rule and what follows."""
    between_entries: float
    above_bullets: float
    between_bullets: float
    between_paragraphs: float
    above_details: float
    bullet: float
    """From the margin to the bullet."""
    hanging: float
    """From the margin to a bullet's text."""
    before_dates: float
    """The least distance between a heading and the dates to its right."""
    above_date: float = 26
    """Of a letter; so are those that follow."""
    above_recipient: float = 18
    above_subject: float = 20
    above_salutation: float = 14
    above_prose: float = 8.5
    above_closing: float = 14
    above_signature: float = 26

    def scaled(self, factor: float) -> "Spaces":
        white = {name: round(getattr(self, name) * factor, 2) for name in self.__dataclass_fields__}
        return replace(self, **white)


@dataclass(frozen=True, slots=True, kw_only=True)
class Margins:
    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Design:
    template: Template
    margins: Margins
    spaces: Spaces
    name: Style
    headline: Style
    contact: Style
    heading: Style
    title: Style
    organization: Style
    location: Style
    dates: Style
    body: Style
    label: Style
    detail: Style
    prose: Style
    """Of a letter."""
    subject: Style
    mark: Style
    """The bullet and the dots between things."""
    bullet: str
    dot: str
    rule: str
    rule_width: float
    tightest: float
    """How far sizes and spaces may shrink to spare a page that would hold only a few lines."""


def scaled(design: Design, factor: float) -> Design:
    return design if factor == 1 else _scaled(design, factor)


@lru_cache(maxsize=64)
def _scaled(design: Design, factor: float) -> Design:
    names = [name for name in design.__dataclass_fields__ if isinstance(getattr(design, name), Style)]
    styles = {name: getattr(design, name).scaled(factor) for name in names}
    return replace(design, spaces=design.spaces.scaled(factor), **styles)


_INK = "#1f2328"
_MUTED = "#59636e"
_BLUE = "#1d4e7a"
_LINE = "#b9c4cf"

CLASSIC = Design(
    template=Template(
        id="classic",
        name="Classic",
        description="One column, dark blue headings over a thin rule, dates on the right.",
    ),
    margins=Margins(left=54, right=54, top=48, bottom=48),
    spaces=Spaces(
        above_contacts=3,
        above_section=13,
        below_heading=5.5,
        between_entries=9,
        above_bullets=2,
        between_bullets=1.8,
        between_paragraphs=4,
        above_details=2,
        bullet=3,
        hanging=13,
        before_dates=14,
    ),
    name=Style(Face.BOLD, 24, 30, _INK),
    headline=Style(Face.REGULAR, 13, 17, _BLUE),
    contact=Style(Face.REGULAR, 10, 13.5, _MUTED),
    heading=Style(Face.BOLD, 12.5, 15, _BLUE),
    title=Style(Face.BOLD, 11, 14, _INK),
    organization=Style(Face.REGULAR, 11, 14, _INK),
    location=Style(Face.REGULAR, 10.5, 14, _MUTED),
    dates=Style(Face.REGULAR, 10.5, 14, _MUTED),
    body=Style(Face.REGULAR, 10.5, 13.6, _INK),
    label=Style(Face.BOLD, 10.5, 13.6, _INK),
    detail=Style(Face.ITALIC, 10, 13.2, _MUTED),
    prose=Style(Face.REGULAR, 11, 15, _INK),
    subject=Style(Face.BOLD, 11, 15, _INK),
    mark=Style(Face.REGULAR, 10.5, 13.6, _BLUE),
    bullet="\u2022",
    dot="\u00b7",
    rule=_LINE,
    rule_width=0.6,
    tightest=0.94,
)

DESIGNS = {design.template.id: design for design in (CLASSIC,)}


def templates() -> tuple[Template, ...]:
    return tuple(design.template for design in DESIGNS.values())
