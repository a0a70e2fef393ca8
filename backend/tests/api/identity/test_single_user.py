"""A house with one user, who needs no token; and whoever tries to come in with them."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import httpx2
import pytest

from tests.api.conftest import House, house_on
from tests.gates.contract import Contract

HERE = "http://127.0.0.1:8000/api/v1"
TRUSTED = "http://localhost:3000"


@pytest.fixture
async def house(database_url: str, tmp_path: Path) -> AsyncIterator[House]:
    async with house_on(database_url, tmp_path / "var", single_user=True, cors_origins=[TRUSTED]) as house:
        yield house


def caller(house: House, base: str = HERE, client: str = "127.0.0.1", **headers: str) -> httpx2.AsyncClient:
    transport = httpx2.ASGITransport(house.app, client=(client, 50_000))
    return httpx2.AsyncClient(transport=transport, base_url=base, headers=headers)


async def test_the_one_user_needs_no_token(house: House) -> None:
    async with caller(house) as me:
        current = (await me.get("/users/current")).json()
        changed = await me.patch("/users/me", json={"full_name": "Ada Byron"})
        made = await me.post("/job-profiles", json={"name": "Nursing"})
        listed = (await me.get("/users")).json()

    assert (current["role"], current["is_active"]) == ("admin", True)
    assert (changed.json()["id"], changed.json()["full_name"]) == (current["id"], "Ada Byron")
    assert made.status_code == 201
    assert [user["id"] for user in listed["items"]] == [current["id"]]


async def test_no_route_asks_for_a_token(house: House) -> None:
    asked = [o for o in Contract(house.app).operations if o.access in {"user", "admin"} and o.method == "get"]
    async with caller(house) as me:
        nowhere = "00000000-0000-0000-0000-000000000000"
        paths = [o.path.format(**dict.fromkeys(o.path_parameters, nowhere)) for o in asked]
        answers = [await me.get(f"http://127.0.0.1:8000{path}") for path in paths]

    assert len(answers) > 40
    assert {answer.status_code for answer in answers} & {401, 403} == set()


async def test_signing_out_of_nothing_changes_nothing(house: House) -> None:
    async with caller(house) as me:
        assert (await me.post("/auth/logout")).status_code == 204
        assert (await me.get("/users/me")).status_code == 200


async def test_many_first_calls_make_one_user(house: House) -> None:
    async with caller(house) as me:
        answers = await asyncio.gather(*(me.get("/users/current") for _ in range(10)))
        listed = (await me.get("/users")).json()

    assert len({answer.json()["id"] for answer in answers}) == 1
    assert listed["total"] == 1


async def test_the_account_that_there_was_stays_the_one(database_url: str, tmp_path: Path) -> None:
    async with house_on(database_url, tmp_path / "var") as before:
        ada = await before.person()
        known = (await ada.get("/users/me")).json()
        assert (await before.visitor().get("/users/current")).status_code == 401
    async with house_on(database_url, tmp_path / "var", single_user=True) as house, caller(house) as me:
        assert (await me.get("/users/current")).json() == known


async def test_a_token_is_still_good_and_a_bad_one_is_not(house: House) -> None:
    body = {"email": "ben@example.com", "password": "Correct-Horse-7", "full_name": "Ben"}
    async with caller(house) as me:
        local = (await me.get("/users/current")).json()
        pair = (await me.post("/auth/register", json=body)).json()
        bearing = {"Authorization": f"Bearer {pair['access_token']}"}
        ben = (await me.get("/users/current", headers=bearing)).json()
        forged = await me.get("/users/current", headers={"Authorization": "Bearer x"})
        again = (await me.get("/users/current")).json()

    assert (ben["email"], ben["role"]) == ("ben@example.com", "user")
    assert forged.status_code == 401
    assert again["id"] == local["id"] != ben["id"]


@pytest.mark.parametrize(
    "base",
    [
        "http://127.0.0.1:8000",
        "http://localhost:8000",
        "http://[::1]:8000",
        "http://LOCALHOST",
        "http://127.0.0.1",
    ],
)
async def test_this_machine_has_three_names(house: House, base: str) -> None:
    async with caller(house, f"{base}/api/v1") as me:
        assert (await me.get("/users/current")).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:8000",
        "127.0.0.1.evil.example",
        "localhost.evil.example",
        "localhost@evil.example",
        "evil.example#localhost",
        "127.0.0.2",
        "0.0.0.0",
        "192.168.1.7:8000",
        "[::]",
        "2130706433",
        "localhost:8000:1",
        "",
    ],
)
async def test_a_name_that_was_bent_to_here_is_refused(house: House, host: str) -> None:
    async with caller(house, Host=host) as evil:
        answer = await evil.get("/users/current")

    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "host_refused")


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "https://127.0.0.1:8000"},
        {"Origin": "http://127.0.0.1:3000"},
        {"Origin": "http://localhost:8000"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"},
        {"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "cors"},
        {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"},
    ],
)
async def test_a_page_from_elsewhere_changes_nothing(house: House, headers: dict[str, str]) -> None:
    async with caller(house) as me, caller(house, **headers) as evil:
        answer = await evil.post("/users", content=b"{}", headers={"Content-Type": "text/plain"})
        gone = await evil.delete("/users/me")
        assert (await me.get("/users")).json()["total"] == 1

    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "origin_refused")
    assert gone.status_code == 400


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://127.0.0.1:8000", "Sec-Fetch-Site": "same-origin"},
        {"Origin": TRUSTED, "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "cors"},
        {"Sec-Fetch-Site": "none", "Sec-Fetch-Mode": "navigate"},
        {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"},
        {"Sec-Fetch-Site": "same-origin"},
    ],
)
async def test_our_own_pages_and_those_that_the_host_trusts_may_ask(
    house: House, headers: dict[str, str]
) -> None:
    async with caller(house, **headers) as me:
        assert (await me.get("/users/current")).status_code == 200


@pytest.mark.parametrize(
    ("client", "headers"),
    [
        ("192.0.2.7", {}),
        ("10.0.0.1", {}),
        ("127.0.0.1", {"X-Forwarded-For": "192.0.2.7"}),
        ("127.0.0.1", {"Forwarded": "for=192.0.2.7"}),
    ],
)
async def test_nobody_comes_in_from_another_machine(
    house: House, client: str, headers: dict[str, str]
) -> None:
    async with caller(house, client=client, **headers) as far:
        answer = await far.get("/users/current")

    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "not_local")
