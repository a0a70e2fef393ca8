import asyncio
import fcntl
import os
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import TypeVar
from uuid import uuid4

from app.domain.shared.storage import IFileStorage
from app.infrastructure.storage.words import in_our_words, missing_or

T = TypeVar("T")
_Found = tuple[str, float]
"""A key, and when it was put."""

PATIENCE = timedelta(seconds=10)
PARTIAL = ".partial"
"""How the name of a file ends that is still being written."""
BATCH = 1_000
_TRIES = 10


class LocalFiles(IFileStorage):
    """Files below a directory. What is put there is on the disk, not only on its way.

    A file is written under another name, flushed, and then takes its place: whoever reads, reads all of the
    old or all of the new. Its folder is locked meanwhile against whoever removes what is old.
    """

    def __init__(self, directory: Path, *, patience: timedelta = PATIENCE) -> None:
        self._directory = directory
        self._patience = patience.total_seconds()

    async def put(self, key: str, data: bytes) -> None:
        with in_our_words():
            await self._aside(_put, self._directory, key, data)

    async def get(self, key: str, *, start: int = 0, end: int | None = None) -> bytes:
        with in_our_words(), missing_or():
            return await self._aside(_get, self._directory / _ours(key), start, end)

    async def delete(self, keys: Sequence[str], *, put_before: datetime | None = None) -> None:
        for key in keys:
            with in_our_words():
                await self._aside(_delete, self._directory, key, put_before)

    async def list(self, prefix: str) -> Sequence[str]:
        with in_our_words():
            found = await self._aside(list[_Found], _below(self._directory, prefix))
        return sorted(key for key, _ in found if not key.endswith(PARTIAL))

    async def older(self, prefix: str, *, than: datetime) -> AsyncIterator[Sequence[str]]:
        files, limit = _below(self._directory, prefix), than.timestamp()
        while True:
            with in_our_words():
                batch = await self._aside(list[_Found], islice(files, BATCH))
            if not batch:
                return
            if old := [key for key, put_at in batch if put_at < limit]:
                yield old

    async def _aside(self, work: Callable[..., T], *args: object) -> T:
        """Off the event loop. A disk that hangs keeps its thread; the caller hears of it in time."""
        async with asyncio.timeout(self._patience):
            return await asyncio.to_thread(work, *args)


def _ours(key: str) -> PurePosixPath:
    path = PurePosixPath(key)
    if path.is_absolute() or not path.parts or ".." in path.parts:
        raise ValueError("this is no key of ours")
    return path


def _put(root: Path, key: str, data: bytes) -> None:
    place = _ours(key)
    for left in reversed(range(_TRIES)):
        try:
            with _folder(root / place.parent, fcntl.LOCK_SH, make=True) as folder:
                _write(folder, place.name, data)
            break
        except FileNotFoundError:
            if not left:
                raise  # else it was empty, and somebody has just removed it
        except OSError:
            _tidy(root, place.parent)
            raise
    for parent in place.parents:
        with _folder(root / parent) as folder:
            os.fsync(folder)


def _write(folder: int, name: str, data: bytes) -> None:
    partial = f"{name}.{uuid4().hex}{PARTIAL}"
    try:
        handle = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666, dir_fd=folder)
        with open(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(partial, name, src_dir_fd=folder, dst_dir_fd=folder)
    except BaseException:
        with suppress(OSError):
            os.unlink(partial, dir_fd=folder)
        raise


def _get(path: Path, start: int, end: int | None) -> bytes:
    with path.open("rb") as file:
        file.seek(start)
        return file.read() if end is None else file.read(max(0, end - start))


def _delete(root: Path, key: str, put_before: datetime | None) -> None:
    place = _ours(key)
    with suppress(FileNotFoundError), _folder(root / place.parent, fcntl.LOCK_EX) as folder:
        if put_before and os.stat(place.name, dir_fd=folder).st_mtime >= put_before.timestamp():
            return
        os.unlink(place.name, dir_fd=folder)
        _tidy(root, place.parent)


def _tidy(root: Path, folder: PurePosixPath) -> None:
    """Empty folders go."""
    with suppress(OSError):
        for each in (folder, *folder.parents[:-1]):
            os.rmdir(root / each)


@contextmanager
def _folder(path: Path, lock: int = 0, *, make: bool = False) -> Iterator[int]:
    if make:
        path.mkdir(parents=True, exist_ok=True)
    handle = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        if lock:
            with suppress(OSError):  # of file systems that know no locks
                fcntl.flock(handle, lock)
        yield handle
    finally:
        os.close(handle)


def _below(root: Path, prefix: str) -> Iterator[_Found]:
    """Every file with the moment when it was put. Those that go meanwhile are passed by."""

    def told(error: OSError) -> None:
        if not isinstance(error, FileNotFoundError):
            raise error

    for folder, _, names in os.walk(root / _ours(prefix), onerror=told):
        for name in names:
            path = Path(folder, name)
            with suppress(FileNotFoundError):
                yield path.relative_to(root).as_posix(), path.stat().st_mtime
