"""Pages drawn on a ReportLab canvas: real text in reading order, rules, links and an outline."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from urllib.parse import quote

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from app.domain.documents.printable import runs_leftwards
from app.infrastructure.pdf.pages import Page, Placed, height_of
from app.infrastructure.pdf.pen import EmbeddedFonts, Pen, colour
from app.infrastructure.pdf.template import Design
from app.infrastructure.pdf.typefaces import typeface
from app.infrastructure.pdf.visual import Direction, Stroke, direction_of, strokes
from app.infrastructure.pdf.wrapping import Piece, Row

# Streams as they are, not as letters for mail of the last century: a quarter less time and size.
rl_config.useA85 = 0

_ASCENT = 0.75
"""Of the font size, as Carlito has it; a quarter is left for the descent."""

_RIGHTWARDS = Direction(document=False, paragraph=False)
_LONG = 0.85
"""Of a page's width: PDFium asks for four fifths."""


class Drawing:
    """`region` says whose shapes East Asian letters have; the language, which way the rows run."""

    def __init__(
        self,
        paper: tuple[float, float],
        design: Design,
        *,
        title: str,
        author: str,
        language: str,
        region: str,
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
        self._leftwards = runs_leftwards(language)
        self._region = region
        self._fonts = EmbeddedFonts(self._canvas)

    def page(self, page: Page) -> None:
        pen = Pen(self._canvas, self._fonts, long_rows=self._has_long_rows(page))
        for placed in page.placed:
            self._place(placed, pen)
        pen.finish()
        self._canvas.showPage()

    def _has_long_rows(self, page: Page) -> bool:
        least = _LONG * (self._right - self._left)
        rows = [row for placed in page.placed for row in placed.rows]
        plain = all(row.plain for row in rows)  # and then nobody asks
        return plain or any(sum(piece.width for piece in row.pieces) > least for row in rows)

    def finished(self) -> bytes:
        self._canvas.save()
        return self._file.getvalue()

    def _place(self, placed: Placed, pen: Pen) -> None:
        top = self._top - placed.top
        if placed.begins and placed.block.outline:
            self._bookmark(placed.block.outline, top)
        if placed.begins and placed.block.rule:
            self._rule(top - height_of(placed.block))
        direction = self._direction(placed.block.rows)
        for row in placed.rows:
            self._row(row, top, pen, direction)
            top -= row.style.leading

    def _row(self, row: Row, top: float, pen: Pen, direction: Direction) -> None:
        style = row.style
        baseline = top - (style.leading - style.size) / 2 - style.size * _ASCENT
        for drawn in row.pieces if row.plain and not self._leftwards else self._strokes(row, pen, direction):
            pen.write(drawn, self._left + drawn.x, baseline)
            if drawn.url:
                self._link(drawn, drawn.url, baseline)

    def _direction(self, rows: Sequence[Row]) -> Direction:
        return direction_of(rows) if self._leftwards else _RIGHTWARDS

    def _strokes(self, row: Row, pen: Pen, direction: Direction) -> Iterator[Stroke | Piece]:
        return strokes(row, self._right - self._left, direction, region=self._region, turned=pen.turned)

    def _link(self, drawn: Piece | Stroke, url: str, baseline: float) -> None:
        left, size = self._left + drawn.x, drawn.style.size
        area = (left, baseline - size * 0.25, left + drawn.width, baseline + size * _ASCENT)
        self._canvas.linkURL(quote(url, safe="%/:=&?~#+!$,;'@()*[]"), area, relative=0, thickness=0)

    def _rule(self, y: float) -> None:
        self._canvas.setStrokeColor(colour(self._design.rule))
        self._canvas.setLineWidth(self._design.rule_width)
        self._canvas.line(self._left, y, self._right, y)

    def _bookmark(self, title: str, top: float) -> None:
        key = f"section-{self._outlined}"
        self._outlined += 1
        self._canvas.bookmarkHorizontalAbsolute(key, top, left=0)
        self._canvas.addOutlineEntry(title, key, level=0)
