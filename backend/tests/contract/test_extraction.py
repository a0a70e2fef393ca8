import re
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pypdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from app.domain.documents.errors import FileUnreadable
from app.domain.documents.ports import ExtractedText, ITextExtractor, Layout
from app.infrastructure.cpu import CpuDoor
from app.infrastructure.docx.renderer import to_docx
from app.infrastructure.extraction.child.reading import read
from app.infrastructure.extraction.docx import DocxExtractor, read_docx
from app.infrastructure.extraction.docx_xml import DocxXmlExtractor, read_docx_xml
from app.infrastructure.extraction.pdfium import PdfiumExtractor
from app.infrastructure.extraction.pypdf import PypdfExtractor, read_with_pypdf
from app.infrastructure.extraction.text import read_text
from app.infrastructure.pdf.generator import render_pdf
from app.infrastructure.pdf.pictures import FOLDER, picture_name
from tests.builders.resumes import one_page, two_pages

PDF_READERS = [PdfiumExtractor, PypdfExtractor]
WORD_READERS = [DocxExtractor, DocxXmlExtractor]
READERS = [*PDF_READERS, *WORD_READERS]


Read = Callable[[bytes], ExtractedText]
_BODY = b"<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body><w:p>"


def body_of(paragraph: bytes) -> bytes:
    return _BODY + paragraph + b"</w:p></w:body></w:document>"


def with_body(xml: bytes) -> bytes:
    """A Word document that is whole but for its text."""
    whole, file = to_docx(one_page(), Layout()), BytesIO()
    with ZipFile(BytesIO(whole)) as packed, ZipFile(file, "w") as changed:
        for name in packed.namelist():
            changed.writestr(name, xml if name == "word/document.xml" else packed.read(name))
    return file.getvalue()


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


@pytest.mark.parametrize(
    ("reader", "name"), [(DocxExtractor, "python-docx "), (DocxXmlExtractor, "expat ")], ids=["docx", "xml"]
)
async def test_a_word_document_is_read_paragraph_by_paragraph(
    reader: type[DocxExtractor | DocxXmlExtractor], name: str
) -> None:
    async with CpuDoor(workers=1) as door:
        text = await reader(door).extract(to_docx(one_page(), Layout()))

    assert text.extractor.startswith(name)
    assert "Kept three sourdoughs alive and ran the stone oven." in text.pages[0].splitlines()


@pytest.mark.parametrize("read", [read_docx, read_docx_xml])
def test_text_in_a_word_document_s_tables_is_read_too(read: Read) -> None:
    document = docx.Document()
    document.add_paragraph("before")
    document.add_table(1, 2).cell(0, 1).text = "within"
    document.add_paragraph("after")
    file = BytesIO()
    document.save(file)

    assert read(file.getvalue()).pages[0].split() == ["before", "within", "after"]


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


@pytest.mark.parametrize("read", [read_docx, read_docx_xml])
def test_a_word_document_without_its_parts_is_refused(read: Read) -> None:
    file = BytesIO()
    with ZipFile(file, "w") as packed:
        packed.writestr("word/document.xml", "<broken")

    with pytest.raises(FileUnreadable):
        read(file.getvalue())


@pytest.mark.parametrize("read", [read_docx, read_docx_xml])
def test_a_word_document_with_broken_xml_is_refused(read: Read) -> None:
    with pytest.raises(FileUnreadable):
        read(with_body(b"<broken"))


@pytest.mark.parametrize("read", [read_docx, read_docx_xml])
def test_a_word_document_that_unpacks_to_too_much_is_refused(read: Read) -> None:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", bytes(60_000_000))

    with pytest.raises(FileUnreadable, match="more than we read"):
        read(file.getvalue())


