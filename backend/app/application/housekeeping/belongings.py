"""What an account owns, and the archive that it goes into: ports, each for what is slow or foreign."""

from abc import abstractmethod
from collections.abc import AsyncIterable, AsyncIterator, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Protocol, Self

from app.application.unit_of_work import IUnitOfWork
from app.domain.identity.ports import ISecurityEvents, IUserRepository
from app.domain.shared.ids import UserId


@dataclass(frozen=True, slots=True)
class Area:
    """One file of the archive, and the tables in it."""

    name: str
    tables: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Belonging:
    json: bytes
    """A row, without what is secret."""
    file: str | None = None
    """Where the file is kept that it stands for."""


@dataclass(frozen=True, slots=True)
class Batch:
    rows: Sequence[Belonging]
    rest: Sequence[Any] | None
    """Where to go on; None at the end."""


class IBelongings(Protocol):
    @abstractmethod
    def areas(self) -> Sequence[Area]: ...

    @abstractmethod
    async def some(self, table: str, owner: UserId, *, after: Sequence[Any] | None) -> Batch:
        """In the order of their keys, which is the same every time."""


class IExportWork(IUnitOfWork, Protocol):
    @property
    @abstractmethod
    def users(self) -> IUserRepository: ...

    @property
    @abstractmethod
    def security(self) -> ISecurityEvents: ...

    @property
    @abstractmethod
    def belongings(self) -> IBelongings: ...


@dataclass(frozen=True, slots=True)
class Member:
    name: str
    size: int
    """Bytes."""
    sha256: str


class IArchive(Protocol):
    """Kept on a disk, never in memory; gone when it is closed."""

    @property
    @abstractmethod
    def size(self) -> int:
        """Bytes, once it is finished."""

    @property
    @abstractmethod
    def is_open(self) -> bool:
        """Not closed yet."""

    @abstractmethod
    async def add(self, name: str, pieces: AsyncIterable[bytes]) -> Member: ...

    @abstractmethod
    async def finish(self) -> None: ...

    @abstractmethod
    def read(self) -> AsyncIterator[bytes]:
        """All of it, piece by piece."""

    @abstractmethod
    async def close(self) -> None: ...

    @abstractmethod
    async def __aenter__(self) -> Self: ...

    @abstractmethod
    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


class IArchives(Protocol):
    @abstractmethod
    async def begin(self) -> IArchive:
        """Raises StorageUnavailable."""
