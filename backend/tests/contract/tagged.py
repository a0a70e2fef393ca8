"""What a PDF tells those who hear it: its structure with the text of each part, and what is wrong with it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from fontTools.ttLib import TTFont
from pypdf import PdfReader
from pypdf.generic import ContentStream

_SHOWS = {b"Tj", b"TJ", b"'", b'"'}
_PAINTS = {b"S", b"s", b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"sh", b"Do"}
_WITHIN = {
    "Document": {"H1", "H2", "H3", "P", "L"},
    "L": {"LI"},
    "LI": {"Lbl", "LBody"},
    "Lbl": set[str](),
    "Link": set[str](),
    **{kind: {"Link"} for kind in ("H1", "H2", "H3", "P", "LBody")},
}


@dataclass
class Part:
    """An element, as it is read: kind, own text with that of its parts, and the addresses it leads to."""

    kind: str
    text: str = ""
    kids: list["Part"] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)

    def all(self, kind: str) -> Iterator["Part"]:
        for kid in self.kids:
            if kid.kind == kind:
                yield kid
            yield from kid.all(kind)


@dataclass
class _Font:
    size: int
    """Bytes of a code."""
    meanings: dict[int, str]
    widths: dict[int, float]
    drawn: dict[int, tuple[int, float]]
    """For each code the glyph and the width that the font itself gives it."""


class Tagged:
    """A file read by its tags alone."""

    def __init__(self, data: bytes) -> None:
        self.faults: list[str] = []
        self._reader = PdfReader(BytesIO(data))
        self._catalog: Any = self._reader.root_object
        self._pages: list[Any] = list(self._reader.pages)
        self._texts: dict[tuple[int, int], str] = {}
        self._fonts: dict[int, _Font] = {}
        self._visited: list[tuple[int, int]] = []
        for n, page in enumerate(self._pages):
            self._read(n, page)
        self._check_file()
        self.document = self._structure()
        self._check_order()

    def _fault(self, holds: bool, said: str) -> None:
        if not holds:
            self.faults.append(said)

    def _check_file(self) -> None:
        catalog = self._catalog
        self._fault(catalog["/MarkInfo"]["/Marked"].value is True, "not marked as tagged")
        self._fault(bool(catalog.get("/Lang")), "no language")
        self._fault(catalog["/ViewerPreferences"]["/DisplayDocTitle"].value is True, "its title is not shown")
        told = catalog["/Metadata"].get_object().get_data().decode()
        title = re.search(r'<rdf:li xml:lang="x-default">(.+?)</rdf:li>', told)
        self._fault(title is not None, "no title in the metadata")
        self.claims = "<pdfuaid:part>1</pdfuaid:part>" in told
        for n, page in enumerate(self._pages):
            self._fault(page.get("/Tabs") == "/S", f"page {n + 1} is not tabbed through by its structure")

    def _read(self, number: int, page: Any) -> None:
        """All that is drawn belongs to one element, or is told to be decoration."""
        open_: list[tuple[str, int | None]] = []
        font: _Font | None = None
        for operands, operator in ContentStream(page["/Contents"].get_object(), self._reader).operations:
            if operator in (b"BMC", b"BDC"):
                named = operands[1].get("/MCID") if operator == b"BDC" else None
                open_.append((str(operands[0]), named))
            elif operator == b"EMC":
                self._fault(bool(open_), f"page {number + 1}: an end without a beginning")
                open_.pop()
            elif operator == b"Tf":
                font = self._font(page["/Resources"]["/Font"][operands[0]])
            elif operator in _SHOWS:
                self._show(number, open_, operands, font)
            elif operator in _PAINTS:
                self._fault(open_[:1] == [("/Artifact", None)], f"page {number + 1}: painted without a tag")
        self._fault(not open_, f"page {number + 1}: something is left open")

    def _show(
        self, page: int, open_: list[tuple[str, int | None]], operands: list[Any], font: _Font | None
    ) -> None:
        marks = [mark for _, mark in open_ if mark is not None]
        self._fault(len(marks) == 1, f"page {page + 1}: text in {len(marks)} elements")
        self._fault("/Artifact" not in [name for name, _ in open_], f"page {page + 1}: text as decoration")
        assert font
        backwards = any(name == "/ReversedChars" for name, _ in open_)
        for text in operands[0] if isinstance(operands[0], list) else [operands[0]]:
            if isinstance(text, int | float):
                continue
            letters = self._told(text.original_bytes, font)
            if marks:
                before = self._texts.get((page, marks[0]), "")
                self._texts[page, marks[0]] = before + "".join(reversed(letters) if backwards else letters)

    def _told(self, codes: bytes, font: _Font) -> list[str]:
        letters: list[str] = []
        for start in range(0, len(codes), font.size):
            code = int.from_bytes(codes[start : start + font.size], "big")
            glyph, width = font.drawn.get(code, (0, 0.0))
            self._fault(glyph != 0, f"code {code} draws no glyph")
            self._fault(abs(font.widths.get(code, -9) - width) <= 1, f"code {code} is not as wide as told")
            self._fault(code in font.meanings, f"code {code} means nothing")
            letters.append(font.meanings.get(code, ""))
        return letters

    def _font(self, found: Any) -> _Font:
        known = self._fonts.get(id(found.get_object()))
        if known is None:
            known = self._fonts[id(found.get_object())] = _font(found.get_object())
        return known

    def _structure(self) -> Part:
        root = self._catalog["/StructTreeRoot"]
        numbers = root["/ParentTree"]["/Nums"]
        keys = [int(key) for key in numbers[::2]]
        self._fault(keys == sorted(set(keys)), "keys of the parent tree are not in order")
        self._looked_up = dict(zip(keys, numbers[1::2], strict=True))
        self._last_level = 0
        top = root["/K"]
        self._fault(top["/P"].get_object() == root, "the first element does not hang on the root")
        return self._part(top.get_object(), top.indirect_reference)

    def _part(self, element: Any, reference: Any) -> Part:
        part = Part(str(element["/S"])[1:])
        self._fault(part.kind in _WITHIN, f"an element of kind {part.kind}")
        self._descend(part.kind)
        for kid in element["/K"]:
            self._take(part, kid.get_object(), element, reference, kid)
        self._fault(bool(element["/K"]), f"an empty {part.kind}")
        self._fault(part.kind != "Link" or bool(part.addresses), "a link that leads nowhere")
        return part

    def _take(self, part: Part, kid: Any, element: Any, reference: Any, by: Any) -> None:
        if isinstance(kid, int):
            part.text += self._marked(self._page_number(element["/Pg"]), int(kid), reference)
        elif kid.get("/Type") == "/MCR":
            part.text += self._marked(self._page_number(kid["/Pg"]), int(kid["/MCID"]), reference)
        elif kid.get("/Type") == "/OBJR":
            part.addresses.append(self._pressed(kid["/Obj"], reference))
        else:
            self._fault(kid.raw_get("/P") == reference, "an element that names another parent")
            made = self._part(kid, by)
            self._fault(made.kind in _WITHIN[part.kind], f"{made.kind} within {part.kind}")
            part.kids.append(made)
            part.text += made.text

    def _descend(self, kind: str) -> None:
        if re.fullmatch(r"H\d", kind):
            self._fault(int(kind[1]) <= self._last_level + 1, f"{kind} below H{self._last_level}")
            self._last_level = int(kind[1])

    def _page_number(self, page: Any) -> int:
        numbers = [each.indirect_reference.idnum for each in self._pages]
        return numbers.index(page.indirect_reference.idnum)

    def _marked(self, page: int, number: int, reference: Any) -> str:
        self._visited.append((page, number))
        found = self._looked_up[int(self._pages[page]["/StructParents"])].get_object()
        self._fault(found[number].indirect_reference == reference, "a mark looked up elsewhere")
        self._fault((page, number) in self._texts, f"page {page + 1}: mark {number} has no text")
        return self._texts.get((page, number), "")

    def _pressed(self, note: Any, reference: Any) -> str:
        self._fault(bool(note.get("/Contents")), "a link without a description")
        self._fault(int(note["/F"]) & 0b100110 == 0b100, "a link that is not printed, or is hidden")
        found = self._looked_up[int(note["/StructParent"])]
        self._fault(found.indirect_reference == reference, "a link looked up elsewhere")
        return str(note["/A"]["/URI"])

    def _check_order(self) -> None:
        self._fault(self._visited == sorted(self._visited), "tags in another order than the text")
        self._fault(sorted(self._visited) == sorted(self._texts), "text that no tag reaches, or one twice")
        notes = sum(len(page.get("/Annots", [])) for page in self._pages)
        self._fault(notes == _addresses(self.document), "a link that no tag reaches")


def _addresses(part: Part) -> int:
    return len(part.addresses) + sum(map(_addresses, part.kids))


def _font(font: Any) -> _Font:
    meanings = {
        int(code, 16): bytes.fromhex(text).decode("utf-16-be")
        for code, text in re.findall(
            r"<([0-9A-F]+)> <([0-9A-F]+)>\n", font["/ToUnicode"].get_object().get_data().decode()
        )
    }
    if font["/Subtype"] == "/Type0":
        below = font["/DescendantFonts"][0].get_object()
        first, widths = below["/W"]
        map_ = below["/CIDToGIDMap"].get_object().get_data()
        glyphs = {n: int.from_bytes(map_[2 * n : 2 * n + 2], "big") for n in range(len(map_) // 2)}
        told = {int(first) + n: float(width) for n, width in enumerate(widths)}
        return _Font(2, meanings, told, _measured(below, glyphs))
    told = {int(font["/FirstChar"]) + n: float(width) for n, width in enumerate(font["/Widths"])}
    return _Font(1, meanings, told, _measured(font, None))


def _measured(font: Any, glyphs: dict[int, int] | None) -> dict[int, tuple[int, float]]:
    program = TTFont(BytesIO(font["/FontDescriptor"]["/FontFile2"].get_object().get_data()), lazy=True)
    names, metrics, em = program.getGlyphOrder(), program["hmtx"], program["head"].unitsPerEm
    if glyphs is None:
        found = program["cmap"].tables[0].cmap
        glyphs = {code: program.getGlyphID(name) for code, name in found.items()}
    return {code: (glyph, metrics[names[glyph]][0] * 1000 / em) for code, glyph in glyphs.items()}
