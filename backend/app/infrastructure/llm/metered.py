import time
from typing import TypeVar

from app.domain.shared.llm import (
    ILLMService,
    LLMAnswer,
    LLMRequest,
    LLMTask,
    LLMUnavailable,
    LLMUncertain,
    LLMUnusable,
    LLMUsage,
)
from app.infrastructure.metrics import LLM_CALLS, LLM_COST, LLM_SECONDS, LLM_TOKENS

T = TypeVar("T")


class Metered(ILLMService):
    """One model, and what came of each call to it for Prometheus to read."""

    def __init__(self, inner: ILLMService, *, provider: str, model: str) -> None:
        self._inner = inner
        self._names = (provider, model)

    def first(self, task: LLMTask) -> str:
        return self._inner.first(task)

    def most(self, request: LLMRequest[T]) -> LLMUsage:
        return self._inner.most(request)

    async def answer(self, request: LLMRequest[T]) -> LLMAnswer[T]:
        began = time.monotonic()
        try:
            answer = await self._inner.answer(request)
        except LLMUnavailable:
            self._count("not_taken", began)
            raise
        except LLMUncertain:
            self._count("uncertain", began, self._inner.most(request))
            raise
        except LLMUnusable as error:
            self._count("unusable", began, error.usage)
            raise
        self._count("answered", began, answer.usage)
        return answer

    def _count(self, outcome: str, began: float, usage: LLMUsage | None = None) -> None:
        LLM_CALLS.labels(*self._names, outcome).inc()
        LLM_SECONDS.labels(*self._names).observe(time.monotonic() - began)
        if usage:
            LLM_TOKENS.labels(*self._names, "input").inc(usage.input_tokens)
            LLM_TOKENS.labels(*self._names, "output").inc(usage.output_tokens)
            LLM_COST.labels(*self._names).inc(usage.cost_micros)
