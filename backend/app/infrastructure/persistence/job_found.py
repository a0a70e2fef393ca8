"""Where the words of postings are looked for: by each database's own index."""

from functools import lru_cache
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Date,
    FromClause,
    Integer,
    String,
    bindparam,
    cast,
    column,
    func,
    literal_column,
    table,
)
from sqlalchemy.dialects.postgresql import TSQUERY

WANTED = cast(bindparam("wanted"), TSQUERY)
DAY = bindparam("day", type_=Date)


def words_table(own: bool) -> str:
    """SQLite's table of them."""
    return "own_words" if own else "board_words"


def said(own: bool) -> ColumnElement[bool]:
    """On SQLite."""
    return literal_column(words_table(own)).op("MATCH", is_comparison=True)(bindparam("wanted", type_=String))


@lru_cache(maxsize=8)
def found(own: bool, dialect: str) -> FromClause:
    if dialect == "sqlite":
        return table(words_table(own), column("rowid", Integer))
    call = func.own_jobs_found if own else func.board_jobs_found
    return places_of(call(WANTED, DAY))


def place_found(own: bool, dialect: str) -> ColumnElement[int]:
    """By SQLite's own number of the row: only so does it know that they come in order."""
    rows = found(own, dialect)
    place: ColumnElement[int] = rows.c.rowid if dialect == "sqlite" else rows.c.place
    return place


def places_of(call: Any) -> FromClause:
    rows: FromClause = call.table_valued(column("place", BigInteger), name="found").render_derived()
    return rows
