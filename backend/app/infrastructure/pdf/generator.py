"""PDF by ReportLab, drawn on the canvas directly: several times faster than through Platypus."""

from dataclasses import dataclass
from threading import Lock

from reportlab.lib.pagesizes import A4, LETTER

from app.domain.documents.content import DocumentContent
from app.domain.documents.errors import ContentNotRenderable
from app.domain.documents.ports import IPDFGenerator, Layout, Paper, RenderedPDF, Template
from app.domain.documents.printable import language_tag
from app.infrastructure.cpu import CpuDoor
from app.infrastructure.looks import LOOKS, templates
from app.infrastructure.pdf.columns import Set, typeset
from app.infrastructure.pdf.drawing import Drawing
from app.infrastructure.pdf.pictures import picture_of
from app.infrastructure.pdf.template import Design, design_for, tighter
from app.infrastructure.pdf.typefaces import Ink

_Paper = tuple[float, float]
_PAPERS: dict[Paper, _Paper] = {Paper.A4: A4, Paper.LETTER: LETTER}
_MOST_PAGES = 100
_NEARLY_EMPTY = 0.2
"""A last page with less than this of its height used is not worth its paper."""
_STEPS = ((0.98, 0.94), (0.96, 0.86), (0.94, 0.78), (0.92, 0.7), (0.9, 0.64))
"""How far texts and the white between them shrink, step by step."""
_TIGHTEST = 0.9
"""Of texts, where a person names the pages: it is this before anything is cut."""
_SMALLEST = 9.0
"""Points. No body text is set smaller to make it fit."""

# ReportLab's font objects share one file position between documents.
_one_at_a_time = Lock()


class ReportLabPDF(IPDFGenerator):
    def __init__(self, door: CpuDoor) -> None:
        self._door = door

    async def render(self, content: DocumentContent, layout: Layout) -> RenderedPDF:
        return await self._door.run(render_pdf, content, layout)

    def templates(self) -> tuple[Template, ...]:
        return templates()

    def picture(self, template_id: str, *, letter: bool = False) -> bytes:
        return picture_of(template_id, letter=letter)


def render_pdf(content: DocumentContent, layout: Layout) -> RenderedPDF:
    if layout.template not in LOOKS:
        raise ContentNotRenderable(f"There is no template called {layout.template!r}.")
    paper, design = _PAPERS[layout.paper], design_for(layout, letter=content.letter is not None)
    with _one_at_a_time:
        fitted = _fitted(content, design, paper, layout.max_pages)
        pages = len(fitted.set.pages)
        if pages > _MOST_PAGES:
            raise ContentNotRenderable(f"This would be {pages} pages; {_MOST_PAGES} are the most.")
        return RenderedPDF(_drawn(content, fitted, paper), pages, fitted.ink.notes(), fitted.set.order)


@dataclass(frozen=True, slots=True)
class _Typeset:
    design: Design
    set: Set
    height: float
    ink: Ink

    @property
    def count(self) -> int:
        return len(self.set.pages)

    @property
    def wasteful(self) -> bool:
        return self.count > 1 and self.set.pages[-1].used < self.height * _NEARLY_EMPTY


def _fitted(content: DocumentContent, design: Design, paper: _Paper, most: int | None) -> _Typeset:
    """A little tighter, if that spares a page that is too many, or would be nearly empty."""
    plain = _typeset(content, design, paper)
    too_many = most is not None and plain.count > most
    if not (too_many or plain.wasteful):
        return plain
    wanted = most if most is not None and too_many else plain.count - 1
    least = _TIGHTEST if too_many else design.look.tightest
    steps = [tighter(design, text, white) for text, white in _STEPS if _readable(design, text, least)]
    if not steps or (tightest := _typeset(content, steps[-1], paper)).count > wanted:
        return plain
    looser = (_typeset(content, step, paper) for step in steps[:-1])
    return next((each for each in looser if each.count <= wanted), tightest)


def _readable(design: Design, factor: float, least: float) -> bool:
    return factor >= least and design.body.size * factor >= _SMALLEST


def _typeset(content: DocumentContent, design: Design, paper: _Paper) -> _Typeset:
    ink, margins = Ink(content.language), design.margins
    width, height = paper[0] - margins.left - margins.right, paper[1] - margins.top - margins.bottom
    return _Typeset(design, typeset(content, design, width, height, ink), height, ink)


def _drawn(content: DocumentContent, fitted: _Typeset, paper: _Paper) -> bytes:
    name, headline = Ink().text(content.header.name.text), content.header.headline
    title = " - ".join(part for part in (name, Ink().text(headline.text) if headline else "") if part)
    language = language_tag(content.language)
    drawing = Drawing(
        paper, fitted.design, title=title, author=name, language=language, region=fitted.ink.region
    )
    for page in fitted.set.pages:
        drawing.page(page)
    return drawing.finished()
