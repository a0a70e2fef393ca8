"""Cuts the fonts for further scripts out of the Noto families, as `app/infrastructure/pdf/fonts` holds them.

    python backend/tools/cut_fonts.py NotoSansCJK-Regular.ttc FOLDER_OF_NOTO_SANS OUT

What is kept: outlines in `glyf` (ReportLab embeds no others), one weight of the East Asian faces with the
letters of the national standards, and everything that joins and places Arabic and Hebrew letters. What goes:
hints, other languages' names, vertical writing. The Arabic and Hebrew faces get punctuation and digits from
Noto Sans, and every face the space of Carlito, so that a sentence is set in one font and as wide as measured.
"""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

SPACE = 0.226
"""Of the size, as Carlito has it."""
TOLERANCE = 1.0
"""Thousandths of the size that a quadratic outline may be off the cubic one."""
PUNCTUATION = (
    "!\"#%&'()*+,-./0123456789:;=?@[\\]_{|}"
    "\u00a0\u00ab\u00b7\u00bb\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026"
)
IDEOGRAPHS = range(0x4E00, 0xA000)
ROW = range(0xA1, 0xFF)
ANY = range(0x40, 0xFF)
LIMITS = [
    *("maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs", "maxStackElements"),
    *("maxSizeOfInstructions", "maxComponentElements", "maxPoints", "maxContours"),
    *("maxCompositePoints", "maxCompositeContours", "maxComponentDepth"),
]
"""Counted anew when the file is written, or of hints, of which there are none."""
DROPPED = ["VORG", "vhea", "vmtx", "BASE", "DSIG", "gasp", "STAT"]


def of(codec: str, leads: Iterable[int], trails: Iterable[int]) -> Iterator[int]:
    for lead in leads:
        for trail in trails:
            yield from map(ord, bytes((lead, trail)).decode(codec, "ignore"))


def standards() -> dict[str, set[int]]:
    chinese = {*of("gb2312", ROW, ROW), *of("big5", range(0xA1, 0xC7), ANY)}
    japanese = {*of("cp932", [*range(0x81, 0xA0), *range(0xE0, 0xF0), *range(0xFA, 0xFD)], ANY)}
    japanese |= set(range(0xFF61, 0xFFA0))
    korean = {*of("euc_kr", ROW, ROW), *range(0xAC00, 0xD7A4), *range(0x3131, 0x318F)}
    korean -= {code for code in IDEOGRAPHS if code in chinese | japanese}
    return {"SC": chinese, "JP": japanese, "KR": korean}


def cut(source: Path, letters: Iterable[int], features: list[str], number: int = -1) -> TTFont:
    options = subset.Options(
        layout_features=features,
        hinting=False,
        desubroutinize=True,
        notdef_outline=True,
        name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14],
        name_languages=[0x409],
        glyph_names=False,
        legacy_cmap=False,
        drop_tables=DROPPED if features else [*DROPPED, "GSUB", "GPOS", "GDEF"],
        font_number=number,
    )
    font = subset.load_font(str(source), options, lazy=True)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=letters)
    subsetter.subset(font)
    return font


def to_quadratic(font: TTFont) -> None:
    glyphs, order = font.getGlyphSet(), font.getGlyphOrder()
    table = newTable("glyf")
    table.glyphOrder, table.glyphs = order, {}
    for name in order:
        pen = TTGlyphPen(None)
        glyphs[name].draw(Cu2QuPen(pen, TOLERANCE, reverse_direction=True))
        glyph = table.glyphs[name] = pen.glyph()
        glyph.recalcBounds(table)
        font["hmtx"][name] = (font["hmtx"][name][0], getattr(glyph, "xMin", 0))
    font["loca"], font["glyf"] = newTable("loca"), table
    del font["CFF "]
    font.sfntVersion = "\x00\x01\x00\x00"
    limits = font["maxp"]
    limits.tableVersion, limits.maxZones = 0x00010000, 1
    for name in LIMITS:
        setattr(limits, name, 0)
    names = font["post"]
    names.formatType, names.extraNames, names.mapping = 3.0, [], {}


def lend(font: TTFont, lender: TTFont) -> None:
    names, glyphs = lender.getBestCmap(), lender.getGlyphSet()
    scale = font["head"].unitsPerEm / lender["head"].unitsPerEm
    for code in map(ord, PUNCTUATION):
        if code in font.getBestCmap():
            continue
        name, pen, record = f"lent{code:04X}", TTGlyphPen(None), DecomposingRecordingPen(glyphs)
        glyphs[names[code]].draw(record)
        record.replay(TransformPen(pen, (scale, 0, 0, scale, 0, 0)))
        font.setGlyphOrder([*font.getGlyphOrder(), name])
        font["glyf"].glyphs[name], font["glyf"].glyphOrder = pen.glyph(), font.getGlyphOrder()
        font["glyf"].glyphs[name].recalcBounds(font["glyf"])
        left = getattr(font["glyf"].glyphs[name], "xMin", 0)
        font["hmtx"][name] = (round(glyphs[names[code]].width * scale), left)
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[code] = name


def set_space(font: TTFont) -> None:
    for code in (0x20, 0xA0):
        if name := font.getBestCmap().get(code):
            font["hmtx"][name] = (round(SPACE * font["head"].unitsPerEm), 0)


def main(collection: Path, folder: Path, out: Path) -> None:
    faces = {"JP": 0, "KR": 1, "SC": 2}
    for name, letters in standards().items():
        wanted = {code for code in letters if code >= 0x2000 and not 0xE000 <= code < 0xF900} | {0x20}
        font = cut(collection, wanted, [], faces[name])
        to_quadratic(font)
        set_space(font)
        font.save(out / f"NotoSans{name}-Regular.ttf")
    scripts = {
        "Arabic": [(0x600, 0x700), (0x750, 0x780), (0xFDFC, 0xFDFD)],
        "Hebrew": [(0x590, 0x600), (0x20AA, 0x20AB)],
    }
    for script, ranges in scripts.items():
        wanted = {0x20, 0x25CC, *map(ord, PUNCTUATION)} | {code for span in ranges for code in range(*span)}
        for weight in ("Regular", "Bold"):
            whole, file = (
                TTFont(folder / f"NotoSans{script}-{weight}.ttf", recalcTimestamp=False),
                out / f"NotoSans{script}-{weight}.ttf",
            )
            lend(whole, TTFont(folder / f"NotoSans-{weight}.ttf"))
            set_space(whole)
            whole.save(file)
            cut(file, wanted, ["*"]).save(file)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
