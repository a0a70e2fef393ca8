"""What is drawn on a page, letter by letter, and which of it a person sees."""

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass, field

import pypdfium2
import pypdfium2.raw as pdfium

from app.infrastructure.extraction.child.answers import Reading, Remark
from app.infrastructure.extraction.child.pdf_looks import Looks

_TINY = 2.0
"""Points from the lowest to the highest of a letter."""
_LEANING = 0.1
"""Radians: more is turned."""
_CELL = 1.0
"""Of a letter's height: a wider gap separates two things."""
_SPACE = 0.17
_LINE = 0.35
_HYPHENS = frozenset({0x2, 0xAD, 0xFFFE})
_LINE_ENDS = (10, 13)


@dataclass(slots=True)
class Segment:
    """Letters that stand together on one line."""

    text: str
    left: float
    right: float
    base: float
    size: float
    spaced: bool = False
    """Space comes after it."""


@dataclass(slots=True)
class Page:
    segments: list[Segment] = field(default_factory=list)
    characters: int = 0
    height: float = 0.0
    pictures: bool = False


def page_of(page: pypdfium2.PdfPage, reading: Reading, most: int) -> Page:
    looks = Looks(page)
    text = page.get_textpage()
    left, bottom, right, top = page.get_bbox()
    turned = page.get_rotation() // 90
    made = Page(height=(right - left) if turned % 2 else top - bottom, pictures=looks.pictures)
    letters = _Letters(text, looks, (left, bottom, right, top), turned)
    made.segments = list(_segments(letters, reading, most))
    made.characters = letters.seen
    text.close()
    return made


@dataclass(slots=True)
class _Letter:
    code: int
    left: float = 0.0
    right: float = 0.0
    base: float = 0.0
    size: float = 0.0
    unseen: Remark | None = None


class _Letters:
    def __init__(
        self,
        text: pypdfium2.PdfTextPage,
        looks: Looks,
        box: tuple[float, float, float, float],
        turned: int,
    ) -> None:
        self.seen = 0
        self._text, self._looks, self._box, self._turned = text, looks, box, turned
        self._rect = pdfium.FS_RECTF()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()

    def each(self, most: int) -> Iterator[_Letter]:
        for n in range(min(pdfium.FPDFText_CountChars(self._text), most)):
            self.seen += 1
            code = pdfium.FPDFText_GetUnicode(self._text, n)
            if code in (10, 13, 32, 160, 9) or (code < 32 and code != 2):
                yield _Letter(code)
            else:
                yield self._letter(n, code)

    def _letter(self, n: int, code: int) -> _Letter:
        text, rect = self._text, self._rect
        pdfium.FPDFText_GetLooseCharBox(text, n, rect)
        pdfium.FPDFText_GetCharOrigin(text, n, self._x, self._y)
        left, bottom, right, top = rect.left, rect.bottom, rect.right, rect.top
        x, y = (left + right) / 2, (bottom + top) / 2
        unseen = self._unseen(n, x, y)
        base = self._y.value
        if self._turned:
            (left, base), (right, _), size = self._upright(left, bottom, right, top)
        else:
            size = top - bottom
        if unseen is None and size < _TINY:
            unseen = Remark.TINY
        return _Letter(code, left, right, base, size, unseen)

    def _upright(
        self, left: float, bottom: float, right: float, top: float
    ) -> tuple[tuple[float, float], tuple[float, float], float]:
        """As the page is shown, with the lower edge for its base."""
        x0, y0, x1, y1 = self._box
        if self._turned == 1:
            return (bottom - y0, x1 - right), (top - y0, 0), right - left
        if self._turned == 2:
            return (x1 - right, y1 - top), (x1 - left, 0), top - bottom
        return (y1 - top, left - x0), (y1 - bottom, 0), right - left

    def _unseen(self, n: int, x: float, y: float) -> Remark | None:
        left, bottom, right, top = self._box
        if not (left <= x <= right and bottom <= y <= top):
            return Remark.OFF_PAGE
        angle = pdfium.FPDFText_GetCharAngle(self._text, n)
        lean = (angle - self._turned * math.pi / 2) % math.pi
        if min(lean, math.pi - lean) > _LEANING:
            return Remark.ROTATED
        return self._looks.unseen(pdfium.FPDFText_GetTextObject(self._text, n), x, y)


def _segments(letters: _Letters, reading: Reading, most: int) -> Iterator[Segment]:
    now: Segment | None = None
    last = (0.0, 0.0)
    for letter in _seen(letters.each(most), reading):
        if not letter.size or letter.code in _HYPHENS:
            if now and letter.code in _LINE_ENDS:
                yield now
                now = None
            elif now and letter.code in _HYPHENS:
                now.text += "\u00ad"  # Broken at the line's end: the mark itself has no place.
            elif now:
                now.spaced = True
            continue
        shape, before = (letter.left, letter.right), last
        last = shape
        if now and shape == before and not now.spaced and letter.base == now.base:
            now.text += chr(letter.code)  # A ligature: two letters of one shape.
        elif now and _goes_on(now, letter):
            _add(now, letter)
        else:
            if now:
                yield now
            now = Segment(chr(letter.code), letter.left, letter.right, letter.base, letter.size)
    if now:
        yield now


def _add(now: Segment, letter: _Letter) -> None:
    if now.spaced or letter.left - now.right > _SPACE * letter.size:
        now.text += " "
    now.text += chr(letter.code)
    now.right, now.spaced = max(now.right, letter.right), False
    now.size = max(now.size, letter.size)


def _seen(letters: Iterator[_Letter], reading: Reading) -> Iterator[_Letter]:
    """Of what is not, one remark for each stretch."""
    unseen: Remark | None = None
    for letter in letters:
        if letter.unseen and (letter.code not in _HYPHENS or letter.unseen is Remark.HIDDEN):
            reading.remark(letter.unseen, letter.unseen is not unseen)
            unseen = letter.unseen
            continue
        if letter.size:
            unseen = None
        yield letter


def _goes_on(now: Segment, letter: _Letter) -> bool:
    size = max(letter.size, 1.0)
    level = abs(letter.base - now.base) < _LINE * max(size, now.size)
    return level and -0.6 * size < letter.left - now.right < _CELL * size
