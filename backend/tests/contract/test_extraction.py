from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pypdf
import pytest

from app.domain.documents.errors import FileUnreadable
from app.domain.documents.ports import ITextExtractor, Layout
from app.infrastructure.cpu import CpuDoor
from app.infrastructure.docx.renderer import to_docx
from app.infrastructure.extraction.docx import DocxExtractor, read_docx
from app.infrastructure.extraction.pdfium import PdfiumExtractor
from app.infrastructure.extraction.pypdf import PypdfExtractor
from app.infrastructure.pdf.generator import render_pdf
from tests.builders.resumes import one_page, two_pages

PDF_READERS = [PdfiumExtractor, PypdfExtractor]
READERS = [*PDF_READERS, DocxExtractor]


def locked(data: bytes) -> bytes:
    writer = pypdf.PdfWriter(BytesIO(data))
    writer.encrypt("secret", algorithm="RC4-128")
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


@pytest.mark.parametrize("reader", PDF_READERS)
async def test_a_pdf_is_read_page_by_page(reader: type[PdfiumExtractor | PypdfExtractor]) -> None:
    async with CpuDoor(workers=1) as door:
        text = await reader(door).extract(render_pdf(two_pages(), Layout()).data)

    assert len(text.pages) == 2
    assert text.pages[0].startswith("Marta Lindqvist")
    assert text.pages[1].rstrip().endswith("Tuesday evenings.")


async def test_readers_give_their_name_and_version() -> None:
    data = render_pdf(one_page(), Layout()).data
    async with CpuDoor(workers=1) as door:
        names = [(await reader(door).extract(data)).extractor for reader in PDF_READERS]

    assert [name.split()[0] for name in names] == ["pdfium", "pypdf"]
    assert all(name.split()[1][0].isdigit() for name in names)


async def test_a_word_document_is_read_paragraph_by_paragraph() -> None:
    async with CpuDoor(workers=1) as door:
        text = await DocxExtractor(door).extract(to_docx(one_page(), Layout()))

    assert text.extractor.startswith("python-docx ")
    assert "Kept three sourdoughs alive and ran the stone oven." in text.pages[0].splitlines()


def test_text_in_a_word_document_s_tables_is_read_too() -> None:
    document = docx.Document()
    document.add_paragraph("before")
    document.add_table(1, 2).cell(0, 1).text = "within"
    document.add_paragraph("after")
    file = BytesIO()
    document.save(file)

    assert read_docx(file.getvalue()).pages[0].split() == ["before", "within", "after"]


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    "data",
    [b"", b"hello", b"%PDF-1.7\n", b"PK\x03\x04 not a zip", bytes(1000)],
    ids=["empty", "text", "head", "zip", "nul"],
)
async def test_what_is_no_such_file_is_refused_in_plain_words(
    reader: type[ITextExtractor], data: bytes
) -> None:
    async with CpuDoor(workers=1) as door:
        with pytest.raises(FileUnreadable, match="read"):
            await reader(door).extract(data)  # type: ignore[call-arg]


@pytest.mark.parametrize("reader", PDF_READERS)
async def test_a_locked_pdf_is_refused(reader: type[PdfiumExtractor | PypdfExtractor]) -> None:
    async with CpuDoor(workers=1) as door:
        with pytest.raises(FileUnreadable):
            await reader(door).extract(locked(render_pdf(one_page(), Layout()).data))


def test_a_word_document_without_its_parts_is_refused() -> None:
    file = BytesIO()
    with ZipFile(file, "w") as packed:
        packed.writestr("word/document.xml", "<broken")

    with pytest.raises(FileUnreadable):
        read_docx(file.getvalue())


def test_a_word_document_with_broken_xml_is_refused() -> None:
    whole, file = to_docx(one_page(), Layout()), BytesIO()
    with ZipFile(BytesIO(whole)) as packed, ZipFile(file, "w") as broken:
        for name in packed.namelist():
            broken.writestr(name, "<broken" if name == "word/document.xml" else packed.read(name))

    with pytest.raises(FileUnreadable):
        read_docx(file.getvalue())


def test_a_word_document_that_unpacks_to_too_much_is_refused() -> None:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", bytes(60_000_000))

    with pytest.raises(FileUnreadable, match="more than we read"):
        read_docx(file.getvalue())
