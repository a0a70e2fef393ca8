"""Lists of jobs: which, in which order, and how many there are in all."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import UTC, date, datetime
from functools import lru_cache
from types import MappingProxyType
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, FromClause, Select, func, select

from app.domain.jobs.ports import JobSearch, JobSort
from app.domain.jobs.search import words_of
from app.domain.jobs.search.searchable import spaced
from app.domain.shared.page import Page, Slice
from app.infrastructure.persistence.connection import WorkConnection
from app.infrastructure.persistence.job_board import TOLD, board_count, sorted_page, walked_page
from app.infrastructure.persistence.job_conditions import (
    OF_WORDS,
    conditions,
    is_of_jobs,
    order_of,
    relevance,
)
from app.infrastructure.persistence.job_counts import Counted
from app.infrastructure.persistence.job_found import found, place_found, words_table
from app.infrastructure.persistence.job_orders import BY_PLACE
from app.infrastructure.persistence.job_search import (
    board_changes,
    owner_word,
    postgres_query,
    searchable_jobs,
    sqlite_match,
)
from app.infrastructure.persistence.job_shown import Only, Shown
from app.infrastructure.persistence.job_tables import jobs
from app.infrastructure.persistence.listing import LIMIT, OFFSET, Listing

T = TypeVar("T")
_Shape = tuple[frozenset[str], int, str, Only | None]

MOST_RANKED = 8
"""Clauses that count for relevance."""
MANY = 2_000
"""Found ones from which on it may be shorter to walk an order than to sort them all."""
_AS_LONG = {("sqlite", False): 2.0, ("postgresql", False): 0.125, ("postgresql", True): 1.0}
"""Postings of an order, or by their age, that are looked at in the time in which one that was found is
sorted. PostgreSQL reads the words of each, and finds them one beside the other by age alone."""
_PATIENCE = 4
"""Times as far as the words' number lets one expect."""
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
    sort = JobSort.NEWEST if sort is JobSort.RELEVANCE and not search.clauses else sort
    if search.owner is not None and search.clauses is None:
        return await _listing(*shape, shown, sort).part(connection, values, part, shown.load)
    total, postings = await _total(connection, search, shape, values, counted)
    if part.offset >= total:
        return Page([], total, part.limit, part.offset)
    asked = values | {"part_limit": part.limit, "part_offset": part.offset}
    rows: Sequence[Any] = []
    if short := _short_way(given, shape, shown, sort, total, (part.offset + part.limit) * postings // total):
        statement, more = short
        rows = (await connection.execute(statement, asked | more)).all()
    if len(rows) < min(part.limit, total - part.offset):
        rows = (await connection.execute(_found_page(*shape, shown, sort), asked)).all()
    return Page([shown.load(row) for row in rows], total, part.limit, part.offset)


async def _total(
    connection: WorkConnection,
    search: JobSearch,
    shape: _Shape,
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


def _short_way(
    given: dict[str, Any], shape: _Shape, shown: Shown[Any], sort: JobSort, total: int, steps: int
) -> tuple[Select[Any], dict[str, Any]] | None:
    """What may fill the page sooner than sorting all that is found, and what it is to be told."""
    *_, dialect, only = shape
    if total <= MANY or "clauses" not in given or "owner" in given:
        return None
    is_plain = not only and given.keys() == {"clauses", "open"}
    if sort is JobSort.RELEVANCE:
        return _best(given, shape, shown, total, is_plain=is_plain)
    as_long = _AS_LONG.get((dialect, sort in BY_PLACE), 0.0)  # by age SQLite's index comes sorted
    if not is_plain or steps > as_long * total:
        return None
    return walked_page(dialect, shown, sort), {"part_looked": steps * _PATIENCE}


def _best(
    given: dict[str, Any], shape: _Shape, shown: Shown[Any], total: int, *, is_plain: bool
) -> tuple[Select[Any], dict[str, Any]] | None:
    """Where title and company of enough postings say all that is asked, the newest of them are the page."""
    *_, dialect, _ = shape
    clauses = given["clauses"]
    if len(clauses) > MOST_RANKED:
        return None
    if dialect == "sqlite":
        asked = sqlite_match("head", clauses)
        return _found_page(*shape, shown, JobSort.NEWEST), {"wanted": asked}
    if not is_plain:
        return None
    walk = walked_page(dialect, shown, JobSort.RELEVANCE)
    return walk, {"wanted": postgres_query(clauses), "part_looked": total // _PATIENCE}


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
    return Listing(wanted, order=order_of(sort))


@lru_cache(maxsize=512)
def _count(given: frozenset[str], dialect: str, only: Only | None) -> Select[Any]:
    if _is_of_board(given, only):
        return board_count(given)
    joined = _from(given, dialect, needs_jobs=only is not None)
    return select(func.count()).select_from(joined).where(*conditions(given, dialect, only))


@lru_cache(maxsize=512)
def _found_page(
    given: frozenset[str], clauses: int, dialect: str, only: Only | None, shown: Shown[Any], sort: JobSort
) -> Select[Any]:
    """First which, then what they say: nothing is read of those that are not shown."""
    is_own, by_age = "owner" in given, sort in (*BY_PLACE, JobSort.RELEVANCE)
    if _is_of_board(given, only) or not (by_age or is_own or only):
        return sorted_page(given, dialect, shown, sort)
    place = _place(given, dialect)
    needs = {"needs_jobs": not by_age or only is not None, "needs_words": sort is JobSort.RELEVANCE}
    which = select(place.label("place")).select_from(_from(given, dialect, **needs))
    which = which.where(*conditions(given, dialect, only))
    order, again = (_ordered(sort, at, clauses, words_table(is_own), dialect) for at in (place, _S.place))
    part = which.order_by(*order).limit(LIMIT).offset(OFFSET).subquery()
    rows = part.join(searchable_jobs, _S.place == part.c.place).join(jobs, jobs.c.id == _S.job_id)
    return shown.of(rows).order_by(*again)


def _is_of_board(given: frozenset[str], only: Only | None) -> bool:
    """Whether its narrow rows tell more of what is asked than the words' rows."""
    return not only and given.isdisjoint(("owner", "clauses")) and not given.isdisjoint(TOLD)


def _ordered(
    sort: JobSort, place: ColumnElement[int], clauses: int, words: str, dialect: str
) -> tuple[ColumnElement[Any], ...]:
    """The place is the age."""
    if sort is JobSort.RELEVANCE:
        return relevance(clauses, words, dialect).desc(), place.desc()
    if sort in BY_PLACE:
        return (place.desc() if sort is JobSort.NEWEST else place.asc(),)
    return order_of(sort)


def _from(
    given: frozenset[str], dialect: str, *, needs_jobs: bool = False, needs_words: bool = False
) -> FromClause:
    """One's own without words are listed from the jobs themselves, and all others by their place."""
    needs_words = needs_words or not given.isdisjoint(OF_WORDS)
    needs_jobs = needs_jobs or is_of_jobs(given)
    if "clauses" in given:
        joined = found("owner" in given, dialect)
        if dialect == "sqlite" or needs_words or needs_jobs:
            joined = joined.join(searchable_jobs, _S.place == _place(given, dialect))
    elif "owner" in given:
        return jobs.join(searchable_jobs, _S.job_id == jobs.c.id) if needs_words else jobs
    else:
        joined = searchable_jobs
    return joined.join(jobs, jobs.c.id == _S.job_id) if needs_jobs else joined


def _place(given: frozenset[str], dialect: str) -> ColumnElement[int]:
    return place_found("owner" in given, dialect) if "clauses" in given else _S.place
