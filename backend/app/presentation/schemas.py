"""Types that the schemas of every area share. Bounds are the API's, and are in OpenAPI."""

from typing import Annotated, Any, Generic, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    WithJsonSchema,
)
from pydantic import StringConstraints as Bounds

from app.domain.shared.errors import Invalid
from app.domain.shared.time import PartialDate

T = TypeVar("T")


def _no_control(value: str) -> str:
    for character in value:
        if (ord(character) < 32 and character not in "\n\r\t") or 0xD800 <= ord(character) <= 0xDFFF:
            raise ValueError("control characters and lone surrogates are not allowed")
    return value


def _one_line(value: str) -> str:
    if "\n" in value or "\r" in value:
        raise ValueError("must be one line")
    return value


NoControl = AfterValidator(_no_control)
Name = Annotated[
    str, Bounds(min_length=1, max_length=200, strip_whitespace=True), NoControl, AfterValidator(_one_line)
]
"""A short line that says something."""
Short = Annotated[str, Bounds(max_length=200, strip_whitespace=True), NoControl, AfterValidator(_one_line)]
Sentence = Annotated[str, Bounds(min_length=1, max_length=2_000, strip_whitespace=True), NoControl]
Prose = Annotated[str, Bounds(max_length=20_000), NoControl]
WebAddress = Annotated[
    str,
    Bounds(max_length=2_000, strip_whitespace=True, pattern=r"^(https?://)?[^\s/:?#@]+\.[^\s@]+$"),
    NoControl,
]


def _read_partial_date(value: Any) -> Any:
    if isinstance(value, str):
        try:
            return PartialDate.parse(value)
        except Invalid as error:
            raise ValueError(str(error)) from error
    if isinstance(value, PartialDate):
        return value
    raise ValueError("a date is a string such as 2014, 2014-06 or 2014-06-01")


DateOut = Annotated[
    PartialDate,
    BeforeValidator(_read_partial_date),
    PlainSerializer(str, return_type=str),
    WithJsonSchema(
        {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$", "maxLength": 10, "examples": ["2019-03"]}
    ),
]
"""A date as exact as it is known: `2014`, `2014-06` or `2014-06-01`."""


class In(BaseModel):
    """A body that we take: strict, and without surprises."""

    model_config = ConfigDict(extra="forbid", strict=False)


class Out(BaseModel):
    """A body that we send: read from entities and frozen rows by name."""

    model_config = ConfigDict(from_attributes=True)


class PageOut(Out, Generic[T]):
    items: list[T]
    total: int = Field(ge=0)
    limit: int
    offset: int
