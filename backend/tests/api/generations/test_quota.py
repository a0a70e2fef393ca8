"""A month's generations: counted once, given back once, and no more than there are."""

import asyncio
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx2
import pytest
from sqlalchemy import func, select

from app.application.generation.tailoring import Tailor
from app.domain.generation.errors import SourceGone
from app.domain.generation.model import Stage
from app.infrastructure.persistence.database import Database
from app.infrastructure.persistence.documents import documents
from app.infrastructure.persistence.generation import generations
from app.infrastructure.persistence.identity import users
from app.infrastructure.persistence.usage import months
from app.infrastructure.persistence.work_tables import work
from tests.api.conftest import House, house_on
from tests.api.generations.conftest import Gate, ended, finished
from tests.builders.generation import a_wish

HoldUp = Callable[[Stage], Gate]
LIMIT = 5


@pytest.fixture
async def small_house(database_url: str, tmp_path: Path) -> AsyncIterator[House]:
    async with house_on(database_url, tmp_path / "var", tier_free={"generations": LIMIT}) as house:
        yield house
        await require_balance(house)


async def require_balance(house: House) -> None:
    """What the months say is what the generations say, and the documents of those that were deleted."""
    database = Database(house.settings.database_url)
    async with database.engine.connect() as connection:
        charges = list(await connection.scalars(select(generations.c.charge)))
        there = select(generations.c.id)
        left = select(func.count()).where(documents.c.generation_id.not_in(there))
        deleted = await connection.scalar(left)
        ledger = list(await connection.execute(select(months)))
    await database.dispose()
    used = sum(row.charged - row.refunded for row in ledger)
    assert used == charges.count("charged") + (deleted or 0)
    assert all(0 <= row.refunded <= row.charged for row in ledger)


async def usage_of(person: httpx2.AsyncClient) -> dict[str, Any]:
    answer = await person.get("/users/me/usage")
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def used(person: httpx2.AsyncClient) -> int:
    return int((await usage_of(person))["generations_used"])


async def test_of_fifty_at_once_with_five_left_five_are_granted(small_house: House, hold_up: HoldUp) -> None:
    ada = await small_house.person()
    gate, wish = hold_up(Stage.ANALYZE_JOB), await a_wish(ada)

    answers = await asyncio.gather(*(ada.post("/generations/resume", json=wish) for _ in range(50)))

    codes = [answer.status_code for answer in answers]
    assert (codes.count(201), codes.count(429)) == (5, 45)
    assert (await ada.get("/generations")).json()["total"] == LIMIT
    assert await used(ada) == LIMIT
    gate.opened.set()


async def test_who_has_none_left_is_told_until_when(small_house: House) -> None:
    ada = await small_house.person()
    wish = await a_wish(ada)
    for _ in range(LIMIT):
        await finished(ada, wish)

    before = datetime.now(UTC)
    refused = await ada.post("/generations/resume", json=wish)
    after = datetime.now(UTC)

    assert refused.status_code == 429
    error = refused.json()["error"]
    assert (error["code"], error["details"]["limit"]) == ("quota_exceeded", LIMIT)
    resets_at = datetime.fromisoformat(error["details"]["resets_at"])
    assert (resets_at.day, resets_at.hour, resets_at.minute) == (1, 0, 0)
    wait = int(refused.headers["retry-after"])
    assert (resets_at - after).total_seconds() <= wait <= (resets_at - before).total_seconds() + 1
    assert refused.headers["ratelimit-limit"] == str(LIMIT)
    assert refused.headers["ratelimit-remaining"] == "0"
    assert refused.headers["ratelimit-reset"] == refused.headers["retry-after"]
    said = await usage_of(ada)
    assert said["resets_at"] == error["details"]["resets_at"]
    again = f"/generations/{(await ada.get('/generations')).json()['items'][0]['id']}/regenerate"
    assert (await ada.post(again, json={})).status_code == 429


async def test_usage_says_what_there_was_and_is(small_house: House) -> None:
    ada = await small_house.person()
    await finished(ada, await a_wish(ada))

    said = await usage_of(ada)

    resets_at = said.pop("resets_at")
    assert datetime.fromisoformat(resets_at) > datetime.now(UTC)
    assert said == {
        "subscription_tier": "free",
        "generations_used": 1,
        "generations_limit": LIMIT,
        "generations_remaining": LIMIT - 1,
        "token_usage": 0,
        "cost_micros": 0,
        "reserved_micros": 0,
        "month_cost_limit_micros": 2_000_000,
        "models": [],
        "own_key": {
            "token_usage": 0,
            "cost_micros": 0,
            "reserved_micros": 0,
            "month_limit_micros": None,
        },
        "currency": "USD",
    }
    ben = await small_house.person("ben")
    assert await used(ben) == 0


async def test_the_same_request_again_is_not_charged_again(small_house: House) -> None:
    ada = await small_house.person()
    wish, key = await a_wish(ada), {"Idempotency-Key": "once"}

    answers = await asyncio.gather(
        *(ada.post("/generations/resume", json=wish, headers=key) for _ in range(20))
    )

    assert {answer.status_code for answer in answers} == {201}
    assert await used(ada) == 1
    for _ in range(LIMIT - 1):
        await finished(ada, wish)
    replayed = await ada.post("/generations/resume", json=wish, headers=key)
    assert (replayed.status_code, replayed.headers["idempotent-replayed"]) == (201, "true")


