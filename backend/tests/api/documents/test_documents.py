"""Versions of a document: what is listed, read, changed and removed."""

import json
from dataclasses import asdict
from typing import Any
from uuid import uuid4

import pytest
from pydantic import TypeAdapter

from app.domain.documents.ats import ats_score
from app.domain.documents.content import DocumentContent
from app.domain.documents.model import Document, DocumentType
from app.domain.documents.readback import ReadBackReceipt
from app.domain.shared.ids import JobId, ProfileId
from tests.api.conftest import House
from tests.api.documents.conftest import Desk
from tests.builders.stored_documents import as_json, content_of, with_invention

LAYOUT = {"template": "classic", "paper": "a4"}


async def test_a_document_shows_its_content_and_its_receipts(desk: Desk, document: Document) -> None:
    answer = await desk.ada.get(f"/documents/{document.id}")

    assert answer.status_code == 200, answer.text
    body = answer.json()
    assert answer.headers["etag"] == '"1"'
    assert body["content"] == as_json(document.content)
    assert body["faithfulness"]["unsupported"] == 0
    assert {line["verdict"] for line in body["faithfulness"]["lines"]} <= {"supported", "derived"}
    assert body["scores"] == {"faithfulness": 100.0, "ats": body["ats"]["total"], "read_back": None}
    same = await desk.ada.get(f"/documents/{document.id}", headers={"If-None-Match": '"1"'})
    assert same.status_code == 304


async def test_a_list_is_filtered_and_lean(desk: Desk, document: Document) -> None:
    await desk.lay(title="Letter", document_type=DocumentType.COVER_LETTER, profile_id=None)

    async def titles(**params: Any) -> list[str]:
        answer = await desk.ada.get("/documents", params=params)
        assert answer.status_code == 200, answer.text
        return [item["title"] for item in answer.json()["items"]]

    assert await titles(sort="title") == ["Letter", "Ward Nurse"]
    assert await titles(job_id=str(desk.job.id)) == ["Ward Nurse"]
    assert await titles(profile_id=str(desk.profile.id)) == ["Ward Nurse"]
    assert await titles(document_type="cover_letter") == ["Letter"]
    assert await titles(job_id=str(uuid4())) == []
    [item] = (await desk.ada.get("/documents", params={"limit": 1})).json()["items"]
    assert not {"content", "faithfulness", "ats", "read_back"} & set(item)
    assert item["scores"]["faithfulness"] == 100.0


@pytest.mark.parametrize(
    "params", [{"job_id": "7"}, {"document_type": "poem"}, {"sort": "content"}, {"limit": 0}, {"x": 1}]
)
async def test_a_senseless_filter_is_refused(desk: Desk, params: dict[str, Any]) -> None:
    assert (await desk.ada.get("/documents", params=params)).status_code == 400


async def test_what_is_not_yours_answers_as_what_does_not_exist(desk: Desk, document: Document) -> None:
    ben = await desk.house.person("ben")
    body = {"title": "Mine", "layout": LAYOUT}
    content = body | {"content": as_json(document.content)}

    for method, path, sent in (
        ("GET", "", None),
        ("PUT", "", body),
        ("PUT", "", content),
        ("DELETE", "", None),
        ("POST", "/export", {"format": "txt"}),
        ("GET", "/download?format=txt", None),
    ):
        theirs = await ben.request(method, f"/documents/{document.id}{path}", json=sent)
        unknown = await ben.request(method, f"/documents/{uuid4()}{path}", json=sent)
        nobody = await desk.house.visitor().request(method, f"/documents/{document.id}{path}", json=sent)
        assert theirs.status_code == 404
        assert theirs.content == unknown.content
        assert nobody.status_code == 401
    assert (await ben.get("/documents")).json()["total"] == 0
    assert (await desk.ada.get(f"/documents/{document.id}")).json()["version"] == 1
    assert desk.files() == []


