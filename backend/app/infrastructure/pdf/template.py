"""How a document looks in a PDF: a template with its fonts chosen and its colours named."""

from collections import OrderedDict
from dataclasses import dataclass, replace
from functools import lru_cache
from threading import Lock

from app.domain.documents.ports import FontFamily, Layout
from app.infrastructure.looks import Align, Look, Rule, Text, Weight, dressed
from app.infrastructure.looks.dressing import tightened
from app.infrastructure.looks.look import Columns, Groups, HeaderLook, Margins, Places, Spaces, Texts
from app.infrastructure.pdf.typefaces import Face

_FACES = {
    FontFamily.CARLITO: (Face.REGULAR, Face.BOLD, Face.ITALIC),
    FontFamily.SOURCE_SANS: (Face.SANS, Face.SANS_BOLD, Face.SANS_ITALIC),
    FontFamily.SOURCE_SERIF: (Face.SERIF, Face.SERIF_BOLD, Face.SERIF_ITALIC),
    FontFamily.JETBRAINS_MONO: (Face.MONO, Face.MONO_BOLD, Face.MONO),
}
_WEIGHTS = tuple(Weight)
_PADS = {Rule.NONE: 0.0, Rule.BELOW: 2.5, Rule.ABOVE: 4.5, Rule.BAR: 0.0}


@dataclass(frozen=True, slots=True)
class Style:
    face: Face
    size: float
    leading: float
    """From baseline to baseline, in points."""
    colour: str

    def scaled(self, factor: float) -> "Style":
        return replace(self, size=round(self.size * factor, 2), leading=round(self.leading * factor, 2))


@dataclass(frozen=True, slots=True)
class Border:
    """The line that goes with a heading."""

    rule: Rule
    width: float
    colour: str
    pad: float
    """From the heading's row to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Design:
    look: Look
    margins: Margins
    spaces: Spaces
    header: HeaderLook
    columns: Columns | None
    places: Places
    groups: Groups
    headings: Align
    border: Border | None
    """Of a section's heading."""
    under_header: Border | None
    name: Style
    headline: Style
    contact: Style
    heading: Style
    title: Style
    organization: Style
    location: Style
    dates: Style
    body: Style
    lead: Style
    label: Style
    detail: Style
    prose: Style
    """Of a letter."""
    subject: Style
    mark: Style
    """The bullet and the dots between things."""
    bullet: str
    dot: str
    date: Align


class _Designs:
    """Those that were asked for last: a layout holds titles, which are no key."""

    def __init__(self, most: int = 64) -> None:
        self._known: OrderedDict[tuple[object, ...], Design] = OrderedDict()
        self._most = most
        self._lock = Lock()

    def of(self, layout: Layout, *, letter: bool = False) -> Design:
        key = (layout.template, layout.accent, layout.font, layout.density, layout.margin_mm, letter)
        with self._lock:
            if key not in self._known:
                self._known[key] = design_of(dressed(layout, letter=letter))
                if len(self._known) > self._most:
                    self._known.popitem(last=False)
            return self._known[key]


design_for = _Designs().of
"""The design of a layout. Raises KeyError when there is no such template."""


@lru_cache(maxsize=256)
def tighter(design: Design, text: float, white: float) -> Design:
    return design_of(tightened(design.look, text, white))


def design_of(look: Look) -> Design:
    headings = look.headings
    border = Border(headings.rule, headings.rule_width, look.rule_colour, _PADS[headings.rule])
    below = Border(Rule.BELOW, look.header.rule_width, look.colours.accent, look.spaces.below_header)
    styles = {name: _style(getattr(look.texts, name), look) for name in Texts.__dataclass_fields__}
    return Design(
        look=look,
        margins=look.margins,
        spaces=look.spaces,
        header=look.header,
        columns=look.columns,
        places=look.places,
        groups=look.groups,
        headings=headings.align,
        border=None if headings.rule is Rule.NONE else border,
        under_header=below if look.header.rule_width else None,
        bullet=look.bullet,
        dot=look.dot,
        date=look.date,
        **styles,
    )


def _style(text: Text, look: Look) -> Style:
    faces = _FACES[look.display if text.display else look.font]
    return Style(faces[_WEIGHTS.index(text.weight)], text.size, text.leading, look.colours.of(text.colour))
