"""Cover letters that a language model words: what it gets, what of its answers stands, what it costs."""

import json
import re
from pathlib import Path
from typing import Any

import httpx2
import pytest

from app.domain.documents.ats import LEAST_WORDS, MOST_WORDS
from tests.api.conftest import house_on
from tests.api.generations.test_cover_letters import a_letter, said
from tests.api.generations.test_language_model import KEYS, Place, a_house
from tests.builders.generation import CAREER
from tests.llm.dialects import ANTHROPIC, DIALECTS, GEMINI, KEY, OPENAI, Asked, Dialect
from tests.llm.models import LIE, answered, liar, lines_in, part_of
from tests.llm.server import Fault


@pytest.fixture
def place(sqlite_url: str, tmp_path: Path) -> Place:
    return Place(sqlite_url, tmp_path / "var")


@pytest.fixture(autouse=True)
def keys(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in KEYS:
        monkeypatch.setenv(name, KEY)


ALSO = re.compile(r"^I also ")


def honest(asked: Asked) -> str:
    """Begins sentences in another way, and says the same."""
    return answered(asked, lambda text: ALSO.sub("There, I ", text))


def teachable(asked: Asked) -> str:
    return honest(asked) if "objections" in json.loads(asked.material) else liar(asked)


async def worded(person: httpx2.AsyncClient, **options: Any) -> dict[str, Any]:
    return await a_letter(person, use_llm=True, **options)


@pytest.mark.parametrize("dialect", DIALECTS, ids=lambda dialect: dialect.name)
async def test_what_an_honest_model_words_stands_and_is_paid_for(place: Place, dialect: Dialect) -> None:
    async with a_house(place, dialect, honest) as (house, provider):
        ada = await house.person()
        drafted = await a_letter(ada)
        assert provider.calls == 0
        result = await worded(ada)
        usage = (await ada.get("/users/me/usage")).json()

    assert [part_of(asked) for asked in provider.asked] == ["letter"]
    assert (result["degraded"], result["taken_out"]) == (False, [])
    assert "There, I " in said(result)
    assert "There, I " not in said(drafted)
    assert result["receipts"]["faithfulness"]["unsupported"] == 0
    assert result["generation"]["token_usage"] == usage["token_usage"] == 1050
    kept = ("date", "recipient", "subject", "salutation", "closing", "signature")
    assert [result["content"]["letter"][name]["text"] for name in kept if name != "recipient"] == [
        drafted["content"]["letter"][name]["text"] for name in kept if name != "recipient"
    ]


async def test_neither_the_name_nor_a_way_to_reach_the_person_leaves_the_house(place: Place) -> None:
    facts = {"name": "Wards", "contact_full_name": "A. Lovelace", "contact_email": "letters@ada.example.com"}
    async with a_house(place, ANTHROPIC, honest) as (house, provider):
        ada = await house.person()
        assert (await ada.post("/job-profiles", json=facts)).status_code == 201
        await worded(ada, tone="warm")

    [asked] = provider.asked
    sent = asked.instructions + asked.material
    basics = CAREER["basics"]
    private = [*basics["name"].split(), basics["email"], basics.get("phone"), "Lovelace", "letters@ada"]
    assert [each for each in private if each and each in sent] == []
    assert json.loads(asked.material)["tone"] == "warm"


async def test_what_a_model_invents_is_objected_to_twice_and_never_stands(place: Place) -> None:
    async with a_house(place, OPENAI, liar) as (house, provider):
        ada = await house.person()
        drafted = await a_letter(ada)
        result = await worded(ada)

    assert provider.calls == 3
    objected = [json.loads(asked.material).get("objections") for asked in provider.asked]
    assert objected[0] is None
    assert all(LIE in json.dumps(each) for each in objected[1:])
    assert said(result) == said(drafted)
    assert result["taken_out"] == []
    assert [note for note in result["notes"] if "Of the letter, what went beyond what you said" in note]


async def test_a_model_that_mends_what_it_is_told_has_the_last_word(place: Place) -> None:
    async with a_house(place, GEMINI, teachable) as (house, provider):
        result = await worded(await house.person())

    assert provider.calls == 2
    assert "There, I " in said(result)
    assert LIE not in said(result)
    assert not [note for note in result["notes"] if "went beyond" in note]


async def test_a_letter_that_a_model_makes_too_long_keeps_its_length(place: Place) -> None:
    def chatty(asked: Asked) -> str:
        lines = dict(lines_in(asked))
        paragraphs = []
        for drafted in json.loads(asked.material)["lines"]:
            numbers = [line["number"] for line in drafted["numbered"]]
            told = [
                {"text": f"{lines[n].removesuffix('.')}, {'yes, ' * 70}indeed.", "sources": [n]}
                for n in numbers
            ]
            paragraphs.append({"number": drafted["paragraph"], "sentences": told})
        return json.dumps({"paragraphs": paragraphs})

    async with a_house(place, OPENAI, chatty) as (house, _):
        ada = await house.person()
        drafted = await a_letter(ada)
        result = await worded(ada)

    words = len(said(result).split())
    assert min(LEAST_WORDS, len(said(drafted).split())) <= words <= MOST_WORDS
    assert result["pages"] == drafted["pages"] == 1


async def test_where_there_is_no_model_the_person_hears_so(place: Place) -> None:
    async with house_on(place.url, place.folder) as house:
        result = await worded(await house.person())

    assert result["degraded"] is True
    assert [note for note in result["notes"] if "no language model" in note]


@pytest.mark.parametrize("fault", [Fault.TOO_MANY, Fault.SILENCE, Fault.WRONG_SHAPE, Fault.REFUSED])
async def test_whatever_goes_wrong_with_a_provider_there_is_a_letter_in_own_words(
    place: Place, fault: Fault
) -> None:
    async with a_house(place, OPENAI, honest, *[fault] * 6, llm_seconds=1) as (house, _):
        ada = await house.person()
        result = await worded(ada)

    assert result["degraded"] is True
    assert [note for note in result["notes"] if "letter" in note and "in your own words" in note]
    assert "trained 14 new nurses." in said(result)
