import asyncio
import os
from collections.abc import AsyncIterable, AsyncIterator
from hashlib import sha256
from tempfile import TemporaryFile
from types import TracebackType
from typing import IO, Self
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from app.application.housekeeping.belongings import IArchive, IArchives, Member
from app.infrastructure.cpu import CpuDoor

PIECE = 256 * 1024
"""Bytes that are packed, or read, at a time."""
_THEN = (1980, 1, 1, 0, 0, 0)
"""The moment of every member: the same content gives the same bytes."""
_FOR_ITS_OWNER = 0o600 << 16


class ZipArchives(IArchives):
    def __init__(self, door: CpuDoor) -> None:
        self._door = door

    def begin(self) -> IArchive:
        return ZipArchive(self._door)


class ZipArchive(IArchive):
    """In a file without a name, which the system clears away whatever becomes of this process."""

    def __init__(self, door: CpuDoor) -> None:
        self._door = door
        self._file: IO[bytes] = TemporaryFile(prefix="jobwise-export-")  # noqa: SIM115
        self._zip = ZipFile(self._file, "w", ZIP_DEFLATED, compresslevel=6)
        self._size = 0

    @property
    def size(self) -> int:
        return self._size

    async def add(self, name: str, pieces: AsyncIterable[bytes]) -> Member:
        about = ZipInfo(name, _THEN)
        about.compress_type, about.external_attr = ZIP_DEFLATED, _FOR_ITS_OWNER
        digest, size, waiting = sha256(), 0, bytearray()
        member = self._zip.open(about, "w", force_zip64=True)
        try:
            async for piece in pieces:
                digest.update(piece)
                size += len(piece)
                waiting += piece
                if len(waiting) >= PIECE:
                    await self._door.run(member.write, bytes(waiting))
                    waiting.clear()
            await self._door.run(member.write, bytes(waiting))
        finally:
            await self._door.run(member.close)
        return Member(name, size, digest.hexdigest())

    async def finish(self) -> None:
        await self._door.run(self._zip.close)
        self._size = await self._door.run(self._file.seek, 0, os.SEEK_END)

    async def read(self) -> AsyncIterator[bytes]:
        await self._door.run(self._file.seek, 0)
        while piece := await self._door.run(self._file.read, PIECE):
            yield piece

    async def close(self) -> None:
        """Also where its reader has gone and is being cancelled."""
        await asyncio.shield(asyncio.to_thread(self._let_go))

    def _let_go(self) -> None:
        try:
            self._zip.close()
        finally:
            self._file.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()
