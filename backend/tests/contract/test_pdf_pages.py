"""How the pages are set: nothing outside the margins, nothing left alone at a page's end."""

from collections.abc import Callable

import pypdfium2
import pytest

from app.domain.documents.content import DocumentContent
from app.domain.documents.ports import Layout, Paper
from app.infrastructure.looks import LOOKS
from app.infrastructure.pdf.flow import blocks_of
from app.infrastructure.pdf.generator import render_pdf
from app.infrastructure.pdf.pages import Page, paginated
from app.infrastructure.pdf.template import design_for
from app.infrastructure.pdf.typefaces import Ink
from tests.builders.documents import a_document, an_entry, bullets, entries
from tests.builders.resumes import EVERY_RESUME, sixty_bullets, two_pages
from tests.contract.printing import printed

CLASSIC = design_for(Layout())
SIZES = {Paper.A4: (595.3, 841.9), Paper.LETTER: (612, 792)}


def boxes(data: bytes) -> list[tuple[float, float, float, float]]:
    """Left, bottom, right and top of everything drawn as text."""
    with pypdfium2.PdfDocument(data) as pdf:
        texts = [page.get_textpage() for page in pdf]
        return [
            text.get_charbox(n)
            for text in texts
            for n in range(text.count_chars())
            if text.get_text_range(n, 1).strip()
        ]


@pytest.mark.parametrize("template", LOOKS)
@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("make", EVERY_RESUME.values(), ids=EVERY_RESUME.keys())
def test_no_text_stands_outside_the_margins(
    make: Callable[[], DocumentContent], paper: Paper, template: str
) -> None:
    width, height = SIZES[paper]
    margins = LOOKS[template].margins

    drawn = boxes(printed(make(), Layout(template=template, paper=paper)).data)

    assert min(box[0] for box in drawn) >= margins.left - 1.5  # an italic letter leans out a little
    assert min(box[1] for box in drawn) >= margins.bottom - 1
    assert max(box[2] for box in drawn) <= width - margins.right + 1
    assert max(box[3] for box in drawn) <= height - margins.top + 1


def pages_of(content: DocumentContent, height: float = 746) -> list[Page]:
    return paginated(blocks_of(content, CLASSIC, 487, Ink()), height)


def a_career(filler: int) -> DocumentContent:
    statement = (
        "Kept a long record of everything that the ship used on its way, in ink and in good order. " * 2
    )
    posts = [
        an_entry(
            f"Post {n}",
            "Line",
            "Sea",
            "2001",
            text="In short.",
            bullets=("Short.", statement * (n % 3 + 1), "Short."),
        )
        for n in range(12)
    ]
    first = bullets("Before", *(f"Filler {n}." for n in range(filler)))
    return a_document(first, entries("Sailing", *posts[:6]), entries("Landing", *posts[6:]))


@pytest.mark.parametrize("filler", range(40))
def test_no_heading_ends_a_page(filler: int) -> None:
    for page in pages_of(a_career(filler))[:-1]:
        assert not page.placed[-1].block.keep_next


@pytest.mark.parametrize("filler", range(40))
def test_no_row_of_a_statement_stands_alone_on_a_page(filler: int) -> None:
    for page in pages_of(a_career(filler)):
        for placed in page.placed:
            assert len(placed.rows) >= min(2, len(placed.block.rows))


@pytest.mark.parametrize("filler", range(40))
def test_no_page_overflows(filler: int) -> None:
    assert all(page.used <= 746.01 for page in pages_of(a_career(filler)))


def test_a_statement_longer_than_a_page_goes_on_over_as_many_as_it_needs() -> None:
    content = a_document(bullets("Saga", "and then the wind turned again " * 900))

    pages = pages_of(content)

    assert len(pages) > 2
    assert all(page.used <= 746.01 for page in pages)


def test_a_heading_higher_than_a_page_ends_too() -> None:
    content = a_document(entries("Titles", an_entry("Very " * 4000, bullets=("And a statement.",))))

    assert len(pages_of(content)) > 2


def test_a_last_page_of_a_few_rows_is_spared() -> None:
    content = next(
        a_document(bullets("Things", *(f"Thing {n} was done." for n in range(count))))
        for count in range(30, 60)
        if len(
            pages_of(a_document(bullets("Things", *(f"Thing {n} was done." for n in range(count)))), 745.9)
        )
        == 2
    )

    assert render_pdf(content, Layout()).pages == 1


@pytest.mark.parametrize("paper", Paper)
def test_pages_have_the_size_of_the_paper(paper: Paper) -> None:
    with pypdfium2.PdfDocument(render_pdf(two_pages(), Layout(paper=paper)).data) as pdf:
        assert pdf[0].get_size() == pytest.approx(SIZES[paper], abs=0.1)


def test_sixty_statements_take_several_pages() -> None:
    assert render_pdf(sixty_bullets(), Layout()).pages == 3
