import asyncio
import time
from typing import TypeVar

import structlog

from app.domain.shared.llm import (
    ILLMService,
    LLMAnswer,
    LLMRequest,
    LLMTask,
    LLMUncertain,
    LLMUnusable,
    LLMUsage,
)
from app.infrastructure.llm.prices import Priced
from app.infrastructure.llm.shapes import Unreadable, parsed, schema_of
from app.infrastructure.llm.speaker import Ended, ISpeaker, Prompt, Said

T = TypeVar("T")
_log = structlog.get_logger(__name__)
_WHY = {
    Ended.CUT: "it is longer than it may be",
    Ended.REFUSED: "it is a refusal",
    Ended.OTHERWISE: "it stopped for no reason that we know",
}


class Model(ILLMService):
    """One model of one provider: within a deadline, priced, and held to the shape that was asked for."""

    def __init__(self, speaker: ISpeaker, priced: Priced, *, deadline: float) -> None:
        self._speaker = speaker
        self._priced = priced
        self._deadline = deadline

    @property
    def name(self) -> str:
        return f"{self._speaker.provider}/{self._priced.model}"

    def first(self, task: LLMTask) -> str:
        return self.name

    def most(self, request: LLMRequest[T]) -> LLMUsage:
        return self._priced.most(request)

    async def answer(self, request: LLMRequest[T]) -> LLMAnswer[T]:
        began = time.monotonic()
        said = await self._said(request)
        seconds = round(time.monotonic() - began, 3)
        usage = self._priced.usage(fresh=max(0, said.fresh), cached=said.cached, output=said.output)
        log = _log.bind(
            prompt=request.name,
            model=self.name,
            seconds=seconds,
            input_tokens=usage.input_tokens,
            output_tokens=usage.output_tokens,
            cost_micros=usage.cost_micros,
        )
        try:
            value = self._value(said, request)
        except Unreadable as error:
            log.warning("model answer unusable", why=str(error))
            raise LLMUnusable(
                f"The answer of {self._priced.model} cannot be used: {error}.",
                usage=usage,
                provider=self._speaker.provider,
                model=self._priced.model,
            ) from None
        log.info("model answered")
        return LLMAnswer(
            value=value,
            provider=self._speaker.provider,
            model=self._priced.model,
            usage=usage,
            seconds=seconds,
        )

    async def _said(self, request: LLMRequest[T]) -> Said:
        prompt = Prompt(
            name=request.name,
            instructions=request.instructions,
            material=request.material,
            schema=schema_of(request.kind),
            most_tokens=request.most_tokens,
        )
        try:
            async with asyncio.timeout(self._deadline):
                return await self._speaker.say(self._priced.model, prompt)
        except TimeoutError:
            raise self._named(LLMUncertain("The provider did not answer in time.")) from None
        except LLMUncertain as error:
            raise self._named(error) from error.__cause__

    def _named(self, error: LLMUncertain) -> LLMUncertain:
        error.provider, error.model = self._speaker.provider, self._priced.model
        return error

    def _value(self, said: Said, request: LLMRequest[T]) -> T:
        if said.ended is not Ended.WHOLE:
            raise Unreadable(_WHY[said.ended])
        return parsed(said.text, request.kind)
