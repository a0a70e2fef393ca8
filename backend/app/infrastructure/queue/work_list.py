import asyncio
import logging
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from types import TracebackType
from typing import Self

from redis.asyncio import Redis
from redis.exceptions import RedisError
from taskiq.acks import AcknowledgeType
from taskiq.exceptions import TaskiqError
from taskiq.message import BrokerMessage
from taskiq.receiver import Receiver
from taskiq_redis import ListQueueBroker

from app.domain.shared.ids import WorkId
from app.infrastructure.metrics import DOORBELL_FAILURES

log = logging.getLogger("jobwise.work")

QUEUE = "jobwise:work"
TASK = "jobwise:begin"
LONGEST_LIST = 10_000
"""Where nobody fetches them the oldest messages are dropped: the database knows it all anyway."""
BLOCK = 4
"""Seconds to wait for a message at a time: less than a connection may be silent before it counts as dead."""
SILENCE = 8
PAUSE = 2.0
NOT_TO_BE_HAD = (RedisError, OSError, TaskiqError)

Room = Callable[[], Awaitable[None]]
"""Waits until there is room for one more."""


class _PatientBroker(ListQueueBroker):
    """Leaves messages where they are as long as this process has no room for what they announce."""

    def __init__(self, url: str) -> None:
        super().__init__(url, queue_name=QUEUE, socket_connect_timeout=2, socket_timeout=SILENCE)
        self.room: Room | None = None

    async def kick(self, message: BrokerMessage) -> None:
        async with Redis(connection_pool=self.connection_pool) as redis:
            await redis.lpush(self.queue_name, message.message)
            await redis.ltrim(self.queue_name, 0, LONGEST_LIST - 1)

    async def listen(self) -> AsyncGenerator[bytes, None]:
        """The broker's own waits without end, which the connection's timeout takes for a failure."""
        while True:
            if self.room:
                await self.room()
            async with Redis(connection_pool=self.connection_pool) as redis:
                found = await redis.brpop([self.queue_name], timeout=BLOCK)
            if found and isinstance(found[1], bytes):
                yield found[1]


class WorkList:
    """Work that waits, on a Taskiq list in Redis: each message is for one of all who listen.

    A message says that there is something to do. Whoever gets it asks the database what: so a message that
    is lost costs a sweep, one too many a look, and a foreign one nothing.
    """

    def __init__(self, url: str) -> None:
        self._broker = _PatientBroker(url)

        async def begin(work_id: str) -> None:  # not the method itself: Taskiq writes into what it is given
            await self._received(work_id)

        self._begin = self._broker.register_task(begin, task_name=TASK)
        self._take: Callable[[], bool] | None = None

    async def put(self, work_id: WorkId) -> None:
        await self._begin.kiq(str(work_id))

    async def __aenter__(self) -> Self:
        await self._broker.startup()
        return self

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self._broker.shutdown()

    @asynccontextmanager
    async def listening(
        self, *, take: Callable[[], bool], room: Room, pause: float = PAUSE
    ) -> AsyncIterator[None]:
        """Meanwhile each message is taken for which there is room."""
        self._take, self._broker.room = take, room
        self._broker.is_worker_process = True
        task = asyncio.create_task(self._listen(pause), name="work list")
        try:
            yield
        finally:
            task.cancel()
            await asyncio.wait({task})

    async def _listen(self, pause: float) -> None:
        while True:
            try:
                await self._receiver().listen(asyncio.Event())
            except NOT_TO_BE_HAD as error:
                DOORBELL_FAILURES.inc()
                log.warning("no messages of work: %s", type(error).__name__)
            await asyncio.sleep(pause)

    def _receiver(self) -> Receiver:
        """Its tasks only wake the slots, so one at a time is enough; who does the work is their affair."""
        return Receiver(
            self._broker,
            max_async_tasks=1,
            max_prefetch=0,
            ack_type=AcknowledgeType.WHEN_RECEIVED,
            run_startup=False,
        )

    async def _received(self, work_id: str) -> None:
        if self._take and self._take():
            return
        with suppress(*NOT_TO_BE_HAD):  # somebody with room may be listening
            await self._begin.kiq(work_id)
