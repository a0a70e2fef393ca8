import re
from pathlib import Path

import httpx2
import pytest

from app.presentation.middleware import SECURITY
from tests.api.conftest import House, house_on
from tests.api.edge.conftest import assert_enveloped

ADDRESSES = (
    "/health", "/nope", "/auth/me", "/metrics", "http://test/docs", "http://test/docs/assets/swagger-ui.css",
    "http://test/openapi.json", "http://test/health", "/jobs?nope=1",
)  # fmt: skip
HOME = "https://app.example.com"


@pytest.mark.parametrize("given", ["abc", "a" * 64, "0f.1_2-3"])
async def test_a_request_id_that_the_client_gives_comes_back(house: House, given: str) -> None:
    for path in ("/health", "/nope"):
        answer = await house.visitor().get(path, headers={"X-Request-Id": given})
        assert answer.headers["x-request-id"] == given


@pytest.mark.parametrize("given", ["", "a" * 65, "a b", "a\tb", "é", "a;b", "<script>", "\x1b[31m"])
async def test_a_request_id_that_could_harm_is_replaced(house: House, given: str) -> None:
    headers = [(b"X-Request-Id", given.encode())]

    answer = await house.visitor().get("/health", headers=headers)

    assert re.fullmatch("[0-9a-f]{32}", answer.headers["x-request-id"])


async def test_requests_that_give_no_id_get_one_each(house: House) -> None:
    visitor = house.visitor()
    first, second = [(await visitor.get("/health")).headers["x-request-id"] for _ in range(2)]

    assert first != second


@pytest.mark.parametrize("address", ADDRESSES)
async def test_every_answer_bears_the_security_headers(house: House, address: str) -> None:
    answer = await house.visitor().get(address)

    assert {name.lower() for name in SECURITY} <= set(answer.headers)
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "max-age=" in answer.headers["strict-transport-security"]
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")
    assert "server" not in answer.headers


async def test_what_is_private_is_not_kept_by_any_cache(house: House) -> None:
    ada = await house.person()

    assert (await ada.get("/auth/me")).headers["cache-control"] == "no-store"


async def test_what_the_client_holds_already_is_not_sent_again(house: House) -> None:
    ada = await house.person()
    made = await ada.post("/jobs", json={"source": "user_created", "title": "Baker"})
    place = made.headers["location"].removeprefix("/api/v1")
    etag = made.headers["etag"]

    for known in (etag, f'"9", {etag}', f"W/{etag}", "*"):
        unchanged = await ada.get(place, headers={"If-None-Match": known})
        assert (unchanged.status_code, unchanged.content) == (304, b"")
        assert unchanged.headers["etag"] == etag
        assert "content-type" not in unchanged.headers

    for other in ('"9"', etag.strip('"'), ""):
        assert (await ada.get(place, headers={"If-None-Match": other})).status_code == 200


async def test_an_etag_opens_nothing_to_others(house: House) -> None:
    ada, ben = await house.person("ada"), await house.person("ben")
    made = await ada.post("/jobs", json={"source": "user_created", "title": "Baker"})
    place = made.headers["location"].removeprefix("/api/v1")

    assert (await ben.get(place, headers={"If-None-Match": made.headers["etag"]})).status_code == 404
    assert (await ben.get(place, headers={"If-None-Match": "*"})).status_code == 404


async def test_a_change_is_never_answered_as_unchanged(house: House) -> None:
    ada = await house.person()
    made = await ada.post("/jobs", json={"source": "user_created", "title": "Baker"})
    place = made.headers["location"].removeprefix("/api/v1")

    changed = await ada.patch(place, json={"title": "Cook"}, headers={"If-None-Match": "*"})

    assert changed.status_code == 200
    assert changed.json()["title"] == "Cook"


async def preflight(visitor: httpx2.AsyncClient, origin: str) -> httpx2.Response:
    asks = {"Origin": origin, "Access-Control-Request-Method": "PATCH"}
    return await visitor.options("/auth/me", headers=asks)


async def test_no_other_origin_may_read_unless_the_host_says_so(house: House) -> None:
    assert_enveloped(await preflight(house.visitor(), HOME), 405)
    answer = await house.visitor(Origin=HOME).get("/health")
    assert not [name for name in answer.headers if name.startswith("access-control")]


async def test_the_origins_that_the_host_names_may_read(sqlite_url: str, tmp_path: Path) -> None:
    async with house_on(sqlite_url, tmp_path / "var", cors_origins=[HOME]) as house:
        asked = await preflight(house.visitor(), HOME)
        assert asked.status_code == 200
        assert asked.headers["access-control-allow-origin"] == HOME
        read = await house.visitor(Origin=HOME).get("/nope")
        assert read.headers["access-control-allow-origin"] == HOME
        assert "X-Request-Id" in read.headers["access-control-expose-headers"]
        assert read.headers["access-control-allow-credentials"] == "true"  # the cookie to refresh by

        assert_enveloped(await preflight(house.visitor(), "https://evil.example"), 400, "origin_refused")
        stranger = await house.visitor(Origin="https://evil.example").get("/health")
        assert "access-control-allow-origin" not in stranger.headers
