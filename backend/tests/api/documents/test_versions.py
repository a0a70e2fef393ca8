"""The versions of a resume or a letter, as they are seen from the job."""

import asyncio
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

import httpx2
import pytest

from app.domain.documents.content import DocumentContent
from app.domain.documents.model import Document, DocumentType
from app.domain.shared.ids import JobId
from app.infrastructure.persistence.documents import SqlDocumentWork
from tests.api.documents.conftest import Desk
from tests.builders.generation import POSTING
from tests.builders.jobs import a_job
from tests.builders.letters import a_plain_letter
from tests.builders.stored_documents import as_json, content_of, with_invention

LAYOUT = {"template": "classic", "paper": "letter"}


def resumes(desk: Desk) -> str:
    return f"/jobs/{desk.job.id}/resumes"


def shorter(desk: Desk) -> DocumentContent:
    content = content_of(desk.profile)
    [section] = content.sections
    [entry] = section.entries
    return replace(
        content, sections=(replace(section, entries=(replace(entry, bullets=entry.bullets[:-1]),)),)
    )


async def create(desk: Desk, content: DocumentContent | None = None, **about: Any) -> dict[str, Any]:
    body = {"content": as_json(content or content_of(desk.profile))} | about
    answer = await desk.ada.post(resumes(desk), json=body)
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    assert answer.headers["location"] == f"/api/v1{resumes(desk)}/{made['id']}"
    assert answer.headers["etag"] == '"1"'
    return made


async def pin(desk: Desk, version_id: str, body: Any = None, **headers: str) -> httpx2.Response:
    path = f"{resumes(desk)}/{version_id}/pin"
    return await desk.ada.patch(path, json=body, headers=headers)


async def current(desk: Desk) -> dict[str, Any]:
    answer = await desk.ada.get(f"{resumes(desk)}/current")
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def test_the_first_version_is_written_by_hand_and_judged(desk: Desk) -> None:
    made = await create(desk)

    assert (made["version_number"], made["document_type"]) == (1, "resume")
    assert made["title"] == f"{desk.job.title}, Łódź & Sons"
    assert made["job_id"] == str(desk.job.id)
    assert made["profile_id"] == str(desk.profile.id)
    assert (made["pinned"], made["frozen_at"], made["generation_id"]) == (False, None, None)
    assert made["scores"]["faithfulness"] == 100.0
    assert made["scores"]["read_back"] == 1.0
    got = await desk.ada.get(f"{resumes(desk)}/{made['id']}")
    assert got.json() == made
    assert got.headers["etag"] == '"1"'


async def test_what_is_not_said_is_as_in_the_current_version(desk: Desk, document: Document) -> None:
    first = await create(desk, title="Mine", layout=LAYOUT)
    assert first["version_number"] == 2
    assert first["ats"]["keywords_found"] or first["ats"]["keywords_missing"]

    second = await create(desk, shorter(desk))

    assert (second["title"], second["layout"]) == ("Mine", first["layout"])
    assert second["layout"] == second["layout"] | LAYOUT
    assert second["version_number"] == 3
    assert second["content"] == as_json(shorter(desk))


async def test_what_the_profile_does_not_bear_out_is_kept_and_gets_no_file(desk: Desk) -> None:
    made = await create(desk, with_invention(content_of(desk.profile)))

    assert made["faithfulness"]["unsupported"] == 1
    assert desk.files() == []
    path = f"{resumes(desk)}/{made['id']}"
    for refused in (
        await desk.ada.get(f"{path}/pdf"),
        await desk.ada.post(f"{path}/preview", json={}),
    ):
        assert refused.status_code == 409
        assert refused.json()["error"]["code"] == "claims_unsupported"


async def test_what_was_stood_in_for_stays_so_in_the_next_version(desk: Desk) -> None:
    brave = with_invention(content_of(desk.profile))
    first = await create(desk, brave)
    await desk.ada.post(f"/documents/{first['id']}/approve", json={})

    second = await create(desk, brave)

    assert len(second["approved"]) == 1
    assert (await desk.ada.get(f"{resumes(desk)}/{second['id']}/pdf")).status_code == 200


