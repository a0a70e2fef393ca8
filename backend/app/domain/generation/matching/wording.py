"""Requirements that name nothing definite are held by the words that they are made of."""

from app.domain.generation.matching.finding import Finding
from app.domain.generation.matching.reading import PassageRead, ProfileReading
from app.domain.generation.matching.receipt import Evidence
from app.domain.shared.prose import asked_stems, content_stems, stem, words

_ENOUGH = 0.6
_TRACE = 0.25
_MOST_PASSAGES = 3
_QUALIFIERS = frozenset(
    content_stems(
        "sichere sicheren sicherer sicheres fundierte fundiertes solide gründliche vertiefte umfassende "
        "breite ausgeprägte gutes guter guten erste nachgewiesene sehr idealerweise wünschenswert bonnes "
        "solides buen buenos buena buenas sólidos nivel alto amplia amplios dokumenterad dokumenterade "
        "mycket goda"
    )
)
"""Of how well something is known; they say nothing of what."""


def wording(text: str, reading: ProfileReading) -> Finding:
    wanted = tuple(s for s in asked_stems(text) if s not in _QUALIFIERS)
    if not wanted:
        return Finding(
            credit=0.0, why="Says nothing that a profile could show.", weight=0.25, checkable=False
        )
    likely = _likely(frozenset(wanted), reading)
    shown = [s for s in wanted if any(s in read.stems for read in likely)]
    share = len(shown) / len(wanted)
    credit = 1.0 if share >= _ENOUGH else round(share, 4) if share >= _TRACE else 0.0
    return Finding(
        credit=credit,
        why=f"{len(shown)} of {len(wanted)} of its words are in the profile.",
        weight=0.75,
        evidence=tuple(Evidence(read.source, _found(read, shown)) for read in likely[:_MOST_PASSAGES])
        if credit
        else (),
        checkable=False,
    )


def _likely(wanted: frozenset[str], reading: ProfileReading) -> tuple[PassageRead, ...]:
    """A single word in common is chance, unless it is all that is asked."""
    least = min(2, len(wanted))
    scored = [(len(wanted & read.stems), read) for read in reading.passages]
    likely = [(count, read) for count, read in scored if count >= least]
    likely.sort(key=lambda each: (-each[0], each[1].standing))
    return tuple(read for _, read in likely)


def _found(read: PassageRead, shown: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in words(read.text) if stem(word) in shown))
