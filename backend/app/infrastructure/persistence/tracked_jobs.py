from collections.abc import Iterator, Sequence
from dataclasses import fields
from functools import lru_cache
from typing import Any

from sqlalchemy import Boolean, Select, bindparam, false, func, select
from sqlalchemy.sql.expression import ColumnElement

from app.domain.applications.ports import ITrackedJobs, Mark, TrackedListing, Tracking
from app.domain.jobs.errors import JobNotFound
from app.domain.jobs.model import Job
from app.domain.jobs.ports import JobListing, JobSearch, JobSort
from app.domain.shared.ids import JobId, UserId
from app.domain.shared.page import Page, Slice
from app.infrastructure.persistence.application_tables import applications
from app.infrastructure.persistence.jobs import JOBS, VISIBLE, conditions, given_by, jobs, order_of
from app.infrastructure.persistence.listing import Listing
from app.infrastructure.persistence.unit_of_work import SqlUnitOfWork

_CARD = (applications.c.job_id == jobs.c.id) & (
    applications.c.user_id == bindparam("reader", type_=applications.c.user_id.type)
)
"""One at most: there is one for each user and job."""
_OWN = tuple(f.name for f in fields(JobListing))
_LISTED = tuple(f.name for f in fields(TrackedListing))
_FAVORITE: ColumnElement[bool] = func.coalesce(applications.c.favorite, false(), type_=Boolean)
_MARKED = {
    "application_id": applications.c.id,
    "tracking_status": applications.c.status,
    "favorite": _FAVORITE,
}
_MARK = (
    applications.c.id,
    applications.c.version,
    applications.c.status,
    applications.c.favorite,
)
_JOB_AND_MARK = VISIBLE.add_columns(*_MARK).outerjoin_from(jobs, applications, _CARD)


class SqlTrackedJobs(ITrackedJobs):
    def __init__(self, work: SqlUnitOfWork) -> None:
        self._work = work

    async def page(
        self, search: JobSearch, tracking: Tracking, *, sort: JobSort, part: Slice
    ) -> Page[TrackedListing]:
        given = given_by(search)
        wanted = {
            name: value
            for name in ("tracking_status", "favorite")
            if (value := getattr(tracking, name)) is not None
        }
        listing = _listing(frozenset(given), frozenset(wanted), sort)
        values = given | wanted | {"reader": tracking.reader}
        return await listing.part(self._work.connection, values, part, _listed)

    async def get(self, job_id: JobId, *, reader: UserId) -> tuple[Job, Mark | None]:
        found = await self._work.connection.execute(_JOB_AND_MARK, {"pk": job_id, "reader": reader})
        if row := found.one_or_none():
            return JOBS.load(row[: -len(_MARK)]), _mark(row[-len(_MARK) :])
        raise JobNotFound("There is no such job.")


def _mark(row: Sequence[Any]) -> Mark | None:
    application_id, version, status, favorite = row
    if application_id is None:
        return None
    return Mark(
        application_id=application_id,
        application_version=version,
        tracking_status=status,
        favorite=favorite,
    )


def _listed(row: Sequence[Any]) -> TrackedListing:
    return TrackedListing(**dict(zip(_LISTED, row, strict=True)))


@lru_cache(maxsize=512)
def _listing(given: frozenset[str], wanted: frozenset[str], sort: JobSort) -> Listing:
    shown: Select[Any] = select(*(jobs.c[name] for name in _OWN), *_MARKED.values())
    joined = shown.outerjoin_from(jobs, applications, _CARD)
    return Listing(joined.where(*conditions(given), *_wanted(wanted)), order=order_of(sort))


def _wanted(wanted: frozenset[str]) -> Iterator[ColumnElement[bool]]:
    for name in sorted(wanted):
        column = _MARKED[name]
        yield column == bindparam(name, type_=column.type)
