"""What a template says. Lengths are points; colours are `#rrggbb` or the name of one of the look's own."""

from dataclasses import dataclass, field, replace
from enum import StrEnum

from app.domain.documents.content import SectionKind
from app.domain.documents.ports import FontFamily, Template


class Weight(StrEnum):
    REGULAR = "regular"
    BOLD = "bold"
    ITALIC = "italic"


class Align(StrEnum):
    """Of a document whose rows begin at the left; another is the mirror of it."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Rule(StrEnum):
    """The line that goes with a heading."""

    NONE = "none"
    BELOW = "below"
    ABOVE = "above"
    BAR = "bar"
    """An upright one, where the heading begins."""


class Places(StrEnum):
    """Of an entry's organization and location."""

    JOINED = "joined"
    """On the title's row, if all of a section's find room there."""
    BELOW = "below"


class Groups(StrEnum):
    """Of skills: where their label stands."""

    INLINE = "inline"
    COLUMN = "column"
    ABOVE = "above"


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    weight: Weight = Weight.REGULAR
    size: float
    leading: float
    """From baseline to baseline."""
    colour: str = "ink"
    display: bool = False
    """In the look's second font."""

    def scaled(self, factor: float) -> "Text":
        return replace(self, size=round(self.size * factor, 2), leading=round(self.leading * factor, 2))


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    name: Text
    headline: Text
    contact: Text
    heading: Text
    title: Text
    organization: Text
    location: Text
    dates: Text
    body: Text
    lead: Text
    """Of the summary."""
    label: Text
    detail: Text
    prose: Text
    """Of a letter."""
    subject: Text
    mark: Text
    """The bullet and the dots between things."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spaces:
    """Points of white."""

    above_headline: float
    above_contacts: float
    below_header: float
    """Between what ends the header and its rule."""
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
    label: float
    """Of skills beside their label: from the margin to the skills."""
    before_dates: float
    """The least distance between a heading and the dates to its right."""
    above_date: float
    """Of a letter; so are those that follow."""
    above_recipient: float
    above_subject: float
    above_salutation: float
    above_prose: float
    above_closing: float
    above_signature: float

    def scaled(self, factor: float) -> "Spaces":
        white = {name: round(getattr(self, name) * factor, 2) for name in _WHITE}
        return replace(self, **white)


_WHITE = tuple(
    name for name in Spaces.__dataclass_fields__ if name not in ("bullet", "hanging", "label", "before_dates")
)
"""Those between rows. What stands beside a text keeps its place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Margins:
    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    ink: str
    muted: str
    accent: str
    line: str
    tint: str
    """Behind a side column."""

    def of(self, name: str) -> str:
        return name if name.startswith("#") else str(getattr(self, name))


@dataclass(frozen=True, slots=True, kw_only=True)
class HeaderLook:
    align: Align
    rule_width: float
    """Below it; 0 is none."""
    strip: float
    """The height of the strip of colour at the upper edge of the first page; 0 is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadingLook:
    align: Align
    capitals: bool
    rule: Rule
    rule_width: float
    rule_colour: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """A side column of the first page, where rows begin, below `above`. It is read before the main one."""

    width: float
    gap: float
    above: tuple[SectionKind, ...]
    """Sections that go across both."""
    side: tuple[SectionKind, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    id: str
    name: str
    description: str
    letter: str
    """What the letter that goes with it looks like, in words."""
    font: FontFamily
    display: FontFamily
    """Of names and headings."""
    sections: tuple[SectionKind, ...] | None = None
    margins: Margins
    colours: Colours
    texts: Texts
    spaces: Spaces
    header: HeaderLook
    headings: HeadingLook
    places: Places
    groups: Groups
    date: Align
    """Of a letter's date."""
    bullet: str
    dot: str
    columns: Columns | None = None
    tightest: float
    """How far texts may shrink to spare a page that would hold only a few rows."""
    letter_inset: float
    """How much wider the side margins of a letter are, whose rows would be too long to read else."""
    template: Template = field(init=False)

    def __post_init__(self) -> None:
        about = Template(
            id=self.id,
            name=self.name,
            description=self.description,
            letter=self.letter,
            font=self.font,
            accent=self.colours.accent,
            columns=2 if self.columns else 1,
            capitals=self.headings.capitals,
            sections=self.sections,
        )
        object.__setattr__(self, "template", about)

    @property
    def rule_colour(self) -> str:
        return self.colours.of(self.headings.rule_colour)
