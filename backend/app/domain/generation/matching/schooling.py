import re

from app.domain.documents.content import Source, SourceKind
from app.domain.generation.matching.finding import Finding
from app.domain.generation.matching.reading import ProfileReading
from app.domain.generation.matching.receipt import Evidence
from app.domain.profile.model import Education
from app.domain.shared.degrees import DegreeLevel, levels_in, without_levels
from app.domain.shared.prose import asked_stems, stem_set

_CLAUSE_END = re.compile(
    r"[.;]\s|\b(?:and|with|plus)\b(?=.{0,40}\b(?:experience|knowledge|proficien|years?)\b)", re.I
)
_ONE_DEGREE = re.compile(r"[A-Z.]{2,6}")
_NOT_A_FIELD = stem_set(
    "degree diplom disciplin accredit institut univers college recogn complet equival relat field prefer "
    "school study studi colleg area subject combinat train educ"
)


def asks_for_degree(text: str) -> bool:
    return bool(levels_in(text))


def names_a_level(name: str) -> bool:
    """`Master's degree` is any of that level; `MBA` is one degree and no other."""
    return bool(levels_in(name)) and not _ONE_DEGREE.fullmatch(name)


def field_clause(text: str) -> str:
    """The part of the requirement that says which degree, and in what."""
    return _CLAUSE_END.split(text, maxsplit=1)[0] if levels_in(_CLAUSE_END.split(text)[0]) else text


def degree(text: str, reading: ProfileReading) -> Finding:
    """The lowest level that the posting names is enough."""
    wanted = levels_in(text)[-1]
    held = [(_level(e), _in_field(e, text), e) for e in reading.profile.education]
    if not held:
        return _missing(wanted, "No education in the profile.")
    level, in_field, best = max(held, key=lambda h: (_credit(h[0], h[1], wanted), h[0], h[2].institution))
    credit = _credit(level, in_field, wanted)
    if not credit:
        return _missing(wanted, f"A {wanted.name.lower()}'s level is asked for.")
    return Finding(
        credit=credit,
        why=_why(credit, in_field=in_field, reached=level >= wanted),
        weight=2.0,
        evidence=(Evidence(Source(SourceKind.EDUCATION, best.id), _words(best)),),
        missing=() if credit == 1.0 else (f"{wanted.name.lower()} degree",),
    )


def _missing(wanted: DegreeLevel, why: str) -> Finding:
    return Finding(credit=0.0, why=why, weight=2.0, missing=(f"{wanted.name.lower()} degree",))


def _why(credit: float, *, in_field: bool, reached: bool) -> str:
    if not reached:
        return "One level below what is asked for."
    return "Holds the degree." if in_field else "Holds a degree of that level, in another field."


def _credit(level: int, in_field: bool, wanted: DegreeLevel) -> float:
    if level >= wanted:
        return 1.0 if in_field else 0.7
    return 0.4 if level == wanted - 1 and level >= DegreeLevel.ASSOCIATE else 0.0


def _level(education: Education) -> int:
    said = levels_in(f"{education.degree or ''} in {education.field_of_study or ''}")
    return said[0] if said else 0


def _in_field(education: Education, text: str) -> bool:
    wanted = [s for s in asked_stems(without_levels(field_clause(text))) if s not in _NOT_A_FIELD]
    studied = frozenset(asked_stems(f"{education.degree or ''} {education.field_of_study or ''}"))
    return not wanted or bool(studied.intersection(wanted))


def _words(education: Education) -> tuple[str, ...]:
    return tuple(part for part in (education.degree, education.field_of_study) if part)
