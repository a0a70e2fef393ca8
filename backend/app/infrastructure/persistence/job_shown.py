"""What a list of jobs shows of each, and which others know to be wanted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from typing import Any, Generic, TypeVar

from sqlalchemy import ColumnElement, FromClause, Select, select

from app.domain.jobs.ports import JobListing
from app.infrastructure.persistence.job_tables import jobs

T = TypeVar("T")

LISTED = tuple(f.name for f in fields(JobListing))
_COLUMNS = tuple(jobs.c[name] for name in LISTED)


@dataclass(frozen=True, slots=True, eq=False)
class Only:
    """Those jobs alone for which something holds that others know: a condition on `jobs`, with its values
    bound by name. Made once for each kind of question: statements are remembered by it."""

    where: ColumnElement[bool]


@dataclass(frozen=True, slots=True, eq=False)
class Shown(Generic[T]):
    """What a list shows of each job: the job's own columns, and beside them those of a table that has one row
    for it at most."""

    load: Callable[[Sequence[Any]], T]
    beside: tuple[ColumnElement[Any], ...] = ()
    where: tuple[FromClause, ColumnElement[bool]] | None = None
    """The table, and which of its rows."""

    def of(self, found: FromClause) -> Select[Any]:
        joined = found.outerjoin(*self.where) if self.where else found
        return select(*_COLUMNS, *self.beside).select_from(joined)


def _listed(row: Sequence[Any]) -> JobListing:
    return JobListing(**dict(zip(LISTED, row, strict=True)))


AS_THEY_ARE = Shown(_listed)
