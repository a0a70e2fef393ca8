from dataclasses import dataclass

from app.domain.generation.matching.receipt import Evidence, Negation


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """How far the profile answers one demand of a requirement."""

    credit: float
    why: str
    weight: float = 1.0
    evidence: tuple[Evidence, ...] = ()
    negations: tuple[Negation, ...] = ()
    missing: tuple[str, ...] = ()
    checkable: bool = True
    """Names something definite, so that not finding it means that it is not there."""
