"""Degrees and trainings of a line, held against its ground."""

import re
from collections.abc import Iterator

from app.domain.documents.facts.checks.findings import Finding, refused
from app.domain.documents.facts.reading.text_facts import TextFacts
from app.domain.documents.facts.receipt import ClaimKind
from app.domain.documents.facts.sources.ground import Ground
from app.domain.shared.degrees import DegreeLevel, level_of_degree
from app.domain.shared.prose import fold, words

_GENERIC = re.compile(r"(?:college|university) degree", re.I)
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


def _tells_of_training(ground: Ground) -> bool:
    """In German it is any training for an occupation, the person's own or of apprentices."""
    return "kind.education" in ground.kinds or any(_TRAINED.match(word) for word in ground.words)


def was_apprentice(ground: Ground) -> bool:
    """By the title that was held: who trained apprentices served no apprenticeship by it."""
    titles = (p.facts.words for p in ground.pieces if p.source.field == "title")
    return any(word.startswith("apprentic") for held in titles for word in held)


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
            if fold(written) == "apprenticeship" and was_apprentice(ground):
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
