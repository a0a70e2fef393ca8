"""Types that the schemas of every area share. Bounds are the API's, and are in OpenAPI."""

import re
from datetime import UTC, date, datetime
from typing import Annotated, Any, Generic, TypeVar, cast

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PlainSerializer,
    WithJsonSchema,
)
from pydantic import StringConstraints as Bounds
from pydantic.config import JsonDict
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError
from pydantic_core.core_schema import no_info_after_validator_function

from app.domain.jobs.pay import MOST_PAY
from app.domain.profile.wording import EMAIL, EMAIL_SHAPE
from app.domain.shared.errors import Invalid
from app.domain.shared.time import PartialDate

T = TypeVar("T")


_CONTROL = r"\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF"
TEXT = rf"^[^{_CONTROL}]*$"
_BREAKS = r"\u000A\u000D\u2028\u2029"
_LABEL = rf"[^\s\uFEFF/:?#@\\{_CONTROL}]+"
_ANY_CONTROL = re.compile(f"[{_CONTROL}]")
_ANY_BREAK = re.compile(f"[{_BREAKS}]")
_DATE = re.compile(r"(?!0000)[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?")
_WHOLE_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_DIGITS = re.compile(r"-?[0-9]{1,20}")


def senseless(message: str) -> PydanticCustomError:
    """For what no schema can say, such as the 30th of February: answered with 422, not 400."""
    return PydanticCustomError("senseless", "{message}", {"message": message})


def _no_control(value: str) -> str:
    if _ANY_CONTROL.search(value):
        raise ValueError("control characters are not allowed")
    return value


def _one_line(value: str) -> str:
    if _ANY_BREAK.search(value):
        raise ValueError("must be one line")
    return value


def _not_blank(value: str) -> str:
    if not value.replace("\ufeff", " ").strip():
        raise ValueError("must say something")
    return value


def _digits(value: Any) -> Any:
    if isinstance(value, str) and not _DIGITS.fullmatch(value):
        raise ValueError("an integer is written in digits")
    return value


