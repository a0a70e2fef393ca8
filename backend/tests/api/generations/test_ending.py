"""Cancelled, deleted, or robbed of what it rests on: at any stage, one end."""

import asyncio
from collections.abc import Callable
from typing import Any

import httpx2
import pytest

from app.domain.generation.model import Stage
from tests.api.conftest import House
from tests.api.generations.conftest import Gate, ended, finished
from tests.builders.generation import a_wish

HoldUp = Callable[[Stage], Gate]


async def begun(person: httpx2.AsyncClient, wish: dict[str, Any], gate: Gate) -> str:
    started = await person.post("/generations/resume", json=wish)
    async with asyncio.timeout(20):
        await gate.reached.wait()
    return str(started.json()["id"])


@pytest.mark.parametrize("stage", list(Stage))
async def test_it_can_be_cancelled_at_every_stage(house: House, hold_up: HoldUp, stage: Stage) -> None:
    ada = await house.person()
    gate = hold_up(stage)
    generation_id = await begun(ada, await a_wish(ada), gate)

    cancelled = await ada.post(f"/generations/{generation_id}/cancel")
    gate.opened.set()

    assert cancelled.status_code == 200
    assert cancelled.json()["status"] == "cancelled"
    now = await ended(ada, generation_id)
    assert now["status"] == "cancelled"
    states = {progress["name"]: progress["state"] for progress in now["stage_progress"]}
    assert states[stage] == "cancelled"
    assert (await ada.get("/documents")).json()["total"] == 0
    assert (await ada.get(f"/generations/{generation_id}/result")).status_code == 409
    again = await ada.post(f"/generations/{generation_id}/cancel")
    assert again.status_code == 409
    assert again.json()["error"]["code"] == "generation_already_finished"


async def test_one_that_waits_can_be_cancelled_too(house: House, hold_up: HoldUp) -> None:
    ada = await house.person()
    gate, wish = hold_up(Stage.ANALYZE_JOB), await a_wish(ada)
    ids = [(await ada.post("/generations/resume", json=wish)).json()["id"] for _ in range(3)]

    cancelled = await ada.post(f"/generations/{ids[2]}/cancel")
    gate.opened.set()

    assert cancelled.json()["status"] == "cancelled"
    assert [(await ended(ada, each))["status"] for each in ids] == ["completed", "completed", "cancelled"]


async def test_what_is_completed_stays_so(house: House) -> None:
    ada = await house.person()
    made = await finished(ada, await a_wish(ada))

    refused = await ada.post(f"/generations/{made['id']}/cancel")

    assert refused.status_code == 409
    assert (await ada.get(f"/generations/{made['id']}")).json()["status"] == "completed"


async def test_deleting_stops_whoever_works_on_it(house: House, hold_up: HoldUp) -> None:
    ada = await house.person()
    gate, wish = hold_up(Stage.GENERATE_CONTENT), await a_wish(ada)
    generation_id = await begun(ada, wish, gate)

    assert (await ada.delete(f"/generations/{generation_id}")).status_code == 204
    gate.opened.set()

    assert (await ada.get(f"/generations/{generation_id}")).status_code == 404
    assert (await finished(ada, wish))["status"] == "completed", "the slot is free again"
    assert (await ada.get("/documents")).json()["total"] == 1


async def test_who_follows_one_that_is_deleted_hears_its_end_and_does_not_find_it_again(
    house: House, hold_up: HoldUp
) -> None:
    ada = await house.person()
    gate = hold_up(Stage.COMPILE_PROFILE)
    path = f"/generations/{await begun(ada, await a_wish(ada), gate)}"
    async with asyncio.timeout(20):
        following = asyncio.create_task(ada.get(f"{path}/events"))
        while "jobwise_streams 1.0" not in (await ada.get("/metrics")).text:  # noqa: ASYNC110
            await asyncio.sleep(0.01)

        assert (await ada.delete(path)).status_code == 204
        told = (await following).text
        gate.opened.set()

    assert told.endswith('event: end\ndata: {"status": "deleted"}\n\n')
    assert told.count("event: end") == 1
    for last in ("0", "2", "3"):
        again = await ada.get(f"{path}/events", headers={"Last-Event-ID": last})
        assert again.status_code == 404


async def test_a_deleted_generation_leaves_its_document(house: House) -> None:
    ada = await house.person()
    made = await finished(ada, await a_wish(ada))

    assert (await ada.delete(f"/generations/{made['id']}")).status_code == 204

    assert (await ada.get(f"/documents/{made['document_id']}")).status_code == 200
    assert (await ada.get("/generations")).json()["total"] == 0


async def test_one_that_was_changed_since_is_not_deleted(house: House) -> None:
    ada = await house.person()
    made = await finished(ada, await a_wish(ada))

    refused = await ada.delete(f"/generations/{made['id']}", headers={"If-Match": '"1"'})

    assert refused.status_code == 412
    assert (await ada.get(f"/generations/{made['id']}")).status_code == 200


@pytest.mark.parametrize("what", ["profile", "job"])
@pytest.mark.parametrize("stage", list(Stage))
async def test_without_its_profile_or_its_job_it_fails_in_plain_words(
    house: House, hold_up: HoldUp, stage: Stage, what: str
) -> None:
    ada = await house.person()
    gate, wish = hold_up(stage), await a_wish(ada)
    generation_id = await begun(ada, wish, gate)

    assert (await ada.delete(f"/{what}s/{wish[f'{what}_id']}")).status_code == 204
    gate.opened.set()

    now = await ended(ada, generation_id)
    assert (now["status"], now["error_message"]) == ("failed", f"The {what} was deleted.")
    assert now[f"{what}_id"] is None
    again = await ada.post(f"/generations/{generation_id}/regenerate", json={})
    assert again.status_code == 409


async def test_a_result_whose_document_was_deleted_is_said_to_be_gone(house: House) -> None:
    ada = await house.person()
    made = await finished(ada, await a_wish(ada))
    await ada.delete(f"/documents/{made['document_id']}")

    gone = await ada.get(f"/generations/{made['id']}/result")

    assert gone.status_code == 409
    assert gone.json()["error"]["code"] == "generation_has_no_result"
    figures = (await ada.get(f"/generations/{made['id']}/analytics")).json()
    assert figures["ats_score"] is None
