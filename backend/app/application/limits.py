"""How often somebody may do something: so many times in any stretch of so many seconds."""

from abc import abstractmethod
from dataclasses import dataclass
from functools import lru_cache
from ipaddress import IPv6Address, ip_address, ip_network
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


@lru_cache(4_096)
def network_of(address: str) -> str:
    """An address; of IPv6 the /64, which is what one customer is given. What is no address is all one."""
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return ""
    if isinstance(found, IPv6Address):
        return str(found.ipv4_mapped or ip_network((found, 64), strict=False))
    return str(found)
