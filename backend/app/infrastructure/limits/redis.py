from math import ceil
from types import TracebackType
from typing import Any, Self

from limits.aio.storage import RedisStorage
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError

from app.application.limits import ILimiter, Limit, LimiterUnavailable, Standing

PREFIX = "jobwise:limits"
PATIENCE = 0.25
"""Seconds, for a connection and for an answer."""
TAKE = """
local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)
local amount, period = tonumber(ARGV[1]), tonumber(ARGV[2])
local oldest = redis.call('LINDEX', KEYS[1], -1)
while oldest and tonumber(oldest) <= now - period do
  redis.call('RPOP', KEYS[1])
  oldest = redis.call('LINDEX', KEYS[1], -1)
end
local taken = redis.call('LLEN', KEYS[1])
local granted = taken < amount
if granted then
  redis.call('LPUSH', KEYS[1], string.format('%.0f', now))
  redis.call('PEXPIRE', KEYS[1], period)
  taken = taken + 1
end
return {granted and 1 or 0, taken, tonumber(oldest or now) + period - now}
"""
"""A moving window by Redis' own clock, counted and told in one visit: the library's strategy makes two."""


class RedisLimits(ILimiter):
    """Counts for all processes that share a Redis."""

    def __init__(self, url: str, *, patience: float = PATIENCE) -> None:
        self._storage = RedisStorage(
            url.replace("unix://", "redis+unix://", 1),
            implementation="redispy",
            key_prefix=PREFIX,
            socket_timeout=patience,
            socket_connect_timeout=patience,
            retry=Retry(NoBackoff(), 0),  # type: ignore[arg-type]
        )
        self._redis: Any = self._storage.bridge.get_connection()  # type: ignore[attr-defined]
        self._take = self._redis.register_script(TAKE)

    async def take(self, limit: Limit, bucket: str) -> Standing:
        try:
            granted, taken, wait = await self._take(
                [f"{PREFIX}:{bucket}"], [limit.amount, limit.seconds * 1000]
            )
        except (RedisError, OSError) as error:
            raise LimiterUnavailable("Requests are not counted together at the moment.") from error
        return Standing(bool(granted), max(0, limit.amount - taken), ceil(wait / 1000))

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self._redis.aclose()
