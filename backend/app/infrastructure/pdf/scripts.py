"""Which font draws a letter that the Latin ones lack, and where East Asian letters look at home."""

from enum import StrEnum
from functools import cache
from pathlib import Path
from unicodedata import bidirectional, east_asian_width

from app.infrastructure.pdf.breaking import EAST, HANGUL
from app.infrastructure.pdf.shaping import Glyph, GlyphFont, Shaped

FONTS = Path(__file__).parent / "fonts"
_HANGUL_WIDTH = 0.92
_SPACE_WIDTH = 0.226
"""Of the script fonts' space, as Carlito has it."""


class ScriptFace(StrEnum):
    ARABIC = "NotoSansArabic-Regular"
    ARABIC_BOLD = "NotoSansArabic-Bold"
    HEBREW = "NotoSansHebrew-Regular"
    HEBREW_BOLD = "NotoSansHebrew-Bold"
    CHINESE = "NotoSansSC-Regular"
    JAPANESE = "NotoSansJP-Regular"
    KOREAN = "NotoSansKR-Regular"
    EAST_ASIAN = "East Asian"
    """Any of the three: which, the document's language says, when it is drawn."""


LEFTWARDS = frozenset((ScriptFace.ARABIC, ScriptFace.ARABIC_BOLD, ScriptFace.HEBREW, ScriptFace.HEBREW_BOLD))
_REGIONS = {
    "zh": (ScriptFace.CHINESE, ScriptFace.JAPANESE, ScriptFace.KOREAN),
    "ja": (ScriptFace.JAPANESE, ScriptFace.CHINESE, ScriptFace.KOREAN),
    "ko": (ScriptFace.KOREAN, ScriptFace.JAPANESE, ScriptFace.CHINESE),
}


def region_of(language: str, letters: str = "") -> str:
    """`zh`, `ja` or `ko`: the language's own, else that of the kana or Hangul among the letters."""
    told = language.partition("-")[0].lower()
    if told in _REGIONS:
        return told
    if any("\u3040" <= letter <= "\u30ff" for letter in letters):
        return "ja"
    return "ko" if HANGUL.search(letters) else "zh"


@cache
def glyph_font(face: StrEnum) -> GlyphFont:
    """Read when the first letter needs it: the East Asian ones have thousands."""
    return GlyphFont(FONTS / f"{face.value}.ttf")


@cache
def is_bold(face: StrEnum) -> bool:
    return face.value.endswith(("Bold", "Semibold"))


@cache
def face_for(letter: str, *, bold: bool) -> ScriptFace | None:
    """None: no font has it."""
    if bidirectional(letter) in ("R", "AL", "AN", "NSM"):
        pairs = (
            (ScriptFace.HEBREW, ScriptFace.HEBREW_BOLD),
            (ScriptFace.ARABIC, ScriptFace.ARABIC_BOLD),
        )
        return next((pair[bold] for pair in pairs if letter in glyph_font(pair[bold])), None)
    if EAST.match(letter) or HANGUL.match(letter) or east_asian_width(letter) in "WFHA":
        return ScriptFace.EAST_ASIAN if east_face(letter, "zh") else None
    return None


@cache
def east_face(letter: str, region: str) -> ScriptFace | None:
    return next((face for face in _REGIONS[region] if letter in glyph_font(face)), None)


def east_width(text: str) -> float:
    return sum([_east_width(letter) for letter in text])


@cache
def _east_width(letter: str) -> float:
    if HANGUL.match(letter):
        return _HANGUL_WIDTH
    if letter == " ":
        return _SPACE_WIDTH
    return 0.5 if east_asian_width(letter) == "H" else 1.0


def east_shaped(text: str, face: ScriptFace) -> Shaped:
    """As wide as it was measured, whichever font has it."""
    return Shaped(
        tuple(
            Glyph(glyph.number, glyph.text, _east_width(glyph.text))
            for glyph in glyph_font(face).alone(text).glyphs
        )
    )
