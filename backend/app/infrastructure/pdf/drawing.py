"""Pages drawn on a ReportLab canvas: real text in reading order, rules, links and an outline."""

from functools import cache
from io import BytesIO
from urllib.parse import quote

from reportlab import rl_config
from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from app.infrastructure.looks import Rule
from app.infrastructure.pdf.blocks import Block
from app.infrastructure.pdf.pages import Page, Placed, height_of
from app.infrastructure.pdf.template import Design, Stroke
from app.infrastructure.pdf.typefaces import typeface
from app.infrastructure.pdf.wrapping import Piece, Row

# Streams as they are, not as letters for mail of the last century: a quarter less time and size.
rl_config.useA85 = 0

_ASCENT = 0.75
"""Of the font size, as Carlito has it; a quarter is left for the descent."""


_CAPITAL = 0.68
"""Of the font size: how high a capital is, more or less, in all our fonts."""


class Drawing:
    def __init__(
        self, paper: tuple[float, float], design: Design, *, title: str, author: str, language: str
    ) -> None:
        self._file = BytesIO()
        typeface(design.body.face)  # known to ReportLab from here on, though no word may need it
        self._canvas = Canvas(
            self._file,
            pagesize=paper,
            pageCompression=1,
            invariant=1,
            lang=language,
            initialFontName=design.body.face.value,  # type: ignore[arg-type]  # the stub says float
        )
        self._canvas.setTitle(title)
        self._canvas.setAuthor(author)
        self._canvas.setCreator("JobWise")
        self._canvas.setSubject("")
        self._canvas.setViewerPreference("DisplayDocTitle", "true")
        self._design = design
        self._paper = paper
        self._first = True
        self._left = design.margins.left
        self._top = paper[1] - design.margins.top
        self._outlined = 0

    def page(self, page: Page) -> None:
        self._ground(page)
        ink = _Pen(self._canvas.beginText())
        for placed in page.placed:
            self._place(placed, ink)
        self._canvas.drawText(ink.text)
        self._canvas.showPage()

    def finished(self) -> bytes:
        self._canvas.save()
        return self._file.getvalue()

    def _place(self, placed: Placed, pen: "_Pen") -> None:
        top, block = self._top - placed.top, placed.block
        if placed.begins and block.outline:
            self._bookmark(block.outline, top)
        if placed.begins and block.stroke:
            self._stroke(block, block.stroke, top)
            top -= block.pad if block.stroke.rule is Rule.ABOVE else 0
        for row in placed.rows:
            self._row(row, self._left + block.left, top, pen)
            top -= row.style.leading

    def _row(self, row: Row, left: float, top: float, pen: "_Pen") -> None:
        baseline = _baseline(row, top)
        for piece in row.pieces:
            pen.write(piece, left + piece.x, baseline)
            if piece.url:
                self._link(piece, piece.url, left + piece.x, baseline)

    def _link(self, piece: Piece, url: str, left: float, baseline: float) -> None:
        size = piece.style.size
        area = (left, baseline - size * 0.25, left + piece.width, baseline + size * _ASCENT)
        self._canvas.linkURL(quote(url, safe="%/:=&?~#+!$,;'@()*[]"), area, relative=0, thickness=0)

    def _stroke(self, block: Block, stroke: Stroke, top: float) -> None:
        left, bottom = self._left + block.left, top - height_of(block)
        self._canvas.setStrokeColor(_colour(stroke.colour))
        self._canvas.setLineWidth(stroke.width)
        if stroke.rule is Rule.BAR:
            first, last = block.rows[0], block.rows[-1]
            head = _baseline(first, top) + first.style.size * _CAPITAL
            foot = _baseline(last, bottom + last.style.leading)
            self._canvas.line(left + stroke.width / 2, head, left + stroke.width / 2, foot)
        else:
            y = top if stroke.rule is Rule.ABOVE else bottom
            self._canvas.line(left, y, left + block.width, y)

    def _ground(self, page: Page) -> None:
        """What is drawn first: the strip at the upper edge of the first page, and a side column's tint."""
        look, (width, height) = self._design.look, self._paper
        if self._first and look.header.strip:
            self._canvas.setFillColor(_colour(look.colours.accent))
            self._canvas.rect(0, height - look.header.strip, width, look.header.strip, stroke=0, fill=1)
        if page.tinted_from is not None and look.columns:
            top = self._top - page.tinted_from - look.spaces.above_section / 2
            right = self._left + look.columns.width + look.columns.gap / 2
            self._canvas.setFillColor(_colour(look.colours.tint))
            self._canvas.rect(0, 0, right, top, stroke=0, fill=1)
        self._first = False

    def _bookmark(self, title: str, top: float) -> None:
        key = f"section-{self._outlined}"
        self._outlined += 1
        self._canvas.bookmarkHorizontalAbsolute(key, top, left=0)
        self._canvas.addOutlineEntry(title, key, level=0)


class _Pen:
    """Writes pieces, and changes font, colour and place only where they change."""

    def __init__(self, text: PDFTextObject) -> None:
        self.text = text
        self._font: tuple[str, float] = ("", 0)
        self._colour = ""
        self._at = (-1.0, -1.0)

    def write(self, piece: Piece, x: float, y: float) -> None:
        if y != self._at[1] or abs(x - self._at[0]) > 0.01:
            self.text.setTextOrigin(x, y)
        font = (piece.face.value, piece.style.size)
        if font != self._font:
            self.text.setFont(*font)
            self._font = font
        if piece.style.colour != self._colour:
            self.text.setFillColor(_colour(piece.style.colour))
            self._colour = piece.style.colour
        self.text.textOut(piece.text)
        self._at = (x + piece.width, y)


def _baseline(row: Row, top: float) -> float:
    style = row.style
    return top - (style.leading - style.size) / 2 - style.size * _ASCENT


@cache
def _colour(hexadecimal: str) -> Color:
    return HexColor(hexadecimal)
