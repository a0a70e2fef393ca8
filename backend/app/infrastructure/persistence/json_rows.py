"""Rows of another table, gathered into one JSON value: on both databases, in one statement."""

from typing import Any

from sqlalchemy import JSON
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

from app.infrastructure.persistence.columns import JSONOf


class JSONRow(FunctionElement[Any]):
    """Values as one JSON array."""

    name = "json_row"
    type = JSON()
    inherit_cache = True


class JSONRows(FunctionElement[Any]):
    """All rows as one JSON array, in no order; NULL or empty for none."""

    name = "json_rows"
    type = JSON()
    inherit_cache = True


@compiles(JSONRow)
def _postgres_row(element: Any, compiler: Any, **options: Any) -> str:
    return f"json_build_array({compiler.process(element.clauses, **options)})"


@compiles(JSONRow, "sqlite")
def _sqlite_row(element: Any, compiler: Any, **options: Any) -> str:
    """JSON is kept as text here, and json() tells it apart from a string."""
    parts = []
    for each in element.clauses:
        said = compiler.process(each, **options)
        parts.append(f"json({said})" if isinstance(each.type, JSONOf) else said)
    return f"json_array({', '.join(parts)})"


@compiles(JSONRows)
def _postgres_rows(element: Any, compiler: Any, **options: Any) -> str:
    return f"json_agg({compiler.process(element.clauses, **options)})"


@compiles(JSONRows, "sqlite")
def _sqlite_rows(element: Any, compiler: Any, **options: Any) -> str:
    return f"json_group_array({compiler.process(element.clauses, **options)})"
