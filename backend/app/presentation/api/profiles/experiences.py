from typing import Annotated
from uuid import UUID

from app.domain.profile.model import Experience
from app.domain.shared.page import Page
from app.presentation.api.profiles import examples
from app.presentation.api.profiles.components import ExperienceChange, ExperienceIn, ExperienceOut, Ids
from app.presentation.api.profiles.own import Changing, Own, Several, one_or_many, shown
from app.presentation.dependencies import Part
from app.presentation.routing import Access, area, rules
from app.presentation.schemas import PageOut

router = area("/profiles/{profile_id}/experiences", "profiles")
OneOrMany = Annotated[
    ExperienceIn | Several[ExperienceIn],
    one_or_many(ExperienceIn),
    shown(examples.EXPERIENCE, examples.SECOND_EXPERIENCE),
]
Changes = Several[ExperienceChange]


class ExperiencePageOut(PageOut[ExperienceOut]):
    """In the order of the profile."""


@router.get("", response_model=ExperiencePageOut, **rules(Access.USER, 404))
async def list_experiences(own: Own, part: Part) -> Page[Experience]:
    return await own.part(Experience, part)


@router.post(
    "",
    status_code=201,
    response_model=ExperienceOut | list[ExperienceOut],
    **rules(Access.USER, 404, 409, 412, 422),
)
async def add_experiences(body: OneOrMany, own: Changing) -> Experience | tuple[Experience, ...]:
    """Add one, or a list: all of it or, when one is refused, none."""
    return await own.add(Experience, body)


@router.put("", response_model=list[ExperienceOut], **rules(Access.USER, 404, 409, 412, 422))
async def replace_experiences(body: Changes, own: Changing) -> list[Experience]:
    """Say several anew, each by its id: all of them, or none."""
    return await own.change(Experience, body)


@router.delete("", status_code=204, **rules(Access.USER, 404, 409, 412, 422))
async def delete_experiences(body: Ids, own: Changing) -> None:
    """All of them, or none."""
    await own.drop(Experience, body.ids)


@router.put("/{experience_id}", response_model=ExperienceOut, **rules(Access.USER, 404, 409, 412, 422))
async def replace_experience(experience_id: UUID, body: ExperienceIn, own: Changing) -> Experience:
    """An achievement whose text is unchanged keeps its id."""
    return await own.replace(Experience, experience_id, body)


@router.delete("/{experience_id}", status_code=204, **rules(Access.USER, 404, 409, 412))
async def delete_experience(experience_id: UUID, own: Changing) -> None:
    await own.drop(Experience, [experience_id])
