"""A template as one person wants it: with their colour, font, density and margins."""

from dataclasses import replace

from app.domain.documents.ports import Density, FontFamily, Layout
from app.infrastructure.looks.look import Look, Margins, Texts
from app.infrastructure.looks.reading import LOOKS

POINTS_A_MM = 72 / 25.4
_BREADTH = {
    FontFamily.CARLITO: 1.0,
    FontFamily.SOURCE_SANS: 0.98,
    FontFamily.SOURCE_SERIF: 0.94,
    FontFamily.JETBRAINS_MONO: 0.84,
}
"""The size at which each looks as large as the others do."""
_DENSITIES = {Density.COMPACT: (0.96, 0.72), Density.NORMAL: (1.0, 1.0), Density.AIRY: (1.03, 1.3)}
"""How much larger texts and spaces are."""


def dressed(layout: Layout, *, letter: bool = False) -> Look:
    """Raises KeyError when there is no such template."""
    look = LOOKS[layout.template]
    if letter:
        look = replace(look, margins=_inset(look.margins, look.letter_inset))
    if layout.accent:
        look = replace(look, colours=replace(look.colours, accent=layout.accent))
    if layout.font:
        look = _in_font(look, layout.font)
    if layout.margin_mm is not None:
        side = round(layout.margin_mm * POINTS_A_MM, 2)
        look = replace(look, margins=Margins(left=side, right=side, top=side, bottom=side))
    return tightened(look, *_DENSITIES[layout.density])


def tightened(look: Look, text: float, white: float) -> Look:
    """Texts and spaces by so much of what they are."""
    if text == white == 1:
        return look
    return replace(look, texts=_scaled(look.texts, text), spaces=look.spaces.scaled(white))


def _inset(margins: Margins, by: float) -> Margins:
    return replace(margins, left=margins.left + by, right=margins.right + by)


def _in_font(look: Look, font: FontFamily) -> Look:
    factor = _BREADTH[font] / _BREADTH[look.font]
    return replace(look, font=font, display=font, texts=_scaled(look.texts, factor))


def _scaled(texts: Texts, factor: float) -> Texts:
    return Texts(**{name: getattr(texts, name).scaled(factor) for name in Texts.__dataclass_fields__})
