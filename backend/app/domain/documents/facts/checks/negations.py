"""What a line says is not so, and what its sources say is not."""

import re
from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

from app.domain.documents.facts.checks.findings import Finding, refused
from app.domain.documents.facts.checks.implied import beat_all
from app.domain.documents.facts.reading.clauses import clause_at
from app.domain.documents.facts.reading.text_facts import TextFacts, Token
from app.domain.documents.facts.receipt import ClaimKind
from app.domain.documents.facts.sources.ground import Ground
from app.domain.documents.facts.sources.homes import carries
from app.domain.documents.facts.wording.accounts import (
    accounted,
)
from app.domain.documents.facts.wording.shades import shades
from app.domain.documents.facts.words.inflections import forms, forms_of
from app.domain.documents.facts.words.light import is_empty, is_soft
from app.domain.documents.facts.words.roots import roots
from app.domain.documents.facts.words.turns import LANGUAGES
from app.domain.documents.facts.words.wordings import groups_of
from app.domain.shared.cues import Cue
from app.domain.shared.prose import FUNCTION_WORDS, word_set

_DENIALS = word_set(
    "no not never nobody without none nor neither instead rather than statt anstatt lieu vez zero free null "
    "ne n pas point plus jamais ni aucun aucune cero nunca jamas ni ningun ninguna ninguno tampoco nada"
)
_BEFORE = 25
_NEGATED = re.compile(
    r"\b(?:no(?!\s+conformidad)|not|never|none|nor|neither|without|zero|free|yet|only(?!\s+(?:once|one|an?|\d))|nobody|kein\w*|nicht|nie|ohne|sans|aucun\w*|pas|jamais|"
    r"sin|ning[u\u00fa]n\w*|nunca|jam[a\u00e1]s)\b|n['\u2019]t\b|-free\b",
    re.I,
)
_NEGATED_CUE = Cue(
    word_set(
        "no not never none nor neither without zero free yet only nobody nicht nie ohne sans pas jamais sin "
        "nunca jamas jam\u00e1s t"
    ),
    ("kein", "aucun", "ningun", "ning\u00fan"),
)
"""`t`, of `didn't`."""
_is_denied = attrgetter("denied")
_NEVER_WITHOUT = re.compile(r"\b(?:never|no|not|nobody)\b[^.;:]*\bwithout\b", re.I)
_ALWAYS = word_set("every each all always")
_NO_OTHER = re.compile(r"\b(?:no|nobody|none)\s+(?:of\s+the\s+)?(?:others?|else)\b", re.I)
_AS_MUCH = re.compile(r"\b(?:as\s+(?:many|much|often)|more)\b", re.I)
BROUGHT = word_set(
    "raised recorded reported found issued noted occurred led resulted needed required requested produced "
    "yielded brought incurred seen logged help support assistance aid use need any involved involving"
)
"""Of what there was none of: whether it was not raised or not found is the same."""
_WITHOUT = re.compile(r"\b(?:without|no)\s+(?:(?:the|any|a)\s+)?$", re.I)
_NOUNS = word_set("finding")
"""Of what one hopes that there is none, though the verb says little."""
_OVERSPENT = ("overspen", "overrun", "overran")
_KEPT_TO = re.compile(r"\b(?:within|under|inside|below|met|kept\s+to)\b[^.;]{0,40}\bbudget", re.I)
_OF_WHICH = re.compile(r"\s*(?:which|whom)\b", re.I)
_INSTEAD = re.compile(
    r"\b(?:instead|rather than|other than|(?:an)?statt|au lieu|plut\u00f4t que|en vez|en lugar|"
    r"not only|nicht nur|no s[o\u00f3]lo|pas seulement|nur noch)\b",
    re.I,
)
_BOUNDS = re.compile(
    r"(?:d\u00e9passant|exc\u00e9dant|d\u00e9passer|superar?[ae]?n?)\s(?:pas\s)?(?:los\s|les\s)?\d", re.I
)
"""`Ne d\u00e9passant pas 5 000 euros` is told of the number."""
_WITH = re.compile(
    r"\b(?<!not )(?:with|mit|avec|con)\s+"
    r"(?:(?:an?|some|eine[mnr]?|une?|des|quelques|una?|alg\u00fan\w*)\s+)?$",
    re.I,
)
_NOT_ONLY = re.compile(r"\b(?:pas seulement|no s[o\u00f3]lo|no solamente|pas uniquement)\b", re.I)


def _dropped(line: TextFacts, ground: Ground) -> Iterator[Finding]:
    """A skill that is denied though a source has it."""
    for mention in line.denied_skills:
        around = line.text[max(0, mention.start - _BEFORE) : mention.end]
        known = mention.name in ground.skills and mention.name not in ground.denied_skills
        if known and not _INSTEAD.search(around):
            why = "The source says that it is so."
            yield refused(ClaimKind.NEGATION, mention.written, mention.start, why)


def negation_findings(line: TextFacts, ground: Ground) -> Iterator[Finding]:
    """What is not so may only be said where a source says that it is not so."""
    yield from _dropped(line, ground)
    yield from _affirmed(line, ground)
    yield from _granted(line, ground)
    for denied in _denials(line):
        around = line.text[max(0, denied[0].start - _BEFORE) : denied[-1].end]
        said = [*denied, *_before(denied[0], line)]
        if _every_time(denied, line, ground) or _beats_all(around, line, ground):
            continue
        if _without_doing(denied, line, ground):
            continue
        known = any(ground.denies(t.word) or ground.denies_near(t.word) for t in said)
        only = known and _NOT_ONLY.search(around)
        if known and not only and _may_all_be_denied(denied, line, ground):
            continue
        if not only and _INSTEAD.search(around) and all(accounted(t, line, ground) for t in denied):
            continue
        why = "No cited source says that it is not so."
        yield refused(ClaimKind.NEGATION, " ".join(t.written for t in denied), denied[0].start, why)


