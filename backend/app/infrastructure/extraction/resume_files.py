"""Foreign files are read by a process that lives for one of them and can do nothing else."""

import asyncio
import sys
from dataclasses import dataclass, replace

from app.domain.resumes.errors import ResumeTooLarge, ResumeUnreadable
from app.domain.resumes.files import FileText, IResumeFiles
from app.domain.shared.patience import TooBusy
from app.infrastructure.extraction.child_answer import answered
from app.infrastructure.extraction.child_process import ChildLimits, asked

_COMMAND = (sys.executable, "-I", "-m", "app.infrastructure.extraction.child")
_ENVIRONMENT = {"LC_ALL": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"}
_MOST_PICTURE = 10_000_000
"""Bytes, one a pixel."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingLimits(ChildLimits):
    most_bytes: int = 10_000_000
    at_once: int = 2
    most_waiting: int = 40
    longest_wait: float = 30.0


class ChildResumeFiles(IResumeFiles):
    def __init__(self, limits: ReadingLimits | None = None) -> None:
        self._limits = limits or ReadingLimits()
        self._free = asyncio.Semaphore(self._limits.at_once)
        self._waiting = 0

    async def read(self, data: bytes) -> FileText:
        if len(data) > self._limits.most_bytes:
            most = self._limits.most_bytes // 1_000_000
            raise ResumeTooLarge(f"This file is larger than the {most} MB that we read.")
        await self._turn()
        try:
            status, answer = await self._ask_child(data)
        finally:
            self._free.release()
        return answered(status, answer)

    async def _turn(self) -> None:
        if self._free.locked() and self._waiting >= self._limits.most_waiting:
            raise TooBusy("Too many files are being read. Please try again.")
        self._waiting += 1
        try:
            async with asyncio.timeout(self._limits.longest_wait):
                await self._free.acquire()
        except TimeoutError:
            raise TooBusy("Too many files are being read. Please try again.") from None
        finally:
            self._waiting -= 1

    async def picture(self, data: bytes, number: int) -> bytes:
        """Of a page, as `picture_of` draws it. Raises ResumeUnreadable, TooBusy."""
        limits = replace(self._limits, most_answer=_MOST_PICTURE)
        status, picture = await asked((*_COMMAND, "picture", str(number)), _ENVIRONMENT, data, limits)
        if status != 0:
            raise ResumeUnreadable("This file cannot be read.")
        return picture

    async def _ask_child(self, data: bytes) -> tuple[int, bytes]:
        return await asked(_COMMAND, _ENVIRONMENT, data, self._limits)
