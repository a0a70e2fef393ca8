import asyncio
import logging
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from types import TracebackType
from typing import Self
from weakref import WeakSet

from app.application.unit_of_work import Opens
from app.application.work.meter import UNMETERED, IMeter
from app.application.work.ports import IBackgroundWork, IDoorbell, Signal
from app.domain.shared.errors import Exhausted, Unavailable
from app.domain.shared.ids import UserId, WorkId
from app.domain.shared.work import Event

log = logging.getLogger("jobwise.work")

MOST_STREAMS = 30
LONGEST_WAIT = 200
"""Events that wait for one reader. Whoever is slower than that comes back for the rest."""
TRY_AGAIN = 5
"""Seconds."""


class TooManyStreams(Exhausted):
    """This user reads as many streams as one may."""


class Watch:
    """One reader's place in what a work tells."""

    def __init__(self, feed: "Feed", work_id: WorkId, after: int, reader: UserId | None) -> None:
        self.work_id = work_id
        self.after = after
        self.reader = reader
        self._feed = feed
        self._events: asyncio.Queue[Event | None] = asyncio.Queue()
        self.is_open = True
        self.is_gone = False
        """The work was removed: neither here nor elsewhere will anything be told of it."""

    def deliver(self, events: Sequence[Event]) -> None:
        for event in events:
            if event.seq > self.after and self.is_open:
                if self._events.qsize() >= LONGEST_WAIT:
                    self.close()
                    return
                self._events.put_nowait(event)
                self.after = event.seq

    def close(self) -> None:
        if self.is_open:
            self.is_open = False
            self._events.put_nowait(None)

    def end(self) -> None:
        """After what was delivered."""
        if self.is_open:
            self.is_gone = True
            self.close()

    async def next(self, patience: float) -> Event | None:
        """None when no more will come from here. Raises TimeoutError when nothing happens for so long."""
        async with asyncio.timeout(patience):
            return await self._events.get()

    def __enter__(self) -> Self:
        self._feed.join(self)
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._feed.leave(self)


class Feed:
    """Brings events to everybody who watches, with one reader of the database for all of them."""

    def __init__(
        self,
        *,
        opens: Opens[IBackgroundWork],
        bell: IDoorbell,
        every: float,
        most_streams: int = MOST_STREAMS,
        meter: IMeter = UNMETERED,
    ) -> None:
        """`most_streams` of one user, in this process."""
        self._opens = opens
        self._every = every
        self._most_streams = most_streams
        self._meter = meter
        self._watches: defaultdict[WorkId, set[Watch]] = defaultdict(set)
        self._readers: defaultdict[UserId, WeakSet[Watch]] = defaultdict(WeakSet)
        """Weak, for a watch whose request broke off before it was joined."""
        self._open = 0
        self._rung: set[WorkId] = set()
        self._wake = asyncio.Event()
        self._closed = False
        self._reading: asyncio.Task[None] | None = None
        bell.listen(self._hear)

    def watch(self, work_id: WorkId, *, after: int = 0, reader: UserId | None = None) -> Watch:
        """Raises TooManyStreams."""
        watch = Watch(self, work_id, after, reader)
        if reader is not None:
            theirs = self._readers[reader]
            if len(theirs) >= self._most_streams:
                most = self._most_streams
                raise TooManyStreams(f"You read {most} streams already.", limit=most, seconds=TRY_AGAIN)
            theirs.add(watch)
        return watch

    def join(self, watch: Watch) -> None:
        self._watches[watch.work_id].add(watch)
        self._open += 1
        self._meter.streams(self._open)
        self._hear(Signal.NEWS, watch.work_id)
        if self._closed:
            watch.close()

    def leave(self, watch: Watch) -> None:
        watches = self._watches[watch.work_id]
        watches.remove(watch)
        if not watches:
            del self._watches[watch.work_id]
        if watch.reader is not None:
            self._readers[watch.reader].discard(watch)
            if not self._readers[watch.reader]:
                del self._readers[watch.reader]
        self._open -= 1
        self._meter.streams(self._open)

    def close(self) -> None:
        """End every stream, so that the process can go. Their readers come back to another one."""
        self._closed = True
        for watches in self._watches.values():
            for watch in watches:
                watch.close()

    async def __aenter__(self) -> Self:
        self._reading = asyncio.create_task(self._read(), name="feed")
        return self

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()
        if self._reading:
            self._reading.cancel()
            await asyncio.wait({self._reading})

    def _hear(self, _: Signal, work_id: WorkId) -> None:
        if work_id in self._watches:
            self._rung.add(work_id)
            self._wake.set()

    async def _read(self) -> None:
        """At once what was rung for; everything that is watched, now and then."""
        loop = asyncio.get_running_loop()
        look_at_all = loop.time() + self._every
        while True:
            with suppress(TimeoutError):
                async with asyncio.timeout_at(look_at_all):
                    await self._wake.wait()
            wanted: Iterable[WorkId] = self._rung & self._watches.keys()
            if loop.time() >= look_at_all:
                look_at_all, wanted = loop.time() + self._every, tuple(self._watches)
            self._wake.clear()
            self._rung.clear()
            try:
                await self._bring(self._behind(wanted))
            except Unavailable:
                log.warning("the events cannot be read")
            except Exception:
                log.exception("the feed failed")

    def _behind(self, wanted: Iterable[WorkId]) -> Mapping[WorkId, int]:
        """Where the last of those who still listen is."""
        places = {w: [watch.after for watch in self._watches[w] if watch.is_open] for w in wanted}
        return {work_id: min(after) for work_id, after in places.items() if after}

    async def _bring(self, after: Mapping[WorkId, int]) -> None:
        if not after:
            return
        async with self._opens(readonly=True) as unit:
            told = await unit.queue.events(after)
        for work_id in after:
            for watch in tuple(self._watches.get(work_id, ())):
                if work_id in told:
                    watch.deliver(told[work_id])
                else:
                    watch.end()
