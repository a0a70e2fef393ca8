"""Column types that speak the domain's language, so that no mapper has to."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, TypeVar

from pydantic import TypeAdapter
from sqlalchemy import JSON, DateTime, Dialect, Enum, String
from sqlalchemy.types import TypeDecorator

from app.domain.shared.time import PartialDate

T = TypeVar("T")


class JSONOf(TypeDecorator[T]):
    """A value object, however nested, in one JSON column. None is NULL."""

    impl = JSON
    cache_ok = True

    def __init__(self, kind: Any) -> None:
        super().__init__(none_as_null=True)
        self.kind = kind
        self._adapter: TypeAdapter[T] = TypeAdapter(kind)
        self._read = self._adapter.validator.validate_python

    def process_bind_param(self, value: T | None, dialect: Dialect) -> Any:
        return None if value is None else self._adapter.dump_python(value, mode="json")

    def process_result_value(self, value: Any, dialect: Dialect) -> T | None:
        return None if value is None else self._read(value)


class Moment(TypeDecorator[datetime]):
    """An instant: aware in Python, UTC in the database. A naive one is a bug and is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is not None and value.tzinfo is None:
            raise ValueError("naive datetime")
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None or value.tzinfo is not None:
            return value
        return value.replace(tzinfo=UTC)


class PartialDay(TypeDecorator[PartialDate]):
    """`2014`, `2014-06` or `2014-06-01`: sorts as text."""

    impl = String(10)
    cache_ok = True

    def process_bind_param(self, value: PartialDate | None, dialect: Dialect) -> str | None:
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> PartialDate | None:
        return None if value is None else PartialDate.parse(value)


def one_of(kind: type[StrEnum]) -> Enum:
    """An enum kept by value, in a plain VARCHAR that a migration can grow."""
    return Enum(kind, native_enum=False, length=20, values_callable=lambda e: [m.value for m in e])
