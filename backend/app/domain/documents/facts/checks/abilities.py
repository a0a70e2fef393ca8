"""Skills of a line, held against its ground."""

import re
from collections.abc import Iterator

from app.domain.documents.facts.checks.findings import Finding, refused
from app.domain.documents.facts.reading.clauses import clause_at
from app.domain.documents.facts.reading.text_facts import TextFacts, Token
from app.domain.documents.facts.receipt import ClaimKind, Verdict
from app.domain.documents.facts.sources.ground import Ground
from app.domain.documents.facts.sources.homes import carries, home_of, spoken_of
from app.domain.documents.facts.wording.accounts import (
    abbreviates,
    accounted,
    is_spelled_out,
    named,
    turned,
)
from app.domain.documents.facts.words.wordings import claimed_by
from app.domain.shared.prose import fold, word_set, words
from app.domain.shared.skills import Mention

_DENIED_AFTER = re.compile(
    r"\s+(?:I(?:['\u2019]ve| have)?\s+(?:never|not)|(?:is|are|was|were|has|have)\s+(?:not|never|no)|"
    r"(?:isn|aren|wasn|weren)['\u2019]t|"
    r"(?:habe|ist|geh\u00f6rt|war)\b[^,;]*\b(?:nicht|nie)\b|(?:n['\u2019]|ne\s)\w+\s+(?:pas|jamais)|(?:no|nunca)\s)",
    re.I,
)
_GENERIC = re.compile(r"(?:associate|bachelor|master)(?:['\u2019]?s)?(?: degree)?|doctorate", re.I)
_SHORT = 4
_ACTIVITIES = word_set("development design engineering management marketing administration planning analysis")
_SEVERAL = 2
_MANY = 6
"""Items: a line that rests on more tells of a whole career."""


def skill_findings(line: TextFacts, ground: Ground) -> Iterator[Finding]:
    for mention in line.skills:
        if any(name.startswith("level.") for name in claimed_by(fold(mention.written))):
            continue  # How well a language is spoken is held elsewhere.
        if fold(mention.written) == "sass" and "\u00df" in mention.written:
            continue  # `Sa\u00df` is no SASS.
        if _GENERIC.fullmatch(mention.written) and any(d.start == mention.start for d in line.degrees):
            continue  # So is the level of a degree.
        if mention.name in ground.skills:
            yield _known_skill(mention, line, ground)
        elif mention.name in ground.denied_skills and _is_denied_after(mention, line):
            continue
        elif mention.name in ground.denied_skills:
            why = "The source says that it is not so."
            yield refused(ClaimKind.NEGATION, mention.written, mention.start, why)
        elif not _written(mention, ground) and not _told(mention, line, ground):
            yield refused(ClaimKind.SKILL, mention.written, mention.start, "No cited source names it.")


def _is_denied_after(mention: Mention, line: TextFacts) -> bool:
    """`X I have never used`, `X is not part of it`: the denial follows."""
    _, end = clause_at(line.clauses, mention.start)
    return bool(_DENIED_AFTER.match(line.text[mention.end : end]))


def _known_skill(mention: Mention, line: TextFacts, ground: Ground) -> Finding:
    home = home_of(line, ground, mention.start)
    sources = [p.source for p in ground.pieces if ground.names_skill(p, mention.name)]
    of_all = len({p.source.id for p in ground.pieces}) > _MANY
    if not of_all and not any(home.holds(source) for source in sources):
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
    german_noun = len(mention.written) > _SHORT and "de" in line.languages and mention.written[1:].islower()
    if mention.written != mention.written.lower() and mention.start > 0 and not german_noun:
        return bool(within) and all(
            named(t.word, ground)
            or claimed_by(t.word) & ground.kinds
            or (not ground.listed_only and (abbreviates(t, ground) or is_spelled_out(t, line, ground)))
            or _is_class(t, line, ground)
            for t in within
        )
    if not within or not all(accounted(t, line, ground) or turned(t, line, ground) for t in within):
        return False
    return _of_one_item([t for t in within if carries(t)], ground)


def _of_one_item(told: list[Token], ground: Ground) -> bool:
    """A whole career has almost any word somewhere: what somebody developed or designed is told beside it."""
    if len(told) < _SEVERAL or told[-1].word not in _ACTIVITIES:
        return True
    if len({p.source.id for p in ground.pieces}) <= _MANY:
        return True
    return any(all(spoken_of(t, p.facts.roots, p.facts.groups) for t in told) for p in ground.pieces)


def _is_class(token: Token, line: TextFacts, ground: Ground) -> bool:
    """`CRM`, where a source has HubSpot."""
    return token.written.isupper() and turned(token, line, ground)
