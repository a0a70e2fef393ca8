"""The embedded fonts: what they cover, how wide their words are, and which font stands in for which."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from string import digits
from unicodedata import bidirectional, category, name

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from app.domain.documents.printable import printable
from app.infrastructure.pdf.scripts import (
    FONTS,
    LEFTWARDS,
    ScriptFace,
    east_width,
    face_for,
    glyph_font,
    is_bold,
    region_of,
)

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

    face: Face | ScriptFace
    text: str
    width: float


@dataclass(frozen=True, slots=True)
class Word:
    text: str
    width: float
    stretches: tuple[Stretch, ...]
    plain: bool
    """Drawn letter by letter, from left to right, as ReportLab does by itself."""


class Typeface:
    """One font, with the widths of the words it has measured."""

    def __init__(self, face: Face) -> None:
        font = TTFont(face.value, str(FONTS / f"{face.value}.ttf"), shapable=False)
        pdfmetrics.registerFont(font)
        self._face = face
        self.letters = frozenset(chr(code) for code in font.face.charToGlyph if _left_to_right(code))
        self._plain = frozenset(letter for letter in self.letters if not is_mark(letter))
        self._widths: dict[int, float] = {
            ord(letter): font.face.charWidths[ord(letter)] for letter in self._plain
        }
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
        try:
            return sum([widths[ord(letter)] for letter in text]) / 1000
        except KeyError:  # a mark that stands on the letter before it
            return glyph_font(self._face).shaped(text, leftwards=False).width

    def _measured(self, text: str) -> Word:
        if self._plain.issuperset(text):
            width = self.width(text)
            return Word(text, width, (Stretch(self._face, text, width),), plain=True)
        stretches = self._stretches(text)
        plain = all(isinstance(s.face, Face) and not any(map(is_mark, s.text)) for s in stretches)
        return Word(text, sum(s.width for s in stretches), tuple(stretches), plain)

    def _stretches(self, text: str) -> list[Stretch]:
        parts: list[tuple[Face | ScriptFace, str]] = []
        leftwards = _leftwards_face(text, bold=is_bold(self._face))
        for cluster in _clusters(text):
            face = self._face_of(cluster, leftwards)
            if parts and parts[-1][0] is face:
                parts[-1] = (face, parts[-1][1] + cluster)
            else:
                parts.append((face, cluster))
        return [Stretch(face, part, width_in(face, part)) for face, part in parts]

    def _face_of(self, cluster: str, leftwards: ScriptFace | None) -> Face | ScriptFace:
        """A letter and the marks on it stay in one font, and so does punctuation within Arabic and Hebrew.

        Digits do not: they would be larger than those of a number that stands by itself.
        """
        if (
            leftwards
            and cluster[0] not in digits
            and all(letter in glyph_font(leftwards) for letter in cluster)
        ):
            return leftwards
        if self.letters.issuperset(cluster):
            return self._face
        understudy = _UNDERSTUDIES.get(self._face)
        if understudy and typeface(understudy).letters.issuperset(cluster):
            return understudy
        if typeface(Face.STAND_IN).letters.issuperset(cluster):
            return Face.STAND_IN
        return face_for(cluster[0], bold=is_bold(self._face)) or Face.STAND_IN


@cache
def typeface(face: Face) -> Typeface:
    return Typeface(face)


def width_in(face: Face | ScriptFace, text: str) -> float:
    """At size 1."""
    if isinstance(face, Face):
        return typeface(face).width(text)
    if face is ScriptFace.EAST_ASIAN:
        return east_width(text)
    return glyph_font(face).shaped(text, leftwards=True).width


@cache
def is_mark(letter: str) -> bool:
    """Stands on the letter before it."""
    return category(letter) in ("Mn", "Me")


def _clusters(text: str) -> list[str]:
    clusters: list[str] = []
    for letter in text:
        if clusters and is_mark(letter):
            clusters[-1] += letter
        else:
            clusters.append(letter)
    return clusters


def _leftwards_face(text: str, *, bold: bool) -> ScriptFace | None:
    faces = (face_for(letter, bold=bold) for letter in text if bidirectional(letter) in ("R", "AL"))
    return next((face for face in faces if face in LEFTWARDS), None)


@cache
def _drawable() -> frozenset[str]:
    return frozenset.intersection(*(typeface(face).letters for face in _FULL)) | (
        typeface(Face.STAND_IN).letters
    )


def _left_to_right(code: int) -> bool:
    """Scripts that run the other way are not drawn letter by letter."""
    return code >= 32 and bidirectional(chr(code)) not in ("R", "AL", "AN")


class Ink:
    """Texts made drawable, and a note of each character that no font has."""

    def __init__(self, language: str = "") -> None:
        self._language = language
        self._missing: Counter[str] = Counter()
        self._foreign: set[str] = set()

    def text(self, raw: str) -> str:
        text = printable(raw)
        if text.isascii():
            return text
        text = text.translate(_SAME).translate(_JOINERS)
        foreign = set(text) - _drawable()
        if not foreign:
            return text
        missing = {letter for letter in foreign if face_for(letter, bold=False) is None}
        self._foreign |= foreign - missing
        if missing:
            self._missing.update(letter for letter in text if letter in missing)
            text = printable("".join(letter for letter in text if letter not in missing))
        return text

    @property
    def region(self) -> str:
        """Whose shapes East Asian letters have: `zh`, `ja` or `ko`."""
        return region_of(self._language, "".join(self._foreign))

    def notes(self) -> tuple[str, ...]:
        return tuple(
            f"No embedded font has {letter} (U+{ord(letter):04X} {name(letter, 'unnamed')}): left out"
            + (f" {count} times." if count > 1 else ".")
            for letter, count in sorted(self._missing.items())
        )
