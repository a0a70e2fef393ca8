"""A Word file read straight from its XML, as one who knows neither python-docx nor lxml would do it."""

import zlib
from io import BytesIO
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

from app.domain.documents.errors import FileUnreadable
from app.domain.documents.ports import ExtractedText, ITextExtractor
from app.infrastructure.cpu import CpuDoor

NAME = expat.EXPAT_VERSION.replace("_", " ")
_PART = "word/document.xml"
_MOST_BYTES = 50_000_000
"""Unpacked, as they come: what the archive claims of its sizes is not asked."""
_WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main ",
    "http://purl.oclc.org/ooxml/wordprocessingml/main ",
)
_FALLBACK = "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"
_SAID = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_UNSAID = frozenset({"pPr", "rPr", "sectPr", "tblPr", "instrText", "del", "moveFrom"})
"""How it looks, what was deleted, and what fields are computed from."""


class DocxXmlExtractor(ITextExtractor):
    def __init__(self, door: CpuDoor) -> None:
        self._door = door

    async def extract(self, data: bytes) -> ExtractedText:
        return await self._door.run(read_docx_xml, data)


def read_docx_xml(data: bytes) -> ExtractedText:
    """A Word file knows no pages: all of it is one."""
    try:
        return ExtractedText(NAME, (_Reading().of(_main_part(data)),))
    except (
        BadZipFile,
        expat.ExpatError,
        zlib.error,
        KeyError,
        ValueError,
        EOFError,
        RuntimeError,  # of zipfile: packed with a password, or in a way that it does not know
    ) as error:
        raise FileUnreadable("This file cannot be read as a Word document.") from error


def _main_part(data: bytes) -> bytes:
    with ZipFile(BytesIO(data)) as packed, packed.open(_PART) as part:
        xml = part.read(_MOST_BYTES + 1)
    if len(xml) > _MOST_BYTES:
        raise FileUnreadable("This Word document unpacks to more than we read.")
    return xml


class _Reading:
    """The text of each paragraph on a line of its own, in the order of the XML."""

    def __init__(self) -> None:
        self._said: list[str] = []
        self._unsaid = 0
        """How many elements deep we are in what is not said."""
        self._in_text = False

    def of(self, xml: bytes) -> str:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartDoctypeDeclHandler = _refuse
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler = self._say
        parser.Parse(xml, True)
        return "".join(self._said)

    def _start(self, tag: str, _: object) -> None:
        name = _local(tag)
        if self._unsaid or name in _UNSAID or tag == _FALLBACK:
            self._unsaid += 1
        elif name in _SAID:
            self._said.append(_SAID[name])
        elif name == "t":
            self._in_text = True

    def _end(self, tag: str) -> None:
        if self._unsaid:
            self._unsaid -= 1
            return
        name = _local(tag)
        if name == "p":
            self._said.append("\n")
        elif name == "t":
            self._in_text = False

    def _say(self, text: str) -> None:
        if self._in_text and not self._unsaid:
            self._said.append(text)


def _local(tag: str) -> str:
    """The name of one of Word's elements; of another's, nothing."""
    return next((tag.removeprefix(word) for word in _WORD if tag.startswith(word)), "")


def _refuse(*_: object) -> None:
    """No Word file has a document type; one that has wants its entities expanded."""
    raise FileUnreadable("This file cannot be read as a Word document.")
