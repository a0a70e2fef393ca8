"""Signing in with Google, with a provider of our own in its place."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx2
import pytest
from sqlalchemy import func, select

from app.domain.identity.tickets import challenge_of
from app.infrastructure.persistence.identity import SqlIdentityWork, users
from app.infrastructure.persistence.sign_in import identities
from tests.api.conftest import House, house_on
from tests.identity_provider import (
    CLIENT_ID,
    CLIENT_SECRET,
    IdentityProvider,
    broken,
    endless,
    identity_provider,
)

ADA = {"email": "ada@example.com", "password": "Correct-Horse-7", "full_name": "Ada Byron"}
APP = "https://app.example.com/signed-in"
CALLBACK = "http://127.0.0.1:8000/api/v1/oauth/google/callback"
VERIFIER = "v" * 64


class Scene:
    def __init__(self, house: House, google: IdentityProvider) -> None:
        self.house = house
        self.google = google

    def browser(self) -> httpx2.AsyncClient:
        return self.house.visitor()

    async def gone(self, browser: httpx2.AsyncClient, **query: str) -> str:
        """To Google, and where it sends the browser back to."""
        answer = await browser.get("/oauth/google/login", params=query)
        assert answer.status_code == 303, answer.text
        cookie = answer.headers["set-cookie"].lower()
        assert all(word in cookie for word in ("httponly", "samesite=lax", "path=/api/v1/oauth/google"))
        return self.google.approve(answer.headers["location"])

    async def back(self, browser: httpx2.AsyncClient, address: str) -> httpx2.Response:
        assert address.startswith(CALLBACK)
        return await browser.get(f"/oauth/google/callback?{urlsplit(address).query}")

    async def signed_in(self) -> httpx2.Response:
        browser = self.browser()
        return await self.back(browser, await self.gone(browser))

    async def rows(self) -> tuple[int, int]:
        """Users, and identities."""
        async with self.house.services.identity._work(readonly=True) as work:
            assert isinstance(work, SqlIdentityWork)
            counted = [
                await work.connection.scalar(select(func.count()).select_from(table))
                for table in (users, identities)
            ]
        return counted[0] or 0, counted[1] or 0

    async def verified(self) -> None:
        async with self.house.services.identity._work() as work:
            user = await work.users.find_by_email("ada@example.com")
            assert user is not None
            user.is_verified = True
            await work.users.save(user)
            await work.commit()


@asynccontextmanager
async def scene_on(database_url: str, folder: Path) -> AsyncIterator[Scene]:
    async with identity_provider() as google:
        settings = {
            "google_client_id": CLIENT_ID,
            "google_client_secret": CLIENT_SECRET,
            "google_callback_url": CALLBACK,
            "google_discovery_url": google.discovery_url,
            "sign_in_returns": [APP, "/signed-in"],
            "cors_origins": ["https://app.example.com"],
        }
        async with house_on(database_url, folder, **settings) as house:
            yield Scene(house, google)


@pytest.fixture
async def scene(database_url: str, tmp_path: Path) -> AsyncIterator[Scene]:
    async with scene_on(database_url, tmp_path / "var") as scene:
        yield scene


async def test_somebody_new_signs_in_and_comes_back_to_the_same_account(scene: Scene) -> None:
    first, second = await scene.signed_in(), await scene.signed_in()

    assert first.status_code == second.status_code == 200
    assert first.json()["user"] == second.json()["user"]
    assert first.json()["user"]["is_verified"]
    ada = scene.house.visitor(Authorization=f"Bearer {first.json()['access_token']}")
    assert (await ada.get("/auth/me")).json()["email"] == "ada@example.com"
    refreshed = await scene.browser().post(
        "/auth/refresh", json={"refresh_token": first.json()["refresh_token"]}
    )
    assert refreshed.status_code == 200
    assert await scene.rows() == (1, 1)


async def test_an_account_says_what_opens_it(scene: Scene) -> None:
    pair = (await scene.signed_in()).json()
    ada = scene.house.visitor(Authorization=f"Bearer {pair['access_token']}")
    ben = await scene.house.person("ben")

    for path in ("/users/me", "/users/current"):
        mine = (await ada.get(path)).json()
        assert mine["has_password"] is False
        assert [each["provider"] for each in mine["identities"]] == ["google"]
        assert set(mine["identities"][0]) == {"provider", "created_at"}
    his = (await ben.get("/users/me")).json()
    assert (his["has_password"], his["identities"]) == (True, [])

    await scene.house.services.accounts.set_password(email="ada@example.com", password="Better-Battery-8")
    who = {"email": "ada@example.com", "password": "Better-Battery-8"}
    again = (await scene.house.visitor().post("/auth/login", json=who)).json()
    mine = (
        await scene.house.visitor(Authorization=f"Bearer {again['access_token']}").get("/users/me")
    ).json()
    assert (mine["has_password"], mine["identities"]) == (True, [])


async def test_a_page_gets_a_code_that_it_alone_can_trade_once(scene: Scene) -> None:
    browser = scene.browser()
    address = await scene.gone(browser, next=APP, code_challenge=challenge_of(VERIFIER))

    back = await scene.back(browser, address)

    assert back.status_code == 303
    assert back.headers["location"].startswith(f"{APP}?code=")
    assert "jobwise-sign-in=" in back.headers["set-cookie"]
    assert "max-age=0" in back.headers["set-cookie"].lower()
    body = {"code": parse_qs(urlsplit(back.headers["location"]).query)["code"][0], "code_verifier": VERIFIER}
    headers = {"Token-Delivery": "cookie", "Origin": "https://app.example.com"}
    traded = await scene.browser().post("/oauth/google/token", json=body, headers=headers)
    assert traded.status_code == 200, traded.text
    assert traded.json()["refresh_token"] == ""
    assert "HttpOnly" in traded.headers["set-cookie"]
    assert (await scene.browser().post("/oauth/google/token", json=body)).status_code == 401


async def test_a_stolen_code_is_of_no_use(scene: Scene) -> None:
    browser = scene.browser()
    address = await scene.gone(browser, next=APP, code_challenge=challenge_of(VERIFIER))
    back = await scene.back(browser, address)
    code = parse_qs(urlsplit(back.headers["location"]).query)["code"][0]

    for verifier in ("w" * 64, VERIFIER):
        body = {"code": code, "code_verifier": verifier}
        assert (await scene.browser().post("/oauth/google/token", json=body)).status_code == 401


async def test_ten_first_sign_ins_at_once_make_one_account(scene: Scene) -> None:
    answers = await asyncio.gather(*(scene.signed_in() for _ in range(10)))

    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.json()["user"]["id"] for answer in answers}) == 1
    assert await scene.rows() == (1, 1)


async def test_a_code_traded_ten_times_at_once_opens_one_session(scene: Scene) -> None:
    browser = scene.browser()
    address = await scene.gone(browser, next=APP, code_challenge=challenge_of(VERIFIER))
    back = await scene.back(browser, address)
    body = {"code": parse_qs(urlsplit(back.headers["location"]).query)["code"][0], "code_verifier": VERIFIER}

    answers = await asyncio.gather(
        *(scene.browser().post("/oauth/google/token", json=body) for _ in range(10))
    )

    assert sorted(answer.status_code for answer in answers) == [200] + [401] * 9


@pytest.mark.parametrize(
    "where",
    [
        "//evil.example",
        "https://evil.example/",
        "https://app.example.com/signed-in/../elsewhere",
        "https://app.example.com/signed-in?x",
        "https://app.example.com.evil.example/signed-in",
        "https://app.example.com@evil.example/signed-in",
        "\\\\evil.example",
        "/\\evil.example",
        "javascript:alert(1)",
        "/api/v1/auth/me",
    ],
)
async def test_nobody_is_sent_where_the_host_has_not_said(sqlite_scene: Scene, where: str) -> None:
    query = {"next": where, "code_challenge": challenge_of(VERIFIER)}

    answer = await sqlite_scene.browser().get("/oauth/google/login", params=query)

    assert answer.status_code == 400
    assert "location" not in answer.headers


@pytest.fixture
async def sqlite_scene(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Scene]:
    async with scene_on(sqlite_url, tmp_path / "var") as scene:
        yield scene


async def test_a_page_that_proves_nothing_later_is_given_no_code(sqlite_scene: Scene) -> None:
    for challenge in ({}, {"code_challenge": "short"}):
        answer = await sqlite_scene.browser().get("/oauth/google/login", params={"next": APP} | challenge)
        assert answer.status_code == 400


async def refused(scene: Scene, answer: httpx2.Response, *statuses: int) -> None:
    assert answer.status_code in (statuses or (401,)), answer.text
    assert set(answer.json()) == {"error"}
    assert await scene.rows() == (0, 0)


async def test_whoever_did_not_begin_in_this_browser_is_refused(scene: Scene) -> None:
    """A link with somebody else's code would sign a victim in to the attacker's account."""
    browser, other = scene.browser(), scene.browser()
    address = await scene.gone(browser)

    await refused(scene, await scene.back(scene.browser(), address))
    await scene.gone(other)
    await refused(scene, await scene.back(other, address))
    forged = address.replace("state=", "state=x")
    await refused(scene, await scene.back(browser, forged))
    await refused(scene, await browser.get("/oauth/google/callback"))

    assert (await scene.back(browser, address)).status_code == 200


async def test_an_answer_of_googles_is_good_once(scene: Scene) -> None:
    browser = scene.browser()
    address = await scene.gone(browser)
    kept = browser.cookies["jobwise-sign-in"]
    assert (await scene.back(browser, address)).status_code == 200
    assert "jobwise-sign-in" not in browser.cookies

    again = scene.house.visitor(Cookie=f"jobwise-sign-in={kept}")
    replayed = await scene.back(again, address)

    assert replayed.status_code == 401
    assert await scene.rows() == (1, 1)


async def test_one_code_brought_to_another_sign_in_is_refused(scene: Scene) -> None:
    mallory, victim = scene.browser(), scene.browser()
    stolen = parse_qs(urlsplit(await scene.gone(mallory)).query)["code"][0]
    own = parse_qs(urlsplit(await scene.gone(victim)).query)["state"][0]

    answer = await victim.get("/oauth/google/callback", params={"code": stolen, "state": own})

    await refused(scene, answer)


@pytest.mark.parametrize(
    "claims",
    [
        {"aud": "another"},
        {"iss": "https://evil.example"},
        {"exp": 1},
        {"nonce": "another"},
        {"email_verified": False},
    ],
)
async def test_a_token_that_is_not_for_this_sign_in_makes_nothing(
    sqlite_scene: Scene, claims: dict[str, object]
) -> None:
    sqlite_scene.google.claims = lambda said: said | claims

    await refused(sqlite_scene, await sqlite_scene.signed_in())


async def test_a_provider_that_fails_lets_nobody_in(sqlite_scene: Scene) -> None:
    google = sqlite_scene.google
    for path in ("/token", "/keys", "/token"):
        google.faults, google.spoilt = ({path: broken}, {}) if not google.faults else ({}, {path: endless})
        answer = await sqlite_scene.signed_in()
        await refused(sqlite_scene, answer, 503)
        assert "retry-after" in answer.headers


async def test_who_says_no_at_google_is_sent_back_with_that(scene: Scene) -> None:
    browser = scene.browser()
    state = parse_qs(urlsplit(await scene.gone(browser)).query)["state"][0]
    await refused(scene, await browser.get(f"/oauth/google/callback?error=access_denied&state={state}"))

    address = await scene.gone(browser, next=APP, code_challenge=challenge_of(VERIFIER))
    state = parse_qs(urlsplit(address).query)["state"][0]
    back = await browser.get(f"/oauth/google/callback?error=access_denied&state={state}&iss=x&new_word=y")
    assert back.headers["location"] == f"{APP}?error=sign_in_cancelled"


async def test_a_page_is_told_what_went_wrong(sqlite_scene: Scene) -> None:
    browser = sqlite_scene.browser()
    address = await sqlite_scene.gone(browser, next=APP, code_challenge=challenge_of(VERIFIER))
    sqlite_scene.google.faults = {"/token": broken}

    back = await sqlite_scene.back(browser, address)

    assert back.headers["location"] == f"{APP}?error=provider_unavailable"


async def test_whoever_took_the_address_before_is_out_within_a_second(scene: Scene) -> None:
    before = (await scene.browser().post("/auth/register", json=ADA)).json()
    mallory = scene.house.visitor(Authorization=f"Bearer {before['access_token']}")
    body = {"name": "door", "scopes": ["read"], "expires_in_days": 365}
    made = (await mallory.post("/users/me/access-tokens", json=body)).json()
    script = scene.house.visitor(Authorization=f"Bearer {made['access_token']}")
    assert (await script.get("/users/me")).status_code == 200

    owner = await scene.signed_in()

    assert owner.json()["user"]["id"] == before["user"]["id"]
    assert (await mallory.get("/auth/me")).status_code == 401
    assert (await script.get("/users/me")).status_code == 401
    login = {name: ADA[name] for name in ("email", "password")}
    assert (await scene.browser().post("/auth/login", json=login)).status_code == 401


async def test_a_proven_account_is_linked_and_another_identity_of_its_address_is_not(scene: Scene) -> None:
    await scene.browser().post("/auth/register", json=ADA)
    await scene.verified()
    assert (await scene.signed_in()).status_code == 200
    scene.google.person |= {"sub": "another"}

    answer = await scene.signed_in()

    assert answer.status_code == 409
    assert answer.json()["error"]["code"] == "identity_conflict"
    login = {name: ADA[name] for name in ("email", "password")}
    assert (await scene.browser().post("/auth/login", json=login)).status_code == 200
    assert await scene.rows() == (1, 1)


async def test_where_google_is_not_set_up_that_is_said(house: House) -> None:
    browser = house.visitor()

    for answer in (
        await browser.get("/oauth/google/login"),
        await browser.get("/oauth/google/callback?code=x&state=y"),
        await browser.post("/oauth/google/token", json={"code": "x" * 43, "code_verifier": VERIFIER}),
    ):
        assert answer.status_code == 404
        assert answer.json()["error"]["code"] == "sign_in_not_offered"
