"""Files that are odd but honest: each is read, and says what its author wrote."""

from collections.abc import Iterator
from io import BytesIO

import docx
import pypdf
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from reportlab.lib.colors import Color, white
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from tests.builders.hostile_archives import W, body, packed, relation, word
from tests.builders.hostile_pdfs import a_pdf, paged, said

SAID = "Ada Quay, warden"
"""What every one of them says."""
Odd = Iterator[tuple[str, bytes]]


def odd_files() -> Odd:
    yield from _pdfs()
    yield from _words()
    yield from _texts()
    yield from _others()


def drawn(draw: "object", size: tuple[float, float] = A4) -> bytes:
    file = BytesIO()
    canvas = Canvas(file, pagesize=size, invariant=True)
    draw(canvas)  # type: ignore[operator]
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def _pdfs() -> Odd:
    whole = a_pdf(SAID)
    yield "junk before a PDF's head", b"\r\n\r\nContent-Type: application/pdf\r\n\r\n" + whole
    yield "a PDF of version 1.0", whole.replace(b"%PDF-1.3", b"%PDF-1.0")
    yield "line ends after a PDF's end", whole + b"\r\n" * 300 + b"\0" * 900
    yield "a PDF without its table", whole[: whole.rfind(b"xref")]
    yield "a PDF with empty pages", _with_empty_pages(whole)
    yield "a page on its side", _turned(90, b"0 1 -1 0 300 60")
    yield "a page on its other side", _turned(270, b"0 -1 1 0 300 700")
    yield "a page upside down", _turned(180, b"-1 0 0 -1 500 700")
    yield "a landscape page", drawn(lambda c: c.drawString(60, 400, SAID), landscape(A4))
    yield "white letters on a dark bar", drawn(_on_a_bar)
    yield "letters over a picture of a wash", drawn(_on_a_wash)
    yield "letters drawn twice to be bold", drawn(_twice)
    yield "a page that does not begin at nought", paged(said(), page=b"/CropBox[10 10 580 800]")
    yield "a PDF that its owner locked against printing", _for_reading_only(whole)


def _with_empty_pages(whole: bytes) -> bytes:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(595, 842)
    writer.append(BytesIO(whole))
    writer.add_blank_page(595, 842)
    return _written(writer)


def _turned(degrees: int, matrix: bytes) -> bytes:
    """As a scanner or a phone leaves it: the page is turned, and the letters against it."""
    lines = b"BT /F 12 Tf %s Tm (Ada Quay, warden) Tj 0 -14 Td (of the harbour) Tj ET" % matrix
    return paged(lines, page=b"/Rotate %d" % degrees)


def _for_reading_only(whole: bytes) -> bytes:
    writer = pypdf.PdfWriter(BytesIO(whole))
    writer.encrypt("", owner_password="owner", algorithm="RC4-128")
    return _written(writer)


def _written(writer: pypdf.PdfWriter) -> bytes:
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def _on_a_bar(canvas: Canvas) -> None:
    canvas.setFillColor(Color(0.1, 0.1, 0.3))
    canvas.rect(0, 700, 595, 142, fill=1, stroke=0)
    canvas.setFillColor(white)
    canvas.drawString(60, 760, SAID)


def _on_a_wash(canvas: Canvas) -> None:
    canvas.linearGradient(0, 0, 595, 0, (Color(0, 0, 0.4), Color(0, 0.4, 0.4)))
    canvas.setFillColor(white)
    canvas.drawString(60, 760, SAID)


def _twice(canvas: Canvas) -> None:
    canvas.drawString(60, 760, SAID)
    canvas.drawString(60.3, 760, SAID)


def _words() -> Odd:
    runs = "".join(f"<w:r><w:t xml:space='preserve'>{letter}</w:t></w:r>" for letter in SAID)
    yield "a run for every letter", word(body(f"<w:p>{runs}</w:p>"))
    yield (
        "strict Open XML",
        word(body().replace(W.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main")),
    )
    yield (
        "a link to somewhere",
        word(word___rels__document_dot_xml_dot_rels=relation("hyperlink", "https://quay.example")),
    )
    yield (
        "a picture from elsewhere",
        word(word___rels__document_dot_xml_dot_rels=relation("image", "http://127.0.0.1:9/p.png")),
    )
    yield (
        "an empty file's worth of parts",
        word(customXml__item1_dot_xml=b"<a/>", docProps__app_dot_xml=b"<p/>"),
    )
    yield "a byte mark before the XML", word(b"\xef\xbb\xbf" + body())
    yield (
        "parts that are not packed",
        packed({"[Content_Types].xml": b"<Types/>", "word/document.xml": body()}, method=0),
    )
    gone = "<w:del><w:r><w:delText>No</w:delText></w:r></w:del>"
    inserted = f"<w:p><w:ins><w:r><w:t>{SAID}</w:t></w:r></w:ins>{gone}</w:p>"
    yield "tracked changes", word(body(inserted))
    yield "a name in the page's head", _saved(_in_the_head)
    yield "all in a table", _saved(_in_a_table)
    yield "all in a box", _saved(_in_a_box)


def _saved(make: "object") -> bytes:
    document, file = docx.Document(), BytesIO()
    make(document)  # type: ignore[operator]
    document.save(file)
    return file.getvalue()


def _in_the_head(document: Document) -> None:
    document.sections[0].header.paragraphs[0].text = SAID
    document.add_paragraph("Harbour")


def _in_a_table(document: Document) -> None:
    document.add_table(2, 2).cell(1, 1).text = SAID


def _in_a_box(document: Document) -> None:
    run = document.add_paragraph("Harbour").add_run()._r
    box, paragraph, inner, text = (OxmlElement(n) for n in ("w:txbxContent", "w:p", "w:r", "w:t"))
    text.text = SAID
    inner.append(text)
    paragraph.append(inner)
    box.append(paragraph)
    run.append(box)
    run.set(qn("w:rsidR"), "00000001")


def _texts() -> Odd:
    text = f"Zoë Ångström\r\n{SAID}\r\n"
    yield "text with a byte mark", b"\xef\xbb\xbf" + text.encode()
    yield "UTF-16 with a mark", text.encode("utf-16")
    yield "UTF-16 without one", text.encode("utf-16-le")
    yield "UTF-16 the other way round", text.encode("utf-16-be")
    yield "Windows-1252", text.encode("cp1252")
    yield "line ends of an old Macintosh", text.replace("\r\n", "\r").encode()
    yield "a very long line", (f"{SAID} " * 12_000).encode()
    yield "page breaks", f"one\f{SAID}".encode()
    yield "an end mark of DOS", f"{SAID}\x1a".encode()
    yield "one line", SAID.encode()
    yield "right to left", f"عدا كاي\n{SAID}".encode()


def _others() -> Odd:
    yield (
        "rich text",
        b"{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}\\f0 Ada Quay, warden\\par caf\\'e9}",
    )
    yield "rich text in Unicode", b"{\\rtf1\\ansi\\uc1 Ada Quay, warden \\u1046?\\u8364?\\par}"
    yield "rich text with a picture", b"{\\rtf1{\\pict\\pngblip 89504e47}Ada Quay, warden}"
    yield "OpenDocument", packed({
        "mimetype": b"application/vnd.oasis.opendocument.text",
        "content.xml": (
            b'<o:document-content xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
            b'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><o:body>'
            b'<text:p>Ada<text:s/>Quay,<text:s text:c="1"/>warden</text:p>'
            b"</o:body></o:document-content>"
        ),
    })  # fmt: skip
