"""Pages of the board in another order than by age: which ones is told by its narrow rows."""

from functools import lru_cache
from typing import Any

from sqlalchemy import BigInteger, FromClause, Select, bindparam, func, literal_column, select

from app.domain.jobs.ports import JobSort
from app.infrastructure.persistence.job_conditions import OF_WORDS, filters, is_of_jobs
from app.infrastructure.persistence.job_found import DAY, WANTED, found, place_found, places_of, said
from app.infrastructure.persistence.job_orders import board_jobs, board_order, walk_of
from app.infrastructure.persistence.job_search import searchable_jobs
from app.infrastructure.persistence.job_shown import Shown
from app.infrastructure.persistence.job_tables import jobs
from app.infrastructure.persistence.listing import LIMIT, OFFSET

_S, _B = searchable_jobs.c, board_jobs.c
_LOOKED = bindparam("part_looked", type_=BigInteger)

_KEYS = {"salary": _B.salary, "deadline": _B.deadline}
TOLD = {"salary_min", "deadline_from", "deadline_to"}
"""What is asked that they tell, without a look at the postings."""


@lru_cache(maxsize=512)
def board_count(given: frozenset[str]) -> Select[Any]:
    """Without words."""
    still = [_B.until >= DAY] if "open" in given else []
    return select(func.count()).select_from(_from(given, "")).where(*filters(given, _KEYS), *still)


@lru_cache(maxsize=512)
def sorted_page(given: frozenset[str], dialect: str, shown: Shown[Any], sort: JobSort) -> Select[Any]:
    """Without words their index comes in order. With some, what is found is sorted."""
    rows = _from(given, dialect)
    which = select(_B.place).select_from(rows).where(*filters(given, _KEYS))
    if "clauses" in given and dialect == "sqlite":
        which = which.where(said(own=False))
    if "open" in given:
        which = which.where(_B.until >= DAY)
    return _shown(which.order_by(*board_order(sort)).limit(LIMIT).offset(OFFSET), shown, sort)


def _from(given: frozenset[str], dialect: str) -> FromClause:
    rows: FromClause = board_jobs
    if "clauses" in given:
        rows = found(False, dialect).join(board_jobs, _B.place == place_found(False, dialect))
    if not given.isdisjoint(OF_WORDS):
        rows = rows.join(searchable_jobs, _S.place == _B.place)
    return rows.join(jobs, jobs.c.id == _B.job_id) if is_of_jobs(given - TOLD) else rows


@lru_cache(maxsize=64)
def walked_page(dialect: str, shown: Shown[Any], sort: JobSort) -> Select[Any]:
    """In order, until enough of them say the words."""
    if dialect == "postgresql":
        walk = getattr(func, walk_of(sort))
        return _shown(select(places_of(walk(WANTED, DAY, _LOOKED, LIMIT, OFFSET)).c.place), shown, sort)
    says = select(found(False, dialect).c.rowid).where(said(own=False))
    is_one = (_B.place + literal_column("0")).in_(says)  # a sum, which no index has: it is not to begin there
    which = select(_B.place).where(_B.until >= DAY, is_one).order_by(*board_order(sort))
    return _shown(which.limit(LIMIT).offset(OFFSET), shown, sort)


def _shown(which: Select[Any], shown: Shown[Any], sort: JobSort) -> Select[Any]:
    """What those say, and nothing is read of others."""
    part = which.subquery()
    rows = part.join(board_jobs, _B.place == part.c.place).join(jobs, jobs.c.id == _B.job_id)
    return shown.of(rows).order_by(*board_order(sort))
