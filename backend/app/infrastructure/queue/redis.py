import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from types import TracebackType
from typing import Self
from uuid import UUID, uuid4

from redis.asyncio import Redis
from redis.exceptions import RedisError

from app.application.work.ports import IDoorbell, Listener, Signal
from app.domain.shared.ids import WorkId
from app.infrastructure.queue.in_process import InProcessDoorbell

log = logging.getLogger("jobwise.work")

CHANNEL = "jobwise:doorbell"
LONGEST_QUEUE = 1_000
PAUSE = 2.0


class RedisDoorbell(IDoorbell):
    """Rings in this process at once, and in every other one through Redis, while there is one."""

    def __init__(self, url: str, *, pause: float = PAUSE) -> None:
        self._redis = Redis.from_url(url, socket_connect_timeout=2)
        self._me = uuid4().hex
        self._pause = pause
        self._here = InProcessDoorbell()
        self._out: asyncio.Queue[str] = asyncio.Queue(LONGEST_QUEUE)
        self._tasks: tuple[asyncio.Task[None], ...] = ()

    def listen(self, listener: Listener) -> None:
        self._here.listen(listener)

    def ring(self, signal: Signal, work_id: WorkId) -> None:
        self._here.ring(signal, work_id)
        with suppress(asyncio.QueueFull):  # whoever looks now and then will find it
            self._out.put_nowait(f"{self._me} {signal} {work_id}")

    async def __aenter__(self) -> Self:
        loops = (self._send, self._receive)
        self._tasks = tuple(asyncio.create_task(self._tirelessly(loop)) for loop in loops)
        return self

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.wait(self._tasks)
        await self._redis.aclose()

    async def _tirelessly(self, loop: Callable[[], Awaitable[None]]) -> None:
        while True:
            try:
                await loop()
            except (RedisError, OSError) as error:
                log.warning("the doorbell is out of order: %s", type(error).__name__)
            await asyncio.sleep(self._pause)

    async def _send(self) -> None:
        while True:
            await self._redis.publish(CHANNEL, await self._out.get())

    async def _receive(self) -> None:
        async with self._redis.pubsub(ignore_subscribe_messages=True) as pubsub:
            await pubsub.subscribe(CHANNEL)
            async for message in pubsub.listen():
                self._hear(message["data"])

    def _hear(self, data: bytes) -> None:
        try:
            sender, signal, work_id = data.decode().split()
            heard = Signal(signal), WorkId(UUID(work_id))
        except ValueError:
            log.warning("the doorbell said something that nobody understands")
            return
        if sender != self._me:
            self._here.ring(*heard)