async def test_versions_are_listed_newest_first_and_in_parts(desk: Desk, document: Document) -> None:
    second, third = await create(desk), await create(desk, shorter(desk))
    await desk.lay(title="Of no job", version_number=7)
    await desk.lay(document_type=DocumentType.COVER_LETTER, job_id=JobId(desk.job.id))

    listed = (await desk.ada.get(resumes(desk))).json()

    assert [item["id"] for item in listed["items"]] == [third["id"], second["id"], str(document.id)]
    assert (listed["total"], listed["limit"], listed["offset"]) == (3, 20, 0)
    assert not {"content", "faithfulness"} & set(listed["items"][0])
    part = (await desk.ada.get(resumes(desk), params={"limit": 1, "offset": 1})).json()
    assert [item["id"] for item in part["items"]] == [second["id"]]
    oldest = (await desk.ada.get(resumes(desk), params={"sort": "version_number"})).json()
    assert [item["version_number"] for item in oldest["items"]] == [1, 2, 3]
    assert (await desk.ada.get(resumes(desk), params={"job_id": "x"})).status_code == 400


async def test_the_newest_is_current_unless_another_is_pinned(desk: Desk, document: Document) -> None:
    second = await create(desk)
    assert (await current(desk))["id"] == second["id"]

    pinned = await pin(desk, str(document.id))
    third = await create(desk)

    assert pinned.status_code == 200, pinned.text
    assert (pinned.json()["pinned"], pinned.headers["etag"]) == (True, '"2"')
    assert (await current(desk))["id"] == str(document.id)
    await pin(desk, second["id"], {"pinned": True})
    assert (await current(desk))["id"] == second["id"]
    states = (await desk.ada.get(resumes(desk))).json()["items"]
    assert [item["pinned"] for item in states] == [False, True, False]
    await pin(desk, second["id"], {"pinned": False})
    assert (await current(desk))["id"] == third["id"]


async def test_pinning_twice_changes_nothing(desk: Desk, document: Document) -> None:
    first, again = await pin(desk, str(document.id)), await pin(desk, str(document.id))

    assert first.json() == again.json()


async def test_a_pin_heeds_the_version_that_is_meant(desk: Desk, document: Document) -> None:
    assert (await pin(desk, str(document.id), **{"If-Match": '"9"'})).status_code == 412
    assert (await pin(desk, str(document.id), **{"If-Match": '"1"'})).status_code == 200


async def test_of_pins_at_once_each_is_answered_and_one_stays(desk: Desk, document: Document) -> None:
    made = [str(document.id), *[(await create(desk))["id"] for _ in range(3)]]

    answers = await asyncio.gather(*(pin(desk, version_id) for version_id in made * 2))

    assert [answer.status_code for answer in answers] == [200] * 8
    states = (await desk.ada.get(resumes(desk))).json()["items"]
    assert sum(item["pinned"] for item in states) == 1


async def test_the_etag_of_the_current_one_tells_versions_apart(desk: Desk, document: Document) -> None:
    path = f"{resumes(desk)}/current"
    first = await desk.ada.get(path)
    assert first.headers["content-location"] == f"/api/v1{resumes(desk)}/{document.id}"
    known = {"If-None-Match": first.headers["etag"]}
    assert (await desk.ada.get(path, headers=known)).status_code == 304

    await create(desk)

    assert (await desk.ada.get(path, headers=known)).status_code == 200


async def test_an_old_version_is_restored_as_a_new_one(desk: Desk) -> None:
    first = await create(desk, title="First", layout=LAYOUT)
    await create(desk, shorter(desk), title="Second", layout={"paper": "a4"})

    path = f"{resumes(desk)}/{first['id']}/restore"
    answer = await desk.ada.post(path, headers={"If-Match": '"1"'})

    assert answer.status_code == 201, answer.text
    restored = answer.json()
    assert answer.headers["location"] == f"/api/v1{resumes(desk)}/{restored['id']}"
    assert (restored["version_number"], restored["version"]) == (3, 1)
    for name in ("content", "title", "layout", "profile_id", "scores"):
        assert restored[name] == first[name]
    assert (await desk.ada.get(f"{resumes(desk)}/{first['id']}")).json() == first
    assert (await desk.ada.post(path, headers={"If-Match": '"4"'})).status_code == 412


