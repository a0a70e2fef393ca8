"""What is not JSON, or not ours, is refused with the place and the reason, and never harms."""

import pytest

from tests.api.conftest import House
from tests.api.edge.conftest import assert_enveloped

JSON = {"Content-Type": "application/json"}

NOT_JSON: dict[str, bytes] = {
    "words": b"{nope",
    "empty object cut off": b"{",
    "duplicate key": b'{"email":"a@example.com","email":"b@example.com","password":"x"}',
    "duplicate key within": b'{"email":{"a":1,"a":2},"password":"x"}',
    "NaN": b'{"email":NaN,"password":"x"}',
    "infinity": b'{"email":-Infinity,"password":"x"}',
    "a float past all bounds": b'{"email":1e400,"password":"x"}',
    "an integer of 5000 digits": b'{"email":' + b"9" * 5000 + b',"password":"x"}',
    "nested 200,000 deep": b"[" * 200_000 + b"]" * 200_000,
    "objects nested deep": b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
    "nested 40 deep": b'{"email":' + b"[" * 40 + b"]" * 40 + b',"password":"x"}',
    "NUL": b'{"email":"a\\u0000@example.com","password":"x"}',
    "NUL in a key": b'{"email\\u0000":"a","password":"x"}',
    "raw NUL": b'{"email":"a\0","password":"x"}',
    "lone surrogate": b'{"email":"\\ud800","password":"x"}',
    "lone surrogate in a key": b'{"\\uDFFF":"a"}',
    "not UTF-8": b'{"email":"\xff","password":"x"}',
    "UTF-16": '{"email":"a","password":"x"}'.encode("utf-16"),
    "byte order mark": b'\xef\xbb\xbf{"email":"a","password":"x"}',
    "two documents": b"{}{}",
}

NOT_OURS: dict[str, tuple[bytes, str]] = {
    "empty": (b"", ""),
    "null": (b"null", ""),
    "array": (b"[]", ""),
    "string": (b'"a"', ""),
    "no field": (b"{}", "/email"),
    "unknown field": (b'{"email":"a","password":"b","role":"admin"}', "/role"),
    "unknown field with a slash": (b'{"email":"a","password":"b","a/b~c":1}', "/a~1b~0c"),
    "number for text": (b'{"email":1,"password":"b"}', "/email"),
    "truth for text": (b'{"email":true,"password":"b"}', "/email"),
    "too long": (b'{"email":"' + b"a" * 321 + b'","password":"b"}', "/email"),
    "control character": (b'{"email":"a\\u0007","password":"b"}', "/email"),
}


@pytest.mark.parametrize("name", NOT_JSON)
async def test_what_is_not_json_is_refused_in_words(house: House, name: str) -> None:
    answer = await house.visitor().post("/auth/login", content=NOT_JSON[name], headers=JSON)

    (flaw,) = assert_enveloped(answer, 400, "invalid_request")
    assert (flaw["field"], flaw["code"]) == ("", "json_invalid")


@pytest.mark.parametrize("name", NOT_OURS)
async def test_a_body_of_another_shape_is_refused_with_the_place(house: House, name: str) -> None:
    body, field = NOT_OURS[name]

    answer = await house.visitor().post("/auth/login", content=body, headers=JSON)

    assert field in [flaw["field"] for flaw in assert_enveloped(answer, 400, "invalid_request")]


async def test_an_escaped_backslash_is_no_nul(house: House) -> None:
    body = b'{"email":"a\\\\u0000","password":"\\ud83d\\ude00"}'

    assert_enveloped(await house.visitor().post("/auth/login", content=body, headers=JSON), 401)


async def test_an_endless_name_is_not_sent_back_whole(house: House) -> None:
    body = b'{"' + b"a" * 1_000_000 + b'":1}'

    answer = await house.visitor().post("/auth/login", content=body, headers=JSON)

    assert_enveloped(answer, 400)
    assert len(answer.content) < 5_000


async def test_a_hundred_thousand_unknown_fields_are_refused_in_a_short_answer(house: House) -> None:
    body = b"{" + b",".join(b'"k%d":1' % n for n in range(100_000)) + b"}"
    answer = await house.visitor().post("/auth/login", content=body, headers=JSON)

    assert len(assert_enveloped(answer, 400)) == 50


@pytest.mark.parametrize(
    "form",
    ["username=a&username=b&password=c", "username=a%00&password=c", "username=a&password=c&x=1", "", "a;b"],
)
async def test_a_form_names_each_of_its_fields_once_and_no_other(house: House, form: str) -> None:
    headers = {"Content-Type": "application/x-www-form-urlencoded"}

    assert_enveloped(await house.visitor().post("/auth/token", content=form.encode(), headers=headers), 400)


async def test_a_form_of_ten_thousand_fields_is_refused(house: House) -> None:
    form = "&".join(f"a{n}=1" for n in range(10_000))
    headers = {"Content-Type": "application/x-www-form-urlencoded"}

    assert_enveloped(await house.visitor().post("/auth/token", content=form.encode(), headers=headers), 400)


@pytest.mark.parametrize("kind", ["multipart/form-data", "multipart/form-data; boundary=x"])
async def test_a_broken_multipart_body_is_refused(house: House, kind: str) -> None:
    answer = await house.visitor().post("/auth/token", content=b"garbage", headers={"Content-Type": kind})

    assert_enveloped(answer, 400, "bad_request")


async def test_a_file_where_text_belongs_is_refused(house: House) -> None:
    files = {"username": b"ada", "password": b"secret"}

    assert_enveloped(await house.visitor().post("/auth/token", files=files), 400, "invalid_request")


@pytest.mark.parametrize(
    ("query", "field", "code"),
    [
        ("nope=1", "query/nope", "unknown_parameter"),
        ("limit=1&limit=2", "query/limit", "repeated_parameter"),
        ("Limit=1", "query/Limit", "unknown_parameter"),
        ("q=%00", "query/q", "nul_character"),
        ("limit=0", "query/limit", "greater_than_equal"),
        ("limit=101", "query/limit", "less_than_equal"),
        ("limit=-1", "query/limit", "greater_than_equal"),
        ("limit=1.0", "query/limit", "value_error"),
        ("limit=+1", "query/limit", "value_error"),
        ("limit=%201", "query/limit", "value_error"),
        ("limit=1_0", "query/limit", "value_error"),
        ("limit=%D9%A3", "query/limit", "value_error"),
        ("limit=", "query/limit", "value_error"),
        ("limit=" + "9" * 5000, "query/limit", "value_error"),
        ("offset=99999999999999999999", "query/offset", "less_than_equal"),
    ],
)
async def test_a_query_says_only_what_there_is_to_say(
    house: House, query: str, field: str, code: str
) -> None:
    answer = await house.visitor().get(f"/jobs?{query}")

    (flaw,) = assert_enveloped(answer, 400, "invalid_request")
    assert (flaw["field"], flaw["code"]) == (field, code)


async def test_past_the_end_of_a_list_there_is_nothing(house: House) -> None:
    answer = await house.visitor().get("/jobs?offset=1000000&limit=100")

    assert answer.json() == {"items": [], "total": 0, "limit": 100, "offset": 1_000_000}
