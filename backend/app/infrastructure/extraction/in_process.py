"""Foreign resumes read in this very process, through the door that bounds its work."""

from app.domain.documents.errors import FileUnreadable
from app.domain.resumes.errors import ResumeUnreadable, ResumeWithoutText
from app.domain.resumes.files import FileKind, FileText, IResumeFiles
from app.infrastructure.cpu import CpuDoor
from app.infrastructure.extraction.docx import NAME as DOCX
from app.infrastructure.extraction.pdfium import NAME as PDFIUM
from app.infrastructure.extraction.reading import text_of
from app.infrastructure.extraction.text import NAME as UTF_8

_READERS = {FileKind.PDF: PDFIUM, FileKind.DOCX: DOCX, FileKind.TXT: UTF_8}


class InProcessResumeFiles(IResumeFiles):
    def __init__(self, door: CpuDoor) -> None:
        self._door = door

    async def read(self, data: bytes) -> FileText:
        return await self._door.run(_read, data)


def _read(data: bytes) -> FileText:
    kind = _kind_of(data)
    try:
        text = text_of(data)
    except FileUnreadable as error:
        raise ResumeUnreadable(str(error)) from error
    if kind is FileKind.TXT and "\0" in text:
        raise ResumeUnreadable("This is neither a PDF nor a Word document, nor text.")
    if not text.strip():
        raise ResumeWithoutText("There is no text in this file: a scan, perhaps, or an empty page.")
    return FileText(kind=kind, text=text, pages=1, reader=_READERS[kind])


def _kind_of(data: bytes) -> FileKind:
    if data.startswith(b"%PDF"):
        return FileKind.PDF
    return FileKind.DOCX if data.startswith(b"PK") else FileKind.TXT
