from typing import Annotated
from uuid import UUID

from fastapi import Query

from app.domain.profile.model import Skill, SkillCategory
from app.domain.shared.page import Page
from app.presentation.api.profiles import examples
from app.presentation.api.profiles.components import Ids, SkillChange, SkillIn, SkillOut
from app.presentation.api.profiles.own import Changing, Own, Several, one_or_many, shown
from app.presentation.dependencies import Part
from app.presentation.routing import Access, area, rules
from app.presentation.schemas import PageOut

router = area("/profiles/{profile_id}/skills", "profiles")
OneOrMany = Annotated[
    SkillIn | Several[SkillIn],
    one_or_many(SkillIn),
    shown(examples.SKILL, examples.LANGUAGE, examples.CERTIFICATE),
]
Changes = Several[SkillChange]


class SkillPageOut(PageOut[SkillOut]):
    """In the order of the profile."""


@router.get("", response_model=SkillPageOut, **rules(Access.USER, 404))
async def list_skills(
    own: Own, part: Part, category: Annotated[SkillCategory | None, Query()] = None
) -> Page[Skill]:
    found = (await own.read()).skills
    return part.of([s for s in found if category in (None, s.category)])


@router.post(
    "",
    status_code=201,
    response_model=SkillOut | list[SkillOut],
    **rules(Access.USER, 404, 409, 412, 422),
)
async def add_skills(body: OneOrMany, own: Changing) -> Skill | tuple[Skill, ...]:
    """Add one, or a list: all of it or, when one is refused, none."""
    return await own.add(Skill, body)


@router.put("", response_model=list[SkillOut], **rules(Access.USER, 404, 409, 412, 422))
async def replace_skills(body: Changes, own: Changing) -> list[Skill]:
    """Say several anew, each by its id: all of them, or none."""
    return await own.change(Skill, body)


@router.delete("", status_code=204, **rules(Access.USER, 404, 409, 412, 422))
async def delete_skills(body: Ids, own: Changing) -> None:
    """All of them, or none."""
    await own.drop(Skill, body.ids)


@router.put("/{skill_id}", response_model=SkillOut, **rules(Access.USER, 404, 409, 412, 422))
async def replace_skill(skill_id: UUID, body: SkillIn, own: Changing) -> Skill:
    return await own.replace(Skill, skill_id, body)


@router.delete("/{skill_id}", status_code=204, **rules(Access.USER, 404, 409, 412))
async def delete_skill(skill_id: UUID, own: Changing) -> None:
    await own.drop(Skill, [skill_id])
