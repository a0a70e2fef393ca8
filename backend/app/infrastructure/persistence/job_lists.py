"""Lists of jobs: which, in which order, and how many there are in all."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import UTC, date, datetime
from functools import lru_cache
from types import MappingProxyType
from typing import Any, TypeVar

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Date,
    FromClause,
    Integer,
    Select,
    bindparam,
    cast,
    column,
    func,
    select,
    table,
)
from sqlalchemy.dialects.postgresql import TSQUERY

from app.domain.jobs.ports import JobSearch, JobSort
from app.domain.jobs.search import words_of
from app.domain.jobs.search.searchable import spaced
from app.domain.shared.page import Page, Slice
from app.infrastructure.persistence.connection import WorkConnection
from app.infrastructure.persistence.job_conditions import OF_WORDS, conditions, order_of, words_table
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
    connection: WorkConnection,
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
    connection: WorkConnection,
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
    for name in OF_WORDS:
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
    wanted = shown.of(_from(given, dialect)).where(*conditions(given, only=only))
    return Listing(wanted, order=order_of(sort, 0, words_table(given), dialect))


@lru_cache(maxsize=512)
def _count(given: frozenset[str], dialect: str, only: Only | None) -> Select[Any]:
    joined = _from(given, dialect, needs_jobs=only is not None)
    return select(func.count()).select_from(joined).where(*conditions(given, dialect, only))


@lru_cache(maxsize=512)
def _found_page(
    given: frozenset[str], clauses: int, dialect: str, only: Only | None, shown: Shown[Any], sort: JobSort
) -> Select[Any]:
    """First which, then what they say: nothing is read of those that are not shown."""
    by_place = sort in _BY_PLACE
    place = _place(given, dialect)
    order = (_down(place, sort),) if by_place else order_of(sort, clauses, words_table(given), dialect)
    joined = _from(given, dialect, needs_jobs=not by_place or only is not None)
    found = select(place.label("place")).select_from(joined).where(*conditions(given, dialect, only))
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
    return not given <= {"clauses", "open", "owner", *OF_WORDS}


def _from(given: frozenset[str], dialect: str, *, needs_jobs: bool = False) -> FromClause:
    """One's own without words are listed from the jobs themselves, and all others by their place."""
    of_words, needs_jobs = not given.isdisjoint(OF_WORDS), needs_jobs or _of_jobs(given)
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


def _postgres_found(call: Any) -> FromClause:
    found: FromClause = call.table_valued(column("place", BigInteger), name="found").render_derived()
    return found
