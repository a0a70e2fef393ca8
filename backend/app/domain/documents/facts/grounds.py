"""What a line's sources say, taken together: the ground it stands on."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from app.domain.documents.content import Source, SourceKind
from app.domain.documents.facts.moments import Moment, Stretch, dated
from app.domain.documents.facts.text_facts import TextFacts, facts_of
from app.domain.documents.passages import Passage, passages_of
from app.domain.profile.career import months_worked
from app.domain.profile.model import Experience, Profile
from app.domain.shared.ids import ItemId
from app.domain.shared.skills import canonical
from app.domain.shared.time import PartialDate

_HEADING = ("title", "company", "location", "start_date", "end_date")
_OWN_ENDS = {
    **dict.fromkeys(("start", "startDate", "start_date"), "start"),
    **dict.fromkeys(("end", "endDate", "end_date"), "end"),
}
_DATED = ("start_date", "end_date", "date", "date_obtained")


@dataclass(frozen=True, slots=True)
class Piece:
    """One passage that a line may rest on."""

    source: Source
    text: str
    facts: TextFacts


class Ground:
    def __init__(
        self,
        pieces: tuple[Piece, ...],
        *,
        stretches: frozenset[Stretch],
        months: int,
        moments: frozenset[Moment],
    ) -> None:
        self.pieces = pieces
        self.stretches = stretches | {
            d.what for p in pieces for d in p.facts.dates if isinstance(d.what, Stretch)
        }
        self.moments = moments | frozenset(_moments(pieces)) | frozenset(_ends(self.stretches))
        self.months = months
        """Of work that the cited positions cover."""

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset().union(*(p.facts.words for p in self.pieces))

    @cached_property
    def stems(self) -> frozenset[str]:
        return frozenset().union(*(p.facts.stems for p in self.pieces))

    @cached_property
    def denied_stems(self) -> frozenset[str]:
        return frozenset().union(*(p.facts.denied_stems for p in self.pieces))

    @cached_property
    def skills(self) -> frozenset[str]:
        """By their usual names."""
        named = {m.name for p in self.pieces for m in p.facts.skills}
        listed = {canonical(p.text) for p in self.pieces if _lists_a_skill(p.source)}
        return frozenset(named | listed)

    @cached_property
    def denied_skills(self) -> frozenset[str]:
        return frozenset(m.name for p in self.pieces for m in p.facts.denied_skills)

    @cached_property
    def ranks(self) -> frozenset[str]:
        return frozenset().union(*(p.facts.ranks for p in self.pieces))

    @cached_property
    def scopes(self) -> frozenset[str]:
        return frozenset().union(*(p.facts.scopes for p in self.pieces))


def _lists_a_skill(source: Source) -> bool:
    field = (source.field or "").split(".")[0]
    return (source.kind, field) in ((SourceKind.SKILL, "name"), (SourceKind.PROJECT, "technologies"))


def _moments(pieces: Iterable[Piece]) -> Iterable[Moment]:
    for piece in pieces:
        for each in piece.facts.dates:
            if isinstance(each.what, Moment):
                yield each.what


def _ends(stretches: Iterable[Stretch]) -> Iterable[Moment]:
    for stretch in stretches:
        yield stretch.start
        if stretch.end:
            yield stretch.end


class Archive:
    """The profile, ready to be cited; each of its texts is read at most once."""

    def __init__(self, profile: Profile, *, today: date) -> None:
        self.profile = profile
        self.today = today
        self._passages: dict[ItemId, list[Passage]] = {}
        for passage in passages_of(profile):
            self._passages.setdefault(passage.source.id, []).append(passage)
        self._positions: Mapping[ItemId, Experience] = {e.id: e for e in profile.experiences}
        self._kinds = {p.source.id: p.source.kind for ps in self._passages.values() for p in ps}
        self._read: dict[str, TextFacts] = {}
        self._grounds: dict[tuple[Source, ...], Ground] = {}
        self._spans = _spans(profile)

    def knows(self, source: Source) -> bool:
        """Whether there is such an item, and such a field of it."""
        if self._kinds.get(source.id) is not source.kind:
            return False
        return source.field is None or bool(self._cited(source)) or source.field in _DATED

    def ground(self, sources: tuple[Source, ...]) -> Ground:
        known = tuple(dict.fromkeys(source for source in sources if self.knows(source)))
        if known not in self._grounds:
            self._grounds[known] = self._gathered(known)
        return self._grounds[known]

    def facts(self, text: str) -> TextFacts:
        if text not in self._read:
            self._read[text] = facts_of(text)
        return self._read[text]

    def texts(self, sources: tuple[Source, ...]) -> tuple[str, ...]:
        """Of what exactly is cited, without dates: these have a form of their own."""
        return tuple(p.text for source in sources for p in self._cited(source) if not _is_date(p))

    def _gathered(self, sources: tuple[Source, ...]) -> Ground:
        passages = dict.fromkeys(p for source in sources for p in self._standing(source))
        stretches = {
            self._spans[s.id]
            for s in sources
            if s.id in self._spans and (s.field is None or s.field in _DATED)
        }
        stretches |= {self._spans[p.parent] for p in passages if p.parent in self._spans}
        stretches |= set(_own_spans(passages))
        return Ground(
            tuple(Piece(p.source, p.text, self.facts(p.text)) for p in passages if not _is_date(p)),
            stretches=frozenset(stretches),
            moments=frozenset(_date_moments(passages)),
            months=self._months(sources),
        )

    def _months(self, sources: tuple[Source, ...]) -> int:
        """The person as a whole answers with the whole career; a position with its own years."""
        if any(s.kind is SourceKind.PROFILE for s in sources):
            return months_worked(self.profile.experiences, today=self.today)
        cited = [self._positions[s.id] for s in sources if s.id in self._positions]
        return months_worked(cited, today=self.today)

    def _standing(self, source: Source) -> list[Passage]:
        """A whole position speaks with its bullets; a bullet stands under its position's heading."""
        found = self._cited(source)
        if source.field is None and source.kind is SourceKind.EXPERIENCE:
            position = self._positions[source.id]
            found = [*found, *(p for a in position.achievements for p in self._passages.get(a.id, []))]
        if source.field is None and source.kind is SourceKind.ACHIEVEMENT and found and found[0].parent:
            parent = self._passages.get(found[0].parent, [])
            found = [*found, *(p for p in parent if p.source.field in _HEADING)]
        return found

    def _cited(self, source: Source) -> list[Passage]:
        held = self._passages.get(source.id, [])
        if source.field is None:
            return held
        within = f"{source.field}."
        return [
            p for p in held if p.source.field == source.field or (p.source.field or "").startswith(within)
        ]


