"""Whether the posting and the person speak of the same trade, by what their positions are called."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.documents.content import Source, SourceKind
from app.domain.generation.analysis import JobAnalysis
from app.domain.generation.matching.passage_read import PassageRead, field_of
from app.domain.generation.matching.reading import ProfileReading
from app.domain.generation.matching.receipt import Evidence, TitleFit
from app.domain.generation.matching.worked import Worked, worked_in
from app.domain.generation.occupations import among, families_in, likeness, trade
from app.domain.profile.model import Experience
from app.domain.shared.prose import words
from app.domain.shared.skills import is_soft

_TOLD = 0.5
"""What a title is worth that stands in running text, beside one that a position bears."""
_LEAST_TOLD = 2
"""Pieces of text that speak of a trade, from which on it is not by chance."""
_ENOUGH_SKILLS = 3
_SAME_TRADE = 0.5


@dataclass(frozen=True, slots=True)
class _Trade:
    words: frozenset[str]
    families: frozenset[str]

    written: tuple[tuple[str, str], ...]
    """Each of the words, and how the posting writes it."""

    def fit(self, title: str) -> float:
        """Half for the words, half for the family of occupations; of one alone where only it is known."""
        by_words = likeness(self.words, trade(title))
        if not self.families:
            return by_words
        by_family = 0.0 if self.families.isdisjoint(families_in(title)) else 1.0
        return (by_words + by_family) / 2 if self.words else by_family


def _asked(analysis: JobAnalysis) -> str:
    return analysis.title or analysis.called


def _wanted(analysis: JobAnalysis) -> _Trade:
    title = _asked(analysis)
    families = frozenset(analysis.trades) or families_in(title)
    written = {root: word for word in reversed(words(title)) for root in trade(word)}
    return _Trade(trade(title), families, tuple(reversed(written.items())))


def title_fit(analysis: JobAnalysis, reading: ProfileReading) -> TitleFit | None:
    """The person's title that comes nearest; None where the posting's says nothing."""
    wanted = _wanted(analysis)
    if not wanted.words and not wanted.families:
        return None
    found = sorted(_fits(wanted, reading), key=lambda fit: -fit[0])
    if not found or not found[0][0]:
        why = "No title in the profile is like it."
        return TitleFit(asked=_asked(analysis), held=None, source=None, credit=0.0, why=why)
    credit, held, source, why = found[0]
    return TitleFit(asked=_asked(analysis), held=held, source=source, credit=round(credit, 4), why=why)


def _fits(wanted: _Trade, reading: ProfileReading) -> Iterator[tuple[float, str, Source, str]]:
    for read in reading.passages:
        place = (read.source.kind, field_of(read.source))
        if place in _TITLES:
            fit = wanted.fit(read.said)
            yield fit, read.text[:120], read.source, _why(wanted, read.said, fit)
        elif place == _SUMMARY:
            fit = _TOLD * wanted.fit(read.said)
            yield fit, read.text[:120], read.source, "Told in running text: half of what a title would count."
    yield from _told(wanted, reading)


def _told(wanted: _Trade, reading: ProfileReading) -> Iterator[tuple[float, str, Source, str]]:
    """Where the text speaks of the posting's trade as often as of any, whatever its titles were read as."""
    spoken = [(read, families_in(read.said)) for read in reading.passages if not read.is_listed]
    counts = Counter(family for _, families in spoken for family in families)
    most = max(counts.values(), default=0)
    told = {f for f in wanted.families if counts[f] >= _LEAST_TOLD and 2 * counts[f] >= most}
    for read, families in spoken:
        if shared := sorted(told & families):
            fit = _TOLD * (0.5 if wanted.words else 1.0)
            kind = ", ".join(shared)
            why = f"Its text speaks of the same kind of work ({kind}): half of what a title would count."
            yield fit, read.text[:120], read.source, why


_TITLES = {
    (SourceKind.PROFILE, "headline"),
    (SourceKind.EXPERIENCE, "title"),
    (SourceKind.PROJECT, "role"),
}
_SUMMARY = (SourceKind.PROFILE, "professional_summary")


def _why(wanted: _Trade, title: str, fit: float) -> str:
    by_words = _by_words(wanted, trade(title))
    shared = sorted(wanted.families & families_in(title))
    if shared and not wanted.words:
        return f"The posting has no title; the kind of work is the same ({', '.join(shared)})."
    if shared:
        return f"The same kind of work ({', '.join(shared)}), and {by_words}."
    return f"Another kind of work, but {by_words}." if wanted.families and fit else f"It has {by_words}."


def _by_words(wanted: _Trade, held: frozenset[str]) -> str:
    had = [word for root, word in wanted.written if among(root, held)]
    lacking = [word for root, word in wanted.written if not among(root, held)]
    parts = (", ".join(had), f"not {', '.join(lacking)}" if lacking else "")
    which = "; ".join(part for part in parts if part)
    return f"{likeness(wanted.words, held):.0%} of its words by weight ({which})"


def worked_in_trade(analysis: JobAnalysis, reading: ProfileReading) -> Worked:
    """Years in positions of the posting's trade; without any dates, those that the person speaks of."""
    wanted = _wanted(analysis)
    hard = frozenset(k.name for k in analysis.keywords if not is_soft(k.name))
    if reading.dated:
        return worked_in(
            (e for e in reading.profile.experiences if _in_trade(e, wanted, hard, reading)),
            today=reading.today,
        )
    spoken = (
        Worked(years, (Evidence(read.source, (read.text[:120],)),))
        for years, read in reading.years_claimed
        if _speaks_of(read, wanted, hard)
    )
    return max(spoken, key=lambda claim: claim.years, default=Worked(0.0))


def _in_trade(experience: Experience, wanted: _Trade, hard: frozenset[str], reading: ProfileReading) -> bool:
    if wanted.fit(experience.title) >= _SAME_TRADE:
        return True
    return len(hard & reading.names_of(experience)) >= max(1, min(_ENOUGH_SKILLS, len(hard)))


def _speaks_of(read: PassageRead, wanted: _Trade, hard: frozenset[str]) -> bool:
    return wanted.fit(read.said) >= _SAME_TRADE or any(m.name in hard for m in read.named)
