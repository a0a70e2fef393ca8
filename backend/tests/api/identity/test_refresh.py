"""Refreshing: an answer may be lost, a token may be stolen, and a cookie may be sent by another page."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx2
import pytest

from app.domain.identity.model import LEEWAY
from app.domain.identity.ports import SecurityEventSearch
from app.domain.identity.security import SecurityEventKind
from app.domain.shared.page import Slice
from app.presentation.api.identity.delivery import COOKIE
from tests.api.conftest import House, house_on

ADA = {"email": "ada@example.com", "password": "Correct-Horse-7", "full_name": "Ada Byron"}
APP = "https://app.example.com"
BY_COOKIE = {"Token-Delivery": "cookie"}


class Clock:
    def __init__(self) -> None:
        self.now = datetime.now(UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr("app.composition.people.utc_now", clock)
    return clock


async def registered(house: House) -> dict[str, str]:
    answer = await house.visitor().post("/auth/register", json=ADA)
    pair: dict[str, str] = answer.json()
    return pair


async def refreshed(house: House, token: str) -> httpx2.Response:
    return await house.visitor().post("/auth/refresh", json={"refresh_token": token})


async def test_the_same_successor_for_ten_seconds_and_the_end_of_the_session_after(
    clock: Clock, house: House
) -> None:
    first = await registered(house)
    second = (await refreshed(house, first["refresh_token"])).json()

    clock.now += LEEWAY
    assert (await refreshed(house, first["refresh_token"])).json() == second | {"expires_in": 3590}
    clock.now += timedelta(milliseconds=1)
    assert (await refreshed(house, first["refresh_token"])).status_code == 401

    assert (await refreshed(house, second["refresh_token"])).status_code == 401
    async with house.services.identity._work(readonly=True) as work:
        search = SecurityEventSearch(kind=SecurityEventKind.TOKEN_REUSED)
        page = await work.security.page(search, Slice())
    assert [str(event.user_id) for event in page.items] == [first["user"]["id"]]  # type: ignore[index]


async def test_a_token_of_two_turns_ago_ends_the_session_at_once(house: House) -> None:
    first = await registered(house)
    second = (await refreshed(house, first["refresh_token"])).json()
    third = (await refreshed(house, second["refresh_token"])).json()

    assert (await refreshed(house, first["refresh_token"])).status_code == 401
    assert (await refreshed(house, third["refresh_token"])).status_code == 401


@pytest.fixture
async def web_house(sqlite_url: str, tmp_path: Path) -> AsyncIterator[House]:
    async with house_on(sqlite_url, tmp_path / "var", cors_origins=[APP]) as house:
        yield house


async def kept_of(house: House, **headers: str) -> str:
    """The cookie that a page gets by registering, as its browser sends it back."""
    answer = await house.visitor(**BY_COOKIE | headers).post("/auth/register", json=ADA)
    assert answer.status_code == 201, answer.text
    assert answer.json()["refresh_token"] == ""
    kept, *about = answer.headers["set-cookie"].split("; ")
    assert {word.lower() for word in about} == {
        "httponly",
        "secure",
        "samesite=strict",
        "path=/api/v1/auth",
        "max-age=604800",
    }
    assert kept.startswith(f"{COOKIE}=")
    return kept


async def test_a_page_refreshes_without_ever_seeing_the_token(web_house: House) -> None:
    kept = await kept_of(web_house, Origin=APP)

    answer = await web_house.visitor(Cookie=kept, Origin=APP, **BY_COOKIE).post("/auth/refresh")

    assert answer.status_code == 200
    assert answer.json()["refresh_token"] == ""
    assert answer.headers["access-control-allow-credentials"] == "true"
    assert answer.headers["access-control-allow-origin"] == APP
    again = answer.headers["set-cookie"].split("; ")[0]
    assert again not in ("", kept)
    assert (await web_house.visitor(Cookie=again, **BY_COOKIE).post("/auth/refresh")).status_code == 200


async def test_signing_in_and_the_form_put_it_into_the_cookie_too(web_house: House) -> None:
    await registered(web_house)
    who = {"email": ADA["email"], "password": ADA["password"]}
    page = web_house.visitor(**BY_COOKIE)

    form = {"username": who["email"], "password": who["password"]}
    for answer in (await page.post("/auth/login", json=who), await page.post("/auth/token", data=form)):
        assert answer.json()["refresh_token"] == ""
        assert answer.headers["set-cookie"].startswith(f"{COOKIE}=ey")


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 401),
        ({"Origin": APP}, 401),
        ({"Token-Delivery": "body"}, 401),
        ({**BY_COOKIE, "Origin": "https://evil.example"}, 403),
        ({**BY_COOKIE, "Origin": "null"}, 403),
        ({**BY_COOKIE, "Origin": ""}, 403),
        ({**BY_COOKIE, "Origin": "https://app.example.com.evil.example"}, 403),
        ({**BY_COOKIE, "Origin": "http://app.example.com"}, 403),
        ({**BY_COOKIE, "Origin": "http://[::1"}, 403),
        ({"Token-Delivery": "COOKIE"}, 400),
        ({**BY_COOKIE, "Origin": "http://test"}, 403),
        ({**BY_COOKIE, "Origin": "ftp://test"}, 403),
        ({**BY_COOKIE, "Origin": "https://test:8443"}, 403),
        ({**BY_COOKIE, "Origin": "http://localhost:8000", "Host": "127.0.0.1:8000"}, 403),
        ({**BY_COOKIE, "Origin": "http://localhost:8000", "Host": "localhost:8000"}, 200),
        ({**BY_COOKIE, "Origin": "http://[::1]:8000", "Host": "[::1]:8000"}, 200),
        ({**BY_COOKIE, "Origin": "https://test"}, 200),
        (BY_COOKIE, 200),
    ],
)
async def test_a_cookie_alone_refreshes_nothing_and_no_other_page_may(
    web_house: House, headers: dict[str, str], status: int
) -> None:
    kept = await kept_of(web_house)

    answer = await web_house.visitor(Cookie=kept, **headers).post("/auth/refresh")

    assert answer.status_code == status
    if status != 200:
        assert "set-cookie" not in answer.headers
    assert (await web_house.visitor(Cookie=kept, **BY_COOKIE).post("/auth/refresh")).status_code == 200


async def test_where_every_origin_may_call_none_may_use_the_cookie(sqlite_url: str, tmp_path: Path) -> None:
    async with house_on(sqlite_url, tmp_path / "var", cors_origins=["*"]) as house:
        answer = await house.visitor(Origin=APP, **BY_COOKIE).post("/auth/register", json=ADA)

        assert answer.status_code == 403
        assert "access-control-allow-credentials" not in answer.headers


async def test_another_page_cannot_sign_a_browser_in(web_house: House) -> None:
    await registered(web_house)
    who = {"email": ADA["email"], "password": ADA["password"]}

    evil = web_house.visitor(Origin="https://evil.example", **BY_COOKIE)

    answer = await evil.post("/auth/login", json=who)
    assert answer.status_code == 403
    assert answer.json()["error"]["code"] == "origin_refused"
    assert "set-cookie" not in answer.headers


async def test_signing_out_takes_the_cookie_away(web_house: House) -> None:
    answer = await web_house.visitor(**BY_COOKIE).post("/auth/register", json=ADA)
    kept = answer.headers["set-cookie"].split("; ")[0]
    bearer = f"Bearer {answer.json()['access_token']}"

    gone = await web_house.visitor(Cookie=kept, Authorization=bearer).post("/auth/logout")

    assert gone.status_code == 204
    assert gone.headers["set-cookie"].startswith(f'{COOKIE}="";')
    assert "Max-Age=0" in gone.headers["set-cookie"]
    assert (await web_house.visitor(Cookie=kept, **BY_COOKIE).post("/auth/refresh")).status_code == 401
