import time
from collections import OrderedDict, deque
from collections.abc import Callable
from math import ceil

from app.application.limits import ILimiter, Limit, Standing

MOST_BUCKETS = 50_000
"""Whoever has not asked for the longest time is forgotten first."""


class LocalLimits(ILimiter):
    """Counts in this process alone: each bucket is the moments that count."""

    def __init__(self, *, most: int = MOST_BUCKETS, clock: Callable[[], float] = time.monotonic) -> None:
        self._most = most
        self._clock = clock
        self._buckets: OrderedDict[str, deque[float]] = OrderedDict()

    async def take(self, limit: Limit, bucket: str) -> Standing:
        now, moments = self._clock(), self._moments(bucket)
        while moments and moments[0] <= now - limit.seconds:
            moments.popleft()
        granted = len(moments) < limit.amount
        if granted:
            moments.append(now)
        wait = ceil(moments[0] + limit.seconds - now)
        return Standing(granted, max(0, limit.amount - len(moments)), wait)

    def _moments(self, bucket: str) -> deque[float]:
        moments = self._buckets.get(bucket)
        if moments is None:
            moments = self._buckets[bucket] = deque()
            if len(self._buckets) > self._most:
                self._buckets.popitem(last=False)
        else:
            self._buckets.move_to_end(bucket)
        return moments
