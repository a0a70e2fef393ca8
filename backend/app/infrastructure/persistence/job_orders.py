"""What the board is ordered by, in narrow rows beside its postings: an index for each order, which is walked
until the page is full. No posting is read that is not shown."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import (
    DDL,
    BigInteger,
    Column,
    ColumnElement,
    Date,
    Float,
    ForeignKey,
    Integer,
    String,
    Table,
    Uuid,
    event,
)

from app.domain.jobs.model import Job
from app.domain.jobs.pay import yearly
from app.domain.jobs.ports import JobSort
from app.infrastructure.persistence.columns import Moment
from app.infrastructure.persistence.metadata import metadata

_PLACE = BigInteger().with_variant(Integer, "sqlite")
_NAME = String(200).with_variant(String(200, collation="C"), "postgresql")
"""By its letters' numbers, as SQLite does, whatever language PostgreSQL was set up in."""

board_jobs = Table(
    "board_jobs",
    metadata,
    Column(
        "place",
        _PLACE,
        ForeignKey("searchable_jobs.place", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("job_id", Uuid, nullable=False),
    Column("until", Date, nullable=False),
    Column("updated_at", Moment, nullable=False),
    Column("title", _NAME, nullable=False),
    Column("company", _NAME),
    Column("salary", Float),
    Column("deadline", Date),
)
"""Their keys have the names of the orders. The salary is counted up to a year."""
_B = board_jobs.c
BY_PLACE = (JobSort.NEWEST, JobSort.OLDEST)
_INDEXED = (
    JobSort.FIRST_CHANGED,
    JobSort.TITLE,
    JobSort.COMPANY,
    JobSort.COMPANY_DOWN,
    JobSort.BEST_PAID,
    JobSort.WORST_PAID,
    JobSort.FIRST_TO_CLOSE,
    JobSort.LAST_TO_CLOSE,
)
"""The first two serve both ways; places have their own."""


def board_order(sort: JobSort, keys: Any = _B) -> tuple[ColumnElement[Any], ...]:
    """What says nothing comes last, both ways. That is a key of its own, for both databases walk an index
    only in the order that it is written in, or the reverse of it."""
    down = sort.startswith("-")
    if sort is JobSort.RELEVANCE:
        return board_order(JobSort.NEWEST, keys)
    if sort in BY_PLACE:
        return (keys.place.desc() if down else keys.place.asc(),)
    by = keys[sort.removeprefix("-")]
    ordered = (by.desc(), keys.job_id.desc()) if down else (by.asc(), keys.job_id.asc())
    return (by.is_(None), *ordered) if _B[by.name].nullable else ordered


def keys_of(job: Job, until: date) -> dict[str, Any]:
    return {
        "job_id": job.id,
        "until": until,
        "updated_at": job.updated_at,
        "title": job.title,
        "company": job.company,
        "salary": yearly(job.salary) if job.salary else None,
        "deadline": job.application_deadline,
    }


def _written(sort: JobSort, of: str = "") -> str:
    """The order as the indexes have it."""
    name, way = sort.removeprefix("-"), " DESC" if sort.startswith("-") else ""
    if sort in BY_PLACE:
        return f"{of}place{way}"
    silent = f"({of}{name} IS NULL), " if _B[name].nullable else ""
    return f"{silent}{of}{name}{way}, {of}job_id{way}"


def _indexes(last: str) -> Iterator[str]:
    """With `until`, so that no row is read to see that it has expired."""
    for sort in _INDEXED:
        yield f"CREATE INDEX ix_board_jobs_{sort.name.lower()} ON board_jobs ({_written(sort)}, until{last})"


def walk_of(sort: JobSort) -> str:
    """PostgreSQL's function."""
    return f"board_jobs_by_{sort.name.lower()}"


def _walks() -> Iterator[str]:
    """No further than `looked`: where the words stand at the other end of the order, sorting is shorter. Of
    what is relevant, the newest whose title and company say all of it."""
    for sort in JobSort:
        says, by = ("head", JobSort.NEWEST) if sort is JobSort.RELEVANCE else ("words", sort)
        yield f"""CREATE FUNCTION {walk_of(sort)}(
    wanted tsquery, day date, looked bigint, most bigint, skipped bigint)
    RETURNS SETOF bigint LANGUAGE sql STABLE ROWS 20 SET enable_seqscan = off SET enable_bitmapscan = off
    SET enable_sort = off SET enable_incremental_sort = off SET enable_hashjoin = off
    SET enable_mergejoin = off SET enable_material = off
    AS 'SELECT b.place FROM (SELECT * FROM board_jobs WHERE until >= day ORDER BY {_written(by)}
    LIMIT looked) AS b JOIN searchable_jobs AS s ON s.place = b.place
    WHERE s.{says} @@ wanted ORDER BY {_written(by, "b.")} LIMIT most OFFSET skipped'"""


ON_SQLITE = tuple(_indexes(""))
ON_POSTGRES = (*_indexes(", place"), *_walks())

for _name, _statements in (("sqlite", ON_SQLITE), ("postgresql", ON_POSTGRES)):
    for _statement in _statements:
        _ddl = DDL(_statement).execute_if(dialect=_name)  # type: ignore[no-untyped-call]
        event.listen(board_jobs, "after_create", _ddl)
