"""A font within one file: the glyphs that were drawn, each with the text that a reader gets for it."""

from collections.abc import Iterable
from typing import Any

from reportlab.pdfbase import pdfdoc

from app.infrastructure.pdf.meanings import map_of_meanings
from app.infrastructure.pdf.shaping import Glyph, GlyphFont

_NEVER_TOLD = "\u200b"
"""A code without a meaning would be read as a control: this one cannot be seen, and parts no word."""


class Embedded:
    """A font of two-byte codes; ReportLab asks for its objects when the file is finished."""

    def __init__(self, font: GlyphFont, number: int) -> None:
        self.name = f"G{number}"
        self.font = font
        self._base = f"{_tag(number)}+{font.file.name.decode()}"
        self._codes: dict[tuple[int, str, int], int] = {}

    def codes(self, glyphs: Iterable[Glyph]) -> str:
        """As they stand in a page's content, in hexadecimal."""
        return "".join([f"{self._code(glyph):04x}" for glyph in glyphs])

    def _code(self, glyph: Glyph) -> int:
        key = (glyph.number, glyph.text or _NEVER_TOLD, round(1000 * glyph.advance))
        return self._codes.setdefault(key, len(self._codes) + 1)

    def addObjects(self, doc: Any) -> None:  # noqa: N802 - ReportLab's name
        told = {code: text for (_, text, _), code in self._codes.items()}
        glyphs = [self.font.as_wide(number, advance) for number, _, advance in self._codes]
        within = {0: 0}
        for glyph in glyphs:
            within.setdefault(glyph, len(within))
        map_ = b"\0\0" + b"".join(within[glyph].to_bytes(2, "big") for glyph in glyphs)
        descendant = _dictionary(
            Type="/Font",
            Subtype="/CIDFontType2",
            BaseFont=f"/{self._base}",
            CIDSystemInfo=_dictionary(Registry="(Adobe)", Ordering="(Identity)", Supplement=0),
            FontDescriptor=self.font.file.addSubsetObjects(doc, self._base, list(within)),
            DW=0,
            W=pdfdoc.PDFArray([1, pdfdoc.PDFArray([advance for _, _, advance in self._codes])]),
            CIDToGIDMap=self._stream(doc, "glyphs", map_),
        )
        doc.idToObject["BasicFonts"].dict[self.name] = doc.Reference(
            _dictionary(
                Type="/Font",
                Subtype="/Type0",
                BaseFont=f"/{self._base}",
                Encoding="/Identity-H",
                DescendantFonts=pdfdoc.PDFArray([doc.Reference(descendant, f"descendant:{self._base}")]),
                ToUnicode=self._stream(doc, "meanings", map_of_meanings(told, size=2).encode()),
            ),
            f"font:{self._base}",
        )

    def _stream(self, doc: Any, what: str, content: bytes) -> Any:
        stream = pdfdoc.PDFStream(content=content, filters=[pdfdoc.PDFZCompress])
        return doc.Reference(stream, f"{what}:{self._base}")


def _dictionary(**entries: Any) -> Any:
    return pdfdoc.PDFDictionary(entries)


def _tag(number: int) -> str:
    """Six capitals before a subset's name."""
    return "".join(chr(ord("A") + int(digit)) for digit in f"{number:06d}")
