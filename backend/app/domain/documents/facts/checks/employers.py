"""What was done at one employer is not to be told of another."""

import re
from collections.abc import Iterator

from app.domain.documents.content import SourceKind
from app.domain.documents.facts.checks.findings import Finding, refused
from app.domain.documents.facts.reading.clauses import clause_at
from app.domain.documents.facts.reading.text_facts import TextFacts, Token
from app.domain.documents.facts.receipt import ClaimKind
from app.domain.documents.facts.sources.ground import NAMING, Ground, Piece
from app.domain.documents.facts.sources.homes import carries, spoken_of
from app.domain.shared.prose import FUNCTION_WORDS, fold, sentences
from app.domain.shared.stretches import Stretches

_ENOUGH = 2
_SHORTENED = 2
"""Words: longer names may be cut short, as `Brindle Park` of Brindle Park Academy."""
_LEFT = re.compile(
    r"\b(?:dej[\u00e9o\u00f3]|dejar|abandon\w+|tras|quitt\w+|apr\u00e8s|pass\u00e9\w*\s+d\w+)"
    r"(?:\s+(?:mi paso por|mon passage \w+|el|la|los|las|le|les|l['\u2019]))?\s*$",
    re.I,
)
"""What was done next was done elsewhere."""


def employer_findings(line: TextFacts, ground: Ground) -> Iterator[Finding]:
    companies = [p for p in ground.pieces if p.source.field == "company"]
    if len({p.owner for p in companies}) < _ENOUGH:
        return
    named = {p.owner: _place(line, p) for p in companies}
    elsewhere = _of_the_person(line, ground)
    for piece in companies:
        at = named[piece.owner]
        if at is None or _LEFT.search(line.text[: line.tokens[at].start]):
            continue
        told = _told(line, at, [n for n in named.values() if n is not None])
        told = [t for t in told if not elsewhere.touch(t.start, t.end)]
        beside = [
            t
            for t in told
            if clause_at(line.clauses, t.start) == clause_at(line.clauses, line.tokens[at].start)
        ]
        if any(_is_of_others(words, ground, piece) for words in (told, beside)):
            why = "The source tells this of another employer."
            yield refused(ClaimKind.NAME, piece.text, line.tokens[at].start, why)


def _place(line: TextFacts, company: Piece) -> int | None:
    """The word of the line at which the company's name begins, with or without its last word."""
    name = [t.word for t in company.facts.tokens]
    first = [t.word for t in line.tokens]
    for known in (name, name[:-1]) if len(name) > _SHORTENED else (name,):
        found = (n for n in range(len(first)) if first[n : n + len(known)] == known)
        at = next((n for n in found if line.tokens[n].written[0].isupper()), None)
        if at is not None:
            return at
    return None


def _of_the_person(line: TextFacts, ground: Ground) -> Stretches:
    """Sentences told word for word of the person as a whole: they are about no employer."""
    whole = (p.text for p in ground.pieces if p.source.kind is SourceKind.PROFILE)
    own = {_bare(each) for text in whole for each in sentences(text)}
    found = []
    for each in sentences(line.text):
        start = line.text.find(each)
        if start >= 0 and _bare(each) in own:
            found.append((start, start + len(each)))
    return Stretches(found)


def _bare(sentence: str) -> str:
    return fold(sentence).rstrip(" .!?")


def _told(line: TextFacts, at: int, named: list[int]) -> list[Token]:
    """The clauses from the one that names it, up to the next that names another; else those before it."""
    begins = max((start for start, _ in line.clauses if start <= line.tokens[at].start), default=0)
    later = [
        start for n in named if n > at for start, end in line.clauses if start <= line.tokens[n].start < end
    ]
    ends = min((start for start in later if start > begins), default=len(line.text))
    return [
        t for t in line.tokens if begins <= t.start < ends and carries(t) and t.word not in FUNCTION_WORDS
    ]


def _is_of_others(told: list[Token], ground: Ground, company: Piece) -> bool:
    own, others = _best(told, ground, company, own=True), _best(told, ground, company, own=False)
    return others >= _ENOUGH and 2 * own < others


def _best(told: list[Token], ground: Ground, company: Piece, *, own: bool) -> int:
    known = [
        p
        for p in ground.pieces
        if p.source.field not in NAMING and (p.owner == company.owner) is own and p.owner
    ]
    return max((sum(spoken_of(t, p.facts.roots, p.facts.groups) for t in told) for p in known), default=0)
