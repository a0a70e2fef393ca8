"""Pages drawn on a ReportLab canvas: real text in reading order, rules, links and an outline."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from math import inf
from typing import Any
from urllib.parse import quote

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import PDFObjectReference
from reportlab.pdfgen.canvas import Canvas

from app.domain.documents.printable import UNDETERMINED, runs_leftwards
from app.domain.shared.patience import go_on
from app.infrastructure.looks import Rule
from app.infrastructure.pdf.blocks import Block
from app.infrastructure.pdf.metadata import xmp
from app.infrastructure.pdf.objects import add, add_stream, literal, reference
from app.infrastructure.pdf.pages import Page, Placed, height_of
from app.infrastructure.pdf.pen import ARTIFACT, EmbeddedFonts, Pen, colour
from app.infrastructure.pdf.tagging import Element, Tagged, Tags
from app.infrastructure.pdf.template import Border, Design
from app.infrastructure.pdf.typefaces import typeface
from app.infrastructure.pdf.visual import Direction, Stroke, direction_of, strokes
from app.infrastructure.pdf.wrapping import Piece, Row

# Streams as they are, not as letters for mail of the last century: a quarter less time and size.
rl_config.useA85 = 0

_ASCENT = 0.75
"""Of the font size, as Carlito has it; a quarter is left for the descent."""

_CREATOR = "JobWise"
_SAFE = "%/:=&?~#+!$,;'@()*[]"
"""What of an address stays as it is."""
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
            pdfVersion=(1, 7),
        )
        self._describe(title, author, language)
        self._document: Any = self._canvas._doc  # type: ignore[attr-defined]  # not in the stubs
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
        self._tags = Tags(design)

    def _describe(self, title: str, author: str, language: str) -> None:
        self._canvas.setTitle(title)
        self._canvas.setAuthor(author)
        self._canvas.setCreator(_CREATOR)
        self._canvas.setSubject("")
        self._canvas.setViewerPreference("DisplayDocTitle", "true")
        self._metadata = xmp(
            title=title,
            author=author,
            language=language,
            creator=_CREATOR,
            accessible=bool(title) and language != UNDETERMINED,
        )

    def page(self, page: Page) -> None:
        go_on()
        key = self._tags.begin_page()
        name, code = self._document.thisPageName(), self._canvas._code  # type: ignore[attr-defined]
        code.append(ARTIFACT)
        self._ground(page)
        pen = Pen(self._canvas, self._fonts, self._tags, long_rows=self._has_long_rows(page))
        for placed in page.placed:
            self._place(placed, pen)
        code.append("EMC")
        pen.finish()
        self._canvas.showPage()
        drawn = self._document.idToObject[name]
        drawn.__Defaults__ = {**drawn.__Defaults__, "StructParents": key, "Tabs": "/S"}

    def _has_long_rows(self, page: Page) -> bool:
        least = _LONG * self._width
        rows = [row for placed in page.placed for row in placed.rows]
        plain = all(row.plain for row in rows)  # and then nobody asks
        return plain or any(sum(piece.width for piece in row.pieces) > least for row in rows)

    def finished(self) -> bytes:
        catalog = self._document.Catalog
        catalog.MarkInfo = "<< /Marked true >>"
        catalog.StructTreeRoot = reference(self._tags.write(self._document))
        told = add_stream(self._document, self._metadata, "/Type /Metadata /Subtype /XML")
        catalog.Metadata = reference(told)
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
        tagged = self._tags.block(block, begins=placed.begins)
        for row in placed.rows:
            self._row(row, frame, top, pen, tagged)
            top -= row.style.leading

    def _frame(self, block: Block) -> "_Frame":
        """Blocks are laid out from the margin that rows begin at: on a leftward page they change sides."""
        if not self._leftwards:
            return _Frame(self._left + block.left, block.width, _RIGHTWARDS)
        left = self._left + self._width - block.left - block.width
        return _Frame(left, block.width, direction_of(block.rows))

    def _row(self, row: Row, frame: "_Frame", top: float, pen: Pen, tagged: Tagged) -> None:
        baseline = _baseline(row, top)
        links: list[_Link] = []
        for drawn in row.pieces if row.plain and not self._leftwards else self._strokes(row, pen, frame):
            x, element = frame.left + drawn.x, tagged.element(drawn.style, drawn.url)
            pen.write(drawn, x, baseline, element)
            if drawn.url:
                if not links or links[-1].element is not element:
                    links.append(_Link(element, drawn.url))
                links[-1].reach(x, x + drawn.width, drawn.style.size)
        for link in links:
            self._link(link, baseline)

    def _strokes(self, row: Row, pen: Pen, frame: "_Frame") -> Iterator[Stroke | Piece]:
        return strokes(row, frame.width, frame.direction, region=self._region, turned=pen.turned)

    def _link(self, link: "_Link", baseline: float) -> None:
        key, size = self._tags.press(link.element), link.size
        number = add(
            self._document,
            f"<< /Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /StructParent {key}"
            f" /Rect [{link.left:.3f} {baseline - size * 0.25:.3f} {link.right:.3f}"
            f" {baseline + size * _ASCENT:.3f}] /Contents {literal(link.url)}"
            f" /A << /S /URI /URI {literal(quote(link.url, safe=_SAFE))} >> >>",
        )
        self._canvas._annotationrefs.append(PDFObjectReference(f"R{number}"))  # type: ignore[attr-defined]
        self._tags.pressed(link.element, number)

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


@dataclass(slots=True)
class _Link:
    """An address and where on a row it can be pressed, however many strokes its words are drawn in."""

    element: Element
    url: str
    left: float = inf
    right: float = -inf
    size: float = 0.0

    def reach(self, left: float, right: float, size: float) -> None:
        self.left, self.right = min(self.left, left), max(self.right, right)
        self.size = max(self.size, size)


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
