"""How much of what is a posting's own a profile speaks of, beside the skills that have a name."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from app.domain.documents.content import SourceKind
from app.domain.generation.matching.passage_read import PassageRead, field_of
from app.domain.generation.matching.reading import ProfileReading
from app.domain.generation.matching.receipt import VocabularyFit, WordFound, WordMissing
from app.domain.generation.vocabulary import Term, is_common, terms_in

_NO_CHANCE = 2
"""Own words of the posting in one piece of text, from which on they are not there by chance."""
_FEW = 5
_LONGEST_NAME = 5
_CLAIM = re.compile(
    r"\b(?:skilled|proficient|experienced?|expert(?:ise)?|versed|trained|competent|knowledge(?:able)?|command"
    r"|proficiency|familiar(?:ity)?|background)\s+(?:in|with|of|at)\b|^\W*skills?\b",
    re.I,
)
"""Where a text says that what follows is known, a single word is no chance."""
_MOST_MISSING = 20
_SAYS_WHAT = {(SourceKind.EXPERIENCE, "title"), (SourceKind.PROFILE, "headline")}


def vocabulary_fit(vocabulary: tuple[Term, ...], reading: ProfileReading) -> VocabularyFit | None:
    """None where the posting has no words of its own."""
    if not vocabulary:
        return None
    weights = {term.term: term.weight for term in vocabulary}
    wanted = _Wanted(frozenset(weights), _heavy(vocabulary))
    first: dict[str, PassageRead] = {}
    for read in reading.passages:
        for term in wanted.heard_in(read):
            first.setdefault(term, read)
    found = tuple(
        WordFound(t.as_written, t.weight, first[t.term].source) for t in vocabulary if t.term in first
    )
    not_said = tuple(WordMissing(t.as_written, t.weight) for t in vocabulary if t.term not in first)
    whole, had = _sum(weights.values()), _sum(word.weight for word in found)
    return VocabularyFit(
        found=found,
        missing=tuple(word.term for word in not_said[:_MOST_MISSING]),
        not_said=not_said,
        weight_found=had,
        weight_asked=whole,
        credit=round(1 - (1 - had / whole) ** 2, 6),
    )


def _heavy(vocabulary: tuple[Term, ...]) -> frozenset[str]:
    """The heaviest of the own words: one of them alone is not chance."""
    own = [term.term for term in vocabulary if " " not in term.term and not is_common(term.term)]
    return frozenset(own[: max(_FEW, len(own) // 3)])


class _Wanted(NamedTuple):
    terms: frozenset[str]
    heavy: frozenset[str]

    def heard_in(self, read: PassageRead) -> frozenset[str]:
        """Common words count only where listed as a skill; a single light word elsewhere is chance."""
        terms = frozenset(term for term in terms_in(read.runs) if term in self.terms)
        if _is_name(read) or (read.source.kind, field_of(read.source)) in _SAYS_WHAT:
            return terms
        if terms and _CLAIM.search(read.said):
            return terms
        own = frozenset(term for term in terms if not _all_common(term))
        words = sum(" " not in term for term in own)
        return own if words >= _NO_CHANCE or own & self.heavy else frozenset()


def _is_name(read: PassageRead) -> bool:
    """A whole sentence among the skills is running text."""
    return read.is_listed and len(read.text.split()) <= _LONGEST_NAME


def _all_common(term: str) -> bool:
    return all(is_common(root) for root in term.split())


def _sum(weights: Iterable[float]) -> float:
    return round(sum(weights), 3)
