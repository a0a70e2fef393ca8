from collections.abc import Mapping, Sequence
from typing import TypeVar

from app.domain.shared.llm import (
    ILLMService,
    LLMAnswer,
    LLMRequest,
    LLMTask,
    LLMUnavailable,
    LLMUsage,
)

T = TypeVar("T")


class ByTask(ILLMService):
    """For each task the model that the host chose; and when it does not take the call, the next."""

    def __init__(self, models: Mapping[LLMTask, Sequence[ILLMService]]) -> None:
        self._models = models

    def first(self, task: LLMTask) -> str:
        return self._models[task][0].first(task)

    def most(self, request: LLMRequest[T]) -> LLMUsage:
        each = [model.most(request) for model in self._models[request.task]]
        return LLMUsage(
            input_tokens=max(usage.input_tokens for usage in each),
            output_tokens=max(usage.output_tokens for usage in each),
            cost_micros=max(usage.cost_micros for usage in each),
        )

    async def answer(self, request: LLMRequest[T]) -> LLMAnswer[T]:
        """Only what cost nothing is asked of the next: so it never costs more than the dearest."""
        refused: LLMUnavailable | None = None
        for model in self._models[request.task]:
            try:
                return await model.answer(request)
            except LLMUnavailable as error:
                refused = error
        raise refused or LLMUnavailable("No model is configured.", lasting=True)
