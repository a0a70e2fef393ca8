"""The doorbells: one within a process, and one between processes, through anything that speaks Redis."""

import asyncio
from collections.abc import AsyncIterator
from uuid import uuid4

import pytest

from app.application.work.ports import Signal
from app.domain.shared.ids import WorkId
from app.infrastructure.queue.in_process import InProcessDoorbell
from app.infrastructure.queue.redis import CHANNEL, RedisDoorbell

Heard = list[tuple[Signal, WorkId]]
PATIENCE = 10.0


class TinyRedis:
    """As much of the protocol as a doorbell needs: everything is OK, and what is published is passed on."""

    def __init__(self) -> None:
        self.listening: set[asyncio.StreamWriter] = set()
        self.connected: set[asyncio.StreamWriter] = set()
        self.subscribed = asyncio.Event()

    async def open(self, port: int = 0) -> None:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", port)
        self.port = self._server.sockets[0].getsockname()[1]

    async def close(self) -> None:
        self._server.close()
        for writer in self.connected:
            writer.close()
        await asyncio.gather(*(writer.wait_closed() for writer in self.connected), return_exceptions=True)
        self.listening.clear()
        self.connected.clear()
        self.subscribed.clear()

    async def publish(self, data: bytes) -> None:
        for writer in self.listening:
            writer.write(b">3\r\n" + b"".join(map(_bulk, (b"message", CHANNEL.encode(), data))))
            await writer.drain()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connected.add(writer)
        try:
            while True:
                await self._answer(await _command(reader), writer)
        except (asyncio.IncompleteReadError, ConnectionError):
            self.listening.discard(writer)

    async def _answer(self, command: list[bytes], writer: asyncio.StreamWriter) -> None:
        match command[0].upper():
            case b"HELLO":
                writer.write(b"%1\r\n" + _bulk(b"proto") + b":3\r\n")
            case b"SUBSCRIBE":
                self.listening.add(writer)
                writer.write(b">3\r\n" + _bulk(b"subscribe") + _bulk(command[1]) + b":1\r\n")
                self.subscribed.set()
            case b"PUBLISH":
                await self.publish(command[2])
                writer.write(b":1\r\n")
            case _:
                writer.write(b"+OK\r\n")
        await writer.drain()


def _bulk(data: bytes) -> bytes:
    return b"$%d\r\n%b\r\n" % (len(data), data)


async def _command(reader: asyncio.StreamReader) -> list[bytes]:
    parts = int((await reader.readuntil(b"\r\n"))[1:])
    said = []
    for _ in range(parts):
        size = int((await reader.readuntil(b"\r\n"))[1:])
        said.append((await reader.readexactly(size + 2))[:-2])
    return said


@pytest.fixture
async def redis() -> AsyncIterator[TinyRedis]:
    redis = TinyRedis()
    await redis.open()
    yield redis
    await redis.close()


def a_bell(redis: TinyRedis) -> tuple[RedisDoorbell, Heard]:
    bell, heard = RedisDoorbell(f"redis://127.0.0.1:{redis.port}/0", pause=0.01), Heard()
    bell.listen(lambda signal, work_id: heard.append((signal, work_id)))
    return bell, heard


async def until(heard: Heard, ring: tuple[Signal, WorkId]) -> None:
    async with asyncio.timeout(PATIENCE):
        while ring not in heard:  # noqa: ASYNC110
            await asyncio.sleep(0.005)


def test_a_ring_is_heard_by_everybody_in_the_process_at_once() -> None:
    bell, work_id = InProcessDoorbell(), WorkId(uuid4())
    one, other = Heard(), Heard()
    for heard in (one, other):
        bell.listen(lambda signal, work_id, heard=heard: heard.append((signal, work_id)))  # type: ignore[misc]

    bell.ring(Signal.WORK, work_id)

    assert one == other == [(Signal.WORK, work_id)]


def test_a_listener_that_fails_does_not_keep_the_others_from_hearing() -> None:
    bell, heard = InProcessDoorbell(), Heard()

    def fail(_: Signal, __: WorkId) -> None:
        raise RuntimeError("a loose wire")

    bell.listen(fail)
    bell.listen(lambda signal, work_id: heard.append((signal, work_id)))
    bell.ring(Signal.NEWS, WorkId(uuid4()))

    assert len(heard) == 1


async def test_a_ring_goes_from_one_process_to_the_others_and_is_heard_once_at_home(redis: TinyRedis) -> None:
    here, heard_here = a_bell(redis)
    there, heard_there = a_bell(redis)
    first, second = WorkId(uuid4()), WorkId(uuid4())
    async with there, asyncio.timeout(PATIENCE):
        await redis.subscribed.wait()
        async with here:
            here.ring(Signal.WORK, first)
            assert heard_here == [(Signal.WORK, first)], "at once"
            await until(heard_there, (Signal.WORK, first))
            here.ring(Signal.NEWS, second)
            await until(heard_there, (Signal.NEWS, second))
    assert heard_here == [(Signal.WORK, first), (Signal.NEWS, second)]
    assert heard_there == heard_here


async def test_nonsense_at_the_door_is_not_minded(redis: TinyRedis) -> None:
    bell, heard = a_bell(redis)
    ring = (Signal.WORK, WorkId(uuid4()))
    async with bell, asyncio.timeout(PATIENCE):
        await redis.subscribed.wait()
        for nonsense in (
            b"",
            b"x y z",
            b"\xff\xfe",
            b"a work " + b"9" * 99,
            b"a sing %b" % str(ring[1]).encode(),
        ):
            await redis.publish(nonsense)
        await redis.publish(f"somebody {ring[0]} {ring[1]}".encode())
        await until(heard, ring)
    assert heard == [ring]


async def test_without_redis_it_rings_at_home_and_comes_back_by_itself(redis: TinyRedis) -> None:
    here, heard_here = a_bell(redis)
    there, heard_there = a_bell(redis)
    await redis.close()
    async with here, there, asyncio.timeout(PATIENCE):
        alone = (Signal.WORK, WorkId(uuid4()))
        here.ring(*alone)
        assert heard_here == [alone]

        await redis.open(redis.port)
        await redis.subscribed.wait()
        while len(redis.listening) < 2:  # noqa: ASYNC110
            await asyncio.sleep(0.005)
        again = (Signal.WORK, WorkId(uuid4()))
        here.ring(*again)
        await until(heard_there, again)
