"""The board's jobs that say most of several things, in one statement."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    BigInteger,
    Date,
    Integer,
    Select,
    String,
    bindparam,
    cast,
    column,
    func,
    literal_column,
    select,
    table,
    union_all,
)
from sqlalchemy.dialects.postgresql import TSQUERY

from app.domain.jobs.model import JobStatus
from app.domain.jobs.search import Clause
from app.infrastructure.persistence.job_search import (
    postgres_query,
    searchable_jobs,
    sqlite_match,
)
from app.infrastructure.persistence.job_tables import JOBS, jobs

EACH = 60
"""The newest that hold one clause: a word that everybody says finds no more than another."""
_S = searchable_jobs.c


def candidate_values(clauses: Sequence[Clause], dialect: str) -> dict[str, Any]:
    if dialect == "sqlite":
        return {f"wanted_{n}": sqlite_match("words", [c]) for n, c in enumerate(clauses)}
    return {f"wanted_{n}": postgres_query([c]) for n, c in enumerate(clauses)}


@lru_cache(maxsize=64)
def candidates_of(clauses: int, dialect: str) -> Select[Any]:
    found = union_all(*(_newest(n, dialect) for n in range(clauses))).subquery()
    hits = func.count().label("hits")
    counted = select(found.c.place, hits).group_by(found.c.place).subquery()
    return (
        JOBS.rows.select_from(
            counted.join(searchable_jobs, _S.place == counted.c.place).join(jobs, jobs.c.id == _S.job_id)
        )
        .where(jobs.c.status == JobStatus.ACTIVE)
        .order_by(counted.c.hits.desc(), counted.c.place.desc())
        .limit(bindparam("most", type_=Integer))
    )


def _newest(n: int, dialect: str) -> Select[Any]:
    found = _on_sqlite(n) if dialect == "sqlite" else _on_postgres(n)
    one = found.limit(EACH).subquery()
    return select(one.c.place)


def _on_sqlite(n: int) -> Select[Any]:
    words = table("board_words", column("rowid", Integer))
    says = literal_column("board_words").op("MATCH", is_comparison=True)(
        bindparam(f"wanted_{n}", type_=String)
    )
    joined = words.join(searchable_jobs, _S.place == words.c.rowid)
    return (
        select(words.c.rowid.label("place"))
        .select_from(joined)
        .where(says, _S.until >= bindparam("day", type_=Date))
        .order_by(words.c.rowid.desc())
    )


def _on_postgres(n: int) -> Select[Any]:
    call: Any = func.board_jobs_found(cast(bindparam(f"wanted_{n}"), TSQUERY), bindparam("day", type_=Date))
    found = call.table_valued(column("place", BigInteger), name=f"found_{n}").render_derived()
    return select(found.c.place).order_by(found.c.place.desc())
