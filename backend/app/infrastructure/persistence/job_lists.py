"""Lists of jobs: which, in which order, and how many there are in all."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import UTC, date, datetime
from functools import lru_cache
from types import MappingProxyType
from typing import Any, TypeVar

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Date,
    Float,
    FromClause,
    Integer,
    Select,
    String,
    and_,
    bindparam,
    case,
    cast,
    column,
    func,
    literal_column,
    or_,
    select,
    table,
    text,
)
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlalchemy.ext.asyncio import AsyncConnection

from app.domain.jobs.model import JobStatus
from app.domain.jobs.pay import PER_YEAR
from app.domain.jobs.ports import JobSearch, JobSort
from app.domain.jobs.search import words_of
from app.domain.jobs.search.searchable import spaced
from app.domain.shared.page import Page, Slice
from app.infrastructure.persistence.job_counts import Counted
from app.infrastructure.persistence.job_search import (
    board_changes,
    owner_word,
    postgres_query,
    searchable_jobs,
    sqlite_match,
)
from app.infrastructure.persistence.job_shown import Only, Shown
from app.infrastructure.persistence.job_tables import jobs
from app.infrastructure.persistence.listing import Listing

T = TypeVar("T")

_EXACT = ("source", "remote", "workplace", "employment_type", "seniority")
_OF_WORDS = ("company", "location")
_BY_PLACE = {JobSort.NEWEST: True, JobSort.OLDEST: False}
MOST_RANKED = 8
"""Clauses that count for relevance."""
MANY = 2_000
"""Found ones from which on it may be shorter to go back from the newest than to sort them all."""
WALKED = 600
"""Postings that are read on such a way, at most, going by how common the words are."""
_LIMIT, _OFFSET, _MOST = (bindparam(f"part_{n}", type_=Integer) for n in ("limit", "offset", "most"))
_S = searchable_jobs.c


async def page_of(  # noqa: PLR0913
    connection: AsyncConnection,
    search: JobSearch,
    *,
    sort: JobSort,
    part: Slice,
    counted: Counted,
    shown: Shown[T],
    only: Only | None = None,
    told: Mapping[str, Any] = MappingProxyType({}),
) -> Page[T]:
    """`told` are the values of `only` and of `shown`."""
    if search.clauses == ():
        return Page([], 0, part.limit, part.offset)
    dialect = connection.dialect.name
    given = _given(search)
    values = _values(search, given, dialect) | dict(told)
    shape = frozenset(given), min(len(search.clauses or ()), MOST_RANKED), dialect, only
    if search.owner is not None and search.clauses is None:
        return await _listing(*shape, shown, sort).part(connection, values, part, shown.load)
    total, postings = await _total(connection, search, shape, values, counted)
    if part.offset >= total:
        return Page([], total, part.limit, part.offset)
    reach = part.offset + part.limit
    back = not only and _is_shorter_back(search, given, dialect, total, postings, reach, sort)
    asked = values | {"part_limit": part.limit, "part_offset": part.offset}
    statement = _walk(shown, sort) if back else _found_page(*shape, shown, sort)
    asked |= {"part_most": reach} if back else {}
    rows = (await connection.execute(statement, asked)).all()
    return Page([shown.load(row) for row in rows], total, part.limit, part.offset)


async def _total(
    connection: AsyncConnection,
    search: JobSearch,
    shape: tuple[frozenset[str], int, str, Only | None],
    values: dict[str, Any],
    counted: Counted,
) -> tuple[int, int]:
    """And, for the board, how many postings it has."""
    given, _, dialect, only = shape
    count = _count(given, dialect, only)
    if search.owner is not None or only:
        return await connection.scalar(count, values) or 0, 0
    key = search
    now = (await connection.execute(_BOARD)).one_or_none()
    changes, postings = now or (0, 0)
    total = counted.recall(key, changes)
    if total is None:
        total = await connection.scalar(count, values) or 0
        counted.keep(key, changes, total)
    return total, postings


_BOARD = select(board_changes.c.changes, board_changes.c.postings).where(board_changes.c.id == 1)


def _is_shorter_back(  # noqa: PLR0913
    search: JobSearch,
    given: dict[str, Any],
    dialect: str,
    total: int,
    postings: int,
    reach: int,
    sort: JobSort,
) -> bool:
    """PostgreSQL alone sorts what its index found; SQLite's comes in order."""
    plain = search.owner is None and set(given) <= {"clauses", "open"} and sort is JobSort.NEWEST
    return (
        dialect == "postgresql"
        and plain
        and search.clauses is not None
        and total > MANY
        and reach * postings <= WALKED * total
    )


