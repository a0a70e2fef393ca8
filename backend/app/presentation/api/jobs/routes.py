from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, Response

from app.application.jobs.service import JobService
from app.domain.jobs.model import Job, JobStatus
from app.domain.jobs.ports import JobListing, JobSort
from app.domain.jobs.reading import blank
from app.domain.shared.ids import JobId
from app.domain.shared.page import Page
from app.presentation.api.jobs.parsing import ParsedOut
from app.presentation.api.jobs.schemas import JobIn, JobOut, JobPageOut, JobPatch, NewJob, PostingIn
from app.presentation.api.jobs.searching import Search
from app.presentation.dependencies import CurrentVisitor, ExpectedVersion, MaybeUser, Part, etag, service
from app.presentation.routing import Access, area, rules

router = area("/jobs", "jobs")
Jobs = Annotated[JobService, Depends(service(lambda services: services.jobs))]


@router.post("", status_code=201, response_model=JobOut, **rules(Access.USER, 403, 422))
async def create_job(body: NewJob, response: Response, visitor: CurrentVisitor, jobs: Jobs) -> Job:
    """Keep a posting, from `raw_text`, `html` or `data`, from fields, or from both: a field overrules what is
    read. Another one for the same post, of one's own or on the board, is named in `duplicate_of`, or in
    `repost_of` where it had closed; it hinders nothing."""
    job = await jobs.create(by=visitor, facts=_said(body), publish=body.publish)
    response.headers["Location"] = f"/api/v1/jobs/{job.id}"
    return _tagged(job, response)


@router.get("", response_model=JobPageOut, **rules(Access.OPTIONAL, 401))
async def list_jobs(
    search: Search, part: Part, jobs: Jobs, sort: JobSort = JobSort.NEWEST
) -> Page[JobListing]:
    """One's own jobs, or the public board's, which leaves out what has expired unless it is asked for by
    its status.

    All words of `q` must be said, whatever their case and accents: `"machine learning"` is a phrase,
    `kube*` a beginning, and `C++`, `C#`, `.NET` and `Node.js` are words. Nothing else is an operator.
    `sort=relevance` puts those first that say more of it in title or company; `-salary` and `salary` go by
    the year's pay whatever the currency, so name one.
    """
    return await jobs.page(search, sort=sort, part=part)


@router.post("/parse", **rules(Access.USER, 422))
async def parse_posting(body: PostingIn, _: CurrentVisitor, jobs: Jobs) -> ParsedOut:
    """Read a posting without keeping it: each value with the place or the field that says so, the rule, and
    how sure it is."""
    return ParsedOut.of(await jobs.parse(body.told()))


@router.get("/{job_id}", response_model=JobOut, **rules(Access.OPTIONAL, 401, 404))
async def get_job(job_id: UUID, response: Response, user_id: MaybeUser, jobs: Jobs) -> Job:
    """One's own, or on the board."""
    return _tagged(await jobs.get(JobId(job_id), reader=user_id), response)


@router.put("/{job_id}", response_model=JobOut, **rules(Access.USER, 403, 404, 409, 412, 422))
async def replace_job(
    job_id: UUID,
    body: JobIn,
    response: Response,
    visitor: CurrentVisitor,
    expected: ExpectedVersion,
    jobs: Jobs,
) -> Job:
    """Say all of it anew. A `raw_text` is read as for a new job."""
    job = await jobs.replace(JobId(job_id), by=visitor, facts=_said(body), expected=expected)
    return _tagged(job, response)


@router.patch("/{job_id}", response_model=JobOut, **rules(Access.USER, 403, 404, 409, 412, 422))
async def update_job(
    job_id: UUID,
    body: JobPatch,
    response: Response,
    visitor: CurrentVisitor,
    expected: ExpectedVersion,
    jobs: Jobs,
) -> Job:
    """Change what is named; `null` takes it back. A new `raw_text` is kept, but not read."""
    facts = {name: _NOTHING[name] if value is None else value for name, value in body.told().items()}
    return _tagged(await jobs.change(JobId(job_id), by=visitor, facts=facts, expected=expected), response)


@router.delete("/{job_id}", status_code=204, **rules(Access.USER, 403, 404, 409, 412))
async def delete_job(job_id: UUID, visitor: CurrentVisitor, expected: ExpectedVersion, jobs: Jobs) -> None:
    await jobs.remove(JobId(job_id), by=visitor, expected=expected)


_NOTHING = blank()


def _said(body: JobIn) -> dict[str, Any]:
    return {name: value for name, value in body.told().items() if value is not None and name != "publish"}


def _tagged(job: Job, response: Response) -> Job:
    expired = job.status if job.status is JobStatus.EXPIRED else None
    response.headers["ETag"] = etag(job.version, expired)
    return job
