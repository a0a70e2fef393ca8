"""Skills, names, rank, scope, degrees and plain statements of a line, held against its ground."""

import re
from collections.abc import Iterator

from app.domain.documents.facts.grounds import Ground
from app.domain.documents.facts.receipt import Claim, ClaimKind, Verdict
from app.domain.documents.facts.text_facts import TextFacts, Token
from app.domain.documents.facts.wordings import HEDGES, NEUTRAL, SCOPES, exchangeable
from app.domain.shared.prose import FUNCTION_WORDS, fold, stem, words
from app.domain.shared.skills import Mention

_LEAST_NOVEL = 3
_NOVEL_SHARE = 0.25
_IMPLIED = frozenset({"leadership"})
"""Who owns a thing runs it."""
_LEAST_DEED = 2
_BEFORE = 12
_SENTENCE_START = re.compile(r"(?:[.!?:;\u2022]\s+|\n)[\"'(\u201c]*$")
_VERBAL = re.compile(r".+(?:ed|ing)$")
_RANK_ALIASES = {"lead": frozenset({"led", "lead", "leads", "leading"})}


def _no(kind: ClaimKind, text: str, why: str) -> Claim:
    return Claim(kind, text, Verdict.UNSUPPORTED, why)


def skill_claims(line: TextFacts, ground: Ground) -> Iterator[Claim]:
    for mention in line.skills:
        if mention.name in ground.skills:
            written = fold(mention.written)
            same = any(fold(m.written) == written for p in ground.pieces for m in p.facts.skills)
            yield Claim(
                ClaimKind.SKILL,
                mention.written,
                Verdict.SUPPORTED if same or _written(mention, ground) else Verdict.DERIVED,
                "" if same else f"Another name for {mention.name}.",
            )
        elif mention.name in ground.denied_skills:
            yield _no(ClaimKind.NEGATION, mention.written, "The source says that it is not so.")
        elif not _written(mention, ground):
            yield _no(ClaimKind.SKILL, mention.written, "No cited source names it.")


def _written(mention: Mention, ground: Ground) -> bool:
    phrase = f" {' '.join(words(mention.written))} "
    return any(phrase in p.facts.run for p in ground.pieces)


def negation_claims(line: TextFacts, ground: Ground) -> Iterator[Claim]:
    """What is not so may only be said where a source says that it is not so."""
    said = line.denied_stems - {stem(w) for w in FUNCTION_WORDS}
    if said and not said & ground.denied_stems:
        text = " ".join(t.written for t in line.tokens if t.denied)
        yield _no(ClaimKind.NEGATION, text, "No cited source says that it is not so.")


def rank_claims(line: TextFacts, ground: Ground) -> Iterator[Claim]:
    for rank in sorted(line.ranks - ground.ranks):
        if not _RANK_ALIASES.get(rank, frozenset()) & ground.words:
            yield _no(ClaimKind.RANK, rank, "No cited source has a title of that rank.")


def scope_claims(line: TextFacts, ground: Ground) -> Iterator[Claim]:
    known = ground.scopes | (_IMPLIED if "ownership" in ground.scopes else frozenset())
    for scope in sorted(line.scopes - known):
        text = ", ".join(sorted(line.words & SCOPES[scope]))
        yield _no(ClaimKind.SCOPE, text, "No cited source claims as much.")
    if _only_helped(line, ground):
        yield _no(ClaimKind.SCOPE, line.tokens[0].written, "The source says that the person helped with it.")


def _only_helped(line: TextFacts, ground: Ground) -> bool:
    """`Helped build` is not `Built`; a bare name claims no deed."""
    if len(line.tokens) < _LEAST_DEED or line.words & HEDGES:
        return False
    shared = [
        (len(p.facts.stems & line.stems), _first(p.facts) not in HEDGES, p.facts) for p in ground.pieces
    ]
    count, _, closest = max(shared, key=lambda s: s[:2], default=(0, True, line))
    return count > 0 and _first(closest) in HEDGES


def _first(facts: TextFacts) -> str:
    return facts.tokens[0].word if facts.tokens else ""


def degree_claims(line: TextFacts, ground: Ground) -> Iterator[Claim]:
    known = {level for p in ground.pieces for level in p.facts.degrees}
    for level in line.degrees:
        if level not in known:
            yield _no(ClaimKind.DEGREE, level.name.lower(), "No cited source has a degree of that level.")


def name_claims(line: TextFacts, ground: Ground) -> Iterator[Claim]:
    claimed = line.claimed()
    for token in line.tokens:
        if claimed.hold(token.start, token.end) or not _is_name(token, line):
            continue
        if not _known(token.word, ground):
            yield _no(ClaimKind.NAME, token.written, "No cited source has this name.")


def _is_name(token: Token, line: TextFacts) -> bool:
    if token.word in FUNCTION_WORDS or token.word.isdigit():
        return False
    odd = any(c.isupper() for c in token.written[1:]) or any(c.isdigit() for c in token.written)
    if odd:
        return True
    if not token.written[0].isupper():
        return False
    return not _opens(token, line) or not _ordinary(token)


def _opens(token: Token, line: TextFacts) -> bool:
    """Whether it is the first word of a sentence."""
    if token is line.tokens[0]:
        return True
    return bool(_SENTENCE_START.search(line.text[max(0, token.start - _BEFORE) : token.start]))


def _ordinary(token: Token) -> bool:
    """At the head of a sentence every word has a capital."""
    root = stem(token.word)
    return root in NEUTRAL or bool(_VERBAL.match(token.word)) or exchangeable(root, frozenset({root}))


def _known(word: str, ground: Ground) -> bool:
    if word in ground.words or stem(word) in ground.stems:
        return True
    parts = [part for part in re.split(r"[.'\u2019&]", word) if part]
    return len(parts) > 1 and all(part in ground.words for part in parts)


def statement_claims(line: TextFacts, ground: Ground) -> Iterator[Claim]:
    """A few words of one's own are style; another deed, or more of them, is a new statement."""
    claimed = line.claimed()
    told = [t for t in line.tokens if _carries(t) and not claimed.touch(t.start, t.end)]
    novel = [t for t in told if not _accounted(t, ground)]
    deed = bool(novel) and novel[0] is line.tokens[0] and len(told) > 1
    if deed or len(novel) >= _LEAST_NOVEL or len(novel) > _NOVEL_SHARE * len(told):
        text = ", ".join(dict.fromkeys(t.written for t in novel))
        yield _no(ClaimKind.STATEMENT, text, "The cited sources say nothing of it.")


def _carries(token: Token) -> bool:
    return not (token.denied or token.word in FUNCTION_WORDS or token.word.isdigit())


def _accounted(token: Token, ground: Ground) -> bool:
    root = stem(token.word)
    return _known(token.word, ground) or root in NEUTRAL or exchangeable(root, ground.stems)
