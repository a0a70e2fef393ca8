"""Files by key, for every area that keeps some."""

from abc import abstractmethod
from collections.abc import AsyncIterator, Sequence
from datetime import datetime
from typing import Protocol

from app.domain.shared.errors import Unavailable


class FileMissing(Unavailable):
    """The file should be there, but is not."""


class StorageUnavailable(Unavailable):
    """Files can be neither written nor read at the moment."""


class IFileStorage(Protocol):
    """Files by key. Keys are ours, never a client's. Raises StorageUnavailable, whatever is wrong."""

    @abstractmethod
    async def put(self, key: str, data: bytes) -> None:
        """All of it or nothing; once this returns, a power cut does not take it away."""

    @abstractmethod
    async def get(self, key: str, *, start: int = 0, end: int | None = None) -> bytes:
        """Bytes [start, end) of the file, or to its end. Raises FileMissing."""

    @abstractmethod
    async def delete(self, keys: Sequence[str], *, put_before: datetime | None = None) -> None:
        """Those that are not there are no error. With a moment, those stay that were put again since."""

    @abstractmethod
    async def list(self, prefix: str) -> Sequence[str]:
        """The keys below it, sorted."""

    @abstractmethod
    def older(self, prefix: str, *, than: datetime) -> AsyncIterator[Sequence[str]]:
        """The keys below it of files that were last put before then, some at a time; and of what is left
        where the writing of one was broken off."""
