"""The profile, ready to be cited."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from app.domain.documents.content import Source, SourceKind
from app.domain.documents.facts.amounts.moments import Moment, Stretch, dated
from app.domain.documents.facts.reading.text_facts import TextFacts, facts_of
from app.domain.documents.facts.sources.ground import Ground, Piece, Worked
from app.domain.documents.facts.words.light import LANGUAGES
from app.domain.documents.passages import Passage, passages_of
from app.domain.jobs.parsing.language import language_of
from app.domain.profile.career import months_worked
from app.domain.profile.model import Experience, Profile, SkillCategory
from app.domain.shared.ids import ItemId
from app.domain.shared.prose import fold, sentences
from app.domain.shared.time import PartialDate

_HEADING = ("title", "company", "location", "start_date", "end_date")
_OWN_ENDS = {
    **dict.fromkeys(("start", "startDate", "start_date"), "start"),
    **dict.fromkeys(("end", "endDate", "end_date"), "end"),
}
_DATED = ("start_date", "end_date", "date", "date_obtained")


_SKILL_KINDS: Mapping[SkillCategory | None, str] = {
    SkillCategory.CERTIFICATION: "kind.certificate",
    SkillCategory.LANGUAGE: "kind.language",
}
_PROSE = ("professional_summary", "custom_fields")
_ITEM_KINDS = {
    SourceKind.EXPERIENCE: "job",
    SourceKind.EDUCATION: "education",
    SourceKind.PROJECT: "project",
}


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
        self._categories = {s.id: s.category for s in profile.skills}
        self._read: dict[str, TextFacts] = {}
        self._grounds: dict[tuple[Source, ...], Ground] = {}
        self._parts: dict[tuple[Source, ...], tuple[str, ...]] = {}
        self._spans = _spans(profile)
        self._tenures = _tenures(profile, today)
        self._language = language_of("\n".join(p.text for ps in self._passages.values() for p in ps))

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
            self._read[text] = facts_of(text, languages=self._languages(text))
        return self._read[text]

    def _languages(self, text: str) -> frozenset[str]:
        """A short Spanish line looks Portuguese: what the gate has no words of tells nothing."""
        return frozenset({self._language, language_of(text)} & LANGUAGES) or frozenset({self._language})

    def texts(self, sources: tuple[Source, ...]) -> tuple[str, ...]:
        """Of what exactly is cited, without dates: these have a form of their own."""
        return tuple(p.text for source in sources for p in self._cited(source) if not _is_date(p))

    def parts(self, sources: tuple[Source, ...]) -> tuple[str, ...]:
        """What a line may quote of them."""
        if sources not in self._parts:
            self._parts[sources] = parts_of(self.texts(sources))
        return self._parts[sources]

    def _gathered(self, sources: tuple[Source, ...]) -> Ground:
        passages = dict.fromkeys(p for source in sources for p in self._standing(source))
        stretches = {
            self._spans[s.id]
            for s in sources
            if s.id in self._spans and (s.field is None or s.field in _DATED)
        }
        stretches |= {self._spans[p.parent] for p in passages if p.parent in self._spans}
        stretches |= set(_own_spans(passages)) | set(_overall(stretches))
        return Ground(
            tuple(
                Piece(p.source, p.text, self.facts(p.text), self._owner(p))
                for p in passages
                if not _is_date(p)
            ),
            stretches=frozenset(stretches),
            moments=frozenset(_date_moments(passages)),
            worked=Worked(self._months(sources, passages), self._tenures),
            kinds=frozenset(self._kinds_of(sources)),
            counts=self._counts(sources),
        )

    def _months(self, sources: tuple[Source, ...], passages: Iterable[Passage]) -> tuple[int, ...]:
        """The person as a whole answers with the whole career; a position with its own years."""
        held = dict.fromkeys([*(s.id for s in sources), *(p.parent for p in passages if p.parent)])
        cited = [self._positions[at] for at in held if at in self._positions]
        spans = [[each] for each in cited] + [cited]
        if any(s.kind is SourceKind.PROFILE for s in sources):
            spans.append(list(self.profile.experiences))
        return tuple(dict.fromkeys(months_worked(span, today=self.today) for span in spans if span))

    def _owner(self, passage: Passage) -> ItemId | None:
        return passage.parent or (passage.source.id if passage.source.id in self._positions else None)

    def _kinds_of(self, sources: Iterable[Source]) -> Iterator[str]:
        for source in sources:
            if source.kind is SourceKind.SKILL:
                yield _SKILL_KINDS.get(self._categories.get(source.id), "kind.skill")
            elif source.kind is SourceKind.ACHIEVEMENT:
                held = self._passages.get(source.id)
                yield "" if not held or held[0].parent else "kind.award"
            elif source.kind is SourceKind.PROFILE:
                yield "kind.contact" if (source.field or "").split(".")[0] not in _PROSE else ""
            else:
                yield f"kind.{_ITEM_KINDS[source.kind]}"

    def _counts(self, sources: Iterable[Source]) -> tuple[int, ...]:
        whole = any(s.kind is SourceKind.PROFILE and s.field is None for s in sources)
        held = [e for e in self._positions.values() if whole or any(s.id == e.id for s in sources)]
        return (len(held), len({e.company for e in held}))

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


def parts_of(texts: Iterable[str]) -> tuple[str, ...]:
    """Texts and their sentences, folded, the longest first."""
    parts = {fold(part) for each in texts for part in (each, *sentences(each))} - {""}
    return tuple(sorted(parts, key=lambda k: (-len(k), k)))


def _overall(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """From the first day to the last of several: `since 2013`, in two posts."""
    known = sorted(stretches, key=lambda s: (s.start.year, s.start.month or 0))
    if len(known) > 1:
        ends = [s.end for s in known]
        last = max((e for e in ends if e), key=lambda e: (e.year, e.month or 0), default=None)
        yield Stretch(known[0].start, None if None in ends else last)


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
        if "start" in pair:
            yield Stretch(pair["start"], pair.get("end"))


def _tenures(profile: Profile, today: date) -> Mapping[str, tuple[int, ...]]:
    """Months with each employer: of each position, and of all of them."""
    held: dict[str, list[Experience]] = {}
    for each in profile.experiences:
        held.setdefault(each.company, []).append(each)
    return {
        company: tuple({months_worked(span, today=today) for span in (*([e] for e in posts), posts)})
        for company, posts in held.items()
    }


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
