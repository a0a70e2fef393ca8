"""A row's pieces as they stand on the page: shaped, in visual order, and cut so that readers undo it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby

from app.infrastructure.pdf.bidi import is_mirrored, visual
from app.infrastructure.pdf.scripts import (
    LEFTWARDS,
    ScriptFace,
    east_face,
    east_shaped,
    glyph_font,
)
from app.infrastructure.pdf.shaping import Glyph, Shaped
from app.infrastructure.pdf.template import Style
from app.infrastructure.pdf.typefaces import Face, is_mark
from app.infrastructure.pdf.wrapping import NO_BREAK, Piece, Row

# Punctuation and signs of money and number that readers take no direction from, and Arabic digits.
_SIDELESS = re.compile("[\0-/:-@\u0660-\u066d\u06f0-\u06f9\u2000-\u206f\u20a0-\u21ff]")
_DIALLED = re.compile(r"\+\d[\d \xa0()./-]*\d")
"""A telephone number is read from left to right in every script, with its spaces and its sign."""
_NAMED = re.compile(r"(?<![A-Za-z0-9.])(?:\.[A-Za-z]+|[A-Za-z][A-Za-z0-9]*(?:\+{1,2}|#))(?![A-Za-z0-9+#])")
"""C++, C# and .NET keep their signs on their side."""
_LEFTWARDS = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")


@dataclass(frozen=True, slots=True)
class Stroke:
    """Text in one font and style, drawn in one go at `x` points from the left margin."""

    x: float
    width: float
    face: Face | ScriptFace
    shaped: Shaped
    style: Style
    url: str | None
    apart: bool = False
    """Beside it stands text that runs the other way: a reader must not turn both together."""
    leftwards: bool | None = None
    """Which way its letters run; None: it has none."""


@dataclass(frozen=True, slots=True)
class Direction:
    """Whether it is leftwards."""

    document: bool
    """The margin that its rows begin at."""
    paragraph: bool
    """Where its words begin, and where its full stop stands."""


def direction_of(rows: Sequence[Row]) -> Direction:
    """Within a document that runs leftwards, a paragraph without a word of its script does not."""
    pieces = [piece for row in rows for piece in row.pieces]
    own = any(piece.face in LEFTWARDS for piece in pieces)
    foreign = any(letter.isalpha() for piece in pieces for letter in piece.text)
    return Direction(document=True, paragraph=own or not foreign)


@dataclass(frozen=True, slots=True, eq=False)
class _Part:
    text: str
    face: Face | ScriptFace
    piece: Piece
    shaped: Shaped
    side: bool | None

    @property
    def width(self) -> float:
        return self.shaped.width * self.piece.style.size


def strokes(
    row: Row, width: float, direction: "Direction", *, region: str, turned: bool
) -> Iterator[Stroke | Piece]:
    """In reading order; a piece that ReportLab can draw stays one.

    `width` is that of the document's rows; `turned` says that the last letter before them on the page
    ran leftwards.
    """
    leftwards = direction.document
    if not leftwards and not any(piece.face in LEFTWARDS for piece in row.pieces):
        for piece in row.pieces:
            yield from _rightwards(piece, region)
        return
    for n, pieces in enumerate(_neighbours(row.pieces)):
        if n:
            yield _gap(pieces[0], width - pieces[0].x if leftwards else pieces[0].x)
        for stroke in _placed(pieces, width, _Cutting(region, turned), direction):
            turned = turned if stroke.leftwards is None else stroke.leftwards
            yield stroke


def _rightwards(piece: Piece, region: str) -> Iterator[Stroke | Piece]:
    if isinstance(piece.face, Face) and not any(map(is_mark, piece.text)):
        yield piece
        return
    x = piece.x
    for face, text in _in_fonts(piece.face, piece.text.replace(NO_BREAK, " "), region):
        shaped = _shaped(face, text, leftwards=False)
        width = shaped.width * piece.style.size
        yield Stroke(x, width, face, shaped, piece.style, piece.url)
        x += width


