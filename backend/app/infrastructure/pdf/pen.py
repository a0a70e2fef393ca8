"""What writes on a page: letters by ReportLab, glyphs by their numbers, and the marks on them as shapes."""

from enum import StrEnum
from functools import cache, lru_cache
from typing import Any

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from app.infrastructure.pdf.embedding import Embedded
from app.infrastructure.pdf.lettering import Lettering
from app.infrastructure.pdf.scripts import glyph_font, is_bold
from app.infrastructure.pdf.shaping import Glyph, GlyphFont, Mark
from app.infrastructure.pdf.tagging import Element, Tags
from app.infrastructure.pdf.template import Style
from app.infrastructure.pdf.typefaces import Face
from app.infrastructure.pdf.visual import Stroke
from app.infrastructure.pdf.wrapping import Piece

ARTIFACT = "/Artifact BMC"
"""Begins what is there for the eye alone."""
_REVERSED = "/ReversedChars BMC"
"""Begins letters that stand from left to right, and are read the other way."""
_NOTHING = ""
_FINE = 1000
"""Text that stands apart is set in units this many times finer than a point."""
_NUDGE = 20
"""Of those units; up and down in turn: no two neighbours are of one line to a reader that sorts by place."""
_STEP = 20
"""Thousandths of the size."""
_UNLIKE = 4
"""Ends of such text that are not alike: PDFium leaves out what it takes for the same text drawn again."""
_NEAR = 0.3
"""Points, by which rounded widths may differ from what they were rounded from."""
_BACK = 5
"""Thousandths of the size: how far such text goes back at its end, which a reader takes for a line's end."""
_FAR = 1.5
"""Of the size: more room than there is between words."""
_EMBOLDENING = 0.03
"""Of the size: the line drawn around letters whose font has no bold."""
_ARABIC_DIGITS = frozenset("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")


class EmbeddedFonts:
    """Of one file, each when its first letter or glyph is drawn."""

    def __init__(self, canvas: Canvas) -> None:
        self._delayed: list[Any] = canvas._doc.delayedFonts  # type: ignore[attr-defined]  # not in the stubs
        self._embedded: dict[StrEnum, Embedded] = {}
        self._lettered: dict[Face, Lettering] = {}

    def __getitem__(self, face: StrEnum) -> Embedded:
        """By glyphs."""
        known = self._embedded.get(face)
        if known is None:
            known = self._embedded[face] = Embedded(glyph_font(face), len(self._embedded) + 1)
            self._delayed.append(known)
        return known

    def lettering(self, face: Face) -> Lettering:
        known = self._lettered.get(face)
        if known is None:
            known = self._lettered[face] = Lettering(face, len(self._lettered) + 1)
            self._delayed.append(known)
        return known


