"""Pages drawn on a ReportLab canvas: real text in reading order, rules, links and an outline."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from urllib.parse import quote

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from app.domain.documents.printable import runs_leftwards
from app.domain.shared.patience import go_on
from app.infrastructure.looks import Rule
from app.infrastructure.pdf.blocks import Block
from app.infrastructure.pdf.pages import Page, Placed, height_of
from app.infrastructure.pdf.pen import EmbeddedFonts, Pen, colour
from app.infrastructure.pdf.template import Border, Design
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
_CAPITAL = 0.68
"""Of the font size: how high a capital is, more or less, in all our fonts."""


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
        self._paper = paper
        self._first = True
        self._left = design.margins.left
        self._width = paper[0] - design.margins.left - design.margins.right
        self._top = paper[1] - design.margins.top
        self._outlined = 0
        self._leftwards = runs_leftwards(language)
        self._region = region
        self._fonts = EmbeddedFonts(self._canvas)

    def page(self, page: Page) -> None:
        go_on()
        self._ground(page)
        pen = Pen(self._canvas, self._fonts, long_rows=self._has_long_rows(page))
        for placed in page.placed:
            self._place(placed, pen)
        pen.finish()
        self._canvas.showPage()

    def _has_long_rows(self, page: Page) -> bool:
        least = _LONG * self._width
        rows = [row for placed in page.placed for row in placed.rows]
        plain = all(row.plain for row in rows)  # and then nobody asks
        return plain or any(sum(piece.width for piece in row.pieces) > least for row in rows)

    def finished(self) -> bytes:
        self._canvas.save()
        return self._file.getvalue()

    def _place(self, placed: Placed, pen: Pen) -> None:
        top, block = self._top - placed.top, placed.block
        frame = self._frame(block)
        if placed.begins and block.outline:
            self._bookmark(block.outline, top)
        if placed.begins and block.border:
            self._border(block, block.border, frame, top)
            top -= block.pad if block.border.rule is Rule.ABOVE else 0
        for row in placed.rows:
            self._row(row, frame, top, pen)
            top -= row.style.leading

    def _frame(self, block: Block) -> "_Frame":
        """Blocks are laid out from the margin that rows begin at: on a leftward page they change sides."""
        if not self._leftwards:
            return _Frame(self._left + block.left, block.width, _RIGHTWARDS)
        left = self._left + self._width - block.left - block.width
        return _Frame(left, block.width, direction_of(block.rows))

    def _row(self, row: Row, frame: "_Frame", top: float, pen: Pen) -> None:
        baseline = _baseline(row, top)
        for drawn in row.pieces if row.plain and not self._leftwards else self._strokes(row, pen, frame):
            x = frame.left + drawn.x
            pen.write(drawn, x, baseline)
            if drawn.url:
                self._link(drawn, drawn.url, x, baseline)

    def _strokes(self, row: Row, pen: Pen, frame: "_Frame") -> Iterator[Stroke | Piece]:
        return strokes(row, frame.width, frame.direction, region=self._region, turned=pen.turned)

    def _link(self, drawn: Piece | Stroke, url: str, left: float, baseline: float) -> None:
        size = drawn.style.size
        area = (left, baseline - size * 0.25, left + drawn.width, baseline + size * _ASCENT)
        self._canvas.linkURL(quote(url, safe="%/:=&?~#+!$,;'@()*[]"), area, relative=0, thickness=0)

    def _border(self, block: Block, border: Border, frame: "_Frame", top: float) -> None:
        bottom = top - height_of(block)
        self._canvas.setStrokeColor(colour(border.colour))
        self._canvas.setLineWidth(border.width)
        if border.rule is Rule.BAR:
            first, last = block.rows[0], block.rows[-1]
            head = _baseline(first, top) + first.style.size * _CAPITAL
            foot = _baseline(last, bottom + last.style.leading)
            half = border.width / 2
            x = frame.right - half if self._leftwards else frame.left + half
            self._canvas.line(x, head, x, foot)
        else:
            y = top if border.rule is Rule.ABOVE else bottom
            self._canvas.line(frame.left, y, frame.right, y)

    def _ground(self, page: Page) -> None:
        """What is drawn first: the strip at the upper edge of the first page, and a side column's tint."""
        look, (width, height) = self._design.look, self._paper
        if self._first and look.header.strip:
            self._canvas.setFillColor(colour(look.colours.accent))
            self._canvas.rect(0, height - look.header.strip, width, look.header.strip, stroke=0, fill=1)
        if page.tinted_from is not None and look.columns:
            top = self._top - page.tinted_from - look.spaces.above_section / 2
            margin = look.margins.right if self._leftwards else look.margins.left
            wide = margin + look.columns.width + look.columns.gap / 2
            self._canvas.setFillColor(colour(look.colours.tint))
            self._canvas.rect(width - wide if self._leftwards else 0, 0, wide, top, stroke=0, fill=1)
        self._first = False

    def _bookmark(self, title: str, top: float) -> None:
        key = f"section-{self._outlined}"
        self._outlined += 1
        self._canvas.bookmarkHorizontalAbsolute(key, top, left=0)
        self._canvas.addOutlineEntry(title, key, level=0)


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where on the page a block stands."""

    left: float
    width: float
    direction: Direction

    @property
    def right(self) -> float:
        return self.left + self.width


def _baseline(row: Row, top: float) -> float:
    style = row.style
    return top - (style.leading - style.size) / 2 - style.size * _ASCENT
