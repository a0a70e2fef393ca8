"""What is kept for one person has an end, which many at once do not pass."""

import asyncio
import inspect

import pytest

from app.application.applications import room
from app.application.jobs.service import JobService
from tests.api.applications.conftest import Tracker
from tests.api.applications.test_applications import code

MOST = 5


@pytest.fixture
def short_of_room(monkeypatch: pytest.MonkeyPatch) -> None:
    assert inspect.signature(room.add).parameters["most"].default == 10_000
    monkeypatch.setattr(room.add, "__kwdefaults__", {"most": MOST})


async def test_thirty_at_once_save_as_many_as_there_is_room_for(
    tracker: Tracker, short_of_room: None
) -> None:
    jobs = [await tracker.job() for _ in range(30)]

    saved = await asyncio.gather(*(tracker.ada.post("/saved-jobs", json={"job_id": job}) for job in jobs))

    refused = [answer for answer in saved if answer.status_code != 201]
    assert len(refused) == 30 - MOST
    assert {code(answer) for answer in refused} == {(409, "too_many_applications")}
    assert (await tracker.ada.get("/applications")).json()["total"] == MOST


async def test_a_table_with_more_than_there_is_room_for_brings_nothing(
    tracker: Tracker, short_of_room: None
) -> None:
    await tracker.saved()
    text = "title\r\n" + "".join(f"Nurse {n}\r\n" for n in range(MOST))

    full = await tracker.ada.post("/applications/import", content=text, headers={"Content-Type": "text/csv"})

    assert code(full) == (409, "too_many_applications")
    assert (await tracker.ada.get("/applications")).json()["total"] == 1


async def test_thirty_at_once_keep_as_many_postings_as_there_is_room_for(tracker: Tracker) -> None:
    jobs: JobService = tracker.house.services.jobs
    jobs._most = MOST
    body = {"source": "imported", "title": "Nurse"}

    made = await asyncio.gather(*(tracker.ada.post("/jobs", json=body) for _ in range(30)))

    assert sum(answer.status_code == 201 for answer in made) == MOST
    assert {code(answer) for answer in made if answer.status_code != 201} == {(409, "too_many_jobs")}
