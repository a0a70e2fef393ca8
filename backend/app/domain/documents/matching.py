"""Texts found in another text, in order, whatever a file format did to spaces and hyphens.

Both sides are squashed: composed, without spaces, hyphens and what cannot be seen. The hay
remembers where its spaces and line ends stood, so that words that ran together do not match, and
words that were torn apart match only at a line's end where tearing is fair: at a hyphen, at
punctuation, where the direction of writing turns, anywhere in Chinese and Japanese, or in a word
too long for a line.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_LONG_WORD = 25
_MOST_PLACES = 500
"""Of one text: more repetitions than this are not weighed against each other."""

# Controls, zero-width and direction marks.
_DROPPED = re.compile(
    "[\x00\x01\x03-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
_HYPHENS = re.compile("[-\xad\u2010\u2011\u2043\ufe63\uff0d]")
# What PDFium puts for a hyphen at a line's end, and for the line's end with it.
_TURNED = re.compile("[\x02\ufffe]")
# Ideographs and kana.
_SPACELESS = re.compile("[\u2e80-\u312f\u3190-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_LINE_ENDS = "\n\v\f\r\u2028\u2029"


@dataclass(frozen=True, slots=True)
class Place:
    start: int
    end: int
    misplaced: bool = False


def find_in_order(texts: Sequence[str], hay: str) -> list[Place | None]:
    """A place for each text; no two share one. A text that is there, but before its turn, is misplaced."""
    field = _Hay(hay)
    needles = [_Needle(text) for text in texts]
    places = _straight(needles, field) or _best(needles, field)
    return _strays(needles, field, places)


class _Needle:
    """A text without its spaces, and where they were."""

    def __init__(self, text: str) -> None:
        words = [squashed for word in _folded(text).split() if (squashed := _HYPHENS.sub("", word))]
        self.text = "".join(words)
        self.words: list[tuple[int, int]] = []
        end = 0
        for word in words:
            self.words.append((end, end := end + len(word)))


class _Hay:
    def __init__(self, text: str) -> None:
        letters = ""
        self.spaces: list[int] = []
        """Offsets into the squashed text before which there was a space."""
        self.tears: set[int] = set()
        """Those of them that were a line's end where a word may fairly be torn."""
        self.ends: set[int] = set()
        length = 0
        pieces = re.split(r"(\s+)", _folded(text))
        for n, piece in enumerate(pieces):
            if piece.isspace():
                self._gap(piece, length, letters[-1:], pieces[n + 1][:1])
            elif piece:
                letters = piece
                length += len(_HYPHENS.sub("", piece))
        self.text = _HYPHENS.sub("", "".join(piece for piece in pieces if not piece.isspace()))

    def _gap(self, gap: str, at: int, before: str, after: str) -> None:
        self.spaces.append(at)
        if any(end in gap for end in _LINE_ENDS):
            self.ends.add(at)
            if before and after and _is_fair(before, after):
                self.tears.add(at)

    def places(self, needle: _Needle, start: int = 0) -> Iterator[Place]:
        at = self.text.find(needle.text, start) if needle.text else -1
        while at >= 0:
            if self._fits(needle, at):
                yield Place(at, at + len(needle.text))
            at = self.text.find(needle.text, at + 1)

    def _fits(self, needle: _Needle, at: int) -> bool:
        end = at + len(needle.text)
        return (
            self._edge(at)
            and self._edge(end)
            and all(
                (first == 0 or self._space(at + first)) and self._whole(at + first, at + last)
                for first, last in needle.words
            )
        )

    def _edge(self, at: int) -> bool:
        if at in (0, len(self.text)) or self._space(at):
            return True
        return not (self.text[at - 1].isalnum() and self.text[at].isalnum())

    def _space(self, at: int) -> bool:
        n = bisect_left(self.spaces, at)
        return n < len(self.spaces) and self.spaces[n] == at

    def _whole(self, start: int, end: int) -> bool:
        """No space within the word, but where it was too long for a line or broken at a hyphen."""
        first, last = bisect_left(self.spaces, start + 1), bisect_left(self.spaces, end)
        breaks = self.ends if end - start >= _LONG_WORD else self.tears
        return all(at in breaks for at in self.spaces[first:last])


def _is_fair(before: str, after: str) -> bool:
    """At punctuation; where the direction turns; between letters of a script without spaces."""
    if not (before.isalnum() and after.isalnum()):
        return True
    sides = {unicodedata.bidirectional(letter) in ("R", "AL") for letter in (before, after)}
    return len(sides) == 2 or any(_SPACELESS.match(letter) for letter in (before, after))


def _folded(text: str) -> str:
    return _DROPPED.sub("", _TURNED.sub("-\n", unicodedata.normalize("NFKC", text)))


def _straight(needles: list[_Needle], hay: _Hay) -> list[Place | None] | None:
    """Each text at the first place after the one before; None if one of them has none."""
    places: list[Place | None] = []
    at = 0
    for needle in needles:
        place = next(hay.places(needle, at), None) if needle.text else Place(at, at)
        if place is None:
            return None
        places.append(place)
        at = place.end
    return places


def _best(needles: list[_Needle], hay: _Hay) -> list[Place | None]:
    """The heaviest chain of places, one after the other: as much text in order as can be had."""
    chains = _Chains()
    for n, needle in enumerate(needles):
        found = [place for place, _ in zip(hay.places(needle), range(_MOST_PLACES), strict=False)]
        chains.extend(n, found)
    places: list[Place | None] = [None if needle.text else Place(0, 0) for needle in needles]
    for n, place in chains.heaviest():
        places[n] = place
    return places


@dataclass(slots=True)
class _Link:
    needle: int
    place: Place
    weight: int
    before: "_Link | None"


class _Chains:
    """For each end the heaviest chain that ends there or earlier; ends and weights both rise."""

    def __init__(self) -> None:
        self._ends: list[int] = []
        self._links: list[_Link] = []

    def extend(self, needle: int, places: list[Place]) -> None:
        # All of one text's places look at the chains as they were before it: it is used once.
        for link in [self._link(needle, place) for place in places]:
            self._keep(link)

    def heaviest(self) -> Iterator[tuple[int, Place]]:
        link = self._links[-1] if self._links else None
        while link:
            yield link.needle, link.place
            link = link.before

    def _link(self, needle: int, place: Place) -> _Link:
        before = self._upto(place.start)
        weight = place.end - place.start + 1
        return _Link(needle, place, weight + (before.weight if before else 0), before)

    def _upto(self, end: int) -> _Link | None:
        n = bisect_left(self._ends, end + 1)
        return self._links[n - 1] if n else None

    def _keep(self, link: _Link) -> None:
        known = self._upto(link.place.end)
        if known and known.weight >= link.weight:
            return
        n = bisect_left(self._ends, link.place.end)
        last = n
        while last < len(self._links) and self._links[last].weight <= link.weight:
            last += 1
        self._ends[n:last] = [link.place.end]
        self._links[n:last] = [link]


def _strays(needles: list[_Needle], hay: _Hay, places: list[Place | None]) -> list[Place | None]:
    """What has no place in the chain may yet stand somewhere that nothing else has taken."""
    taken = [place for place in places if place]
    for n, needle in enumerate(needles):
        if places[n] is None:
            free = next((p for p in hay.places(needle) if not _overlaps(p, taken)), None)
            if free:
                places[n] = Place(free.start, free.end, misplaced=True)
                taken.append(free)
    return places


def _overlaps(place: Place, taken: list[Place]) -> bool:
    return any(place.start < other.end and other.start < place.end for other in taken)
