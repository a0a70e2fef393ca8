"""Who counts how often somebody asks."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from app.application.limits import ILimiter
from app.infrastructure.limits.local import LocalLimits
from app.infrastructure.limits.redis import RedisLimits
from app.infrastructure.limits.standing_in import StandingIn
from app.settings import Settings


@asynccontextmanager
async def limiter_for(settings: Settings) -> AsyncIterator[ILimiter]:
    """All processes together, where there is a Redis."""
    if not settings.redis_url:
        yield LocalLimits()
        return
    async with RedisLimits(settings.redis_url) as shared:
        yield StandingIn(shared, LocalLimits())
