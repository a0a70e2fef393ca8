"""What is to be left out, held against what is to be kept."""

from app.domain.documents.content import SectionKind
from app.domain.generation.instructions.rules import Effect
from app.domain.generation.naming import names

_OF_NOBODY = (SectionKind.SUMMARY,)


def leaves_out(effect: Effect) -> bool:
    return bool(_said(effect, "without") or _said(effect, "left_out"))


def narrows(before: Effect, exception: Effect) -> bool:
    """`the projects, but not Acme`: a part of a section cannot be kept."""
    kinds = [kind for kind in _said(before, "without") if kind not in _OF_NOBODY]
    return bool(kinds and _said(exception, "emphasis"))


def contradicted(effect: Effect, kept: tuple[str, ...]) -> str | None:
    """What is to be kept and would go with it."""
    for each in kept:
        if each in _said(effect, "without") or any(names(each, name) for name in _said(effect, "left_out")):
            return each
        if not isinstance(each, SectionKind) and SectionKind.EXPERIENCE in _said(effect, "without"):
            return each
    return None


def _said(effect: Effect, field: str) -> tuple[str, ...]:
    return tuple((effect.wishes or {}).get(field, ()))
