"""An erasure is done some rows at a time; nobody waits long for it, and it goes on whatever dies."""

import asyncio
from typing import Any
from uuid import UUID

import httpx2
import pytest

from app.application.housekeeping import erasing
from app.domain.shared.errors import Unavailable
from app.domain.shared.ids import UserId
from app.infrastructure.persistence.removals import SqlRemovals
from tests.api.conftest import House
from tests.api.identity.test_erasure import files_of, holding
from tests.api.identity.whole import a_full_account

ADA = {"email": "ada@example.com", "password": "Correct-Horse-7"}


async def id_of(person: httpx2.AsyncClient) -> str:
    return str((await person.get("/users/me")).json()["id"])


async def until_gone(database_url: str, user_id: str) -> None:
    async with asyncio.timeout(20):
        while await holding(database_url, user_id):  # noqa: ASYNC110
            await asyncio.sleep(0.05)


@pytest.fixture
def batches(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Of three rows; how many each removed."""
    counts: list[int] = []
    remove_some = SqlRemovals.remove_some

    async def counted(self: SqlRemovals, owner: UserId, *, limit: int) -> int:
        counts.append(await remove_some(self, owner, limit=limit))
        return counts[-1]

    monkeypatch.setattr(erasing, "AT_A_TIME", 3)
    monkeypatch.setattr(SqlRemovals, "remove_some", counted)
    return counts


async def test_no_transaction_takes_more_than_its_share(
    house: House, database_url: str, batches: list[int]
) -> None:
    ada = await a_full_account(house)
    ben = await house.person("ben")
    before = (await ben.get("/users/me/export")).content
    user_id = await id_of(ada)

    assert (await ada.delete("/users/me")).status_code == 204

    assert len(batches) > 10
    assert set(batches[:-1]) == {3}
    assert batches[-1] < 3
    assert await holding(database_url, user_id) == set()
    assert (await ben.get("/users/me")).status_code == 200
    assert len(before) > 100


async def test_who_has_very_much_does_not_wait_and_the_rest_goes_on(
    house: House, database_url: str, batches: list[int]
) -> None:
    ada = await a_full_account(house)
    user_id = await id_of(ada)
    house.services.erasure._seconds = 0.0

    answer = await ada.delete("/users/me")

    assert (answer.status_code, answer.content) == (202, b"")
    assert (await ada.get("/users/me")).status_code == 401
    assert (await house.visitor().post("/auth/login", json=ADA)).status_code == 401
    await until_gone(database_url, user_id)
    assert files_of(house) == []
    assert len(batches) > 10
    assert (await house.person()).headers


@pytest.mark.parametrize("place", ["remove_some", "close"])
async def test_it_goes_on_where_the_database_broke_it_off(
    house: House, database_url: str, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    ada = await a_full_account(house)
    user_id = await id_of(ada)
    whose: Any = SqlRemovals if place == "remove_some" else erasing.Estate
    name = place if place == "remove_some" else "_close"
    whole, failures = getattr(whose, name), iter([True, True])

    async def shaky(self: Any, owner: UserId, **about: Any) -> Any:
        if next(failures, False):
            raise Unavailable("Two transactions waited for each other.")
        return await whole(self, owner, **about)

    monkeypatch.setattr(whose, name, shaky)

    assert (await ada.delete("/users/me")).status_code == 204

    assert await holding(database_url, user_id) == set()


async def test_an_erasure_that_lost_its_process_is_finished_by_another(
    house: House, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ada = await a_full_account(house)
    user_id = await id_of(ada)

    class Killed(BaseException): ...

    async def die(*_: object, **__: object) -> None:
        raise Killed

    house.services.erasure._seconds = 0.2
    with monkeypatch.context() as patched:
        patched.setattr(erasing.Estate, "_close", die)
        with pytest.raises(Killed):
            await house.services.erasure.erase(UserId(UUID(user_id)))

    await until_gone(database_url, user_id)
    assert files_of(house) == []


async def test_two_who_ask_at_once_both_hear_that_it_is_done(house: House, database_url: str) -> None:
    ada = await a_full_account(house)
    user_id = await id_of(ada)

    answers = await asyncio.gather(*(ada.delete("/users/me") for _ in range(2)))

    assert {answer.status_code for answer in answers} <= {204, 202, 401, 404}
    assert 204 in {answer.status_code for answer in answers}
    await until_gone(database_url, user_id)
