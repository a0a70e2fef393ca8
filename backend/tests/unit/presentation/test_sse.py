import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from starlette.requests import ClientDisconnect

from app.application.work.feed import Feed
from app.application.work.ports import Signal
from app.domain.identity.errors import InvalidToken
from app.domain.shared.errors import Unavailable
from app.domain.shared.work import END, News, Order
from app.presentation import sse
from app.presentation.sse import get_last_event_id, stream
from tests.builders.identity import NOON
from tests.builders.work import an_order
from tests.fakes.memory import MemoryDatabase
from tests.fakes.work import MemoryBackgroundWork, RecordingBell

HOURS = 3600.0


class Room:
    """A work to be watched, and somebody to tell of it."""

    def __init__(self) -> None:
        self.database = MemoryDatabase()
        self.bell = RecordingBell()
        self.feed = Feed(opens=self.opens, bell=self.bell, every=HOURS)
        self.order = an_order()

    def opens(self, *, readonly: bool = False) -> MemoryBackgroundWork:
        return MemoryBackgroundWork(self.database, readonly=readonly)

    async def begin(self, order: Order) -> None:
        async with self.opens() as unit:
            await unit.queue.add(order, now=NOON)
            await unit.commit()

    async def tell(self, *news: News) -> None:
        async with self.opens() as unit:
            await unit.queue.tell(self.order.id, news, now=NOON)
            await unit.commit()
        self.bell.ring(Signal.NEWS, self.order.id)


@pytest.fixture
async def room() -> AsyncIterator[Room]:
    room = Room()
    await room.begin(room.order)
    async with room.feed:
        yield room


async def welcome() -> None:
    return None


async def frames_of(room: Room, still_welcome: object = welcome, *, heartbeat: float = HOURS) -> list[str]:
    watch = room.feed.watch(room.order.id)
    answer = stream(watch, still_welcome, heartbeat=heartbeat)  # type: ignore[arg-type]
    async with asyncio.timeout(5):
        return [str(frame) async for frame in answer.body_iterator]


async def test_events_are_written_as_the_standard_says_and_the_last_ends_the_stream(room: Room) -> None:
    await room.tell(News("progress", {"text": "a\nb\r\n\n: id: 9 \u2028 ü"}), News(END, {}))

    frames = await frames_of(room)

    assert frames == [
        "retry: 3000\n\n",
        'id: 1\nevent: progress\ndata: {"text": "a\\nb\\r\\n\\n: id: 9 \\u2028 \\u00fc"}\n\n',
        "id: 2\nevent: end\ndata: {}\n\n",
    ]


async def test_whoever_watches_what_is_deleted_is_told_so_and_that_is_the_end(room: Room) -> None:
    await room.tell(News("progress", {}))

    async def remove() -> None:
        async with room.opens() as unit:
            await unit.queue.remove(room.order.id)
            await unit.commit()
        room.bell.ring(Signal.NEWS, room.order.id)

    frames = await frames_of(room, remove, heartbeat=0.01)

    assert frames[1] == "id: 1\nevent: progress\ndata: {}\n\n"
    assert frames[-1] == 'event: end\ndata: {"status": "deleted"}\n\n'


async def test_a_stream_that_a_stopping_process_closes_claims_no_end(room: Room) -> None:
    room.feed.close()

    assert await frames_of(room) == ["retry: 3000\n\n"]


async def test_a_quiet_stream_shows_that_it_is_alive(room: Room) -> None:
    asked = 0

    async def third_time_tell() -> None:
        nonlocal asked
        asked += 1
        if asked == 3:
            await room.tell(News(END, {}))

    frames = await frames_of(room, third_time_tell, heartbeat=0.01)

    assert frames[1:4] == [": still here\n\n"] * 3
    assert frames[-1].startswith("id: 1\n")


async def test_a_stream_ends_with_the_token(room: Room) -> None:
    async def expired() -> None:
        raise InvalidToken("The token is not valid.")

    assert await frames_of(room, expired, heartbeat=0.01) == ["retry: 3000\n\n"]


async def test_a_database_that_is_away_ends_no_stream(room: Room) -> None:
    asked = 0

    async def away() -> None:
        nonlocal asked
        asked += 1
        if asked == 2:
            await room.tell(News(END, {}))
        raise Unavailable("The database does not answer.")

    frames = await frames_of(room, away, heartbeat=0.01)

    assert frames[-1].startswith("id: 1\n")


async def test_streams_end_when_the_process_does(room: Room) -> None:
    reading = asyncio.create_task(frames_of(room))
    await asyncio.sleep(0)

    room.feed.close()

    assert await reading == ["retry: 3000\n\n"]


@pytest.mark.parametrize(
    ("given", "meant"), [(None, 0), ("7", 7), ("", 0), ("-1", 0), ("7.0", 0), ("٣", 0), ("1" * 30, 0)]
)
async def test_only_a_number_of_ours_is_a_last_event(given: str | None, meant: int) -> None:
    assert await get_last_event_id(given) == meant


async def test_nobody_waits_for_a_reader_that_takes_nothing(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sse, "LONGEST_SEND", 0.01)

    async def never(_: Any) -> None:
        await asyncio.Event().wait()

    answer = stream(room.feed.watch(room.order.id), welcome)
    async with asyncio.timeout(5):
        with pytest.raises(ClientDisconnect):
            await answer({"type": "http", "asgi": {"spec_version": "2.4"}}, never, never)  # type: ignore[arg-type]