def _given(search: JobSearch) -> dict[str, Any]:
    given = {
        f.name: value
        for f in fields(JobSearch)
        if (value := getattr(search, f.name)) is not None and f.name != "today"
    }
    return given | ({"open": True} if search.open_only else {})


def _values(search: JobSearch, given: dict[str, Any], dialect: str) -> dict[str, Any]:
    values = {name: value for name, value in given.items() if name not in ("clauses", "open")}
    values |= {"today": search.today, "day": search.today if search.open_only else date.min}
    for name in _OF_WORDS:
        if name in given:
            values[name] = spaced(words_of(given[name]))
    if search.posted_since:
        values["since"] = datetime.combine(search.posted_since, datetime.min.time(), UTC)
    if search.clauses:
        write = sqlite_match if dialect == "sqlite" else _on_postgres
        values["wanted"] = write("words", search.clauses, owner=owner_word(search.owner))
        for n, clause in enumerate(search.clauses[:MOST_RANKED]):
            values[f"head_{n}"] = write("head", [clause])
    return values


def _on_postgres(_: str, clauses: Any, *, owner: str | None = None) -> str:
    return postgres_query(clauses, owner=owner)


@lru_cache(maxsize=512)
def _listing(
    given: frozenset[str], _: int, dialect: str, only: Only | None, shown: Shown[Any], sort: JobSort
) -> Listing:
    wanted = shown.of(_from(given, dialect)).where(*_conditions(given, only=only))
    return Listing(wanted, order=_order(sort, 0, dialect))


@lru_cache(maxsize=512)
def _count(given: frozenset[str], dialect: str, only: Only | None) -> Select[Any]:
    joined = _from(given, dialect, needs_jobs=only is not None)
    return select(func.count()).select_from(joined).where(*_conditions(given, dialect, only))


@lru_cache(maxsize=512)
def _found_page(
    given: frozenset[str], clauses: int, dialect: str, only: Only | None, shown: Shown[Any], sort: JobSort
) -> Select[Any]:
    """First which, then what they say: nothing is read of those that are not shown."""
    by_place = sort in _BY_PLACE
    place = _place(given, dialect)
    order = (_down(place, sort),) if by_place else _order(sort, clauses, _words(given), dialect)
    joined = _from(given, dialect, needs_jobs=not by_place or only is not None)
    found = select(place.label("place")).select_from(joined).where(*_conditions(given, dialect, only))
    again = (_down(_S.place, sort),) if by_place else order
    return _placed(found.order_by(*order).limit(_LIMIT).offset(_OFFSET).subquery(), shown, again)


@lru_cache(maxsize=8)
def _walk(shown: Shown[Any], sort: JobSort) -> Select[Any]:
    walked: FromClause = _postgres_found(
        func.board_jobs_walked(cast(bindparam("wanted"), TSQUERY), bindparam("day", type_=Date), _MOST)
    )
    which = select(walked.c.place).order_by(walked.c.place.desc()).limit(_LIMIT).offset(_OFFSET)
    return _placed(which.subquery(), shown, (_down(_S.place, sort),))


def _down(place: ColumnElement[int], sort: JobSort) -> ColumnElement[int]:
    return place.desc() if _BY_PLACE[sort] else place.asc()


def _placed(which: FromClause, shown: Shown[Any], order: Sequence[ColumnElement[Any]]) -> Select[Any]:
    found = which.join(searchable_jobs, _S.place == which.c.place).join(jobs, jobs.c.id == _S.job_id)
    return shown.of(found).order_by(*order)


def _of_jobs(given: frozenset[str]) -> bool:
    """Whether it takes more than the words to tell which are wanted."""
    return not given <= {"clauses", "open", "owner", *_OF_WORDS}