def _is_date(passage: Passage) -> bool:
    return passage.source.field in _DATED


def _date_moments(passages: Iterable[Passage]) -> Iterable[Moment]:
    for passage in passages:
        if _is_date(passage):
            when = PartialDate.parse(passage.text)
            yield Moment(when.year, when.month)


def _own_spans(passages: Iterable[Passage]) -> Iterator[Stretch]:
    """From the person's own fields: a start and an end that stand side by side."""
    ends: dict[str, dict[str, Moment]] = {}
    for passage in passages:
        beside, _, name = (passage.source.field or "").rpartition(".")
        if (
            beside
            and name in _OWN_ENDS
            and (when := dated(passage.text))
            and isinstance(when[0].what, Moment)
        ):
            ends.setdefault(beside, {})[_OWN_ENDS[name]] = when[0].what
    for pair in ends.values():
        if len(pair) == len(set(_OWN_ENDS.values())):
            yield Stretch(pair["start"], pair["end"])


def _spans(profile: Profile) -> dict[ItemId, Stretch]:
    spans = {}
    dated = [(e.id, e.start_date, e.end_date) for e in profile.experiences]
    dated += [(p.id, p.start_date, p.end_date) for p in profile.projects]
    dated += [(e.id, e.start_date, e.end_date) for e in profile.education]
    for at, start, end in dated:
        if start:
            spans[at] = Stretch(_moment(start), _moment(end) if end else None)
    return spans


def _moment(when: PartialDate) -> Moment:
    return Moment(when.year, when.month)
