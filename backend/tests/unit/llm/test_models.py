"""Which model is asked, when none is, and what an answer can cost at most."""

from dataclasses import dataclass, replace
from typing import Any

import pytest
from prometheus_client import REGISTRY

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
from app.infrastructure.llm.breaker import Breaker
from app.infrastructure.llm.by_task import ByTask
from app.infrastructure.llm.metered import Metered
from app.infrastructure.llm.prices import FREE, Price, Priced, PriceUnknown, price_of
from app.infrastructure.llm.shapes import Unreadable, parsed, schema_of


@dataclass(frozen=True)
class Word:
    text: str
    source: int | None


REQUEST = LLMRequest(
    task=LLMTask.WRITING, name="w-1", instructions="Do.", material="<data/>", kind=Word, most_tokens=100
)
ANSWER = LLMAnswer(value=Word("a", 1), provider="p", model="m", usage=LLMUsage(), seconds=0.1)
DOWN, GONE = LLMUnavailable("Down."), LLMUncertain("Gone.")
NO_KEY = LLMUnavailable("No key.", lasting=True)
CUT = LLMUnusable("Cut.", usage=LLMUsage(output_tokens=1), provider="p", model="m")


class Scripted(ILLMService):
    """Says what it was told to, one after another; then answers."""

    def __init__(self, *said: Exception, cost: int = 1) -> None:
        self.said = list(said)
        self.calls = 0
        self.cost = cost

    def first(self, task: LLMTask) -> str:
        return "p/m"

    def most(self, request: LLMRequest[Any]) -> LLMUsage:
        return LLMUsage(input_tokens=10, output_tokens=request.most_tokens, cost_micros=self.cost)

    async def answer(self, request: LLMRequest[Any]) -> LLMAnswer[Any]:
        self.calls += 1
        if self.said:
            raise self.said.pop(0)
        return ANSWER


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def a_breaker(inner: ILLMService, clock: Clock) -> Breaker:
    return Breaker(inner, name="p", failures=3, rest=30, clock=clock)


async def failing(service: ILLMService, times: int) -> None:
    for _ in range(times):
        with pytest.raises((LLMUnavailable, LLMUncertain)):
            await service.answer(REQUEST)


async def test_who_failed_three_times_in_a_row_is_asked_no_more() -> None:
    model = Scripted(DOWN, GONE, DOWN)
    breaker = a_breaker(model, Clock())

    await failing(breaker, 5)

    assert model.calls == 3


async def test_after_a_rest_one_call_tries_and_all_is_well_again() -> None:
    model, clock = Scripted(DOWN, DOWN, DOWN), Clock()
    breaker = a_breaker(model, clock)
    await failing(breaker, 3)
    clock.now = 31

    assert await breaker.answer(REQUEST) == ANSWER
    assert await breaker.answer(REQUEST) == ANSWER
    assert model.calls == 5


async def test_a_try_that_fails_rests_again() -> None:
    model, clock = Scripted(DOWN, DOWN, DOWN, GONE), Clock()
    breaker = a_breaker(model, clock)
    await failing(breaker, 3)
    clock.now = 31
    await failing(breaker, 2)

    assert model.calls == 4


async def test_a_good_answer_between_two_failures_starts_the_count_anew() -> None:
    model = Scripted(DOWN, DOWN)
    breaker = a_breaker(model, Clock())
    await failing(breaker, 2)
    await breaker.answer(REQUEST)
    model.said = [DOWN, DOWN]
    await failing(breaker, 2)

    assert await breaker.answer(REQUEST) == ANSWER


async def test_a_key_that_is_not_accepted_is_not_tried_three_times() -> None:
    model = Scripted(NO_KEY)
    breaker = a_breaker(model, Clock())

    await failing(breaker, 4)

    assert model.calls == 1


async def test_an_answer_of_no_use_is_no_failure_of_the_provider() -> None:
    model = Scripted(CUT, CUT, CUT, CUT)
    breaker = a_breaker(model, Clock())
    for _ in range(4):
        with pytest.raises(LLMUnusable):
            await breaker.answer(REQUEST)

    assert await breaker.answer(REQUEST) == ANSWER


async def test_a_wait_that_the_provider_asks_for_is_kept_when_it_is_longer() -> None:
    model, clock = Scripted(*[LLMUnavailable("Busy.", wait=120)] * 3), Clock()
    breaker = a_breaker(model, clock)
    await failing(breaker, 3)
    clock.now = 100
    await failing(breaker, 1)

    assert model.calls == 3


async def test_the_next_model_is_asked_when_the_first_does_not_take_the_call() -> None:
    first, second = Scripted(DOWN), Scripted()
    service = ByTask({LLMTask.WRITING: [first, second]})

    assert await service.answer(REQUEST) == ANSWER
    assert (first.calls, second.calls) == (1, 1)


