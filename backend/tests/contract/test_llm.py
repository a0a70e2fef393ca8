"""What every model promises, whose protocol it may be: against servers that speak it over the wire."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import pytest
from structlog.testing import capture_logs

from app.domain.shared.llm import LLMRequest, LLMTask, LLMUnavailable, LLMUncertain, LLMUnusable
from app.infrastructure.llm.anthropic import AnthropicSpeaker
from app.infrastructure.llm.gemini import GeminiSpeaker
from app.infrastructure.llm.model import Model
from app.infrastructure.llm.openai import OpenAISpeaker
from app.infrastructure.llm.prices import Price, Priced
from app.infrastructure.llm.speaker import ISpeaker
from tests.llm.dialects import (
    ANTHROPIC,
    CACHED,
    DIALECTS,
    FRESH,
    GEMINI,
    KEY,
    OPENAI,
    OUTPUT,
    Asked,
    Dialect,
)
from tests.llm.server import MARK, Fault, Provider, providing

PATIENT, SHORT = 20.0, 0.5
"""Seconds. A machine with much to do needs the first; the second is for those who never answer."""
NEVER = (Fault.SILENCE, Fault.HANG_AFTER_HEADERS, Fault.ONE_BYTE_A_SECOND)
PRICE = Price(input=2, cached=0.5, output=10)
SECRET = "Ada-planted-in-the-question"


@dataclass(frozen=True)
class Line:
    text: str
    number: int


@dataclass(frozen=True)
class Page:
    lines: list[Line]


REQUEST = LLMRequest(
    task=LLMTask.WRITING,
    name="summary-1",
    instructions="Word the lines.",
    material=f"<data>{SECRET}: è, 日本</data>",
    kind=Page,
    most_tokens=400,
)
PAGE = Page([Line("Nursed 30 people.", 1), Line("Größe", 2)])


def well(_: Asked) -> str:
    return json.dumps({"lines": [{"text": line.text, "number": line.number} for line in PAGE.lines]})


def speaker_of(provider: Provider, seconds: float = PATIENT) -> ISpeaker:
    address = provider.address
    if provider.dialect is ANTHROPIC:
        return AnthropicSpeaker(key=KEY, base_url=address, seconds=seconds)
    if provider.dialect is GEMINI:
        return GeminiSpeaker(key=KEY, base_url=address, seconds=seconds)
    name = "openai" if provider.dialect is OPENAI else "openrouter"
    return OpenAISpeaker(key=KEY, base_url=f"{address}/v1", seconds=seconds, provider=name)


@pytest.fixture(params=DIALECTS, ids=lambda dialect: dialect.name)
def dialect(request: pytest.FixtureRequest) -> Dialect:
    found: Dialect = request.param
    return found


@asynccontextmanager
async def a_model(dialect: Dialect, *faults: Fault) -> AsyncIterator[tuple[Model, Provider]]:
    deadline = SHORT if set(faults) & set(NEVER) else PATIENT
    async with providing(dialect, well, *faults) as provider:
        speaker = speaker_of(provider, deadline)
        try:
            yield Model(speaker, Priced(model="some-model", price=PRICE), deadline=deadline), provider
        finally:
            await speaker.close()


async def test_an_answer_comes_in_the_shape_asked_for_with_what_it_cost(dialect: Dialect) -> None:
    async with a_model(dialect) as (model, provider):
        answer = await model.answer(REQUEST)

    assert answer.value == PAGE
    assert answer.model == "some-model"
    usage = answer.usage
    assert (usage.input_tokens, usage.output_tokens) == (FRESH + CACHED, OUTPUT)
    assert usage.cost_micros == FRESH * 2 + CACHED * 0.5 + OUTPUT * 10
    assert usage.cost_micros <= model.most(REQUEST).cost_micros
    [asked] = provider.asked
    assert (asked.instructions, asked.material) == (REQUEST.instructions, REQUEST.material)
    assert asked.most_tokens == REQUEST.most_tokens


async def test_the_shape_on_the_wire_has_no_references_and_takes_nothing_more(dialect: Dialect) -> None:
    async with a_model(dialect) as (model, provider):
        await model.answer(REQUEST)

    line = {"type": "object", "additionalProperties": False, "required": ["text", "number"]}
    line["properties"] = {"text": {"type": "string"}, "number": {"type": "integer"}}
    assert provider.asked[0].schema == {
        "type": "object",
        "additionalProperties": False,
        "required": ["lines"],
        "properties": {"lines": {"type": "array", "items": line}},
    }


EXPECTED: dict[Fault, type[Exception] | tuple[type[Exception], ...]] = {
    Fault.SILENCE: LLMUncertain,
    Fault.HANG_AFTER_HEADERS: LLMUncertain,
    Fault.ONE_BYTE_A_SECOND: LLMUncertain,
    Fault.RESET: LLMUncertain,
    Fault.NO_SUCH_HOST: LLMUncertain,
    Fault.TEN_MEGABYTES: LLMUncertain,
    Fault.PACKED: LLMUncertain,
    Fault.BAD_UTF8: (LLMUncertain, LLMUnusable),
    Fault.NO_JSON: LLMUncertain,
    Fault.NOTHING_SAID: LLMUncertain,
    Fault.TOO_MANY: LLMUnavailable,
    Fault.BAD_KEY: LLMUnavailable,
    Fault.BROKEN: LLMUnavailable,
    Fault.OVERLOADED: LLMUnavailable,
    Fault.EMPTY: LLMUnusable,
    Fault.TRUNCATED: LLMUnusable,
    Fault.WRONG_SHAPE: LLMUnusable,
    Fault.TWICE: LLMUnusable,
    Fault.REFUSED: LLMUnusable,
    Fault.CUT: LLMUnusable,
}


@pytest.mark.parametrize("fault", EXPECTED)
async def test_each_fault_is_told_by_what_it_may_have_cost_within_the_deadline(
    dialect: Dialect, fault: Fault
) -> None:
    async with a_model(dialect, fault) as (model, provider):
        with capture_logs() as logs, pytest.raises(EXPECTED[fault]) as told:
            await model.answer(REQUEST)

        assert provider.calls == 1
    said = f"{told.value!s} {told.value!r} {logs}"
    assert [secret for secret in (MARK, KEY, SECRET, "Nursed") if secret in said] == []


async def test_a_provider_that_asks_to_wait_is_heard(dialect: Dialect) -> None:
    async with a_model(dialect, Fault.TOO_MANY, Fault.BAD_KEY) as (model, _):
        with pytest.raises(LLMUnavailable) as busy:
            await model.answer(REQUEST)
        with pytest.raises(LLMUnavailable) as locked:
            await model.answer(REQUEST)

    assert (busy.value.wait, busy.value.lasting) == (7, False)
    assert locked.value.lasting


async def test_an_answer_of_no_use_says_what_it_cost(dialect: Dialect) -> None:
    async with a_model(dialect, Fault.CUT) as (model, _):
        with pytest.raises(LLMUnusable) as told:
            await model.answer(REQUEST)

    assert told.value.usage.tokens == FRESH + CACHED + OUTPUT
    assert told.value.usage.cost_micros > 0


async def test_where_nobody_listens_nothing_was_spent(dialect: Dialect) -> None:
    async with providing(dialect, well) as gone:
        speaker = speaker_of(gone)
    model = Model(speaker, Priced(model="m", price=PRICE), deadline=PATIENT)

    with pytest.raises(LLMUnavailable):
        await model.answer(REQUEST)
    await speaker.close()


async def test_after_a_fault_the_next_call_is_answered(dialect: Dialect) -> None:
    faults = [fault for fault in EXPECTED if fault not in NEVER]
    async with a_model(dialect, *faults) as (model, provider):
        for fault in faults:
            with pytest.raises(EXPECTED[fault]):
                await model.answer(REQUEST)
        assert (await model.answer(REQUEST)).value == PAGE

    assert provider.calls == len(faults) + 1


async def test_what_is_logged_of_an_answer_is_its_size_and_cost_alone(dialect: Dialect) -> None:
    async with a_model(dialect) as (model, _):
        with capture_logs() as logs:
            await model.answer(REQUEST)

    [line] = [each for each in logs if each["event"] == "model answered"]
    assert line["prompt"] == "summary-1"
    assert (line["input_tokens"], line["output_tokens"]) == (FRESH + CACHED, OUTPUT)
    assert "Nursed" not in str(logs)
    assert SECRET not in str(logs)
