"""Processes killed at random instants while everything is sent twice: one result each, and one charge."""

import asyncio
import os
from random import Random

from app.infrastructure.persistence.generation import generations
from tests.builders.generation import a_wish
from tests.survival.conftest import Scene
from tests.survival.processes import Customer, Ward, customer

SEED = int(os.environ.get("JOBWISE_TEST_SEED", "7"))
KILLS = int(os.environ.get("JOBWISE_TEST_KILLS", "40"))
SUBMISSIONS = 20
HEALING = 60.0
IMPATIENT = {"JOBWISE_WORK_LEASE_SECONDS": "2"}


async def send_twice(ben: Customer, wish: dict[str, object], key: str) -> str:
    first = await ben.post("/generations/resume", wish, key=key)
    again = await ben.post("/generations/resume", wish, key=key)
    assert (first.status_code, again.status_code) == (201, 201), (first.text, again.text)
    assert first.json()["id"] == again.json()["id"]
    assert again.headers["Idempotent-Replayed"] == "true"
    return str(first.json()["id"])


async def test_random_kills_lose_nothing_and_double_nothing(scene: Scene) -> None:
    dice = Random(SEED)
    async with Ward(scene, workers=2, **IMPATIENT) as ward, customer(ward.address) as ben:
        wish = await a_wish(ben.client)
        await scene.grant("enterprise")

        async def submit() -> list[str]:
            ids = []
            for n in range(SUBMISSIONS):
                ids.append(await send_twice(ben, wish, f"storm-{n}"))
                await asyncio.sleep(dice.uniform(0, 2 * KILLS / SUBMISSIONS))
            return ids

        ids, _ = await asyncio.gather(submit(), ward.kill_at_random(KILLS, Random(SEED + 1)))
        assert len(set(ids)) == SUBMISSIONS

        async with asyncio.timeout(HEALING):
            await ward.until_it_answers()
            await scene.until_all_ended()
        assert {str(row["id"]) for row in await scene.rows(generations)} == set(ids)
        await scene.require_one_result_each(generations_there=SUBMISSIONS)
        usage = (await ben.get("/users/me/usage")).json()
        assert usage["generations_used"] == SUBMISSIONS
