"""Statements that are compiled once for each kind of database and run by the driver itself.

Around a statement that finds a row by its key, SQLAlchemy's connection, context and result cost several times
what the database does.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Dialect, Select
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.types import TypeEngine

Convert = Callable[[Any], Any]
Row = Sequence[Any]


@dataclass(frozen=True, slots=True)
class Compiled:
    text: str
    given: tuple[tuple[str, Any, Convert | None], ...]
    """In their order: the names of its values, what stands where none is given, and how they are written."""
    read: tuple[tuple[int, Convert], ...]
    """The columns that the driver does not read as we mean them."""

    def arguments(self, values: Mapping[str, Any]) -> list[Any]:
        told = ((values.get(name, usual), convert) for name, usual, convert in self.given)
        return [convert(value) if convert else value for value, convert in told]

    def rows(self, found: Iterable[Iterable[Any]]) -> Sequence[Row]:
        rows = [list(row) for row in found]
        for row in rows:
            for at, convert in self.read:
                row[at] = convert(row[at])
        return rows


class Prepared:
    """A SELECT over bound values. A list as a value is not for it: its text would differ with the length."""

    def __init__(self, statement: Select[Any]) -> None:
        self.statement = statement
        self._compiled: dict[str, Compiled] = {}

    def on(self, dialect: Dialect) -> Compiled:
        if dialect.name not in self._compiled:
            self._compiled[dialect.name] = _compiled(self.statement, dialect)
        return self._compiled[dialect.name]


def _compiled(statement: Select[Any], dialect: Dialect) -> Compiled:
    compiled = statement.compile(dialect=dialect)
    assert isinstance(compiled, SQLCompiler)
    binds = [(name, compiled.binds[name]) for name in compiled.positiontup or ()]
    kinds = [
        _on(column.type, dialect).result_processor(dialect, None) for column in statement.selected_columns
    ]
    return Compiled(
        compiled.string,
        tuple((name, bind.value, _on(bind.type, dialect).bind_processor(dialect)) for name, bind in binds),
        tuple((at, convert) for at, convert in enumerate(kinds) if convert),
    )


def _on(kind: TypeEngine[Any], dialect: Dialect) -> TypeEngine[Any]:
    return kind.dialect_impl(dialect)
