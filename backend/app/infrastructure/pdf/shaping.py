"""Fonts drawn glyph by glyph: what a shaping engine makes of letters that join, stack or run leftwards."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import uharfbuzz
from reportlab.pdfbase.ttfonts import TTFontFace

_LEFTWARDS = {"kern": False}
"""Kerned letters would stand off their places, and be drawn as shapes."""
_RIGHTWARDS = {"kern": False, "liga": False, "clig": False, "calt": False}
"""Latin is set letter by letter elsewhere: the same words must be as wide here."""


@dataclass(frozen=True, slots=True)
class Glyph:
    number: int
    """In the font."""
    text: str
    """What a reader gets for it."""
    advance: float
    """To the next one, at size 1."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A glyph off its line, such as a vowel sign: drawn as a shape, its letter told by an empty glyph."""

    number: int
    right: float
    """From the beginning of what it belongs to, at size 1."""
    up: float


@dataclass(frozen=True, slots=True)
class Shaped:
    """From left to right, as it stands on the page."""

    glyphs: tuple[Glyph, ...]
    marks: tuple[Mark, ...] = ()

    @property
    def width(self) -> float:
        return sum(glyph.advance for glyph in self.glyphs)


class GlyphFont:
    """One font file, as the shaping engine and ReportLab's subsets need it. Not safe between threads."""

    def __init__(self, path: Path) -> None:
        self.file: Any = TTFontFace(str(path))
        self._numbers: dict[int, int] = self.file.charToGlyph
        self._em = float(self.file.unitsPerEm)
        # From here on a glyph's code is its number: subsets are asked for by glyphs, not by letters.
        self.file.charToGlyph = {number: number for number in range(self.file.numGlyphs)}
        self.shaped = lru_cache(maxsize=4096)(self._shaped)
        self._copies: dict[tuple[int, int], int] = {}

    def __contains__(self, letter: str) -> bool:
        return ord(letter) in self._numbers

    def advance(self, number: int) -> float:
        return float(self.file.hmetrics[number][0]) / self._em

    def as_wide(self, number: int, thousandths: int) -> int:
        """The glyph, or a copy of it that says it is so wide: a file's widths must be its font's."""
        if round(1000 * self.advance(number)) == thousandths:
            return number
        key = number, thousandths
        if key not in self._copies:
            self._copies[key] = self._copied(number, thousandths)
        return self._copies[key]

    def _copied(self, number: int, thousandths: int) -> int:
        """Beyond the font's own glyphs, at the same place in its outlines: for ReportLab to find there."""
        places, metrics = self.file.glyphPos, self.file.hmetrics
        copy = len(places)
        places.extend((places[number], places[number + 1]))
        metrics.extend([(0, 0)] * (copy - len(metrics)))
        metrics.append((round(thousandths * self._em / 1000), metrics[number][1]))
        self.file.charToGlyph[copy] = copy
        return copy

    @property
    def empty(self) -> int:
        """A glyph that draws nothing: the space, or the one of full width."""
        return self._numbers.get(0x20) or self._numbers[0x3000]

    def alone(self, text: str) -> Shaped:
        """Each letter by itself, as ideographs are. Raises KeyError for one that the font lacks."""
        numbers = [self._numbers[ord(letter)] for letter in text]
        return Shaped(
            tuple(Glyph(n, letter, self.advance(n)) for n, letter in zip(numbers, text, strict=True))
        )

    def outline(self, number: int, pen: Any) -> None:
        """Drawn with a pen of fontTools' protocol, in units of which `per_em` make the size."""
        self._engine.draw_glyph_with_pen(number, pen)

    @property
    def per_em(self) -> float:
        return self._em

    @cached_property
    def _engine(self) -> Any:
        return uharfbuzz.Font(uharfbuzz.Face(self.file._ttf_data))

    def _shaped(self, text: str, *, leftwards: bool) -> Shaped:
        buffer = uharfbuzz.Buffer()
        buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if leftwards else "ltr"
        uharfbuzz.shape(self._engine, buffer, _LEFTWARDS if leftwards else _RIGHTWARDS)
        return self._told(text, buffer, leftwards=leftwards)

    def _told(self, text: str, buffer: Any, *, leftwards: bool) -> Shaped:
        """Each letter goes with one glyph, so that a reader gets every letter once and in its place."""
        glyphs: list[Glyph] = []
        marks: list[Mark] = []
        x = 0.0
        infos = buffer.glyph_infos
        letters = _letters(text, [info.cluster for info in infos])
        for info, place, told in zip(infos, buffer.glyph_positions, letters, strict=True):
            advance = max(place.x_advance, 0) / self._em
            off = bool(place.x_offset or place.y_offset or not told)
            if off:
                marks.append(Mark(info.codepoint, x + place.x_offset / self._em, place.y_offset / self._em))
            number = self.empty if off else info.codepoint
            glyphs.extend(self._spread(number, told, advance, leftwards=leftwards))
            x += advance
        return Shaped(tuple(glyphs), tuple(marks))

    def _spread(self, number: int, told: str, advance: float, *, leftwards: bool) -> Iterator[Glyph]:
        """A ligature's later letters go to empty glyphs: what runs leftwards, readers turn glyph by glyph."""
        if leftwards:
            yield from (Glyph(self.empty, letter, 0.0) for letter in reversed(told[1:]))
            told = told[:1]
        if told or advance:
            yield Glyph(number, told, advance)


def _letters(text: str, clusters: list[int]) -> list[str]:
    """For each glyph the letters that it stands for; the second glyph of the same letters stands for none."""
    starts = sorted(set(clusters))
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    told: set[int] = set()
    found: list[str] = []
    for cluster in clusters:
        found.append("" if cluster in told else text[cluster : ends[cluster]])
        told.add(cluster)
    return found
