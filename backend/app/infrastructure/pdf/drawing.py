"""Pages drawn on a ReportLab canvas: real text in reading order, rules, links and an outline."""

from functools import cache
from io import BytesIO
from urllib.parse import quote

from reportlab import rl_config
from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from app.infrastructure.pdf.pages import Page, Placed, height_of
from app.infrastructure.pdf.template import Design
from app.infrastructure.pdf.typefaces import typeface
from app.infrastructure.pdf.wrapping import Piece, Row

# Streams as they are, not as letters for mail of the last century: a quarter less time and size.
rl_config.useA85 = 0

_ASCENT = 0.75
"""Of the font size, as Carlito has it; a quarter is left for the descent."""


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
        self._left = design.margins.left
        self._right = paper[0] - design.margins.right
        self._top = paper[1] - design.margins.top
        self._outlined = 0

    def page(self, page: Page) -> None:
        ink = _Pen(self._canvas.beginText())
        for placed in page.placed:
            self._place(placed, ink)
        self._canvas.drawText(ink.text)
        self._canvas.showPage()

    def finished(self) -> bytes:
        self._canvas.save()
        return self._file.getvalue()

    def _place(self, placed: Placed, pen: "_Pen") -> None:
        top = self._top - placed.top
        if placed.begins and placed.block.outline:
            self._bookmark(placed.block.outline, top)
        if placed.begins and placed.block.rule:
            self._rule(top - height_of(placed.block))
        for row in placed.rows:
            self._row(row, top, pen)
            top -= row.style.leading

    def _row(self, row: Row, top: float, pen: "_Pen") -> None:
        style = row.style
        baseline = top - (style.leading - style.size) / 2 - style.size * _ASCENT
        for piece in row.pieces:
            pen.write(piece, self._left + piece.x, baseline)
            if piece.url:
                self._link(piece, piece.url, baseline)

    def _link(self, piece: Piece, url: str, baseline: float) -> None:
        left, size = self._left + piece.x, piece.style.size
        area = (left, baseline - size * 0.25, left + piece.width, baseline + size * _ASCENT)
        self._canvas.linkURL(quote(url, safe="%/:=&?~#+!$,;'@()*[]"), area, relative=0, thickness=0)

    def _rule(self, y: float) -> None:
        self._canvas.setStrokeColor(_colour(self._design.rule))
        self._canvas.setLineWidth(self._design.rule_width)
        self._canvas.line(self._left, y, self._right, y)

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


@cache
def _colour(hexadecimal: str) -> Color:
    return HexColor(hexadecimal)
