"""People added to others under cover of a word that says nearly the same."""

import re
from collections.abc import Iterator

from app.domain.documents.facts.checks.findings import Finding, refused
from app.domain.documents.facts.reading.text_facts import TextFacts, Token
from app.domain.documents.facts.receipt import ClaimKind
from app.domain.documents.facts.sources.ground import Ground
from app.domain.documents.facts.sources.homes import carries
from app.domain.documents.facts.words.roots import roots
from app.domain.documents.facts.words.wordings import claimed_by, groups_of
from app.domain.shared.cues import Cue
from app.domain.shared.prose import word_set

_AND = re.compile(
    r"\s*,?\s*(?:and|or|&|plus|as\s+well\s+as|along\s+with|together\s+with)\s+(?:\w+\s+)?", re.I
)
_CUE = Cue(word_set("and or plus as along together"), ("&",))
_PEOPLE = re.compile(r"(?:[^aeiou]er|or|eer|ist|ian|ect|ant|ent|ee)s$")


def addition_findings(line: TextFacts, ground: Ground) -> Iterator[Finding]:
    """`Junior analysts and interns`, of junior analysts: the line has them already, and names more."""
    if not _CUE.may_stand_in(line.spoken):
        return
    for n, token in enumerate(line.tokens):
        if n and not token.denied and _is_another(token, line, ground) and _is_joined(n, line):
            why = "The cited sources name nothing beside what the line has already."
            yield refused(ClaimKind.STATEMENT, token.written, token.start, why)


def _is_joined(n: int, line: TextFacts) -> bool:
    before = line.tokens[max(0, n - 2) : n]
    return any(_AND.fullmatch(line.text[t.end : line.tokens[n].start]) for t in before)


def _is_another(token: Token, line: TextFacts, ground: Ground) -> bool:
    """Whether all that it could stand for stands in the line by its own name."""
    people = "noun.people" in claimed_by(token.word) or _PEOPLE.search(token.word)
    if not people or not carries(token) or roots(token.word) & ground.roots:
        return False
    groups = groups_of(token.word)
    meant = {t.word for p in ground.pieces for t in p.facts.tokens if groups & groups_of(t.word)}
    said = {root for t in line.tokens if t is not token for root in roots(t.word)}
    return bool(meant) and all(roots(word) & said for word in meant)
