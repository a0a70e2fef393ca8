"""What a provider publishes, fetched seldom: by one at a time, and never believed when it is old."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

from app.domain.identity.errors import ProviderUnavailable

T = TypeVar("T")

LASTS = 3600.0
"""Seconds that what was fetched is believed."""
FLOOR = 10.0
"""Seconds between two fetches, whatever came of the first."""


class Remembered(Generic[T]):
    def __init__(
        self, fetch: Callable[[], Awaitable[T]], *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._fetch = fetch
        self._clock = clock
        self._lock = asyncio.Lock()
        self._value: T | None = None
        self._fetched_at = self._tried_at = float("-inf")
        self._failure: ProviderUnavailable | None = None

    async def get(self, *, satisfies: Callable[[T], bool] = lambda _: True) -> T:
        """Fetched anew when what we have does not satisfy, but not more often than the floor lets us.

        Raises ProviderUnavailable: also within the floor after a failure, without asking again.
        """
        if (known := self._known()) is not None and satisfies(known):
            return known
        async with self._lock:
            known = self._known()
            if known is not None and (satisfies(known) or self._is_too_soon()):
                return known
            if self._failure is not None and self._is_too_soon():
                raise ProviderUnavailable(str(self._failure))
            return await self._fetched()

    def _known(self) -> T | None:
        return self._value if self._clock() - self._fetched_at < LASTS else None

    def _is_too_soon(self) -> bool:
        return self._clock() - self._tried_at < FLOOR

    async def _fetched(self) -> T:
        self._tried_at = self._clock()
        try:
            self._value = await self._fetch()
        except ProviderUnavailable as error:
            self._failure = error
            raise
        self._fetched_at, self._failure = self._clock(), None
        return self._value
