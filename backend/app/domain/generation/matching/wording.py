"""Requirements that name nothing definite are held by the words that they are made of."""

from app.domain.generation.matching.passage_read import PassageRead
from app.domain.generation.matching.reading import ProfileReading
from app.domain.generation.matching.receipt import Demand, DemandKind, Evidence
from app.domain.generation.matching.roots import root_of, with_roots
from app.domain.generation.vocabulary import is_common
from app.domain.shared.prose import asked_stems, content_stems, stem, words

_ENOUGH = 0.6
_TRACE = 0.2
_MOST_PASSAGES = 3
_COMMON = 0.4
_QUALIFIERS = frozenset(
    content_stems(
        "sichere sicheren sicherer sicheres fundierte fundiertes solide gründliche vertiefte umfassende "
        "breite ausgeprägte gutes guter guten erste nachgewiesene sehr idealerweise wünschenswert bonnes "
        "solides buen buenos buena buenas sólidos nivel alto amplia amplios dokumenterad dokumenterade "
        "mycket goda"
    )
)
"""Of how well something is known; they say nothing of what."""


def wording(text: str, reading: ProfileReading) -> Demand:
    """`text` with its skills by their usual names."""
    wanted = tuple(dict.fromkeys(root_of(root) for root in asked_stems(text) if root not in _QUALIFIERS))
    if not wanted:
        return _demand(text, 0.0, "Says nothing that a profile could show.", weight=0.25)
    likely = _likely(frozenset(wanted), reading)
    shown = [root for root in wanted if any(root in read.stems for read in likely)]
    share = sum(map(_weight, shown)) / sum(map(_weight, wanted))
    credit = round(min(1.0, share / _ENOUGH), 4) if share >= _TRACE else 0.0
    told = tuple(Evidence(read.source, _found(read, shown)) for read in likely[:_MOST_PASSAGES])
    why = f"{len(shown)} of {len(wanted)} of its words are in the profile."
    return _demand(text, credit, why, evidence=told if credit else ())


def _demand(
    text: str, credit: float, why: str, *, weight: float = 0.75, evidence: tuple[Evidence, ...] = ()
) -> Demand:
    return Demand(
        kind=DemandKind.WORDS,
        asked=text[:120],
        credit=credit,
        why=why,
        weight=weight,
        evidence=evidence,
        definite=False,
    )


def _weight(root: str) -> float:
    return _COMMON if is_common(root) else 1.0


def _likely(wanted: frozenset[str], reading: ProfileReading) -> tuple[PassageRead, ...]:
    """A single word in common is chance, unless it is all that is asked."""
    least = min(2, len(wanted))
    scored = [(len(wanted & read.stems), read) for read in reading.passages]
    likely = [(count, read) for count, read in scored if count >= least]
    likely.sort(key=lambda each: (-each[0], each[1].standing))
    return tuple(read for _, read in likely)


def _found(read: PassageRead, shown: list[str]) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(word for word in words(read.text) if not with_roots((stem(word),)).isdisjoint(shown))
    )