def _before(denied: Token, line: TextFacts) -> list[Token]:
    """What its clause speaks of: `La consolidation ne fait pas partie de mon travail`."""
    start, _ = clause_at(line.clauses, denied.start)
    return [t for t in line.tokens if start <= t.start < denied.start and carries(t)]


def _every_time(denied: list[Token], line: TextFacts, ground: Ground) -> bool:
    """`Never left without logging it` tells that it was always logged."""
    if not _ALWAYS & ground.words or ground.denied_roots:
        return False
    if not _NEVER_WITHOUT.search(line.text, *clause_at(line.clauses, denied[0].start)):
        return False
    return all(accounted(t, line, ground) for t in denied)


def _beats_all(around: str, line: TextFacts, ground: Ground) -> bool:
    """`No other cook sold as many`, of who sold more than any."""
    return bool(_NO_OTHER.search(around) and _AS_MUCH.search(line.text)) and beat_all(line, ground)


def _without_doing(denied: list[Token], line: TextFacts, ground: Ground) -> bool:
    """`Without sending them to an outside lab`, where none was used: the verb matters little."""
    start, end = clause_at(line.clauses, denied[0].start)
    if not _WITHOUT.search(line.text, start, denied[0].start):
        return False
    if not denied[0].word.endswith("ing") and denied[0].word not in BROUGHT:
        return False
    things = [t for t in line.tokens if denied[0].end <= t.start < end and carries(t)]
    return bool(things) and all(ground.denies(t.word) or ground.denies_near(t.word) for t in things)


def _may_all_be_denied(denied: list[Token], line: TextFacts, ground: Ground) -> bool:
    """`No parcel lost`: of a thing that there was, what did not happen to it."""
    last = max((n for n, t in enumerate(denied) if ground.denies(t.word)), default=0)
    return all(
        _may_be_denied(t, line, ground) or (n < last and accounted(t, line, ground))
        for n, t in enumerate(denied)
    )


def _may_be_denied(token: Token, line: TextFacts, ground: Ground) -> bool:
    if token.word in BROUGHT or (token.word.startswith(_OVERSPENT) and _KEPT_TO.search(_all_of(ground))):
        return True
    if ground.denies(token.word) or ground.denies_near(token.word):
        return True
    told = accounted(token, line, ground) or is_soft(token.word, line.languages)
    told = told or shades(token, line, ground)
    return told and not roots(token.word) & ground.roots


def _all_of(ground: Ground) -> str:
    return "\n".join(p.text for p in ground.pieces)


def _affirmed(line: TextFacts, ground: Ground) -> Iterator[Finding]:
    """All that a source denies in one breath, told as if it were so."""
    if not ground.denied_roots:
        return
    said = [t for t in line.tokens if carries(t) or t.word in _NOUNS]
    said = [t for t in said if not t.denied and not is_negated(line, t)]
    for piece in ground.pieces:
        for denied in _denials(piece.facts):
            around = piece.text[max(0, denied[0].start - _BEFORE) : denied[-1].end]
            meant = [_meant(d, said) for d in denied]
            told = [t for t in meant if t]
            if (
                len(told) < len(denied)
                or _INSTEAD.search(around)
                or not forms_of(d.word for d in denied) & forms_of(t.word for t in told)
            ):
                continue
            if not all(forms(t.word) & ground.roots for t in told):
                why = "The source says that it is not so."
                yield refused(ClaimKind.NEGATION, told[0].written, told[0].start, why)


def _meant(denied: Token, said: list[Token]) -> Token | None:
    """The same word, else another for it."""
    same = (t for t in said if forms(t.word) & forms(denied.word))
    return next(same, None) or next((t for t in said if _same(t, denied)), None)


def _same(told: Token, denied: Token) -> bool:
    return bool(forms(told.word) & forms(denied.word) or groups_of(told.word) & groups_of(denied.word))


def _granted(line: TextFacts, ground: Ground) -> Iterator[Finding]:
    """`Avec remarque`, where a source says that there was none: a light word, but for this."""
    for token in line.tokens if ground.denied_roots else ():
        known = roots(token.word)
        if token.denied or token.word in FUNCTION_WORDS or known & ground.spared_roots:
            continue
        if not known & ground.denied_roots - ground.roots:
            continue
        with_it = _WITH.search(line.text[max(0, token.start - _BEFORE) : token.start])
        if with_it and not is_negated(line, token):
            why = "The source says that it is not so."
            yield refused(ClaimKind.NEGATION, token.written, token.start, why)


def is_negated(line: TextFacts, token: Token) -> bool:
    """Whether it stands in a clause that denies something, near or far."""
    if not _NEGATED_CUE.may_stand_in(line.spoken):
        return False
    start, end = clause_at(line.clauses, token.start)
    if _OF_WHICH.match(line.text, start, end):
        start = max(0, start - len("none of"))
    return bool(_NEGATED.search(line.text, start, end))


def _denials(line: TextFacts) -> Iterator[list[Token]]:
    """Each run of words that are denied together."""
    for denied, run in groupby(line.tokens, key=_is_denied):
        if not denied:
            continue
        told = [t for t in run if t.word not in _DENIALS and (carries(t) or t.word in _NOUNS)]
        told = [t for t in told if not is_empty(t.word, line.languages & (LANGUAGES | {"de"}))]
        told = [t for t in told if not any(q.start <= t.start < q.unit_end for q in line.quantities)]
        told = [t for t in told if not _BOUNDS.match(line.text, t.start)]
        if told:
            yield told
