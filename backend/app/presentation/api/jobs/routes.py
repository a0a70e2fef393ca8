from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, Query, Response

from app.application.applications.tracking import TrackingService
from app.application.jobs.service import JobService
from app.domain.applications.ports import Mark, TrackedListing, Tracking
from app.domain.applications.status import ApplicationStatus
from app.domain.identity.errors import InvalidToken
from app.domain.jobs.model import Job, JobStatus
from app.domain.jobs.ports import JobListing, JobSearch, JobSort
from app.domain.jobs.posting import EmploymentType, Seniority, Workplace
from app.domain.jobs.reading import blank
from app.domain.shared.ids import JobId, UserId
from app.domain.shared.page import Page
from app.presentation.api.jobs.parsing import ParsedOut
from app.presentation.api.jobs.schemas import (
    MOST_PAY,
    Currency,
    JobIn,
    JobOut,
    JobPageOut,
    JobPatch,
    NewJob,
    PostingText,
    Source,
)
from app.presentation.dependencies import CurrentVisitor, ExpectedVersion, MaybeUser, Part, etag, service
from app.presentation.routing import Access, area, rules
from app.presentation.schemas import Name, YesOrNo

router = area("/jobs", "jobs")
Jobs = Annotated[JobService, Depends(service(lambda services: services.jobs))]
Cards = Annotated[TrackingService, Depends(service(lambda services: services.tracking))]


class Scope(StrEnum):
    MINE = "mine"
    BOARD = "board"


Least = Annotated[
    float,
    Query(ge=0, le=MOST_PAY, allow_inf_nan=False, description="What a year's pay reaches at its best"),
]


async def get_search(  # noqa: PLR0913  each is a query parameter
    user_id: MaybeUser,
    scope: Annotated[Scope | None, Query(description="`mine` with a token, else `board`")] = None,
    status: JobStatus | None = None,
    source: Source | None = None,
    remote: YesOrNo | None = None,
    workplace: Workplace | None = None,
    employment_type: EmploymentType | None = None,
    seniority: Seniority | None = None,
    q: Annotated[Name | None, Query(description="Text in title, company or description")] = None,
    salary_min: Least | None = None,
    currency: Currency | None = None,
) -> JobSearch:
    if scope is Scope.MINE and user_id is None:
        raise InvalidToken("An access token is needed to see jobs of one's own.")
    return JobSearch(
        owner=None if scope is Scope.BOARD else user_id,
        status=status,
        source=source,
        remote=remote,
        workplace=workplace,
        employment_type=employment_type,
        seniority=seniority,
        q=q,
        salary_min=salary_min,
        currency=currency,
    )


async def get_tracking(
    user_id: MaybeUser,
    tracking_status: Annotated[
        ApplicationStatus | None, Query(description="Where your application for it stands")
    ] = None,
    favorite: YesOrNo | None = None,
) -> Tracking | None:
    if user_id is not None:
        return Tracking(reader=user_id, tracking_status=tracking_status, favorite=favorite)
    if tracking_status is not None or favorite is not None:
        raise InvalidToken("An access token is needed to ask by one's own applications.")
    return None


Search = Annotated[JobSearch, Depends(get_search)]
Tracked = Annotated[Tracking | None, Depends(get_tracking)]


def _marked(job: Job, mark: Mark | None, response: Response) -> JobOut:
    """With what the reader's card says. The tag tells one state of both from another."""
    shown = JobOut.model_validate(job)
    response.headers["ETag"] = etag(job.version)
    if mark is None:
        return shown
    response.headers["ETag"] = etag(
        job.version, beside=f"{mark.application_id.hex}{mark.application_version}"
    )
    told = {name: getattr(mark, name) for name in ("application_id", "tracking_status", "favorite")}
    return shown.model_copy(update=told)


@dataclass(frozen=True, slots=True)
class Showing:
    """A job that was changed, with what the card of whoever changed it says."""

    response: Response
    cards: TrackingService

    async def to(self, reader: UserId, job: Job) -> JobOut:
        _, mark = await self.cards.get(JobId(job.id), reader=reader)
        return _marked(job, mark, self.response)


