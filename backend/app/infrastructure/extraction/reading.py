"""The text of a file, whatever kind of file it is."""

from app.domain.documents.errors import FileUnreadable
from app.infrastructure.extraction.docx import read_docx
from app.infrastructure.extraction.pdfium import read_with_pdfium


def text_of(data: bytes) -> str:
    """By what is in it, not by its name: PDF, Word, else text in UTF-8. Raises FileUnreadable."""
    if data.startswith(b"%PDF"):
        return _lines("\n".join(read_with_pdfium(data).pages))
    if data.startswith(b"PK"):
        return _lines("\n".join(read_docx(data, text_only=True).pages))
    try:
        return _lines(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise FileUnreadable("This is neither a PDF nor a Word document, nor text in UTF-8.") from error


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
