from abc import abstractmethod
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Protocol, TypeVar

from app.application.unit_of_work import IUnitOfWork
from app.domain.shared.ids import WorkId
from app.domain.shared.work import Backlog, Event, News, Order, Output, Step, Work, WorkState

T = TypeVar("T")


class IWorkQueue(Protocol):
    """All background work, with the results of its steps and its events. Times are the database's own."""

    @abstractmethod
    async def add(self, order: Order, *, now: datetime) -> bool:
        """False when work with its dedupe key was ordered before."""

    @abstractmethod
    async def find(self, work_id: WorkId) -> Work | None: ...

    @abstractmethod
    async def due(self, *, kinds: Sequence[str], limit: int) -> Sequence[Work]:
        """What may be claimed: whoever has waited longest first, head starts included."""

    @abstractmethod
    async def claim(self, work: Work, *, by: str, lease: float) -> Work | None:
        """Take it, in a new epoch. None when it is not to be had, or as much is running as it allows."""

    @abstractmethod
    async def hold(self, work: Work, *, lease: float) -> None:
        """Extend the lease; until this transaction ends nobody can take the work. Raises LeaseLost."""

    @abstractmethod
    async def record(self, work: Work, step: Step[T], output: Output[T], *, now: datetime) -> None: ...

    @abstractmethod
    async def recall(self, work_id: WorkId, step: Step[T]) -> Output[T] | None: ...

    @abstractmethod
    async def tell(self, work_id: WorkId, news: Sequence[News], *, now: datetime) -> None: ...

    @abstractmethod
    async def events(self, after: Mapping[WorkId, int]) -> Mapping[WorkId, Sequence[Event]]:
        """What was told of each since the event of that number; a work that is gone has no entry."""

    @abstractmethod
    async def finish(self, work: Work, state: WorkState, *, error: str | None, now: datetime) -> None: ...

    @abstractmethod
    async def postpone(self, work: Work, *, seconds: float, error: str) -> None:
        """Count a failure; it is due again after so long."""

    @abstractmethod
    async def release(self, work: Work) -> None:
        """Hand it back, due at once. No-op for a lost lease."""

    @abstractmethod
    async def expire(self, *, claimed_by: str) -> int:
        """End the leases of a holder that is known to be dead; how many there were."""

    @abstractmethod
    async def cancel(self, work_id: WorkId, *, now: datetime) -> bool:
        """End it, whoever holds it. False when it had ended before."""

    @abstractmethod
    async def remove(self, work_id: WorkId) -> None:
        """With its steps and events."""

    @abstractmethod
    async def forget(
        self, *, ended_before: datetime, lasting: Mapping[str, Sequence[str]], limit: int
    ) -> int:
        """Of work that ended before then keep no events, and only the lasting steps of its kind; nothing at
        all of what is the house's own, or came to nothing. How many there were, `limit` at most."""

    @abstractmethod
    async def backlog(self) -> Sequence[Backlog]:
        """All that has not ended, by kind and condition."""


class IBackgroundWork(IUnitOfWork, Protocol):
    @property
    @abstractmethod
    def queue(self) -> IWorkQueue: ...


class Signal(StrEnum):
    WORK = "work"
    """There is something to begin. One of those who could is enough."""
    STOP = "stop"
    """It is to be left off, by whoever is at it."""
    NEWS = "news"
    """Something was told."""


Listener = Callable[[Signal, WorkId], None]


class IDoorbell(Protocol):
    """Saves waiting for the next look at the database. Whatever is rung may get lost."""

    @abstractmethod
    def ring(self, signal: Signal, work_id: WorkId) -> None:
        """Never raises, never waits."""

    @abstractmethod
    def listen(self, listener: Listener) -> None: ...