class _NoControl:
    """Refuses what no document can hold, and says so in OpenAPI."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return no_info_after_validator_function(_no_control, handler(source))

    def __get_pydantic_json_schema__(
        self, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"pattern": TEXT} | handler(core_schema)


BINARY: JsonDict = {"type": "string", "format": "binary"}
"""What OpenAPI calls a file: generated clients hand its bytes on as they are."""


def documented(pattern: str) -> Any:
    """A pattern for OpenAPI alone: what it says is checked by a validator with better words."""
    return Field(json_schema_extra={"pattern": pattern})


def _yes_or_no(given: Any) -> Any:
    if isinstance(given, str) and given not in ("true", "false"):
        raise ValueError("true or false")
    return given


YesOrNo = Annotated[bool, BeforeValidator(_yes_or_no)]
"""In a query: `true` or `false`, and no other word for it."""
InDigits = BeforeValidator(_digits)
"""For an integer in a query, after its bounds: `10`, never `1e1`, ` 10` or `10.0`."""
NoControl = _NoControl()
OneLine = AfterValidator(_one_line)
NotBlank = AfterValidator(_not_blank)
ANY_TEXT = documented(TEXT)
"""What NoControl lets through, where something else hides it from OpenAPI."""
Name = Annotated[
    str,
    Bounds(min_length=1, max_length=200, strip_whitespace=True),
    NoControl,
    OneLine,
    NotBlank,
    documented(rf"^[^{_CONTROL}{_BREAKS}]*[^\s{_CONTROL}{_BREAKS}][^{_CONTROL}{_BREAKS}]*$"),
]
"""A short line that says something."""
Short = Annotated[
    str,
    Bounds(max_length=200, strip_whitespace=True),
    NoControl,
    OneLine,
    documented(rf"^[^{_CONTROL}{_BREAKS}]*$"),
]
Sentence = Annotated[
    str,
    Bounds(min_length=1, max_length=2_000, strip_whitespace=True),
    NoControl,
    NotBlank,
    documented(rf"^[^{_CONTROL}]*[^\s{_CONTROL}][^{_CONTROL}]*$"),
]
Prose = Annotated[str, Bounds(max_length=20_000), NoControl, ANY_TEXT]
WebAddress = Annotated[
    str,
    Bounds(
        max_length=2_000,
        strip_whitespace=True,
        pattern=rf"^(https?://)?{_LABEL}\.{_LABEL}(:[0-9]{{1,5}})?([/?#][^\s\uFEFF{_CONTROL}]*)?$",
    ),
]

Email = Annotated[str, Bounds(max_length=EMAIL, strip_whitespace=True, pattern=EMAIL_SHAPE), NoControl]
Amount = Annotated[float, Field(ge=0, le=MOST_PAY, allow_inf_nan=False)]
Currency = Annotated[str, Bounds(pattern=r"^[A-Z]{3}$"), Field(examples=["EUR"])]
Source = Annotated[Name, Field(max_length=50)]
"""Where a job was found."""


def _read_partial_date(value: Any) -> Any:
    if isinstance(value, str):
        try:
            return PartialDate.parse(value)
        except Invalid as error:
            raise (senseless if _DATE.fullmatch(value) else ValueError)(str(error)) from error
    if isinstance(value, PartialDate):
        return value
    raise ValueError("a date is a string such as 2014, 2014-06 or 2014-06-01")


DateOut = Annotated[
    PartialDate,
    BeforeValidator(_read_partial_date),
    PlainSerializer(str, return_type=str),
    WithJsonSchema(
        {"type": "string", "pattern": f"^{_DATE.pattern}$", "maxLength": 10, "examples": ["2019-03"]}
    ),
]
"""A date as exact as it is known: `2014`, `2014-06` or `2014-06-01`."""


def _only_a_day(given: Any) -> Any:
    if given is None or (isinstance(given, str) and _WHOLE_DAY.fullmatch(given)):
        return given
    raise ValueError("a day is written as 2026-03-31")


Day = Annotated[date, BeforeValidator(_only_a_day)]


def _with_strict_scalars(node: Any) -> Any:
    """Strict as a whole would refuse an id or an enum written as JSON writes it."""
    if isinstance(node, dict):
        if node.get("type") in {"int", "float", "bool"}:
            node["strict"] = True
        for inner in node.values():
            _with_strict_scalars(inner)
    elif isinstance(node, list | tuple):
        for inner in node:
            _with_strict_scalars(inner)
    return node


class In(BaseModel):
    """A body that we take: strict, and without surprises. `"1"`, `1.0` and `true` are no integers."""

    model_config = ConfigDict(extra="forbid")

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return cast(CoreSchema, _with_strict_scalars(handler(source)))


class Patch(In):
    """A body of which what is left out stays as it was. OpenAPI says no defaults: a generated client
    would send them."""

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        schema = handler(core_schema)
        for field in handler.resolve_ref_schema(schema)["properties"].values():
            field.pop("default", None)
        return schema


class Out(BaseModel):
    """A body that we send: read from entities and frozen rows by name."""

    model_config = ConfigDict(from_attributes=True)


class PageOut(Out, Generic[T]):
    items: list[T]
    total: int = Field(ge=0)
    limit: int
    offset: int


_TIME = re.compile(r"\d{4}-\d{2}-\d{2}[Tt ]")


def _only_text(given: Any) -> Any:
    if given is None or (isinstance(given, str) and _TIME.match(given)):
        return given
    raise ValueError("a time is written as 2026-03-31T09:30:00Z")


def _in_utc(at: datetime) -> datetime:
    try:
        return at.astimezone(UTC)
    except OverflowError as error:
        raise senseless("there is no such time in UTC") from error


Instant = Annotated[AwareDatetime, BeforeValidator(_only_text), AfterValidator(_in_utc)]
"""An instant as text, with its offset; in UTC."""
