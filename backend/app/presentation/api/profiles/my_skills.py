"""Skills by their own id; lists and new ones are of the default profile."""

from typing import Annotated
from uuid import UUID

from fastapi import Query

from app.domain.profile.model import Skill, SkillCategory
from app.domain.shared.page import Page
from app.presentation.api.profiles import examples
from app.presentation.api.profiles.components import SkillIn, SkillOut
from app.presentation.api.profiles.flat import ChangingMine, Mine
from app.presentation.api.profiles.own import Several, one_or_many, shown
from app.presentation.dependencies import Part
from app.presentation.routing import Access, area, rules
from app.presentation.schemas import PageOut

router = area("/skills", "profiles")
OneOrMany = Annotated[
    SkillIn | Several[SkillIn],
    one_or_many(SkillIn),
    shown(examples.SKILL, examples.LANGUAGE, examples.CERTIFICATE),
]


class MySkillPageOut(PageOut[SkillOut]):
    """In the order of the default profile. Empty where there is none yet."""


@router.get("", response_model=MySkillPageOut, **rules(Access.USER))
async def list_my_skills(
    mine: Mine, part: Part, category: Annotated[SkillCategory | None, Query()] = None
) -> Page[Skill]:
    """The default profile's: technical and soft ones, languages, certifications."""
    return await mine.part(Skill, "skills", part, among=lambda skill: category in (None, skill.category))


@router.post(
    "", status_code=201, response_model=SkillOut | list[SkillOut], **rules(Access.USER, 409, 412, 422)
)
async def add_my_skills(body: OneOrMany, mine: ChangingMine) -> Skill | tuple[Skill, ...]:
    """Add one, or a list as a whole, to the default profile, which is made when there is none."""
    return await mine.add(Skill, body, "skills")


@router.put("/{skill_id}", response_model=SkillOut, **rules(Access.USER, 404, 409, 412, 422))
async def replace_my_skill(skill_id: UUID, body: SkillIn, mine: ChangingMine) -> Skill:
    """Say it anew; what is left out is emptied."""
    return await mine.amend(Skill, skill_id, body.facts())


@router.delete("/{skill_id}", status_code=204, **rules(Access.USER, 404, 409, 412))
async def delete_my_skill(skill_id: UUID, mine: ChangingMine) -> None:
    await mine.drop(Skill, skill_id)
