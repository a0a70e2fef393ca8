"""The one way out to providers, whichever SDK speaks."""

from collections.abc import AsyncIterator, Iterator, Mapping
from typing import Any

import httpx2

from app.domain.shared.llm import LLMUnavailable, LLMUncertain

MOST_BYTES = 2 * 1024 * 1024
"""Of an answer. The longest that we ask for is a hundredth of it."""
CONNECT_SECONDS = 5.0


class AnswerTooLong(httpx2.TransportError):
    """More bytes than any answer has: the rest is not read."""


class AnswerPacked(httpx2.TransportError):
    """Packed, although nobody asked for that: unpacked it could be of any size."""


class _Capped(httpx2.AsyncByteStream):
    def __init__(self, stream: httpx2.AsyncByteStream) -> None:
        self._stream = stream

    async def __aiter__(self) -> AsyncIterator[bytes]:
        read = 0
        async for chunk in self._stream:
            read += len(chunk)
            if read > MOST_BYTES:
                raise AnswerTooLong("The answer is longer than any that was asked for.")
            yield chunk

    async def aclose(self) -> None:
        await self._stream.aclose()


class _CappedTransport(httpx2.AsyncHTTPTransport):
    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        response = await super().handle_async_request(request)
        if response.headers.get("Content-Encoding", "identity") != "identity":
            await response.aclose()
            raise AnswerPacked("The answer is packed.")
        if isinstance(response.stream, httpx2.AsyncByteStream):
            response.stream = _Capped(response.stream)
        return response


def provider_client(*, seconds: float, **given: Any) -> httpx2.AsyncClient:
    """Follows no redirect, heeds no proxy of the environment, asks for nothing packed, and stops reading
    where no answer goes on. `seconds` bounds each silence; the whole call has a deadline of its own."""
    return httpx2.AsyncClient(
        transport=_CappedTransport(),
        timeout=httpx2.Timeout(seconds, connect=min(CONNECT_SECONDS, seconds)),
        follow_redirects=False,
        trust_env=False,
        headers={"Accept-Encoding": "identity"},
        **given,
    )


def no_answer(error: BaseException) -> LLMUnavailable | LLMUncertain:
    """What a call that broke before its answer was whole means: whether it can have been taken."""
    for cause in _causes(error):
        if isinstance(cause, httpx2.ConnectError | httpx2.ConnectTimeout | httpx2.PoolTimeout):
            return LLMUnavailable("The provider cannot be reached.")
    return LLMUncertain("The provider gave no whole answer.")


def not_taken(status: int, headers: Mapping[str, str]) -> LLMUnavailable:
    """What an answer of this status means. Errors are not billed."""
    if status in _LASTING:
        return LLMUnavailable(_LASTING[status], lasting=True)
    return LLMUnavailable(f"The provider did not take the call ({status}).", wait=_wait(headers))


_LASTING = {
    400: "The provider finds fault with the call.",
    401: "The provider does not accept the key.",
    402: "The provider wants to be paid first.",
    403: "The provider does not let this key do that.",
    404: "The provider does not know the model.",
    422: "The provider finds fault with the call.",
}


def _wait(headers: Mapping[str, str]) -> float | None:
    """Seconds. A date, which no provider in use sends, is not read."""
    try:
        return max(0.0, float(headers.get("retry-after", "")))
    except ValueError:
        return None


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
