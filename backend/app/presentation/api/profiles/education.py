from typing import Annotated
from uuid import UUID

from app.domain.profile.model import Education
from app.domain.shared.page import Page
from app.presentation.api.profiles import examples
from app.presentation.api.profiles.components import EducationChange, EducationIn, EducationOut, Ids
from app.presentation.api.profiles.own import Changing, Own, Several, one_or_many, shown
from app.presentation.dependencies import Part
from app.presentation.routing import Access, area, rules
from app.presentation.schemas import PageOut

router = area("/profiles/{profile_id}/education", "profiles")
OneOrMany = Annotated[
    EducationIn | Several[EducationIn],
    one_or_many(EducationIn),
    shown(examples.EDUCATION),
]
Changes = Several[EducationChange]


class EducationPageOut(PageOut[EducationOut]):
    """In the order of the profile."""


@router.get("", response_model=EducationPageOut, **rules(Access.USER, 404))
async def list_education(own: Own, part: Part) -> Page[Education]:
    return await own.part(Education, part)


@router.post(
    "",
    status_code=201,
    response_model=EducationOut | list[EducationOut],
    **rules(Access.USER, 404, 409, 412, 422),
)
async def add_education(body: OneOrMany, own: Changing) -> Education | tuple[Education, ...]:
    """Add one, or a list: all of it or, when one is refused, none."""
    return await own.add(Education, body)


@router.put("", response_model=list[EducationOut], **rules(Access.USER, 404, 409, 412, 422))
async def replace_education(body: Changes, own: Changing) -> list[Education]:
    """Say several anew, each by its id: all of them, or none."""
    return await own.change(Education, body)


@router.delete("", status_code=204, **rules(Access.USER, 404, 409, 412, 422))
async def delete_education(body: Ids, own: Changing) -> None:
    """All of them, or none."""
    await own.drop(Education, body.ids)


@router.put("/{education_id}", response_model=EducationOut, **rules(Access.USER, 404, 409, 412, 422))
async def replace_education_entry(education_id: UUID, body: EducationIn, own: Changing) -> Education:
    return await own.replace(Education, education_id, body)


@router.delete("/{education_id}", status_code=204, **rules(Access.USER, 404, 409, 412))
async def delete_education_entry(education_id: UUID, own: Changing) -> None:
    await own.drop(Education, [education_id])
