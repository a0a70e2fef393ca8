"""The lines of the vocabulary, as they lie in `vocabulary/`."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from app.domain.shared.prose import fold

OF_ALL = ("deeds.txt", "things.txt", "qualities.txt")
"""Columns of English, German, French and Spanish words."""
GROUPS = (*OF_ALL, "german.txt", "french.txt", "spanish.txt")
ENGLISH, GERMAN = 0, 1


@cache
def lines(name: str) -> tuple[str, ...]:
    text = files(__package__).joinpath("vocabulary", name).read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line.strip() and not line.startswith("#"))


def _columns(first: int, last: int | None) -> Iterator[str]:
    for name in OF_ALL:
        for line in lines(name):
            yield from fold(" ".join(line.split("|")[first:last])).split()


@cache
def only_english() -> frozenset[str]:
    """Words of no other column."""
    others = {word for name in GROUPS[len(OF_ALL) :] for line in lines(name) for word in fold(line).split()}
    return frozenset(_columns(ENGLISH, GERMAN)) - frozenset(_columns(GERMAN, None)) - others


@cache
def german() -> frozenset[str]:
    own = (word for line in lines("german.txt") for word in fold(line).split())
    return frozenset((*_columns(GERMAN, GERMAN + 1), *own))
