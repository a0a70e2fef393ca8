import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from types import TracebackType
from typing import Self
from uuid import UUID, uuid4

from redis.asyncio import Redis
from redis.exceptions import TimeoutError as RedisTimeout

from app.application.work.ports import IDoorbell, Listener, Signal
from app.domain.shared.ids import WorkId
from app.infrastructure.metrics import DOORBELL_FAILURES, DOORBELL_LOST
from app.infrastructure.queue.in_process import InProcessDoorbell
from app.infrastructure.queue.work_list import NOT_TO_BE_HAD, WorkList

log = logging.getLogger("jobwise.work")

CHANNEL = "jobwise:doorbell"
LONGEST_QUEUE = 1_000
PAUSE = 2.0
SILENCE = 8.0
"""Seconds after which a connection that says nothing counts as dead. At half of them it is asked."""
LAST_WORDS = 1.0
"""Seconds for what was rung in the moment of leaving."""


class RedisDoorbell(IDoorbell):
    """Rings in this process at once, and in others through Redis, while there is one.

    Work goes on a list, for one of those who have room; what all should hear, to a channel.
    """

    def __init__(self, url: str, *, work: WorkList, pause: float = PAUSE, silence: float = SILENCE) -> None:
        self._redis = Redis.from_url(url, socket_connect_timeout=2, socket_timeout=silence)
        self._work = work
        self._me = uuid4().hex
        self._pause = pause
        self._silence = silence
        self._here = InProcessDoorbell()
        self._out: asyncio.Queue[tuple[Signal, WorkId]] = asyncio.Queue(LONGEST_QUEUE)
        self._tasks: tuple[asyncio.Task[None], ...] = ()

    def listen(self, listener: Listener) -> None:
        self._here.listen(listener)

    def ring(self, signal: Signal, work_id: WorkId) -> None:
        self._here.ring(signal, work_id)
        try:
            self._out.put_nowait((signal, work_id))
        except asyncio.QueueFull:  # whoever looks now and then will find it
            DOORBELL_LOST.inc()

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
        with suppress(TimeoutError):
            async with asyncio.timeout(LAST_WORDS):
                await self._out.join()
        for task in self._tasks:
            task.cancel()
        await asyncio.wait(self._tasks)
        await self._redis.aclose()

    async def _tirelessly(self, loop: Callable[[], Awaitable[None]]) -> None:
        while True:
            try:
                await loop()
            except NOT_TO_BE_HAD as error:
                DOORBELL_FAILURES.inc()
                log.warning("the doorbell is out of order: %s", type(error).__name__)
            await asyncio.sleep(self._pause)

    async def _send(self) -> None:
        while True:
            signal, work_id = await self._out.get()
            try:
                if signal is Signal.WORK:
                    await self._work.put(work_id)
                else:
                    await self._redis.publish(CHANNEL, f"{self._me} {signal} {work_id}")
            finally:
                self._out.task_done()

    async def _receive(self) -> None:
        """A connection that somebody in between has dropped says nothing any more, and no error either."""
        async with self._redis.pubsub(ignore_subscribe_messages=True) as pubsub:
            await pubsub.subscribe(CHANNEL)
            is_asked = False
            while True:
                message = await pubsub.get_message(timeout=self._silence / 2)
                if message is not None:
                    is_asked = False
                    if message["type"] == "message":
                        self._hear(message["data"])
                elif is_asked:
                    raise RedisTimeout("the connection is silent")
                else:
                    await pubsub.ping()
                    is_asked = True

    def _hear(self, data: bytes) -> None:
        try:
            sender, signal, work_id = data.decode().split()
            heard = Signal(signal), WorkId(UUID(work_id))
        except ValueError:
            log.warning("the doorbell said something that nobody understands")
            return
        if sender != self._me:
            self._here.ring(*heard)
