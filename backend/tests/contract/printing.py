"""Documents printed and read back as the press does it, without the doors."""

from app.domain.documents.arranging import arranged, in_capitals
from app.domain.documents.content import DocumentContent
from app.domain.documents.ports import Layout, RenderedPDF
from app.domain.documents.readback import ReadBackReceipt, read_back
from app.infrastructure.docx.renderer import to_docx
from app.infrastructure.extraction.docx import read_docx
from app.infrastructure.extraction.docx_xml import read_docx_xml
from app.infrastructure.extraction.pdfium import read_with_pdfium
from app.infrastructure.extraction.pypdf import read_with_pypdf
from app.infrastructure.extraction.text import read_text
from app.infrastructure.looks import LOOKS
from app.infrastructure.pdf.generator import render_pdf
from app.infrastructure.text.plain import to_text


def printed(content: DocumentContent, layout: Layout) -> RenderedPDF:
    setting = arranged(content, layout, LOOKS[layout.template].template, capitals=True)
    return render_pdf(setting.content, layout)


def read(content: DocumentContent, layout: Layout) -> tuple[RenderedPDF, ReadBackReceipt]:
    setting = arranged(content, layout, LOOKS[layout.template].template, capitals=True)
    pdf = render_pdf(setting.content, layout)
    texts = [read_with_pdfium(pdf.data), read_with_pypdf(pdf.data)]
    return pdf, read_back(setting.titled, texts, setting.order_in(pdf.order))


def receipt_for(content: DocumentContent, layout: Layout) -> ReadBackReceipt:
    return read(content, layout)[1]


def word_receipt(content: DocumentContent, layout: Layout) -> ReadBackReceipt:
    setting = arranged(content, layout, LOOKS[layout.template].template)
    data = to_docx(setting.content, layout)
    return read_back(setting.titled, [read_docx(data), read_docx_xml(data)], setting.order)


def text_receipt(content: DocumentContent, layout: Layout) -> ReadBackReceipt:
    setting = arranged(content, layout, LOOKS[layout.template].template)
    data = to_text(setting.content).encode()
    return read_back(in_capitals(setting.titled), [read_text(data)], setting.order)


def assert_whole(content: DocumentContent, layout: Layout, *, pages: int = 1) -> None:
    """Both readers get all of it, in order, and it takes so many pages at least."""
    pdf, receipt = read(content, layout)

    assert pdf.pages >= pages
    assert pdf.notes == ()
    assert receipt.losses == ()
    assert receipt.in_order
    assert [reading.recall for reading in receipt.readings] == [1.0, 1.0]
