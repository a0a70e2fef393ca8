"""Somebody brings a key of their own: whom it asks, who pays, and who gets to see it."""

import logging
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import httpx2
import pytest
from structlog.testing import capture_logs

from app.settings import Settings, SettingsRefused, load_settings
from tests.api.conftest import House, house_on
from tests.api.generations.test_language_model import KEYS, Place, bullets_of, the_result
from tests.builders.loose_posting import LOOSE
from tests.llm.dialects import KEY, OPENAI, Asked, Dialect
from tests.llm.models import honest
from tests.llm.server import Fault, Provider, providing

SECRET, NEXT_SECRET = "s" * 40, "t" * 40
PATH = "/users/me/llm-key"
AS_JSON = {"Content-Type": "application/json"}
MINE = {"provider": "openai", "key": KEY}


@dataclass
class Two:
    """Providers that tell by who was asked whose key it was."""

    house: House
    hosts: Provider
    theirs: Provider

    @property
    def calls(self) -> tuple[int, int]:
        return self.hosts.calls, self.theirs.calls

    async def keyed(self, name: str = "ada", **about: Any) -> httpx2.AsyncClient:
        person = await self.house.person(name)
        answer = await person.put(PATH, json=MINE | about)
        assert answer.status_code == 200, answer.text
        return person


@pytest.fixture
def place(sqlite_url: str, tmp_path: Path) -> Place:
    return Place(sqlite_url, tmp_path / "var")