async def test_what_is_restored_is_judged_by_the_profile_as_it_is_now(desk: Desk) -> None:
    first = await create(desk)
    [position, *_] = (await desk.ada.get(f"/profiles/{desk.profile.id}")).json()["experiences"]
    await desk.ada.delete(f"/profiles/{desk.profile.id}/experiences/{position['id']}")

    restored = (await desk.ada.post(f"{resumes(desk)}/{first['id']}/restore")).json()

    assert restored["faithfulness"]["unsupported"] > 0
    assert (await desk.ada.get(f"{resumes(desk)}/{first['id']}")).json() == first


async def test_nothing_is_restored_without_a_profile(desk: Desk) -> None:
    orphan = await desk.lay(profile_id=None, job_id=JobId(desk.job.id))

    refused = await desk.ada.post(f"{resumes(desk)}/{orphan.id}/restore")

    assert (refused.status_code, refused.json()["error"]["code"]) == (409, "profile_gone")


async def test_two_versions_are_compared_line_by_line_with_claims_and_sources(desk: Desk) -> None:
    first = await create(desk)
    content = as_json(content_of(desk.profile))
    [old, *_] = (line["text"] for line in content["sections"][0]["entries"][0]["bullets"])
    new = f"{old.removesuffix('.')} in 900 hospitals."
    content["sections"][0]["entries"][0]["bullets"][0]["text"] = new
    second = (await desk.ada.post(resumes(desk), json={"content": content})).json()

    answer = await desk.ada.get(f"{resumes(desk)}/compare", params={"from": first["id"], "to": second["id"]})

    assert answer.status_code == 200, answer.text
    found = answer.json()
    assert (found["from"]["id"], found["to"]["id"]) == (first["id"], second["id"])
    assert (found["from"]["version_number"], found["to"]["version_number"]) == (1, 2)
    assert found["identical"] is False
    assert found["counts"]["changed"] == 1
    assert found["counts"]["added"] == found["counts"]["removed"] == found["counts"]["moved"] == 0
    [header, section] = found["sections"]
    assert (header["kind"], header["change"], header["lines"]) == ("header", "unchanged", [])
    assert (section["kind"], section["title_after"], section["change"]) == (
        "experience",
        "Experience",
        "changed",
    )
    [line] = section["lines"]
    assert (line["before"]["text"], line["after"]["text"]) == (old, new)
    assert (line["before"]["verdict"], line["after"]["verdict"]) == ("supported", "unsupported")
    assert line["after"]["sources"] == content["sections"][0]["entries"][0]["bullets"][0]["sources"]
    added = [claim["after"] for claim in line["claims"] if claim["change"] == "added"]
    assert "900" in " ".join(claim["text"] for claim in added if claim["verdict"] == "unsupported")


async def test_the_current_one_is_compared_with_the_one_before_it(desk: Desk) -> None:
    first, second = await create(desk), await create(desk, shorter(desk))
    third = await create(desk)
    path = f"{resumes(desk)}/compare"

    usual = (await desk.ada.get(path)).json()
    assert (usual["from"]["id"], usual["to"]["id"]) == (second["id"], third["id"])
    assert usual["counts"]["added"] == 1
    same = (await desk.ada.get(path, params={"from": first["id"]})).json()
    assert (same["to"]["id"], same["identical"]) == (third["id"], True)
    back = (await desk.ada.get(path, params={"from": third["id"], "to": second["id"]})).json()
    assert back["counts"]["removed"] == 1

    refused = await desk.ada.get(path, params={"to": first["id"]})
    assert (refused.status_code, refused.json()["error"]["code"]) == (409, "nothing_to_compare")


@pytest.mark.parametrize("side", ["from", "to"])
async def test_what_is_no_version_of_it_cannot_be_compared(desk: Desk, document: Document, side: str) -> None:
    """A letter's, another job's, somebody else's, or none at all: all the same."""
    letter = await desk.lay(document_type=DocumentType.COVER_LETTER, job_id=JobId(desk.job.id))
    elsewhere = await desk.lay(version_number=3)
    unknown = await desk.ada.get(f"{resumes(desk)}/compare", params={side: str(uuid4())})
    assert unknown.status_code == 404

    for other in (letter, elsewhere):
        answer = await desk.ada.get(f"{resumes(desk)}/compare", params={side: str(other.id)})
        assert (answer.status_code, answer.content) == (404, unknown.content)
    assert (await desk.ada.get(f"{resumes(desk)}/compare", params={side: "7"})).status_code == 400


