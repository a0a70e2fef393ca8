"""The profile as a list of things that a line of text may be about."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.domain.documents.content import SectionKind, Source, SourceKind
from app.domain.documents.passages import passages_of
from app.domain.profile.model import Profile
from app.domain.shared.ids import ItemId
from app.domain.shared.prose import FUNCTION_WORDS, content_stems, stem, words
from app.domain.shared.time import PartialDate

_CLOSE = 0.5
_MOST_CITED = 3


@dataclass(frozen=True, slots=True)
class Item:
    source: Source
    owner: ItemId
    """The position, degree or project that it is part of; else itself."""
    stems: frozenset[str]


@dataclass(frozen=True, slots=True)
class Heading:
    """A position, degree or project by the names that head it."""

    id: ItemId
    names: tuple[frozenset[str], ...]
    years: frozenset[int]

    def likeness(self, said: frozenset[str], years: frozenset[int]) -> tuple[float, float]:
        """How well the best of its names fits, and all of them with its dates."""
        shares = [len(name & said) / len(name) for name in self.names]
        agreeing = len(self.years & years) / 2
        return max(shares, default=0.0), sum(shares) + agreeing

    def covered(self, said: frozenset[str]) -> int:
        """How many of the words that are said are its names'."""
        return len(frozenset().union(*self.names) & said)

    @property
    def stems(self) -> frozenset[str]:
        return frozenset(stem(word) for name in self.names for word in name)


def items_of(profile: Profile) -> tuple[Item, ...]:
    told = (*_told(profile), *_own_fields(profile))
    return tuple(Item(source, owner, frozenset(content_stems(text))) for source, owner, text in told)


def _told(profile: Profile) -> Iterator[tuple[Source, ItemId, str]]:
    at = ItemId(profile.id)
    yield Source(SourceKind.PROFILE, at, "professional_summary"), at, profile.professional_summary or ""
    for e in profile.experiences:
        yield Source(SourceKind.EXPERIENCE, e.id, "description"), e.id, e.description or ""
        for achievement in e.achievements:
            yield Source(SourceKind.ACHIEVEMENT, achievement.id), e.id, achievement.text
    for d in profile.education:
        told = (d.degree or "", d.field_of_study or "", d.institution, *d.honors, *d.courses)
        yield Source(SourceKind.EDUCATION, d.id), d.id, " ".join(told)
    for p in profile.projects:
        told = (p.name, p.role or "", p.description or "", *p.highlights, *p.technologies)
        yield Source(SourceKind.PROJECT, p.id), p.id, " ".join(told)
    for s in profile.skills:
        yield Source(SourceKind.SKILL, s.id), s.id, f"{s.name} {s.group or ''} {s.issuer or ''}"
    for a in profile.achievements:
        yield Source(SourceKind.ACHIEVEMENT, a.id), a.id, f"{a.text} {a.awarder or ''} {a.description or ''}"


def _own_fields(profile: Profile) -> Iterator[tuple[Source, ItemId, str]]:
    """One item for each entry of each of the person's own fields."""
    entries: dict[str, list[str]] = {}
    for passage in passages_of(profile):
        path = (passage.source.field or "").split(".")
        if path[0] == "custom_fields":
            entries.setdefault(".".join(path[:3]), []).append(passage.text)
    at = ItemId(profile.id)
    for name, texts in entries.items():
        yield Source(SourceKind.PROFILE, at, name), at, " ".join(texts)


def headings_of(profile: Profile, kind: SectionKind) -> tuple[Heading, ...]:
    if kind is SectionKind.EXPERIENCE:
        return tuple(
            _heading(e.id, (e.title, e.company), (e.start_date, e.end_date)) for e in profile.experiences
        )
    if kind is SectionKind.EDUCATION:
        return tuple(
            _heading(d.id, (_degree(d.degree, d.field_of_study), d.institution), (d.start_date, d.end_date))
            for d in profile.education
        )
    return tuple(_heading(p.id, (p.name,), (p.start_date, p.end_date)) for p in profile.projects)


def _degree(degree: str | None, field: str | None) -> str:
    return f"{degree or ''} {field or ''}"


def _heading(at: ItemId, names: tuple[str, ...], dates: tuple[PartialDate | None, ...]) -> Heading:
    said = (frozenset(w for w in words(name) if w not in FUNCTION_WORDS) for name in names)
    return Heading(at, tuple(name for name in said if name), frozenset(d.year for d in dates if d))


def closest(text: str, items: Iterable[Item]) -> tuple[Source, ...]:
    """The best match, and what comes close to it: one line may draw on two."""
    said = frozenset(stem(word) for word in words(text) if word not in FUNCTION_WORDS)
    scored = [(len(said & item.stems), n, item) for n, item in enumerate(items)]
    best = max((count for count, _, _ in scored), default=0)
    if not best:
        return ()
    likely = sorted((s for s in scored if s[0] >= _CLOSE * best), key=lambda s: (-s[0], s[1]))
    return tuple(dict.fromkeys(item.source for _, _, item in likely[:_MOST_CITED]))