async def test_another_title_leaves_the_rest(desk: Desk, document: Document) -> None:
    before = (await desk.ada.get(f"/documents/{document.id}")).json()

    answer = await desk.ada.put(f"/documents/{document.id}", json={"title": "Night Nurse", "layout": LAYOUT})

    assert answer.status_code == 200, answer.text
    changed = {"title": "Night Nurse", "version": 2, "updated_at": answer.json()["updated_at"]}
    assert answer.json() == before | changed
    assert answer.headers["etag"] == '"2"'
    assert desk.files() == []


async def test_another_look_is_printed_and_read_back(desk: Desk, document: Document) -> None:
    body = {"title": "Ward Nurse", "layout": LAYOUT | {"paper": "letter"}}

    answer = await desk.ada.put(f"/documents/{document.id}", json=body)

    assert answer.status_code == 200, answer.text
    assert answer.json()["layout"]["paper"] == "letter"
    assert answer.json()["scores"]["read_back"] == 1.0
    assert {rule["rule"] for rule in answer.json()["ats"]["rules"]} >= {"read-back", "order", "keywords"}
    assert len(desk.files()) == 1


async def test_the_ats_receipt_can_be_made_again_from_the_answer_alone(
    desk: Desk, document: Document
) -> None:
    body = {"title": "Ward Nurse", "layout": LAYOUT | {"paper": "letter"}}
    told = (await desk.ada.put(f"/documents/{document.id}", json=body)).json()
    ats = told["ats"]

    again = ats_score(
        TypeAdapter(DocumentContent).validate_python(told["content"]),
        keywords=ats["keywords_found"] + ats["keywords_missing"],
        read=TypeAdapter(ReadBackReceipt).validate_python(told["read_back"]),
        file_name=ats["file_name"],
    )

    assert json.loads(json.dumps(asdict(again))) == ats
    assert ats["file_name"] == "Ada-Byron-Ward-Nurse.pdf"
    points, of = (sum(rule[name] for rule in ats["rules"]) for name in ("points", "of"))
    assert ats["total"] == round(100 * points / of, 1)


async def test_new_content_is_a_new_version_with_receipts_of_its_own(desk: Desk, document: Document) -> None:
    content = as_json(document.content)
    content["sections"][0]["entries"][0]["bullets"].pop()
    body = {"title": "Shorter", "layout": LAYOUT, "content": content}

    answer = await desk.ada.put(f"/documents/{document.id}", json=body)

    assert answer.status_code == 201, answer.text
    new = answer.json()
    assert new["id"] != str(document.id)
    assert answer.headers["location"] == f"/api/v1/documents/{new['id']}"
    assert new["version_number"] == 2
    assert new["job_id"] == str(desk.job.id)
    assert new["content"] == content
    assert new["scores"]["faithfulness"] == 100.0
    assert new["scores"]["read_back"] == 1.0
    assert new["ats"]["keywords_missing"] or new["ats"]["keywords_found"]
    old = (await desk.ada.get(f"/documents/{document.id}")).json()
    assert old["version"] == 1
    assert old["content"] == as_json(document.content)
    download = await desk.ada.get(f"/documents/{new['id']}/download")
    assert download.content.startswith(b"%PDF-")


async def test_an_invention_is_kept_and_named_but_no_file_is_made_of_it(
    desk: Desk, document: Document
) -> None:
    content = as_json(with_invention(content_of(desk.profile)))

    answer = await desk.ada.put(
        f"/documents/{document.id}", json={"title": "Braver", "layout": LAYOUT, "content": content}
    )

    assert answer.status_code == 201, answer.text
    new = answer.json()
    [line] = [n for n in new["faithfulness"]["lines"] if n["verdict"] == "unsupported"]
    assert line["text"] == "Led a team of 900 surgeons."
    assert new["scores"]["faithfulness"] < 100
    assert new["read_back"] is None
    for refused in (
        await desk.ada.post(f"/documents/{new['id']}/export", json={"format": "pdf"}),
        await desk.ada.get(f"/documents/{new['id']}/download", params={"format": "txt"}),
        await desk.ada.put(
            f"/documents/{new['id']}", json={"title": "x", "layout": LAYOUT | {"paper": "letter"}}
        ),
    ):
        assert refused.status_code == 409
        error = refused.json()["error"]
        assert error["code"] == "claims_unsupported"
        assert error["details"][0]["field"] == f"/content{line['pointer']}"
    assert desk.files() == []


