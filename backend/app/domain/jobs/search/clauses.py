"""What somebody types to search, read as words and nothing else: no sign in it is an operator but the
quotes around a phrase and the star after a word's beginning."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.jobs.search.words import words_of

MOST_CLAUSES = 30
SHORTEST_BEGINNING = 2
_QUOTES = re.compile("[\u201c\u201d\u201e\u00ab\u00bb]")
_PART = re.compile(r'"([^"]*)"|([^\s",;|/()\[\]{}]+)')


@dataclass(frozen=True, slots=True)
class Clause:
    """Words that stand one after another."""

    words: tuple[str, ...]
    beginning: bool = False
    """Of the last word only the beginning is given."""


def clauses_of(text: str) -> tuple[Clause, ...]:
    """All of them must hold. Empty for a text without a word."""
    return tuple(dict.fromkeys(_clauses(text)))[:MOST_CLAUSES]


def _clauses(text: str) -> Iterator[Clause]:
    for phrase, part in _PART.findall(_QUOTES.sub('"', text)):
        words = tuple(words_of(phrase or part))
        if words:
            yield Clause(words, beginning=_is_beginning(part, words[-1]))


def _is_beginning(part: str, last: str) -> bool:
    return part.endswith("*") and part[-2:-1].isalnum() and len(last) >= SHORTEST_BEGINNING
