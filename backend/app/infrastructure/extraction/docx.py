from io import BytesIO
from zipfile import BadZipFile, ZipFile

import docx
from docx.document import Document as WordDocument
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table
from docx.text.paragraph import Paragraph

from app.domain.documents.errors import FileUnreadable
from app.domain.documents.ports import ExtractedText, ITextExtractor
from app.infrastructure.cpu import CpuDoor
from app.infrastructure.extraction.docx_facts import facts_of

NAME = f"python-docx {docx.__version__}"
_MOST_BYTES = 50_000_000
"""Unpacked: a small file can claim to hold much more."""


class DocxExtractor(ITextExtractor):
    def __init__(self, door: CpuDoor) -> None:
        self._door = door

    async def extract(self, data: bytes) -> ExtractedText:
        return await self._door.run(read_docx, data)


def read_docx(data: bytes) -> ExtractedText:
    """A Word file knows no pages: all of it is one."""
    try:
        _refuse_too_large(data)
        document = docx.Document(BytesIO(data))
        return ExtractedText(NAME, ("\n".join(_texts(document)),), facts_of(document, len(data)))
    except (
        BadZipFile,
        PackageNotFoundError,
        SyntaxError,
        ValueError,
        LookupError,
        AttributeError,
    ) as error:
        # A SyntaxError is what lxml makes of broken XML.
        raise FileUnreadable("This file cannot be read as a Word document.") from error


def _refuse_too_large(data: bytes) -> None:
    with ZipFile(BytesIO(data)) as packed:
        if sum(part.file_size for part in packed.infolist()) > _MOST_BYTES:
            raise FileUnreadable("This Word document unpacks to more than we read.")


def _texts(holder: WordDocument | Table) -> list[str]:
    texts: list[str] = []
    for block in holder.iter_inner_content() if isinstance(holder, WordDocument) else _cells(holder):
        texts.extend([block.text] if isinstance(block, Paragraph) else _texts(block))
    return texts


def _cells(table: Table) -> list[Paragraph | Table]:
    return [block for row in table.rows for cell in row.cells for block in cell.iter_inner_content()]
