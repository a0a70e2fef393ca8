"""A resume's text as pieces that know their place in it.

Every character is replaced by exactly one other, so that a place in the cleaned text is the place in
the text as it came.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from app.domain.resumes.resume import LIKELY, Read, Text

MOST_CHARACTERS = 60_000
"""Some twenty full pages; what comes after is no resume any more."""
_GONE = "\u200b"
"""Stands for a character that is not there for a reader; values leave it out."""
_MISREAD = (
    ("\u00e2\u20ac\u00a2", "\u2022"),
    ("\u00e2\u20ac\u201c", "\u2013"),
    ("\u00e2\u20ac\u201d", "\u2014"),
    ("\u00e2\u20ac\u2122", "\u2019"),
    ("\u00e2\u20ac\u0153", "\u201c"),
    ("\u00e2\u20ac", "\u201d"),
    ("\u00e2\u0080\u00a2", "\u2022"),
    ("\u00e2\u0080\u0093", "\u2013"),
    ("\u00e2\u0080\u0099", "\u2019"),
    ("\u00ef\u00bc\u008d", "\u2013"),
    ("\u00ef\u00bc\u200b", "\u2013"),
    ("\u00ef\u00bc", "\u2013"),
    ("\u00c2\u00a0", " "),
)
"""UTF-8 that someone read as Windows-1252 or Latin-1."""
_SEEN_AS: dict[int, str] = {
    **dict.fromkeys([*range(9), 0xB, 0xD, *range(0xE, 0x20), *range(0x7F, 0xA1), 0xFFFF], " "),
    **dict.fromkeys([0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000], " "),
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
    **dict.fromkeys([0xC, 0x2028, 0x2029, 0x85], "\n"),
    **dict.fromkeys([0x200C, 0x200D, 0x2060, 0xFEFF, 0x200E, 0x200F], _GONE),
    **dict.fromkeys([0x2010, 0x2011, 0x2012, 0x2212, 0xFE63, 0xFF0D], "-"),
    **dict.fromkeys([0xFFFE, 2], "\u00ad"),
    **dict.fromkeys(range(0xE000, 0xF900), "\u2022"),
    0xFF0C: ",",
    0xFF1A: ":",
    0xFF5C: "|",
}
"""Other spaces, line ends and hyphens; what PDFium puts for a hyphen at a line's end; private glyphs."""
_BULLET = re.compile(
    r"\s*(?:[\u2022\u25cf\u25aa\u25e6\u2023\u2219\u00b7\u30fb\u25a0\u25a1\u25c6\u25c7\u27a2\u27a4"
    r"\u2713\u2714\u2756\u25ba\u25b8\u204c\u2043\u25cb*+]+|[o\u2013\u2014-](?=[ \t])|\d{1,2}[.)](?=\s))\s*"
)
_CELLS = re.compile(r"\t+| {3,}")
_FAR_CELLS = re.compile(r"\t+| {4,}")
"""In a line that is a whole page, where punctuation may have become spaces."""
_PAGE = 400
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the cleaned text, without space at its ends."""

    text: str
    start: int
    bullet: bool = False
    after_gap: bool = False
    """An empty line stands before it."""
    beside: bool = False
    """A cell that another stands before, on the same line."""

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def value(self) -> str:
        """As a reader would say it: one space between words, broken words whole again."""
        text = self.text.replace(_GONE, "")
        text = re.sub(r"(?<=\w)\u00ad\s*(?=[a-z])", "", text).replace("\u00ad", "-")
        return _SPACES.sub(" ", text).strip()

    def part(self, start: int, end: int | None = None) -> "Piece":
        """A stretch of it, by places within it."""
        text = self.text[start:end]
        lead = len(text) - len(text.lstrip())
        return replace(self, text=text.strip(), start=self.start + start + lead)

    def trimmed(self, marks: str) -> "Piece":
        """Without these characters, and space, at its ends."""
        marks += " \n\t"
        lead = len(self.text) - len(self.text.lstrip(marks))
        return replace(self, text=self.text.strip(marks), start=self.start + lead)

    def split(self, pattern: re.Pattern[str]) -> list["Piece"]:
        """What stands between the matches, without what is empty."""
        found, at = [], 0
        for match in pattern.finditer(self.text):
            found.append(self.part(at, match.start()))
            at = match.end()
        found.append(self.part(at))
        return [piece for piece in found if piece.text]

    def read(self, sureness: float = LIKELY) -> Text:
        return Read(self.value, self.start, self.end, sureness)


def cleaned(text: str) -> str:
    """The same length, character for character."""
    text = text[:MOST_CHARACTERS]
    for wrong, right in _MISREAD:
        if wrong in text:
            text = text.replace(wrong, right + _GONE * (len(wrong) - 1))
    return text.translate(_SEEN_AS)


def lines_of(text: str) -> Iterator[Piece]:
    """The lines of a cleaned text; cells that stand apart on one line come one after the other."""
    at, gap, bullet = 0, False, False
    for line in text.split("\n"):
        whole = Piece(line, at).trimmed(_GONE)
        at += len(line) + 1
        if not whole.text:
            gap = True
            continue
        mark = _BULLET.match(whole.text)
        if mark and mark.end() == len(whole.text) and not whole.text[0].isalnum():
            bullet = True
            continue
        body = whole.part(mark.end()) if mark else whole
        for n, cell in enumerate(body.split(_CELLS if len(body.text) < _PAGE else _FAR_CELLS)):
            marked = (bool(mark) or bullet) and n == 0
            yield replace(cell, bullet=marked, after_gap=gap and n == 0, beside=n > 0)
        gap, bullet = False, False


def joined(pieces: Iterable[Piece], sureness: float = LIKELY) -> Text | None:
    """One running text out of several pieces."""
    pieces = list(pieces)
    if not pieces:
        return None
    value = " ".join(piece.value for piece in pieces if piece.value)
    return Read(value, pieces[0].start, pieces[-1].end, sureness)
