"""Does each source of a document still say what it said when the document was judged?"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from app.domain.documents.content import DocumentContent, Source, SourceKind, lines_of
from app.domain.documents.passages import Passage, passages_of
from app.domain.profile.model import Profile

_PRINT_LENGTH = 16
_OF_THE_CAREER = frozenset(
    {
        SourceKind.PROFILE,
        SourceKind.EXPERIENCE,
        SourceKind.ACHIEVEMENT,
        SourceKind.EDUCATION,
        SourceKind.PROJECT,
        SourceKind.SKILL,
    }
)

Prints = Mapping[str, str]
"""For each source that a document cites, a short hash of what it said."""


class Standing(StrEnum):
    UNCHANGED = "unchanged"
    CHANGED = "changed"
    DELETED = "deleted"
    UNKNOWN = "unknown"
    """Nothing was kept to compare it with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedSource:
    source: Source
    standing: Standing
    text: str | None
    """What it says now. None when it is gone, or is no part of the career."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineSources:
    pointer: str
    """JSON Pointer within the content."""
    text: str
    marked: bool
    """A source that the line rests on was changed or deleted since."""
    sources: tuple[CitedSource, ...]


def prints_of(content: DocumentContent, profile: Profile) -> Prints:
    said = _Said(profile)
    cited = {source for _, line in lines_of(content) for source in line.sources}
    found = ((source, said.by(source)) for source in cited)
    return dict(sorted((_key(source), _print(text)) for source, text in found if text is not None))


def standing_of(content: DocumentContent, prints: Prints, profile: Profile | None) -> tuple[LineSources, ...]:
    """Line by line in reading order. Without a profile every source in it is gone."""
    said = _Said(profile)
    return tuple(_line(pointer, line.text, line.sources, prints, said) for pointer, line in lines_of(content))


def _line(pointer: str, text: str, sources: Iterable[Source], prints: Prints, said: "_Said") -> LineSources:
    cited = tuple(_cited(source, prints, said) for source in sources)
    marked = any(each.standing in {Standing.CHANGED, Standing.DELETED} for each in cited)
    return LineSources(pointer=pointer, text=text, marked=marked, sources=cited)


def _cited(source: Source, prints: Prints, said: "_Said") -> CitedSource:
    if source.kind not in _OF_THE_CAREER:
        return CitedSource(source=source, standing=Standing.UNKNOWN, text=None)
    text, before = said.by(source), prints.get(_key(source))
    return CitedSource(source=source, standing=_standing(source, text, before, prints, said), text=text)


def _standing(
    source: Source, text: str | None, before: str | None, prints: Prints, said: "_Said"
) -> Standing:
    if text is None and before is None and prints and said.has(source):
        return Standing.UNCHANGED  # such as the end of what goes on: nothing then, and nothing now
    if text is None:
        return Standing.DELETED if before is not None or not said.has(source) else Standing.UNKNOWN
    if before is None:
        return Standing.CHANGED if prints else Standing.UNKNOWN
    return Standing.UNCHANGED if _print(text) == before else Standing.CHANGED


class _Said:
    def __init__(self, profile: Profile | None) -> None:
        self._passages = passages_of(profile) if profile else ()
        self._items = {passage.source.id for passage in self._passages}

    def has(self, source: Source) -> bool:
        """The item itself, whatever it says."""
        return source.id in self._items

    def by(self, source: Source) -> str | None:
        """A whole position speaks with its bullets."""
        return "\n".join(passage.text for passage in self._within(source)) or None

    def _within(self, source: Source) -> Iterator[Passage]:
        for passage in self._passages:
            place = passage.source
            if place.id == source.id:
                if source.field is None or f"{place.field}.".startswith(f"{source.field}."):
                    yield passage
            elif source.field is None and passage.parent == source.id:
                yield passage


def _key(source: Source) -> str:
    return f"{source.kind}:{source.id}:{source.field or ''}"


def _print(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_PRINT_LENGTH]
