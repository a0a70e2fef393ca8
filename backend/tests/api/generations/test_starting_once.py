import asyncio

import httpx2
import pytest

from tests.api.conftest import House
from tests.api.generations.conftest import ended
from tests.builders.generation import a_wish

KEY = {"Idempotency-Key": "5f0c2b1e-3d1a-4d8e-9a76-1f4bd6a0c111"}


async def test_the_same_request_again_gets_the_same_answer(house: House) -> None:
    ada = await house.person()
    wish = await a_wish(ada)

    first = await ada.post("/generations/resume", json=wish, headers=KEY)
    await ended(ada, first.json()["id"])
    again = await ada.post("/generations/resume", json=wish, headers=KEY)

    assert "idempotent-replayed" not in first.headers
    assert again.headers["idempotent-replayed"] == "true"
    assert again.status_code == first.status_code == 201
    assert again.content == first.content
    for name in ("location", "etag", "content-type"):
        assert again.headers[name] == first.headers[name]
    assert (await ada.get("/generations")).json()["total"] == 1


async def test_twenty_at_once_start_one(house: House) -> None:
    ada = await house.person()
    wish = await a_wish(ada)

    answers = await asyncio.gather(
        *(ada.post("/generations/resume", json=wish, headers=KEY) for _ in range(20))
    )

    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.content for answer in answers}) == 1
    assert sum("idempotent-replayed" not in answer.headers for answer in answers) == 1
    assert (await ada.get("/generations")).json()["total"] == 1
    await ended(ada, answers[0].json()["id"])
    assert (await ada.get("/documents")).json()["total"] == 1


async def test_the_same_key_with_another_body_is_refused(house: House) -> None:
    ada = await house.person()
    wish = await a_wish(ada)
    await ada.post("/generations/resume", json=wish, headers=KEY)

    other = await ada.post("/generations/resume", json=wish | {"options": {"max_pages": 1}}, headers=KEY)

    assert other.status_code == 422
    assert other.json()["error"]["code"] == "idempotency_key_reused"


async def test_a_key_is_of_one_user_and_one_route(house: House) -> None:
    ada, ben = await house.person("ada"), await house.person("ben")
    wish = await a_wish(ada)
    first = await ada.post("/generations/resume", json=wish, headers=KEY)

    theirs = await ben.post("/generations/resume", json=await a_wish(ben), headers=KEY)
    elsewhere = await ada.post("/documents/generate", json=wish, headers=KEY)
    path = f"/generations/{first.json()['id']}/regenerate"
    again = [await ada.post(path, json={}, headers=KEY) for _ in range(2)]

    ids = {answer.json()["id"] for answer in (first, theirs, elsewhere, *again)}
    assert len(ids) == 4
    assert again[1].headers["idempotent-replayed"] == "true"


async def test_a_request_that_was_refused_is_not_remembered(house: House) -> None:
    ada, ben = await house.person("ada"), await house.person("ben")
    wish = await a_wish(ada)
    theirs = await a_wish(ben)

    refused = await ada.post("/generations/resume", json=wish | {"job_id": theirs["job_id"]}, headers=KEY)
    mended = await ada.post("/generations/resume", json=wish, headers=KEY)

    assert refused.status_code == 404
    assert mended.status_code == 201


async def test_without_a_key_every_request_starts_one(house: House) -> None:
    ada = await house.person()
    wish = await a_wish(ada)

    answers = [await ada.post("/generations/resume", json=wish) for _ in range(2)]

    assert len({answer.json()["id"] for answer in answers}) == 2


@pytest.mark.parametrize(
    "headers",
    [
        [("Idempotency-Key", "")],
        [("Idempotency-Key", "k" * 256)],
        [("Idempotency-Key", "two words")],
        [("Idempotency-Key", "a"), ("Idempotency-Key", "b")],
    ],
)
async def test_a_key_that_is_none_does_not_validate(house: House, headers: list[tuple[str, str]]) -> None:
    ada = await house.person()
    given = httpx2.Headers([*ada.headers.multi_items(), *headers])

    refused = await ada.post("/generations/resume", json=await a_wish(ada), headers=given)

    assert refused.status_code == 400
