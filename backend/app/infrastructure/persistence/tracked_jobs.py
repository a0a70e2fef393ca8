from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, fields
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import and_, bindparam, exists, not_, select
from sqlalchemy.sql.expression import ColumnElement

from app.domain.applications.ports import ITrackedJobs, Mark, TrackedListing, Tracking
from app.domain.jobs.errors import JobNotFound
from app.domain.jobs.model import Job
from app.domain.jobs.ports import JobListing, JobSearch, JobSort
from app.domain.shared.ids import JobId, UserId
from app.domain.shared.page import Page, Slice
from app.infrastructure.persistence.application_tables import applications
from app.infrastructure.persistence.job_conditions import Only
from app.infrastructure.persistence.job_counts import counted_on
from app.infrastructure.persistence.job_lists import page_of
from app.infrastructure.persistence.job_tables import JOBS, jobs
from app.infrastructure.persistence.jobs import VISIBLE
from app.infrastructure.persistence.unit_of_work import SqlUnitOfWork

_C = applications.c
_CARD = and_(_C.job_id == jobs.c.id, _C.user_id == bindparam("reader", type_=_C.user_id.type))
"""One at most: there is one for each user and job."""
_MARK = (_C.id, _C.version, _C.status, _C.favorite)
_JOB_AND_MARK = VISIBLE.add_columns(*_MARK).outerjoin_from(jobs, applications, _CARD)
_OWN = tuple(f.name for f in fields(JobListing))


class SqlTrackedJobs(ITrackedJobs):
    def __init__(self, work: SqlUnitOfWork) -> None:
        self._work = work

    async def page(
        self, search: JobSearch, tracking: Tracking, *, sort: JobSort, part: Slice
    ) -> Page[TrackedListing]:
        only = _only(tracking.tracking_status is not None, tracking.favorite)
        told = {"reader": tracking.reader, "tracking_status": tracking.tracking_status} if only else {}
        page = await page_of(
            self._work.connection,
            search,
            sort=sort,
            part=part,
            counted=counted_on(self._work.database),
            only=only,
            told=told,
        )
        marks = await self._marks([job.id for job in page.items], tracking.reader)
        listed = [_tracked(job, marks.get(job.id)) for job in page.items]
        return Page(listed, page.total, page.limit, page.offset)

    async def get(self, job_id: JobId, *, reader: UserId) -> tuple[Job, Mark | None]:
        found = await self._work.connection.execute(_JOB_AND_MARK, {"pk": job_id, "reader": reader})
        if row := found.one_or_none():
            mark = row[-len(_MARK) :]
            return JOBS.load(row[: -len(_MARK)]), None if mark[0] is None else _mark(mark)
        raise JobNotFound("There is no such job.")

    async def _marks(self, job_ids: Collection[JobId], reader: UserId) -> Mapping[UUID, Mark]:
        if not job_ids:
            return {}
        theirs = select(_C.job_id, *_MARK).where(_C.user_id == reader, _C.job_id.in_(job_ids))
        return {job_id: _mark(mark) for job_id, *mark in await self._work.connection.execute(theirs)}


def _mark(row: Sequence[Any]) -> Mark:
    application_id, version, status, favorite = row
    return Mark(
        application_id=application_id,
        application_version=version,
        tracking_status=status,
        favorite=favorite,
    )


def _tracked(job: JobListing, mark: Mark | None) -> TrackedListing:
    own = {name: getattr(job, name) for name in _OWN}
    said = asdict(mark) if mark else {"application_id": None, "tracking_status": None, "favorite": False}
    said.pop("application_version", None)
    return TrackedListing(**own, **said)


@cache
def _only(by_status: bool, favorite: bool | None) -> Only | None:
    """None where the cards do not say which are wanted."""
    conditions: list[ColumnElement[bool]] = []
    if by_status:
        status = bindparam("tracking_status", type_=_C.status.type)
        conditions.append(exists().where(_CARD, _C.status == status))
    if favorite is not None:
        is_one = exists().where(_CARD, _C.favorite)
        conditions.append(is_one if favorite else not_(is_one))
    return Only(and_(*conditions)) if conditions else None
