from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from app.application.applications.service import Submission
from app.domain.applications.model import Application
from app.domain.shared.ids import ApplicationId, JobId
from app.presentation.api.applications.schemas import ApplicationIn, ApplicationPatch, ApplicationUpdate
from app.presentation.api.applications.services import Applications, created, tagged
from app.presentation.api.applications.views import ApplicationOut
from app.presentation.dependencies import CurrentUser, ExpectedVersion
from app.presentation.idempotency import IdempotencyKey, answer, documented
from app.presentation.routing import Access, area, rules
from app.presentation.schemas import YesOrNo

router = area("/applications", "applications")


@router.post("", **documented(rules(Access.USER, 404, 409, 422), 201, ApplicationOut))
async def create_application(
    body: ApplicationIn, user_id: CurrentUser, applications: Applications, key: IdempotencyKey
) -> Response:
    """Apply for a job, your own or the board's. What was saved before goes on from there.

    A resume and a cover letter that you send along are frozen: each format is kept as it went, and the
    application says its SHA-256. There is one application for a job (409 `application_exists`).
    """
    submission = Submission(
        job_id=JobId(body.job_id), documents=body.wanted, applied_at=body.applied_at, facts=body.told()
    )
    return answer(await applications.apply(submission, owner=user_id, once=key.once(body, created)), created)


@router.get("/{application_id}", response_model=ApplicationOut, **rules(Access.USER, 404))
async def get_application(
    application_id: UUID, response: Response, user_id: CurrentUser, applications: Applications
) -> Application:
    """With its history, and what was sent."""
    return tagged(await applications.get(ApplicationId(application_id), owner=user_id), response)


@router.put("/{application_id}", response_model=ApplicationOut, **rules(Access.USER, 404, 409, 412, 422))
async def update_application(
    application_id: UUID,
    body: ApplicationUpdate,
    response: Response,
    user_id: CurrentUser,
    expected: ExpectedVersion,
    applications: Applications,
) -> Application:
    """Say all of it anew; `status` moves it where it is another. PATCH changes only what it names.

    What is not legal from where it stands is refused (409 `illegal_move`, with what would be). History and
    documents are nobody's to rewrite.
    """
    facts = body.told(all_of_it=True)
    card = await applications.change(
        ApplicationId(application_id), owner=user_id, facts=facts, expected=expected
    )
    return tagged(card, response)


@router.patch("/{application_id}", response_model=ApplicationOut, **rules(Access.USER, 404, 409, 412, 422))
async def change_application(
    application_id: UUID,
    body: ApplicationPatch,
    response: Response,
    user_id: CurrentUser,
    expected: ExpectedVersion,
    applications: Applications,
) -> Application:
    """Change what is named."""
    card = await applications.change(
        ApplicationId(application_id), owner=user_id, facts=body.told(), expected=expected
    )
    return tagged(card, response)


@router.delete("/{application_id}", status_code=204, **rules(Access.USER, 404, 409, 412))
async def withdraw_application(
    application_id: UUID,
    user_id: CurrentUser,
    expected: ExpectedVersion,
    applications: Applications,
    for_good: Annotated[
        YesOrNo, Query(description="Delete it with its history; what only it held is no longer frozen")
    ] = False,
) -> None:
    """Withdraw: the application stays, at `withdrawn`, with its history and what was sent."""
    end = applications.remove if for_good else applications.withdraw
    await end(ApplicationId(application_id), owner=user_id, expected=expected)
