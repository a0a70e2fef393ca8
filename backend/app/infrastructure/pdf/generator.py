"""PDF by ReportLab, drawn on the canvas directly: several times faster than through Platypus."""

from dataclasses import dataclass
from threading import Lock

from reportlab.lib.pagesizes import A4, LETTER

from app.domain.documents.content import DocumentContent
from app.domain.documents.errors import ContentNotRenderable
from app.domain.documents.ports import IPDFGenerator, Layout, Paper, RenderedPDF, Template
from app.domain.documents.printable import language_tag
from app.infrastructure.cpu import CpuDoor
from app.infrastructure.pdf.drawing import Drawing
from app.infrastructure.pdf.flow import blocks_of
from app.infrastructure.pdf.pages import Page, paginated
from app.infrastructure.pdf.template import DESIGNS, Design, scaled, templates
from app.infrastructure.pdf.typefaces import Ink

_Paper = tuple[float, float]
_PAPERS: dict[Paper, _Paper] = {Paper.A4: A4, Paper.LETTER: LETTER}
_MOST_PAGES = 100
_NEARLY_EMPTY = 0.2
"""A last page with less than this of its height used is not worth its paper."""
_STEP = 0.02

# ReportLab's font objects share one file position between documents.
_one_at_a_time = Lock()


class ReportLabPDF(IPDFGenerator):
    def __init__(self, door: CpuDoor) -> None:
        self._door = door

    async def render(self, content: DocumentContent, layout: Layout) -> RenderedPDF:
        return await self._door.run(render_pdf, content, layout)

    def templates(self) -> tuple[Template, ...]:
        return templates()


def render_pdf(content: DocumentContent, layout: Layout) -> RenderedPDF:
    design = DESIGNS.get(layout.template)
    if design is None:
        raise ContentNotRenderable(f"There is no template called {layout.template!r}.")
    paper = _PAPERS[layout.paper]
    with _one_at_a_time:
        fitted = _fitted(content, design, paper)
        if len(fitted.pages) > _MOST_PAGES:
            raise ContentNotRenderable(
                f"This would be {len(fitted.pages)} pages; {_MOST_PAGES} are the most."
            )
        return RenderedPDF(_drawn(content, fitted, paper), len(fitted.pages), fitted.ink.notes())


@dataclass(frozen=True, slots=True)
class _Typeset:
    design: Design
    pages: list[Page]
    height: float
    ink: Ink

    @property
    def wasteful(self) -> bool:
        return len(self.pages) > 1 and self.pages[-1].used < self.height * _NEARLY_EMPTY


def _fitted(content: DocumentContent, design: Design, paper: _Paper) -> _Typeset:
    """A little smaller, if that spares a page that would be nearly empty."""
    plain = _typeset(content, design, paper)
    step = 1
    while plain.wasteful and (factor := round(1 - step * _STEP, 2)) >= design.tightest:
        smaller = _typeset(content, scaled(design, factor), paper)
        if len(smaller.pages) < len(plain.pages):
            return smaller
        step += 1
    return plain


def _typeset(content: DocumentContent, design: Design, paper: _Paper) -> _Typeset:
    ink, margins = Ink(content.language), design.margins
    width, height = paper[0] - margins.left - margins.right, paper[1] - margins.top - margins.bottom
    return _Typeset(design, paginated(blocks_of(content, design, width, ink), height), height, ink)


def _drawn(content: DocumentContent, typeset: _Typeset, paper: _Paper) -> bytes:
    name, headline = Ink().text(content.header.name.text), content.header.headline
    title = " - ".join(part for part in (name, Ink().text(headline.text) if headline else "") if part)
    language = language_tag(content.language)
    region = typeset.ink.region
    drawing = Drawing(paper, typeset.design, title=title, author=name, language=language, region=region)
    for page in typeset.pages:
        drawing.page(page)
    return drawing.finished()
