import re
from dataclasses import dataclass

from app.domain.documents.content import Source, SourceKind
from app.domain.generation.matching.reading import ProfileReading
from app.domain.generation.matching.receipt import Demand, DemandKind, Evidence
from app.domain.profile.model import Education
from app.domain.shared.degrees import DegreeLevel, levels_in, without_levels
from app.domain.shared.prose import asked_stems, stem_set

_CLAUSE_END = re.compile(
    r"[.;]\s|\b(?:and|with|plus)\b(?=.{0,40}\b(?:experience|knowledge|proficien|years?)\b)", re.I
)
_LICENCE = re.compile(r"\blicen[cs]e", re.I)
_OTHER_FIELD, _BELOW = 0.5, 0.4
_MASTER_CRAFTSMAN = re.compile(r"\b\w*meister(?:brief|pr\u00fcfung|in)?\b", re.I)
_LONG = 140
_WORDS_OF_A_DEGREE = 14
_TELLING = {SourceKind.PROFILE, SourceKind.SKILL}
_ONE_DEGREE = re.compile(r"[A-Z.]{2,6}")
_NOT_A_FIELD = stem_set(
    "degree diplom disciplin accredit institut univers college recogn complet equival relat field prefer "
    "school study studi colleg area subject combinat train educ"
)


def asks_for_degree(text: str) -> bool:
    """A journeyman's licence is none."""
    levels = levels_in(text)
    return bool(levels) and not (levels == (DegreeLevel.VOCATIONAL,) and _LICENCE.search(text))


def names_a_level(name: str) -> bool:
    """`Master's degree` is any of that level; `MBA` is one degree and no other."""
    return bool(levels_in(name)) and not _ONE_DEGREE.fullmatch(name)


def field_clause(text: str) -> str:
    """The part of the requirement that says which degree, and in what."""
    first = _CLAUSE_END.split(text, maxsplit=1)[0]
    clause = first if levels_in(first) else text
    return clause if len(clause) <= _LONG else _around_the_level(clause)


def _around_the_level(text: str) -> str:
    """Out of a requirement that goes on about other things: the words from the level on."""
    told = text.split()
    at = next((n for n in range(len(told)) if levels_in(" ".join(told[n : n + 2]))), 0)
    return " ".join(told[at : at + _WORDS_OF_A_DEGREE])


def degree(text: str, reading: ProfileReading) -> Demand:
    """The lowest level that the posting names is enough."""
    wanted = levels_in(text)[-1]
    held = _from_education(text, reading) or _from_words(text, reading)
    if not held:
        return _demand(text, wanted, 0.0, "No education in the profile.")
    best = max(held, key=lambda h: (_credit(h.level, h.in_field, wanted), h.level, h.words))
    credit = _credit(best.level, best.in_field, wanted)
    if not credit:
        return _demand(text, wanted, 0.0, f"A {wanted.name.lower()}'s level is asked for.")
    if best.level == DegreeLevel.VOCATIONAL == wanted and _short_of_master(text, " ".join(best.words)):
        why = "A vocational training, which is one level below the master craftsman's that is asked for."
        return _demand(text, wanted, _BELOW, why, evidence=(Evidence(best.source, best.words),))
    why = _why(in_field=best.in_field, reached=best.level >= wanted)
    return _demand(text, wanted, credit, why, evidence=(Evidence(best.source, best.words),))


@dataclass(frozen=True, slots=True)
class _Held:
    source: Source
    words: tuple[str, ...]
    level: int
    in_field: bool


def _from_education(text: str, reading: ProfileReading) -> tuple[_Held, ...]:
    return tuple(
        _Held(
            Source(SourceKind.EDUCATION, e.id),
            _words(e),
            _level(f"{e.degree or ''} in {e.field_of_study or ''}"),
            _in_field(f"{e.degree or ''} {e.field_of_study or ''}", text),
        )
        for e in reading.profile.education
    )


def _from_words(text: str, reading: ProfileReading) -> tuple[_Held, ...]:
    """A profile without education may still tell of a degree in its own words."""
    told = (read for read in reading.passages if read.source.kind in _TELLING and levels_in(read.said))
    return tuple(
        _Held(read.source, (read.text[:120],), _level(read.said), _in_field(read.said, text)) for read in told
    )


def _demand(
    text: str, wanted: DegreeLevel, credit: float, why: str, evidence: tuple[Evidence, ...] = ()
) -> Demand:
    named = f"{wanted.name.lower()} degree"
    return Demand(
        kind=DemandKind.EDUCATION,
        asked=field_clause(text)[:120],
        credit=credit,
        why=why,
        weight=2.0,
        evidence=evidence,
        missing=() if credit == 1.0 else (named,),
    )


def _short_of_master(text: str, held: str) -> bool:
    """Only the master craftsman's is asked for, and it is not what is held."""
    return bool(_MASTER_CRAFTSMAN.search(text)) and not (
        levels_in(_MASTER_CRAFTSMAN.sub(" ", text)) or _MASTER_CRAFTSMAN.search(held)
    )


def _why(*, in_field: bool, reached: bool) -> str:
    if not reached:
        return "One level below what is asked for."
    return "Holds the degree." if in_field else "Holds a degree of that level, in another field."


def _credit(level: int, in_field: bool, wanted: DegreeLevel) -> float:
    if level >= wanted:
        return 1.0 if in_field else _OTHER_FIELD
    return _BELOW if level == wanted - 1 and level >= DegreeLevel.ASSOCIATE else 0.0


def _level(text: str) -> int:
    said = levels_in(text)
    return said[0] if said else 0


def _in_field(held: str, text: str) -> bool:
    wanted = [s for s in asked_stems(without_levels(field_clause(text))) if s not in _NOT_A_FIELD]
    return not wanted or not frozenset(asked_stems(held)).isdisjoint(wanted)


def _words(education: Education) -> tuple[str, ...]:
    return tuple(part for part in (education.degree, education.field_of_study) if part)