async def get_showing(response: Response, cards: Cards) -> Showing:
    return Showing(response, cards)


Shown = Annotated[Showing, Depends(get_showing)]


@router.post("", status_code=201, response_model=JobOut, **rules(Access.USER, 403, 422))
async def create_job(body: NewJob, response: Response, visitor: CurrentVisitor, jobs: Jobs) -> Job:
    """Keep a posting, from its text, from fields, or from both: a field overrules the text."""
    job = await jobs.create(by=visitor, facts=_said(body), publish=body.publish)
    response.headers["Location"] = f"/api/v1/jobs/{job.id}"
    return _tagged(job, response)


@router.get("", response_model=JobPageOut, **rules(Access.OPTIONAL, 401))
async def list_jobs(
    search: Search, tracking: Tracked, part: Part, jobs: Jobs, cards: Cards, sort: JobSort = JobSort.NEWEST
) -> Page[JobListing] | Page[TrackedListing]:
    """One's own jobs, or the public board's. Pay is counted up to a year before it is compared.

    With a token each says where your application for it stands, and whether it is a favorite of yours.
    """
    if tracking:
        return await cards.page(search, tracking, sort=sort, part=part)
    return await jobs.page(search, sort=sort, part=part)


@router.post("/parse", **rules(Access.USER))
async def parse_posting(body: PostingText, _: CurrentVisitor, jobs: Jobs) -> ParsedOut:
    """Read a posting without keeping it: each value with the place that says so, and the rule."""
    return ParsedOut.of(await jobs.parse(body.raw_text), body.raw_text)


@router.get("/{job_id}", response_model=JobOut, **rules(Access.OPTIONAL, 401, 404))
async def get_job(
    job_id: UUID, response: Response, user_id: MaybeUser, jobs: Jobs, cards: Cards
) -> JobOut | Job:
    """One's own, or on the board."""
    if user_id is None:
        return _tagged(await jobs.get(JobId(job_id), reader=None), response)
    return _marked(*await cards.get(JobId(job_id), reader=user_id), response)


@router.put("/{job_id}", response_model=JobOut, **rules(Access.USER, 403, 404, 409, 412, 422))
async def replace_job(
    job_id: UUID,
    body: JobIn,
    visitor: CurrentVisitor,
    expected: ExpectedVersion,
    jobs: Jobs,
    shown: Shown,
) -> JobOut:
    """Say all of it anew. A `raw_text` is read as for a new job."""
    job = await jobs.replace(JobId(job_id), by=visitor, facts=_said(body), expected=expected)
    return await shown.to(visitor.user_id, job)


@router.patch("/{job_id}", response_model=JobOut, **rules(Access.USER, 403, 404, 409, 412, 422))
async def update_job(
    job_id: UUID,
    body: JobPatch,
    response: Response,
    visitor: CurrentVisitor,
    expected: ExpectedVersion,
    cards: Cards,
) -> JobOut:
    """Change what is named; `null` takes it back. A new `raw_text` is kept, but not read.

    `tracking_status`, `favorite` and `notes` are your application's, whoever owns the job.
    """
    facts = {name: _NOTHING[name] if value is None else value for name, value in body.facts.items()}
    job, mark = await cards.change_job(
        JobId(job_id), by=visitor, facts=facts, of_card=body.of_card, expected=expected
    )
    return _marked(job, mark, response)


@router.delete("/{job_id}", status_code=204, **rules(Access.USER, 403, 404, 409, 412))
async def delete_job(job_id: UUID, visitor: CurrentVisitor, expected: ExpectedVersion, jobs: Jobs) -> None:
    await jobs.remove(JobId(job_id), by=visitor, expected=expected)


_NOTHING = blank()


def _said(body: JobIn) -> dict[str, Any]:
    return {name: value for name, value in body.told().items() if value is not None and name != "publish"}


def _tagged(job: Job, response: Response) -> Job:
    response.headers["ETag"] = etag(job.version)
    return job
