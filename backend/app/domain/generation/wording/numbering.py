"""Each line of a draft by a number, which is all that an answer can name."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.domain.documents.content import DocumentContent, Header, Line, Section, SectionKind, lines_of
from app.domain.generation.parts import KINDS, Part

_PROSE = re.compile(r"/entries/\d+/(text|bullets/\d+)$")
_NOBODY = Header(name=Line("", ()))


@dataclass(frozen=True, slots=True)
class Numbered:
    number: int
    pointer: str
    """Within the sections that were numbered."""
    kind: SectionKind
    line: Line


def numbered(sections: tuple[Section, ...]) -> tuple[Numbered, ...]:
    """Every line with a source, from 1 on, in reading order."""
    content = DocumentContent(language="en", header=_NOBODY, sections=sections)
    told = [(pointer, line) for pointer, line in lines_of(content) if not pointer.startswith("/header")]
    return tuple(
        Numbered(number, pointer, sections[int(pointer.split("/")[2])].kind, line)
        for number, (pointer, line) in enumerate(told, start=1)
        if line.sources
    )


def wordable(sections: tuple[Section, ...], part: Part) -> tuple[Numbered, ...]:
    """The lines of a part that may be worded anew. Titles, employers, places and dates are facts."""
    return tuple(each for each in numbered(sections) if each.kind in KINDS[part] and _may(each, part))


def _may(each: Numbered, part: Part) -> bool:
    if part is Part.EXPERIENCE:
        return bool(_PROSE.search(each.pointer))
    if part is Part.SKILLS:
        return "/items/" in each.pointer
    return "/paragraphs/" in each.pointer


def by_number(given: tuple[Numbered, ...]) -> Mapping[int, Numbered]:
    return {each.number: each for each in given}


def entries_told(given: tuple[Numbered, ...]) -> Iterator[tuple[str, list[Numbered]]]:
    """Lines under the entry that they belong to, by its pointer."""
    groups: dict[str, list[Numbered]] = {}
    for each in given:
        at = re.match(r"/sections/\d+/(?:entries|groups)/\d+|/sections/\d+", each.pointer)
        groups.setdefault(at[0] if at else "", []).append(each)
    yield from groups.items()
