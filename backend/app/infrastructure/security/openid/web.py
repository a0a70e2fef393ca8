"""Asking a provider: briefly, of bounded size, and never anywhere else than we meant."""

import asyncio
import json
from collections.abc import Mapping
from typing import Any

import httpx2

from app.domain.identity.errors import ProviderUnavailable

MOST_BYTES = 512 * 1024
PATIENCE = 10.0
"""Seconds for one answer, all of it."""


class Web:
    """Follows no redirect, reads no proxy from the environment, and unfolds nothing that is compressed: a
    small answer could become a large one."""

    def __init__(self, *, patience: float = PATIENCE) -> None:
        self._patience = patience
        self._client = httpx2.AsyncClient(
            timeout=patience,
            trust_env=False,
            follow_redirects=False,
            headers={"Accept": "application/json", "Accept-Encoding": "identity"},
        )

    async def get(self, url: str) -> dict[str, Any]:
        """Raises ProviderUnavailable."""
        status, answer = await self._ask("GET", url, None)
        if status != 200:
            raise unavailable()
        return answer

    async def post(self, url: str, form: Mapping[str, str]) -> dict[str, Any] | None:
        """None when the provider says that it is our request that is wrong. Raises ProviderUnavailable."""
        status, answer = await self._ask("POST", url, form)
        if 400 <= status < 500 and status not in (408, 429):
            return None
        if status != 200:
            raise unavailable()
        return answer

    async def close(self) -> None:
        await self._client.aclose()

    async def _ask(self, method: str, url: str, form: Mapping[str, str] | None) -> tuple[int, dict[str, Any]]:
        try:
            async with (
                asyncio.timeout(self._patience),
                self._client.stream(method, url, data=form) as answer,
            ):
                body = await _read(answer)
            read = json.loads(body) if answer.status_code == 200 else {}
        except (httpx2.HTTPError, httpx2.InvalidURL, TimeoutError, ValueError, RecursionError) as error:
            raise unavailable() from error
        if not isinstance(read, dict):
            raise unavailable()
        return answer.status_code, read


async def _read(answer: httpx2.Response) -> bytes:
    body = bytearray()
    async for part in answer.aiter_raw():
        body += part
        if len(body) > MOST_BYTES:
            raise unavailable()
    return bytes(body)


def unavailable() -> ProviderUnavailable:
    return ProviderUnavailable("The identity provider does not answer as it should. Please try again.")
