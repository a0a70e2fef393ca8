"""Abbreviations, and what could be abbreviated."""

import re
from collections.abc import Iterator

from app.domain.documents.facts.reading.text_facts import TextFacts, Token
from app.domain.shared.prose import FUNCTION_WORDS

_LONGEST_ABBREVIATION = 5
_CAPITALS = re.compile(r"[A-Z][a-z]*")


def parts_of_short(written: str) -> tuple[str, ...]:
    """`dip`, `h`, `e` of a `DipHE`; nothing of a word that is no such abbreviation."""
    if written[1:].islower() or written.isupper() or written.islower():
        return ()
    parts = tuple(part.lower() for part in _CAPITALS.findall(written))
    return parts if "".join(parts) == written.lower() and len(parts) <= _LONGEST_ABBREVIATION else ()


def is_abbreviation(token: Token) -> bool:
    return token.written.isupper() and 1 < len(token.word) <= _LONGEST_ABBREVIATION


def initials_in(facts: TextFacts) -> Iterator[str]:
    for words in (
        [t.word for t in facts.tokens],
        [t.word for t in facts.tokens if t.word not in FUNCTION_WORDS],
    ):
        letters = "".join(word[0] for word in words)
        for width in range(2, _LONGEST_ABBREVIATION + 1):
            yield from (letters[n : n + width] for n in range(len(letters) - width + 1))
