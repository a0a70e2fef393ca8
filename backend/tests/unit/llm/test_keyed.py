"""Keys of many people in one process: none knows of another, and not all are kept open."""

import asyncio
from typing import Any

import pytest

from app.domain.shared.llm import LLMRequest, LLMTask, LLMUnavailable
from app.infrastructure.llm.breaker import Breaker
from app.infrastructure.llm.keyed import IMaker, KeyedLLMs
from app.infrastructure.llm.model import Model
from app.infrastructure.llm.prices import FREE, Priced
from app.infrastructure.llm.speaker import Ended, ISpeaker, Prompt, Said
from tests.unit.llm.test_models import Word

BAD = "refused"
REQUEST = LLMRequest(
    task=LLMTask.WRITING, name="x-1", instructions="", material="", kind=Word, most_tokens=10
)


class Speaker(ISpeaker):
    provider = "p"

    def __init__(self, secret: str) -> None:
        self.secret = secret
        self.closed = False
        self.going = asyncio.Event()
        self.going.set()
        self.asked = 0

    async def say(self, model: str, prompt: Prompt) -> Said:
        self.asked += 1
        await self.going.wait()
        assert not self.closed
        if self.secret == BAD:
            raise LLMUnavailable("401", lasting=True)
        return Said(text='{"text": "yes", "source": null}', ended=Ended.WHOLE, fresh=1, output=1)

    async def close(self) -> None:
        self.closed = True


class Maker(IMaker):
    def __init__(self) -> None:
        self.made: list[Speaker] = []

    def speaker(self, secret: str) -> ISpeaker:
        self.made.append(Speaker(secret))
        return self.made[-1]

    def service(self, speaker: ISpeaker) -> Any:
        return Breaker(Model(speaker, Priced(model="m", price=FREE), deadline=5), name="p/m", shown=False)


async def test_the_same_key_is_asked_through_the_same_door_and_another_through_another() -> None:
    maker = Maker()
    keyed = KeyedLLMs({"p": maker})

    for secret in ("one", "two", "one"):
        await keyed.opened_by(secret, provider="p").answer(REQUEST)

    assert [(speaker.secret, speaker.asked) for speaker in maker.made] == [("one", 2), ("two", 1)]
    await keyed.close()
    assert all(speaker.closed for speaker in maker.made)


async def test_a_key_that_is_refused_is_left_alone_and_no_other_is() -> None:
    maker = Maker()
    keyed = KeyedLLMs({"p": maker})

    for _ in range(2):
        with pytest.raises(LLMUnavailable):
            await keyed.opened_by(BAD, provider="p").answer(REQUEST)
    await keyed.opened_by("good", provider="p").answer(REQUEST)

    assert [speaker.asked for speaker in maker.made] == [1, 1]
    await keyed.close()


async def test_those_that_nobody_asks_for_longest_are_closed_and_opened_anew() -> None:
    maker = Maker()
    keyed = KeyedLLMs({"p": maker}, most=2)
    held = keyed.opened_by("one", provider="p")

    for secret in ("one", "two", "three"):
        await keyed.opened_by(secret, provider="p").answer(REQUEST)
    assert [speaker.closed for speaker in maker.made] == [True, False, False]

    await held.answer(REQUEST)
    assert [speaker.secret for speaker in maker.made if not speaker.closed] == ["three", "one"]
    await keyed.close()


async def test_one_that_is_being_asked_is_not_closed_under_way() -> None:
    maker = Maker()
    keyed = KeyedLLMs({"p": maker}, most=1)
    slow = keyed.opened_by("slow", provider="p")
    slow.first(LLMTask.WRITING)
    maker.made[0].going.clear()
    under_way = asyncio.create_task(slow.answer(REQUEST))
    await asyncio.sleep(0)

    await keyed.opened_by("two", provider="p").answer(REQUEST)
    assert not maker.made[0].closed
    maker.made[0].going.set()

    assert (await under_way).value == Word("yes", None)
    await keyed.close()
