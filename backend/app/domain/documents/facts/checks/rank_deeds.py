"""Words of rank that tell a deed, or a degree: `Lead weekly sessions` is no title."""

import re

from app.domain.documents.facts.checks.senses import is_otherwise_meant, leads_lessons
from app.domain.documents.facts.reading.text_facts import TextFacts, Token
from app.domain.documents.facts.sources.ground import Ground
from app.domain.documents.facts.words.wordings import claimed_by
from app.domain.shared.prose import word_set
from app.domain.shared.ranks import ranks_in

_IN_CHARGE = re.compile(r"\b(?:in|tak(?:es?|ing)|took) charge\b(?: of)?", re.I)
_OBJECT = 3
_WITH_WHOM = re.compile(r"\s+with\s+[^.;:]{2,60}?\s(?:to|on|in)\s")
_TOGETHER = word_set("with together jointly alongside partner partnered partnering collaborate collaborated")
_PERSON = re.compile(r"(?:[^aeiou]er|or|ist|eer|ian)$")
_FOUNDER = re.compile(r"\b(?:co-?)?founder\b", re.I)
_AS_VERBS = {"lead": ("lead",), "chief": ("partner",)}


def names_degree(token: Token, line: TextFacts, ground: Ground) -> bool:
    """`Associate of Science`: held with the other degrees."""
    return "kind.education" in ground.kinds and any(d.start <= token.start < d.end for d in line.degrees)


def is_verb(n: int, line: TextFacts, ground: Ground) -> bool:
    """`Lead weekly sessions`, of whoever runs them; `Partner with the bank to`, of whoever works with it."""
    token, after = line.tokens[n], line.tokens[n + 1 : n + 1 + _OBJECT]
    if not after or after[0].written[0].isupper() or (n and token.written[0].isupper()):
        return False
    if token.word == "partner":
        joint = _WITH_WHOM.match(line.text, token.end)
        return bool(joint) and "hedge.share" not in ground.names and bool(_TOGETHER & ground.words)
    if token.word == "lead" and leads_lessons([t.word for t in line.tokens[n + 1 :]], ground):
        return True
    return token.word == "lead" and runs(ground) and not any(_is_somebody(t.word) for t in after)


def _is_somebody(word: str) -> bool:
    return bool(_PERSON.search(word) or {"noun.people", "noun.superior"} & claimed_by(word))


def tells_a_deed(rank: str, line: TextFacts, ground: Ground) -> bool:
    if rank == "chief" and "scope.founding" in ground.names and "hedge.share" not in ground.names:
        return rank not in ranks_in(_FOUNDER.sub(" ", line.text))
    verb = next((n for n, t in enumerate(line.tokens) if t.word in _AS_VERBS.get(rank, ())), None)
    return verb is not None and is_verb(verb, line, ground)


def has_charge_of_a_matter(line: TextFacts, ground: Ground) -> bool:
    """What the scopes let pass: a matter that somebody handled from first to last, or owned."""
    if "lead" in ranks_in(_IN_CHARGE.sub(" ", line.text)):
        return False
    charged = [c for c in line.claiming if c.name == "scope.leadership" and _IN_CHARGE.match(c.written)]
    return bool(charged) and all(
        is_otherwise_meant(c, line, ground, _words(line, c.end, before=True), _words(line, c.end))
        for c in charged
    )


def _words(line: TextFacts, place: int, *, before: bool = False) -> list[str]:
    return [t.word for t in line.tokens if (t.end <= place if before else t.start >= place)]


def runs(ground: Ground) -> bool:
    """Whether a source says that the person ran something: whoever did had it in charge."""
    return any({"scope.leadership", "grants.leadership"} & p.facts.names for p in ground.pieces)
