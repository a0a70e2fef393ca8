"""What went out with an application stays as it went, and the card says what it was."""

import asyncio
from hashlib import sha256
from uuid import uuid4

import httpx2
import pytest

from app.domain.documents.ports import Format
from tests.api.applications.conftest import Tracker, id_of
from tests.api.applications.test_applications import code
from tests.builders.stored_documents import as_json, with_invention

OTHER = {"title": "Other", "layout": {"template": "modern", "paper": "letter"}}


async def file(person: httpx2.AsyncClient, url: str) -> bytes:
    answer = await person.get(f"http://test{url}")
    assert answer.status_code == 200, answer.text
    return answer.content


async def test_what_is_sent_is_shown_with_its_hash_and_where_it_is(tracker: Tracker) -> None:
    resume, letter = await tracker.document(), await tracker.document(letter=True)

    card = await tracker.applied(document_id=str(resume.id), cover_letter_id=str(letter.id))

    sent = {each["document_type"]: each for each in card["sent"]}
    assert {each["document_id"] for each in sent.values()} == {str(resume.id), str(letter.id)}
    for each in sent.values():
        data = await file(tracker.ada, each["download_url"])
        assert data.startswith(b"%PDF-")
        assert sha256(data).hexdigest() == each["sha256"]
        assert {one["format"] for one in each["files"]} == {format.value for format in Format}
        for one in each["files"]:
            where = f"/api/v1/documents/{each['document_id']}/download?format={one['format']}"
            data = await file(tracker.ada, where)
            assert (sha256(data).hexdigest(), len(data)) == (one["sha256"], one["size"])
    assert await tracker.card(card["id"]) == card


async def test_it_stays_byte_for_byte_whatever_becomes_of_the_rest(tracker: Tracker) -> None:
    document = await tracker.document()
    card = await tracker.applied(document_id=str(document.id))
    [sent] = card["sent"]
    before = await file(tracker.ada, sent["download_url"])
    path = f"/documents/{document.id}"

    assert (await tracker.ada.put(path, json=OTHER)).status_code == 201
    edited = await tracker.ada.put(path, json=OTHER | {"content": as_json(document.content)})
    assert edited.status_code == 201
    assert code(await tracker.ada.delete(path)) == (409, "document_frozen")
    assert (await tracker.ada.delete(f"/profiles/{document.profile_id}")).status_code == 204
    assert (await tracker.ada.delete(f"/jobs/{card['job_id']}")).status_code == 204
    assert (await tracker.ada.delete(f"/applications/{card['id']}")).status_code == 204

    assert await file(tracker.ada, sent["download_url"]) == before
    assert (await tracker.card(card["id"]))["sent"] == card["sent"]


async def test_what_no_card_holds_any_more_is_free_again(tracker: Tracker) -> None:
    document = await tracker.document()
    one, two = [await tracker.applied(document_id=str(document.id)) for _ in range(2)]
    path = f"/documents/{document.id}"

    await tracker.ada.delete(f"/applications/{one['id']}", params={"for_good": "true"})
    assert code(await tracker.ada.delete(path)) == (409, "document_frozen")

    await tracker.ada.delete(f"/applications/{two['id']}", params={"for_good": "true"})
    assert (await tracker.ada.delete(path)).status_code == 204


async def test_what_was_sent_elsewhere_before_is_sent_as_it_was(tracker: Tracker) -> None:
    document = await tracker.document()
    one = await tracker.applied(document_id=str(document.id))
    version = (await tracker.ada.get(f"/documents/{document.id}")).json()["version"]

    two = await tracker.applied(document_id=str(document.id))

    assert two["sent"][0]["files"] == one["sent"][0]["files"]
    assert (await tracker.ada.get(f"/documents/{document.id}")).json()["version"] == version


async def test_one_resume_goes_to_many_employers_at_once(tracker: Tracker) -> None:
    document = await tracker.document()
    jobs = [await tracker.job() for _ in range(4)]
    bodies = [{"job_id": job_id, "document_id": str(document.id)} for job_id in jobs]

    answers = await asyncio.gather(*(tracker.ada.post("/applications", json=body) for body in bodies))

    assert [answer.status_code for answer in answers] == [201] * 4
    assert len({answer.json()["sent"][0]["sha256"] for answer in answers}) == 1
    at_once = [
        tracker.ada.delete(f"/applications/{a.json()['id']}", params={"for_good": "true"}) for a in answers
    ]
    assert [answer.status_code for answer in await asyncio.gather(*at_once)] == [204] * 4
    assert (await tracker.ada.get(f"/documents/{document.id}")).json()["frozen_at"] is None


async def test_a_letter_is_no_resume(tracker: Tracker) -> None:
    resume, letter = await tracker.document(), await tracker.document(letter=True)
    job_id = await tracker.job()

    for name, wrong in (("document_id", letter), ("cover_letter_id", resume)):
        answer = await tracker.ada.post("/applications", json={"job_id": job_id, name: str(wrong.id)})
        assert code(answer) == (422, "wrong_kind_of_document")
        assert answer.json()["error"]["details"][0]["field"] == f"/{name}"
    assert (await tracker.ada.get("/applications")).json()["total"] == 0


@pytest.mark.parametrize("name", ["document_id", "cover_letter_id"])
async def test_somebody_elses_document_is_not_sent(tracker: Tracker, name: str) -> None:
    ben = await tracker.house.person("ben")
    theirs = await tracker.document(await id_of(ben), letter=name == "cover_letter_id")
    job_id = await tracker.job()

    answers = [
        await tracker.ada.post("/applications", json={"job_id": job_id, name: which})
        for which in (str(theirs.id), str(uuid4()))
    ]

    assert {code(answer) for answer in answers} == {(404, "document_not_found")}
    assert answers[0].content == answers[1].content
    assert (await ben.get(f"/documents/{theirs.id}")).json()["frozen_at"] is None


async def test_what_does_not_hold_is_not_sent_and_nobody_has_applied(tracker: Tracker) -> None:
    document = await tracker.document()
    document.content = with_invention(document.content)
    body = {"title": "By hand", "layout": OTHER["layout"], "content": as_json(document.content)}
    doubtful = (await tracker.ada.put(f"/documents/{document.id}", json=body)).json()
    job_id = await tracker.job()

    refused = await tracker.ada.post("/applications", json={"job_id": job_id, "document_id": doubtful["id"]})

    assert code(refused) == (409, "claims_unsupported")
    assert (await tracker.ada.get("/applications")).json()["total"] == 0
    assert (await tracker.ada.get(f"/documents/{doubtful['id']}")).json()["frozen_at"] is None


async def test_a_refused_application_freezes_nothing(tracker: Tracker) -> None:
    document, card = await tracker.document(), await tracker.applied()

    refused = await tracker.ada.post(
        "/applications", json={"job_id": card["job_id"], "document_id": str(document.id)}
    )

    assert code(refused) == (409, "application_exists")
    assert (await tracker.ada.get(f"/documents/{document.id}")).json()["frozen_at"] is None
