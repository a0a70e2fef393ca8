"""SIGTERM with streams open and work begun; SIGSTOP for longer than a lease."""

import asyncio
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx2
from sqlalchemy import update
from sqlalchemy.exc import DBAPIError

from app.infrastructure.persistence.generation import generations
from app.infrastructure.persistence.work_tables import steps, work
from tests.builders.generation import a_wish
from tests.survival.conftest import Scene
from tests.survival.processes import PATIENCE, Process, process, stopped

STREAMS = 20
LONGEST_STOP = 10.0
ACCOUNT = {"email": "ben@example.com", "password": "Correct-Horse-7", "full_name": "Ben Trovato"}


@asynccontextmanager
async def slow_server(scene: Scene, **variables: str) -> AsyncIterator[tuple[Process, httpx2.AsyncClient]]:
    """A server that holds up every generation until the gate is opened, and somebody signed in to it."""
    gate = str(scene.data_dir / "gate")
    async with process(scene, "tests.survival.slow_server", gate, **variables) as server:
        assert server.stdout
        async with asyncio.timeout(PATIENCE):
            address = (await server.stdout.readline()).decode().split()[-1]
        async with httpx2.AsyncClient(base_url=f"{address}/api/v1", timeout=PATIENCE) as ben:
            pair = (await ben.post("/auth/register", json=ACCOUNT)).json()
            ben.headers["Authorization"] = f"Bearer {pair['access_token']}"
            yield server, ben


async def started(person: httpx2.AsyncClient, count: int) -> list[str]:
    wish = await a_wish(person)
    return [(await person.post("/generations/resume", json=wish)).json()["id"] for _ in range(count)]


async def until_running(scene: Scene, count: int) -> None:
    await scene.until(work, lambda rows: [row["state"] for row in rows].count("running") == count)


async def until_completed(scene: Scene) -> None:
    await scene.until(generations, lambda rows: {row["status"] for row in rows} == {"completed"})


async def put_to_sleep(scene: Scene, running: Process) -> None:
    """Between two transactions: in the midst of one it would keep its locks, and there is nobody to help."""
    async with asyncio.timeout(PATIENCE):
        while True:
            running.send_signal(signal.SIGSTOP)
            try:
                async with asyncio.timeout(2), scene.database.engine.begin() as connection:
                    await connection.execute(update(work).values(kind=work.c.kind))
                return
            except (TimeoutError, DBAPIError):
                running.send_signal(signal.SIGCONT)


class Reader:
    """Reads one stream to its end."""

    def __init__(self) -> None:
        self.heard = asyncio.Event()
        self.lines: list[str] = []

    async def read(self, person: httpx2.AsyncClient, generation_id: str) -> None:
        async with person.stream("GET", f"/generations/{generation_id}/events") as answer:
            async for line in answer.aiter_lines():
                self.lines.append(line)
                if line.startswith("id:"):
                    self.heard.set()


async def test_a_server_told_to_stop_ends_its_streams_and_hands_its_work_back(scene: Scene) -> None:
    async with slow_server(scene) as (server, ben):
        ids = await started(ben, 3)
        await until_running(scene, 2)
        readers = [Reader() for _ in range(STREAMS)]
        reading = [asyncio.create_task(r.read(ben, ids[n % 3])) for n, r in enumerate(readers)]
        async with asyncio.timeout(PATIENCE):
            await asyncio.gather(*(reader.heard.wait() for reader in readers))

        took = await stopped(server)
        await asyncio.gather(*reading)

        assert took < LONGEST_STOP
        assert server.returncode in {0, -signal.SIGTERM}
        rows = await scene.rows(work)
        assert [(row["state"], row["takeovers"]) for row in rows] == [("queued", 0)] * 3

    async with process(scene, "app.main", "worker") as worker:
        await until_completed(scene)
        assert await stopped(worker) < LONGEST_STOP
        assert worker.returncode == 0
    await scene.require_one_result_each(generations_there=3)


async def test_a_worker_that_slept_through_its_lease_writes_nothing(scene: Scene) -> None:
    short = {"JOBWISE_WORK_LEASE_SECONDS": "1"}
    async with slow_server(scene, **short) as (sleeper, ben):
        await started(ben, 1)
        await scene.until(steps, lambda rows: len(rows) == 2)
        await put_to_sleep(scene, sleeper)

        async with process(scene, "app.worker", **short) as worker:
            await until_completed(scene)
            (scene.data_dir / "gate").touch()
            sleeper.send_signal(signal.SIGCONT)
            assert (await ben.get("/auth/me")).status_code == 200, "it is awake"
            await stopped(worker)
        assert await stopped(sleeper) < LONGEST_STOP

    await scene.require_one_result_each(generations_there=1)
    (row,) = await scene.rows(work)
    assert (row["takeovers"], row["epoch"]) == (1, 2)
