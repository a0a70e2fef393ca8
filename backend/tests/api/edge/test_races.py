"""Twenty at once, on both databases: exactly one of them is first."""

import asyncio
from collections import Counter

import pytest
from sqlalchemy import func, select

from app.infrastructure.persistence.identity import SqlIdentityWork, users
from tests.api.conftest import House

ADA = {"email": "ada@example.com", "password": "Correct-Horse-7", "full_name": "Ada Byron"}
MANY = 20


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest) -> str:
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


async def accounts(house: House) -> int:
    async with house.services.identity._work(readonly=True) as work:
        assert isinstance(work, SqlIdentityWork)
        return await work.connection.scalar(select(func.count()).select_from(users)) or 0


async def test_an_address_registered_twenty_times_at_once_is_one_account(house: House) -> None:
    spellings = ["ada@example.com", "ADA@example.com", "Ada@EXAMPLE.com", "\uff41da@example.com"]
    bodies = [ADA | {"email": spellings[n % len(spellings)]} for n in range(MANY)]

    answers = await asyncio.gather(*(house.visitor().post("/auth/register", json=body) for body in bodies))

    assert Counter(a.status_code for a in answers) == {201: 1, 409: MANY - 1}
    assert {a.json()["error"]["code"] for a in answers if a.status_code == 409} == {"email_taken"}
    assert await accounts(house) == 1


async def test_a_refresh_token_used_twenty_times_at_once_has_one_successor(house: House) -> None:
    token = (await house.visitor().post("/auth/register", json=ADA)).json()["refresh_token"]

    def refreshing(token: str):  # type: ignore[no-untyped-def]
        return house.visitor().post("/auth/refresh", json={"refresh_token": token})

    answers = await asyncio.gather(*(refreshing(token) for _ in range(MANY)))

    assert Counter(a.status_code for a in answers) == {200: MANY}
    assert len({a.json()["access_token"] for a in answers}) == 1
    (leaf,) = {a.json()["refresh_token"] for a in answers}
    later = [(await refreshing(t)).status_code for t in (leaf, token, leaf)]
    assert later == [200, 401, 401]  # the token of two turns ago came back, so the whole session has ended


async def test_refreshing_one_after_another_keeps_one_live_leaf(house: House) -> None:
    token = (await house.visitor().post("/auth/register", json=ADA)).json()["refresh_token"]

    for _ in range(5):
        answer = await house.visitor().post("/auth/refresh", json={"refresh_token": token})
        assert answer.status_code == 200
        assert answer.json()["refresh_token"] != token
        token = answer.json()["refresh_token"]


async def test_logging_out_while_refreshing_ends_the_session(house: House) -> None:
    pair = (await house.visitor().post("/auth/register", json=ADA)).json()
    ada = house.visitor(Authorization=f"Bearer {pair['access_token']}")

    out, refreshed = await asyncio.gather(
        ada.post("/auth/logout"),
        house.visitor().post("/auth/refresh", json={"refresh_token": pair["refresh_token"]}),
    )

    assert out.status_code == 204
    assert refreshed.status_code in {200, 401}
    if refreshed.status_code == 200:
        leaf = {"refresh_token": refreshed.json()["refresh_token"]}
        assert (await house.visitor().post("/auth/refresh", json=leaf)).status_code == 401
    assert (await ada.get("/auth/me")).status_code == 401
