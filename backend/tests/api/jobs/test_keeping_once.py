"""The same posting sent again under the same key, and what is asked again of a model."""

import json
from typing import Any

import pytest

from tests.api.conftest import House
from tests.api.jobs.test_pointing_out import TRUE, a_house, keys, saying, willing
from tests.builders.loose_posting import LOOSE
from tests.llm.server import Fault

__all__ = ["a_house", "keys"]
BODY = {"source": "mail", "raw_text": LOOSE, "title": "Porter", "use_llm": True}
KEY = {"Idempotency-Key": "5f0c2b1e"}


async def test_a_posting_sent_again_under_its_key_is_answered_as_before_and_paid_once(a_house: Any) -> None:
    async with a_house(saying(**TRUE)) as (house, provider):
        ada = await willing(house)
        first, again = [await ada.post("/jobs", json=BODY, headers=KEY) for _ in range(2)]
        listed = (await ada.get("/jobs?scope=mine")).json()
        shown = await ada.get(f"/jobs/{first.json()['id']}")
        usage = (await ada.get("/users/me/usage")).json()

    assert (first.status_code, again.status_code) == (201, 201)
    assert first.content == again.content
    told = ("Location", "ETag", "Content-Type")
    assert [first.headers[name] for name in told] == [again.headers[name] for name in told]
    assert first.headers["ETag"] == shown.headers["ETag"]
    assert (first.headers.get("Idempotent-Replayed"), again.headers["Idempotent-Replayed"]) == (None, "true")
    assert first.json()["remarks"]
    assert (listed["total"], provider.calls, usage["token_usage"]) == (1, 1, 1050)


async def test_another_posting_under_the_same_key_is_refused_before_anybody_is_asked(a_house: Any) -> None:
    async with a_house(saying(**TRUE)) as (house, provider):
        ada = await willing(house)
        await ada.post("/jobs", json=BODY, headers=KEY)
        other = await ada.post("/jobs", json=BODY | {"raw_text": f"{LOOSE}\nMore."}, headers=KEY)

    assert (other.status_code, other.json()["error"]["code"]) == (422, "idempotency_key_reused")
    assert provider.calls == 1


async def test_keys_are_ones_own(a_house: Any) -> None:
    async with a_house(saying(**TRUE)) as (house, provider):
        ada = await willing(house)
        ben = await house.person("ben")
        await ben.patch("/users/me", json={"llm_allowed": True})
        made = [await person.post("/jobs", json=BODY, headers=KEY) for person in (ada, ben)]

    assert [answer.status_code for answer in made] == [201, 201]
    assert made[0].json()["id"] != made[1].json()["id"]
    assert provider.calls == 2, "what one has asked answers nobody else"


async def test_what_was_refused_is_not_kept(house: House) -> None:
    ada = await house.person()
    refused = await ada.post("/jobs", json={"source": "mail", "location": "Leeds"}, headers=KEY)
    made = await ada.post("/jobs", json={"source": "mail", "title": "Porter"}, headers=KEY)

    assert (refused.status_code, made.status_code) == (422, 201)


async def test_without_a_key_two_are_kept_and_one_is_paid(a_house: Any) -> None:
    async with a_house(saying(**TRUE)) as (house, provider):
        ada = await willing(house)
        made = [await ada.post("/jobs", json=BODY) for _ in range(2)]
        read = await ada.post("/jobs/parse", json={"raw_text": LOOSE, "use_llm": True})
        usage = (await ada.get("/users/me/usage")).json()
        entries = (await ada.get("/users/me/llm-calls")).json()["items"]

    assert [answer.json()["company"] for answer in made] == ["Seaside Care"] * 2
    assert made[0].json()["remarks"] == made[1].json()["remarks"]
    assert read.json()["company"]["value"] == "Seaside Care"
    assert provider.calls == 2, "to be asked for the title too is another question"
    assert usage["token_usage"] == 2 * 1050
    assert usage["cost_micros"] == sum(entry["cost_micros"] for entry in entries)
    [cached] = [entry for entry in entries if entry["outcome"] == "cached"]
    assert (cached["input_tokens"], cached["output_tokens"], cached["cost_micros"]) == (0, 0, 0)
    assert (cached["provider"], cached["step"], cached["prompt"]) == ("openai", "posting", "posting-1")


async def test_who_took_leave_back_gets_no_answer_that_was_kept(a_house: Any) -> None:
    async with a_house(saying(**TRUE)) as (house, provider):
        ada = await willing(house)
        await ada.post("/jobs", json=BODY)
        await ada.patch("/users/me", json={"llm_allowed": False})
        answer = await ada.post("/jobs", json=BODY)

    assert (answer.status_code, answer.json()["error"]["code"]) == (409, "consent_needed")
    assert provider.calls == 1


@pytest.mark.parametrize("fault", [Fault.TRUNCATED, Fault.BROKEN, Fault.RESET])
async def test_what_went_wrong_is_asked_again(a_house: Any, fault: Fault) -> None:
    async with a_house(saying(**TRUE), fault) as (house, provider):
        ada = await willing(house)
        made = [await ada.post("/jobs", json=BODY) for _ in range(2)]

    assert [answer.json()["company"] for answer in made] == [None, "Seaside Care"]
    assert provider.calls == 2


async def test_a_posting_that_takes_anothers_place_is_read_as_a_new_one_is(a_house: Any) -> None:
    async with a_house(saying(**TRUE)) as (house, provider):
        ada, ben = await willing(house), await house.person("ben")
        job = (await ada.post("/jobs", json={"source": "mail", "title": "Nurse"})).json()
        path, stale = f"/jobs/{job['id']}", {"If-Match": '"9"'}
        refused = [await ben.put(path, json=BODY), await ada.put(path, json=BODY, headers=stale)]
        assert provider.calls == 0
        put = await ada.put(path, json=BODY | {"location": "Leeds"})
        kept = (await ada.get(path)).json()

    assert [answer.status_code for answer in refused] == [404, 412]
    assert (put.status_code, put.json()["company"], put.json()["location"]) == (200, "Seaside Care", "Leeds")
    assert "company" in put.json()["remarks"][0]
    assert kept | {"remarks": put.json()["remarks"]} == put.json()
    assert "location" not in json.loads(provider.asked[0].material)["wanted"]


async def test_a_change_of_some_fields_reads_nothing_and_asks_nobody(house: House) -> None:
    ada = await willing(house)
    job = (await ada.post("/jobs", json={"source": "mail", "title": "Nurse"})).json()

    answer = await ada.patch(f"/jobs/{job['id']}", json={"raw_text": LOOSE, "use_llm": True})

    assert answer.status_code == 400
