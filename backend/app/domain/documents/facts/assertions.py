"""Skills, denials and degrees of a line, held against its ground."""

import re
from collections.abc import Iterator
from itertools import groupby

from app.domain.documents.facts.accounts import accounted, named
from app.domain.documents.facts.findings import Finding, refused
from app.domain.documents.facts.ground import Ground
from app.domain.documents.facts.homes import carries, home_of
from app.domain.documents.facts.receipt import ClaimKind, Verdict
from app.domain.documents.facts.text_facts import TextFacts, Token
from app.domain.documents.facts.wordings import claimed_by
from app.domain.shared.prose import fold, word_set, words
from app.domain.shared.skills import Mention

_DENIALS = word_set(
    "no not never without none nor neither instead rather than statt anstatt lieu vez zero free null"
)
_BEFORE = 25
_INSTEAD = re.compile(
    r"\b(?:instead|rather than|other than|(?:an)?statt|au lieu|plut\u00f4t que|en vez|en lugar|"
    r"not only|nicht nur|no s[o\u00f3]lo|pas seulement|nur noch)\b",
    re.I,
)


def skill_findings(line: TextFacts, ground: Ground) -> Iterator[Finding]:
    for mention in line.skills:
        if mention.name in ground.skills:
            yield _known_skill(mention, line, ground)
        elif mention.name in ground.denied_skills:
            why = "The source says that it is not so."
            yield refused(ClaimKind.NEGATION, mention.written, mention.start, why)
        elif not _written(mention, ground) and not _told(mention, line, ground):
            yield refused(ClaimKind.SKILL, mention.written, mention.start, "No cited source names it.")


def _known_skill(mention: Mention, line: TextFacts, ground: Ground) -> Finding:
    home = home_of(line, ground, mention.start)
    sources = [p.source for p in ground.pieces if ground.names_skill(p, mention.name)]
    if not any(home.holds(source) for source in sources):
        why = "The source names it for something else."
        return refused(ClaimKind.SKILL, mention.written, mention.start, why)
    written = fold(mention.written)
    same = any(fold(m.written) == written for p in ground.pieces for m in p.facts.skills)
    return Finding(
        ClaimKind.SKILL,
        mention.written,
        mention.start,
        Verdict.SUPPORTED if same or _written(mention, ground) else Verdict.DERIVED,
        "" if same else f"Another name for {mention.name}.",
    )


def _written(mention: Mention, ground: Ground) -> bool:
    phrase = f" {' '.join(words(mention.written))} "
    return any(phrase in p.facts.run for p in ground.pieces)


def _told(mention: Mention, line: TextFacts, ground: Ground) -> bool:
    """An ability in plain words, such as `staff training`, follows from having trained staff."""
    within = [t for t in line.tokens if mention.start <= t.start < mention.end]
    if mention.written != mention.written.lower() and mention.start > 0:
        return bool(within) and all(
            named(t.word, ground) or claimed_by(t.word) & ground.kinds for t in within
        )
    return bool(within) and all(accounted(t, line, ground) for t in within)


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
    for denied in _denials(line):
        if any(ground.denies(t.word) for t in denied) and all(
            ground.denies(t.word) or accounted(t, line, ground) for t in denied
        ):
            continue
        around = line.text[max(0, denied[0].start - _BEFORE) : denied[-1].end]
        if _INSTEAD.search(around) and all(accounted(t, line, ground) for t in denied):
            continue
        why = "No cited source says that it is not so."
        yield refused(ClaimKind.NEGATION, " ".join(t.written for t in denied), denied[0].start, why)


def _denials(line: TextFacts) -> Iterator[list[Token]]:
    """Each run of words that are denied together."""
    for denied, run in groupby(line.tokens, key=lambda t: t.denied):
        told = [t for t in run if t.word not in _DENIALS and carries(t)]
        if denied and told:
            yield told


def degree_findings(line: TextFacts, ground: Ground) -> Iterator[Finding]:
    known = {each.level for p in ground.pieces for each in p.facts.degrees}
    for each in line.degrees:
        written = line.text[each.start : each.end]
        if each.level not in known and not all(word in ground.words for word in words(written)):
            why = "No cited source has a degree of that level."
            yield refused(ClaimKind.DEGREE, written, each.start, why)
