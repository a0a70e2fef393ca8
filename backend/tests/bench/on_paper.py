"""Documents: a PDF beside the bare canvas, reading it back, and a whole generation beside its PDF."""

import asyncio
import statistics
import time
from collections.abc import Callable, Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from app.composition import compose_engine
from app.domain.documents.content import DocumentContent, lines_of
from app.domain.documents.ports import Layout
from app.domain.generation.options import Options
from app.infrastructure.extraction.pdfium import read_with_pdfium
from app.infrastructure.extraction.pypdf import read_with_pypdf
from app.infrastructure.pdf.generator import render_pdf
from app.infrastructure.pdf.lettering import program
from app.infrastructure.pdf.typefaces import Face
from app.settings import Settings
from tests.bench.results import Goal, Row, compared
from tests.builders.careers import a_nurse
from tests.builders.jobs import a_full_job
from tests.builders.resumes import two_pages

ROUNDS = 15
WARM = 3
SIZE, LEADING, MARGIN = 10.5, 13.6, 54
BOLD = ("/name", "/title", "/label")
READ_BACK_MS = 40.0
TODAY = date(2026, 3, 2)


def measure(directory: Path) -> Iterator[Row]:
    content = two_pages()
    made = render_pdf(content, Layout())
    if made.pages != 2:
        raise RuntimeError(f"the document has {made.pages} pages, not 2")
    ours, floor = _alternating(lambda: render_pdf(content, Layout()), lambda: on_canvas(content))
    goal = Goal(1.2, at_most=True)
    yield compared("a two-page PDF", ours, "bare canvas", floor, unit="ms", goal=goal)
    anew, floor = _alternating(lambda: _with_fonts_cut_anew(content), lambda: on_canvas(content))
    yield compared("the same in letters that are new to all its fonts", anew, "bare canvas", floor, unit="ms")
    yield _read_back(made.data)
    yield asyncio.run(_generation(directory))


def _with_fonts_cut_anew(content: DocumentContent) -> None:
    program.cache_clear()
    render_pdf(content, Layout())


def on_canvas(content: DocumentContent) -> bytes:
    """The least that makes a PDF of it: lines wrapped and drawn from the top, in two embedded fonts."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=A4, pageCompression=1, invariant=1)
    y = 0.0
    for pointer, line in lines_of(content):
        face = Face.BOLD if pointer.endswith(BOLD) else Face.REGULAR
        for text in simpleSplit(line.text, face.value, SIZE, A4[0] - 2 * MARGIN):
            if y < MARGIN:
                if y:
                    canvas.showPage()
                y = A4[1] - MARGIN
            canvas.setFont(face.value, SIZE)
            canvas.drawString(MARGIN, y, text)
            y -= LEADING
    canvas.save()
    return file.getvalue()


def _read_back(data: bytes) -> Row:
    ours, others = _alternating(lambda: read_with_pdfium(data), lambda: read_with_pypdf(data))
    both = [one + other for one, other in zip(ours, others, strict=True)]
    took = statistics.median(both)
    return Row(
        what="reading two pages back",
        ours=f"{took:.1f} ms",
        against="PDFium + pypdf",
        reference=f"{statistics.median(ours):.1f} + {statistics.median(others):.1f} ms",
        ratio="",
        goal=f"<= {READ_BACK_MS:g} ms",
        holds=took <= READ_BACK_MS,
    )


async def _generation(directory: Path) -> Row:
    """All five stages offline, with the file and what two readers get back from it; no database."""
    profile, job, options = a_nurse(), a_full_job(), Options()
    settings = Settings(data_dir=directory / "paper", _env_file=None)
    async with compose_engine(settings) as (tailor, _):
        made = await tailor.tailor(profile, job, options, today=TODAY)
        if made.finished is None:
            raise RuntimeError("the generation was not finished")
        whole, alone = [], []
        for _ in range(WARM + ROUNDS):
            whole.append(await _timed(tailor.tailor(profile, job, options, today=TODAY)))
            alone.append(await _timed(asyncio.to_thread(render_pdf, made.checked.content, options.layout)))
    goal = Goal(15, at_most=True)
    what = "a whole generation"
    return compared(what, whole[WARM:], "its PDF alone", alone[WARM:], unit="ms", goal=goal)


async def _timed(work: Any) -> float:
    began = time.perf_counter()
    await work
    return (time.perf_counter() - began) * 1000


def _alternating(ours: Callable[[], Any], theirs: Callable[[], Any]) -> tuple[list[float], list[float]]:
    """Milliseconds of each, warm, one after the other in every round."""
    measured: tuple[list[float], list[float]] = ([], [])
    for n in range(WARM + ROUNDS):
        for work, taken in zip((ours, theirs), measured, strict=True):
            began = time.perf_counter()
            work()
            if n >= WARM:
                taken.append((time.perf_counter() - began) * 1000)
    return measured