@pytest.fixture(autouse=True)
def keys(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in KEYS:
        monkeypatch.setenv(name, KEY)


@asynccontextmanager
async def two(place: Place, *faults: Fault, **about: Any) -> AsyncIterator[Two]:
    async with providing(OPENAI, said) as hosts, providing(OPENAI, said, *faults) as theirs:
        given: dict[str, Any] = {
            "llm_provider": "openai",
            "llm_base_url": f"{hosts.address}/v1",
            "llm_own_keys": {"openai": f"{theirs.address}/v1"},
            "secret_key": SECRET,
            "tier_free": {"generations": 100, "tokens": 500_000, "cost_micros": 50_000_000},
        }
        async with house_on(place.url, place.folder, **(given | about)) as house:
            yield Two(house, hosts, theirs)


def said(asked: Asked) -> str:
    if "fields" in asked.schema["properties"]:
        return '{"fields": [{"field": "company", "text": "Seaside Care"}]}'
    return honest(asked)


async def test_what_they_ask_for_is_asked_with_it_and_is_in_no_budget_of_the_host(place: Place) -> None:
    nothing = {"generations": 9, "tokens": 0, "cost_micros": 0, "month_cost_micros": 0}
    async with two(place, tier_free=nothing, llm_month_cost_micros=0) as there:
        ada = await there.keyed()
        made, result = await the_result(ada, use_llm=True)
        usage = (await ada.get("/users/me/usage")).json()
        entries = (await ada.get("/users/me/llm-calls")).json()["items"]

    assert there.calls == (0, 3)
    assert result["degraded"] is False
    assert not [bullet for bullet in bullets_of(result) if bullet.endswith(".")]
    assert (usage["token_usage"], usage["cost_micros"], usage["reserved_micros"]) == (0, 0, 0)
    own = usage["own_key"]
    assert (own["token_usage"], own["reserved_micros"]) == (3 * 1050, 0)
    assert own["cost_micros"] == made["cost_micros"] == sum(entry["cost_micros"] for entry in entries) > 0
    assert [entry["own_key"] for entry in entries] == [True] * 3
    assert sum(model["cost_micros"] for model in usage["models"] if model["own_key"]) == own["cost_micros"]


async def test_what_others_ask_for_is_asked_with_the_hosts(place: Place) -> None:
    async with two(place) as there:
        await there.keyed()
        ben = await there.house.person("ben")
        await the_result(ben, use_llm=True)
        usage = (await ben.get("/users/me/usage")).json()

    assert there.calls == (3, 0)
    assert (usage["token_usage"], usage["own_key"]["token_usage"]) == (3 * 1050, 0)


async def test_beyond_their_own_bound_nobody_is_asked(place: Place) -> None:
    async with two(place) as there:
        ada = await there.keyed(month_limit_micros=0)
        _, result = await the_result(ada, use_llm=True)

    assert there.calls == (0, 0)
    assert result["degraded"] is True
    assert (
        len([note for note in result["notes"] if "you want to spend in a month with your own" in note]) == 3
    )


async def test_a_key_that_its_provider_refuses_leaves_everybody_elses_alone(place: Place) -> None:
    async with two(place, *[Fault.BAD_KEY] * 2) as there:
        ada, ben = await there.keyed(), await there.house.person("ben")
        _, refused = await the_result(ada, use_llm=True)
        _, hosts = await the_result(ben, use_llm=True)
        await ada.put(PATH, json=MINE | {"key": f"{KEY}-anew"})
        there.theirs.dialect = _any_key()
        _, anew = await the_result(ada, use_llm=True)

    assert (refused["degraded"], hosts["degraded"], anew["degraded"]) == (True, False, False)
    assert [note for note in refused["notes"] if "does not accept the key" in note]


def _any_key() -> Dialect:
    def read(path: str, headers: Any, body: Any) -> Asked:
        return OPENAI.read(path, dict(headers) | {"authorization": f"Bearer {KEY}"}, body)

    return replace(OPENAI, read=read)


async def test_a_posting_is_read_with_it_too(place: Place) -> None:
    async with two(place, llm_month_cost_micros=0) as there:
        ada = await there.keyed()
        await ada.patch("/users/me", json={"llm_allowed": True})
        read = (await ada.post("/jobs/parse", json={"raw_text": LOOSE, "use_llm": True})).json()
        usage = (await ada.get("/users/me/usage")).json()

    assert (there.calls, read["company"]["value"]) == ((0, 1), "Seaside Care")
    assert (usage["token_usage"], usage["own_key"]["token_usage"]) == (0, 1050)


async def test_that_somebody_brought_a_key_allows_nothing_by_itself(place: Place) -> None:
    async with two(place) as there:
        ada = await there.keyed()
        answer = await ada.post("/jobs/parse", json={"raw_text": LOOSE, "use_llm": True})

    assert (answer.status_code, answer.json()["error"]["code"]) == (409, "consent_needed")
    assert there.calls == (0, 0)


async def test_where_the_host_has_no_model_theirs_is_asked_all_the_same(place: Place) -> None:
    async with two(place, llm_provider=None, llm_base_url="") as there:
        ada = await there.keyed()
        _, result = await the_result(ada, use_llm=True)

    assert (result["degraded"], there.calls) == (False, (0, 3))


async def test_it_is_told_by_its_end_and_never_shown(place: Place, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with capture_logs() as logs:
        async with two(place) as there:
            ada = await there.keyed(month_limit_micros=7)
            shown = await ada.get(PATH)
            told = [shown, await ada.put(PATH, json=MINE), await ada.get("/users/me")]
            told += [await ada.put(PATH, json={"provider": "openai", "key": f"{KEY} {KEY}"})]
            told += [await ada.put(PATH, json={"provider": "nobody", "key": KEY})]
            told += [await ada.put(PATH, content=f'{{"provider": "openai", "key": "{KEY}"', headers=AS_JSON)]
            await the_result(ada, use_llm=True)
            told += [await ada.get(path) for path in ("/users/me/security-events", "/users/me/llm-calls")]
            archive = (await ada.get("/users/me/export")).content

    assert shown.json()["key"] | {"updated_at": ""} == {
        "provider": "openai",
        "last_four": KEY[-4:],
        "month_limit_micros": 7,
        "updated_at": "",
    }
    assert shown.json()["providers"] == ["openai"]
    assert [answer.status_code for answer in told[3:6]] == [400, 400, 400]
    assert [answer.text for answer in told if KEY in answer.text] == []
    assert KEY not in f"{logs}{caplog.text}"
    assert KEY.encode() not in _unzipped(archive)
    for file in place.folder.parent.rglob("*"):
        if file.is_file():
            assert KEY.encode() not in file.read_bytes(), file
    for file in (Path(place.url.partition("///")[2] + end) for end in ("", "-wal")):
        assert not file.exists() or KEY.encode() not in file.read_bytes()


def _unzipped(archive: bytes) -> bytes:
    with ZipFile(BytesIO(archive)) as files:
        said = b"".join(files.read(name) for name in files.namelist())
    assert b"last_four" in said
    assert b"sealed" not in said
    return said


async def test_what_is_taken_back_or_erased_is_gone(place: Place) -> None:
    async with two(place) as there:
        ada, ben = await there.keyed(), await there.keyed("ben")
        for _ in range(2):
            assert (await ada.delete(PATH)).status_code == 204
        assert (await ada.get(PATH)).json()["key"] is None
        await the_result(ada, use_llm=True)
        assert there.calls == (3, 0)
        assert (await ben.delete("/users/me")).status_code == 204
        with closing(sqlite3.connect(place.url.partition("///")[2])) as database:
            left = database.execute("SELECT COUNT(*) FROM llm_keys").fetchone()

    assert left == (0,)


async def test_it_outlasts_a_change_of_the_hosts_secret_while_the_old_one_is_known(place: Place) -> None:
    async with two(place) as there:
        await there.keyed()
    who = {"email": "ada@example.com", "password": "Correct-Horse-7"}
    for previous, calls in (([SECRET], (0, 3)), ([], (0, 0))):
        about = {"secret_key": NEXT_SECRET, "previous_secret_keys": previous}
        async with two(place, **about) as there:
            signed_in = (await there.house.visitor().post("/auth/login", json=who)).json()
            ada = there.house.visitor(Authorization=f"Bearer {signed_in['access_token']}")
            _, result = await the_result(ada, use_llm=True)
            assert there.calls == calls

    assert result["degraded"] is True
    assert [note for note in result["notes"] if "can no longer be read here" in note]


async def test_where_the_host_takes_none_it_says_so(place: Place) -> None:
    async with two(place, llm_own_keys={}) as there:
        ada = await there.house.person()
        refused = await ada.put(PATH, json=MINE)
        standing = (await ada.get(PATH)).json()

    assert (refused.status_code, refused.json()["error"]["code"]) == (403, "own_keys_not_allowed")
    assert standing == {"providers": [], "key": None}


async def test_a_provider_that_is_not_offered_is_refused_and_so_are_scripts(place: Place) -> None:
    async with two(place) as there:
        ada = await there.house.person()
        another = await ada.put(PATH, json=MINE | {"provider": "gemini"})
        body = {"name": "A script", "scopes": ["read", "write"], "expires_in_days": 1}
        token = (await ada.post("/users/me/access-tokens", json=body)).json()["access_token"]
        script = there.house.visitor(Authorization=f"Bearer {token}")
        answers = [await script.put(PATH, json=MINE), await script.delete(PATH)]

    assert (another.status_code, another.json()["error"]["code"]) == (422, "provider_not_offered")
    assert [answer.status_code for answer in answers] == [403, 403]


def settings(**about: str) -> Settings:
    environ = {f"JOBWISE_{name.upper()}": value for name, value in about.items()}
    with pytest.MonkeyPatch.context() as patch:
        for name, value in environ.items():
            patch.setenv(name, value)
        return load_settings()


def test_hosts_name_providers_or_servers_and_nothing_else() -> None:
    assert settings(llm_own_keys='["openai", "gemini"]').llm_own_keys == {"openai": "", "gemini": ""}
    for flawed in ('["ollama"]', '["nobody"]', '{"openai": "http://example.com/v1"}'):
        with pytest.raises(SettingsRefused):
            settings(llm_own_keys=flawed)


async def test_a_provider_without_a_model_of_its_own_is_refused_at_the_start(place: Place) -> None:
    with pytest.raises(SettingsRefused, match="MODEL_WRITING"):
        async with house_on(place.url, place.folder, llm_own_keys=["openrouter"]):
            pass
