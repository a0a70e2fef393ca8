import re
from collections.abc import Iterator

from app.domain.documents.content import SourceKind
from app.domain.generation.matching.finding import Finding
from app.domain.generation.matching.reading import PassageRead, ProfileReading
from app.domain.generation.matching.receipt import Evidence
from app.domain.profile.model import SkillCategory
from app.domain.shared.prose import asked_stems, stem_set

_CREDENTIAL = re.compile(
    r"\b(?:licen[cs](?:e[ds]?|ure)|certificat(?:e[ds]?|ions?)|certified|registered|registration|accredited"
    r"|(?:security|police) clearance|permis de conduire|führerschein|körkort|zertifi\w+|certifi[ée]\w*"
    r"|permiso de conducir|legitimation|carné de conducir|permit)\b",
    re.I,
)
_ACRONYM = re.compile(r"\b[A-Z][A-Z0-9+-]{1,6}\b")
_PLAIN = stem_set(
    "licens licenc certificat certifi registr regist accredit valid curr activ hold holder act state "
    "provinc permit obtain possess possession unrestrict prefer good stand full unencumber"
)


def asks_for_credential(text: str) -> bool:
    return bool(_CREDENTIAL.search(text))


def credential(text: str, skills: tuple[str, ...], reading: ProfileReading) -> Finding:
    """A licence or certificate counts where one of that name is held, not where the tool is known."""
    scored = [(_likeness(text, skills, read), read) for read in _held(reading)]
    best = max(scored, key=lambda s: s[0], default=None)
    negations = reading.negations_of(skills)
    if best is None or best[0] == 0.0:
        named = skills or (text[:80],)
        why = "No such licence or certificate in the profile."
        return Finding(credit=0.0, why=why, weight=2.0, missing=named, negations=negations)
    return Finding(
        credit=best[0],
        why="Holds it." if best[0] == 1.0 else "Holds something like it.",
        weight=2.0,
        evidence=(Evidence(best[1].source, (best[1].text[:120],)),),
        missing=() if best[0] == 1.0 else skills or (text[:80],),
        negations=negations,
    )


def _held(reading: ProfileReading) -> Iterator[PassageRead]:
    certificates = {s.id for s in reading.profile.skills if s.category is SkillCategory.CERTIFICATION}
    for read in reading.passages:
        listed = read.source.id in certificates and read.source.field == "name"
        if listed or (_CREDENTIAL.search(read.text) and read.source.kind is not SourceKind.ACHIEVEMENT):
            yield read


def _likeness(text: str, skills: tuple[str, ...], held: PassageRead) -> float:
    if held.denied and not held.named:
        return 0.0
    if any(m.name in skills for m in held.named):
        return 1.0
    if set(_ACRONYM.findall(text)) & set(_ACRONYM.findall(held.text)):
        return 1.0
    wanted = [stem for stem in asked_stems(text) if stem not in _PLAIN]
    if not wanted:
        return 1.0 if held.source.kind is SourceKind.SKILL else 0.0
    share = sum(stem in held.stems for stem in wanted) / len(wanted)
    return 1.0 if share >= 0.6 else 0.5 if share >= 0.3 else 0.0
