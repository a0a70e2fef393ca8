"""By which name and method the house may be asked, and what is closed where strangers come by."""

import asyncio
from pathlib import Path

import pytest
from fastapi import FastAPI

from app.presentation.middleware import SECURITY
from tests.api.conftest import House, house_on
from tests.api.edge.conftest import assert_enveloped
from tests.builders.generation import a_wish
from tests.gates.contract import Contract

OURS = ["api.example.com", "*.jobwise.example", "[::1]", "127.0.0.1"]
SECRET = "x" * 32


@pytest.mark.parametrize(
    "host",
    ["api.example.com", "API.example.com:8443", "eu.jobwise.example", "[::1]", "[::1]:8000", "127.0.0.1:80"],
)
async def test_a_name_of_ours_is_answered(sqlite_url: str, tmp_path: Path, host: str) -> None:
    async with house_on(sqlite_url, tmp_path / "var", hosts=OURS) as house:
        assert (await house.visitor(Host=host).get("/health")).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example", "api.example.com.evil.example", "jobwise.example", "evil-jobwise.example", "",
        "api.example.com:80:80", "api.example.com@evil.example", "[::1", "test",
    ],
)  # fmt: skip
async def test_any_other_name_is_refused(sqlite_url: str, tmp_path: Path, host: str) -> None:
    async with house_on(sqlite_url, tmp_path / "var", hosts=OURS) as house:
        answer = await house.visitor(Host=host).get("/auth/me")

    assert_enveloped(answer, 400, "unknown_host")
    assert answer.headers["x-content-type-options"] == "nosniff"


async def test_two_names_are_none(sqlite_url: str, tmp_path: Path) -> None:
    async with house_on(sqlite_url, tmp_path / "var", hosts=OURS) as house:
        both = [("Host", "api.example.com"), ("Host", "api.example.com")]
        assert_enveloped(await house.visitor().get("/health", headers=both), 400, "unknown_host")


async def test_no_answer_is_made_of_the_name_that_was_asked_for(house: House) -> None:
    ada = await house.person()
    evil = {"Host": "evil.example", "X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "gopher"}

    made = await ada.post("/jobs", json={"source": "user_created", "title": "Baker"}, headers=evil)
    listed = await ada.get("/jobs?limit=1&source=user_created", headers=evil)

    assert made.status_code == 201
    for answer in (made, listed):
        assert "evil" not in answer.text + str(answer.headers)


async def test_head_is_answered_as_get_without_its_body(house: House) -> None:
    ada = await house.person()
    for path in ("/auth/me", "/jobs", "/nope", "/health", "/generations?nope=1"):
        got, asked = await ada.get(path), await ada.head(path)
        assert asked.status_code == got.status_code
        assert asked.content == b""
        for name in ("content-type", "content-length", "etag", "x-content-type-options"):
            assert asked.headers.get(name) == got.headers.get(name)


async def test_head_where_nothing_is_to_be_read_is_refused_as_get_is(house: House) -> None:
    answer = await house.visitor().head("/auth/login")

    assert answer.status_code == 405
    assert answer.headers["allow"] == "POST"


async def test_head_of_a_stream_does_not_wait_for_its_end(sqlite_url: str, tmp_path: Path) -> None:
    async with house_on(sqlite_url, tmp_path / "var", work_slots=0) as house:
        ada = await house.person()
        begun = (await ada.post("/generations/resume", json=await a_wish(ada))).json()["id"]

        async with asyncio.timeout(5):
            answer = await ada.head(f"/generations/{begun}/events")

    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["content-type"].startswith("text/event-stream")


async def test_head_opens_nothing_that_get_does_not(house: House) -> None:
    ada, ben = await house.person("ada"), await house.person("ben")
    made = await ada.post("/jobs", json={"source": "user_created", "title": "Baker"})
    place = made.headers["location"].removeprefix("/api/v1")

    assert [(await who.head(place)).status_code for who in (ada, ben, house.visitor())] == [200, 404, 404]
    assert (await house.visitor().head("/auth/me")).status_code == 401


async def test_head_is_not_described_by_itself(house: House) -> None:
    paths = (await house.visitor().get("http://test/openapi.json")).json()["paths"]

    assert not [path for path, methods in paths.items() if "head" in methods]


async def test_every_route_bears_the_headers_whatever_it_answers(house: House) -> None:
    contract = Contract(house.app)
    visitor = house.visitor(Origin="https://app.example.com")
    for operation in contract.operations:
        path = operation.path.format(**dict.fromkeys(operation.path_parameters, "1"))
        for method in (operation.method, "options", "trace"):
            answer = await visitor.request(method, f"http://test{path}")
            missing = [name for name in SECURITY if name.lower() not in answer.headers]
            assert not missing, f"{method} {operation.path} lacks {missing}"
            assert answer.headers["x-request-id"]
            assert "server" not in answer.headers
            assert answer.status_code < 500, f"{method} {operation.path}"


async def test_a_page_of_another_origin_reads_what_varies_by_it(sqlite_url: str, tmp_path: Path) -> None:
    home = "https://app.example.com"
    async with house_on(sqlite_url, tmp_path / "var", cors_origins=[home]) as house:
        asks = {"Origin": home, "Access-Control-Request-Method": "PATCH"}
        asks["Access-Control-Request-Headers"] = "authorization, if-match, idempotency-key"
        asked = await house.visitor().options("/auth/me", headers=asks)
        read = await house.visitor(Origin=home).get("/auth/me")

    assert asked.status_code == 200
    for answer in (asked, read):
        assert "Origin" in answer.headers["vary"]
        assert answer.headers["access-control-allow-credentials"] == "true"  # the cookie to refresh by
    assert "RateLimit" in read.headers["access-control-expose-headers"]
    assert "if-match" in asked.headers["access-control-allow-headers"].lower()


async def test_in_production_docs_and_metrics_are_closed(sqlite_url: str, tmp_path: Path) -> None:
    about = {"environment": "production", "secret_key": SECRET}
    async with house_on(sqlite_url, tmp_path / "var", **about) as house:
        for address in ("/docs", "/openapi.json", "/metrics", "/docs/assets/swagger-ui.css", "/", "/redoc"):
            assert_enveloped(await house.visitor().get(f"http://test{address}"), 404)
        assert (await house.visitor().get("/health")).status_code == 200


async def test_metrics_with_a_token_want_it(sqlite_url: str, tmp_path: Path) -> None:
    about = {"environment": "production", "secret_key": SECRET, "metrics_token": "let-me-see"}
    async with house_on(sqlite_url, tmp_path / "var", **about) as house:
        for said in ({}, {"Authorization": "Bearer let-me"}, {"Authorization": "let-me-see"}):
            answer = await house.visitor(**said).get("/metrics")
            assert_enveloped(answer, 401, "unauthenticated")
            assert answer.headers["www-authenticate"] == "Bearer"
        good = await house.visitor(Authorization="Bearer let-me-see").get("/metrics")

    assert good.status_code == 200
    assert "python_info" in good.text


async def test_what_takes_too_long_is_told_to_come_again(house: House) -> None:
    add_slow(house.app)

    answer = await house.visitor().get("http://test/slow")

    assert_enveloped(answer, 503, "unavailable")
    assert answer.headers["retry-after"]


def add_slow(app: FastAPI) -> None:
    @app.get("/slow")
    async def slow() -> None:
        async with asyncio.timeout(0.01):
            await asyncio.sleep(5)
