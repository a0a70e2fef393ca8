"""What became of each item, and why, in words."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from app.domain.documents.content import Source, SourceKind
from app.domain.generation.compiled import Choice
from app.domain.generation.leaving_out import items_of
from app.domain.generation.relevance import Relevance, RelevanceScale
from app.domain.profile.model import Achievement, Education, Experience, Profile, Project, Skill
from app.domain.shared.ids import ItemId

_LABEL = 80

T = TypeVar("T")
Ranked = list[tuple[T, Relevance]]
_Item = TypeVar("_Item", Achievement, Education, Project, Skill)


def choices_of(
    kind: SourceKind, ranked: Ranked[_Item], room: int, what: Callable[[_Item], str]
) -> tuple[Choice, ...]:
    return tuple(
        choice_of(kind, item.id, what(item), relevance, place if place < room else None)
        for place, (item, relevance) in enumerate(ranked)
    )


def choice_of(
    kind: SourceKind,
    at: ItemId,
    what: str,
    relevance: Relevance,
    place: int | None,
    reason: str | None = None,
) -> Choice:
    return Choice(
        source=Source(kind, at),
        what=what[:_LABEL],
        kept=place is not None,
        position=place,
        score=relevance.score,
        answers=relevance.answers,
        reason=reason or _reason(relevance, kept=place is not None),
    )


def _reason(relevance: Relevance, *, kept: bool) -> str:
    count = len(relevance.answers)
    named = f": {', '.join(relevance.words[:6])}" if relevance.words else ""
    says = (
        f"Speaks for {count} of the requirements{named}." if count or named else "Answers nothing asked for."
    )
    if relevance.emphasised:
        says = f"Emphasised: {', '.join(relevance.emphasised)}. {says}"
    if kept:
        return says if count or named or relevance.emphasised else f"{says} Kept: there is room for it."
    return f"Cut: others say more of what is asked for. {says}"


def struck_choices(
    profile: Profile, struck: Mapping[ItemId, str], scale: RelevanceScale
) -> tuple[Choice, ...]:
    """What the person wanted left out, each with the reason."""
    return tuple(
        choice_of(_kind_of(item), item.id, _known_as(item), scale.of_item(item.id), None, struck[item.id])
        for item, _, _ in items_of(profile)
        if item.id in struck
    )


def _kind_of(item: Experience | Education | Project | Skill | Achievement) -> SourceKind:
    return SourceKind(type(item).__name__.lower())


def _known_as(item: Experience | Education | Project | Skill | Achievement) -> str:
    if isinstance(item, Experience):
        return name_of(item)
    if isinstance(item, Education):
        return item.degree or item.institution
    return item.text if isinstance(item, Achievement) else item.name


def name_of(experience: Experience) -> str:
    return f"{experience.title}, {experience.company}"
