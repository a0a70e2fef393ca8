"""Every layer answers an error in one shape."""

from collections.abc import AsyncIterator

import pytest

from tests.api.conftest import House
from tests.api.edge.conftest import assert_enveloped

JSON = {"Content-Type": "application/json"}
PROBLEM = {"Accept": "application/problem+json"}


@pytest.mark.parametrize(
    "path", ["/nope", "http://test/nope", "/health/", "http://test//api/v1/health", "/%ff%00"]
)
async def test_an_unknown_path_is_not_found(house: House, path: str) -> None:
    assert_enveloped(await house.visitor().get(path), 404, "not_found")


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS", "TRACE", "DELETE", "PURGE"])
async def test_a_method_that_is_not_taken_says_which_are(house: House, method: str) -> None:
    answer = await house.visitor().request(method, "/auth/login")

    if method == "HEAD":
        assert (answer.status_code, answer.content) == (405, b"")
    else:
        assert_enveloped(answer, 405, "method_not_allowed")
    assert answer.headers["allow"] == "POST"


async def test_every_method_of_a_path_is_allowed_whichever_route_takes_it(house: House) -> None:
    answer = await house.visitor().request("TRACE", "/jobs")

    assert answer.headers["allow"] == "GET, HEAD, POST"


async def test_what_a_mounted_application_refuses_is_enveloped_too(house: House) -> None:
    assets = "http://test/docs/assets"
    assert_enveloped(await house.visitor().get(f"{assets}/nothing.js"), 404, "not_found")
    assert_enveloped(await house.visitor().get(f"{assets}/..%2f..%2f..%2fpyproject.toml"), 404, "not_found")
    assert_enveloped(await house.visitor().post(f"{assets}/swagger-ui.css"), 405, "method_not_allowed")


async def test_a_body_that_says_it_is_too_large_is_refused_unread(house: House) -> None:
    async def unread() -> AsyncIterator[bytes]:
        raise AssertionError("the body was read")
        yield b""

    for path in ("/auth/login", "/nope", "/health"):
        headers = JSON | {"Content-Length": str(house.settings.max_body_bytes + 1)}
        answer = await house.visitor().post(path, content=unread(), headers=headers)
        assert_enveloped(answer, 413, "body_too_large")


async def test_a_body_without_a_length_is_read_no_further_than_the_limit(house: House) -> None:
    sent = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal sent
        while True:
            sent += 65_536
            yield b" " * 65_536

    answer = await house.visitor().post("/auth/login", content=endless(), headers=JSON)

    assert_enveloped(answer, 413, "body_too_large")
    assert sent <= house.settings.max_body_bytes + 2 * 65_536


async def test_a_body_of_just_the_limit_is_read(house: House) -> None:
    body = b'{"email": "a@example.com", "password": "x"}'
    body += b" " * (house.settings.max_body_bytes - len(body))

    answer = await house.visitor().post("/auth/login", content=body, headers=JSON)

    assert_enveloped(answer, 401, "invalid_credentials")


async def test_a_length_that_is_no_number_is_refused(house: House) -> None:
    for length in ("-1", "1e3", "9" * 5000, "٣"):
        headers = [(b"Content-Length", length.encode())]
        answer = await house.visitor().post("/auth/login", content=b"{}", headers=headers)
        assert_enveloped(answer, 413)


@pytest.mark.parametrize(
    "content_type",
    [None, "", "text/plain", "application/jsonx", "multipart/form-data", "a/b/c;;=", "text/json"],
)
async def test_json_is_taken_as_json_only(house: House, content_type: str | None) -> None:
    headers = {} if content_type is None else {"Content-Type": content_type}
    answer = await house.visitor().post(
        "/auth/login", content=b'{"email":"a","password":"b"}', headers=headers
    )

    assert_enveloped(answer, 415, "unsupported_media_type")


@pytest.mark.parametrize(
    "content_type", ["application/json; charset=utf-8", "Application/JSON", "application/x+json"]
)
async def test_json_may_be_named_in_other_words(house: House, content_type: str) -> None:
    body = b'{"email":"a","password":"b"}'
    answer = await house.visitor().post("/auth/login", content=body, headers={"Content-Type": content_type})

    assert_enveloped(answer, 401)


async def test_a_form_is_taken_as_a_form_only(house: House) -> None:
    answer = await house.visitor().post("/auth/token", json={"username": "a", "password": "b"})

    assert_enveloped(answer, 415, "unsupported_media_type")


async def test_a_client_may_ask_for_rfc_9457(house: House) -> None:
    unknown = await house.visitor().get("/nope", headers=PROBLEM)
    invalid = await house.visitor().post("/auth/login", json={}, headers=PROBLEM)

    assert unknown.headers["content-type"] == invalid.headers["content-type"] == "application/problem+json"
    assert unknown.json() == {
        "type": "/problems/not_found",
        "title": "Not Found",
        "status": 404,
        "detail": "There is nothing at this address.",
        "code": "not_found",
        "errors": None,
    }
    assert [flaw["field"] for flaw in invalid.json()["errors"]] == ["/email", "/password"]