def _neighbours(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Pieces that touch are one sentence; beyond a gap begins another."""
    together: list[Piece] = []
    for piece in pieces:
        if together and piece.x - together[-1].x - together[-1].width > 0.01:
            yield together
            together = []
        together.append(piece)
    if together:
        yield together


def _gap(piece: Piece, x: float) -> Stroke:
    """A space without width: not every reader sees one where text goes on to the left of what it read."""
    empty = Glyph(glyph_font(piece.style.face).empty, " ", 0.0)
    return Stroke(x, 0.0, piece.style.face, Shaped((empty,)), piece.style, None, apart=True)


def _placed(
    pieces: Sequence[Piece], width: float, cutting: "_Cutting", direction: "Direction"
) -> Iterator[Stroke]:
    owners = [piece for piece in pieces for _ in piece.text]
    said = "".join(piece.text for piece in pieces)
    sided = _NAMED.sub(_as_letters, _DIALLED.sub(_as_letters, said))
    ordered = visual(sided, leftwards=direction.paragraph)
    text = said.replace(NO_BREAK, " ")
    parts = {
        run: list(cutting.parts(text[run.start : run.end], owners[run.start : run.end], run.leftwards))
        for run in sorted(ordered, key=lambda run: run.start)
    }
    whole = sum(part.width for each in parts.values() for part in each)
    x = width - pieces[0].x - whole if direction.document else pieces[0].x
    lefts: dict[_Part, float] = {}
    for run in ordered:
        for part in reversed(parts[run]) if run.leftwards else parts[run]:
            lefts[part] = x
            x += part.width
    for part, shaped in _with_spaces([part for each in parts.values() for part in each]):
        piece = part.piece
        at, wide = lefts[part], part.width
        yield Stroke(at, wide, part.face, shaped, piece.style, piece.url, apart=True, leftwards=part.side)


class _Cutting:
    """Cuts runs where the style or the font changes, and where a reader would turn too much or too little.

    One reader turns what runs leftwards letter by letter, and takes punctuation before the first letter
    for what it read last; the other turns a line at a time, with its brackets.
    """

    def __init__(self, region: str, turned: bool) -> None:
        self._region = region
        self._turned = turned

    def parts(self, text: str, owners: Sequence[Piece], leftwards: bool) -> Iterator[_Part]:
        for _, group in groupby(range(len(text)), key=lambda n: (id(owners[n].style), owners[n].url)):
            places = list(group)
            piece, said = owners[places[0]], text[places[0] : places[-1] + 1]
            faces = [owners[n].face for n in places]
            for face, words in self._in_fonts(said, faces, leftwards=leftwards):
                for part in self._cut(words, leftwards=leftwards):
                    yield _Part(part, face, piece, _shaped(face, part, leftwards=leftwards), _side(part))

    def _in_fonts(
        self, text: str, faces: Sequence[Face | ScriptFace], *, leftwards: bool
    ) -> Iterator[tuple[Face | ScriptFace, str]]:
        within = next((face for face in faces if face in LEFTWARDS), None) if leftwards else None
        chosen = [
            within if within and letter in glyph_font(within) else face
            for letter, face in zip(text, faces, strict=True)
        ]
        for face, group in groupby(range(len(text)), key=chosen.__getitem__):
            yield from _in_fonts(face, "".join(text[n] for n in group), self._region)

    def _cut(self, text: str, *, leftwards: bool) -> Iterator[str]:
        if leftwards:
            for alone, group in groupby(text, key=_stands_alone):
                said = "".join(group)
                yield from said if alone else self._letters(said, leftwards=True)
                self._turned = self._turned and not alone
        elif _side(text) is None and not text.isdecimal():
            yield from text
        else:
            yield from self._letters(text, leftwards=False)

    def _letters(self, text: str, *, leftwards: bool) -> Iterator[str]:
        """The letters, and by themselves the signs beside them that would be taken for earlier ones."""
        start, end = 0, len(text)
        if _side(text) is None:
            start = end if leftwards else 0
        elif leftwards != self._turned:
            strong = [n for n, letter in enumerate(text) if _side(letter) is not None]
            start, end = (0, strong[-1] + 1) if leftwards else (strong[0], end)
        yield from text[:start]
        if start < end:
            yield text[start:end]
            self._turned = leftwards if _side(text) is not None else self._turned
        yield from text[end:]


def _as_letters(found: re.Match[str]) -> str:
    return "a" * len(found[0])


def _stands_alone(letter: str) -> bool:
    """Within text that runs leftwards: it is turned by one reader and not by the other."""
    return is_mirrored(letter) or _side(letter) is False


def _with_spaces(parts: Sequence[_Part]) -> Iterator[tuple[_Part, Shaped]]:
    """A space beside words that run rightwards is told with them: by itself it would be a line of its own."""
    before = ""
    for n, part in enumerate(parts):
        if part.text == " " and n + 1 < len(parts) and parts[n + 1].side is False and not before:
            before = " "
        elif part.text == " " and n and parts[n - 1].side is False:
            continue
        else:
            after = n + 1 < len(parts) and part.side is False and parts[n + 1].text == " "
            yield part, _spaced(part, before, " " if after and not _leads(parts, n + 1) else "")
            before = ""


def _leads(parts: Sequence[_Part], n: int) -> bool:
    return n + 1 < len(parts) and parts[n + 1].side is False


def _spaced(part: _Part, before: str, after: str) -> Shaped:
    if not before and not after:
        return part.shaped
    empty = glyph_font(part.face).empty
    lead, tail = ([Glyph(empty, space, 0.0)] if space else [] for space in (before, after))
    return replace(part.shaped, glyphs=(*lead, *part.shaped.glyphs, *tail))


@lru_cache(maxsize=4096)
def _side(text: str) -> bool | None:
    """Whether its first letter runs leftwards to a reader; None: it has no letter."""
    for letter in text:
        if not _SIDELESS.match(letter):
            return bool(_LEFTWARDS.match(letter))
    return None


def _in_fonts(face: Face | ScriptFace, text: str, region: str) -> Iterator[tuple[Face | ScriptFace, str]]:
    if face is not ScriptFace.EAST_ASIAN:
        yield face, text
        return
    for real, group in groupby(text, key=lambda letter: east_face(letter, region)):
        if real:
            yield real, "".join(group)


def _shaped(face: Face | ScriptFace, text: str, *, leftwards: bool) -> Shaped:
    if isinstance(face, ScriptFace) and face not in LEFTWARDS:
        return east_shaped(text, face)
    return glyph_font(face).shaped(text, leftwards=leftwards)
