import asyncio
import os
from collections.abc import AsyncIterable, AsyncIterator, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryFile
from types import TracebackType
from typing import IO, Self
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from app.application.housekeeping.belongings import IArchive, IArchives, Member
from app.domain.shared.storage import StorageUnavailable
from app.infrastructure.cpu import CpuDoor

PREFIX = "jobwise-export-"
PIECE = 256 * 1024
"""Bytes that are packed, or read, at a time."""
_THEN = (1980, 1, 1, 0, 0, 0)
"""The moment of every member: the same content gives the same bytes."""
_FOR_ITS_OWNER = 0o600 << 16


@contextmanager
def _a_disk() -> Iterator[None]:
    """Raises StorageUnavailable where it is full, or is none."""
    try:
        yield
    except OSError as error:
        raise StorageUnavailable("The archive cannot be written. Please try again later.") from error


class ZipArchives(IArchives):
    def __init__(self, door: CpuDoor, folder: Path) -> None:
        """`folder`: on the disk of the data, which is large enough for it, and nobody else's."""
        self._door = door
        self._folder = folder
        self._is_clean = False

    async def begin(self) -> IArchive:
        with _a_disk():
            return ZipArchive(self._door, await self._door.run(self._file))

    def _file(self) -> IO[bytes]:
        """What has a name there was left when a process died before it took the name away."""
        if not self._is_clean:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            for stray in self._folder.glob(f"{PREFIX}*"):
                stray.unlink(missing_ok=True)
            self._is_clean = True
        return TemporaryFile(prefix=PREFIX, dir=self._folder)


class ZipArchive(IArchive):
    """In a file without a name, which the system clears away whatever becomes of this process."""

    def __init__(self, door: CpuDoor, file: IO[bytes]) -> None:
        self._door = door
        self._file = file
        self._zip = ZipFile(self._file, "w", ZIP_DEFLATED, compresslevel=6)
        self._size = 0

    @property
    def size(self) -> int:
        return self._size

    @property
    def is_open(self) -> bool:
        return not self._file.closed

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
                    await self._write(member, waiting)
            await self._write(member, waiting)
        finally:
            with _a_disk():
                await self._door.run(member.close)
        return Member(name, size, digest.hexdigest())

    async def _write(self, member: IO[bytes], waiting: bytearray) -> None:
        with _a_disk():
            await self._door.run(member.write, bytes(waiting))
        waiting.clear()

    async def finish(self) -> None:
        with _a_disk():
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
        """What was not finished has no end that anybody would read."""
        try:
            with suppress(OSError, ValueError):
                self._zip.close()
        finally:
            self._file.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()
