from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import and_, bindparam, exists, not_
from sqlalchemy.sql.expression import ColumnElement

from app.domain.applications.ports import ITrackedJobs, Mark, TrackedListing, Tracking
from app.domain.jobs.errors import JobNotFound
from app.domain.jobs.model import Job
from app.domain.jobs.ports import JobSearch, JobSort
from app.domain.shared.ids import JobId, UserId
from app.domain.shared.page import Page, Slice
from app.infrastructure.persistence.application_tables import applications
from app.infrastructure.persistence.job_counts import counted_on
from app.infrastructure.persistence.job_lists import page_of
from app.infrastructure.persistence.job_shown import LISTED, Only, Shown
from app.infrastructure.persistence.job_tables import JOBS, jobs
from app.infrastructure.persistence.jobs import VISIBLE
from app.infrastructure.persistence.prepared import Prepared
from app.infrastructure.persistence.unit_of_work import SqlUnitOfWork

_C = applications.c
_CARD = and_(_C.job_id == jobs.c.id, _C.user_id == bindparam("reader", type_=_C.user_id.type))
"""One at most: there is one for each user and job."""
_MARK = (_C.id, _C.version, _C.status, _C.favorite)
_JOB_AND_MARK = Prepared(VISIBLE.add_columns(*_MARK).outerjoin_from(jobs, applications, _CARD))


class SqlTrackedJobs(ITrackedJobs):
    def __init__(self, work: SqlUnitOfWork) -> None:
        self._work = work

    async def page(
        self, search: JobSearch, tracking: Tracking, *, sort: JobSort, part: Slice
    ) -> Page[TrackedListing]:
        only = _only(tracking.tracking_status is not None, tracking.favorite)
        told: dict[str, Any] = {"reader": tracking.reader}
        if tracking.tracking_status is not None:
            told["tracking_status"] = tracking.tracking_status
        return await page_of(
            self._work.connection,
            search,
            sort=sort,
            part=part,
            counted=counted_on(self._work.database),
            shown=_TRACKED,
            only=only,
            told=told,
        )

    async def get(self, job_id: JobId, *, reader: UserId) -> tuple[Job, Mark | None]:
        for row in await self._work.connection.read(_JOB_AND_MARK, {"pk": job_id, "reader": reader}):
            mark = row[-len(_MARK) :]
            return JOBS.load(row[: -len(_MARK)]), None if mark[0] is None else _mark(mark)
        raise JobNotFound("There is no such job.")


def _mark(row: Sequence[Any]) -> Mark:
    application_id, version, status, favorite = row
    return Mark(
        application_id=application_id,
        application_version=version,
        tracking_status=status,
        favorite=favorite,
    )


def _tracked(row: Sequence[Any]) -> TrackedListing:
    told = dict(zip(_TOLD, row, strict=True))
    told["favorite"] = bool(told["favorite"])
    return TrackedListing(**told)


_TOLD = (*LISTED, "application_id", "tracking_status", "favorite")
_TRACKED = Shown(_tracked, (_C.id, _C.status, _C.favorite), (applications, _CARD))


@cache
def _only(by_status: bool, favorite: bool | None) -> Only | None:
    """None where the cards do not say which are wanted."""
    conditions: list[ColumnElement[bool]] = []
    if by_status:
        status = bindparam("tracking_status", type_=_C.status.type)
        conditions.append(exists().where(_CARD, _C.status == status).correlate(jobs))
    if favorite is not None:
        is_one = exists().where(_CARD, _C.favorite).correlate(jobs)
        conditions.append(is_one if favorite else not_(is_one))
    return Only(and_(*conditions)) if conditions else None