async def test_the_versions_of_a_board_job_are_ones_own(desk: Desk) -> None:
    """Everybody sees the job, and nobody another's resume for it."""
    board = a_job(None)
    async with SqlDocumentWork(desk.database) as work:
        await work.jobs.add(board)
        await work.commit()
    path = f"/jobs/{board.id}/resumes"
    mine = await desk.ada.post(path, json={"content": as_json(content_of(desk.profile))})
    assert mine.status_code == 201, mine.text
    ben = await desk.house.person("ben")

    assert (await ben.get(path)).json()["total"] == 0
    assert (await ben.get(f"{path}/current")).status_code == 404
    theirs = await ben.get(f"{path}/{mine.json()['id']}")
    assert (theirs.status_code, theirs.content) == (404, (await ben.get(f"{path}/{uuid4()}")).content)
    for side in ("from", "to"):
        peeking = await ben.get(f"{path}/compare", params={side: mine.json()["id"]})
        assert peeking.status_code == 404
    assert (await desk.ada.get(path)).json()["total"] == 1


async def test_somebody_elses_profile_cannot_be_named(desk: Desk) -> None:
    body = {"content": as_json(content_of(desk.profile)), "profile_id": str(uuid4())}

    refused = await desk.ada.post(resumes(desk), json=body)

    assert (refused.status_code, refused.json()["error"]["code"]) == (404, "profile_not_found")
    body["profile_id"] = str(desk.profile.id)
    assert (await desk.ada.post(resumes(desk), json=body)).status_code == 201
    ben = await desk.house.person("ben")
    job = (await ben.post("/jobs", json={"source": "user_created", "raw_text": POSTING})).json()
    foreign = await ben.post(f"/jobs/{job['id']}/resumes", json=body)
    assert (foreign.status_code, foreign.content) == (404, refused.content)


async def test_without_any_profile_nothing_can_be_judged(desk: Desk) -> None:
    ben = await desk.house.person("ben")
    job = (await ben.post("/jobs", json={"source": "user_created", "raw_text": POSTING})).json()

    refused = await ben.post(
        f"/jobs/{job['id']}/resumes", json={"content": as_json(content_of(desk.profile))}
    )

    assert (refused.status_code, refused.json()["error"]["code"]) == (404, "profile_not_found")


@pytest.mark.parametrize("collection", ["resumes", "cover-letters"])
async def test_a_content_of_the_other_kind_is_refused(desk: Desk, collection: str) -> None:
    letter, resume = a_plain_letter(("Hello.",)), content_of(desk.profile)
    wrong = letter if collection == "resumes" else resume

    refused = await desk.ada.post(f"/jobs/{desk.job.id}/{collection}", json={"content": as_json(wrong)})

    assert (refused.status_code, refused.json()["error"]["code"]) == (422, "wrong_kind_of_content")


async def test_an_edit_keeps_a_resume_a_resume(desk: Desk, document: Document) -> None:
    body = {"title": "x", "layout": {}, "content": as_json(a_plain_letter(("Hello.",)))}

    refused = await desk.ada.put(f"/documents/{document.id}", json=body)

    assert (refused.status_code, refused.json()["error"]["code"]) == (422, "wrong_kind_of_content")


async def test_an_unknown_template_is_refused(desk: Desk, document: Document) -> None:
    layout = {"layout": {"template": "baroque"}}
    body = layout | {"content": as_json(content_of(desk.profile))}

    for refused in (
        await desk.ada.post(resumes(desk), json=body),
        await desk.ada.post(f"{resumes(desk)}/{document.id}/preview", json=layout),
    ):
        assert (refused.status_code, refused.json()["error"]["code"]) == (404, "template_not_found")


async def test_the_pdf_is_the_one_that_downloads(desk: Desk, document: Document) -> None:
    path = f"{resumes(desk)}/{document.id}/pdf"

    whole = await desk.ada.get(path)

    assert whole.status_code == 200, whole.text
    assert whole.content == (await desk.ada.get(f"/documents/{document.id}/download")).content
    assert whole.headers["content-disposition"].startswith("attachment; ")
    part = await desk.ada.get(path, headers={"Range": "bytes=0-4"})
    assert (part.status_code, part.content) == (206, b"%PDF-")
    same = await desk.ada.get(path, headers={"If-None-Match": whole.headers["etag"]})
    assert same.status_code == 304
    letter = await desk.ada.get(path, params={"paper": "letter"})
    assert letter.content != whole.content


