"""Redis loses everything, and goes away: work begins a little later, and none is lost."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from redis.asyncio import Redis
from redis.exceptions import RedisError

from tests.builders.generation import a_wish
from tests.survival.conftest import Scene
from tests.survival.processes import PATIENCE, Process, Ward, customer, end, free_port
from tests.survival.test_storm import HEALING, IMPATIENT, send_twice

PROGRAM = shutil.which("redis-server")


class RedisServer:
    """One of our own, with nothing on disk."""

    def __init__(self, directory: Path) -> None:
        self.port = free_port()
        self.url = f"redis://127.0.0.1:{self.port}/0"
        self._directory = directory
        self._running: Process | None = None

    async def start(self) -> None:
        assert PROGRAM
        self._running = await asyncio.create_subprocess_exec(
            PROGRAM,
            *("--port", str(self.port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"),
            *("--dir", str(self._directory)),
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
        )
        async with asyncio.timeout(PATIENCE), Redis.from_url(self.url) as client:
            while True:
                try:
                    await client.ping()
                    return
                except RedisError:
                    await asyncio.sleep(0.05)

    async def kill(self) -> None:
        if self._running:
            await end(self._running)
            self._running = None

    async def flush(self) -> None:
        async with Redis.from_url(self.url) as client:
            await client.flushall()


@pytest.fixture
async def redis(tmp_path: Path) -> AsyncIterator[RedisServer]:
    if PROGRAM is None:
        pytest.skip("there is no redis-server to kill")
    server = RedisServer(tmp_path)
    await server.start()
    yield server
    await server.kill()


async def test_whatever_redis_forgets_or_misses_everything_is_done(scene: Scene, redis: RedisServer) -> None:
    async with (
        Ward(scene, workers=2, JOBWISE_REDIS_URL=redis.url, **IMPATIENT) as ward,
        customer(ward.address) as ben,
    ):
        wish = await a_wish(ben.client)
        await scene.grant("enterprise")
        for n in range(4):
            await send_twice(ben, wish, f"flushed-{n}")
            await redis.flush()
        await redis.kill()
        for n in range(4):
            await send_twice(ben, wish, f"gone-{n}")
        async with asyncio.timeout(HEALING):
            await scene.until_all_ended()
        await redis.start()
        for n in range(4):
            await send_twice(ben, wish, f"back-{n}")
        async with asyncio.timeout(HEALING):
            await scene.until_all_ended()
    await scene.require_one_result_each(generations_there=12)
