from threading import Lock

import pypdfium2
from pypdfium2.version import PDFIUM_INFO

from app.domain.documents.errors import FileUnreadable
from app.domain.documents.ports import ExtractedText, ITextExtractor
from app.infrastructure.cpu import CpuDoor

NAME = f"pdfium {PDFIUM_INFO.build}"

# PDFium is not made for two threads at once, not even on two files.
_one_at_a_time = Lock()


class PdfiumExtractor(ITextExtractor):
    def __init__(self, door: CpuDoor) -> None:
        self._door = door

    async def extract(self, data: bytes) -> ExtractedText:
        return await self._door.run(read_with_pdfium, data)


def read_with_pdfium(data: bytes) -> ExtractedText:
    with _one_at_a_time:
        try:
            return ExtractedText(NAME, _pages(data))
        except (pypdfium2.PdfiumError, ValueError) as error:
            raise FileUnreadable("PDFium cannot read this file as a PDF.") from error


def _pages(data: bytes) -> tuple[str, ...]:
    pdf = pypdfium2.PdfDocument(data)
    try:
        return tuple(_text(pdf, n) for n in range(len(pdf)))
    finally:
        pdf.close()


def _text(pdf: pypdfium2.PdfDocument, n: int) -> str:
    page = pdf[n]
    text = page.get_textpage()
    try:
        return str(text.get_text_range())
    finally:
        text.close()
        page.close()
