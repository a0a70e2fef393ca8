"""What the profile does not bear out: named, kept in the house, and let out by whoever stands in for it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx2
import pytest

from app.application.generation.tailoring import Tailor
from tests.api.conftest import House
from tests.api.generations.conftest import finished
from tests.builders.generation import a_wish

NOBODY = "Dame Nobody von Elsewhere"


@pytest.fixture
def lying_writer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its lie stands where it cannot be taken out: in the name."""
    write = Tailor.write

    async def lie(*args: Any, **about: Any) -> Any:
        written = await write(*args, **about)
        header = written.content.header
        content = replace(written.content, header=replace(header, name=replace(header.name, text=NOBODY)))
        return replace(written, content=content)

    monkeypatch.setattr(Tailor, "write", lie)


async def without_its_position(person: httpx2.AsyncClient) -> dict[str, Any]:
    """A generation that was completed, and whose experience was deleted since."""
    wish = await a_wish(person)
    made = await finished(person, wish)
    path = f"/profiles/{wish['profile_id']}"
    gone = (await person.get(path)).json()["experiences"][0]["id"]
    assert (await person.delete(f"{path}/experiences/{gone}")).status_code < 300
    judged = await person.post(f"/generations/{made['id']}/validate")
    assert judged.json()["status"] == "needs_review"
    result: dict[str, Any] = judged.json()
    return result


def unsupported(result: dict[str, Any]) -> list[dict[str, Any]]:
    lines = result["receipts"]["faithfulness"]["lines"]
    return [line for line in lines if line["verdict"] == "unsupported"]


async def test_what_is_approved_as_a_whole_can_be_downloaded(house: House, lying_writer: None) -> None:
    ada = await house.person()
    me = (await ada.get("/auth/me")).json()["id"]
    made = await finished(ada, await a_wish(ada))
    assert made["status"] == "needs_review"
    before = (await ada.get(f"/generations/{made['id']}/result")).json()
    assert (before["pdf_url"], before["receipts"]["approved"]) == (None, [])
    path = f"/documents/{made['document_id']}"
    assert (await ada.get(f"{path}/download")).status_code == 409

    approved = await ada.post(f"/generations/{made['id']}/approve", json={})

    assert approved.status_code == 200
    result = approved.json()
    assert result["status"] == "completed"
    assert result["receipts"]["faithfulness"] == before["receipts"]["faithfulness"], "the score stays"
    [line] = result["receipts"]["approved"]
    assert (line["pointer"], line["text"]) == ("/header/name", NOBODY)
    for approval in line["approvals"]:
        assert approval["by"] == me
        age = datetime.now(UTC) - datetime.fromisoformat(approval["at"])
        assert timedelta() <= age < timedelta(minutes=1)
    now = (await ada.get(f"/generations/{made['id']}")).json()
    assert (now["status"], now["error_message"]) == ("completed", None)
    pdf = await ada.get(result["pdf_url"].removeprefix("/api/v1"))
    assert pdf.content.startswith(b"%PDF-")
    assert (await ada.get(path)).json()["approved"] == result["receipts"]["approved"]


async def test_claim_by_claim_it_stays_in_the_house_until_the_last(house: House) -> None:
    ada = await house.person()
    result = await without_its_position(ada)
    path = f"/generations/{result['generation_id']}/approve"
    lines = unsupported(result)
    assert len(lines) > 1
    claims = [c["text"] for c in lines[0]["claims"] if c["verdict"] == "unsupported"]

    for line in lines[1:]:
        answer = await ada.post(path, json={"lines": [{"pointer": line["pointer"]}]})
        assert (answer.status_code, answer.json()["status"]) == (200, "needs_review"), answer.text
        assert (await ada.get(f"/documents/{result['document_id']}/download")).status_code == 409
    last = await ada.post(path, json={"lines": [{"pointer": lines[0]["pointer"], "claims": claims}]})

    assert (last.status_code, last.json()["status"]) == (200, "completed")
    assert [a["pointer"] for a in last.json()["receipts"]["approved"]] == [line["pointer"] for line in lines]
    assert (await ada.get(f"/documents/{result['document_id']}/download")).status_code == 200


async def test_what_was_approved_stays_so_when_it_is_judged_again(house: House) -> None:
    ada = await house.person()
    result = await without_its_position(ada)
    await ada.post(f"/generations/{result['generation_id']}/approve", json={})

    again = await ada.post(f"/generations/{result['generation_id']}/validate")

    assert again.json()["status"] == "completed"
    assert len(again.json()["receipts"]["approved"]) == len(unsupported(result))


async def test_a_line_that_is_edited_needs_approval_anew(house: House, lying_writer: None) -> None:
    ada = await house.person()
    made = await finished(ada, await a_wish(ada))
    await ada.post(f"/generations/{made['id']}/approve", json={})
    document = (await ada.get(f"/documents/{made['document_id']}")).json()
    wish = {"title": "Mine", "layout": document["layout"]}
    same, other = document["content"], dict(document["content"])
    header = same["header"]
    other["header"] = header | {"name": header["name"] | {"text": "Sir Somebody von Elsewhere"}}

    path = f"/documents/{made['document_id']}"
    kept = (await ada.put(path, json=wish | {"content": same})).json()
    edited = (await ada.put(path, json=wish | {"content": other})).json()

    assert (await ada.get(f"/documents/{kept['id']}/download")).status_code == 200
    assert (await ada.get(f"/documents/{edited['id']}/download")).status_code == 409
    assert edited["approved"] == []


async def test_only_what_needs_review_is_approved(house: House) -> None:
    ada = await house.person()
    made = await finished(ada, await a_wish(ada))

    refused = await ada.post(f"/generations/{made['id']}/approve", json={})

    assert refused.status_code == 409
    assert refused.json()["error"]["code"] == "generation_not_in_review"


async def test_what_holds_or_is_not_there_cannot_be_approved(house: House, lying_writer: None) -> None:
    ada = await house.person()
    made = await finished(ada, await a_wish(ada))
    path = f"/generations/{made['id']}/approve"
    wrong: list[dict[str, Any]] = [
        {"pointer": "/header/headline"},
        {"pointer": "/sections/99/bullets/1"},
        {"pointer": "/header/name", "claims": ["Led 12 engineers"]},
    ]

    for line in wrong:
        refused = await ada.post(path, json={"lines": [line]})
        assert refused.status_code == 422
        assert refused.json()["error"]["details"][0]["code"] == "no_such_claim"
    bodies: list[dict[str, Any]] = [{"lines": []}, {"lines": [{"pointer": ""}]}, {"all": True}]
    for body in bodies:
        assert (await ada.post(path, json=body)).status_code == 400
    assert (await ada.get(f"/generations/{made['id']}")).json()["status"] == "needs_review"


async def test_who_names_the_version_approves_nothing_that_changed_since(
    house: House, lying_writer: None
) -> None:
    ada, ben = await house.person("ada"), await house.person("ben")
    made = await finished(ada, await a_wish(ada))
    path = f"/generations/{made['id']}/approve"

    stale = await ada.post(path, json={}, headers={"If-Match": '"1"'})
    foreign = await ben.post(path, json={})
    seen = await ada.post(path, json={}, headers={"If-Match": f'"{made["version"]}"'})

    assert (stale.status_code, foreign.status_code, seen.status_code) == (412, 404, 200)
