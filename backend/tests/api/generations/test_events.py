import asyncio
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx2
from starlette.requests import Request

from app.application.generation.pipeline import KIND, Pipeline
from app.domain.generation.model import Stage
from app.infrastructure.persistence.database import Database
from app.infrastructure.persistence.work import SqlBackgroundWork
from app.presentation.sse import get_still_welcome
from tests.api.conftest import House, house_on
from tests.api.generations.conftest import Gate, finished
from tests.builders.generation import a_wish

MANY = 60
"""More than the pool has connections."""


def read(answer: httpx2.Response) -> list[tuple[int, str, dict[str, Any]]]:
    """Number, kind and data of each event."""
    events = []
    for frame in answer.text.split("\n\n"):
        fields = dict(line.split(": ", 1) for line in frame.splitlines() if not line.startswith(":"))
        if "id" in fields:
            events.append((int(fields["id"]), fields["event"], json.loads(fields["data"])))
    return events


async def test_every_stage_is_told_once_and_the_end_comes_last(house: House) -> None:
    ada = await house.person()
    made = await finished(ada, await a_wish(ada))

    answer = await ada.get(f"/generations/{made['id']}/events")

    assert answer.headers["content-type"].startswith("text/event-stream")
    assert answer.headers["cache-control"] == "no-store"
    assert answer.text.startswith("retry: 3000\n\n")
    events = read(answer)
    assert [seq for seq, _, _ in events] == list(range(1, len(events) + 1))
    assert [kind for _, kind, _ in events] == ["progress"] * (len(events) - 1) + ["end"]
    assert [data["stage"] for _, _, data in events] == [None, *Stage, None]
    percents = [data["percent"] for _, _, data in events]
    assert percents == sorted(percents)
    _, _, last = events[-1]
    assert (last["status"], last["document_id"]) == ("completed", made["document_id"])


async def test_after_a_break_comes_what_was_missed_and_nothing_twice(house: House) -> None:
    ada = await house.person()
    path = f"/generations/{(await finished(ada, await a_wish(ada)))['id']}/events"
    whole = read(await ada.get(path))

    for seq, _, _ in whole[:-1]:
        rest = await ada.get(path, headers={"Last-Event-ID": str(seq)})
        assert read(rest) == whole[seq:]

    known = await ada.get(path, headers={"Last-Event-ID": str(whole[-1][0])})
    assert known.status_code == 204
    assert known.content == b""


async def test_a_number_that_was_never_given_brings_all_of_it(house: House) -> None:
    ada = await house.person()
    path = f"/generations/{(await finished(ada, await a_wish(ada)))['id']}/events"
    whole = read(await ada.get(path))

    for strange in ("999", "-1", "abc", "٣", "1" * 40):
        assert read(await ada.get(path, headers=[(b"last-event-id", strange.encode())])) == whole


async def test_open_streams_hold_no_connection_of_the_database(
    house: House, hold_up: Callable[[Stage], Gate]
) -> None:
    ada = await house.person()
    gate = hold_up(Stage.COMPILE_PROFILE)
    started = (await ada.post("/generations/resume", json=await a_wish(ada))).json()["id"]
    async with asyncio.timeout(30):
        await gate.reached.wait()
        streams = [asyncio.create_task(ada.get(f"/generations/{started}/events")) for _ in range(MANY)]
        asked = [await ada.get(f"/generations/{started}") for _ in range(MANY)]
        assert {answer.status_code for answer in asked} == {200}
        assert not any(stream.done() for stream in streams)

        gate.opened.set()
        answers = await asyncio.gather(*streams)

    stories = [read(answer) for answer in answers]
    assert all(story == stories[0] for story in stories)
    assert stories[0][-1][1] == "end"


async def test_a_user_who_reads_as_many_streams_as_allowed_gets_no_more(
    database_url: str, tmp_path: Path, hold_up: Callable[[Stage], Gate]
) -> None:
    gate = hold_up(Stage.COMPILE_PROFILE)
    async with house_on(database_url, tmp_path / "var", streams_per_user=2) as house, asyncio.timeout(30):
        ada, ben = await house.person(), await house.person("ben")
        path, theirs = await stream_of_a_new_one(ada), await stream_of_a_new_one(ben)
        await gate.reached.wait()
        streams = [asyncio.create_task(who.get(at)) for who, at in ((ada, path), (ada, path), (ben, theirs))]
        while "jobwise_streams 3.0" not in (await ada.get("/metrics")).text:  # noqa: ASYNC110
            await asyncio.sleep(0.01)

        refused = await ada.get(path)
        assert refused.json()["error"]["code"] == "too_many_streams"
        assert (refused.status_code, refused.headers["ratelimit-limit"]) == (429, "2")
        assert int(refused.headers["retry-after"]) > 0

        gate.opened.set()
        assert {answer.status_code for answer in await asyncio.gather(*streams)} == {200}
        assert (await ada.get(path)).status_code == 200


async def test_the_stream_of_the_one_user_goes_on_without_a_token(database_url: str, tmp_path: Path) -> None:
    async with house_on(database_url, tmp_path / "var", single_user=True) as house:
        still_welcome = await get_still_welcome(Request({"type": "http", "headers": [], "app": house.app}))

        assert await still_welcome()


async def stream_of_a_new_one(person: httpx2.AsyncClient) -> str:
    started = await person.post("/generations/resume", json=await a_wish(person))
    return f"/generations/{started.json()['id']}/events"


async def test_of_a_run_long_ago_the_result_is_kept_and_its_events_are_not(house: House) -> None:
    ada = await house.person()
    path = f"/generations/{(await finished(ada, await a_wish(ada)))['id']}"
    result = (await ada.get(f"{path}/result")).json()
    database = Database(house.settings.database_url, pool_size=1)
    async with SqlBackgroundWork(database) as unit:
        later = datetime.now(UTC) + timedelta(days=1)
        assert await unit.queue.forget(ended_before=later, lasting={KIND: Pipeline.lasting}, limit=9) >= 1
        await unit.commit()
    await database.dispose()

    assert (await ada.get(f"{path}/result")).json() == result
    for known in ("0", "3", "99"):
        assert (await ada.get(f"{path}/events", headers={"Last-Event-ID": known})).status_code == 204
