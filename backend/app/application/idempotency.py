"""A request that may be sent again, and is then answered as it was the first time."""

from abc import abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Generic, Protocol, TypeVar

from app.domain.shared.errors import Conflict, Invalid
from app.domain.shared.ids import UserId

T = TypeVar("T")
KEPT = timedelta(hours=24)


class IdempotencyKeyReused(Invalid):
    """The same key came with another request."""


class RequestInFlight(Conflict):
    """The first request with this key is not answered yet."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What was answered, as it was sent."""

    status: int
    body: Any
    """JSON."""
    location: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Once(Generic[T]):
    """A request under a key: what tells it from others, and how its outcome is put into words."""

    route: str
    key: str
    fingerprint: str
    """Of the body."""
    reply: Callable[[T], Reply]


class IReplies(Protocol):
    """Replies by user, route and key, kept in the same transaction as what they speak of."""

    @abstractmethod
    async def find_or_reserve(self, user_id: UserId, once: Once[Any], *, now: datetime) -> Reply | None:
        """The earlier reply; None for the first, which nobody else can be before this transaction ends.

        Raises IdempotencyKeyReused; RequestInFlight when the first is being answered at this moment.
        """

    @abstractmethod
    async def find(self, user_id: UserId, once: Once[Any], *, now: datetime) -> Reply | None:
        """The earlier reply, where there is one: to look before something slow is done for the first.

        Raises IdempotencyKeyReused.
        """

    @abstractmethod
    async def forget(self, *, now: datetime) -> int:
        """Those that are no longer kept; how many."""

    @abstractmethod
    async def keep(self, user_id: UserId, once: Once[Any], reply: Reply) -> None:
        """What was reserved is answered so."""
