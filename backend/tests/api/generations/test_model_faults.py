"""One call fails, a provider goes down and comes back, a model is replaced, a tongue is the wrong one."""

import json
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from app.composition import writers
from app.infrastructure.llm.breaker import Breaker
from tests.api.generations.conftest import finished
from tests.api.generations.test_language_model import KEYS, Place, a_house, bullets_of, the_result
from tests.builders.generation import CAREER, a_wish
from tests.llm.dialects import KEY, OPENAI, Asked
from tests.llm.models import answered, honest
from tests.llm.server import Fault
from tests.llm.stages import Call, ended_with

SPANISH = {
    CAREER["basics"]["summary"]: "Enfermera ordenada; la cirugía es mi casa.",
    "A surgical ward of 24 beds.": "Una planta de cirugía de 24 camas.",
    "Trained 14 new nurses.": "Formé a 14 enfermeras nuevas.",
    "Cut falls by a third within a year.": "Reduje las caídas en un tercio en un año.",
}
SOME = [
    (Fault.SILENCE, Call.SUMMARY),
    (Fault.REFUSED, Call.EXPERIENCE),
    (Fault.TOO_MANY, Call.SKILLS),
    (Fault.RESET, Call.SUMMARY_REPAIR),
    (Fault.WRONG_SHAPE, Call.EXPERIENCE_REPAIR),
]


@pytest.fixture
def place(sqlite_url: str, tmp_path: Path) -> Place:
    return Place(sqlite_url, tmp_path / "var")


@pytest.fixture(autouse=True)
def keys(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in KEYS:
        monkeypatch.setenv(name, KEY)


@pytest.mark.parametrize(("fault", "call"), SOME)
async def test_one_call_that_fails_leaves_a_resume_one_charge_and_nothing_set_aside(
    place: Place, fault: Fault, call: Call
) -> None:
    ended = await ended_with(place, fault, call)

    assert ended.faults == []
    assert [note for note in ended.result["notes"] if call.part in note]


async def test_a_provider_that_is_down_is_left_alone_and_asked_again_when_it_is_well(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = [0.0]
    monkeypatch.setattr(writers, "Breaker", partial(Breaker, clock=lambda: clock[0]))
    async with a_house(place, OPENAI, honest, llm_seconds=1) as (house, provider):
        provider.failing = lambda _: Fault.RESET
        ada = await house.person()
        wish = await a_wish(ada, use_llm=True)
        for _ in range(3):
            await finished(ada, wish)
        asked_while_down = provider.calls
        again = await finished(ada, wish)

        assert asked_while_down <= 2 * 5 + 2  # two models, five each, and what was under way
        assert provider.calls == asked_while_down
        degraded = (await ada.get(f"/generations/{again['id']}/result")).json()
        assert degraded["degraded"] is True

        provider.failing = None
        clock[0] += 31
        healed = [await finished(ada, wish) for _ in range(2)][-1]
        result = (await ada.get(f"/generations/{healed['id']}/result")).json()

    assert result["degraded"] is False
    assert not [bullet for bullet in bullets_of(result) if bullet.endswith(".")]


async def test_where_the_first_model_takes_no_call_the_next_one_writes(place: Place) -> None:
    about: dict[str, Any] = {"llm_model_analysis": "gpt-5.2", "llm_fallback": ["gpt-5-mini"]}
    async with a_house(place, OPENAI, honest, **about) as (house, provider):
        provider.failing = lambda asked: Fault.BROKEN if asked.body["model"] == "gpt-5.2" else Fault.NONE
        made, result = await the_result(await house.person(), use_llm=True)

        wrote = [asked.body["model"] for asked in provider.asked]
    assert wrote.count("gpt-5-mini") == 3
    assert result["degraded"] is False
    assert not [bullet for bullet in bullets_of(result) if bullet.endswith(".")]
    assert made["token_usage"] == 3 * 1050


async def test_an_answer_in_another_language_than_was_asked_for_does_not_stand(place: Place) -> None:
    def spanish(asked: Asked) -> str:
        return answered(asked, lambda text: SPANISH.get(text, "Enfermera con gusto por el orden."))

    async with a_house(place, OPENAI, spanish) as (house, _):
        _, result = await the_result(await house.person(), use_llm=True)

    said = json.dumps(result["content"], ensure_ascii=False)
    assert [text for text in (*SPANISH.values(), "Enfermera con") if text in said] == []
    assert len([note for note in result["notes"] if "in another language" in note]) == 2
    assert result["degraded"] is True
