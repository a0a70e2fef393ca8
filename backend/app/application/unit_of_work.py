from abc import abstractmethod
from types import TracebackType
from typing import Protocol, Self, TypeVar

W = TypeVar("W", covariant=True)


class IUnitOfWork(Protocol):
    """One transaction. Leaving it without commit() undoes everything.

    Each area says which repositories it wants by extending this protocol.
    Raises Unavailable when the database does not answer.
    """

    @abstractmethod
    async def __aenter__(self) -> Self: ...

    @abstractmethod
    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None: ...

    @abstractmethod
    async def commit(self) -> None: ...


class Opens(Protocol[W]):
    """Opens a unit of work. A read-only one never waits for a writer, and cannot commit."""

    @abstractmethod
    def __call__(self, *, readonly: bool = False) -> W: ...
