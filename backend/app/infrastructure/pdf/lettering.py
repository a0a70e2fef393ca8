"""The text fonts within one file: a code of one byte for each letter, and a subset for each 255 of them."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from zlib import compress

from reportlab.pdfbase.pdfmetrics import getFont

from app.infrastructure.pdf.meanings import map_of_meanings
from app.infrastructure.pdf.objects import add, add_stream, reference, shown
from app.infrastructure.pdf.typefaces import Face, typeface

_SPACE = 32
_FREE = [*range(1, _SPACE), *range(127, 256)]
"""Codes beside those of ASCII, which every subset's letters have to themselves."""
_USUAL = "\u00b7\u2022\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u20ac"
"""Dots, dashes, quotes and the euro, in every file: then most files are of the same letters."""
_SYMBOLIC, _NOT_SYMBOLIC = 4, 32


class Lettering:
    """One font of one file; ReportLab asks for its objects when the file is finished."""

    def __init__(self, face: Face, number: int) -> None:
        self._face = face
        self._name = f"F{number}"
        self._codes: dict[str, tuple[int, int]] = {}
        self._subsets: list[dict[int, int]] = [{letter: letter for letter in range(_SPACE, 127)}]
        for letter in _USUAL:
            if letter in typeface(face).letters:
                self._code(letter)

    def shown(self, text: str) -> list[tuple[str, str]]:
        """The text in as many parts as it needs subsets: the name of each, and what is shown in it."""
        text = text.replace("\u00a0", " ")
        if text.isascii():
            return [(f"{self._name}+0", shown(text.encode("ascii")))]
        parts: list[tuple[int, bytearray]] = []
        for letter in text:
            subset, code = self._code(letter)
            if not parts or parts[-1][0] != subset:
                parts.append((subset, bytearray()))
            parts[-1][1].append(code)
        return [(f"{self._name}+{subset}", shown(bytes(codes))) for subset, codes in parts]

    def _code(self, letter: str) -> tuple[int, int]:
        if letter.isascii():
            return 0, ord(letter)
        known = self._codes.get(letter)
        if known is None:
            place, free = divmod(len(self._codes), len(_FREE))
            if place == len(self._subsets):
                self._subsets.append({_SPACE: _SPACE})
            known = self._codes[letter] = place, _FREE[free]
            self._subsets[place][_FREE[free]] = ord(letter)
        return known

    def addObjects(self, doc: Any) -> None:  # noqa: N802 - ReportLab's name
        fonts = doc.idToObject["BasicFonts"].dict
        for n, subset in enumerate(self._subsets):
            last = max(subset)
            codes = tuple(subset.get(code, 0) for code in range(last + 1))
            fonts[f"{self._name}+{n}"] = reference(_added(doc, program(self._face, codes), n))


@dataclass(frozen=True, slots=True)
class Program:
    """What of a font goes into a file for a subset of its letters."""

    name: str
    packed: bytes
    length: int
    """Before it was packed."""
    meanings: bytes
    widths: str
    last: int
    measures: str


@lru_cache(maxsize=96)
def program(face: Face, codes: tuple[int, ...]) -> Program:
    """For each code a letter, or 0; the same letters come again with every edit and every template."""
    font: Any = getFont(face.value).face  # type: ignore[attr-defined]  # not in the stubs
    made = font.makeSubset(list(codes))
    told = {code: chr(letter) for code, letter in enumerate(codes) if letter}
    flags = font.flags & ~_NOT_SYMBOLIC | _SYMBOLIC
    box = " ".join(f"{each:g}" for each in font.bbox)
    return Program(
        name=font.name.decode(),
        packed=compress(made),
        length=len(made),
        meanings=compress(map_of_meanings(told, size=1).encode()),
        widths=" ".join(f"{font.getCharWidth(code):g}" for code in codes),
        last=len(codes) - 1,
        measures=f"/Flags {flags} /FontBBox [{box}] /ItalicAngle {font.italicAngle:g} /Ascent {font.ascent:g}"
        f" /Descent {font.descent:g} /CapHeight {font.capHeight:g} /StemV {font.stemV:g}"
        f" /MissingWidth {font.defaultWidth:g}",
    )


def _added(doc: Any, made: Program, number: int) -> int:
    name = f"/{_tag(number)}+{made.name}"
    packed = "/Filter /FlateDecode"
    file = add_stream(doc, made.packed, f"{packed} /Length1 {made.length}")
    meanings = add_stream(doc, made.meanings, packed)
    described = f"<< /Type /FontDescriptor /FontName {name} {made.measures} /FontFile2 {reference(file)} >>"
    descriptor = add(doc, described)
    return add(
        doc,
        f"<< /Type /Font /Subtype /TrueType /BaseFont {name} /FirstChar 0 /LastChar {made.last}"
        f" /Widths [{made.widths}] /FontDescriptor {reference(descriptor)}"
        f" /ToUnicode {reference(meanings)} >>",
    )


def _tag(number: int) -> str:
    """Six capitals before a subset's name."""
    return "".join(chr(ord("A") + int(digit)) for digit in f"{number:06d}")
