"""Server-sent events: numbered, alive, and taken up again where they broke off."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from typing import Annotated, Any

from fastapi import Depends, Header, Request
from starlette.responses import StreamingResponse
from starlette.types import Message, Send

from app.application.work.feed import Watch
from app.domain.identity.errors import InvalidToken
from app.domain.shared.errors import Unavailable
from app.domain.shared.work import END, Event
from app.presentation.dependencies import admit

RETRY_MS = 3_000
HEARTBEAT = 15.0
"""Seconds."""
LONGEST_SEND = 30.0
"""Seconds that a reader may leave us waiting before it has to come again."""
MEDIA_TYPE = "text/event-stream"
DELETED = f'event: {END}\ndata: {{"status": "deleted"}}\n\n'
"""Without a number: what was deleted tells nothing any more, and whoever asks for more of it gets a 404."""
_STREAM = {"description": "One event after the other; the `data` of each is JSON"}
"""Of no type: to some readers it is one text, to others an object an event."""
_EXAMPLE = (
    "retry: 3000\n\n"
    'id: 1\nevent: progress\ndata: {"status": "generating", "stage": "analyze_job", "percent": 0}\n\n'
    'id: 2\nevent: end\ndata: {"status": "completed", "stage": null, "percent": 100}\n\n'
)
DOCUMENTED: dict[int | str, dict[str, Any]] = {
    200: {"description": "The events", "content": {MEDIA_TYPE: {"schema": _STREAM, "example": _EXAMPLE}}},
    204: {"description": "It has ended, and you know all of it"},
}

StillWelcome = Callable[[], Awaitable[object]]
"""Raises InvalidToken when the caller may no longer listen."""


async def get_last_event_id(
    last_event_id: Annotated[
        str | None, Header(max_length=40, description="The last event that you have", examples=["3"])
    ] = None,
) -> int:
    """0 where there is none, or none of ours."""
    given = last_event_id or ""
    return int(given) if given.isascii() and given.isdigit() and len(given) < 10 else 0


LastEventId = Annotated[int, Depends(get_last_event_id)]


async def get_still_welcome(request: Request) -> StillWelcome:
    async def ask() -> object:
        return await admit(request)

    return ask


Welcome = Annotated[StillWelcome, Depends(get_still_welcome)]


class _Stream(StreamingResponse):
    """Waits for no reader that has stopped to read."""

    async def stream_response(self, send: Send) -> None:
        async def send_in_time(message: Message) -> None:
            async with asyncio.timeout(LONGEST_SEND):
                await send(message)

        await super().stream_response(send_in_time)


def stream(watch: Watch, still_welcome: StillWelcome, *, heartbeat: float = HEARTBEAT) -> StreamingResponse:
    """Holds no connection of the database: the watch is fed by one reader for all."""
    return _Stream(
        _frames(watch, still_welcome, heartbeat),
        media_type=MEDIA_TYPE,
        headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"},
    )


async def _frames(watch: Watch, still_welcome: StillWelcome, heartbeat: float) -> AsyncIterator[str]:
    yield f"retry: {RETRY_MS}\n\n"
    with watch:
        while True:
            try:
                event = await watch.next(heartbeat)
            except TimeoutError:
                if not await _may_stay(still_welcome):
                    return
                yield ": still here\n\n"
                continue
            if event is None:
                if watch.is_gone:
                    yield DELETED
                return
            yield _frame(event)
            if event.kind == END:
                return


async def _may_stay(still_welcome: StillWelcome) -> bool:
    try:
        with suppress(Unavailable):  # nobody knows better at the moment
            await still_welcome()
    except InvalidToken:
        return False
    return True


def _frame(event: Event) -> str:
    """JSON is one line: nothing in it can end the frame."""
    return f"id: {event.seq}\nevent: {event.kind}\ndata: {json.dumps(event.data)}\n\n"
