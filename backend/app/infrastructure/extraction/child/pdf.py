"""A PDF: opened, searched for what acts by itself, and read page by page."""

import ctypes
import re
import zlib

import pypdfium2
import pypdfium2.raw as pdfium
from pypdfium2.version import PDFIUM_INFO

from app.infrastructure.extraction.child.answers import (
    MOST_CHARACTERS,
    Reading,
    Refusal,
    Refused,
    Remark,
)
from app.infrastructure.extraction.child.pdf_edges import without_repeats
from app.infrastructure.extraction.child.pdf_glyphs import Page, page_of
from app.infrastructure.extraction.child.pdf_lines import text_lines
from app.infrastructure.extraction.child.pdf_order import in_order

MOST_PAGES = 50
_STREAM = re.compile(rb"stream\r?\n.*?endstream", re.DOTALL)
_OBJECTS = re.compile(rb"/Type\s*/ObjStm\b[^>]{0,400}>>\s*stream\r?\n(.*?)endstream", re.DOTALL)
_ESCAPED = re.compile(rb"#([0-9a-fA-F]{2})")
_ACTING = re.compile(rb"/(?:JavaScript|JS|Launch|RichMedia|XFA|SubmitForm|ImportData)(?![\w.-])")
_ATTACHED = re.compile(
    rb"/(?:EmbeddedFiles?|Filespec)(?![\w.-])[^>]{0,200}/(?:EF|Params|Type|Length|Names|Kids)"
)
_MOST_OBJECTS = 5_000_000
"""Bytes of unpacked object streams that are searched."""
_LAUNCHES = (pdfium.PDFACTION_LAUNCH, pdfium.PDFACTION_REMOTEGOTO)


def read_pdf(data: bytes) -> Reading:
    pdf = open_pdf(data)
    count = len(pdf)
    reading = Reading("pdf", f"pdfium {PDFIUM_INFO.build}", pages=max(count, 1))
    pages = _pages(pdf, count, reading)
    rows = [in_order(page.segments) for page in pages]
    kept, repeated = without_repeats(rows, [page.height for page in pages])
    reading.remark(Remark.REPEATED, repeated)
    reading.lines = text_lines(kept)
    if not any(map(str.strip, reading.lines)) and any(page.pictures for page in pages):
        raise Refused(Refusal.SCAN)
    return reading


def open_pdf(data: bytes) -> pypdfium2.PdfDocument:
    """Raises Refused, for one that acts too."""
    data = data[data.index(b"%PDF-") :]
    _refuse_acting(data)
    pdf = _opened(data)
    if len(pdf) > MOST_PAGES:
        raise Refused(Refusal.PAGES)
    if pdfium.FPDFDoc_GetJavaScriptActionCount(pdf) > 0:
        raise Refused(Refusal.SCRIPTS)
    if pdfium.FPDFDoc_GetAttachmentCount(pdf) > 0:
        raise Refused(Refusal.ATTACHMENTS)
    return pdf


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
        raise Refused(Refusal.LOCKED if locked else Refusal.BROKEN) from None


def _pages(pdf: pypdfium2.PdfDocument, count: int, reading: Reading) -> list[Page]:
    pages: list[Page] = []
    left = MOST_CHARACTERS
    for n in range(count):
        try:
            page = pdf[n]
        except pypdfium2.PdfiumError:
            continue  # A broken page among whole ones.
        _refuse_launching(page)
        pages.append(page_of(page, reading, left))
        left -= pages[-1].characters
        page.close()
        if left <= 0:
            reading.remark(Remark.CUT)
            break
    if count and not pages:
        raise Refused(Refusal.BROKEN)
    return pages


def _refuse_acting(data: bytes) -> None:
    """Scripts and attachments, in the open or in packed objects, wherever the document hangs them."""
    budget = _MOST_OBJECTS
    for text in (_STREAM.sub(b"", data), *_OBJECTS.findall(data)):
        if text is not data and budget > 0 and not text.startswith(b"%PDF-"):
            text = _unpacked(text, budget)
            budget -= len(text)
        text = _ESCAPED.sub(lambda m: bytes([int(m[1], 16)]), text)
        if _ACTING.search(text):
            raise Refused(Refusal.SCRIPTS)
        if _ATTACHED.search(text):
            raise Refused(Refusal.ATTACHMENTS)


def _unpacked(packed: bytes, most: int) -> bytes:
    try:
        return zlib.decompressobj().decompress(packed, most)
    except zlib.error:
        return b""


def _refuse_launching(page: pypdfium2.PdfPage) -> None:
    at, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    while pdfium.FPDFLink_Enumerate(page, ctypes.byref(at), ctypes.byref(link)):
        if pdfium.FPDFAction_GetType(pdfium.FPDFLink_GetAction(link)) in _LAUNCHES:
            raise Refused(Refusal.SCRIPTS)
