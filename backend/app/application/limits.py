"""How often somebody may do something: so many times in any stretch of so many seconds."""

from abc import abstractmethod
from dataclasses import dataclass
from typing import Protocol

from app.domain.shared.errors import Unavailable


@dataclass(frozen=True, slots=True)
class Limit:
    amount: int
    seconds: int


@dataclass(frozen=True, slots=True)
class Standing:
    """How it stands with one bucket after somebody has asked."""

    granted: bool
    left: int
    seconds: int
    """Until the oldest time that counts does so no more: whoever is refused is not refused then."""


class LimiterUnavailable(Unavailable): ...


class ILimiter(Protocol):
    """Counts in a window that moves with the clock: there is no edge at which twice as much goes through."""

    @abstractmethod
    async def take(self, limit: Limit, bucket: str) -> Standing:
        """Once more from this bucket. What is refused does not count. Raises LimiterUnavailable."""
