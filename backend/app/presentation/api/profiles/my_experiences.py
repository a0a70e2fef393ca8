"""Experiences by their own id; lists and new ones are of the default profile."""

from typing import Annotated
from uuid import UUID

from app.domain.profile.model import Experience
from app.domain.shared.page import Page
from app.presentation.api.profiles import examples
from app.presentation.api.profiles.components import ExperienceIn, ExperienceOut
from app.presentation.api.profiles.flat import ChangingMine, Mine
from app.presentation.api.profiles.own import Several, one_or_many, shown
from app.presentation.api.profiles.patches import ExperiencePatch
from app.presentation.dependencies import Part
from app.presentation.routing import Access, area, rules
from app.presentation.schemas import PageOut

router = area("/experiences", "profiles")
OneOrMany = Annotated[
    ExperienceIn | Several[ExperienceIn],
    one_or_many(ExperienceIn),
    shown(examples.EXPERIENCE, examples.SECOND_EXPERIENCE),
]


class MyExperiencePageOut(PageOut[ExperienceOut]):
    """In the order of the default profile. Empty where there is none yet."""


@router.get("", response_model=MyExperiencePageOut, **rules(Access.USER))
async def list_my_experiences(mine: Mine, part: Part) -> Page[Experience]:
    """The default profile's."""
    return await mine.part(Experience, "experiences", part)


@router.post(
    "",
    status_code=201,
    response_model=ExperienceOut | list[ExperienceOut],
    **rules(Access.USER, 409, 412, 422),
)
async def add_my_experiences(body: OneOrMany, mine: ChangingMine) -> Experience | tuple[Experience, ...]:
    """Add one, or a list as a whole, to the default profile, which is made when there is none."""
    return await mine.add(Experience, body, "experiences")


@router.get("/{experience_id}", response_model=ExperienceOut, **rules(Access.USER, 404))
async def get_my_experience(experience_id: UUID, mine: Mine) -> Experience:
    """One, whichever of one's profiles holds it."""
    return await mine.one(Experience, experience_id)


@router.patch("/{experience_id}", response_model=ExperienceOut, **rules(Access.USER, 404, 409, 412, 422))
async def update_my_experience(experience_id: UUID, body: ExperiencePatch, mine: ChangingMine) -> Experience:
    """Change what is named. An achievement whose text is unchanged keeps its id."""
    return await mine.amend(Experience, experience_id, body.told())


@router.delete("/{experience_id}", status_code=204, **rules(Access.USER, 404, 409, 412))
async def delete_my_experience(experience_id: UUID, mine: ChangingMine) -> None:
    """With its achievements and what was proposed for it."""
    await mine.drop(Experience, experience_id)