def test_a_foreign_word_document_with_a_broken_header_is_read_for_its_text() -> None:
    document = docx.Document()
    document.add_paragraph("Quay Warden")
    document.sections[0].header.paragraphs[0].text = "page"
    file = BytesIO()
    document.save(file)
    with ZipFile(file) as packed:
        links = packed.read("word/_rels/document.xml.rels")
        parts = {name: packed.read(name) for name in packed.namelist()}
    parts["word/_rels/document.xml.rels"] = re.sub(rb'<Relationship [^>]*header1.xml"[^>]*/>', b"", links)
    broken = BytesIO()
    with ZipFile(broken, "w") as packed:
        for name, data in parts.items():
            packed.writestr(name, data)

    with pytest.raises(FileUnreadable):
        read_docx(broken.getvalue())
    assert read(broken.getvalue())["text"].split() == ["page", "Quay", "Warden"]


def test_entities_of_a_word_document_are_not_expanded() -> None:
    bomb = b'<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>' + body_of(b"<w:t>&b;</w:t>")

    with pytest.raises(FileUnreadable):
        read_docx_xml(with_body(bomb))


def test_what_a_word_document_does_not_show_is_not_read() -> None:
    deleted = b"<w:del><w:r><w:delText>gone</w:delText><w:t>gone</w:t></w:r></w:del>"
    field = b"<w:r><w:instrText>HYPERLINK</w:instrText></w:r>"
    tabs = b"<w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>"
    said = b"<w:r><w:t>Quay</w:t><w:tab/><w:t>Warden</w:t><w:noBreakHyphen/><w:br/></w:r>"
    other = b"<a:t xmlns:a='urn:other'>no</a:t>"

    read = read_docx_xml(with_body(body_of(tabs + deleted + field + said + other)))

    assert read.pages == ("Quay\tWarden-\n\n",)


def test_a_word_document_says_what_it_is_beside_its_text() -> None:
    facts = read_docx(to_docx(two_pages(), Layout())).file

    assert facts is not None
    assert (facts.title, facts.author, facts.language) == ("Marta Lindqvist", "Marta Lindqvist", "en")
    assert facts.headings is not None
    assert {section.title for section in two_pages().sections} <= set(facts.headings)
    assert (facts.aside, facts.pictures) == ((), 0)


def test_what_stands_beside_the_text_of_a_word_document_is_said() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "ada@example.com"
    document.add_table(1, 1).cell(0, 0).text = "Quay Warden"
    document.add_picture(str(FOLDER / picture_name("classic", letter=False)))
    file = BytesIO()
    document.save(file)

    facts = read_docx(file.getvalue()).file

    assert facts is not None
    assert facts.aside == ("ada@example.com", "Quay Warden")
    assert facts.pictures == 1


def test_a_pdf_says_what_it_is_beside_its_text() -> None:
    data = render_pdf(two_pages(), Layout()).data

    facts = read_with_pypdf(data).file

    assert facts is not None
    assert (facts.pages, facts.size, facts.pictures) == (2, len(data), 0)
    assert facts.author == "Marta Lindqvist"
    assert (facts.title or "").startswith("Marta Lindqvist - ")
    assert (facts.language, facts.locked, facts.mute_fonts) == ("en", False, ())


def test_pictures_and_fonts_without_letters_are_found_in_a_pdf() -> None:
    file = BytesIO()
    canvas = Canvas(file)
    canvas.setFont("ZapfDingbats", 12)
    canvas.drawString(50, 50, "abc")
    canvas.drawImage(str(FOLDER / picture_name("classic", letter=False)), 0, 100)
    canvas.save()

    facts = read_with_pypdf(file.getvalue()).file

    assert facts is not None
    assert facts.pictures == 1
    assert facts.mute_fonts == ("ZapfDingbats",)


def test_text_is_decoded_and_nothing_else_is() -> None:
    assert read_text("\ufeffJosé\n".encode()).pages == ("José\n",)
    for data in (b"Jos\xe9", b"a\0b", bytes([0xFF, 0xFE, 0x41])):
        with pytest.raises(FileUnreadable, match="as text"):
            read_text(data)
