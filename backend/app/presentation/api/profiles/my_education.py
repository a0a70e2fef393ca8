"""Education by its own id; lists and new entries are of the default profile."""

from typing import Annotated
from uuid import UUID

from app.domain.profile.model import Education
from app.domain.shared.page import Page
from app.presentation.api.profiles import examples
from app.presentation.api.profiles.components import EducationIn, EducationOut
from app.presentation.api.profiles.flat import ChangingMine, Mine
from app.presentation.api.profiles.own import Several, one_or_many, shown
from app.presentation.api.profiles.patches import EducationPatch
from app.presentation.dependencies import Part
from app.presentation.routing import Access, area, rules
from app.presentation.schemas import PageOut

router = area("/education", "profiles")
OneOrMany = Annotated[
    EducationIn | Several[EducationIn],
    one_or_many(EducationIn),
    shown(examples.EDUCATION, examples.EDUCATION),
]


class MyEducationPageOut(PageOut[EducationOut]):
    """In the order of the default profile. Empty where there is none yet."""


@router.get("", response_model=MyEducationPageOut, **rules(Access.USER))
async def list_my_education(mine: Mine, part: Part) -> Page[Education]:
    """The default profile's."""
    return await mine.part(Education, "education", part)


@router.post(
    "", status_code=201, response_model=EducationOut | list[EducationOut], **rules(Access.USER, 409, 412, 422)
)
async def add_my_education(body: OneOrMany, mine: ChangingMine) -> Education | tuple[Education, ...]:
    """Add one, or a list as a whole, to the default profile, which is made when there is none."""
    return await mine.add(Education, body, "education")


@router.patch("/{education_id}", response_model=EducationOut, **rules(Access.USER, 404, 409, 412, 422))
async def update_my_education(education_id: UUID, body: EducationPatch, mine: ChangingMine) -> Education:
    """Change what is named; `null` empties a field."""
    return await mine.amend(Education, education_id, body.told())


@router.delete("/{education_id}", status_code=204, **rules(Access.USER, 404, 409, 412))
async def delete_my_education(education_id: UUID, mine: ChangingMine) -> None:
    await mine.drop(Education, education_id)
