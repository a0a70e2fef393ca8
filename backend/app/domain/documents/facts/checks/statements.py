"""Plain statements of a line: what it tells that no source does, and what it makes of what they tell."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.documents.facts.amounts.amounts import counts_positions
from app.domain.documents.facts.amounts.quantities import Measure
from app.domain.documents.facts.checks.findings import Finding, refused
from app.domain.documents.facts.checks.negations import BROUGHT, is_negated
from app.domain.documents.facts.reading.clauses import clause_at
from app.domain.documents.facts.reading.text_facts import TextFacts, Token
from app.domain.documents.facts.receipt import ClaimKind
from app.domain.documents.facts.sources.ground import Ground
from app.domain.documents.facts.sources.homes import carries, home_of
from app.domain.documents.facts.wording.accounts import accounted, is_capitals, is_odd
from app.domain.documents.facts.wording.shades import shades
from app.domain.documents.facts.wording.strange_verbs import is_strange_verb
from app.domain.documents.facts.words.light import is_empty, is_slight, is_soft, is_soft_verb
from app.domain.documents.facts.words.turns import LANGUAGES
from app.domain.documents.facts.words.wordings import claimed_by, generals_of, groups_of
from app.domain.shared.cues import Cue
from app.domain.shared.prose import FUNCTION_WORDS, word_set
from app.domain.shared.stretches import Stretches

_SCOPES = ("scope.", "frequency.", "level.", "hedge.")
_BEFORE = 12
_VERB = re.compile(r"[a-z]{3,}(?:ed|ing)")
_JOINED = re.compile(r"\s*(?:and|or|und|oder|et|ou|y|o)\s", re.I)
_FIRMER = 2
_NOTHING = word_set(
    "none nobody nothing neither ningun ninguno ninguna nadie aucun aucune personne keiner keine niemand"
)
_WORD = r"[\w\u00c0-\u017f]{4,}"
_AND_THEN = re.compile(
    rf"{_WORD}\s+(?:et|y|e)\s+"
    r"(?:(?:de|del|de la|des|du|la|le|les|el|los|las)\s+|(?:de )?l['\u2019]|d['\u2019])?$",
    re.I,
)
_AND_MORE = re.compile(
    rf"\s+(?:et|y|e)\s+(?:(?:la|el|le|les)\s+)?{_WORD}\s+(?:de|del|des|du|d['\u2019])", re.I
)
_LISTED_BEFORE = re.compile(r"(?:,|\b(?:und|oder|sowie|et|ou|y|e|o))\s+$", re.I)
_LISTED_AFTER = re.compile(r"(?:,|\s+(?:und|oder|sowie|et|ou|y|e|o)\b)", re.I)
_NO_NEXT = re.compile(r"\s+(?:in\s+)?(?:no|zero|not\s+one|not\s+a\s+single|nothing)\b", re.I)
_FIRM = 2
"""Words of a clause that a source says, for each soft one."""
_FIRM_LINE = 3
_SENTENCE_START = re.compile(r"(?:[.!?:;\u2022]\s+|\n)[\"'(\u201c]*$")
_OUTCOME = re.compile(
    r"\b(?:result(?:ed|ing|s)? in|le(?:d|ading) to|which (?:cut|led|saved|raised|doubled|increased|"
    r"reduced|brought|made|helped)|"
    r"thereby|thus|hence|as a result|so that|thanks to|because of|due to|driving|enabling|allowing|"
    r"helping to|"
    r"caus(?:ed|ing)|contribut(?:ed|ing) to|was (?:dadurch|zu)|wodurch|dadurch|sodass|so dass|"
    r"f\u00fchrte zu|dank|"
    r"infolge|aufgrund|ce qui|permettant|entra\u00eenant|gr\u00e2ce \u00e0|ainsi|d'o\u00f9|lo que|"
    r"logrando|permitiendo|"
    r"gracias a|consiguiendo|provocando|por lo que|de modo que)\b",
    re.I,
)
_OUTCOME_CUE = Cue(
    word_set(
        "result resulted resulting results led leading which thereby thus hence so thanks because due "
        "driving enabling allowing helping caused causing contributed contributing dadurch zu wodurch sodass "
        "f\u00fchrte dank infolge aufgrund ce permettant entra\u00eenant gr\u00e2ce ainsi o\u00f9 lo "
        "logrando permitiendo gracias consiguiendo provocando modo"
    )
)


def statement_findings(line: TextFacts, ground: Ground) -> Iterator[Finding]:
    """Any word of content that no source accounts for claims something of its own."""
    found: dict[tuple[tuple[int, int], ClaimKind], list[Token]] = {}
    for token in _unsaid(line, ground):
        clause = clause_at(line.clauses, token.start)
        found.setdefault((clause, _kind(token, clause, line)), []).append(token)
    for (_, kind), tokens in found.items():
        why = (
            "No cited source has this name."
            if kind is ClaimKind.NAME
            else "The cited sources say nothing of it."
        )
        yield refused(kind, ", ".join(dict.fromkeys(t.written for t in tokens)), tokens[0].start, why)


def _unsaid(line: TextFacts, ground: Ground) -> Iterator[Token]:
    """What no source accounts for. Soft words pass in a clause that is firm without them."""
    claimed = _judged(line, ground)
    parts = [_Part(clause, *_told(clause, line, ground, claimed)) for clause in line.clauses]
    for n, part in enumerate(parts):
        soft = [t for t in part.unsaid if _is_soft(t, line, ground) or _is_strange_deed(t, line)]
        firm = part.firm
        if firm and _JOINED.match(
            line.text, parts[n + 1].clause[0] if n + 1 < len(parts) else len(line.text)
        ):
            firm += parts[n + 1].firm
        if n and part.firm and LANGUAGES & line.languages:
            firm += parts[n - 1].firm
        told = part.firm or all(t.written.islower() for t in soft)
        enough = firm >= _FIRM * len(soft) or (told and _is_firm(parts, line))
        if len(soft) == len(part.unsaid) and enough and not ground.listed_only:
            continue
        if _is_slight(part, soft, line) and not ground.listed_only:
            continue
        yield from part.unsaid


def _is_firm(parts: list["_Part"], line: TextFacts) -> bool:
    """German says in one word what takes three elsewhere: its clauses are firm when the line is."""
    unsaid = sum(len(p.unsaid) for p in parts)
    return "de" in line.languages and sum(p.firm for p in parts) >= _FIRM_LINE * unsaid


@dataclass(frozen=True, slots=True)
class _Part:
    """A clause: how many of its words a source says, and those that none does."""

    clause: tuple[int, int]
    firm: int
    unsaid: tuple[Token, ...]


def _told(
    clause: tuple[int, int], line: TextFacts, ground: Ground, claimed: Stretches
) -> tuple[int, tuple[Token, ...]]:
    tokens = [t for t in line.tokens if clause[0] <= t.start < clause[1]]
    tokens = [t for t in tokens if not (t.denied or t.word.isdigit())]
    tokens = [t for t in tokens if not _is_small(t, line) or is_capitals(t, line)]
    unsaid = tuple(
        t
        for t in tokens
        if not claimed.touch(t.start, t.end)
        and not accounted(t, line, ground)
        and not (is_negated(line, t) and (ground.denies_near(t.word) or ground.denies(t.word)))
        and not (ground.denied_roots and (t.word in _NOTHING or _brings_nothing(t, line)))
    )
    heavy = sum(carries(t) and not is_empty(t.word, line.languages) for t in tokens)
    return heavy - len(unsaid), unsaid


def _brings_nothing(token: Token, line: TextFacts) -> bool:
    """`An audit that raised no findings`: what was not found is held by itself."""
    return token.word in BROUGHT and bool(_NO_NEXT.match(line.text, token.end))


def _is_small(token: Token, line: TextFacts) -> bool:
    """`Has` and `who` are; the HAS and the WHO are not."""
    return token.word in FUNCTION_WORDS and not is_capitals(token, line)


def _is_slight(part: _Part, soft: list[Token], line: TextFacts) -> bool:
    """One word of little weight beside many that are said."""
    others = [t for t in part.unsaid if t not in soft]
    return (
        len(others) == 1
        and part.firm >= _FIRM * len(soft) + _FIRMER
        and _is_plain(others[0], line)
        and is_slight(others[0].word, line.languages)
        and not _is_listed(others[0], line)
    )


def _is_listed(token: Token, line: TextFacts) -> bool:
    """`Paquetes y cartas`: one thing beside another is more than was said."""
    if line.languages <= {"en"}:
        return False
    before, after = line.text[max(0, token.start - _BEFORE) : token.start], line.text[token.end :]
    return bool(_LISTED_BEFORE.search(before) or _LISTED_AFTER.match(after))


def _is_strange_deed(token: Token, line: TextFacts) -> bool:
    """A verb that no table knows: those that make more of a deed than it was are known."""
    strange = not groups_of(token.word) and not claimed_by(token.word) and not generals_of(token.word)
    return _is_plain(token, line) and strange and bool(_VERB.fullmatch(token.word))


def _is_soft(token: Token, line: TextFacts, ground: Ground) -> bool:
    if not _is_plain(token, line) or ("de" in line.languages and _turns(token.word, ground)):
        return False
    if _is_added(token, line):
        return False
    if is_soft(token.word, line.languages) or shades(token, line, ground):
        return True
    if token.written.islower() and is_soft_verb(token.word, line.languages):
        return True
    return is_strange_verb(token, line)


def _turns(word: str, ground: Ground) -> bool:
    """Whether it says that something rose, or fell, of which no source says so."""
    ways = {name for name in claimed_by(word) if name.startswith("way.")}
    return bool(ways) and not any(ways & p.facts.names for p in ground.pieces)


def _is_added(token: Token, line: TextFacts) -> bool:
    """`Préparation et expédition des commandes`: a deed of its own, beside another."""
    if not LANGUAGES & line.languages:
        return False
    before, after = line.text[: token.start], line.text[token.end :]
    return bool(_AND_THEN.search(before) or _AND_MORE.match(after))


def _is_plain(token: Token, line: TextFacts) -> bool:
    """Written as no name is, in a language whose nouns have no capital."""
    small = token.written[0].islower() or _opens(token, line) or "de" in line.languages
    return small and token.written[1:].islower()


def _judged(line: TextFacts, ground: Ground) -> Stretches:
    """Where what other rules have judged stands."""
    scopes = [
        (c.start, c.end)
        for c in line.claiming
        if c.name.startswith(_SCOPES) and not (ground.listed_only and c.name == "scope.leadership")
    ]
    units = [(q.end, q.unit_end) for q in line.quantities if q.measure is Measure.TIME]
    counted = [(q.end, q.unit_end) for q in line.quantities if counts_positions(q, ground)]
    return Stretches([*line.claimed(), *scopes, *units, *counted])


def _kind(token: Token, clause: tuple[int, int], line: TextFacts) -> ClaimKind:
    if is_odd(token) or (token.written[0].isupper() and not _opens(token, line)):
        return ClaimKind.NAME
    outcome = _OUTCOME_CUE.may_stand_in(line.spoken) and _OUTCOME.search(line.text, *clause)
    return ClaimKind.OUTCOME if outcome else ClaimKind.STATEMENT


def _opens(token: Token, line: TextFacts) -> bool:
    """Whether it is the first word of a sentence."""
    if token is line.tokens[0]:
        return True
    return bool(_SENTENCE_START.search(line.text[max(0, token.start - _BEFORE) : token.start]))


def outcome_findings(line: TextFacts, ground: Ground) -> Iterator[Finding]:
    """Two things that are true are not yet cause and effect."""
    for joint in _OUTCOME.finditer(line.text) if _OUTCOME_CUE.may_stand_in(line.spoken) else ():
        if not line.text[: joint.start()].strip() or not line.text[joint.end() :].strip():
            continue
        before = home_of(line, ground, max(0, joint.start() - 1))
        after = home_of(line, ground, min(len(line.text) - 1, joint.end() + 1))
        common = [k for k in before.scores if before.scores[k] and after.scores.get(k)]
        if before.best and after.best and not common:
            why = "No cited source says that one came of the other."
            yield refused(ClaimKind.OUTCOME, joint.group(), joint.start(), why)
