from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Query
from pydantic import Field

from app.domain.applications.ports import ApplicationListing, ApplicationSearch, ApplicationSort, Column
from app.domain.applications.status import ApplicationStatus
from app.domain.shared.ids import JobId
from app.domain.shared.page import Page
from app.presentation.api.applications.services import Applications
from app.presentation.api.applications.views import ApplicationPageOut, BoardOut
from app.presentation.dependencies import CurrentUser, Part
from app.presentation.routing import Access, area, rules
from app.presentation.schemas import Day, InDigits, Name, Source, YesOrNo

router = area("/applications", "applications")
Text = Annotated[Name | None, Query(description="Text in title or company")]
Until = Annotated[Day | None, Query(description="With something to be done by this day")]


async def get_narrowed(
    user_id: CurrentUser,
    source: Source | None = None,
    favorite: YesOrNo | None = None,
    follow_up_until: Until = None,
    q: Text = None,
) -> ApplicationSearch:
    until: date | None = follow_up_until
    return ApplicationSearch(owner=user_id, source=source, favorite=favorite, follow_up_until=until, q=q)


Narrowed = Annotated[ApplicationSearch, Depends(get_narrowed)]


@router.get("", response_model=ApplicationPageOut, **rules(Access.USER))
async def list_applications(
    search: Narrowed,
    part: Part,
    applications: Applications,
    status: ApplicationStatus | None = None,
    job_id: UUID | None = None,
    sort: ApplicationSort = ApplicationSort.NEWEST,
) -> Page[ApplicationListing]:
    """Every job that you saved or applied for, wherever it stands."""
    wanted = replace(search, status=status, job_id=JobId(job_id) if job_id else None)
    return await applications.page(wanted, sort=sort, part=part)


@router.get("/board", **rules(Access.USER))
async def get_application_board(
    search: Narrowed,
    applications: Applications,
    limit: Annotated[int, Field(ge=1, le=100), InDigits] = 20,
) -> BoardOut:
    """Your own applications in columns, one for each status: how many there are, and at most `limit` of
    them, the last moved first. It has nothing to do with the public board of jobs."""
    columns: Sequence[Column] = await applications.board(search, most=limit)
    return BoardOut.model_validate({"columns": columns}, from_attributes=True)
