import asyncio
import logging
import time
from collections.abc import Callable

from app.application.limits import ILimiter, Limit, LimiterUnavailable, Standing
from app.infrastructure.metrics import LIMITER_FAILURES

log = logging.getLogger("jobwise.limits")

PATIENCE = 0.3
"""Seconds that a request waits for the shared count."""
PAUSE = 5.0
"""Seconds in which nobody asks for it, once it has failed; then one request finds out for all."""


class StandingIn(ILimiter):
    """Counts together with others while they can be reached, and by itself while not. Nobody is let through
    uncounted, and nobody waits for what is not there."""

    def __init__(
        self,
        shared: ILimiter,
        own: ILimiter,
        *,
        patience: float = PATIENCE,
        pause: float = PAUSE,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._shared = shared
        self._own = own
        self._patience = patience
        self._pause = pause
        self._clock = clock
        self._away_until: float | None = None

    async def take(self, limit: Limit, bucket: str) -> Standing:
        if self._away_until is not None:
            now = self._clock()
            if now < self._away_until:
                return await self._own.take(limit, bucket)
            self._away_until = now + self._pause
        try:
            async with asyncio.timeout(self._patience):
                standing = await self._shared.take(limit, bucket)
        except (LimiterUnavailable, TimeoutError) as error:
            self._fail(error)
            return await self._own.take(limit, bucket)
        if self._away_until is not None:
            self._away_until = None
            log.info("limits are counted together again")
        return standing

    def _fail(self, error: BaseException) -> None:
        LIMITER_FAILURES.inc()
        if self._away_until is None:
            cause = error.__cause__ or error
            log.warning("limits are counted by each process for itself: %s", type(cause).__name__)
        self._away_until = self._clock() + self._pause
