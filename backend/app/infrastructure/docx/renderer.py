"""Word documents of real headings and lists: no tables, no text boxes, nothing that a parser skips."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from app.domain.documents.content import DocumentContent
from app.domain.documents.ports import IDocumentRenderer, Layout
from app.infrastructure.cpu import CpuDoor
from app.infrastructure.docx.scripts import set_directions
from app.infrastructure.docx.styles import blank
from app.infrastructure.docx.writing import Writing

_EPOCH = (1980, 1, 1, 0, 0, 0)


class DocxRenderer(IDocumentRenderer):
    def __init__(self, door: CpuDoor) -> None:
        self._door = door

    async def render(self, content: DocumentContent, layout: Layout) -> bytes:
        return await self._door.run(to_docx, content, layout)


def to_docx(content: DocumentContent, layout: Layout) -> bytes:
    document = blank(content, layout)
    writing = Writing(document)
    writing.header(content.header)
    for section in content.sections:
        writing.section(section)
    if content.letter:
        writing.letter(content.letter)
    set_directions(document, content.language)
    file = BytesIO()
    document.save(file)
    return _timeless(file.getvalue())


def _timeless(data: bytes) -> bytes:
    """The same parts without the hour at which they were packed: equal contents give equal bytes."""
    file = BytesIO()
    with ZipFile(BytesIO(data)) as packed, ZipFile(file, "w") as unpacked:
        for name in packed.namelist():
            info = ZipInfo(name, _EPOCH)
            info.compress_type = ZIP_DEFLATED
            unpacked.writestr(info, packed.read(name))
    return file.getvalue()
