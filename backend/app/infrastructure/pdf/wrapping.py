"""Spans of text broken into rows that fit."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from app.infrastructure.pdf.template import Style
from app.infrastructure.pdf.typefaces import Face, Word, typeface

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
    """What is drawn in one go, `x` points from the left margin."""

    x: float
    width: float
    face: Face
    text: str
    style: Style
    url: str | None


@dataclass(frozen=True, slots=True)
class Row:
    pieces: tuple[Piece, ...]
    style: Style
    """The tallest: it sets the row's height and baseline."""

    @property
    def end(self) -> float:
        last = self.pieces[-1]
        return last.x + last.width


_Words = list[tuple[Span, Word]]


def wrapped(spans: Iterable[Span], width: float, *, at: float = 0.0) -> list[Row]:
    """Rows of at most `width`, beginning `at` points from the left margin."""
    rows = list(_filled(spans, width))
    _accompany(rows, width)
    return [_row(words, at) for words in rows]


def beside(row: Row, other: Row) -> Row:
    """Both on one baseline; the other is drawn, and so read, after."""
    return Row(row.pieces + other.pieces, max(row.style, other.style, key=_leading))


def moved(row: Row, by: float) -> Row:
    return Row(tuple(replace(piece, x=piece.x + by) for piece in row.pieces), row.style)


def shortened(row: Row, ending: str) -> Row:
    """Without this at its end."""
    last = row.pieces[-1]
    if not last.text.endswith(ending):
        return row
    text = last.text.removesuffix(ending)
    width = typeface(last.face).width(text) * last.style.size
    return Row((*row.pieces[:-1], replace(last, text=text, width=width)), row.style)


def _filled(spans: Iterable[Span], width: float) -> Iterator[_Words]:
    row: _Words = []
    used = 0.0
    for span in spans:
        face, size = typeface(span.style.face), span.style.size
        space = face.word(" ").width * size
        for text in span.text.split(" "):
            word = face.word(text)
            wide = word.width * size
            if row and used + wide > width:
                yield row
                row, used = [], 0.0
            if wide > width:
                *torn, word = _torn(word, span.style, width)
                yield from ([(span, part)] for part in torn)
                wide = word.width * size
            row.append((span, word))
            used += wide + space
    if row:
        yield row


def _accompany(rows: list[_Words], width: float) -> None:
    """One short word on the last row looks lost: it gets the word before it for company."""
    if len(rows) < 2 or len(rows[-1]) > 1 or len(rows[-2]) < 4:
        return
    both = [rows[-2][-1], rows[-1][0]]
    if sum(word.width * span.style.size for span, word in both) < width / 3:
        rows[-2].pop()
        rows[-1].insert(0, both[0])


def _torn(word: Word, style: Style, width: float) -> list[Word]:
    """Too long for a row: broken after punctuation where there is some, else anywhere."""
    face, limit = typeface(style.face), width / style.size
    widths = [typeface(part.face).width(letter) for part in word.stretches for letter in part.text]
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
        width = typeface(face).width(text) * span.style.size
        pieces.append(Piece(x, width, face, text, span.style, span.url))
        x += width
    return Row(tuple(pieces), max((span.style for span, _ in words), key=_leading))


def _runs(words: _Words) -> Iterator[tuple[Face, str, Span]]:
    """The row's words with the spaces between them, cut where the span or the font changes."""
    last = len(words) - 1
    face, text, current = words[0][0].style.face, "", words[0][0]
    for n, (span, word) in enumerate(words):
        for part in word.stretches:
            if part.face is not face or span is not current:
                if text:
                    yield face, text, current
                face, text, current = part.face, "", span
            text += part.text
        if n < last:
            if face is not span.style.face:
                yield face, text, current
                face, text = span.style.face, ""
            text += " "
    if text:
        yield face, text, current


def _leading(style: Style) -> float:
    return style.leading