class Pen:
    """Writes pieces, and changes font, colour and place only where they change.

    `long_rows` says that a row of the page is nearly as long as the page is wide: by that PDFium tells
    rows from columns.
    """

    def __init__(self, canvas: Canvas, fonts: EmbeddedFonts, tags: Tags, *, long_rows: bool) -> None:
        self.turned = False
        """The last letter written ran leftwards."""
        self._canvas = canvas
        self._fonts = fonts
        self._tags = tags
        self._element: Element | None = None
        self._long_rows = long_rows
        self._code: list[str] = canvas._code  # type: ignore[attr-defined]  # not in the stubs
        self._operators: list[str] = []
        self._say = self._operators.append
        self._font: tuple[str, float] = ("", 0)
        self._colour = ""
        self._at = (-1.0, -1.0)
        self._nudged = False
        self._ends = 1
        self._step = 1.0
        self._end = (-1.0, -1.0)
        self._marks: list[str] = []

    def write(self, drawn: Piece | Stroke, x: float, y: float, element: Element) -> None:
        if element is not self._element:
            self._close()
            self._say(self._tags.mark(element))
            self._element = element
        if isinstance(drawn, Piece):
            self._write(drawn, x, y)
        else:
            self._draw(drawn, x, y)

    def _close(self) -> None:
        if self._element:
            self._say("EMC")

    def _write(self, piece: Piece, x: float, y: float) -> None:
        if y == self._at[1] and x - self._at[0] > _FAR * piece.style.size:
            self._bridge(piece, x - self._at[0])
        if y != self._at[1] or abs(x - self._at[0]) > 0.01:
            self._say(f"1 0 0 1 {x:.3f} {y:.3f} Tm")
        self._ink(piece.style)
        self._letters(piece, piece.text)
        self._at, self._end = (x + piece.width, y), (-1.0, -1.0)
        self.turned = False

    def _bridge(self, piece: Piece, gap: float) -> None:
        """A space as wide as the gap before what stands on the right: readers that put together what is
        near, as pdfminer does, else take the two ends of a row for two columns.
        """
        size = piece.style.size
        self._say(f"{100 * gap / stringWidth(' ', piece.face, size):.3f} Tz")
        self._letters(piece, " ")
        self._say("100 Tz")

    def _letters(self, piece: Piece, text: str) -> None:
        size = piece.style.size
        for name, shown in self._fonts.lettering(piece.face).shown(text):  # type: ignore[arg-type]
            if (name, size) != self._font:
                self._say(f"/{name} {size:g} Tf")
                self._font = (name, size)
            self._say(f"{shown} Tj")

    def _draw(self, stroke: Stroke, x: float, y: float) -> None:
        font, style = self._fonts[stroke.face], stroke.style
        self._ink(style)
        bold = is_bold(style.face) and not is_bold(stroke.face)
        if bold:
            self._say(f"{style.size * _EMBOLDENING:.3f} w {_stroked(style.colour)} 2 Tr")
        self._end = self._end if stroke.apart else (-1.0, -1.0)
        reversed_ = stroke.leftwards and len(stroke.shaped.glyphs) > 1
        if reversed_:
            self._say(_REVERSED)
        (self._apart if stroke.apart else self._within)(stroke, font, x, y)
        if reversed_:
            self._say("EMC")
        if bold:
            self._say("0 Tr")
        for mark in stroke.shaped.marks:
            self._marks.extend((_filled(style.colour), _drawn(font.font, mark, style.size, x, y)))
        self._font, self._at = (_NOTHING, 0), (-1.0, -1.0)
        if stroke.leftwards is not None:
            self.turned = stroke.leftwards

    def finish(self) -> None:
        """The page's text is done, and its marks are drawn over it: what they say, the text says too."""
        self._close()
        self._code.extend(("BT", *self._operators, "ET"))
        if self._marks:
            self._code.extend((ARTIFACT, *self._marks, "EMC"))

    def _ink(self, style: Style) -> None:
        if style.colour != self._colour:
            self._say(_filled(style.colour))
            self._colour = style.colour

    def _within(self, stroke: Stroke, font: Embedded, x: float, y: float) -> None:
        glyphs = stroke.shaped.glyphs
        if len(glyphs) == 1 and not self._long_rows:  # PDFium sees no direction in a letter alone
            glyphs = (*glyphs, Glyph(font.font.empty, _NOTHING, 0.0))
        codes = font.codes(glyphs)
        self._say(f"1 0 0 1 {x:.3f} {y:.3f} Tm /{font.name} {stroke.style.size:g} Tf <{codes}> Tj")

    def _apart(self, stroke: Stroke, font: Embedded, x: float, y: float) -> None:
        """A line of its own to a reader that turns whole lines; the same line to the eye and to others.

        PDFium ends a line where text goes up or down by more than half a letter: hence the letters
        without width at both ends, and the nudge. It ends none where the text before went to the right
        and is as high: hence the way back.
        """
        nothing, points = Glyph(font.font.empty, _NOTHING, 0.0), stroke.style.size
        self._nudged = not self._nudged
        size = f"/{font.name} {points * _FINE:g} Tf"
        ahead = x - self._end[0]
        if y != self._end[1] or ahead < -_NEAR or not stroke.width:
            self._say(f"{1 / _FINE:g} 0 0 {1 / _FINE:g} {x:.3f} {y:.3f} Tm")
        elif ahead > _NEAR:  # in steps too small for a reader to see a space in them
            self._say(f"[{f'{-_STEP} ' * round(ahead / self._step)}] TJ")
        self._say(f"{_NUDGE if self._nudged else 0} Ts {size}")
        glyphs = (nothing, *stroke.shaped.glyphs)
        if _ARABIC_DIGITS.isdisjoint(glyph.text for glyph in glyphs):
            self._say(f"<{font.codes(glyphs)}> Tj")
        else:  # or a reader would turn the number; the first digit shows the other where its line begins
            each = [glyphs[:2], *([glyph] for glyph in glyphs[2:])]
            self._say(f" {size} ".join(f"<{font.codes(part)}> Tj" for part in each))
        end = font.codes([nothing])
        self._say(f"[<{end}> {_BACK} <{end * self._ends}> {-_BACK}] TJ 0 Ts")
        self._ends = self._ends % _UNLIKE + 1
        self._step = points * _STEP / 1000
        self._end = (x + points * sum(round(1000 * glyph.advance) for glyph in glyphs) / 1000, y)


class _Outline:
    """A pen of fontTools' protocol that writes a path as it stands in a page's content."""

    def __init__(self) -> None:
        self.operators: list[str] = []
        self._last = (0.0, 0.0)

    def _say(self, operator: str, *points: tuple[float, float]) -> None:
        self.operators.extend((*(f"{x:g} {y:g}" for x, y in points), operator))
        self._last = points[-1] if points else self._last

    def moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802 - fontTools' name, like those below
        self._say("m", point)

    def lineTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        self._say("l", point)

    def curveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        self._say("c", *points)

    def qCurveTo(self, bend: tuple[float, float], end: tuple[float, float]) -> None:  # noqa: N802
        self._say("c", _between(self._last, bend), _between(end, bend), end)

    def closePath(self) -> None:  # noqa: N802
        self._say("h")


def _between(edge: tuple[float, float], bend: tuple[float, float]) -> tuple[float, float]:
    """Two thirds of the way, where a cubic curve of the same shape bends."""
    return edge[0] + (bend[0] - edge[0]) * 2 / 3, edge[1] + (bend[1] - edge[1]) * 2 / 3


@lru_cache(maxsize=1024)
def _outline(font: GlyphFont, number: int) -> str:
    """In the font's units, filled."""
    pen = _Outline()
    font.outline(number, pen)
    return f"{' '.join(pen.operators)} f*"


def _drawn(font: GlyphFont, mark: Mark, size: float, x: float, y: float) -> str:
    scale = f"{size / font.per_em:.5f}"
    place = f"{x + mark.right * size:.3f} {y + mark.up * size:.3f}"
    return f"q {scale} 0 0 {scale} {place} cm {_outline(font, mark.number)} Q"


@cache
def colour(hexadecimal: str) -> Color:
    return HexColor(hexadecimal)


@cache
def _filled(hexadecimal: str) -> str:
    given = colour(hexadecimal)
    return f"{given.red:.4f} {given.green:.4f} {given.blue:.4f} rg"


@cache
def _stroked(hexadecimal: str) -> str:
    given = colour(hexadecimal)
    return f"{given.red:.4f} {given.green:.4f} {given.blue:.4f} RG"
