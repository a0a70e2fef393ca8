"""PDF files that mean harm, or are broken, each built by code. No one of them came from anywhere."""

import zlib
from collections.abc import Iterator
from io import BytesIO

import pypdf
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

Hostile = Iterator[tuple[str, bytes]]


def a_pdf(*lines: str, pages: int = 1) -> bytes:
    file = BytesIO()
    canvas = Canvas(file, pagesize=A4, invariant=True)
    for _ in range(pages):
        for n, line in enumerate(lines or ("Ada Quay", "ada@quay.example", "Harbour warden")):
            canvas.drawString(60, 780 - 14 * n, line)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def raw_pdf(*objects: bytes, root: int = 1, head: bytes = b"%PDF-1.7\n") -> bytes:
    """With these objects, numbered from one, and a table that is right."""
    out, places = bytearray(head), []
    for n, each in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (n, each)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, root, table)
    return bytes(out)


PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def paged(
    content: bytes, *more: bytes, catalog: bytes = b"", page: bytes = b"", filters: bytes = b""
) -> bytes:
    """One page that draws `content`; `more` are objects from 6 on."""
    packed = b"/Filter" + filters if filters else b""
    return raw_pdf(
        b"<</Type/Catalog/Pages 2 0 R%s>>" % catalog,
        PAGES,
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R"
        b"/Resources<</Font<</F 4 0 R>>/XObject<</X 6 0 R>>>>%s>>" % page,
        FONT,
        b"<</Length %d%s>>stream\n%s\nendstream" % (len(content), packed, content),
        *more,
    )


def said(text: bytes = b"Ada Quay, warden") -> bytes:
    return b"BT /F 12 Tf 60 700 Td (%s) Tj ET" % text


def deflated(data: bytes, times: int = 1) -> bytes:
    for _ in range(times):
        data = zlib.compress(data, 9)
    return data


def locked(password: str = "secret") -> bytes:
    writer = pypdf.PdfWriter(BytesIO(a_pdf()))
    writer.encrypt(password, algorithm="RC4-128")
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def with_attachment() -> bytes:
    writer = pypdf.PdfWriter(BytesIO(a_pdf()))
    writer.add_attachment("../../etc/\x01evil.exe", b"MZ" + bytes(100))
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def with_script() -> bytes:
    names = (
        b"/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS(app.launchURL\\('http://127.0.0.1:9/'\\))>>]>>>>"
    )
    return paged(said(), catalog=names)


def hidden_in_objects(said_there: bytes) -> bytes:
    """The same in a packed stream of objects, where no search of the bytes finds it."""
    body = deflated(b"9 0 " + said_there)
    stream = b"<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>stream\n%s\nendstream"
    return paged(said(), b"null", stream % (len(body), body))


def acting(canary: str) -> Hostile:
    """What runs, starts, sends or fetches something when the file is opened."""
    address = canary.encode()
    yield "script in the names", with_script()
    yield "script on opening", paged(said(), catalog=b"/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>")
    yield "script under another spelling", paged(said(), catalog=b"/OpenAction<</S/J#61vaScript/J#53(1)>>")
    yield "script on a page", paged(said(), page=b"/AA<</O<</S/JavaScript/JS(1)>>>>")
    yield "script in packed objects", hidden_in_objects(b"<</S/JavaScript/JS(1)>>")
    yield "program that is started", paged(said(), catalog=b"/OpenAction<</S/Launch/F(cmd.exe)>>")
    yield (
        "program behind a link",
        paged(
            said(), page=b"/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 600 800]/A<</S/Launch/F(/bin/sh)>>>>]"
        ),
    )
    yield "form that is sent", paged(said(), catalog=b"/OpenAction<</S/SubmitForm/F(%s)>>" % address)
    yield "data that is fetched", paged(said(), catalog=b"/OpenAction<</S/ImportData/F(%s)>>" % address)
    yield "form in XML", paged(said(), catalog=b"/AcroForm<</XFA(<xdp/>)/Fields[]>>")
    yield "film", paged(said(), page=b"/Annots[<</Subtype/RichMedia/Rect[0 0 9 9]>>]")
    yield "attachment", with_attachment()
    yield (
        "attachment to a page",
        paged(said(), page=b"/Annots[<</Subtype/FileAttachment/FS<</Type/Filespec/F(a)/EF<</F 5 0 R>>>>>>]"),
    )