async def test_a_line_that_cites_what_the_profile_has_not_does_not_hold(
    desk: Desk, document: Document
) -> None:
    content = as_json(document.content)
    content["header"]["name"]["sources"][0]["id"] = str(uuid4())

    answer = await desk.ada.put(
        f"/documents/{document.id}", json={"title": "x", "layout": LAYOUT, "content": content}
    )

    assert answer.json()["faithfulness"]["unsupported"] == 1


async def test_without_its_profile_nothing_new_can_be_checked(desk: Desk) -> None:
    orphan = await desk.lay(profile_id=None)
    body = {"title": "x", "layout": LAYOUT, "content": as_json(orphan.content)}

    refused = await desk.ada.put(f"/documents/{orphan.id}", json=body)

    assert refused.status_code == 409
    assert refused.json()["error"]["code"] == "profile_gone"


async def test_a_document_outlives_its_job(desk: Desk, document: Document) -> None:
    assert (await desk.ada.delete(f"/jobs/{desk.job.id}")).status_code == 204

    kept = (await desk.ada.get(f"/documents/{document.id}")).json()

    assert kept["job_id"] is None
    assert kept["profile_id"] == str(ProfileId(desk.profile.id))


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"title": ""}, "/title"),
        ({"layout": None}, "/layout"),
        ({"layout": {"paper": "a3"}}, "/layout/paper"),
        ({"content": {}}, "/content/language"),
        ({"version_number": 7}, "/version_number"),
    ],
)
async def test_what_does_not_validate_is_named(
    desk: Desk, document: Document, wrong: dict[str, Any], field: str
) -> None:
    refused = await desk.ada.put(f"/documents/{document.id}", json={"title": "x", "layout": LAYOUT} | wrong)

    assert refused.status_code == 400
    assert refused.json()["error"]["details"][0]["field"] == field


async def test_an_unknown_template_is_refused(desk: Desk, document: Document) -> None:
    body = {"title": "x", "layout": {"template": "baroque"}}

    refused = await desk.ada.put(f"/documents/{document.id}", json=body)

    assert refused.status_code == 404
    assert refused.json()["error"]["code"] == "template_not_found"


@pytest.mark.parametrize("content", [False, True])
async def test_another_version_than_the_one_meant_is_left_alone(
    desk: Desk, document: Document, content: bool
) -> None:
    body: dict[str, Any] = {"title": "x", "layout": LAYOUT}
    if content:
        body["content"] = as_json(document.content)
    stale = {"If-Match": '"7"'}

    assert (await desk.ada.put(f"/documents/{document.id}", json=body, headers=stale)).status_code == 412
    assert (await desk.ada.delete(f"/documents/{document.id}", headers=stale)).status_code == 412
    assert (await desk.ada.get("/documents")).json()["total"] == 1


async def test_a_deleted_document_takes_its_files_along(desk: Desk, document: Document) -> None:
    other = await desk.lay(version_number=2, job_id=JobId(desk.job.id))
    for each in (document, other):
        await desk.ada.post(f"/documents/{each.id}/export", json={"format": "txt"})
    assert len(desk.files()) == 2

    assert (await desk.ada.delete(f"/documents/{document.id}")).status_code == 204

    assert len(desk.files()) == 1
    assert (await desk.ada.get(f"/documents/{document.id}")).status_code == 404
    assert (await desk.ada.get(f"/documents/{document.id}/download")).status_code == 404
    assert (await desk.ada.get(f"/documents/{other.id}/download?format=txt")).status_code == 200


async def test_templates_are_named_as_a_person_picks_them(house: House) -> None:
    ada = await house.person("ada")

    listed = (await ada.get("/templates/resumes")).json()

    assert "classic" in {template["id"] for template in listed}
    for template in listed:
        assert (await ada.get(f"/templates/resumes/{template['id']}")).json() == template
    assert len(listed) >= 8
    assert (await ada.get("/templates/resumes/baroque")).status_code == 404
    assert (await house.visitor().get("/templates/resumes")).status_code == 401
