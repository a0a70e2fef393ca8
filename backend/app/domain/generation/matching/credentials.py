import re
from collections.abc import Iterator

from app.domain.documents.content import SourceKind
from app.domain.generation.matching.alternatives import alternatives
from app.domain.generation.matching.implied import implied_by
from app.domain.generation.matching.passage_read import PassageRead
from app.domain.generation.matching.reading import ProfileReading
from app.domain.generation.matching.receipt import Demand, DemandKind, Evidence
from app.domain.generation.matching.schooling import asks_for_degree
from app.domain.profile.model import SkillCategory
from app.domain.shared.degrees import levels_in
from app.domain.shared.prose import asked_stems, stem_set
from app.domain.shared.skills import family, mentions

_CREDENTIAL = re.compile(
    r"\b(?:licen[cs](?:e[ds]?|ure)|certificat(?:e[ds]?|ions?)|certified|registered|registration|accredited"
    r"|designation|qualification\b(?!s)|charterholder|(?:security|police) clearance|permis de conduire"
    r"|führerschein|körkort|zertifi\w+|certifi[ée]\w*"
    r"|permiso de conducir|legitimation|carné de conducir|permit)\b",
    re.I,
)
_SCHOOL = re.compile(
    r"\b(?:school|college|universit\w+|institution|program(?:me)?|hochschule|école|escuela)\b", re.I
)
_ABBREVIATED = re.compile(r"\s*(?:(?:an?|the)\s+)?(?P<name>[A-Z]{3,6})\s+in\s+[a-z]")
_FAMILY = "certificate"
_CLAUSE = re.compile(r"[,;:]\s+|\.\s+|\s[\u2013\u2014]\s")
_ACRONYM = re.compile(r"\b[A-Z][A-Za-z0-9+-]{0,4}[A-Z0-9]\b")
_PLAIN = stem_set(
    "current valid active designation qualification license licence licens licenc certificat certifi "
    "registr regist accredit curr activ hold holder act state provinc permit obtain possess possession "
    "unrestrict prefer good stand full unencumber"
)


def credentials(
    text: str, skills: tuple[str, ...], reading: ProfileReading
) -> tuple[tuple[Demand, ...], tuple[str, ...]]:
    """A demand for each licence or certificate that is asked for, and the skills asked for beside."""
    named = tuple(name for name in skills if family(name) == _FAMILY)
    found = [credential(" or ".join(group), group, reading) for group in alternatives(text, named)]
    rest = tuple(name for name in skills if name not in named)
    for clause in _CLAUSE.split(text):
        here = tuple(m.name for m in mentions(clause))
        if (_asks_alone(clause) or abbreviated(clause)) and not set(named).intersection(here):
            own = tuple(name for name in rest if name in here)
            found.append(credential(clause, () if abbreviated(clause) else own, reading))
            rest = tuple(name for name in rest if name not in own)
    return tuple(found), rest


def abbreviated(clause: str) -> str | None:
    """The abbreviation of a credential that is called by it: `NPQ in leading teaching`."""
    found = _ABBREVIATED.match(clause)
    return found["name"] if found and not (mentions(found["name"]) or levels_in(clause)) else None


def _asks_alone(clause: str) -> bool:
    """`An accredited law school` is none to hold."""
    return bool(_CREDENTIAL.search(clause)) and not (asks_for_degree(clause) or _SCHOOL.search(clause))


def credential(text: str, skills: tuple[str, ...], reading: ProfileReading) -> Demand:
    """A licence or certificate counts where one of that name is held, not where the tool is known."""
    scored = [(_likeness(text, skills, read), read) for read in _held(reading)]
    credit, best = max(scored, key=lambda s: s[0], default=(0.0, None))
    held = best is not None and credit > 0.0
    return Demand(
        kind=DemandKind.CERTIFICATE,
        asked=" or ".join(skills) or text[:120],
        credit=credit if held else 0.0,
        why=_why(credit, skills, best) if best and held else "No such licence or certificate in the profile.",
        weight=2.0,
        evidence=(_evidence(skills, best),) if best and held else (),
        negations=reading.negations_of(skills),
        missing=() if credit == 1.0 else skills or (text[:80],),
    )


def _why(credit: float, skills: tuple[str, ...], best: PassageRead) -> str:
    if credit < 1.0:
        return "Holds something like it."
    named = {mention.name for mention in best.named}
    if named.intersection(skills):
        return "Holds it."
    broader = next((name for name in sorted(named) if implied_by(name)), None)
    return f"Holds it: {broader} is one." if broader else "Holds it."


def _evidence(skills: tuple[str, ...], best: PassageRead) -> Evidence:
    written = best.text[:120]
    stands_for = next((m.name for m in best.named if m.name in skills and m.name != written), None)
    return Evidence(best.source, (written,), stands_for)


def _held(reading: ProfileReading) -> Iterator[PassageRead]:
    """What is listed as one, or spoken of as one; a deed may be about those of others."""
    certificates = {s.id for s in reading.profile.skills if s.category is SkillCategory.CERTIFICATION}
    for read in reading.passages:
        listed = read.source.id in certificates and read.source.field == "name"
        spoken = _CREDENTIAL.search(read.text) or any(family(m.name) == _FAMILY for m in read.named)
        if listed or (spoken and read.source.kind is not SourceKind.ACHIEVEMENT):
            yield read


def _likeness(text: str, skills: tuple[str, ...], held: PassageRead) -> float:
    if held.denied and not held.named:
        return 0.0
    names = {m.name for m in held.named}
    if names.intersection(skills) or any(set(skills).intersection(implied_by(name)) for name in names):
        return 1.0
    if set(_ACRONYM.findall(text)) & set(_ACRONYM.findall(held.text)):
        return 1.0
    if (name := abbreviated(text)) and name not in held.text:
        return 0.0
    wanted = [stem for stem in asked_stems(text) if stem not in _PLAIN]
    if not wanted:
        return 1.0 if held.source.kind is SourceKind.SKILL else 0.0
    kinds = frozenset(root for name in names for kind in implied_by(name) for root in asked_stems(kind))
    share = sum(stem in held.stems or stem in kinds for stem in wanted) / len(wanted)
    return 1.0 if share >= 0.6 else 0.5 if share >= 0.3 else 0.0
