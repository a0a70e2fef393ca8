"""The embedded fonts: what they cover, how wide their words are, and which font stands in for which."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from unicodedata import bidirectional, name

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from app.domain.documents.printable import printable

_FONTS = Path(__file__).parent / "fonts"
_MOST_WORDS = 50_000

# What a reader takes for the same sign, where a font may lack the first.
_SAME = str.maketrans({"\u2010": "-", "\u2011": "-", "\u202f": "\u00a0", "\u2007": "\u00a0", "\u2043": "-"})
_JOINERS = str.maketrans("", "", "\u200c\u200d\ufe0e\ufe0f")


class Face(StrEnum):
    REGULAR = "Carlito-Regular"
    BOLD = "Carlito-Bold"
    ITALIC = "Carlito-Italic"
    SANS = "SourceSansPro-Regular"
    SANS_BOLD = "SourceSansPro-Semibold"
    SANS_ITALIC = "SourceSansPro-It"
    SERIF = "SourceSerifPro-Regular"
    SERIF_BOLD = "SourceSerifPro-Semibold"
    SERIF_ITALIC = "SourceSerifPro-It"
    MONO = "JetBrainsMono-Regular"
    MONO_BOLD = "JetBrainsMono-Bold"
    STAND_IN = "DejaVuSans"
    """Symbols and letters that Carlito lacks; one weight will do."""


_FULL = (Face.REGULAR, Face.BOLD, Face.ITALIC)
"""What these have can be drawn in every face: they stand in for the letters that another one lacks."""
_UNDERSTUDIES = {
    Face.SANS: Face.REGULAR,
    Face.SANS_BOLD: Face.BOLD,
    Face.SANS_ITALIC: Face.ITALIC,
    Face.SERIF: Face.REGULAR,
    Face.SERIF_BOLD: Face.BOLD,
    Face.SERIF_ITALIC: Face.ITALIC,
    Face.MONO: Face.REGULAR,
    Face.MONO_BOLD: Face.BOLD,
}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a word in one font; its width at size 1."""

    face: Face
    text: str
    width: float


@dataclass(frozen=True, slots=True)
class Word:
    text: str
    width: float
    stretches: tuple[Stretch, ...]


class Typeface:
    """One font, with the widths of the words it has measured."""

    def __init__(self, face: Face) -> None:
        font = TTFont(face.value, str(_FONTS / f"{face.value}.ttf"), shapable=False)
        pdfmetrics.registerFont(font)
        self._face = face
        self._widths: dict[int, float] = font.face.charWidths
        self.letters = frozenset(chr(code) for code in font.face.charToGlyph if _left_to_right(code))
        self._words: dict[str, Word] = {}

    def word(self, text: str) -> Word:
        known = self._words.get(text)
        if known is None:
            if len(self._words) >= _MOST_WORDS:
                self._words.clear()
            known = self._words[text] = self._measured(text)
        return known

    def width(self, text: str) -> float:
        widths = self._widths
        return sum([widths[ord(letter)] for letter in text]) / 1000

    def _measured(self, text: str) -> Word:
        plain = self.letters.issuperset(text)
        stretches = [Stretch(self._face, text, self.width(text))] if plain else self._stretches(text)
        return Word(text, sum(s.width for s in stretches), tuple(stretches))

    def _stretches(self, text: str) -> list[Stretch]:
        parts: list[tuple[Face, str]] = []
        for letter in text:
            face = self._face_for(letter)
            if parts and parts[-1][0] is face:
                parts[-1] = (face, parts[-1][1] + letter)
            else:
                parts.append((face, letter))
        return [Stretch(face, part, typeface(face).width(part)) for face, part in parts]

    def _face_for(self, letter: str) -> Face:
        if letter in self.letters:
            return self._face
        understudy = _UNDERSTUDIES.get(self._face)
        return understudy if understudy and letter in typeface(understudy).letters else Face.STAND_IN


@cache
def typeface(face: Face) -> Typeface:
    return Typeface(face)


@cache
def _drawable() -> frozenset[str]:
    return frozenset.intersection(*(typeface(face).letters for face in _FULL)) | (
        typeface(Face.STAND_IN).letters
    )


def _left_to_right(code: int) -> bool:
    """Scripts that run the other way or need shaping are not drawn letter by letter."""
    return code >= 32 and bidirectional(chr(code)) not in ("R", "AL", "AN")


class Ink:
    """Texts made drawable, and a note of each character that no font has."""

    def __init__(self) -> None:
        self._missing: Counter[str] = Counter()

    def text(self, raw: str) -> str:
        text = printable(raw)
        if text.isascii():
            return text
        text = text.translate(_SAME).translate(_JOINERS)
        if not _drawable().issuperset(text):
            self._missing.update(letter for letter in text if letter not in _drawable())
            text = printable("".join(letter for letter in text if letter in _drawable()))
        return text

    def notes(self) -> tuple[str, ...]:
        return tuple(
            f"No embedded font has {letter} (U+{ord(letter):04X} {name(letter, 'unnamed')}): left out"
            + (f" {count} times." if count > 1 else ".")
            for letter, count in sorted(self._missing.items())
        )
