"""Everything in a text that can be held against another."""

import re
from dataclasses import dataclass

from app.domain.documents.facts.contacts import Address, addresses
from app.domain.documents.facts.moments import Dated, dated
from app.domain.documents.facts.quantities import Quantity, quantities
from app.domain.documents.facts.wordings import SCOPES
from app.domain.shared.degrees import DegreeLevel, levels_in
from app.domain.shared.denials import denied, is_denied
from app.domain.shared.prose import fold, stem
from app.domain.shared.ranks import ranks_in
from app.domain.shared.skills import Mention, mentions

_TOKEN = re.compile(r"[^\W_]+(?:[.'\u2019&][^\W_]+)*[+#]*")
_HYPHENATED = re.compile(r"[^\W_]+(?:-[^\W_]+)+")


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

    @property
    def amounts(self) -> tuple[tuple[int, int], ...]:
        """Where its numbers, dates and addresses stand."""
        return (
            *((q.start, q.end) for q in self.quantities),
            *((d.start, d.end) for d in self.dates),
            *((a.start, a.end) for a in self.addresses),
        )


def facts_of(text: str) -> TextFacts:
    stretches = denied(text)
    tokens = tuple(
        Token(m.group(), fold(m.group()), m.start(), m.end(), is_denied(m.start(), m.end(), stretches))
        for m in _TOKEN.finditer(text)
    )
    named = mentions(text)
    dates, contacts = dated(text), addresses(text)
    masked = tuple([*((d.start, d.end) for d in dates), *((c.start, c.end) for c in contacts)])
    affirmed = frozenset(t.word for t in tokens if not t.denied)
    whole = affirmed | {fold(m.group()) for m in _HYPHENATED.finditer(text)}
    return TextFacts(
        text=text,
        tokens=tokens,
        words=whole,
        stems=frozenset(stem(word) for word in affirmed),
        denied_stems=frozenset(stem(t.word) for t in tokens if t.denied),
        skills=tuple(m for m in named if not is_denied(m.start, m.end, stretches)),
        denied_skills=tuple(m for m in named if is_denied(m.start, m.end, stretches)),
        quantities=quantities(text, masked),
        dates=dates,
        addresses=contacts,
        ranks=frozenset(ranks_in(text)),
        degrees=levels_in(text),
        scopes=frozenset(name for name, words in SCOPES.items() if words & whole),
        run=f" {' '.join(t.word for t in tokens)} ",
    )
