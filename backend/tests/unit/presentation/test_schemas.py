from enum import StrEnum
from typing import Annotated, Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema_rs import Draft202012Validator
from pydantic import BaseModel, Field, TypeAdapter, ValidationError

from app.domain.shared.time import PartialDate
from app.presentation.schemas import DateOut, In, InDigits, Name, Prose, Sentence, Short, WebAddress


class Colour(StrEnum):
    RED = "red"


class Inner(In):
    amount: float
    many: list[int] = Field([])


class Body(In):
    count: int = 0
    flag: bool = False
    ratio: float | None = None
    either: int | str = 0
    who: UUID | None = None
    colour: Colour | None = None
    since: DateOut | None = None
    inner: Inner | None = None
    table: dict[str, int] = Field({})


@pytest.mark.parametrize(
    "given",
    [
        {"count": "1"}, {"count": 1.0}, {"count": True}, {"flag": 1}, {"flag": "true"}, {"flag": 0},
        {"ratio": "0.5"}, {"ratio": True}, {"either": 1.5}, {"inner": {"amount": "1"}},
        {"inner": {"amount": 1, "many": ["1"]}}, {"inner": {"amount": 1, "many": [True]}},
        {"table": {"a": "1"}}, {"who": 1},
        {"colour": "blue"}, {"colour": 1}, {"since": 2014}, {"since": "2014-13"}, {"more": 1},
        {"inner": {"amount": 1, "more": 1}}, {"inner": []},
    ],
)  # fmt: skip
def test_a_body_is_taken_as_it_is_written_or_not_at_all(given: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Body.model_validate(given)


def test_ids_enums_and_dates_are_written_as_text() -> None:
    body = Body.model_validate(
        {
            "count": 3, "flag": True, "ratio": 1, "either": "x", "who": str(UUID(int=7)), "colour": "red",
            "since": "2014-06", "inner": {"amount": 0.5, "many": [1]}, "table": {"a": 1},
        }
    )  # fmt: skip

    assert (body.who, body.colour, body.since) == (UUID(int=7), Colour.RED, PartialDate(2014, 6))
    assert body.model_dump(mode="json")["since"] == "2014-06"


@pytest.mark.parametrize("kind", [Name, Short, Sentence, Prose])
@pytest.mark.parametrize("harm", ["\0", "\x07", "\x1b[2J", "\x7f", "\x85", "\ufffe", "\uffff", "\ud800"])
def test_no_text_holds_what_no_document_can(kind: Any, harm: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(kind).validate_python(f"a{harm}b")


@pytest.mark.parametrize("kind", [Name, Short])
@pytest.mark.parametrize("break_", ["\n", "\r", "\u2028", "\u2029"])
def test_a_line_is_one_line(kind: Any, break_: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(kind).validate_python(f"a{break_}b")


@pytest.mark.parametrize("kind", [Name, Sentence])
def test_a_name_says_something(kind: Any) -> None:
    for nothing in ("", " ", "\t", "\u3000"):
        with pytest.raises(ValidationError):
            TypeAdapter(kind).validate_python(nothing)
    assert TypeAdapter(kind).validate_python("  Zoë  ") == "Zoë"


@pytest.mark.parametrize(
    ("kind", "longest"), [(Name, 200), (Short, 200), (Sentence, 2_000), (Prose, 20_000), (WebAddress, 2_000)]
)
def test_no_text_is_endless(kind: Any, longest: int) -> None:
    adapter = TypeAdapter(kind)
    text = "example.com/" + "a" * (longest - 12)

    assert adapter.validate_python(text) == text
    with pytest.raises(ValidationError):
        adapter.validate_python(text + "a")


@pytest.mark.parametrize(
    "address",
    [
        "https://example.com", "http://example.com:8080/a?b=c#d", "example.com", "www.example.co.uk/path",
        "https://medium.com/@ada", "https://example.com/a:b", "https://bücher.example/ä", " example.com ",
    ],
)  # fmt: skip
def test_a_web_address_is_taken(address: str) -> None:
    assert TypeAdapter(WebAddress).validate_python(address) == address.strip()


@pytest.mark.parametrize(
    "address",
    [
        "", "example", "javascript:alert(1)", "javascript:alert(1).com", "JaVaScript://example.com/%0aalert(1)",
        "data:text/html,x.y", "file:///etc/passwd.d", "ftp://example.com", "https://user:pw@example.com",
        "https://good.com@evil.com", "https://example.com\\@evil.com", "https://exa mple.com",
        "https://example.com\nx", "//example.com", "https://", "vbscript:a.b", "example.com:port",
    ],
)  # fmt: skip
def test_what_could_be_run_or_mistaken_is_no_web_address(address: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(WebAddress).validate_python(address)


@pytest.mark.parametrize(
    "text", ["1.0", "1e1", "+1", " 1", "1 ", "1_000", "\u0663", "", "0x1", "--1", "9" * 21]
)
def test_a_whole_number_in_a_query_is_written_in_digits(text: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Annotated[int, InDigits]).validate_python(text)


@pytest.mark.parametrize("kind", [Name, Short, Sentence, Prose, WebAddress, DateOut])
@given(st.data())
def test_what_openapi_lets_through_is_what_is_taken(kind: Any, data: st.DataObject) -> None:
    class Holder(BaseModel):
        value: kind

    schema = Holder.model_json_schema()["properties"]["value"]
    letters = st.sampled_from(list("a.2014-0:/@?#\\ \t\n\r\x0b\x85\u2028\u3000\ufeff\uffff\xa0\x1f"))
    text = data.draw(st.text(letters, max_size=14))

    taken = True
    try:
        Holder(value=text)
    except ValidationError:
        taken = False

    if Draft202012Validator(schema).is_valid(text) and kind is not DateOut:
        assert taken, (text, schema)
    if taken and text == text.strip():
        assert Draft202012Validator(schema).is_valid(text), (text, schema)
