from uuid import UUID

from fastapi import Response

from app.domain.applications.model import Application
from app.domain.applications.ports import ApplicationListing, ApplicationSearch, ApplicationSort
from app.domain.applications.status import ApplicationStatus
from app.domain.shared.ids import JobId
from app.domain.shared.page import Page
from app.presentation.api.applications.schemas import SavedJobIn
from app.presentation.api.applications.services import Applications, tagged
from app.presentation.api.applications.views import ApplicationOut, ApplicationPageOut
from app.presentation.dependencies import CurrentUser, Part
from app.presentation.routing import Access, area, rules

router = area("/saved-jobs", "applications")


@router.post("", status_code=201, response_model=ApplicationOut, **rules(Access.USER, 404, 409, 422))
async def save_job(
    body: SavedJobIn, response: Response, user_id: CurrentUser, applications: Applications
) -> Application:
    """Keep a job, your own or the board's, in mind: an application at `interested`."""
    card = await applications.save(JobId(body.job_id), owner=user_id, facts=body.told())
    response.headers["Location"] = f"/api/v1/applications/{card.id}"
    return tagged(card, response)


@router.get("", response_model=ApplicationPageOut, **rules(Access.USER))
async def list_saved_jobs(
    user_id: CurrentUser,
    part: Part,
    applications: Applications,
    status: ApplicationStatus = ApplicationStatus.INTERESTED,
    sort: ApplicationSort = ApplicationSort.NEWEST,
) -> Page[ApplicationListing]:
    """What is saved and not applied for yet, or what is at another status."""
    search = ApplicationSearch(owner=user_id, status=status)
    return await applications.page(search, sort=sort, part=part)


@router.delete("/{job_id}", status_code=204, **rules(Access.USER, 404, 409))
async def unsave_job(job_id: UUID, user_id: CurrentUser, applications: Applications) -> None:
    """With its notes. What was applied for is not unsaved but withdrawn (409 `already_applied`)."""
    await applications.unsave(JobId(job_id), owner=user_id)
