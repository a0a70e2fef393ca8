from collections.abc import Iterator
from dataclasses import fields
from functools import cached_property

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    String,
    Table,
    Text,
    Uuid,
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

_LISTED = tuple(jobs.c[f.name] for f in fields(JobListing))


class SqlJobs(IJobRepository):
    def __init__(self, work: SqlUnitOfWork) -> None:
        self._work = work

    async def add(self, job: Job) -> None:
        await JOBS.add(self._work.connection, job)

    async def save(self, job: Job) -> None:
        await JOBS.save(self._work.connection, job)

    async def get(self, job_id: JobId, *, owner: UserId) -> Job:
        return await self._only(jobs.c.id == job_id, jobs.c.user_id == owner)

    async def get_visible(self, job_id: JobId, *, reader: UserId | None) -> Job:
        on_board = jobs.c.user_id.is_(None)
        visible = on_board if reader is None else or_(on_board, jobs.c.user_id == reader)
        return await self._only(jobs.c.id == job_id, visible)

    async def page(self, search: JobSearch, *, sort: JobSort, part: Slice) -> Page[JobListing]:
        where = tuple(_conditions(search))
        total = await self._work.connection.scalar(select(func.count()).select_from(jobs).where(*where))
        wanted = select(*_LISTED).where(*where).order_by(*_order(sort)).limit(part.limit).offset(part.offset)
        rows = await self._work.connection.execute(wanted)
        return Page([JobListing(**row._mapping) for row in rows], total or 0, part.limit, part.offset)

    async def remove(self, job: Job) -> None:
        this = delete(jobs).where(jobs.c.id == job.id, jobs.c.version == job.version)
        if (await self._work.connection.execute(this)).rowcount != 1:
            raise Stale("This job was changed by somebody else.")

    async def _only(self, *where: ColumnElement[bool]) -> Job:
        if found := await JOBS.first(self._work.connection, *where):
            return found
        raise JobNotFound("There is no such job.")


def _conditions(search: JobSearch) -> Iterator[ColumnElement[bool]]:
    yield jobs.c.user_id.is_(None) if search.owner is None else jobs.c.user_id == search.owner
    for name in ("status", "source", "remote", "workplace", "employment_type", "seniority"):
        if (wanted := getattr(search, name)) is not None:
            yield jobs.c[name] == wanted
    if search.q:
        texts = (jobs.c.title, jobs.c.company, jobs.c.description)
        yield or_(*(text.icontains(search.q, autoescape=True) for text in texts))
    if search.currency is not None:
        yield _pay("currency") == search.currency
    if search.salary_min is not None:
        yield _yearly() >= search.salary_min


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


def _order(sort: JobSort) -> tuple[ColumnElement[object], ColumnElement[object]]:
    """The id breaks ties, and runs the same way, so that an index serves both."""
    column = jobs.c[sort.removeprefix("-")]
    ordered = column.desc() if sort.startswith("-") else column.asc()
    tie = jobs.c.id.desc() if sort.startswith("-") else jobs.c.id.asc()
    return ordered.nulls_last() if column.nullable else ordered, tie


class SqlJobWork(SqlUnitOfWork, IJobWork):
    @cached_property
    def jobs(self) -> SqlJobs:
        return SqlJobs(self)
