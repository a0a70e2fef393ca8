"""What every ILimiter promises: in one process, and for all that share a Redis."""

import asyncio
import time
from collections.abc import AsyncIterator
from pathlib import Path
from uuid import uuid4

import pytest

from app.application.limits import ILimiter, Limit, LimiterUnavailable, Standing
from app.infrastructure.limits.local import LocalLimits
from app.infrastructure.limits.redis import RedisLimits
from app.infrastructure.limits.standing_in import StandingIn
from tests.survival.test_redis_gone import PROGRAM, RedisServer

THREE = Limit(3, 60)
SHORT = Limit(2, 1)


class Clock:
    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


class Shared(ILimiter):
    """Grants everything, unless it is away or hangs."""

    def __init__(self) -> None:
        self.is_away = self.hangs = False
        self.asked = 0

    async def take(self, limit: Limit, bucket: str) -> Standing:
        self.asked += 1
        if self.is_away:
            raise LimiterUnavailable("gone")
        if self.hangs:
            await asyncio.sleep(60)
        return Standing(True, limit.amount, limit.seconds)


@pytest.fixture
async def redis(tmp_path: Path) -> AsyncIterator[RedisServer]:
    if PROGRAM is None:
        pytest.skip("there is no redis-server")
    server = RedisServer(tmp_path)
    await server.start()
    yield server
    await server.kill()


@pytest.fixture(params=["local", "redis", "standing in"])
async def limiter(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[ILimiter]:
    if request.param == "local":
        yield LocalLimits()
        return
    if PROGRAM is None:
        pytest.skip("there is no redis-server")
    server = RedisServer(tmp_path)
    await server.start()
    async with RedisLimits(server.url, patience=5) as shared:
        yield shared if request.param == "redis" else StandingIn(shared, LocalLimits(), patience=5)
    await server.kill()


async def test_so_many_are_granted_and_the_next_is_told_how_long_to_wait(limiter: ILimiter) -> None:
    found = [await limiter.take(THREE, "me") for _ in range(5)]

    assert [(f.granted, f.left) for f in found] == [
        (True, 2), (True, 1), (True, 0), (False, 0), (False, 0),
    ]  # fmt: skip
    assert all(58 <= f.seconds <= 60 for f in found)


async def test_whoever_waits_as_long_as_told_is_let_in(limiter: ILimiter) -> None:
    while (found := await limiter.take(SHORT, "me")).granted:
        pass

    await asyncio.sleep(found.seconds)

    assert (await limiter.take(SHORT, "me")).granted


async def test_what_was_refused_does_not_count(limiter: ILimiter) -> None:
    first = time.monotonic()
    await limiter.take(Limit(1, 1), "me")
    while time.monotonic() < first + 0.7:
        await limiter.take(Limit(1, 1), "me")
        await asyncio.sleep(0.05)
    await asyncio.sleep(first + 1.05 - time.monotonic())

    assert (await limiter.take(Limit(1, 1), "me")).granted


async def test_buckets_are_apart(limiter: ILimiter) -> None:
    for _ in range(4):
        await limiter.take(THREE, "a")

    assert (await limiter.take(THREE, "b")).left == 2


async def test_of_fifty_at_once_with_five_left_five_are_granted(limiter: ILimiter) -> None:
    five = Limit(5, 60)
    found = await asyncio.gather(*(limiter.take(five, "me") for _ in range(50)))

    assert [f.granted for f in found].count(True) == 5


async def test_no_stretch_of_the_clock_has_more_than_the_limit() -> None:
    """At the edge of a fixed window twice as much would go through."""
    clock = Clock()
    limiter, granted = LocalLimits(clock=clock), []
    for _ in range(1_000):
        if (await limiter.take(THREE, "me")).granted:
            granted.append(clock.now)
        clock.now += 0.9

    assert len(granted) > 40
    assert all(late - early >= 60 for early, late in zip(granted, granted[3:], strict=False))


async def test_what_is_told_is_exact_to_the_second() -> None:
    clock = Clock()
    limiter = LocalLimits(clock=clock)
    for _ in range(3):
        await limiter.take(THREE, "me")
        clock.now += 5
    wait = (await limiter.take(THREE, "me")).seconds

    clock.now += wait - 1
    assert not (await limiter.take(THREE, "me")).granted
    clock.now += 1
    found = [await limiter.take(THREE, "me") for _ in range(2)]

    assert wait == 45
    assert [(f.granted, f.seconds) for f in found] == [(True, 5), (False, 5)]


async def test_a_flood_of_buckets_does_not_fill_the_memory() -> None:
    limiter = LocalLimits(most=100)
    for n in range(1_000):
        await limiter.take(THREE, f"somebody {n}")
        await limiter.take(THREE, "me")

    assert len(limiter._buckets) == 100
    assert not (await limiter.take(THREE, "me")).granted


async def test_processes_that_share_a_redis_share_a_budget(redis: RedisServer) -> None:
    name = uuid4().hex
    async with RedisLimits(redis.url, patience=5) as one, RedisLimits(redis.url, patience=5) as other:
        found = [await each.take(THREE, name) for each in (one, other, one, other)]

    assert [f.granted for f in found] == [True, True, True, False]


async def test_without_the_shared_count_each_process_counts_by_itself_and_nobody_waits() -> None:
    clock, shared = Clock(), Shared()
    limiter = StandingIn(shared, LocalLimits(clock=clock), clock=clock, pause=5)
    shared.is_away = True

    found = [await limiter.take(THREE, "me") for _ in range(4)]

    assert [f.granted for f in found] == [True, True, True, False]
    assert shared.asked == 1


async def test_after_a_pause_one_request_finds_out_for_all() -> None:
    clock, shared = Clock(), Shared()
    limiter = StandingIn(shared, LocalLimits(clock=clock), clock=clock, pause=5, patience=0.05)
    shared.is_away = True
    await limiter.take(THREE, "me")
    shared.is_away, shared.hangs = False, True
    clock.now += 6

    await asyncio.gather(*(limiter.take(THREE, "me") for _ in range(20)))
    assert shared.asked == 2

    shared.hangs = False
    clock.now += 6
    await limiter.take(THREE, "me")
    await limiter.take(THREE, "me")
    assert shared.asked == 4


async def test_a_redis_that_dies_and_comes_back_holds_nobody_up(redis: RedisServer) -> None:
    async with RedisLimits(redis.url) as shared:
        limiter = StandingIn(shared, LocalLimits(), pause=0.2)
        await limiter.take(THREE, "me")
        await redis.kill()

        began = time.monotonic()
        found = [await limiter.take(THREE, "me") for _ in range(4)]
        assert time.monotonic() - began < 2
        assert [f.granted for f in found] == [True, True, True, False]

        await redis.start()
        await asyncio.sleep(0.3)
        assert (await limiter.take(THREE, "me")).granted


@pytest.mark.parametrize("scheme", ["redis://127.0.0.1:1/0", "unix:///nowhere.sock"])
async def test_where_no_redis_is_the_shared_count_says_so(scheme: str) -> None:
    async with RedisLimits(scheme) as shared:
        with pytest.raises(LimiterUnavailable):
            await shared.take(THREE, "me")
