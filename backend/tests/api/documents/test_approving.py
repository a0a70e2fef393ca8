"""What a person wrote by hand and the profile does not bear out: let out by whoever stands in for it."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import httpx2
import pytest

from app.application.documents.service import DocumentService
from app.domain.documents.errors import ContentNotRenderable
from app.domain.shared.errors import DomainError, Stale
from app.domain.shared.storage import StorageUnavailable
from tests.api.documents.conftest import Desk
from tests.builders.generation import a_wish
from tests.builders.stored_documents import as_json, content_of, with_invention

BRAVE = "Led a team of 900 surgeons."
BRAVER = "Led a team of 901 surgeons."


async def edited(desk: Desk, *texts: str) -> dict[str, Any]:
    """A version by hand, with those bullets beside what is true."""
    document, content = await desk.lay(), content_of(desk.profile)
    for text in texts:
        content = with_invention(content, text)
    return await put(desk.ada, str(document.id), as_json(content))


async def put(person: httpx2.AsyncClient, document_id: str, content: Any) -> dict[str, Any]:
    body = {"title": "Mine", "layout": {}, "content": content}
    answer = await person.put(f"/documents/{document_id}", json=body)
    assert answer.status_code == 201, answer.text
    new: dict[str, Any] = answer.json()
    return new


async def approve(
    person: httpx2.AsyncClient, document: dict[str, Any], body: Any = None, **headers: str
) -> httpx2.Response:
    path = f"/documents/{document['id']}/approve"
    return await person.post(path, json={} if body is None else body, headers=headers)


async def download(person: httpx2.AsyncClient, document: dict[str, Any]) -> httpx2.Response:
    return await person.get(f"/documents/{document['id']}/download")


def unsupported(document: dict[str, Any]) -> list[dict[str, Any]]:
    return [line for line in document["faithfulness"]["lines"] if line["verdict"] == "unsupported"]


async def test_what_was_written_by_hand_is_approved_as_a_whole_and_can_be_downloaded(desk: Desk) -> None:
    me = (await desk.ada.get("/auth/me")).json()["id"]
    document = await edited(desk, BRAVE)
    assert (await download(desk.ada, document)).status_code == 409
    assert desk.files() == []

    answer = await approve(desk.ada, document)

    assert answer.status_code == 200, answer.text
    approved = answer.json()
    assert answer.headers["etag"] == f'"{approved["version"]}"'
    assert approved["faithfulness"] == document["faithfulness"], "the score stays"
    [line], [wrong] = approved["approved"], unsupported(document)
    assert (line["pointer"], line["text"]) == (wrong["pointer"], BRAVE)
    assert {a["claim"] for a in line["approvals"]} == {
        c["text"] for c in wrong["claims"] if c["verdict"] == "unsupported"
    }
    for approval in line["approvals"]:
        assert (approval["by"], approval["line"], approval["sources"]) == (me, BRAVE, wrong["sources"])
        age = datetime.now(UTC) - datetime.fromisoformat(approval["at"])
        assert timedelta() <= age < timedelta(minutes=1)
    assert approved["scores"]["read_back"] == 1.0, "its file is made at once"
    assert (await desk.ada.get(f"/documents/{document['id']}")).json() == approved
    assert (await download(desk.ada, document)).content.startswith(b"%PDF-")


async def test_line_by_line_and_claim_by_claim_it_stays_in_the_house_until_the_last(desk: Desk) -> None:
    document = await edited(desk, BRAVE, BRAVER)
    first, last = unsupported(document)
    claims = [claim["text"] for claim in last["claims"] if claim["verdict"] == "unsupported"]

    for line in (
        {"pointer": first["pointer"]},
        *({"pointer": last["pointer"], "claims": [c]} for c in claims),
    ):
        assert (await download(desk.ada, document)).status_code == 409
        answer = await approve(desk.ada, document, {"lines": [line]})
        assert answer.status_code == 200, answer.text

    assert [line["text"] for line in answer.json()["approved"]] == [BRAVE, BRAVER]
    assert (await download(desk.ada, document)).status_code == 200


async def test_a_later_edit_of_the_line_withdraws_its_approval_and_no_others(desk: Desk) -> None:
    document = await edited(desk, BRAVE, BRAVER)
    await approve(desk.ada, document)

    same = await put(desk.ada, document["id"], document["content"])
    bullets = document["content"]["sections"][0]["entries"][0]["bullets"]
    bullets[-1]["text"] = "Led a team of 902 surgeons."
    other = await put(desk.ada, document["id"], document["content"])

    assert (await download(desk.ada, same)).status_code == 200
    assert [line["text"] for line in other["approved"]] == [BRAVE]
    refused = await download(desk.ada, other)
    [flaw] = refused.json()["error"]["details"]
    assert flaw["field"] == f"/content{unsupported(other)[-1]['pointer']}"


async def test_where_everything_holds_or_is_approved_there_is_nothing_to_approve(desk: Desk) -> None:
    true, invented = await edited(desk), await edited(desk, BRAVE)
    await approve(desk.ada, invented)

    for document in (true, invented):
        before = (await desk.ada.get(f"/documents/{document['id']}")).json()
        refused = await approve(desk.ada, document)
        assert refused.status_code == 409
        assert refused.json()["error"]["code"] == "nothing_to_approve"
        assert (await desk.ada.get(f"/documents/{document['id']}")).json() == before


@pytest.mark.parametrize(
    "line",
    [
        {"pointer": "/header/name"},
        {"pointer": "/sections/99/bullets/1"},
        {"pointer": "/sections/0/entries/0/bullets/0"},
    ],
)
async def test_what_holds_or_is_not_there_cannot_be_approved(desk: Desk, line: dict[str, Any]) -> None:
    document = await edited(desk, BRAVE)

    refused = await approve(desk.ada, document, {"lines": [line]})

    assert refused.status_code == 422
    assert refused.json()["error"]["details"][0]["code"] == "no_such_claim"
    assert (await desk.ada.get(f"/documents/{document['id']}")).json() == document


@pytest.mark.parametrize("body", [{"lines": []}, {"lines": [{"pointer": ""}]}, {"all": True}, []])
async def test_what_does_not_validate_approves_nothing(desk: Desk, body: Any) -> None:
    document = await edited(desk, BRAVE)

    assert (await approve(desk.ada, document, body)).status_code == 400
    assert (await download(desk.ada, document)).status_code == 409


async def test_who_names_the_version_approves_nothing_that_changed_since(desk: Desk) -> None:
    document = await edited(desk, BRAVE)
    ben = await desk.house.person("ben")

    stale = await approve(desk.ada, document, **{"If-Match": '"7"'})
    foreign, unknown = await approve(ben, document), await approve(ben, {"id": uuid4()})
    assert (await desk.ada.get(f"/documents/{document['id']}")).json() == document
    seen = await approve(desk.ada, document, **{"If-Match": f'"{document["version"]}"'})

    assert (stale.status_code, foreign.status_code, seen.status_code) == (412, 404, 200)
    assert foreign.content == unknown.content


async def test_approving_what_a_generation_made_completes_it(desk: Desk) -> None:
    wish = await a_wish(desk.ada)
    begun = (await desk.ada.post("/generations/resume", json=wish)).json()["id"]
    await desk.ada.get(f"/generations/{begun}/events")
    path = f"/profiles/{wish['profile_id']}"
    [position] = (await desk.ada.get(path)).json()["experiences"]
    await desk.ada.delete(f"{path}/experiences/{position['id']}")
    judged = (await desk.ada.post(f"/generations/{begun}/validate")).json()
    assert judged["status"] == "needs_review"

    answer = await approve(desk.ada, {"id": judged["document_id"]})

    assert answer.status_code == 200, answer.text
    result = (await desk.ada.get(f"/generations/{begun}/result")).json()
    assert (result["status"], result["receipts"]["approved"]) == ("completed", answer.json()["approved"])
    assert (await desk.ada.get(f"/generations/{begun}")).json()["error_message"] is None
    again = await desk.ada.post(f"/generations/{begun}/approve", json={})
    assert again.status_code == 409


async def test_what_outlived_its_generation_can_still_be_approved(desk: Desk) -> None:
    content = with_invention(content_of(desk.profile))
    document = await desk.lay(content=content, generation_id=uuid4())

    answer = await approve(desk.ada, {"id": document.id})

    assert answer.status_code == 200, answer.text
    assert (await download(desk.ada, {"id": document.id})).status_code == 200


@pytest.mark.parametrize("trouble", [StorageUnavailable, ContentNotRenderable, Stale])
async def test_the_approval_stands_whatever_comes_of_the_file(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, trouble: type[DomainError]
) -> None:
    document = await edited(desk, BRAVE)

    async def stumble(*_: Any, **__: Any) -> Any:
        raise trouble("Not now.")

    with monkeypatch.context() as broken:
        broken.setattr(DocumentService, "export", stumble)
        answer = await approve(desk.ada, document)

    assert answer.status_code == 200, answer.text
    assert [line["text"] for line in answer.json()["approved"]] == [BRAVE]
    assert (await download(desk.ada, document)).status_code == 200
