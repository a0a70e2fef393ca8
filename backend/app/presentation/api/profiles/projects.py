from typing import Annotated
from uuid import UUID

from app.domain.profile.model import Project
from app.domain.shared.page import Page
from app.presentation.api.profiles import examples
from app.presentation.api.profiles.components import Ids, ProjectChange, ProjectIn, ProjectOut
from app.presentation.api.profiles.own import Changing, Own, Several, one_or_many, shown
from app.presentation.dependencies import Part
from app.presentation.routing import Access, area, rules
from app.presentation.schemas import PageOut

router = area("/profiles/{profile_id}/projects", "profiles")
OneOrMany = Annotated[
    ProjectIn | Several[ProjectIn],
    one_or_many(ProjectIn),
    shown(examples.PROJECT),
]
Changes = Several[ProjectChange]


class ProjectPageOut(PageOut[ProjectOut]):
    """In the order of the profile."""


@router.get("", response_model=ProjectPageOut, **rules(Access.USER, 404))
async def list_projects(own: Own, part: Part) -> Page[Project]:
    return await own.part(Project, part)


@router.post(
    "",
    status_code=201,
    response_model=ProjectOut | list[ProjectOut],
    **rules(Access.USER, 404, 409, 412, 422),
)
async def add_projects(body: OneOrMany, own: Changing) -> Project | tuple[Project, ...]:
    """Add one, or a list: all of it or, when one is refused, none."""
    return await own.add(Project, body)


@router.put("", response_model=list[ProjectOut], **rules(Access.USER, 404, 409, 412, 422))
async def replace_projects(body: Changes, own: Changing) -> list[Project]:
    """Say several anew, each by its id: all of them, or none."""
    return await own.change(Project, body)


@router.delete("", status_code=204, **rules(Access.USER, 404, 409, 412, 422))
async def delete_projects(body: Ids, own: Changing) -> None:
    """All of them, or none."""
    await own.drop(Project, body.ids)


@router.put("/{project_id}", response_model=ProjectOut, **rules(Access.USER, 404, 409, 412, 422))
async def replace_project(project_id: UUID, body: ProjectIn, own: Changing) -> Project:
    return await own.replace(Project, project_id, body)


@router.delete("/{project_id}", status_code=204, **rules(Access.USER, 404, 409, 412))
async def delete_project(project_id: UUID, own: Changing) -> None:
    await own.drop(Project, [project_id])