async def test_a_refusal_is_not_remembered_under_its_key(small_house: House, hold_up: HoldUp) -> None:
    ada = await small_house.person()
    gate, wish, key = hold_up(Stage.ANALYZE_JOB), await a_wish(ada), {"Idempotency-Key": "late"}
    started = [(await ada.post("/generations/resume", json=wish)).json()["id"] for _ in range(LIMIT)]
    assert (await ada.post("/generations/resume", json=wish, headers=key)).status_code == 429

    await ada.post(f"/generations/{started[0]}/cancel")

    assert (await ada.post("/generations/resume", json=wish, headers=key)).status_code == 201
    gate.opened.set()


async def test_what_starts_nothing_is_not_charged(small_house: House) -> None:
    ada, ben = await small_house.person("ada"), await small_house.person("ben")
    theirs, mine = await a_wish(ben), await a_wish(ada)

    await ada.post("/generations/resume", json=mine | {"job_id": theirs["job_id"]})
    await ada.post("/generations/resume", json=mine | {"options": {"template": "baroque"}})

    assert await used(ada) == 0


@pytest.mark.parametrize("how", ["cancel", "delete"])
async def test_what_was_called_off_is_given_back_once(small_house: House, hold_up: HoldUp, how: str) -> None:
    ada = await small_house.person()
    gate, wish = hold_up(Stage.COMPILE_PROFILE), await a_wish(ada)
    started = (await ada.post("/generations/resume", json=wish)).json()["id"]
    kept = (await ada.post("/generations/resume", json=wish)).json()["id"]
    async with asyncio.timeout(20):
        await gate.reached.wait()

    if how == "cancel":
        calls = (ada.post(f"/generations/{started}/cancel") for _ in range(8))
    else:
        calls = (ada.delete(f"/generations/{started}") for _ in range(8))
    answers = await asyncio.gather(*calls)

    assert sum(answer.status_code < 300 for answer in answers) == 1
    assert await used(ada) == 1
    await ada.delete(f"/generations/{started}")
    assert await used(ada) == 1
    gate.opened.set()
    assert (await ended(ada, kept))["status"] == "completed"
    assert await used(ada) == 1


async def test_what_failed_is_given_back(small_house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    ada = await small_house.person()
    wish = await a_wish(ada)

    async def refuse(*_: Any, **__: Any) -> None:
        raise SourceGone("The job was deleted.")

    with monkeypatch.context() as patched:
        patched.setattr(Tailor, "write", refuse)
        failed = await finished(ada, wish)
    assert failed["status"] == "failed"
    assert await used(ada) == 0
    assert (await ada.delete(f"/generations/{failed['id']}")).status_code == 204
    assert await used(ada) == 0


async def test_what_was_completed_counts_even_when_it_is_deleted(small_house: House) -> None:
    ada = await small_house.person()
    made = await finished(ada, await a_wish(ada))

    await ada.delete(f"/generations/{made['id']}")

    said = await usage_of(ada)
    assert said["generations_used"] == 1


async def test_however_cancel_delete_and_the_end_race_one_charge_has_one_end(small_house: House) -> None:
    ada = await small_house.person()
    wish = await a_wish(ada)
    started = [(await ada.post("/generations/resume", json=wish)).json()["id"] for _ in range(LIMIT)]

    async def later(seconds: float, method: str, path: str) -> None:
        await asyncio.sleep(seconds)
        answer = await ada.request(method, path)
        assert answer.status_code in {200, 204, 404, 409}, answer.text

    await asyncio.gather(
        *(
            later(0.05 * n, *call)
            for n, one in enumerate(started)
            for call in (
                ("POST", f"/generations/{one}/cancel"),
                ("POST", f"/generations/{one}/cancel"),
            )
        )
    )
    ends = [(await ended(ada, one))["status"] for one in started]

    assert set(ends) <= {"completed", "cancelled"}
    assert await used(ada) == ends.count("completed")


async def test_another_tier_has_another_limit(small_house: House) -> None:
    ada = await small_house.person()
    database = Database(small_house.settings.database_url)
    async with database.engine.begin() as connection:
        await connection.execute(users.update().values(subscription_tier="premium"))
    await database.dispose()

    said = await usage_of(ada)

    assert (said["subscription_tier"], said["generations_limit"]) == ("premium", 500)


@pytest.mark.parametrize(
    ("tier", "priority", "at_once"), [("free", 0, 2), ("premium", 300, 4), ("enterprise", 300, 8)]
)
async def test_a_run_is_ordered_as_its_tier_has_it(
    small_house: House, tier: str, priority: int, at_once: int
) -> None:
    ada = await small_house.person()
    wish = await a_wish(ada)
    database = Database(small_house.settings.database_url)
    async with database.engine.begin() as connection:
        await connection.execute(users.update().values(subscription_tier=tier))

    await finished(ada, wish)

    async with database.engine.connect() as connection:
        runs = select(work.c.priority, work.c.at_once).where(work.c.kind == "generation")
        ordered = await connection.execute(runs)
        assert [tuple(row) for row in ordered] == [(priority, at_once)]
    await database.dispose()
