from dataclasses import dataclass
from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, Response

from app.application.applications.beside import beside, printed
from app.application.applications.tracking import TrackingService
from app.application.idempotency import Reply
from app.application.jobs.service import JobService, Kept
from app.domain.applications.ports import Mark, TrackedListing
from app.domain.jobs.model import Job
from app.domain.jobs.ports import JobListing, JobSort
from app.domain.jobs.reading import blank
from app.domain.shared.ids import JobId, UserId
from app.domain.shared.page import Page
from app.presentation.api.jobs.parsing import ParsedOut
from app.presentation.api.jobs.schemas import (
    JobIn,
    JobOut,
    JobPageOut,
    JobPatch,
    NewJob,
    PostingIn,
    ReplacedJob,
)
from app.presentation.api.jobs.searching import Search, Tracked
from app.presentation.dependencies import CurrentVisitor, ExpectedTag, MaybeUser, Part, service
from app.presentation.idempotency import IdempotencyKey, answer, documented
from app.presentation.routing import Access, area, rules
from app.presentation.tags import etag

router = area("/jobs", "jobs")
Jobs = Annotated[JobService, Depends(service(lambda services: services.jobs))]
Cards = Annotated[TrackingService, Depends(service(lambda services: services.tracking))]


def _marked(job: Job, mark: Mark | None, response: Response) -> JobOut:
    """With what the reader's card says. The tag tells one state of both from another."""
    shown = JobOut.model_validate(job)
    response.headers["ETag"] = etag(job.version, beside(job, mark))
    if mark is None:
        return shown
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


@router.post("", **documented(rules(Access.USER, 403, 409, 422), 201, JobOut))
async def create_job(body: NewJob, visitor: CurrentVisitor, jobs: Jobs, key: IdempotencyKey) -> Response:
    """Keep a posting, from `raw_text`, `html` or `data`, from fields, or from both: a field overrules what is
    read. Another one for the same post, of one's own or on the public board, is named in `duplicate_of`, or
    in `repost_of` where it had closed; it hinders nothing, and is told anew when the posting changes."""
    outcome = await jobs.create(
        by=visitor,
        facts=_said(body),
        publish=body.publish,
        use_llm=body.use_llm,
        once=key.once(body, _created),
    )
    said = answer(outcome, _created)
    shown = outcome.body if isinstance(outcome, Reply) else _created(outcome).body
    aside = (shown[name] for name in ("status", "duplicate_of", "repost_of"))
    said.headers["ETag"] = etag(shown["version"], printed(*aside))
    return said


def _created(kept: Kept) -> Reply:
    job, remarks = kept
    shown = JobOut.model_validate(job).model_copy(update={"remarks": remarks})
    return Reply(201, shown.model_dump(mode="json"), f"/api/v1/jobs/{job.id}")


@router.get("", response_model=JobPageOut, **rules(Access.OPTIONAL, 401))
async def list_jobs(
    search: Search, tracking: Tracked, part: Part, jobs: Jobs, cards: Cards, sort: JobSort = JobSort.NEWEST
) -> Page[JobListing] | Page[TrackedListing]:
    """One's own jobs, or the public board's, which leaves out what has expired unless it is asked for by
    its status.

    All words of `q` must be said, whatever their case and accents: `"machine learning"` is a phrase,
    `kube*` a beginning, and `C++`, `C#`, `.NET` and `Node.js` are words. Nothing else is an operator.
    `sort=relevance` puts those first that say more of it in title or company; `-salary` and `salary` go by
    the year's pay whatever the currency, so name one.

    With a token each says where your application for it stands, and whether it is a favorite of yours.
    """
    if tracking:
        return await cards.page(search, tracking, sort=sort, part=part)
    return await jobs.page(search, sort=sort, part=part)


@router.post("/parse", **rules(Access.USER, 409, 422))
async def parse_posting(body: PostingIn, visitor: CurrentVisitor, jobs: Jobs) -> ParsedOut:
    """Read a posting without keeping it: each value with the place or the field that says so, the rule, and
    how sure it is."""
    return ParsedOut.of(await jobs.parse(body.told(), by=visitor.user_id, use_llm=body.use_llm))


@router.get("/{job_id}", response_model=JobOut, **rules(Access.OPTIONAL, 401, 404))
async def get_job(
    job_id: UUID, response: Response, user_id: MaybeUser, jobs: Jobs, cards: Cards
) -> JobOut | Job:
    """One's own, or on the public board of jobs. With a token it says what your application for it says,
    and the ETag changes with that too."""
    if user_id is None:
        return _tagged(await jobs.get(JobId(job_id), reader=None), response)
    return _marked(*await cards.get(JobId(job_id), reader=user_id), response)


@router.put("/{job_id}", response_model=JobOut, **rules(Access.USER, 403, 404, 409, 412, 422))
async def replace_job(
    job_id: UUID,
    body: ReplacedJob,
    visitor: CurrentVisitor,
    expected: ExpectedTag,
    jobs: Jobs,
    shown: Shown,
) -> JobOut:
    """Say all of it anew. A `raw_text` is read as for a new job."""
    version = await shown.cards.require_shown(JobId(job_id), reader=visitor.user_id, expected=expected)
    job, remarks = await jobs.replace(
        JobId(job_id), by=visitor, facts=_said(body), use_llm=body.use_llm, expected=version
    )
    replaced = await shown.to(visitor.user_id, job)
    return replaced.model_copy(update={"remarks": remarks})


@router.patch("/{job_id}", response_model=JobOut, **rules(Access.USER, 403, 404, 409, 412, 422))
async def update_job(
    job_id: UUID,
    body: JobPatch,
    response: Response,
    visitor: CurrentVisitor,
    expected: ExpectedTag,
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
async def delete_job(
    job_id: UUID, visitor: CurrentVisitor, expected: ExpectedTag, jobs: Jobs, cards: Cards
) -> None:
    version = await cards.require_shown(JobId(job_id), reader=visitor.user_id, expected=expected)
    await jobs.remove(JobId(job_id), by=visitor, expected=version)


_NOTHING = blank()


def _said(body: JobIn) -> dict[str, Any]:
    return {name: value for name, value in body.told().items() if value is not None and name not in _HOW}


_HOW = {"publish", "use_llm"}


def _tagged(job: Job, response: Response) -> Job:
    response.headers["ETag"] = etag(job.version, beside(job, None))
    return job
