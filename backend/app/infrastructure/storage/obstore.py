import asyncio
import os
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import cached_property
from pathlib import Path, PurePosixPath

from obstore.exceptions import BaseError
from obstore.store import LocalStore, ObjectStore, from_url

from app.domain.documents.errors import FileMissing, StorageUnavailable
from app.domain.documents.ports import IFileStorage


class ObstoreFiles(IFileStorage):
    """Files in whatever obstore speaks to: S3 and its kin. What it says is done, is done."""

    def __init__(self, connect: Callable[[], ObjectStore]) -> None:
        self._connect = connect

    @classmethod
    def at(cls, url: str) -> "ObstoreFiles":
        return cls(lambda: from_url(url))

    @cached_property
    def _store(self) -> ObjectStore:
        """Not before it is needed: a store that is down must not keep the house from opening."""
        return self._connect()

    async def put(self, key: str, data: bytes) -> None:
        with _in_our_words():
            await self._store.put_async(key, data, use_multipart=False)

    async def get(self, key: str, *, start: int = 0, end: int | None = None) -> bytes:
        with _in_our_words():
            if end is not None:
                return bytes(await self._store.get_range_async(key, start=start, end=end))
            found = await self._store.get_async(key, options={"range": {"offset": start}} if start else None)
            return bytes(await found.bytes_async())

    async def delete(self, keys: Sequence[str]) -> None:
        with _in_our_words():
            await asyncio.gather(*(self._delete(key) for key in keys))

    async def list(self, prefix: str) -> Sequence[str]:
        with _in_our_words():
            return sorted(meta["path"] for meta in await self._store.list(prefix).collect_async())

    async def older(self, prefix: str, *, than: datetime) -> AsyncIterator[Sequence[str]]:
        with _in_our_words():
            async for batch in self._store.list(prefix):
                if old := [meta["path"] for meta in batch if meta["last_modified"] < than]:
                    yield old

    async def _delete(self, key: str) -> None:
        try:
            await self._store.delete_async(key)
        except FileNotFoundError:
            return


class LocalFiles(ObstoreFiles):
    """Files below a directory. What is put there is on the disk, not only on its way."""

    def __init__(self, directory: Path) -> None:
        super().__init__(lambda: LocalStore(directory, automatic_cleanup=True, mkdir=True))
        self._directory = directory

    async def put(self, key: str, data: bytes) -> None:
        await super().put(key, data)
        with _in_our_words():
            await asyncio.to_thread(_flush, self._directory, key)


def _flush(directory: Path, key: str) -> None:
    """The file, and every directory that may have got a new entry."""
    _flush_one(directory / key)
    for parent in PurePosixPath(key).parents:
        _flush_one(directory / parent)


def _flush_one(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _in_our_words() -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as error:
        raise FileMissing("The file is not where it was put.") from error
    except (BaseError, OSError) as error:
        raise StorageUnavailable("Files can be neither written nor read at the moment.") from error
