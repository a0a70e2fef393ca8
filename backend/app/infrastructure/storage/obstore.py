import asyncio
import os
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any, TypeVar

from obstore.store import ObjectStore, from_url

from app.domain.shared.storage import IFileStorage
from app.infrastructure.storage.words import in_our_words, missing_or

T = TypeVar("T")

PATIENCE = timedelta(seconds=10)
MOST_RETRIES = 3
_CONNECT = timedelta(seconds=3)
_BACKOFF = {"init_backoff": timedelta(milliseconds=100), "max_backoff": timedelta(seconds=1), "base": 2}
_S3 = "s3://"
_ENDPOINTS = ("AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL", "AWS_ENDPOINT")
_AT_ONCE = 32
"""Deletions under way."""


class ObstoreFiles(IFileStorage):
    """Files in whatever obstore speaks to: S3 and its kin. What it says is done, is done."""

    def __init__(self, connect: Callable[[], ObjectStore], *, patience: timedelta = PATIENCE) -> None:
        """`patience`: with all its retries, nothing takes longer."""
        self._connect = connect
        self._patience = patience.total_seconds()

    @classmethod
    def at(cls, url: str, *, endpoint: str = "", patience: timedelta = PATIENCE) -> "ObstoreFiles":
        """Credentials and region, and the endpoint that is not said, are the environment's: `AWS_...`."""
        return cls(lambda: from_url(url, **_options(url, endpoint, patience)), patience=patience)

    @cached_property
    def _store(self) -> ObjectStore:
        """Not before it is needed: a store that is down must not keep the house from opening."""
        return self._connect()

    async def put(self, key: str, data: bytes) -> None:
        with in_our_words():
            await self._soon(self._store.put_async(key, data, use_multipart=False))

    async def get(self, key: str, *, start: int = 0, end: int | None = None) -> bytes:
        with in_our_words(), missing_or():
            return await self._soon(self._read(key, start, end))

    async def delete(self, keys: Sequence[str], *, put_before: datetime | None = None) -> None:
        for first in range(0, len(keys), _AT_ONCE):
            with in_our_words():
                some = keys[first : first + _AT_ONCE]
                await asyncio.gather(*(self._soon(self._delete(key, put_before)) for key in some))

    async def list(self, prefix: str) -> Sequence[str]:
        with in_our_words():
            found = await self._soon(self._store.list(prefix).collect_async())
        return sorted(meta["path"] for meta in found)

    async def older(self, prefix: str, *, than: datetime) -> AsyncIterator[Sequence[str]]:
        with in_our_words():
            batches = aiter(self._store.list(prefix))
            while (batch := await self._soon(anext(batches, None))) is not None:
                if old := [meta["path"] for meta in batch if meta["last_modified"] < than]:
                    yield old

    async def _read(self, key: str, start: int, end: int | None) -> bytes:
        if end is not None:
            return bytes(await self._store.get_range_async(key, start=start, end=end))
        found = await self._store.get_async(key, options={"range": {"offset": start}} if start else None)
        return bytes(await found.bytes_async())

    async def _delete(self, key: str, put_before: datetime | None) -> None:
        """No store knows this condition: between the question and the deletion is one round trip."""
        try:
            if put_before and (await self._store.head_async(key))["last_modified"] >= put_before:
                return
            await self._store.delete_async(key)
        except FileNotFoundError:
            return

    async def _soon(self, answer: Awaitable[T]) -> T:
        async with asyncio.timeout(self._patience):
            return await answer


def _options(url: str, endpoint: str, patience: timedelta) -> dict[str, Any]:
    named = endpoint or next((os.environ[name] for name in _ENDPOINTS if os.environ.get(name)), "")
    client: dict[str, object] = {"timeout": patience, "connect_timeout": min(_CONNECT, patience)}
    retry = {"max_retries": MOST_RETRIES, "retry_timeout": patience, "backoff": _BACKOFF}
    options: dict[str, Any] = {"client_options": client, "retry_config": retry}
    if url.startswith(_S3) and named:
        options["endpoint"] = named
        client |= {"allow_http": named.startswith("http://")}
    return options
