"""Spans of text broken into rows that fit."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from app.infrastructure.pdf.breaking import EAST, atoms
from app.infrastructure.pdf.scripts import ScriptFace
from app.infrastructure.pdf.template import Style
from app.infrastructure.pdf.typefaces import Face, Word, typeface, width_in

NO_BREAK = "\u00a0"
_TEAR_AFTER = frozenset("/-_.?&=@,;:" + NO_BREAK)


@dataclass(frozen=True, slots=True)
class Span:
    """Text in one style; a space stands between one span and the next."""

    text: str
    style: Style
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """What is drawn in one go, `x` points from the margin at which its row begins."""

    x: float
    width: float
    face: Face | ScriptFace
    text: str
    style: Style
    url: str | None


@dataclass(frozen=True, slots=True)
class Row:
    pieces: tuple[Piece, ...]
    style: Style
    """The tallest: it sets the row's height and baseline."""
    plain: bool = True
    """Its words stand one after the other as they are read, and ReportLab can draw them by itself."""

    @property
    def end(self) -> float:
        last = self.pieces[-1]
        return last.x + last.width


_Words = list[tuple[Span, Word, bool]]
"""Of a row, each with whether a space stands before it."""


def wrapped(spans: Iterable[Span], width: float, *, at: float = 0.0) -> list[Row]:
    """Rows of at most `width`, beginning `at` points from the margin that rows begin at."""
    rows = list(_filled(spans, width))
    _accompany(rows, width)
    return [_row(words, at) for words in rows]


def beside(row: Row, other: Row) -> Row:
    """Both on one baseline; the other is drawn, and so read, after."""
    plain = row.plain and other.plain
    return Row(row.pieces + other.pieces, max(row.style, other.style, key=_leading), plain)


def moved(row: Row, by: float) -> Row:
    return replace(row, pieces=tuple(replace(piece, x=piece.x + by) for piece in row.pieces))


def shortened(row: Row, ending: str) -> Row:
    """Without this at its end, in whatever fonts it is drawn."""
    if not "".join(piece.text for piece in row.pieces[-len(ending) :]).endswith(ending):
        return row
    pieces, left = list(row.pieces), len(ending)
    while left:
        last = pieces.pop()
        text = last.text[:-left]
        left -= len(last.text) - len(text)
        if text:
            width = width_in(last.face, text) * last.style.size
            pieces.append(replace(last, text=text, width=width))
    return replace(row, pieces=tuple(pieces))


def _filled(spans: Iterable[Span], width: float) -> Iterator[_Words]:
    row: _Words = []
    used = gap = 0.0
    for span in spans:
        face, size = typeface(span.style.face), span.style.size
        space = face.word(" ").width * size
        for text, spaced in _bits(span.text):
            word = face.word(text)
            wide = word.width * size
            before = _gap(row[-1], word, gap) if spaced and row else 0.0
            if row and used + before + wide > width:
                yield row
                row, used, before = [], 0.0, 0.0
            if wide > width:
                *torn, word = _torn(word, span.style, width)
                yield from ([(span, part, True)] for part in torn)
                wide = word.width * size
            used += wide + before
            row.append((span, word, spaced))
            gap = space
    if row:
        yield row


def _gap(last: tuple[Span, Word, bool], word: Word, gap: float) -> float:
    """The space before a word: within a script its own, and beside a script the wider of both."""
    span, before, _ = last
    if before.plain and word.plain:
        return gap
    ending, beginning = before.stretches[-1].face, word.stretches[0].face
    owns = [
        width_in(face, " ") * span.style.size for face in (ending, beginning) if isinstance(face, ScriptFace)
    ]
    return max(owns, default=gap) if ending is beginning else max([gap, *owns])


def _bits(text: str) -> Iterable[tuple[str, bool]]:
    """What a row may end after, each with whether a space stands before it."""
    words = text.split(" ")
    if text.isascii() or not EAST.search(text):
        return [(word, True) for word in words]
    return [(atom, n == 0) for word in words for n, atom in enumerate(atoms(word) or [""])]


def _accompany(rows: list[_Words], width: float) -> None:
    """One short word on the last row looks lost: it gets the word before it for company."""
    if len(rows) < 2 or len(rows[-1]) > 1 or len(rows[-2]) < 3:
        return
    both = [rows[-2][-1], rows[-1][0]]
    if sum(word.width * span.style.size for span, word, _ in both) < width / 3:
        rows[-2].pop()
        rows[-1].insert(0, both[0])


def _torn(word: Word, style: Style, width: float) -> list[Word]:
    """Too long for a row: broken after punctuation where there is some, else anywhere."""
    face, limit = typeface(style.face), width / style.size
    widths = [width_in(part.face, letter) for part in word.stretches for letter in part.text]
    parts: list[Word] = []
    start = fair = 0
    used = 0.0
    for n, wide in enumerate(widths):
        if used + wide > limit and n > start:
            cut = fair if fair - start > (n - start) // 2 else n
            parts.append(face.word(word.text[start:cut].rstrip(NO_BREAK)))
            start, used = cut, sum(widths[cut:n])
        used += wide
        if word.text[n] in _TEAR_AFTER:
            fair = n + 1
    return [*parts, face.word(word.text[start:])]


def _row(words: _Words, at: float) -> Row:
    pieces: list[Piece] = []
    x = at
    for face, text, span in _runs(words):
        width = width_in(face, text) * span.style.size
        pieces.append(Piece(x, width, face, text, span.style, span.url))
        x += width
    plain = all([word.plain for _, word, _ in words])
    return Row(tuple(pieces), max((span.style for span, _, _ in words), key=_leading), plain)


def _runs(words: _Words) -> Iterator[tuple[Face | ScriptFace, str, Span]]:
    """The row's words with the spaces between them, cut where the span or the font changes."""
    text, current = "", words[0][0]
    face: Face | ScriptFace = current.style.face
    for n, (span, word, spaced) in enumerate(words):
        if n and spaced:
            if face is not current.style.face and not _goes_on(word, face):
                yield face, text, current
                face, text = current.style.face, ""
            text += " "
        for part in word.stretches:
            if part.face is not face or span is not current:
                if text:
                    yield face, text, current
                face, text, current = part.face, "", span
            text += part.text
    if text:
        yield face, text, current


def _goes_on(word: Word, face: Face | ScriptFace) -> bool:
    """The space before it may be the script's own, which is as wide."""
    return isinstance(face, ScriptFace) and bool(word.stretches) and word.stretches[0].face is face


def _leading(style: Style) -> float:
    return style.leading
