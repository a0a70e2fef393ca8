import re

from app.domain.generation.matching.reading import ProfileReading
from app.domain.generation.matching.receipt import Demand, DemandKind
from app.domain.shared.skills import canonical

_LEVELS: tuple[tuple[int, str], ...] = (
    (6, r"native|mother tongue|muttersprach\w*|langue maternelle|nativo|modersmål"),
    (
        5,
        r"fluent|fluency|c1|c2|full professional|bilingual|excellent|perfect"
        r"|verhandlungssicher\w*|fließend\w*|courante?s?"
        r"|bilingue|fluido|flytande",
    ),
    (4, r"professional|business|b2|advanced|proficien\w+|very good|sehr gute?[nrs]?|avancé|avanzado|goda"),
    (
        3,
        r"conversational|intermediate|b1|working|limited|good|gute?[nrs]?|bonnes?|buen[oa]?s?|intermédiaire|intermedio",
    ),
    (1, r"basic|beginner|a1|a2|elementary|grundkenntnisse|notions|básico|grundläggande"),
)
_COMPILED = tuple((level, re.compile(rf"\b(?:{pattern})\b", re.I)) for level, pattern in _LEVELS)


def tongue(text: str, groups: tuple[tuple[str, ...], ...], reading: ProfileReading) -> Demand:
    """Languages a person speaks, and how well."""
    wanted = _level(text) or 0
    best = [max((_credit(name, wanted, reading), name) for name in group) for group in groups]
    missing = tuple(name for credit, name in best if credit < 1.0)
    return Demand(
        kind=DemandKind.LANGUAGE,
        asked=" and ".join(" or ".join(group) for group in groups),
        credit=round(sum(credit for credit, _ in best) / len(best), 4),
        why=f"Short of what is asked in {', '.join(missing)}." if missing else "Speaks what is asked for.",
        weight=2.0,
        evidence=tuple(e for group in groups for name in group for e in reading.evidence_of(name)),
        negations=reading.negations_of(name for group in groups for name in group),
        missing=missing,
    )


def _credit(name: str, wanted: int, reading: ProfileReading) -> float:
    """A language without a level is taken at the person's word."""
    if not reading.evidence_of(name):
        return 0.0
    held = [s for s in reading.profile.skills if canonical(s.name) == name]
    enough = not held or any((_level(s.proficiency or "") or wanted) >= wanted for s in held)
    return 1.0 if enough else 0.5


def _level(text: str) -> int | None:
    return next((level for level, pattern in _COMPILED if pattern.search(text)), None)
