"""Who may have a language model asked, what it may cost, and the books of it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx2
import pytest

from app.settings import Settings
from tests.api.conftest import House, house_on
from tests.api.generations.conftest import finished
from tests.builders.generation import a_wish
from tests.llm.dialects import KEY, OPENAI
from tests.llm.models import honest, liar
from tests.llm.server import Answering, Fault, Provider, providing

RICH = {"generations": 100, "tokens": 500_000, "cost_micros": 50_000_000, "at_once": 2}


@asynccontextmanager
async def a_house(
    url: str, folder: Path, model: Answering = honest, *faults: Fault, **about: Any
) -> AsyncIterator[tuple[House, Provider]]:
    async with providing(OPENAI, model, *faults) as provider:
        given: dict[str, Any] = {
            "llm_provider": "openai",
            "llm_model_writing": "gpt-5.2",
            "llm_base_url": f"{provider.address}/v1",
            "tier_free": RICH | about.pop("tier", {}),
        }
        async with house_on(url, folder, **(given | about)) as house:
            yield house, provider


@pytest.fixture(autouse=True)
def key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)


async def refuse(person: httpx2.AsyncClient) -> None:
    answer = await person.patch("/users/me", json={"llm_allowed": False})
    assert (answer.status_code, answer.json()["llm_allowed"]) == (200, False)


async def got(person: httpx2.AsyncClient, path: str, **query: Any) -> dict[str, Any]:
    answer = await person.get(path, params=query)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def test_nobody_has_allowed_it_before_they_say_so(database_url: str, tmp_path: Path) -> None:
    async with a_house(database_url, tmp_path) as (house, provider):
        ada = await house.person()
        assert (await got(ada, "/users/me"))["llm_allowed"] is False
        wish = await a_wish(ada)

        for path in ("/generations/resume", "/generations/cover-letter", "/documents/generate"):
            kind = {"document_type": "resume"} if path == "/documents/generate" else {}
            answer = await ada.post(path, json=wish | kind | {"options": {"use_llm": True}})
            assert (answer.status_code, answer.json()["error"]["code"]) == (409, "consent_needed")

        assert (await got(ada, "/users/me/usage"))["generations_used"] == 0
        assert (await got(ada, "/generations"))["total"] == 0
        assert provider.calls == 0
        plain = await finished(ada, wish)
        assert plain["status"] == "completed"


async def test_what_was_answered_before_is_answered_again_when_the_leave_is_gone(
    sqlite_url: str, tmp_path: Path
) -> None:
    async with a_house(sqlite_url, tmp_path) as (house, _):
        ada = await house.person()
        wish, once = await a_wish(ada, use_llm=True), {"Idempotency-Key": str(uuid4())}
        first = await ada.post("/generations/resume", json=wish, headers=once)
        assert first.status_code == 201
        await refuse(ada)

        again = await ada.post("/generations/resume", json=wish, headers=once)
        other = await ada.post("/generations/resume", json=wish, headers={"Idempotency-Key": str(uuid4())})
        anew = await ada.post(f"/generations/{first.json()['id']}/regenerate", json={})

        assert (again.status_code, again.json()["id"]) == (201, first.json()["id"])
        assert [each.json()["error"]["code"] for each in (other, anew)] == ["consent_needed"] * 2
        assert (await got(ada, "/users/me/usage"))["generations_used"] == 1


@pytest.mark.parametrize(
    ("model", "faults", "outcomes"),
    [
        (honest, (), {"answered": 3}),
        (liar, (), {"answered": 7}),
        (honest, (Fault.CUT,) * 3, {"unusable": 3}),
        (honest, (Fault.SILENCE,) * 3, {"uncertain": 3}),
    ],
    ids=["honest", "liar", "cut", "silent"],
)
async def test_each_call_is_in_the_books_once_and_all_sums_are_one(
    database_url: str, tmp_path: Path, model: Answering, faults: tuple[Fault, ...], outcomes: dict[str, int]
) -> None:
    async with a_house(database_url, tmp_path, model, *faults, llm_seconds=2) as (house, provider):
        ada = await house.person()
        made = await finished(ada, await a_wish(ada, use_llm=True))
        calls = (await got(ada, "/users/me/llm-calls"))["items"]
        usage = await got(ada, "/users/me/usage")

        assert len(calls) == provider.calls == sum(outcomes.values())
        assert {outcome: [c["outcome"] for c in calls].count(outcome) for outcome in outcomes} == outcomes
        assert len({(call["step"], call["prompt"]) for call in calls}) == len(calls)
        assert {(c["provider"], c["model"], c["generation_id"]) for c in calls} == {
            ("openai", "gpt-5.2", made["id"])
        }
        tokens = sum(call["input_tokens"] + call["output_tokens"] for call in calls)
        cost = sum(call["cost_micros"] for call in calls)
        assert tokens == made["token_usage"] == usage["token_usage"] > 0
        assert cost == usage["cost_micros"] > 0
        assert usage["reserved_micros"] == 0
        [used] = usage["models"]
        assert (used["model"], used["calls"], used["cost_micros"]) == ("gpt-5.2", len(calls), cost)
        assert used["input_tokens"] + used["output_tokens"] == tokens


async def test_what_was_not_taken_is_no_call_of_the_books(sqlite_url: str, tmp_path: Path) -> None:
    async with a_house(sqlite_url, tmp_path, honest, *[Fault.BAD_KEY] * 12) as (house, _):
        ada = await house.person()
        made = await finished(ada, await a_wish(ada, use_llm=True))

        assert made["status"] == "completed"
        assert (await got(ada, "/users/me/llm-calls"))["total"] == 0
        usage = await got(ada, "/users/me/usage")
        assert (usage["cost_micros"], usage["reserved_micros"], usage["models"]) == (0, 0, [])


@pytest.mark.parametrize(
    ("about", "whose"),
    [
        ({"tier": {"month_cost_micros": 0}}, "your account may spend in a month"),
        ({"llm_month_cost_micros": 0}, "this installation may spend in a month"),
        ({"tier": {"cost_micros": 0}}, "this generation may spend"),
    ],
    ids=["account", "installation", "run"],
)
async def test_without_money_left_nobody_is_asked_and_the_notes_say_whose_it_was(
    sqlite_url: str, tmp_path: Path, about: dict[str, Any], whose: str
) -> None:
    async with a_house(sqlite_url, tmp_path, **about) as (house, provider):
        ada = await house.person()
        made = await finished(ada, await a_wish(ada, use_llm=True))
        result = await got(ada, f"/generations/{made['id']}/result")

        assert (made["status"], result["degraded"], provider.calls) == ("completed", True, 0)
        assert len([note for note in result["notes"] if whose in note]) == 3
        assert (await got(ada, "/users/me/usage"))["cost_micros"] == 0


async def test_the_books_are_ones_own_come_in_parts_and_hold_no_content(
    sqlite_url: str, tmp_path: Path
) -> None:
    async with a_house(sqlite_url, tmp_path) as (house, _):
        ada, ben = await house.person(), await house.person("ben")
        await finished(ada, await a_wish(ada, use_llm=True))

        first = await got(ada, "/users/me/llm-calls", limit=2)
        rest = await got(ada, "/users/me/llm-calls", limit=2, offset=2)

        assert (len(first["items"]), len(rest["items"]), first["total"]) == (2, 1, 3)
        assert len({call["id"] for call in (*first["items"], *rest["items"])}) == 3
        assert (await got(ben, "/users/me/llm-calls"))["total"] == 0
        assert (await got(ben, "/users/me/usage"))["models"] == []
        assert "nurse" not in str(first).lower()


async def test_the_tiers_month_is_shown(sqlite_url: str, tmp_path: Path) -> None:
    async with house_on(sqlite_url, tmp_path) as house:
        usage = await got(await house.person(), "/users/me/usage")

    assert usage["month_cost_limit_micros"] == Settings(_env_file=None).tier_free.month_cost_micros


async def test_prometheus_hears_of_calls_tokens_and_cost(sqlite_url: str, tmp_path: Path) -> None:
    async with a_house(sqlite_url, tmp_path, liar) as (house, _):
        ada = await house.person()
        before = await figures(house)
        await finished(ada, await a_wish(ada, use_llm=True))
        after = await figures(house)
        usage = await got(ada, "/users/me/usage")

    grown = {name: after[name] - before.get(name, 0) for name in after if "jobwise_llm" in name}

    def of(name: str, **labels: str) -> float:
        [found] = [
            figure
            for key, figure in grown.items()
            if key.startswith(name + "{")
            and all(f'{label}="{value}"' in key for label, value in labels.items())
        ]
        return found

    about = {"provider": "openai", "model": "gpt-5.2"}
    assert of("jobwise_llm_calls_total", outcome="answered", **about) == 7
    tokens = [of("jobwise_llm_tokens_total", kind=kind, **about) for kind in ("input", "output")]
    assert sum(tokens) == usage["token_usage"]
    assert of("jobwise_llm_cost_micros_total", **about) == usage["cost_micros"]
    assert of("jobwise_llm_breaker_open", **about) == 0


async def figures(house: House) -> dict[str, float]:
    text = (await house.visitor().get("/metrics")).text
    lines = [line.rpartition(" ") for line in text.splitlines() if not line.startswith("#")]
    return {name: float(figure) for name, _, figure in lines}
