"""A content as a list of lines, each with where it stands: its part, its block and its role."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from app.domain.documents.comparing.changes import PartKind
from app.domain.documents.content import DocumentContent, Line, SectionKind, lines_of

SINGLE = frozenset(
    {
        *("name", "headline", "title", "organization", "location", "dates", "text", "label"),
        *("date", "subject", "salutation", "closing", "signature"),
    }
)
"""Roles of which a block has one line."""
_HEADING = ("title", "organization", "dates")
_LETTER = {
    "paragraphs": PartKind.BODY,
    "closing": PartKind.ENDING,
    "signature": PartKind.ENDING,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    pointer: str
    line: Line
    url: str | None
    part: str
    """Of the header and of a section, its pointer; of a letter, what kind of part."""
    block: str
    """The part, or the entry or group within it."""
    role: str
    """`title`, `bullets` ..."""

    def says_the_same_as(self, other: "Place") -> bool:
        return (self.line, self.url) == (other.line, other.url)


@dataclass(frozen=True, slots=True)
class Block:
    """An entry, a group, or the lines that stand in a part directly."""

    name: str
    places: tuple[Place, ...]

    @property
    def heading(self) -> tuple[str, ...]:
        return tuple(place.line.text for place in self.places if place.role in (*_HEADING, "label"))

    @property
    def first(self) -> Place:
        return self.places[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    name: str
    kind: SectionKind | PartKind
    title: str | None
    blocks: tuple[Block, ...]


def parts_of(content: DocumentContent) -> tuple[Part, ...]:
    """From top to bottom, those without a line included."""
    found = {name: tuple(places) for name, places in groupby(places_of(content), key=lambda p: p.part)}
    heads: list[tuple[str, SectionKind | PartKind, str | None]] = [("/header", PartKind.HEADER, None)]
    heads += [(f"/sections/{n}", section.kind, section.title) for n, section in enumerate(content.sections)]
    if content.letter:
        heads += [(kind, kind, None) for kind in (PartKind.OPENING, PartKind.BODY, PartKind.ENDING)]
    return tuple(
        Part(name=name, kind=kind, title=title, blocks=_blocks(found.get(name, ())))
        for name, kind, title in heads
    )


def places_of(content: DocumentContent) -> Iterator[Place]:
    for pointer, line in lines_of(content):
        steps = pointer.split("/")[1:]
        part, block = _part_and_block(steps)
        role = next(step for step in reversed(steps) if not step.isdigit())
        url = _url(content, steps)
        yield Place(pointer=pointer, line=line, url=url, part=part, block=block, role=role)


def _part_and_block(steps: list[str]) -> tuple[str, str]:
    if steps[0] == "letter":
        kind = _LETTER.get(steps[1], PartKind.OPENING)
        return kind, kind
    if steps[0] == "header":
        return "/header", "/header"
    part = "/" + "/".join(steps[:2])
    return part, "/" + "/".join(steps[:4]) if steps[2] in ("entries", "groups") else part


def _url(content: DocumentContent, steps: list[str]) -> str | None:
    if steps[:2] == ["header", "contacts"]:
        return content.header.contacts[int(steps[2])].url
    if steps[0] == "sections" and steps[2] == "entries" and steps[4] == "title":
        return content.sections[int(steps[1])].entries[int(steps[3])].url
    return None


def _blocks(places: tuple[Place, ...]) -> tuple[Block, ...]:
    by_block: dict[str, list[Place]] = {}
    for place in places:
        by_block.setdefault(place.block, []).append(place)
    return tuple(Block(name, tuple(found)) for name, found in by_block.items())
