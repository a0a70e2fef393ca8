"""Skills, denials and degrees of a line, held against its ground."""

import re
from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

from app.domain.documents.facts.checks.findings import Finding, refused
from app.domain.documents.facts.reading.clauses import clause_at
from app.domain.documents.facts.reading.text_facts import TextFacts, Token
from app.domain.documents.facts.receipt import ClaimKind, Verdict
from app.domain.documents.facts.sources.ground import Ground
from app.domain.documents.facts.sources.homes import carries, home_of
from app.domain.documents.facts.wording.accounts import abbreviates, accounted, named, turned
from app.domain.documents.facts.wording.shades import shades
from app.domain.documents.facts.words.inflections import forms, forms_of
from app.domain.documents.facts.words.light import is_empty, is_soft
from app.domain.documents.facts.words.roots import roots
from app.domain.documents.facts.words.turns import LANGUAGES
from app.domain.documents.facts.words.wordings import claimed_by, groups_of
from app.domain.shared.cues import Cue
from app.domain.shared.degrees import DegreeLevel, level_of_degree
from app.domain.shared.prose import FUNCTION_WORDS, fold, word_set, words
from app.domain.shared.skills import Mention

_DENIALS = word_set(
    "no not never without none nor neither instead rather than statt anstatt lieu vez zero free null "
    "ne n pas point plus jamais ni aucun aucune cero nunca jamas ni ningun ninguna ninguno tampoco nada"
)
_BEFORE = 25
_DENIED_AFTER = re.compile(
    r"\s+(?:I(?:['\u2019]ve| have)?\s+(?:never|not)|(?:is|are|was|were|has|have)\s+(?:not|never|no)|"
    r"(?:isn|aren|wasn|weren)['\u2019]t|"
    r"(?:habe|ist|geh\u00f6rt|war)\b[^,;]*\b(?:nicht|nie)\b|(?:n['\u2019]|ne\s)\w+\s+(?:pas|jamais)|(?:no|nunca)\s)",
    re.I,
)
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
_GENERIC = re.compile(r"(?:college|university) degree", re.I)
_is_denied = attrgetter("denied")
_SHORT = 4
_MANY = 6
"""Items: a line that rests on more tells of a whole career."""
_TRAINED = re.compile(
    r"auszubildende|azubi|lehrling|ausgelernt|gelernt|ausbild|ausgebildet|berufsausbild|lehre$"
)
_STUDIED = re.compile(
    r"studium$|studiengang$|^(?:studiert|studierte|studierter|hochschulabschluss|akademiker(?:in)?)$"
)
_ACADEMIC = re.compile(
    r"stud|univ|uni$|hochschul|fachhochschul|akadem|bachelor|master|magist|diplom|staatsexamen|b\.?(?:sc|a|eng)|m\.?(?:sc|a|eng)|"
    r"dr$|promotion|fh$|th$|tu$|college|facult|lic|grad|school"
)
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


def skill_findings(line: TextFacts, ground: Ground) -> Iterator[Finding]:
    for mention in line.skills:
        if any(name.startswith("level.") for name in claimed_by(fold(mention.written))):
            continue  # How well a language is spoken is held elsewhere.
        if fold(mention.written) == "sass" and "\u00df" in mention.written:
            continue  # `Sa\u00df` is no SASS.
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
            or (not ground.listed_only and abbreviates(t, ground))
            or _is_class(t, line, ground)
            for t in within
        )
    return bool(within) and all(accounted(t, line, ground) or turned(t, line, ground) for t in within)


def _is_class(token: Token, line: TextFacts, ground: Ground) -> bool:
    """`CRM`, where a source has HubSpot."""
    return token.written.isupper() and turned(token, line, ground)


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
        known = any(ground.denies(t.word) or ground.denies_near(t.word) for t in said)
        only = known and _NOT_ONLY.search(around)
        if known and not only and all(_may_be_denied(t, line, ground) for t in denied):
            continue
        if not only and _INSTEAD.search(around) and all(accounted(t, line, ground) for t in denied):
            continue
        why = "No cited source says that it is not so."
        yield refused(ClaimKind.NEGATION, " ".join(t.written for t in denied), denied[0].start, why)


