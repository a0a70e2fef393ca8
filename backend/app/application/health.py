import asyncio
from collections.abc import Awaitable, Callable, Mapping

PATIENCE = 3.0


class Health:
    """Asks each part whether it works."""

    def __init__(self, **checks: Callable[[], Awaitable[object]]) -> None:
        self._checks = checks

    async def check(self) -> Mapping[str, str]:
        """`ok` or `down`, by the part's name. Never raises, never takes long."""
        states = await asyncio.gather(*(self._ask(check) for check in self._checks.values()))
        return dict(zip(self._checks, states, strict=True))

    async def _ask(self, check: Callable[[], Awaitable[object]]) -> str:
        try:
            async with asyncio.timeout(PATIENCE):
                await check()
        except Exception:  # whatever is wrong with a part, the answer is that it is down
            return "down"
        return "ok"
