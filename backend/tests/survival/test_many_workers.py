"""Several processes on one database: what one leaves another does, and nothing is done by two."""

import asyncio
from collections import Counter

from app.infrastructure.persistence.work_tables import work
from tests.survival.conftest import Scene
from tests.survival.processes import begin, end, process
from tests.survival.test_stop import slow_server, started, until_completed, until_running

PATIENCE = 30.0
SHORT = {"JOBWISE_WORK_LEASE_SECONDS": "3"}


async def test_two_calendars_order_the_work_of_each_day_once(scene: Scene) -> None:
    both = [await begin(scene, "tests.survival.ticking", scene.database_url, "3") for _ in range(2)]
    async with asyncio.timeout(PATIENCE):
        told = await asyncio.gather(*(each.communicate() for each in both))

    rows = [row for row in await scene.rows(work) if row["kind"] == "ticking"]
    days = Counter(row["dedupe_key"] for row in rows)
    assert len(days) >= 3
    assert set(days.values()) == {1}
    assert {(row["state"], row["epoch"]) for row in rows} == {("done", 1)}
    assert sum(int(out) for out, _ in told) == len(rows)


async def test_what_a_killed_worker_was_at_another_one_finishes(scene: Scene) -> None:
    async with slow_server(scene, **SHORT) as (server, ben):
        await started(ben, 2)
        await until_running(scene, 2)
        async with process(scene, "app.main", "worker", **SHORT):
            await end(server)
            await until_completed(scene)

    await scene.require_one_result_each(generations_there=2)
    assert [row["takeovers"] for row in await scene.rows(work)] == [1, 1]