def broken() -> Hostile:
    whole = a_pdf()
    yield "only its head", b"%PDF-1.7\n"
    yield "half of it", whole[: len(whole) // 5]
    yield "noise behind its head", b"%PDF-1.7\n" + bytes(range(256)) * 50
    yield "no pages", raw_pdf(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>")
    yield (
        "count of pages that is not so",
        raw_pdf(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 2147483647>>"),
    )
    yield (
        "pages below themselves",
        raw_pdf(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 5>>"),
    )
    yield "root that is itself", raw_pdf(b"1 0 R")
    yield "table in a ring", b"%PDF-1.4\nxref\n0 0\ntrailer\n<</Root 1 0 R/Prev 9>>\nstartxref\n9\n%%EOF"
    yield "table of a thousand million", b"%PDF-1.4\nxref\n0 999999999\ntrailer\n<<>>\nstartxref\n9\n%%EOF"
    yield "length that is itself", raw_pdf(
        b"<</Type/Catalog/Pages 2 0 R>>", PAGES, b"<</Type/Page/Parent 2 0 R/Contents 4 0 R>>",
        b"<</Length 4 0 R>>stream\n\nendstream",
    )  # fmt: skip
    yield "length that lies", raw_pdf(
        b"<</Type/Catalog/Pages 2 0 R>>", PAGES, b"<</Type/Page/Parent 2 0 R/Contents 4 0 R>>",
        b"<</Length 4294967295>>stream\nBT\nendstream",
    )  # fmt: skip
    yield "arrays within arrays", b"%PDF-1.7\n1 0 obj\n" + b"[" * 200_000 + b"\nendobj\n%%EOF"
    yield "locked", locked()


def floods() -> Hostile:
    """Small files that make much work."""
    yield "five thousand pages", a_pdf("x", pages=5000)
    spaces = deflated(b" " * 60_000_000, 2)
    yield "stream in a stream", paged(spaces, filters=b"[/FlateDecode/FlateDecode]")
    much = deflated(b"q " * 30_000_000)
    yield "sixty million operators", paged(much, filters=b"/FlateDecode")
    forms = b"/X Do " * 12
    nest = [
        b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length %d"
        b"/Resources<</XObject<</X %d 0 R>>>>>>stream\n%s\nendstream" % (len(forms), n + 1, forms)
        for n in range(6, 18)
    ]
    yield "forms within forms", paged(forms, *nest)
    itself = b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 5/Resources<</XObject<</X 6 0 R>>>>>>"
    yield "form that draws itself", paged(b"/X Do", itself + b"stream\n/X Do\nendstream")
    pixels = deflated(bytes(1_000_000))
    yield "picture of ten thousand million points", paged(
        b"q 600 0 0 800 0 0 cm /X Do Q",
        b"<</Type/XObject/Subtype/Image/Width 100000/Height 100000/BitsPerComponent 8/ColorSpace/DeviceRGB"
        b"/Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(pixels), pixels),
    )  # fmt: skip
    boxes = deflated(b"".join(b"%d %d 1 1 re f " % (n % 590, n % 830) for n in range(400_000)))
    yield "four hundred thousand boxes", paged(boxes, filters=b"/FlateDecode")


def unseen() -> Hostile:
    """Nothing for an eye: what is only there for machines is not read."""
    yield "white on white", paged(b"1 1 1 rg " + said())
    yield "not drawn", paged(b"BT 3 Tr /F 12 Tf 60 700 Td (Ada Quay) Tj ET")
    yield "a tenth of a point", paged(b"BT /F 0.1 Tf 60 700 Td (Ada Quay) Tj ET")
    yield "off the page", paged(b"BT /F 12 Tf 60 1700 Td (Ada Quay) Tj ET")
    yield "on its side", paged(b"BT /F 12 Tf 0 1 -1 0 60 400 Tm (Ada Quay) Tj ET")
    yield "black on black", paged(b"0 0 0 rg 0 0 595 842 re f 0.01 g " + said())
    yield "nothing drawn", paged(b"")


def polyglots(archive: bytes) -> Hostile:
    whole = a_pdf()
    yield "PDF and ZIP", whole + archive
    yield "ZIP and PDF", b"PK\x03\x04" + bytes(26) + whole
    yield "PNG and PDF", b"\x89PNG\r\n\x1a\n" + bytes(40) + whole
    yield "program and PDF", b"MZ" + bytes(200) + whole
    yield "page and PDF", b"<html><script>alert(1)</script>" + whole
    yield "PDF and page", whole + b"<!doctype html><script>alert(1)</script>"
    yield "PDF and noise", whole + bytes(range(1, 256)) * 40
    yield "head too far down", b"x" * 5000 + b"\0" + whole