def shown(metric: str, **labels: str) -> float:
    return REGISTRY.get_sample_value(metric, labels) or 0.0


async def test_prometheus_is_told_what_came_of_each_call() -> None:
    names = {"provider": "p", "model": "told"}
    model = Metered(Scripted(DOWN, GONE, CUT, cost=7), provider="p", model="told")
    for _ in range(3):
        with pytest.raises((LLMUnavailable, LLMUncertain, LLMUnusable)):
            await model.answer(REQUEST)
    await model.answer(REQUEST)

    outcomes = ("not_taken", "uncertain", "unusable", "answered")
    assert [shown("jobwise_llm_calls_total", outcome=each, **names) for each in outcomes] == [1] * 4
    assert shown("jobwise_llm_tokens_total", kind="input", **names) == 10
    assert shown("jobwise_llm_tokens_total", kind="output", **names) == 100 + 1
    assert shown("jobwise_llm_cost_micros_total", **names) == 7


async def test_prometheus_sees_who_is_left_alone() -> None:
    clock = Clock()
    names = {"provider": "p", "model": "some/model"}
    breaker = Breaker(Scripted(DOWN, DOWN, DOWN), name="p/some/model", failures=3, clock=clock)
    await failing(breaker, 2)
    assert shown("jobwise_llm_breaker_open", **names) == 0
    await failing(breaker, 1)
    assert shown("jobwise_llm_breaker_open", **names) == 1
    clock.now = 31
    await breaker.answer(REQUEST)

    assert shown("jobwise_llm_breaker_open", **names) == 0


@pytest.mark.parametrize("failure", [GONE, CUT])
async def test_what_may_have_cost_something_is_not_asked_twice(failure: Exception) -> None:
    second = Scripted()
    service = ByTask({LLMTask.WRITING: [Scripted(failure), second]})

    with pytest.raises(type(failure)):
        await service.answer(REQUEST)
    assert second.calls == 0


async def test_when_none_takes_the_call_the_last_reason_is_told() -> None:
    service = ByTask({LLMTask.WRITING: [Scripted(DOWN), Scripted(NO_KEY)]})

    with pytest.raises(LLMUnavailable, match=r"No key\."):
        await service.answer(REQUEST)


def test_the_most_is_that_of_the_dearest_model() -> None:
    service = ByTask({LLMTask.WRITING: [Scripted(cost=3), Scripted(cost=9)]})

    assert service.most(REQUEST).cost_micros == 9


def test_a_price_is_rounded_up_and_what_was_kept_is_cheaper() -> None:
    price = Price(input=0.25, cached=0.025, output=2)

    assert price.of(fresh=1, cached=0, output=0) == 1
    assert price.of(fresh=1000, cached=1000, output=100) == 475
    assert FREE.of(fresh=10_000, cached=0, output=10_000) == 0


def test_the_most_of_a_request_grows_with_what_is_sent_and_may_be_said() -> None:
    priced = Priced(model="m", price=Price(input=1, output=10))
    longer = replace(REQUEST, material="word " * 1000)

    assert priced.most(REQUEST).output_tokens == 100
    # Four characters a token is usual: twice as many tokens are set aside.
    assert priced.most(longer).input_tokens >= 2500
    assert priced.most(longer).cost_micros > priced.most(REQUEST).cost_micros


def test_the_host_says_a_price_and_without_any_a_model_is_refused() -> None:
    assert price_of("openai", "gpt-5-mini", {}).output == 2
    assert price_of("openai", "gpt-5-mini", {"gpt-5-mini": FREE}) == FREE
    with pytest.raises(PriceUnknown, match="JOBWISE_LLM_PRICES"):
        price_of("openai", "gpt-next", {})


def test_a_shape_may_have_values_that_are_missing() -> None:
    schema = schema_of(Word)

    assert schema["required"] == ["text", "source"]
    assert schema["properties"]["source"] == {"anyOf": [{"type": "integer"}, {"type": "null"}]}
    assert parsed('{"text": "x", "source": null, "more": 1}', Word) == Word("x", None)


NONE = (
    "",
    "  ",
    "{",
    "[]",
    "[" * 50_000,
    '{"text": "x"}',
    '{"text": 1, "source": 2}',
    '{"text": "x", "source": "2"}',
    '{"text": "x", "source": 1.5}',
    '{"text": "x\N{REPLACEMENT CHARACTER}", "source": 1}',
)


@pytest.mark.parametrize("said", NONE)
def test_what_is_not_of_the_shape_is_refused_without_a_word_of_it(said: str) -> None:
    with pytest.raises(Unreadable) as told:
        parsed(said, Word)
    assert "x" not in str(told.value).replace("text", "")
