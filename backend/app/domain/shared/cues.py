"""What shows at a glance that a pattern stands nowhere in a text: none of the words that it needs does.

A pattern of many words takes about a hundred times as long as the look whether one of them is there.
"""

import re
from dataclasses import dataclass
from typing import NamedTuple

_WORD = re.compile(r"\w+")


class Spoken(NamedTuple):
    """A text in small letters, and its words as `\\b` would cut them."""

    lower: str
    words: frozenset[str]


def spoken(text: str) -> Spoken:
    lower = text.lower()
    return Spoken(lower, frozenset(_WORD.findall(lower)))


@dataclass(frozen=True, slots=True)
class Cue:
    """A pattern needs one of these words, whole, or one of these parts of words."""

    words: frozenset[str]
    parts: tuple[str, ...] = ()

    def may_stand_in(self, text: Spoken) -> bool:
        return not self.words.isdisjoint(text.words) or holds_any(text.lower, self.parts)


def holds_any(lower: str, parts: tuple[str, ...]) -> bool:
    """Whether a text in small letters has one of them, anywhere."""
    for part in parts:  # noqa: SIM110 - a generator would take twice as long
        if part in lower:
            return True
    return False
