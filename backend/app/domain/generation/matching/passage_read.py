"""A piece of a profile, read: which skills it names, which it denies, and with which words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.domain.documents.content import Source, SourceKind
from app.domain.documents.passages import Passage
from app.domain.generation.loose_text import unglued
from app.domain.generation.matching.hopes import hoped_for, pastimes
from app.domain.generation.matching.pieces import pieces_of
from app.domain.generation.matching.roots import with_roots
from app.domain.generation.vocabulary import runs_beside
from app.domain.shared.denials import denied
from app.domain.shared.ids import ItemId
from app.domain.shared.prose import asked_stems, fold
from app.domain.shared.skills import Mention, canonical, mentions
from app.domain.shared.stretches import Stretches

_LISTED = {(SourceKind.SKILL, "name"), (SourceKind.PROJECT, "technologies")}
_PLACES = (
    SourceKind.EXPERIENCE,
    SourceKind.ACHIEVEMENT,
    SourceKind.PROJECT,
    SourceKind.SKILL,
    SourceKind.EDUCATION,
    SourceKind.PROFILE,
)


@dataclass(frozen=True, slots=True)
class PassageRead:
    source: Source
    text: str
    said: str
    """What of the text it says is so."""
    named: tuple[Mention, ...]
    denied: tuple[Mention, ...]
    stems: frozenset[str]
    """Of what is said; a skill by its usual name, whatever it is called here."""
    runs: tuple[tuple[str, ...], ...]
    """The stems in order, in running text beside the names of skills."""
    experience: ItemId | None
    recency: int
    """Months since year 0 until it ended; 0 when unknown."""

    @property
    def standing(self) -> tuple[int, int, str, str]:
        """Work before lists, new before old; never the order of the components."""
        return (_PLACES.index(self.source.kind), -self.recency, fold(self.text), self.source.field or "")

    @property
    def is_listed(self) -> bool:
        """Stands by itself in a list of skills."""
        return is_listed(self.source)


def field_of(source: Source) -> str:
    return (source.field or "").split(".")[0]


def is_listed(source: Source) -> bool:
    return (source.kind, field_of(source)) in _LISTED


def read_passage(passage: Passage, *, recency: int) -> Iterator[PassageRead]:
    """One reading to a piece; a denial that begins in one piece may end in the next."""
    source, text = passage.source, unglued(passage.text)
    stretches = Stretches((*denied(text), *hoped_for(text)))
    aside = Stretches((*stretches, *pastimes(text)))
    found = mentions(text)
    named = _with_whole(source, text, found)
    beside = () if is_listed(source) else found
    for start, end in pieces_of(text):
        here = tuple(m for m in named if start <= m.start < end)
        no = tuple((max(a, start), min(b, end)) for a, b in aside if a < end and b > start)
        held = tuple(m for m in here if not stretches.hold(m.start, m.end))
        names = ((m.start, min(m.end, end)) for m in beside if start <= m.start < end)
        said = _beside(text, start, end, no)
        yield PassageRead(
            source=source,
            text=text[start:end],
            said=said,
            named=held,
            denied=tuple(m for m in here if stretches.hold(m.start, m.end)),
            stems=_stems(said, held),
            runs=_moved(text, start, end, (*no, *names)),
            experience=passage.parent or (source.id if source.kind is SourceKind.EXPERIENCE else None),
            recency=recency,
        )


def _with_whole(source: Source, text: str, found: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """What stands in a list of skills is one, whether or not it is known."""
    if not is_listed(source):
        return found
    whole = Mention(canonical(text), text, 0, len(text))
    return (whole, *(m for m in found if m.name != whole.name))


def _stems(text: str, held: Iterable[Mention]) -> frozenset[str]:
    return with_roots((*asked_stems(text), *(root for m in held for root in asked_stems(m.name))))


def _beside(text: str, start: int, end: int, left_out: Iterable[tuple[int, int]]) -> str:
    kept, at = [], start
    for begins, ends in left_out:
        kept.append(text[at:begins])
        at = ends
    return " ".join((*kept, text[at:end]))


def _moved(
    text: str, start: int, end: int, left_out: Iterable[tuple[int, int]]
) -> tuple[tuple[str, ...], ...]:
    return runs_beside(text[start:end], ((a - start, b - start) for a, b in left_out))
