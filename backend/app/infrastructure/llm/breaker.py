import time
from collections.abc import Callable
from typing import TypeVar

import structlog

from app.domain.shared.llm import (
    ILLMService,
    LLMAnswer,
    LLMRequest,
    LLMTask,
    LLMUnavailable,
    LLMUncertain,
    LLMUsage,
)
from app.infrastructure.metrics import LLM_RESTING

T = TypeVar("T")
_log = structlog.get_logger(__name__)


class Breaker(ILLMService):
    """Asks no more of whom that has failed so many times in a row, until a while has passed; then one
    call tries whether it is well again."""

    def __init__(
        self,
        inner: ILLMService,
        *,
        name: str,
        failures: int = 5,
        rest: float = 30,
        clock: Callable[[], float] = time.monotonic,
        shown: bool = True,
    ) -> None:
        """`shown`: to Prometheus, whether it rests."""
        self._inner = inner
        self._name = name
        self._most = failures
        self._rest = rest
        self._clock = clock
        self._failed = 0
        self._shut_until: float | None = None
        self._trying = False
        provider, _, model = name.partition("/")
        self._gauge = LLM_RESTING.labels(provider, model) if shown else None

    def first(self, task: LLMTask) -> str:
        return self._inner.first(task)

    def most(self, request: LLMRequest[T]) -> LLMUsage:
        return self._inner.most(request)

    async def answer(self, request: LLMRequest[T]) -> LLMAnswer[T]:
        trying = self._enter()
        try:
            answer = await self._inner.answer(request)
        except LLMUnavailable as error:
            self._fail(error.wait, at_once=error.lasting)
            raise
        except LLMUncertain:
            self._fail(None)
            raise
        finally:
            self._trying = self._trying and not trying
        if self._shut_until is not None:
            _log.info("provider is well again", provider=self._name)
        self._failed, self._shut_until = 0, None
        self._show(0)
        return answer

    def _enter(self) -> bool:
        """Whether this call is the one that tries. Raises LLMUnavailable while it is to rest."""
        if self._shut_until is None:
            return False
        left = self._shut_until - self._clock()
        if left > 0 or self._trying:
            raise LLMUnavailable("The provider failed often and is left alone.", wait=max(left, 1.0))
        self._trying = True
        return True

    def _fail(self, wait: float | None, *, at_once: bool = False) -> None:
        self._failed += 1
        if at_once or self._failed >= self._most or self._shut_until is not None:
            self._shut_until = self._clock() + max(self._rest, wait or 0)
            self._show(1)
            _log.warning("provider is left alone", provider=self._name, failures=self._failed)

    def _show(self, resting: int) -> None:
        if self._gauge:
            self._gauge.set(resting)
