"""A profile, read once: where it names a skill, where it denies one, and in which position."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property

from app.domain.documents.content import Source, SourceKind
from app.domain.documents.passages import passages_of
from app.domain.generation.matching.implied import implying
from app.domain.generation.matching.leading import SKILLS as LEADING
from app.domain.generation.matching.leading import led_in
from app.domain.generation.matching.passage_read import PassageRead, field_of, read_passage
from app.domain.generation.matching.receipt import Evidence, Negation
from app.domain.generation.occupations import families_in, families_named
from app.domain.profile.career import years_worked
from app.domain.profile.model import Experience, Profile
from app.domain.shared.ids import ItemId
from app.domain.shared.prose import content_stems, fold, stem, words
from app.domain.shared.skills import Mention, is_known
from app.domain.shared.time import PartialDate

_SILENT = {"full_name", "email", "phone", "location", "website", "linkedin", "github", "url"}
_DATES = {"start_date", "end_date", "date", "date_obtained", "gpa", "credential_id", "proficiency"}
_MOST_EVIDENCE = 3
_DEED = re.compile(r"(?:ing|tion|ment)$")
_SHORT_ROOT = 3
_CLAIM = re.compile(
    r"(?<![\d.,])(?P<years>\d{1,2})\s?\+?\s?(?:years?|yrs?|jahre?n?|ans|años|år)\b(?! old)", re.I
)

Places = tuple[tuple[PassageRead, Mention], ...]


class ProfileReading:
    def __init__(self, profile: Profile, *, today: date) -> None:
        self.profile = profile
        self.today = today
        self._recency = _recency(profile, today)
        read = (
            each
            for passage in passages_of(profile)
            if _speaks(passage.source)
            for each in read_passage(
                passage, recency=self._recency.get(passage.parent or passage.source.id, 0)
            )
        )
        self.passages = tuple(sorted(read, key=lambda p: p.standing))

    @cached_property
    def by_skill(self) -> Mapping[str, Places]:
        found: dict[str, list[tuple[PassageRead, Mention]]] = {}
        for passage in self.passages:
            for mention in passage.named:
                found.setdefault(mention.name, []).append((passage, mention))
        return {name: tuple(places) for name, places in found.items()}

    def evidence_of(self, skill: str) -> tuple[Evidence, ...]:
        """Where the profile says so, the strongest place first; an alias counts as the name itself."""
        return self.named_at(skill) or self.told_at(skill)

    def named_at(self, skill: str) -> tuple[Evidence, ...]:
        return _evidence(skill, self.by_skill.get(skill) or self._written_out(skill))

    def told_at(self, skill: str) -> tuple[Evidence, ...]:
        """Where it follows from what is named, or is told in other words: not against a denial."""
        if self.negations_of((skill,)):
            return ()
        implied = tuple(place for name in implying(skill) for place in self.by_skill.get(name, ()))
        return _evidence(
            skill, implied or self._described(skill) or self._practised(skill) or self._led(skill)
        )

    def _written_out(self, skill: str) -> Places:
        """A name outside the lexicon counts where it stands word for word."""
        if is_known(skill):
            return ()
        wanted = f" {' '.join(words(skill))} "
        return tuple((p, Mention(skill, skill, 0, 0)) for p, text in self._spelled if wanted in text)

    @cached_property
    def _spelled(self) -> tuple[tuple[PassageRead, str], ...]:
        return tuple((p, f" {' '.join(words(p.said))} ") for p in self.passages)

    def _described(self, skill: str) -> Places:
        """`Mentoring` is shown by `mentored four engineers`, `code review` by `reviewed code`."""
        wanted = content_stems(skill)
        if len(wanted) < 2 and not (_DEED.search(skill) and wanted and len(wanted[0]) > _SHORT_ROOT):
            return ()
        shown = (p for p in self.passages if p.stems.issuperset(wanted))
        return tuple((p, Mention(skill, _saying(p.text, wanted), 0, 0)) for p in shown)

    def _practised(self, skill: str) -> Places:
        """`Nursing` is what a nurse does."""
        wanted = families_named(skill)
        titles = (
            p for p in self.passages if p.source.kind is SourceKind.EXPERIENCE and p.source.field == "title"
        )
        return tuple(
            (p, Mention(skill, p.text, 0, 0)) for p in titles if not wanted.isdisjoint(families_in(p.text))
        )

    def _led(self, skill: str) -> Places:
        return self.led if skill in LEADING else ()

    @cached_property
    def led(self) -> Places:
        """Where it says that people were led."""
        told = ((p, led_in(p.said)) for p in self.passages)
        return tuple((p, Mention("Leadership", written, 0, 0)) for p, written in told if written)

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

    @property
    def dated(self) -> bool:
        return any(e.start_date for e in self.profile.experiences)

    @cached_property
    def years_claimed(self) -> tuple[tuple[float, PassageRead], ...]:
        """Where the person speaks of years themselves: `8+ years in payroll`."""
        return tuple(
            (float(found["years"]), read) for read in self.passages for found in _CLAIM.finditer(read.said)
        )

    def names_of(self, experience: Experience) -> frozenset[str]:
        """The skills that a position names."""
        return self._by_experience.get(experience.id, (frozenset(), frozenset()))[0]

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


def _evidence(skill: str, places: Places) -> tuple[Evidence, ...]:
    unique = dict.fromkeys((p.source, m.written) for p, m in places)
    return tuple(
        Evidence(source, (written,), None if fold(written) == fold(skill) else skill)
        for source, written in list(unique)[:_MOST_EVIDENCE]
    )


def _speaks(source: Source) -> bool:
    """Names, addresses and dates say nothing about what a person can do."""
    name = field_of(source)
    return name not in _DATES and name not in _SILENT and name != "links"


def _recency(profile: Profile, today: date) -> dict[ItemId, int]:
    dated = [(e.id, e.start_date, e.end_date) for e in profile.experiences]
    dated += [(p.id, p.start_date, p.end_date) for p in profile.projects]
    dated += [(e.id, e.start_date, e.end_date) for e in profile.education]
    now = PartialDate(today.year, today.month)
    return {at: _months(end or (now if start else None)) for at, start, end in dated}


def _months(when: PartialDate | None) -> int:
    return when.year * 12 + (when.month or 12) if when else 0
