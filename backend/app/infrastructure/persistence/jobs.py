import re
from collections.abc import Iterator, Sequence
from dataclasses import fields
from functools import cached_property, lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Select,
    String,
    Table,
    Text,
    Uuid,
    bindparam,
    case,
    delete,
    func,
    or_,
    select,
)
from sqlalchemy.sql.expression import ColumnElement

from app.application.jobs.work import IJobWork
from app.domain.jobs.errors import JobNotFound
from app.domain.jobs.model import Job, JobStatus
from app.domain.jobs.pay import PER_YEAR
from app.domain.jobs.ports import IJobRepository, JobListing, JobSearch, JobSort
from app.domain.jobs.posting import (
    EmploymentType,
    Keyword,
    Requirement,
    Salary,
    Seniority,
    Statement,
    Workplace,
)
from app.domain.shared.errors import Stale
from app.domain.shared.ids import JobId, UserId
from app.domain.shared.page import Page, Slice
from app.infrastructure.persistence.columns import JSONOf, Moment, one_of
from app.infrastructure.persistence.listing import Listing
from app.infrastructure.persistence.mapping import Mapping, identity
from app.infrastructure.persistence.metadata import metadata
from app.infrastructure.persistence.unit_of_work import SqlUnitOfWork

jobs = Table(
    "jobs",
    metadata,
    *identity(),
    Column("user_id", Uuid, ForeignKey("users.id", ondelete="CASCADE")),
    Column("source", String(50), nullable=False),
    Column("title", String(200), nullable=False, index=True),
    Column("company", String(200), index=True),
    Column("location", String(200)),
    Column("description", Text, nullable=False),
    Column("raw_text", Text),
    Column("url", String(2000)),
    Column("language", String(2)),
    Column("salary", JSONOf[Salary](Salary)),
    Column("remote", Boolean, nullable=False),
    Column("workplace", one_of(Workplace)),
    Column("employment_type", one_of(EmploymentType)),
    Column("seniority", one_of(Seniority)),
    Column("requirements", JSONOf[tuple[Requirement, ...]](tuple[Requirement, ...]), nullable=False),
    Column("responsibilities", JSONOf[tuple[Statement, ...]](tuple[Statement, ...]), nullable=False),
    Column("benefits", JSONOf[tuple[Statement, ...]](tuple[Statement, ...]), nullable=False),
    Column("skills", JSONOf[tuple[Keyword, ...]](tuple[Keyword, ...]), nullable=False),
    Column("date_posted", Date),
    Column("application_deadline", Date),
    Column("status", one_of(JobStatus), nullable=False, index=True),
    Column("created_at", Moment, nullable=False),
    Column("updated_at", Moment, nullable=False),
    Index(None, "user_id", "source"),
    Index(None, "source", "status"),
    Index(None, "user_id", "created_at", "id"),
)
JOBS = Mapping(Job, jobs)

_MINE = JOBS.rows.where(jobs.c.id == bindparam("pk"), jobs.c.user_id == bindparam("owner"))
VISIBLE = JOBS.rows.where(
    jobs.c.id == bindparam("pk"), or_(jobs.c.user_id.is_(None), jobs.c.user_id == bindparam("reader"))
)
_LISTED = tuple(f.name for f in fields(JobListing))
_SEARCHED = tuple(f.name for f in fields(JobSearch))
_ESCAPED = re.compile("[/%_]")
"""What means something to LIKE."""


class SqlJobs(IJobRepository):
    def __init__(self, work: SqlUnitOfWork) -> None:
        self._work = work

    async def add(self, job: Job) -> None:
        await JOBS.add(self._work.connection, job)

    async def save(self, job: Job) -> None:
        await JOBS.save(self._work.connection, job)

    async def get(self, job_id: JobId, *, owner: UserId) -> Job:
        return await self._only(_MINE, pk=job_id, owner=owner)

    async def get_visible(self, job_id: JobId, *, reader: UserId | None) -> Job:
        return await self._only(VISIBLE, pk=job_id, reader=reader)

    async def page(self, search: JobSearch, *, sort: JobSort, part: Slice) -> Page[JobListing]:
        given = given_by(search)
        listing = _listing(frozenset(given), sort)
        return await listing.part(self._work.connection, given, part, _listed)

    async def remove(self, job: Job) -> None:
        this = delete(jobs).where(jobs.c.id == job.id, jobs.c.version == job.version)
        if (await self._work.connection.execute(this)).rowcount != 1:
            raise Stale("This job was changed by somebody else.")

    async def _only(self, statement: Select[Any], **values: UUID | None) -> Job:
        if found := await JOBS.one(self._work.connection, statement, values):
            return found
        raise JobNotFound("There is no such job.")


def given_by(search: JobSearch) -> dict[str, Any]:
    """What a search says, as its statement takes it."""
    given = {name: value for name in _SEARCHED if (value := getattr(search, name)) is not None}
    if search.q:
        given["q"] = _ESCAPED.sub(r"/\g<0>", search.q)
    return given


def _listed(row: Sequence[Any]) -> JobListing:
    return JobListing(**dict(zip(_LISTED, row, strict=True)))


@lru_cache(maxsize=512)
def _listing(given: frozenset[str], sort: JobSort) -> Listing:
    """For searches that give these values: the statement is not built again for the same ones."""
    wanted = select(*(jobs.c[name] for name in _LISTED)).where(*conditions(given))
    return Listing(wanted, order=order_of(sort))


def conditions(given: frozenset[str]) -> Iterator[ColumnElement[bool]]:
    yield jobs.c.user_id == bindparam("owner") if "owner" in given else jobs.c.user_id.is_(None)
    for name in ("status", "source", "remote", "workplace", "employment_type", "seniority"):
        if name in given:
            yield jobs.c[name] == bindparam(name)
    if "q" in given:
        texts = (jobs.c.title, jobs.c.company, jobs.c.description)
        yield or_(*(text.icontains(bindparam("q", type_=String), escape="/") for text in texts))
    if "currency" in given:
        yield _pay("currency") == bindparam("currency")
    if "salary_min" in given:
        yield _yearly() >= bindparam("salary_min", type_=Float)


def _pay(name: str) -> ColumnElement[str]:
    said: ColumnElement[str] = jobs.c.salary[name].as_string()
    return said


def _yearly() -> ColumnElement[float]:
    """The same sum as `yearly` does."""
    best = func.coalesce(jobs.c.salary["maximum"].as_float(), jobs.c.salary["minimum"].as_float())
    times = case(
        {str(period): float(times) for period, times in PER_YEAR.items()}, value=_pay("period"), else_=1.0
    )
    return best * times


def order_of(sort: JobSort) -> tuple[ColumnElement[object], ColumnElement[object]]:
    """The id breaks ties, and runs the same way, so that an index serves both."""
    column = jobs.c[sort.removeprefix("-")]
    ordered = column.desc() if sort.startswith("-") else column.asc()
    tie = jobs.c.id.desc() if sort.startswith("-") else jobs.c.id.asc()
    return ordered.nulls_last() if column.nullable else ordered, tie


class SqlJobWork(SqlUnitOfWork, IJobWork):
    @cached_property
    def jobs(self) -> SqlJobs:
        return SqlJobs(self)
