"""Everything in a text that can be held against another."""

import re
from abc import abstractmethod
from dataclasses import dataclass
from itertools import chain
from typing import Protocol

from app.domain.documents.facts.contacts import Address, addresses
from app.domain.documents.facts.moments import Dated, dated
from app.domain.documents.facts.quantities import Quantity, quantities
from app.domain.documents.facts.wordings import SCOPES
from app.domain.shared.degrees import DegreeLevel, levels_in
from app.domain.shared.denials import denied
from app.domain.shared.prose import fold, stem
from app.domain.shared.ranks import ranks_in
from app.domain.shared.skills import Mention, mentions
from app.domain.shared.stretches import Stretches


class _Placed(Protocol):
    @property
    @abstractmethod
    def start(self) -> int: ...

    @property
    @abstractmethod
    def end(self) -> int: ...


_TOKEN = re.compile(r"[^\W_]+(?:[.'\u2019&][^\W_]+)*[+#]*")
_HYPHENATED = re.compile(r"(?<![^\W_])[^\W_]+(?:-[^\W_]+)+")


@dataclass(frozen=True, slots=True)
class Token:
    written: str
    word: str
    """Folded."""
    start: int
    end: int
    denied: bool


@dataclass(frozen=True, slots=True)
class TextFacts:
    text: str
    tokens: tuple[Token, ...]
    words: frozenset[str]
    """What it affirms, folded."""
    stems: frozenset[str]
    denied_stems: frozenset[str]
    skills: tuple[Mention, ...]
    denied_skills: tuple[Mention, ...]
    quantities: tuple[Quantity, ...]
    dates: tuple[Dated, ...]
    addresses: tuple[Address, ...]
    ranks: frozenset[str]
    degrees: tuple[DegreeLevel, ...]
    scopes: frozenset[str]
    run: str
    """Its words with one space between and around: what a phrase is looked up in."""

    def claimed(self) -> Stretches:
        """Where its skills, numbers, dates and addresses stand: each is held by a rule of its own."""
        return Stretches(
            (each.start, each.end)
            for each in chain[_Placed](self.skills, self.quantities, self.dates, self.addresses)
        )


def facts_of(text: str) -> TextFacts:
    stretches = denied(text)
    tokens = tuple(
        Token(m.group(), fold(m.group()), m.start(), m.end(), stretches.hold(m.start(), m.end()))
        for m in _TOKEN.finditer(text)
    )
    named = mentions(text)
    dates, contacts = dated(text), addresses(text)
    masked = Stretches([*((d.start, d.end) for d in dates), *((c.start, c.end) for c in contacts)])
    affirmed = frozenset(t.word for t in tokens if not t.denied)
    whole = affirmed | {fold(m.group()) for m in _HYPHENATED.finditer(text)}
    return TextFacts(
        text=text,
        tokens=tokens,
        words=whole,
        stems=frozenset(stem(word) for word in affirmed),
        denied_stems=frozenset(stem(t.word) for t in tokens if t.denied),
        skills=tuple(m for m in named if not stretches.hold(m.start, m.end)),
        denied_skills=tuple(m for m in named if stretches.hold(m.start, m.end)),
        quantities=quantities(text, masked),
        dates=dates,
        addresses=contacts,
        ranks=frozenset(ranks_in(text)),
        degrees=levels_in(text),
        scopes=frozenset(name for name, words in SCOPES.items() if words & whole),
        run=f" {' '.join(t.word for t in tokens)} ",
    )
