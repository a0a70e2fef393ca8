"""The cards as they are seen from the jobs."""

from uuid import UUID

from fastapi import Response

from app.application.applications.service import Submission
from app.domain.applications.figures import Figures
from app.domain.applications.model import Application
from app.domain.shared.ids import JobId
from app.presentation.api.applications.schemas import FavoriteIn, JobApplicationIn, StatusIn
from app.presentation.api.applications.services import Applications, Cards, created, tagged
from app.presentation.api.applications.views import ApplicationOut, MarkOut, StatsOut
from app.presentation.dependencies import CurrentUser
from app.presentation.idempotency import IdempotencyKey, answer, documented
from app.presentation.routing import Access, area, rules

router = area("/jobs", "jobs")


@router.get("/stats", response_model=StatsOut, **rules(Access.USER))
async def get_job_stats(user_id: CurrentUser, cards: Cards) -> Figures:
    """How your search goes: by status and source, how far it gets, how long it stays, week by week."""
    return await cards.figures(user_id)


@router.patch("/{job_id}/favorite", **rules(Access.USER, 404, 409))
async def mark_favorite(job_id: UUID, body: FavoriteIn, user_id: CurrentUser, cards: Cards) -> MarkOut:
    """Set it, or turn it round. A favorite that was not saved before is saved."""
    mark = await cards.favor(JobId(job_id), owner=user_id, favorite=body.favorite)
    return MarkOut(
        job_id=job_id,
        application_id=mark.application_id if mark else None,
        tracking_status=mark.tracking_status if mark else None,
        favorite=bool(mark and mark.favorite),
    )


@router.patch("/{job_id}/status", response_model=ApplicationOut, **rules(Access.USER, 404, 409))
async def move_application(
    job_id: UUID, body: StatusIn, response: Response, user_id: CurrentUser, cards: Cards
) -> Application:
    """Move your application for this job. Without one, `interested` saves the job and `applied` applies.

    What is not legal from where it stands is refused (409 `illegal_move`, with what would be).
    """
    card = await cards.move(JobId(job_id), owner=user_id, status=body.status, why=body.why)
    return tagged(card, response)


@router.post("/{job_id}/apply", **documented(rules(Access.USER, 404, 409, 422), 201, ApplicationOut))
async def apply_to_job(
    job_id: UUID,
    body: JobApplicationIn,
    user_id: CurrentUser,
    applications: Applications,
    key: IdempotencyKey,
) -> Response:
    """Mark as applied; the same as `POST /applications`."""
    submission = Submission(
        job_id=JobId(job_id), documents=body.wanted, applied_at=body.applied_at, facts=body.told()
    )
    return answer(await applications.apply(submission, owner=user_id, once=key.once(body, created)), created)
