"""Whether what is drawn can be seen against what was drawn before it."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from app.infrastructure.extraction.child.answers import Refusal, Refused, Remark

_MOST_OBJECTS = 50_000
_MOST_FILLS = 300
_DEEPEST = 5
_FAINT = 25
"""Of 255: less is not there for an eye."""
_ALIKE = 14
_WHITE = (255, 255, 255)
_UNDRAWN = (pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP)
Colour = tuple[int, int, int]
Matrix = tuple[float, float, float, float, float, float]
_SAME: Matrix = (1, 0, 0, 1, 0, 0)


@dataclass(frozen=True, slots=True)
class _Fill:
    order: int
    left: float
    bottom: float
    right: float
    top: float
    colour: Colour | None
    """None for a picture, which may be of any."""

    @property
    def area(self) -> float:
        return (self.right - self.left) * (self.top - self.bottom)

    def under(self, x: float, y: float, order: int) -> bool:
        return self.order < order and self.left <= x <= self.right and self.bottom <= y <= self.top


class Looks:
    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self.pictures = False
        self._orders: dict[int, int] = {}
        self._count = 0
        fills = list(self._walked(page))
        self._fills = sorted(fills, key=lambda f: -f.area)[:_MOST_FILLS]
        self._fills.sort(key=lambda f: -f.order)
        self._known: dict[int, Remark | None] = {}

    def unseen(self, drawn: Any, x: float, y: float) -> Remark | None:
        """Asked once for all letters that are drawn together."""
        key = _address(drawn)
        if key not in self._known:
            self._known[key] = self._unseen(drawn, key, x, y) if key else None
        return self._known[key]

    def _unseen(self, drawn: Any, key: int, x: float, y: float) -> Remark | None:
        colour, clear = _fill_of(drawn)
        mode = pdfium.FPDFTextObj_GetTextRenderMode(drawn)
        if mode in _UNDRAWN or (clear < _FAINT and mode == pdfium.FPDF_TEXTRENDERMODE_FILL):
            return Remark.HIDDEN
        if colour is None or mode != pdfium.FPDF_TEXTRENDERMODE_FILL:
            return None
        order = self._orders.get(key, self._count)
        below = next((fill.colour for fill in self._fills if fill.under(x, y, order)), _WHITE)
        return Remark.HIDDEN if below and _alike(colour, below) else None

    def _walked(self, page: pypdfium2.PdfPage) -> Iterator[_Fill]:
        count = pdfium.FPDFPage_CountObjects(page)
        for n in range(count):
            yield from self._object(pdfium.FPDFPage_GetObject(page, n), _SAME, 0)

    def _object(self, drawn: Any, matrix: Matrix, depth: int) -> Iterator[_Fill]:
        self._count += 1
        if self._count > _MOST_OBJECTS:
            raise Refused(Refusal.TOO_DEEP)
        kind = pdfium.FPDFPageObj_GetType(drawn)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            self._orders[_address(drawn)] = self._count
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            within = _times(_matrix_of(drawn), matrix)
            for n in range(pdfium.FPDFFormObj_CountObjects(drawn)):
                yield from self._object(pdfium.FPDFFormObj_GetObject(drawn, n), within, depth + 1)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            self.pictures = True
            yield _Fill(self._count, *_bounds(drawn, matrix), None)
        elif kind in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_SHADING):
            colour, clear = _fill_of(drawn) if _is_filled(drawn) else (None, 0)
            if clear > 128 or kind == pdfium.FPDF_PAGEOBJ_SHADING:
                yield _Fill(self._count, *_bounds(drawn, matrix), colour)


def _address(drawn: Any) -> int:
    return ctypes.cast(drawn, ctypes.c_void_p).value or 0


def _alike(one: Colour, other: Colour) -> bool:
    return all(abs(a - b) < _ALIKE for a, b in zip(one, other, strict=True))


def _is_filled(path: Any) -> bool:
    mode, stroked = ctypes.c_int(), ctypes.c_int()
    return bool(pdfium.FPDFPath_GetDrawMode(path, mode, stroked)) and mode.value != 0


def _fill_of(drawn: Any) -> tuple[Colour | None, int]:
    red, green, blue, clear = (ctypes.c_uint() for _ in range(4))
    if not pdfium.FPDFPageObj_GetFillColor(drawn, red, green, blue, clear):
        return None, 255
    return (red.value, green.value, blue.value), clear.value


def _bounds(drawn: Any, matrix: Matrix) -> tuple[float, float, float, float]:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(drawn, left, bottom, right, top)
    a, b, c, d, e, f = matrix
    corners = [(x.value, y.value) for x in (left, right) for y in (bottom, top)]
    xs, ys = [a * x + c * y + e for x, y in corners], [b * x + d * y + f for x, y in corners]
    return min(xs), min(ys), max(xs), max(ys)


def _matrix_of(drawn: Any) -> Matrix:
    found = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(drawn, found):
        return _SAME
    return found.a, found.b, found.c, found.d, found.e, found.f


def _times(one: Matrix, other: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    p, q, r, s, t, u = other
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)
