from io import BytesIO

import pypdf
from pypdf.errors import PyPdfError

from app.domain.documents.errors import FileUnreadable
from app.domain.documents.ports import ExtractedText, ITextExtractor
from app.infrastructure.cpu import CpuDoor
from app.infrastructure.extraction.pdf_facts import facts_of

NAME = f"pypdf {pypdf.__version__}"


class PypdfExtractor(ITextExtractor):
    def __init__(self, door: CpuDoor) -> None:
        self._door = door

    async def extract(self, data: bytes) -> ExtractedText:
        return await self._door.run(read_with_pypdf, data)


def read_with_pypdf(data: bytes) -> ExtractedText:
    try:
        reader = pypdf.PdfReader(BytesIO(data))
        pages = tuple(page.extract_text() for page in reader.pages)
        return ExtractedText(NAME, pages, facts_of(reader, len(data)))
    except (PyPdfError, ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        # A broken file meets pypdf in more ways than it has errors of its own for.
        raise FileUnreadable("pypdf cannot read this file as a PDF.") from error
