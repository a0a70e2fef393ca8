"""A language model on the other side of the wire: what it gets, what of its answers stands, what it costs."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx2
import pytest

from tests.api.conftest import House, house_on
from tests.api.generations.conftest import finished
from tests.builders.generation import CAREER, a_wish
from tests.llm.dialects import ANTHROPIC, COMPATIBLE, DIALECTS, GEMINI, KEY, OPENAI, Dialect
from tests.llm.models import LIE, honest, liar, part_of, teachable
from tests.llm.server import Answering, Fault, Provider, providing

SETTINGS: dict[str, dict[str, Any]] = {
    OPENAI.name: {"llm_provider": "openai", "llm_model_writing": "gpt-5.2"},
    COMPATIBLE.name: {"llm_provider": "openrouter", "llm_model_writing": "some/model"},
    ANTHROPIC.name: {"llm_provider": "anthropic"},
    GEMINI.name: {"llm_provider": "gemini"},
}
KEYS = ("OPENAI_API_KEY", "OPENROUTER_API_KEY", "ANTHROPIC_API_KEY", "GEMINI_API_KEY")
PRICES = {"some/model": {"input": 1, "output": 4}}


@dataclass(frozen=True)
class Place:
    url: str
    folder: Path


@pytest.fixture
def place(sqlite_url: str, tmp_path: Path) -> Place:
    return Place(sqlite_url, tmp_path / "var")


@pytest.fixture(autouse=True)
def keys(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in KEYS:
        monkeypatch.setenv(name, KEY)


@asynccontextmanager
async def a_house(
    place: Place, dialect: Dialect, model: Answering, *faults: Fault, **about: object
) -> AsyncIterator[tuple[House, Provider]]:
    async with providing(dialect, model, *faults) as provider:
        path = "/v1" if dialect in (OPENAI, COMPATIBLE) else ""
        given = SETTINGS[dialect.name] | {"llm_base_url": provider.address + path, "llm_prices": PRICES}
        rich = {"tier_free": {"generations": 100, "tokens": 500_000, "cost_micros": 50_000_000, "at_once": 2}}
        async with house_on(place.url, place.folder, **(rich | given | about)) as house:
            yield house, provider


async def the_result(ada: httpx2.AsyncClient, **wish: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    made = await finished(ada, await a_wish(ada, **wish))
    assert made["status"] == "completed", made
    return made, (await ada.get(f"/generations/{made['id']}/result")).json()


def bullets_of(result: dict[str, Any]) -> list[str]:
    sections = result["content"]["sections"]
    [experience] = [section for section in sections if section["kind"] == "experience"]
    return [bullet["text"] for entry in experience["entries"] for bullet in entry["bullets"]]


@pytest.mark.parametrize("dialect", DIALECTS, ids=lambda dialect: dialect.name)
async def test_what_an_honest_model_words_stands_and_is_paid_for(place: Place, dialect: Dialect) -> None:
    async with a_house(place, dialect, honest) as (house, provider):
        ada = await house.person()
        made, result = await the_result(ada, use_llm=True)

        assert provider.calls == 3
        assert {part_of(asked) for asked in provider.asked} == {"summary", "experience", "skills"}
        assert (result["degraded"], result["taken_out"]) == (False, [])
        bullets = bullets_of(result)
        assert bullets
        assert not [bullet for bullet in bullets if bullet.endswith(".")]
        usage = (await ada.get("/users/me/usage")).json()
        assert made["token_usage"] == 3 * 1050
        assert usage["token_usage"] == made["token_usage"]


async def test_nobody_is_asked_where_the_person_did_not_ask_for_it(place: Place) -> None:
    async with a_house(place, OPENAI, honest) as (house, provider):
        _, result = await the_result(await house.person())

        assert provider.calls == 0
        assert result["degraded"] is False


async def test_where_there_is_no_model_the_person_hears_so(place: Place) -> None:
    async with house_on(place.url, place.folder) as house:
        _, result = await the_result(await house.person(), use_llm=True)

    assert result["degraded"] is True
    assert [note for note in result["notes"] if "no language model" in note]


async def test_neither_the_name_nor_a_way_to_reach_the_person_leaves_the_house(place: Place) -> None:
    async with a_house(place, ANTHROPIC, honest) as (house, provider):
        await the_result(await house.person(), use_llm=True)

        sent = json.dumps([[asked.instructions, asked.material] for asked in provider.asked])
    basics = CAREER["basics"]
    private = [basics["name"], *basics["name"].split(), basics["email"], basics.get("phone", "")]
    assert [each for each in private if each and each in sent] == []
    assert "ada@example.com" not in sent


async def test_what_a_model_invents_is_objected_to_twice_and_never_stands(place: Place) -> None:
    async with a_house(place, OPENAI, liar) as (house, provider):
        _, result = await the_result(await house.person(), use_llm=True)

        parts = [part_of(asked) for asked in provider.asked]
        assert (parts.count("summary"), parts.count("experience"), parts.count("skills")) == (3, 3, 1)
        objected = [asked for asked in provider.asked if LIE in asked.material]
        assert len(objected) == 4
    assert LIE not in json.dumps(result["content"])
    assert result["taken_out"] == []
    assert [note for note in result["notes"] if "went beyond what you said" in note]
    assert result["receipts"]["faithfulness"]["unsupported"] == 0


async def test_a_model_that_mends_what_it_is_told_has_the_last_word(place: Place) -> None:
    async with a_house(place, GEMINI, teachable) as (house, provider):
        _, result = await the_result(await house.person(), use_llm=True)

        assert provider.calls == 5
    assert LIE not in json.dumps(result["content"])
    assert not [bullet for bullet in bullets_of(result) if bullet.endswith(".")]
    assert not [note for note in result["notes"] if "went beyond" in note]


FAULTS = [fault for fault in Fault if fault is not Fault.NONE]


@pytest.mark.parametrize("fault", FAULTS)
async def test_whatever_goes_wrong_with_a_provider_the_run_ends_with_a_resume_in_own_words(
    place: Place, fault: Fault
) -> None:
    async with a_house(place, OPENAI, honest, *[fault] * 12, llm_seconds=1) as (house, _):
        ada = await house.person()
        made, result = await the_result(ada, use_llm=True)
        usage = (await ada.get("/users/me/usage")).json()

    assert result["degraded"] is True
    assert len([note for note in result["notes"] if "in your own words" in note]) >= 3
    assert [bullet for bullet in bullets_of(result) if bullet.endswith(".")]
    assert usage["generations_used"] == 1
    assert usage["token_usage"] == made["token_usage"]
