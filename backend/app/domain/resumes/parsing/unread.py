"""What no field has taken: kept in its own words, under the heading where it stands."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass

from app.domain.resumes.parsing.pieces import Piece
from app.domain.resumes.parsing.sections import Section
from app.domain.resumes.resume import LIKELY, Read, ReadPart, ReadResume, Text
from app.domain.shared.skills import family, mentions
from app.domain.shared.stretches import Stretches

_WORD = re.compile(r"[^\W\d_]{2,}")
_LEAST_WORDS = 3
"""Of a stretch between two values: less is what joins them, unless it names a skill."""
_HEAD = "More"


def unread(resume: ReadResume, sections: Iterable[Section]) -> Iterator[ReadPart]:
    taken = Stretches(_places(resume))
    found: dict[str, list[Text]] = {}
    for section in sections:
        for line in section.lines:
            found.setdefault(section.heading or _HEAD, []).extend(_left_of(line, taken))
    return (ReadPart(heading, tuple(texts)) for heading, texts in found.items() if texts)


def _places(thing: object) -> Iterator[tuple[int, int]]:
    if isinstance(thing, Read):
        yield thing.start, thing.end
    elif isinstance(thing, tuple):
        for each in thing:
            yield from _places(each)
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from _places(getattr(thing, field.name))


def _left_of(line: Piece, taken: Stretches) -> Iterator[Text]:
    if not taken.touch(line.start, line.end):
        if _WORD.search(line.text):
            yield line.read(LIKELY)
        return
    at = line.start
    for start, end in (*taken.within(line.start, line.end), (line.end, line.end)):
        gap = line.part(at - line.start, max(start, at) - line.start).trimmed(" ,;:|()-\u2013\u2014")
        if len(_WORD.findall(gap.text)) >= _LEAST_WORDS or _names_a_skill(gap.text):
            yield gap.read(LIKELY)
        at = max(at, end)


def _names_a_skill(text: str) -> bool:
    return any(family(found.name) != "language" for found in mentions(text))
