import asyncio
import json
from collections.abc import Callable
from typing import Any

import httpx2

from app.domain.generation.model import Stage
from tests.api.conftest import House
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
