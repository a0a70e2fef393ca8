import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from typing import Any

from app.domain.generation.errors import WriterUnavailable
from app.domain.generation.parts import Objection, PartBrief, WriterCall, WrittenPart
from app.domain.generation.ports import IPartWriter
from app.domain.generation.usage import Spent
from app.domain.generation.wording import asked, worded
from app.domain.shared.llm import (
    ILLMService,
    LLMAnswer,
    LLMRequest,
    LLMUnavailable,
    LLMUncertain,
    LLMUnusable,
    LLMUsage,
)
from app.domain.shared.work import Output

_TRIES = 3
_WAIT, _LONGEST_WAIT = 1.0, 5.0
"""Seconds, before a call that was not taken is made again."""
UNUSABLE = (
    "The {part} came back from the language model in a form that cannot be used: it is in your own words."
)
UNCERTAIN = "The language model did not answer in time for the {part}: it is in your own words."

Sleep = Callable[[float], Awaitable[None]]


class ModelWriter(IPartWriter):
    """Has a language model word a part. What it cannot be had for stays in the person's own words."""

    def __init__(self, llm: ILLMService, *, sleep: Sleep = asyncio.sleep) -> None:
        self._llm = llm
        self._sleep = sleep

    def most(self, brief: PartBrief, objections: Sequence[Objection] = ()) -> Spent:
        return _spent(self._llm.most(asked(brief, objections)))

    async def write(self, brief: PartBrief, objections: Sequence[Objection] = ()) -> Output[WrittenPart]:
        request = asked(brief, objections)
        try:
            answer = await self._answer(request)
        except LLMUnusable as error:
            call = _call(request, error.provider, error.model, "unusable", error.usage)
            return _own(brief, UNUSABLE, call)
        except LLMUncertain as error:
            call = _call(request, error.provider, error.model, "uncertain", self._llm.most(request))
            return _own(brief, UNCERTAIN, call)
        written = worded(brief, answer.value)
        call = _call(request, answer.provider, answer.model, "answered", answer.usage, answer.seconds)
        return Output(_with(written, call), _spent(answer.usage).usage)

    async def _answer(self, request: LLMRequest[Any]) -> LLMAnswer[Any]:
        """Asks again what was not taken, which costs nothing. Raises WriterUnavailable."""
        for tried in range(1, _TRIES + 1):
            try:
                return await self._llm.answer(request)
            except LLMUnavailable as error:
                wait = error.wait if error.wait is not None else _WAIT * tried
                if error.lasting or tried == _TRIES or wait > _LONGEST_WAIT:
                    raise WriterUnavailable(str(error)) from error
                await self._sleep(wait)
        raise AssertionError("the last try returns or raises")


def _own(brief: PartBrief, note: str, call: WriterCall) -> Output[WrittenPart]:
    part = WrittenPart(
        sections=brief.own_words, note=note.format(part=brief.part), degraded=True, calls=(call,)
    )
    return Output(
        part, Spent(tokens=call.input_tokens + call.output_tokens, cost_micros=call.cost_micros).usage
    )


def _with(written: WrittenPart, call: WriterCall) -> WrittenPart:
    return replace(written, calls=(call,))


def _spent(usage: LLMUsage) -> Spent:
    return Spent(tokens=usage.tokens, cost_micros=usage.cost_micros)


def _call(
    request: LLMRequest[Any],
    provider: str,
    model: str,
    outcome: str,
    usage: LLMUsage,
    seconds: float = 0.0,
) -> WriterCall:
    return WriterCall(
        prompt=request.name,
        provider=provider,
        model=model,
        outcome=outcome,
        input_tokens=usage.input_tokens,
        output_tokens=usage.output_tokens,
        cost_micros=usage.cost_micros,
        seconds=seconds,
    )
