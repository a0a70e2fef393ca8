"""The doorbells: one within a process; one between processes, and the list of work beside it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from uuid import uuid4

import pytest
from taskiq_redis import ListQueueBroker

from app.application.work.ports import IDoorbell, Signal
from app.domain.shared.ids import WorkId
from app.infrastructure.queue.in_process import InProcessDoorbell
from app.infrastructure.queue.redis import RedisDoorbell
from app.infrastructure.queue.work_list import QUEUE, TASK, WorkList
from tests.fakes.redis import TinyRedis

Heard = list[tuple[Signal, WorkId]]
PATIENCE = 10.0
SOON = 0.01


class Worker:
    """So many places, and how many of them are taken."""

    def __init__(self, places: int) -> None:
        self.places = places
        self.taken = 0
        self.changed = asyncio.Event()

    def take(self) -> bool:
        if self.taken >= self.places:
            return False
        self.taken += 1
        return True

    async def room(self) -> None:
        while self.taken >= self.places:
            self.changed.clear()
            await self.changed.wait()

    def leave(self) -> None:
        self.taken -= 1
        self.changed.set()


class Process:
    """One that rings and hears, and does work if it has places for it."""

    def __init__(self, redis: TinyRedis, places: int = 0, *, silence: float = PATIENCE) -> None:
        self.work_list = WorkList(redis.url)
        self.bell = RedisDoorbell(redis.url, work=self.work_list, pause=SOON, silence=silence)
        self.heard = listening_to(self.bell)
        self.worker = Worker(places)

    @asynccontextmanager
    async def running(self) -> AsyncIterator["Process"]:
        async with AsyncExitStack() as closing:
            await closing.enter_async_context(self.work_list)
            await closing.enter_async_context(self.bell)
            if self.worker.places:
                taking = self.work_list.listening(take=self.worker.take, room=self.worker.room, pause=SOON)
                await closing.enter_async_context(taking)
            yield self


@pytest.fixture
async def redis() -> AsyncIterator[TinyRedis]:
    redis = TinyRedis()
    await redis.open()
    yield redis
    await redis.close()


@pytest.fixture(params=["in process", "redis"])
async def bell(request: pytest.FixtureRequest, redis: TinyRedis) -> AsyncIterator[IDoorbell]:
    if request.param == "in process":
        yield InProcessDoorbell()
        return
    async with Process(redis).running() as process:
        yield process.bell


def listening_to(bell: IDoorbell) -> Heard:
    heard: Heard = []
    bell.listen(lambda signal, work_id: heard.append((signal, work_id)))
    return heard


def some_work() -> WorkId:
    return WorkId(uuid4())


async def until(holds: object) -> None:
    async with asyncio.timeout(PATIENCE):
        while not holds():  # type: ignore[operator]  # noqa: ASYNC110
            await asyncio.sleep(0.005)


async def until_they_listen(redis: TinyRedis, count: int) -> None:
    await until(lambda: len(redis.listening) == count)


@pytest.mark.parametrize("signal", Signal)
async def test_a_ring_is_heard_by_everybody_in_the_process_at_once(bell: IDoorbell, signal: Signal) -> None:
    one, other, work_id = listening_to(bell), listening_to(bell), some_work()

    bell.ring(signal, work_id)

    assert one == other == [(signal, work_id)]


async def test_a_listener_that_fails_does_not_keep_the_others_from_hearing(bell: IDoorbell) -> None:
    def fail(_: Signal, __: WorkId) -> None:
        raise RuntimeError("a loose wire")

    bell.listen(fail)
    heard = listening_to(bell)
    bell.ring(Signal.NEWS, some_work())

    assert len(heard) == 1


@pytest.mark.parametrize("signal", [Signal.NEWS, Signal.STOP])
async def test_what_all_should_hear_goes_to_all_and_is_heard_once_at_home(
    redis: TinyRedis, signal: Signal
) -> None:
    async with (
        Process(redis).running() as here,
        Process(redis).running() as there,
        Process(redis, places=1).running() as worker,
    ):
        await until_they_listen(redis, 3)
        ring = (signal, some_work())
        here.bell.ring(*ring)
        await until(lambda: ring in there.heard and ring in worker.heard)

        assert here.heard == there.heard == worker.heard == [ring]
        assert worker.worker.taken == 0


async def test_work_goes_to_one_of_many(redis: TinyRedis) -> None:
    async with (
        Process(redis).running() as api,
        Process(redis, places=9).running() as one,
        Process(redis, places=9).running() as other,
    ):
        for _ in range(6):
            api.bell.ring(Signal.WORK, some_work())
        await until(lambda: one.worker.taken + other.worker.taken == 6)
        await asyncio.sleep(0.05)

        assert one.worker.taken + other.worker.taken == 6
        assert one.worker.taken > 0
        assert other.worker.taken > 0
        assert one.heard == other.heard == []


async def test_whoever_is_full_leaves_the_rest_for_those_who_are_not(redis: TinyRedis) -> None:
    async with Process(redis).running() as api, Process(redis, places=1).running() as small:
        for _ in range(4):
            api.bell.ring(Signal.WORK, some_work())
        await until(lambda: small.worker.taken == 1 and len(redis.lists[QUEUE.encode()]) == 3)
        await asyncio.sleep(0.05)
        assert redis.fetched == 1

        async with Process(redis, places=2).running() as other:
            await until(lambda: other.worker.taken == 2)
            await until(lambda: len(redis.lists[QUEUE.encode()]) == 1)
            small.worker.leave()
            await until(lambda: small.worker.taken == 1 and not redis.lists[QUEUE.encode()])


async def test_what_comes_while_the_last_place_goes_is_put_back(redis: TinyRedis) -> None:
    async with Process(redis).running() as api, Process(redis, places=1).running() as worker:
        await until(lambda: redis.waiting)
        worker.worker.taken = 1  # by a sweep
        api.bell.ring(Signal.WORK, some_work())
        await until(lambda: not redis.waiting and len(redis.lists[QUEUE.encode()]) == 1)
        await asyncio.sleep(0.05)
        assert redis.fetched == 1

        worker.worker.leave()
        await until(lambda: worker.worker.taken == 1)


async def test_nonsense_on_the_channel_is_not_minded(redis: TinyRedis) -> None:
    async with Process(redis).running() as process:
        await until_they_listen(redis, 1)
        ring = (Signal.NEWS, some_work())
        for nonsense in (
            b"",
            b"x y z",
            b"\xff\xfe",
            b"a work " + b"9" * 99,
            b"a sing %b" % str(ring[1]).encode(),
        ):
            await redis.publish(nonsense)
        await redis.publish(f"somebody {ring[0]} {ring[1]}".encode())
        await until(lambda: ring in process.heard)

        assert process.heard == [ring]


async def test_nonsense_on_the_list_takes_no_place(redis: TinyRedis) -> None:
    stranger = ListQueueBroker(redis.url, queue_name=QUEUE)
    unknown = stranger.register_task(lambda: None, task_name="somebody:else")
    other_shape = stranger.register_task(lambda a, b: None, task_name=TASK)
    async with Process(redis).running() as api, Process(redis, places=5).running() as worker:
        await redis.push(QUEUE.encode(), b"\xff not a message")
        await unknown.kiq()
        await other_shape.kiq(1, 2)
        api.bell.ring(Signal.WORK, some_work())
        await until(lambda: worker.worker.taken)
        await until(lambda: not redis.lists[QUEUE.encode()])

        assert worker.worker.taken == 1
    await stranger.shutdown()


async def test_without_redis_it_rings_at_home_and_comes_back_by_itself(redis: TinyRedis) -> None:
    await redis.close()
    async with Process(redis).running() as here, Process(redis, places=3).running() as there:
        alone = (Signal.NEWS, some_work())
        here.bell.ring(*alone)
        assert here.heard == [alone]

        await redis.open(redis.port)
        await until_they_listen(redis, 2)
        again = (Signal.STOP, some_work())
        here.bell.ring(*again)
        here.bell.ring(Signal.WORK, some_work())
        await until(lambda: again in there.heard and there.worker.taken == 1)


async def test_connections_that_fell_silent_are_given_up(redis: TinyRedis) -> None:
    async with (
        Process(redis, silence=0.2).running() as here,
        Process(redis, silence=0.2).running() as there,
    ):
        await until_they_listen(redis, 2)
        before, lost, again = ((Signal.NEWS, some_work()) for _ in range(3))
        here.bell.ring(*before)
        await until(lambda: before in there.heard)

        redis.fall_silent()
        here.bell.ring(*lost)
        await until_they_listen(redis, 2)
        here.bell.ring(*again)
        await until(lambda: again in there.heard)


async def test_a_connection_on_which_nothing_happens_is_kept(redis: TinyRedis) -> None:
    async with Process(redis, silence=0.2).running():
        await until_they_listen(redis, 1)
        first = set(redis.listening)
        await until(lambda: redis.pings >= 3)

        assert redis.listening == first


async def test_what_is_rung_in_the_moment_of_leaving_is_still_heard(redis: TinyRedis) -> None:
    async with Process(redis, places=3).running() as there:
        async with Process(redis).running() as here:
            for _ in range(3):
                here.bell.ring(Signal.WORK, some_work())
        await until(lambda: there.worker.taken == 3)
