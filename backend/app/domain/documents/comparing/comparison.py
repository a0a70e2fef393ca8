from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.domain.documents.comparing.alignment import Alignment, align
from app.domain.documents.comparing.changes import (
    Change,
    ClaimChange,
    Comparison,
    LineChange,
    LineSide,
    PartChange,
)
from app.domain.documents.comparing.pairing import pair
from app.domain.documents.comparing.places import Part, Place, parts_of
from app.domain.documents.content import DocumentContent
from app.domain.documents.facts import LineVerdict


@dataclass(frozen=True, slots=True)
class Judged:
    """A content, and what the gate said of its lines."""

    content: DocumentContent
    verdicts: tuple[LineVerdict, ...] = ()


def compare(before: Judged, after: Judged) -> Comparison:
    """Every line of either is told once: as changed in some way, or among the unchanged."""
    old, new = parts_of(before.content), parts_of(after.content)
    reading = _Reading(_Side(old, before), _Side(new, after), align(old, new))
    came_from = {n: o for o, n in reading.alignment.parts.items()}
    by_name = {part.name: part for part in old}
    parts = [reading.part(by_name.get(came_from.get(part.name, "")), part) for part in new]
    parts += [reading.part(part, None) for part in old if part.name not in reading.alignment.parts]
    return Comparison(identical=before.content == after.content, parts=tuple(parts))


class _Side:
    """One of the two versions, to be looked up in."""

    def __init__(self, parts: Sequence[Part], judged: Judged) -> None:
        self.places = {p.pointer: p for part in parts for block in part.blocks for p in block.places}
        self._verdicts = {verdict.pointer: verdict for verdict in judged.verdicts}

    def verdict(self, place: Place | None) -> LineVerdict | None:
        found = self._verdicts.get(place.pointer) if place else None
        return found if found and place and found.text == place.line.text else None

    def line(self, place: Place | None) -> LineSide | None:
        if place is None:
            return None
        found = self.verdict(place)
        return LineSide(
            pointer=place.pointer,
            text=place.line.text,
            url=place.url,
            sources=place.line.sources,
            verdict=found.verdict if found else None,
        )


class _Reading:
    def __init__(self, before: _Side, after: _Side, alignment: Alignment) -> None:
        self.before = before
        self.after = after
        self.alignment = alignment
        self._origins: Mapping[str, str] = {new: old for old, new in alignment.lines.items()}

    def part(self, old: Part | None, new: Part | None) -> PartChange:
        told = [self._line(*sides) for sides in self._sides(old, new)]
        lines = tuple(line for line in told if line.change is not Change.UNCHANGED)
        named = new or old
        assert named
        moved = bool(old and new and old.name in self.alignment.moved)
        return PartChange(
            change=self._change(old, new, lines, moved=moved),
            moved=moved,
            kind=named.kind,
            title_before=old.title if old else None,
            title_after=new.title if new else None,
            lines=lines,
            unchanged=len(told) - len(lines),
        )

    def _change(
        self, old: Part | None, new: Part | None, lines: Sequence[LineChange], *, moved: bool
    ) -> Change:
        if old is None:
            return Change.ADDED
        if new is None:
            return Change.REMOVED
        if lines or old.title != new.title or self._lost(old, new):
            return Change.CHANGED
        return Change.MOVED if moved else Change.UNCHANGED

    def _lost(self, old: Part, new: Part) -> bool:
        """A line of it stands in another part now."""
        gone = (self.alignment.lines.get(place.pointer) for place in _lines(old))
        return any(self.after.places[pointer].part != new.name for pointer in gone if pointer)

    def _sides(self, old: Part | None, new: Part | None) -> Iterator[tuple[Place | None, Place | None]]:
        """Each removed line follows what it used to follow."""
        removed: dict[str, list[Place]] = {}
        above = ""
        here = {place.pointer for place in _lines(new)}
        for place in _lines(old):
            now = self.alignment.lines.get(place.pointer)
            if now is None:
                removed.setdefault(above, []).append(place)
            elif now in here:
                above = now
        yield from ((place, None) for place in removed.get("", ()))
        for place in _lines(new):
            origin = self._origins.get(place.pointer)
            yield (self.before.places[origin] if origin else None), place
            yield from ((gone, None) for gone in removed.get(place.pointer, ()))

    def _line(self, old: Place | None, new: Place | None) -> LineChange:
        moved = bool(old and new and old.pointer in self.alignment.moved)
        return LineChange(
            change=_line_change(old, new, moved=moved),
            moved=moved,
            before=self.before.line(old),
            after=self.after.line(new),
            claims=_claim_changes(self.before.verdict(old), self.after.verdict(new)),
        )


def _lines(part: Part | None) -> Iterator[Place]:
    return (place for block in (part.blocks if part else ()) for place in block.places)


def _line_change(old: Place | None, new: Place | None, *, moved: bool) -> Change:
    if old is None:
        return Change.ADDED
    if new is None:
        return Change.REMOVED
    if not old.says_the_same_as(new):
        return Change.CHANGED
    return Change.MOVED if moved else Change.UNCHANGED


def _claim_changes(before: LineVerdict | None, after: LineVerdict | None) -> tuple[ClaimChange, ...]:
    """In the order of the later line, and then what it no longer claims."""
    old, new = (side.claims if side else () for side in (before, after))
    pairs = pair({}, [(c.kind, c.text) for c in old], [(c.kind, c.text) for c in new])
    origins = {n: old[o] for o, n in pairs.items()}
    told = [ClaimChange(change=Change.ADDED, before=None, after=claim) for claim in new]
    for n, was in origins.items():
        change = Change.UNCHANGED if was.verdict is new[n].verdict else Change.CHANGED
        told[n] = ClaimChange(change=change, before=was, after=new[n])
    gone = [claim for o, claim in enumerate(old) if o not in pairs]
    return (*told, *(ClaimChange(change=Change.REMOVED, before=claim, after=None) for claim in gone))
