"""How much a piece of the profile speaks for what the posting asks."""

from dataclasses import dataclass, replace

from app.domain.documents.content import Source
from app.domain.generation.analysis import JobAnalysis
from app.domain.generation.emphasis import Emphasis, named_by, spoken_of
from app.domain.generation.matching.reading import ProfileReading, names_in, stems_in
from app.domain.generation.matching.receipt import MatchReceipt
from app.domain.shared.denials import without_denials
from app.domain.shared.ids import ItemId
from app.domain.shared.prose import asked_stems
from app.domain.shared.skills import mentions

_LEAST_SHARE = 0.25
_KEYWORD = 0.5
_DUTY = 0.5


@dataclass(frozen=True, slots=True)
class Relevance:
    score: float
    answers: tuple[str, ...]
    """Keys of the requirements it speaks for."""
    words: tuple[str, ...]
    """What it names that the posting asks for."""
    emphasised: tuple[str, ...] = ()
    """What it speaks of that the person wants put first."""


@dataclass(frozen=True, slots=True)
class _Target:
    key: str
    weight: float
    skills: frozenset[str]
    stems: frozenset[str]


class RelevanceScale:
    def __init__(
        self,
        analysis: JobAnalysis,
        receipt: MatchReceipt,
        reading: ProfileReading,
        emphases: tuple[Emphasis, ...] = (),
    ) -> None:
        weights = {r.key: r.weight for r in receipt.requirements}
        self._targets = tuple(
            _Target(r.key, weights.get(r.key, 1.0), frozenset(r.skills), frozenset(asked_stems(r.text)))
            for r in analysis.requirements
        )
        self._duties = tuple(frozenset(asked_stems(text)) for text in analysis.responsibilities[:60])
        self._keywords = frozenset(k.name for k in analysis.keywords)
        self._reading = reading
        self._emphases = emphases
        self._items: dict[tuple[ItemId, tuple[str, ...]], Relevance] = {}
        self._texts: dict[str, Relevance] = {}

    def unspoken(self) -> tuple[str, ...]:
        """What the person wants put first and no piece of the profile speaks of."""
        spoken = {each for p in self._reading.passages for each in spoken_of(self._emphases, (p,))}
        return tuple(each.asked for each in self._emphases if each.asked not in spoken)

    def of_item(self, item: ItemId, fields: tuple[str, ...] = ()) -> Relevance:
        """Of everything that the item says, or of some of its fields."""
        if (item, fields) not in self._items:
            said = [p for p in self._reading.by_item.get(item, ()) if _within(p.source, fields)]
            found = self._score(names_in(said), stems_in(said))
            self._items[item, fields] = replace(found, emphasised=spoken_of(self._emphases, said))
        return self._items[item, fields]

    def of_text(self, text: str) -> Relevance:
        if text not in self._texts:
            said = without_denials(text)
            names = frozenset(m.name for m in mentions(said))
            found = self._score(names, frozenset(asked_stems(said)))
            self._texts[text] = replace(found, emphasised=named_by(self._emphases, text))
        return self._texts[text]

    def _score(self, names: frozenset[str], stems: frozenset[str]) -> Relevance:
        credits = [(t, _share(t, names, stems)) for t in self._targets]
        duties = sum(share for duty in self._duties if (share := _overlap(duty, stems)) >= _LEAST_SHARE)
        named = sorted(self._keywords & names)
        score = sum(t.weight * share for t, share in credits) + _KEYWORD * len(named) + _DUTY * duties
        return Relevance(
            score=round(score, 4),
            answers=tuple(t.key for t, share in credits if share),
            words=tuple(named),
        )


def _within(source: Source, fields: tuple[str, ...]) -> bool:
    return not fields or (source.field or "").split(".")[0] in fields


def _share(target: _Target, names: frozenset[str], stems: frozenset[str]) -> float:
    if target.skills and (found := len(target.skills & names)):
        return 0.5 + 0.5 * found / len(target.skills)
    share = _overlap(target.stems, stems)
    return share / 2 if share >= _LEAST_SHARE else 0.0


def _overlap(wanted: frozenset[str], stems: frozenset[str]) -> float:
    """One word in common is chance, unless it is all that is asked."""
    found = len(wanted & stems)
    return found / len(wanted) if found >= min(2, len(wanted)) and wanted else 0.0