def _before(denied: Token, line: TextFacts) -> list[Token]:
    """What its clause speaks of: `La consolidation ne fait pas partie de mon travail`."""
    start, _ = clause_at(line.clauses, denied.start)
    return [t for t in line.tokens if start <= t.start < denied.start and carries(t)]


def _may_be_denied(token: Token, line: TextFacts, ground: Ground) -> bool:
    if ground.denies(token.word) or ground.denies_near(token.word):
        return True
    told = accounted(token, line, ground) or is_soft(token.word, line.languages)
    told = told or shades(token, line, ground)
    return told and not roots(token.word) & ground.roots


def _affirmed(line: TextFacts, ground: Ground) -> Iterator[Finding]:
    """All that a source denies in one breath, told as if it were so."""
    if not ground.denied_roots:
        return
    said = [t for t in line.tokens if carries(t) and not t.denied and not is_negated(line, t)]
    for piece in ground.pieces:
        for denied in _denials(piece.facts):
            around = piece.text[max(0, denied[0].start - _BEFORE) : denied[-1].end]
            meant = [next((t for t in said if _same(t, d)), None) for d in denied]
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


def _same(told: Token, denied: Token) -> bool:
    return bool(forms(told.word) & forms(denied.word) or groups_of(told.word) & groups_of(denied.word))


def _granted(line: TextFacts, ground: Ground) -> Iterator[Finding]:
    """`Avec remarque`, where a source says that there was none: a light word, but for this."""
    for token in line.tokens if ground.denied_roots else ():
        known = roots(token.word)
        if token.denied or token.word in FUNCTION_WORDS or not known & ground.denied_roots - ground.roots:
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
    return bool(_NEGATED.search(line.text, start, end))


def _denials(line: TextFacts) -> Iterator[list[Token]]:
    """Each run of words that are denied together."""
    for denied, run in groupby(line.tokens, key=_is_denied):
        if not denied:
            continue
        told = [t for t in run if t.word not in _DENIALS and carries(t)]
        told = [t for t in told if not is_empty(t.word, line.languages & (LANGUAGES | {"de"}))]
        told = [t for t in told if not any(q.start <= t.start < q.unit_end for q in line.quantities)]
        told = [t for t in told if not _BOUNDS.match(line.text, t.start)]
        if told:
            yield told


def _tells_of_training(ground: Ground) -> bool:
    """In German it is any training for an occupation, the person's own or of apprentices."""
    return "kind.education" in ground.kinds or any(_TRAINED.match(word) for word in ground.words)


def degree_findings(line: TextFacts, ground: Ground) -> Iterator[Finding]:
    known = {each.level for p in ground.pieces for each in p.facts.degrees}
    levels = (level_of_degree(p.text) for p in ground.pieces if p.source.field == "degree")
    known |= {level for level in levels if level}
    for each in line.degrees:
        written = line.text[each.start : each.end]
        if _GENERIC.fullmatch(written) and any(level and level >= DegreeLevel.ASSOCIATE for level in known):
            continue
        if each.level not in known and not all(word in ground.words for word in words(written)):
            if fold(written) == "ausbildung" and _tells_of_training(ground):
                continue
            why = "No cited source has a degree of that level."
            yield refused(ClaimKind.DEGREE, written, each.start, why)
    yield from _studies(line, ground)


def _studies(line: TextFacts, ground: Ground) -> Iterator[Finding]:
    """An apprenticeship is no course of studies."""
    if "kind.education" not in ground.kinds or any(_ACADEMIC.match(word) for word in ground.words):
        return
    for token in line.tokens:
        if _STUDIED.search(token.word) and not token.denied:
            yield refused(
                ClaimKind.DEGREE, token.written, token.start, "No cited source tells of such studies."
            )