async def test_a_preview_in_another_look_keeps_nothing(desk: Desk, document: Document) -> None:
    path = f"{resumes(desk)}/{document.id}/preview"

    own = await desk.ada.post(path, json={})
    other = await desk.ada.post(path, json={"layout": LAYOUT})
    page = await desk.ada.post(path, json={"format": "html"})

    assert own.content.startswith(b"%PDF-")
    assert own.content != other.content
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert desk.files() == []
    assert (await desk.ada.get(f"{resumes(desk)}/{document.id}")).json()["version"] == 1


async def test_a_deleted_job_hides_the_way_and_keeps_the_documents(desk: Desk, document: Document) -> None:
    await pin(desk, str(document.id))
    await desk.ada.delete(f"/jobs/{desk.job.id}")

    gone = await desk.ada.get(resumes(desk))

    assert (gone.status_code, gone.json()["error"]["code"]) == (404, "job_not_found")
    assert (await desk.ada.get(f"/documents/{document.id}")).json()["pinned"] is True


async def test_a_letters_versions_are_its_own(desk: Desk, document: Document) -> None:
    letters = f"/jobs/{desk.job.id}/cover-letters"
    content = as_json(a_plain_letter(("I trained new nurses.",)))

    made = await desk.ada.post(letters, json={"content": content})
    again = await desk.ada.post(f"{letters}/{made.json()['id']}/restore")

    assert made.status_code == 201, made.text
    assert made.json()["title"].startswith("Cover letter: ")
    assert made.json()["document_type"] == "cover_letter"
    assert made.headers["location"] == f"/api/v1{letters}/{made.json()['id']}"
    assert again.headers["location"] == f"/api/v1{letters}/{again.json()['id']}"
    assert (await desk.ada.get(letters)).json()["total"] == 2
    compared = (await desk.ada.get(f"{letters}/compare")).json()
    assert [part["kind"] for part in compared["sections"]] == ["header", "opening", "body", "ending"]
    assert (await desk.ada.get(f"{letters}/{document.id}")).status_code == 404
    assert (await desk.ada.get(f"{resumes(desk)}/{made.json()['id']}")).status_code == 404


async def test_the_examples_can_be_tried_as_they_stand(desk: Desk) -> None:
    schemas = (await desk.ada.get("http://test/openapi.json")).json()["components"]["schemas"]

    for name, collection in (("NewResumeIn", "resumes"), ("NewCoverLetterIn", "cover-letters")):
        for example in schemas[name]["examples"]:
            answer = await desk.ada.post(f"/jobs/{desk.job.id}/{collection}", json=example)
            assert answer.status_code == 201, answer.text


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"content": None}, "/content"),
        ({"title": ""}, "/title"),
        ({"layout": {"paper": "a3"}}, "/layout/paper"),
        ({"profile_id": "7"}, "/profile_id"),
        ({"version_number": 7}, "/version_number"),
    ],
)
async def test_what_does_not_validate_is_named(desk: Desk, wrong: dict[str, Any], field: str) -> None:
    body = {"content": as_json(content_of(desk.profile))} | wrong

    refused = await desk.ada.post(resumes(desk), json=body)

    assert refused.status_code == 400
    assert refused.json()["error"]["details"][0]["field"] == field


async def test_what_is_not_yours_answers_as_what_does_not_exist(desk: Desk, document: Document) -> None:
    ben = await desk.house.person("ben")
    content = {"content": as_json(document.content)}
    one = f"/{document.id}"

    for method, path, sent in (
        ("GET", "", None),
        ("POST", "", content),
        ("GET", "/current", None),
        ("GET", "/compare", None),
        ("GET", one, None),
        ("PATCH", f"{one}/pin", {}),
        ("POST", f"{one}/restore", None),
        ("GET", f"{one}/pdf", None),
        ("POST", f"{one}/preview", {}),
    ):
        theirs = await ben.request(method, f"{resumes(desk)}{path}", json=sent)
        unknown = await ben.request(method, f"/jobs/{uuid4()}/resumes{path}", json=sent)
        assert (theirs.status_code, theirs.content) == (404, unknown.content)
    assert UUID(str((await current(desk))["id"])) == document.id
    assert (await current(desk))["version"] == 1