def _from(given: frozenset[str], dialect: str, *, needs_jobs: bool = False) -> FromClause:
    """One's own without words are listed from the jobs themselves, and all others by their place."""
    of_words, needs_jobs = not given.isdisjoint(_OF_WORDS), needs_jobs or _of_jobs(given)
    if "clauses" in given:
        joined = _found(given, dialect)
        if dialect == "sqlite" or of_words or needs_jobs:
            joined = joined.join(searchable_jobs, _S.place == _place(given, dialect))
    elif "owner" in given:
        return jobs.join(searchable_jobs, _S.job_id == jobs.c.id) if of_words else jobs
    else:
        joined = searchable_jobs
    return joined.join(jobs, jobs.c.id == _S.job_id) if needs_jobs else joined


@lru_cache(maxsize=8)
def _found_by(whose: bool, dialect: str) -> FromClause:
    if dialect == "sqlite":
        return table("own_words" if whose else "board_words", column("rowid", Integer))
    call = func.own_jobs_found if whose else func.board_jobs_found
    return _postgres_found(call(cast(bindparam("wanted"), TSQUERY), bindparam("day", type_=Date)))


def _found(given: frozenset[str], dialect: str) -> FromClause:
    return _found_by("owner" in given, dialect)


def _place(given: frozenset[str], dialect: str) -> ColumnElement[int]:
    """By SQLite's own number of the row: only so does it know that they come in order."""
    if "clauses" not in given:
        return _S.place
    found = _found(given, dialect)
    place: ColumnElement[int] = found.c.rowid if dialect == "sqlite" else found.c.place
    return place


def _words(given: frozenset[str]) -> str:
    """SQLite's table of them."""
    return "own_words" if "owner" in given else "board_words"


def _postgres_found(call: Any) -> FromClause:
    found: FromClause = call.table_valued(column("place", BigInteger), name="found").render_derived()
    return found


def _conditions(
    given: frozenset[str], dialect: str = "", only: Only | None = None
) -> Iterator[ColumnElement[bool]]:
    if only:
        yield only.where
    if "clauses" not in given:
        yield jobs.c.user_id == bindparam("owner") if "owner" in given else _S.user_id.is_(None)
    elif dialect == "sqlite":
        yield literal_column(_words(given)).op("MATCH", is_comparison=True)(bindparam("wanted", type_=String))
    if "open" in given and not (dialect == "postgresql" and "clauses" in given):
        yield _S.until >= bindparam("day", type_=Date)
    for name in _EXACT:
        if name in given:
            yield jobs.c[name] == bindparam(name)
    for name in _OF_WORDS:
        if name in given:
            yield _S[name].contains(bindparam(name, type_=String))
    if "status" in given:
        yield _status_now() == bindparam("status", type_=String)
    yield from _pay_conditions(given)
    yield from _day_conditions(given)


def _status_now() -> ColumnElement[str]:
    """The same as `status_on` says."""
    late = and_(
        jobs.c.status == JobStatus.ACTIVE,
        func.coalesce(jobs.c.application_deadline < bindparam("today", type_=Date), False),
    )
    return case((late, JobStatus.EXPIRED.value), else_=cast(jobs.c.status, String))


def _pay_conditions(given: frozenset[str]) -> Iterator[ColumnElement[bool]]:
    if "currency" in given:
        yield _pay("currency") == bindparam("currency")
    if "salary_min" in given:
        yield _yearly("maximum", "minimum") >= bindparam("salary_min", type_=Float)
    if "salary_max" in given:
        yield _yearly("minimum", "maximum") <= bindparam("salary_max", type_=Float)


def _day_conditions(given: frozenset[str]) -> Iterator[ColumnElement[bool]]:
    if "posted_since" in given:
        entered = and_(jobs.c.date_posted.is_(None), jobs.c.created_at >= bindparam("since"))
        yield or_(jobs.c.date_posted >= bindparam("posted_since"), entered)
    if "deadline_from" in given:
        yield jobs.c.application_deadline >= bindparam("deadline_from")
    if "deadline_to" in given:
        yield jobs.c.application_deadline <= bindparam("deadline_to")


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


def _order(sort: JobSort, clauses: int, words: str, dialect: str = "") -> tuple[ColumnElement[Any], ...]:
    """The id breaks ties, and runs the same way, so that an index serves both."""
    if sort is JobSort.RELEVANCE:
        newest = (jobs.c.created_at.desc(), jobs.c.id.desc())
        return ((_relevance(clauses, words, dialect).desc(),) if clauses else ()) + newest
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


def _relevance(clauses: int, words: str, dialect: str) -> ColumnElement[int]:
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
