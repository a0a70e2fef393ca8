"""What we draw, two readers that know nothing of us give back whole and in order."""

from collections.abc import Callable

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from app.domain.documents.content import DocumentContent
from app.domain.documents.ports import Layout, Paper
from app.domain.documents.readback import ReadBackReceipt, read_back
from app.infrastructure.extraction.pdfium import read_with_pdfium
from app.infrastructure.extraction.pypdf import read_with_pypdf
from app.infrastructure.pdf.generator import render_pdf
from app.infrastructure.pdf.template import DESIGNS
from tests.builders.documents import a_document, a_header, an_entry, bullets, entries, paragraphs
from tests.builders.resumes import EVERY_RESUME


def receipt_for(content: DocumentContent, layout: Layout) -> ReadBackReceipt:
    data = render_pdf(content, layout).data
    return read_back(content, [read_with_pdfium(data), read_with_pypdf(data)])


@pytest.mark.parametrize("template", DESIGNS)
@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("make", EVERY_RESUME.values(), ids=EVERY_RESUME.keys())
def test_every_resume_reads_back_whole_and_in_order(
    make: Callable[[], DocumentContent], paper: Paper, template: str
) -> None:
    receipt = receipt_for(make(), Layout(template=template, paper=paper))

    assert receipt.losses == ()
    assert receipt.recall == 1.0
    assert receipt.in_order
    assert len(receipt.readings) == 2


@pytest.mark.parametrize("page_break", range(1, 60, 2))
def test_statements_read_back_wherever_the_page_breaks(page_break: int) -> None:
    filler = tuple(f"Filler {n} to move the rest down." for n in range(page_break))
    statement = "This statement is long enough for several rows, so that a page may end within it. " * 4
    content = a_document(
        bullets("Before", *filler), bullets("After", *(f"{n}: {statement}" for n in range(6)))
    )

    assert receipt_for(content, Layout()).losses == ()


# Upper and lower case of Latin with its neighbours, of Greek and of Cyrillic.
_LETTERS = st.characters(
    categories=("Ll", "Lu", "Nd"),
    include_characters="-,.&/()",
    max_codepoint=0x24F,
) | st.characters(categories=("Ll", "Lu"), min_codepoint=0x386, max_codepoint=0x45F)
_word = st.text(_LETTERS, min_size=1, max_size=14)
_phrase = st.lists(_word, min_size=2, max_size=30).map(" ".join)
# PDFium tells rows from columns by the longer rows of a page: a page of single letters has none.
_ROW = "A sentence as long as a page is wide, which every real resume has somewhere between its shorter ones."


@settings(max_examples=40, deadline=None, derandomize=True, phases=[Phase.generate])
@given(
    name=_phrase,
    title=_phrase,
    place=_phrase,
    dates=_phrase,
    statements=st.lists(_phrase, min_size=1, max_size=8),
)
def test_whatever_the_words_they_read_back(
    name: str, title: str, place: str, dates: str, statements: list[str]
) -> None:
    content = a_document(
        paragraphs("Profile", _ROW, *statements),
        entries(
            "Work", an_entry(title, place, place, dates, bullets=tuple(statements), details=(title, dates))
        ),
        header=a_header(name, title),
    )

    assert receipt_for(content, Layout()).losses == ()
