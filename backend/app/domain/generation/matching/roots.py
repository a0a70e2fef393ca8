"""Stems, with those of irregular forms led back to the word: who led can lead."""

from collections.abc import Iterable
from functools import cache

from app.domain.generation.tables import rows
from app.domain.shared.prose import fold, stem


def root_of(stemmed: str) -> str:
    return _roots().get(stemmed, stemmed)


def with_roots(stems: Iterable[str]) -> frozenset[str]:
    """The stems, and the words that irregular forms among them belong to."""
    given = frozenset(stems)
    return given | {root_of(each) for each in given}


@cache
def _roots() -> dict[str, str]:
    return {stem(fold(form)): stem(fold(word)) for word, forms in rows("same_roots") for form in forms}
