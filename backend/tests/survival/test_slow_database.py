"""A database that is far away, silent, cut off or busy: everybody is answered, and soon."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import asyncpg
import httpx2
import pytest
from sqlalchemy.engine import make_url

from app.infrastructure.persistence.database import SECONDS
from tests.api.conftest import House, house_on
from tests.tcp_proxy import TcpProxy

LONGEST = 5.0
JOB = {"source": "user_created", "title": "Baker"}


class Far:
    """A house whose database is at the other end of the proxy, and somebody who calls."""

    def __init__(self, house: House, proxy: TcpProxy, ada: httpx2.AsyncClient, url: str) -> None:
        self.house, self.proxy, self.ada, self.url = house, proxy, ada, url

    async def asked(self, method: str, path: str, body: object = None) -> httpx2.Response:
        began = time.monotonic()
        answer = await self.ada.request(method, path, json=body)
        taken = time.monotonic() - began
        assert taken <= LONGEST, f"{method} {path} took {taken:.1f} s"
        if answer.status_code >= 500:
            assert answer.status_code == 503, answer.text
            assert answer.headers["retry-after"]
            assert answer.json()["error"]["code"] == "database_unavailable"
        return answer

    async def everything(self, times: int) -> list[int]:
        """Reads and writes, all at once."""
        answers = await asyncio.gather(
            *(self.asked("GET", "/jobs?source=user_created") for _ in range(times)),
            *(self.asked("POST", "/jobs", JOB) for _ in range(times)),
            *(self.asked("GET", "/users/me") for _ in range(times)),
        )
        return [answer.status_code for answer in answers]

    async def recovers(self, within: float) -> None:
        until = time.monotonic() + within
        while (await self.ada.get("/users/me")).status_code != 200:
            assert time.monotonic() < until
            await asyncio.sleep(0.1)


@asynccontextmanager
async def far(url: str, folder: Path, *, pool: int) -> AsyncIterator[Far]:
    there = make_url(url)
    host = there.host or str(there.query.get("host", "127.0.0.1"))
    proxy = TcpProxy(host, there.port or 5432)
    async with proxy.opened():
        near = there.set(host="127.0.0.1", port=proxy.port, query={})
        by_way = near.render_as_string(hide_password=False)
        async with house_on(
            by_way, folder / "var", database_pool=pool, database_seconds=SECONDS, work_slots=0
        ) as house:
            yield Far(house, proxy, await house.person(), url)


async def test_a_database_that_falls_silent_keeps_nobody_waiting(postgres_url: str, tmp_path: Path) -> None:
    async with far(postgres_url, tmp_path, pool=3) as scene:
        assert set(await scene.everything(2)) == {200, 201}

        scene.proxy.blackhole()
        assert set(await scene.everything(5)) == {503}
        assert set(await scene.everything(1)) == {503}

        scene.proxy.passing()
        await scene.recovers(within=5)
        assert set(await scene.everything(2)) == {200, 201}


async def test_connections_that_are_cut_are_replaced(postgres_url: str, tmp_path: Path) -> None:
    async with far(postgres_url, tmp_path, pool=3) as scene:
        for _ in range(3):
            asking = asyncio.create_task(scene.everything(5))
            await asyncio.sleep(0.02)
            scene.proxy.reset()
            assert set(await asking) <= {200, 201, 503}

        await scene.recovers(within=3)
        assert set(await scene.everything(2)) == {200, 201}


async def test_a_database_that_is_far_away_is_slow_and_no_more(postgres_url: str, tmp_path: Path) -> None:
    async with far(postgres_url, tmp_path, pool=3) as scene:
        await scene.everything(2)

        scene.proxy.slow(0.1)  # a fifth of a second there and back, as between continents
        statuses = [
            (await scene.asked("GET", "/users/me")).status_code,
            (await scene.asked("POST", "/jobs", JOB)).status_code,
            *await scene.everything(2),
        ]

        scene.proxy.passing()
        await scene.recovers(within=5)
        assert set(statuses) <= {200, 201, 503}
        assert 200 in statuses


@pytest.mark.parametrize("pool", [3])
async def test_when_all_connections_are_taken_the_others_are_told_to_come_again(
    postgres_url: str, tmp_path: Path, pool: int
) -> None:
    async with far(postgres_url, tmp_path, pool=pool) as scene:
        holding = await asyncpg.connect(
            make_url(scene.url).set(drivername="postgresql").render_as_string(False)
        )
        async with holding.transaction():
            await holding.execute("LOCK TABLE jobs IN ACCESS EXCLUSIVE MODE")
            answers = await asyncio.gather(*(scene.asked("POST", "/jobs", JOB) for _ in range(pool + 20)))
        await holding.close()

        assert {answer.status_code for answer in answers} == {503}
        assert (await scene.asked("POST", "/jobs", JOB)).status_code == 201
        assert set(await scene.everything(2)) == {200, 201}
