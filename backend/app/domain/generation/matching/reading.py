"""A profile, read once: which skill each piece of it names, which it denies, and with which words."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from app.domain.documents.content import Source, SourceKind
from app.domain.documents.passages import Passage, passages_of
from app.domain.generation.matching.receipt import Evidence, Negation
from app.domain.profile.career import years_worked
from app.domain.profile.model import Experience, Profile
from app.domain.shared.denials import denied, without_denials
from app.domain.shared.ids import ItemId
from app.domain.shared.prose import asked_stems, content_stems, fold, stem, words
from app.domain.shared.skills import Mention, canonical, is_known, mentions
from app.domain.shared.time import PartialDate

_SILENT = {"full_name", "email", "phone", "location", "website", "linkedin", "github", "url"}
_DATES = {"start_date", "end_date", "date", "date_obtained", "gpa", "credential_id", "proficiency"}
_LISTED = {(SourceKind.SKILL, "name"), (SourceKind.PROJECT, "technologies")}
_PLACES = (
    SourceKind.EXPERIENCE,
    SourceKind.ACHIEVEMENT,
    SourceKind.PROJECT,
    SourceKind.SKILL,
    SourceKind.EDUCATION,
    SourceKind.PROFILE,
)
_MOST_EVIDENCE = 3
_DEED = re.compile(r"(?:ing|tion|ment)$")
_SHORT_ROOT = 3


@dataclass(frozen=True, slots=True)
class PassageRead:
    source: Source
    text: str
    named: tuple[Mention, ...]
    denied: tuple[Mention, ...]
    stems: frozenset[str]
    experience: ItemId | None
    recency: int
    """Months since year 0 until it ended; 0 when unknown."""

    @property
    def standing(self) -> tuple[int, int, str, str]:
        """Work before lists, new before old; never the order of the components."""
        return (_PLACES.index(self.source.kind), -self.recency, fold(self.text), self.source.field or "")


class ProfileReading:
    def __init__(self, profile: Profile, *, today: date) -> None:
        self.profile = profile
        self.today = today
        self._recency = _recency(profile, today)
        read = (self._read(passage) for passage in passages_of(profile) if _speaks(passage.source))
        self.passages = tuple(sorted(read, key=lambda p: p.standing))

    def _read(self, passage: Passage) -> PassageRead:
        source, text = passage.source, passage.text
        stretches = denied(text)
        named = _named(source, text)
        return PassageRead(
            source=source,
            text=text,
            named=tuple(m for m in named if not stretches.hold(m.start, m.end)),
            denied=tuple(m for m in named if stretches.hold(m.start, m.end)),
            stems=frozenset(asked_stems(without_denials(text) if stretches else text)),
            experience=passage.parent or (source.id if source.kind is SourceKind.EXPERIENCE else None),
            recency=self._recency.get(passage.parent or source.id, 0),
        )

    @cached_property
    def by_skill(self) -> Mapping[str, tuple[tuple[PassageRead, Mention], ...]]:
        found: dict[str, list[tuple[PassageRead, Mention]]] = {}
        for passage in self.passages:
            for mention in passage.named:
                found.setdefault(mention.name, []).append((passage, mention))
        return {name: tuple(places) for name, places in found.items()}

    def evidence_of(self, skill: str) -> tuple[Evidence, ...]:
        """Where the profile says so, the strongest place first; an alias counts as the name itself."""
        places = self.by_skill.get(skill) or self._written_out(skill) or self._described(skill)
        unique = dict.fromkeys((p.source, m.written, m.name) for p, m in places)
        return tuple(
            Evidence(source, (written,), None if fold(written) == fold(name) else name)
            for source, written, name in list(unique)[:_MOST_EVIDENCE]
        )

    def _written_out(self, skill: str) -> tuple[tuple[PassageRead, Mention], ...]:
        """A name outside the lexicon counts where it stands word for word."""
        if is_known(skill):
            return ()
        wanted = f" {fold(skill)} "
        texts = ((p, f" {fold(without_denials(p.text))} ") for p in self.passages)
        return tuple((p, Mention(skill, skill, 0, 0)) for p, text in texts if wanted in text)

    def _described(self, skill: str) -> tuple[tuple[PassageRead, Mention], ...]:
        """`Mentoring` is shown by `mentored four engineers`, `code review` by `reviewed code`."""
        wanted = content_stems(skill)
        if len(wanted) < 2 and not (_DEED.search(skill) and wanted and len(wanted[0]) > _SHORT_ROOT):
            return ()
        shown = (p for p in self.passages if p.stems.issuperset(wanted))
        return tuple((p, Mention(skill, _saying(p.text, wanted), 0, 0)) for p in shown)

    def negations_of(self, skills: Iterable[str]) -> tuple[Negation, ...]:
        wanted = frozenset(skills)
        return tuple(
            Negation(passage.source, mention.name, passage.text[:200])
            for passage in self.passages
            for mention in passage.denied
            if mention.name in wanted
        )

    @cached_property
    def years(self) -> float:
        return years_worked(self.profile.experiences, today=self.today)

    def years_with(self, *, skills: Iterable[str], stems: Iterable[str]) -> float:
        """Years in the positions that name one of the skills, or at least half of the words."""
        wanted, asked = frozenset(skills), frozenset(stems)
        return years_worked(
            (e for e in self.profile.experiences if self.concerns(e, wanted, asked)), today=self.today
        )

    def concerns(
        self, experience: Experience, skills: frozenset[str], stems: frozenset[str] = frozenset()
    ) -> bool:
        """Whether a position names one of the skills, or at least half of the words."""
        names, words = self._by_experience.get(experience.id, (frozenset(), frozenset()))
        return bool(skills & names) or (bool(stems) and 2 * len(stems & words) >= len(stems))

    def words_of(self, experience: Experience) -> frozenset[str]:
        """The stems that a position tells of itself."""
        return self._by_experience.get(experience.id, (frozenset(), frozenset()))[1]

    @cached_property
    def _by_experience(self) -> Mapping[ItemId, tuple[frozenset[str], frozenset[str]]]:
        told: dict[ItemId, list[PassageRead]] = {}
        for passage in self.passages:
            if passage.experience:
                told.setdefault(passage.experience, []).append(passage)
        return {at: (names_in(passages), stems_in(passages)) for at, passages in told.items()}

    @cached_property
    def by_item(self) -> Mapping[ItemId, tuple[PassageRead, ...]]:
        told: dict[ItemId, list[PassageRead]] = {}
        for passage in self.passages:
            told.setdefault(passage.source.id, []).append(passage)
        return {at: tuple(passages) for at, passages in told.items()}


def _saying(text: str, wanted: tuple[str, ...]) -> str:
    return " ".join(dict.fromkeys(word for word in words(text) if stem(word) in wanted))


def names_in(passages: Iterable[PassageRead]) -> frozenset[str]:
    return frozenset(mention.name for passage in passages for mention in passage.named)


def stems_in(passages: Iterable[PassageRead]) -> frozenset[str]:
    return frozenset(root for passage in passages for root in passage.stems)


def _speaks(source: Source) -> bool:
    """Names, addresses and dates say nothing about what a person can do."""
    name = (source.field or "").split(".")[0]
    return name not in _DATES and name not in _SILENT and name != "links"


def _named(source: Source, text: str) -> tuple[Mention, ...]:
    found = mentions(text)
    name = (source.field or "").split(".")[0]
    if (source.kind, name) not in _LISTED:
        return found
    whole = Mention(canonical(text), text, 0, len(text))
    return (whole, *(m for m in found if m.name != whole.name))


def _recency(profile: Profile, today: date) -> dict[ItemId, int]:
    dated = [(e.id, e.start_date, e.end_date) for e in profile.experiences]
    dated += [(p.id, p.start_date, p.end_date) for p in profile.projects]
    dated += [(e.id, e.start_date, e.end_date) for e in profile.education]
    now = PartialDate(today.year, today.month)
    return {at: _months(end or (now if start else None)) for at, start, end in dated}


def _months(when: PartialDate | None) -> int:
    return when.year * 12 + (when.month or 12) if when else 0
