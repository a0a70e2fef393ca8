"""How high a degree is, in the words that people and postings use for it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from app.domain.shared.cues import Cue, Spoken, spoken
from app.domain.shared.prose import word_set


class DegreeLevel(IntEnum):
    SCHOOL = 1
    VOCATIONAL = 2
    ASSOCIATE = 3
    BACHELOR = 4
    MASTER = 5
    DOCTORATE = 6


_PATTERNS: tuple[tuple[DegreeLevel, str], ...] = (
    (
        DegreeLevel.DOCTORATE,
        r"ph\.?\s?d\.?|d\.?phil|doctor(?:ate|al)?(?:\s+degree|\s+of)|doctorate|doktorgrad|promotion|doctorat|doctorado"
        r"|pharm\.?d|j\.d\.|juris doctor|m\.d\.(?!\w)|doktorsexamen"
        r"|(?-i:Ed\.?D\.?|JD(?=\s*,|\s+(?:and|or|degree|from|required)\b))",
    ),
    (
        DegreeLevel.MASTER,
        r"master(?:['\u2019]?s)?(?:\s+degree|\s+of|\s+in|\s+level)|masters|master['\u2019]s|master(?=\s*[,/)]|\s+or\b|$)"
        r"|m\.?sc\.?|m\.s\.|m\.a\.|mba|m\.?eng\.?|msn|mph|ma(?=\s+in\b)|ms(?=\s+in\b)|diplom(?:-ingenieur)?|maîtrise"
        r"|maestría|magister|masterexamen|graduate degree|advanced degree"
        r"|(?-i:MFA|MCA|MSW|M\.?Tech\.?|M\.?Ed\.?|M\.?Com\.?|M\.E\.|M\.?Arch\.?|LL\.?M\.?)"
        r"|(?-i:MS(?=\s+[A-Z][a-z]{3})(?!\s+(?:Office|Word|Excel|Windows|Project|Access|Teams|Outlook|Power|Visio"
        r"|Dynamics|Azure|Exchange|Visual|Server|Share|Suite|Paint|Publisher|Build)))",
    ),
    (
        DegreeLevel.BACHELOR,
        r"bachelor(?:['\u2019]?s)?|baccalaureate|b\.?sc\.?|b\.s\.|b\.a\.|b\.?eng\.?|b\.?com\.?|bsn|bba|ba(?=\s+in\b)"
        r"|bs(?=\s*(?:/|in\b))|undergraduate degree|university degree|college degree|4[- ]year degree"
        r"|four[- ]year degree|licence(?=\s+(?:en|de)\b)|licenciatura|grado(?=\s+en\b)|kandidatexamen"
        r"|hochschulabschluss|diplôme universitaire|högskoleexamen|universitetsexamen"
        r"|abgeschlossenes studium"
        r"|(?-i:BFA|BCA|BSW|BSBA|BS[CEM]E|B\.?Tech\.?|B\.?Ed\.?|B\.E\.|BE(?=\s+in\s+[A-Z][a-z]{4})|B\.?Arch\.?|LL\.?B\.?"
        r"|BS(?=\s+[A-Z][a-z]{3})|BA(?=\s+[A-Z][a-z]{3})(?!\s+(?:Analyst|Team|Lead|Role)))",
    ),
    (
        DegreeLevel.ASSOCIATE,
        r"associate(?:['\u2019]?s)?\s+(?:degree|of|in)|a\.a\.s?\.?|adn|two[- ]year degree"
        r"|(?-i:AAS|A\.S\.|A[AS](?=\s+in\b))",
    ),
    (
        DegreeLevel.VOCATIONAL,
        r"apprenticeship|journeyman|trade school|vocational|technical diploma|nvq|gesellenbrief|ausbildung"
        r"|meisterbrief|college diploma|bts|cap(?=\s+(?:en|de)\b)|formación profesional|yrkesutbildning"
        r"|gymnasieutbildning",
    ),
    (
        DegreeLevel.SCHOOL,
        r"high school(?:\s+diploma)?|secondary school|ged|a[- ]levels|abitur"
        r"|baccalauréat|bachillerato|gymnasieexamen",
    ),
)
_COMPILED = tuple(
    (level, re.compile(rf"(?<![\w.])(?:{pattern})(?!\w)", re.IGNORECASE)) for level, pattern in _PATTERNS
)

_ANY = re.compile(
    r"(?<![\w.])(?:" + "|".join(f"(?:{pattern})" for _, pattern in _PATTERNS) + r")(?!\w)", re.IGNORECASE
)
_CUE = Cue(
    word_set(
        "ph phd d dphil doctor doctorate doctoral doktorgrad promotion doctorat doctorado pharm pharmd j "
        "juris m doktorsexamen ed edd jd master masters msc mba meng msn mph ma ms diplom ma\u00eetrise "
        "maestr\u00eda magister masterexamen graduate advanced mfa mca msw mtech med mcom march ll llm "
        "bachelor bachelors baccalaureate b bsc beng bcom bsn bba ba bs undergraduate university college 4 "
        "four licence licenciatura grado kandidatexamen hochschulabschluss dipl\u00f4me h\u00f6gskoleexamen "
        "universitetsexamen abgeschlossenes bfa bca bsw bsba bsce bsee bsme btech bed be barch llb associate "
        "associates adn two aas aa apprenticeship journeyman trade vocational technical nvq gesellenbrief "
        "ausbildung meisterbrief bts cap formaci\u00f3n yrkesutbildning gymnasieutbildning high secondary "
        "ged levels abitur baccalaur\u00e9at bachillerato gymnasieexamen"
    ),
    ("a.a", "a.s."),
)
"""The first words of all that is looked for; `AS` is looked for as it is written."""


def levels_in(text: str) -> tuple[DegreeLevel, ...]:
    """Every level that the text names, highest first."""
    return tuple(level for level, pattern in _COMPILED if pattern.search(text))


@dataclass(frozen=True, slots=True)
class NamedDegree:
    """A place where a text names a level."""

    level: DegreeLevel
    start: int
    end: int


_ABBREVIATED = {
    **dict.fromkeys(("ba", "bs", "bfa", "bed", "llb", "bsn", "bba", "bm", "barch"), DegreeLevel.BACHELOR),
    **dict.fromkeys(
        ("ma", "ms", "mfa", "med", "llm", "msn", "mba", "mph", "msw", "mres", "mlis", "mpa", "mphil"),
        DegreeLevel.MASTER,
    ),
    **dict.fromkeys(("aa", "as", "aas", "associate", "associates"), DegreeLevel.ASSOCIATE),
    **dict.fromkeys(("phd", "dphil", "md", "jd", "edd", "dba"), DegreeLevel.DOCTORATE),
}


def level_of_degree(name: str) -> DegreeLevel | None:
    """The level of what stands where a degree is named and nothing else, such as `BS` or `M.A.`."""
    found = levels_in(name)
    if found:
        return found[0]
    first = name.partition(" ")[0]
    return _ABBREVIATED.get(first.replace(".", "").replace(",", "").lower()) if first else None


def degrees_in(text: str, words: Spoken | None = None) -> tuple[NamedDegree, ...]:
    """Every place where the text names a level, highest level first.

    `words`: its own, where they are known already.
    """
    if "AS" not in text and not _CUE.may_stand_in(words or spoken(text)):
        return ()
    return tuple(_named(text))


def _named(text: str) -> Iterator[NamedDegree]:
    if not _ANY.search(text):
        return
    for level, pattern in _COMPILED:
        yield from (NamedDegree(level, *m.span()) for m in pattern.finditer(text))


def without_levels(text: str) -> str:
    for _, pattern in _COMPILED:
        text = pattern.sub(" ", text)
    return text
