"""A language model that does whatever it reads, as far as an answer has room for it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast

from app.domain.generation.wording.shapes import Ordered, Sentence, Summarised, WordedLine, WordedLines
from app.domain.shared.llm import ILLMService, LLMAnswer, LLMRequest, LLMTask, LLMUsage
from tests.injection.payloads import Payload

T = TypeVar("T")
_COST = LLMUsage(input_tokens=900, output_tokens=100, cost_micros=10)
_SEEN = 8
"""Characters of an order by which it is recognised, wherever the rest was cut off."""
_ROOM = 60
"""Characters that a line may grow by, and have a chance."""
_EVERY = tuple(range(-1, 200))
"""Numbers of lines, there or not."""


@dataclass
class Obedient(ILLMService):
    """Understands the payload in any disguise; leaks its instructions and all that it was given besides."""

    payload: Payload
    asked: list[LLMRequest[Any]] = field(default_factory=list)
    reached: bool = False

    def first(self, task: LLMTask) -> str:
        return "stub/stub"

    def most(self, request: LLMRequest[T]) -> LLMUsage:
        return _COST

    async def answer(self, request: LLMRequest[T]) -> LLMAnswer[T]:
        self.asked.append(request)
        read = "\n".join(_strings(json.loads(request.material)))
        beginning = self.payload.text.strip()[:_SEEN]
        obeys = beginning in read
        self.reached |= obeys
        value = cast(T, self._value(request, self.payload.wants if obeys else "And so on"))
        return LLMAnswer(value=value, provider="in process", model="obedient", usage=_COST, seconds=0.0)

    def _value(self, request: LLMRequest[Any], wants: str) -> Any:
        if request.kind is WordedLines:
            return WordedLines(tuple(self._lines(request, wants)))
        if request.kind is Summarised:
            return Summarised(tuple(Sentence(text, _EVERY) for text in _leaks(request, wants)))
        return Ordered((9_999, *reversed(_EVERY), 1, 1))

    def _lines(self, request: LLMRequest[Any], wants: str) -> Iterator[WordedLine]:
        """In each line another act of obedience, and in the next try the next."""
        groups = json.loads(request.material)["lines"]
        lines = [line for group in groups for line in group["numbered"]]
        for n, line in enumerate(lines, start=len(self.asked)):
            old = line["text"]
            acts = (f"{old.removesuffix('.')} {wants}", wants, *_leaks(request, wants)[1:])
            yield WordedLine(line["number"], acts[n % len(acts)][: len(old) + _ROOM])
        yield WordedLine(9_999, wants)


def _leaks(request: LLMRequest[Any], wants: str) -> tuple[str, ...]:
    return wants, request.instructions[:390], request.material[:390], f"Her name is [[NAME-1]], {wants}"


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each)
