"""Headings of a position: a title beside the employer's name is held against the titles that were held."""

import re
from collections.abc import Iterator

from app.domain.documents.facts.checks.findings import Finding, refused
from app.domain.documents.facts.reading.text_facts import TextFacts, Token
from app.domain.documents.facts.receipt import ClaimKind
from app.domain.documents.facts.sources.ground import NAMING, Ground
from app.domain.documents.facts.sources.homes import carries
from app.domain.documents.facts.wording.accounts import is_spelled_out, is_state
from app.domain.documents.facts.wording.said import said_in
from app.domain.documents.facts.words.roots import roots
from app.domain.documents.facts.words.turns import LANGUAGES
from app.domain.documents.facts.words.wordings import groups_of
from app.domain.shared.prose import sentences, word_set

_LONGEST = 14
_CAME = re.compile(r"\w+ed\s+(?:in)?to\s+(?:the\s+)?(?:position|post|role|job)\b", re.I)
"""`Moved into the post of Senior Officer at Elm Bank` opens with no title."""
_NAMES_A_POST = re.compile(
    r"(?:er|erin|ist|istin|kraft|krafte|mann|frau|leitung|fuhrung|chef|chefin|or|orin|eur|eurin|arzt|arztin|"
    r"anwalt|anwaltin|hilfe|beauftragter?|angestellter?|assistenz|referent|referentin|ent|entin|ant|antin|loge|"
    r"login|ingenieur|consultant|lead|head|koch|kochin|wirt|wirtin|pflege|azubi)$"
)
_POST = re.compile(r"(?:[^aeiou]er|or|ist|eer|ian)s?$")
_NOBODY = word_set(
    "theater lager fenster wasser zimmer muster nummer feier dauer steuer ufer keller alter wetter pflaster "
    "leder kupfer messer filter drucker computer server router container semester register poster orchester "
    "cluster berliner hamburger munchner kolner wiener leipziger bremer frankfurter element dokument "
    "management event patient patienten kunden motor sensor projekt elternarbeit pflege grundpflege tor chor"
)
"""Every German noun has a capital; a title ends as the names of people do."""


def heading_findings(line: TextFacts, ground: Ground) -> Iterator[Finding]:
    """What the bullets tell makes no title: who trained cooks was not `Cook, Harbour Works`."""
    named = [p.facts for p in ground.pieces if p.source.field in NAMING]
    companies = [p.facts.run for p in ground.pieces if p.source.field == "company"]
    if not any(run in line.run for run in companies) or not _is_heading(line):
        return
    known = frozenset().union(*(facts.roots for facts in named))
    groups = frozenset().union(*(facts.groups for facts in named))
    posts = frozenset(word for facts in named for word in facts.words)
    judged = line.claimed()
    said = (
        said_in(frozenset(word for facts in named for word in facts.words))
        if "de" in line.languages
        else None
    )
    for n, token in enumerate(line.tokens):
        if not carries(token) or (n == 0 and _CAME.match(line.text)) or judged.touch(token.start, token.end):
            continue
        if "de" in line.languages and (not _NAMES_A_POST.search(token.word) or token.word in _NOBODY):
            continue
        if said and said.tells_compound(token.word):
            continue
        alike = roots(token.word) & known or (groups_of(token.word) & groups and not _is_post(token, line))
        if _is_post(token, line) and token.word not in posts:
            alike = False
        if not (alike or _abbreviates(token, ground) or _names_place(token, line, ground)):
            why = "No cited position has this in its title."
            yield refused(ClaimKind.RANK, token.written, token.start, why)


def _is_post(token: Token, line: TextFacts) -> bool:
    """`Officer`, `Teacher`: in English a post is told by its own name, not by one that is like it."""
    return "de" not in line.languages and not LANGUAGES & line.languages and bool(_POST.search(token.word))


def _is_heading(line: TextFacts) -> bool:
    told = [t for t in line.tokens if carries(t)]
    if not 1 < len(told) <= _LONGEST or any(t.written[0].islower() for t in told):
        return False
    if "de" in line.languages and line.quantities:
        return False
    return len(sentences(line.text)) == 1


def _names_place(token: Token, line: TextFacts, ground: Ground) -> bool:
    """`Ohio`, of an OH; `United Kingdom`, of a UK."""
    return is_state(token, ground) or (bool(ground.places) and is_spelled_out(token, line, ground))


def _abbreviates(token: Token, ground: Ground) -> bool:
    return token.written.isupper() and token.word in ground.initials
