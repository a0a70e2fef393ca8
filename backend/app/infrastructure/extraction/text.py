from app.domain.documents.errors import FileUnreadable
from app.domain.documents.ports import ExtractedText, FileFacts, Format, ITextExtractor
from app.infrastructure.cpu import CpuDoor

NAME = "utf-8 1"


class TextExtractor(ITextExtractor):
    def __init__(self, door: CpuDoor) -> None:
        self._door = door

    async def extract(self, data: bytes) -> ExtractedText:
        return await self._door.run(read_text, data)


def read_text(data: bytes) -> ExtractedText:
    """What a form gets to which it is uploaded: the bytes as UTF-8, strictly."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileUnreadable("This file cannot be read as text in UTF-8.") from error
    if "\0" in text:
        raise FileUnreadable("This file cannot be read as text: it has bytes that no text has.")
    return ExtractedText(NAME, (text,), FileFacts(format=Format.TEXT, size=len(data)))
