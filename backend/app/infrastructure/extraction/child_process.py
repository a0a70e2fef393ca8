"""A process that is given one file by its pipe, and answers by another before it ends."""

import asyncio
import os
import signal
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

from app.domain.resumes.errors import ResumeUnreadable
from app.domain.shared.patience import TooBusy

_REAPED = 2.0
"""Seconds until the system has buried a child that was killed; it does so even where nobody waits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildLimits:
    seconds: float = 4.5
    """By the clock on the wall, with its start; the child sets its own limits on processor and memory."""
    most_answer: int = 2_000_000
    """Bytes that are taken from the child."""


async def asked(
    command: Sequence[str], environment: Mapping[str, str], data: bytes, limits: ChildLimits
) -> tuple[int, bytes]:
    """How it ended, and what it said. Raises ResumeUnreadable, TooBusy when it does not end in time."""
    child = await _started(command, environment)
    try:
        async with asyncio.timeout(limits.seconds):
            _, answer = await asyncio.gather(_give(child, data), _take(child, limits.most_answer))
            return await child.wait(), answer
    except TimeoutError:
        raise _too_slow(child.pid) from None
    finally:
        _end(child)
        await asyncio.wait({asyncio.ensure_future(_buried(child))}, timeout=_REAPED)


async def _take(child: Process, most: int) -> bytes:
    assert child.stdout is not None
    said = bytearray()
    while part := await child.stdout.read(65_536):
        said += part
        if len(said) > most:
            raise ResumeUnreadable("This file cannot be read.")
    return bytes(said)


async def _started(command: Sequence[str], environment: Mapping[str, str]) -> Process:
    try:
        return await asyncio.create_subprocess_exec(
            *command,
            stdin=PIPE, stdout=PIPE, stderr=DEVNULL, cwd="/", env=environment, start_new_session=True,
        )  # fmt: skip
    except OSError:
        raise TooBusy("Too much else is going on. Please try again.") from None


async def _give(child: Process, data: bytes) -> None:
    """A child that has died, or knows enough, takes no more of it."""
    assert child.stdin is not None
    with suppress(BrokenPipeError, ConnectionResetError):
        child.stdin.write(data)
        await child.stdin.drain()
    child.stdin.close()  # Not waited for: to give up waiting would leave the pipe half closed.


def _end(child: Process) -> None:
    """With all that it may have started: it leads a group of its own."""
    if child.returncode is None:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(child.pid, signal.SIGKILL)


async def _buried(child: Process) -> None:
    """Its pipe is closed at its end, which is behind all that it had still to say."""
    assert child.stdout is not None
    while await child.stdout.read(65_536):
        pass
    await child.wait()


_LEAST_TURN = 1.0
"""Seconds of a processor; who had less was not slow, but kept waiting."""


def _too_slow(pid: int) -> Exception:
    """Whose fault it is: the file's, or that of a machine which had no time for it."""
    if _used(pid) < _LEAST_TURN:
        return TooBusy("Too much else is going on. Please try again.")
    return ResumeUnreadable("This file takes more work to read than we give to one.")


def _used(pid: int) -> float:
    """Seconds of a processor, where the system tells."""
    try:
        with open(f"/proc/{pid}/stat", "rb") as file:
            fields = file.read().rpartition(b")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    except (OSError, ValueError, IndexError):
        return _LEAST_TURN
