"""What must hold whatever file is read."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager

from app.domain.resumes.errors import ResumeTooLarge, ResumeUnreadable, ResumeWithoutText
from app.domain.resumes.files import IResumeFiles
from app.domain.shared.patience import TooBusy

LONGEST = 5.0
_TRIES = 3
"""Where the machine has no time for a child, it says so, and one tries again."""


async def refusal(files: IResumeFiles, data: bytes, *, queued: bool = False) -> str:
    """Why it was refused; empty for a file that was read. In time, unless it was queued behind others."""
    for _ in range(_TRIES):
        began = time.monotonic()
        try:
            await files.read(data)
        except (ResumeUnreadable, ResumeWithoutText, ResumeTooLarge) as error:
            took = time.monotonic() - began
            assert queued or took < LONGEST, f"it took {took:.1f} s"
            return str(error)
        except TooBusy as error:
            if queued:
                return str(error)
            continue
        return ""
    raise AssertionError("the machine has no time for it")


@asynccontextmanager
async def canary() -> AsyncIterator[tuple[str, list[str]]]:
    """An address on loopback, and who came to it."""
    came: list[str] = []

    def arrived(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        came.append(str(writer.get_extra_info("peername")))
        writer.close()

    async with await asyncio.start_server(arrived, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        yield f"http://127.0.0.1:{port}", came


async def longest_lag(work: Awaitable[object], step: float = 0.005) -> float:
    """How long the loop was late at most while this went on."""
    late = 0.0
    doing = asyncio.ensure_future(work)
    while not doing.done():
        began = time.monotonic()
        await asyncio.sleep(step)
        late = max(late, time.monotonic() - began - step)
    await doing
    return late
