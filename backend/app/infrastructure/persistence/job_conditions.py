"""Which jobs of a list are wanted, and in which order."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Date,
    Float,
    Integer,
    String,
    and_,
    bindparam,
    case,
    cast,
    func,
    or_,
    text,
)
from sqlalchemy.dialects.postgresql import TSQUERY

from app.domain.jobs.model import JobStatus
from app.domain.jobs.pay import PER_YEAR
from app.domain.jobs.ports import JobSort
from app.infrastructure.persistence.job_found import DAY, said
from app.infrastructure.persistence.job_search import searchable_jobs
from app.infrastructure.persistence.job_shown import Only
from app.infrastructure.persistence.job_tables import jobs

_EXACT = ("source", "remote", "workplace", "employment_type", "seniority")
OF_WORDS = ("company", "location")
_S = searchable_jobs.c


def conditions(
    given: frozenset[str], dialect: str = "", only: Only | None = None
) -> Iterator[ColumnElement[bool]]:
    if only:
        yield only.where
    if "clauses" not in given:
        yield jobs.c.user_id == bindparam("owner") if "owner" in given else _S.user_id.is_(None)
    elif dialect == "sqlite":
        yield said("owner" in given)
    if "open" in given and not (dialect == "postgresql" and "clauses" in given):
        yield _S.until >= DAY
    yield from filters(given)


def filters(
    given: frozenset[str], keys: Mapping[str, ColumnElement[Any]] | None = None
) -> Iterator[ColumnElement[bool]]:
    """What is asked beside words. `keys`: where the yearly salary and the deadline are at hand."""
    keys = keys or {"salary": _yearly("maximum", "minimum"), "deadline": jobs.c.application_deadline}
    for name in _EXACT:
        if name in given:
            yield jobs.c[name] == bindparam(name)
    for name in OF_WORDS:
        if name in given:
            yield _S[name].contains(bindparam(name, type_=String))
    if "status" in given:
        yield _status_now() == bindparam("status", type_=String)
    yield from _pay_conditions(given, keys["salary"])
    yield from _day_conditions(given, keys["deadline"])


def is_of_jobs(given: frozenset[str]) -> bool:
    """Whether it takes more than the words to tell which are wanted."""
    return not given <= {"clauses", "open", "owner", *OF_WORDS}


def _status_now() -> ColumnElement[str]:
    """The same as `status_on` says."""
    late = and_(
        jobs.c.status == JobStatus.ACTIVE,
        func.coalesce(jobs.c.application_deadline < bindparam("today", type_=Date), False),
    )
    return case((late, JobStatus.EXPIRED.value), else_=cast(jobs.c.status, String))


def _pay_conditions(given: frozenset[str], salary: ColumnElement[float]) -> Iterator[ColumnElement[bool]]:
    if "currency" in given:
        yield _pay("currency") == bindparam("currency")
    if "salary_min" in given:
        yield salary >= bindparam("salary_min", type_=Float)
    if "salary_max" in given:
        yield _yearly("minimum", "maximum") <= bindparam("salary_max", type_=Float)


def _day_conditions(given: frozenset[str], deadline: ColumnElement[date]) -> Iterator[ColumnElement[bool]]:
    if "posted_since" in given:
        entered = and_(jobs.c.date_posted.is_(None), jobs.c.created_at >= bindparam("since"))
        yield or_(jobs.c.date_posted >= bindparam("posted_since"), entered)
    if "deadline_from" in given:
        yield deadline >= bindparam("deadline_from")
    if "deadline_to" in given:
        yield deadline <= bindparam("deadline_to")


def _pay(name: str) -> ColumnElement[str]:
    said: ColumnElement[str] = jobs.c.salary[name].as_string()
    return said


def _yearly(first: str, else_: str) -> ColumnElement[float]:
    """The same sum as `yearly` does."""
    amount = func.coalesce(jobs.c.salary[first].as_float(), jobs.c.salary[else_].as_float())
    times = case(
        {str(period): float(times) for period, times in PER_YEAR.items()}, value=_pay("period"), else_=1.0
    )
    return amount * times


def order_of(sort: JobSort) -> tuple[ColumnElement[Any], ...]:
    """The id breaks ties, and runs the same way, so that an index serves both."""
    down = sort.startswith("-")
    by = _sorted_by(sort.removeprefix("-"))
    ordered = by.desc() if down else by.asc()
    tie = jobs.c.id.desc() if down else jobs.c.id.asc()
    return ordered.nulls_last() if sort.removeprefix("-") not in _ALWAYS else ordered, tie


_ALWAYS = ("created_at", "updated_at", "title")


def _sorted_by(name: str) -> ColumnElement[Any]:
    if name == "salary":
        return _yearly("maximum", "minimum")
    return jobs.c["application_deadline" if name == "deadline" else name]


def relevance(clauses: int, words: str, dialect: str) -> ColumnElement[int]:
    """How much of what is asked stands in title and company."""
    return sum((_in_head(n, words, dialect) for n in range(clauses)), start=_none())


def _none() -> ColumnElement[int]:
    return cast(0, Integer)


def _in_head(n: int, words: str, dialect: str) -> ColumnElement[int]:
    if dialect == "sqlite":
        asked = text(f"searchable_jobs.place IN (SELECT rowid FROM {words} WHERE {words} MATCH :head_{n})")
        says: Any = asked.bindparams(bindparam(f"head_{n}", type_=String))
    else:
        says = _S.head.op("@@")(cast(bindparam(f"head_{n}"), TSQUERY))
    return case((says, 1), else_=0)
