"""Documents made into files: previewed, exported, downloaded whole or in part."""

import asyncio
from hashlib import sha256
from typing import Any
from urllib.parse import unquote

import pytest

from app.domain.documents.model import Document
from app.domain.documents.ports import Format
from app.domain.shared.ids import DocumentId, JobId
from app.infrastructure.persistence.documents import SqlDocumentWork
from tests.api.conftest import House
from tests.api.documents.conftest import Desk
from tests.builders.stored_documents import as_json

BEGINNINGS = {
    "pdf": b"%PDF-",
    "docx": b"PK",
    "html": b"<!DOCTYPE html>",
    "md": b"# Ada Byron",
    "txt": b"Ada Byron",
    "json": b"{",
    "json_resume": b"{",
}
READERS = {Format.PDF: 2, Format.DOCX: 2, Format.TEXT: 1}
TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "json": "application/json",
    "json_resume": "application/json",
}


async def test_the_formats_are_told(house: House) -> None:
    ada = await house.person("ada")

    told = (await ada.get("/documents/export-formats")).json()

    assert {one["format"]: one["media_type"] for one in told} == TYPES
    assert {one["extension"] for one in told} == {"pdf", "docx", "html", "md", "txt", "json"}


@pytest.mark.parametrize("format", [*Format])
async def test_every_format_is_exported_and_downloaded(
    desk: Desk, document: Document, format: Format
) -> None:
    made = await desk.ada.post(f"/documents/{document.id}/export", json={"format": format})

    assert made.status_code == 201, made.text
    export = made.json()
    kept = await desk.ada.get(made.headers["location"].removeprefix("/api/v1"))
    assert made.headers["location"].startswith(f"/api/v1/documents/{document.id}/download?")
    answer = await desk.ada.get(export["download_url"].removeprefix("/api/v1"))
    assert answer.status_code == 200
    assert answer.content == kept.content
    assert answer.content.startswith(BEGINNINGS[format])
    assert answer.headers["content-type"] == TYPES[format]
    assert answer.headers["etag"] == f'"{export["sha256"]}"' == f'"{sha256(answer.content).hexdigest()}"'
    assert len((export["read_back"] or {"readings": ()})["readings"]) == READERS.get(format, 0)
    assert export["warning"] is None
    assert len(answer.content) == export["size"] == int(answer.headers["content-length"])
    assert desk.files() == [f"{export['sha256']}.{format}"]


async def test_a_pdf_says_what_two_readers_got_back(desk: Desk, document: Document) -> None:
    own = (await desk.ada.post(f"/documents/{document.id}/export", json={})).json()
    other = (await desk.ada.post(f"/documents/{document.id}/export", json={"paper": "letter"})).json()

    for export in (own, other):
        assert len(export["read_back"]["readings"]) == 2
        assert export["read_back"]["losses"] == []
        assert export["pages"] == 1
    assert own["sha256"] != other["sha256"]
    kept = (await desk.ada.get(f"/documents/{document.id}")).json()
    assert kept["read_back"] == own["read_back"]
    assert kept["scores"]["read_back"] == 1.0


async def test_a_file_is_made_once(desk: Desk, document: Document) -> None:
    path = f"/documents/{document.id}"

    first = (await desk.ada.post(f"{path}/export", json={"format": "pdf"})).json()
    again = (await desk.ada.post(f"{path}/export", json={"format": "pdf"})).json()
    await desk.ada.get(f"{path}/download")

    for name in ("sha256", "size", "created_at", "read_back"):
        assert again[name] == first[name]
    assert len(desk.files()) == 1


async def test_many_who_ask_at_once_get_one_file(desk: Desk, document: Document) -> None:
    path = f"/documents/{document.id}"

    made = await asyncio.gather(*(desk.ada.post(f"{path}/export", json={}) for _ in range(5)))

    assert {answer.status_code for answer in made} == {201}
    assert len({answer.json()["sha256"] for answer in made}) == 1
    assert len(desk.files()) == 1
    async with SqlDocumentWork(desk.database, readonly=True) as work:
        assert len(await work.documents.exports_of(DocumentId(document.id))) == 1


async def test_a_download_makes_what_is_missing(desk: Desk, document: Document) -> None:
    answer = await desk.ada.get(f"/documents/{document.id}/download")

    assert answer.status_code == 200
    assert answer.content.startswith(b"%PDF-")
    assert len(desk.files()) == 1


async def test_a_lost_file_is_made_again_as_it_was(desk: Desk, document: Document) -> None:
    first = await desk.ada.get(f"/documents/{document.id}/download")
    for path in (desk.house.settings.data_dir / "files").rglob("*.pdf"):
        path.unlink()

    again = await desk.ada.get(f"/documents/{document.id}/download")

    assert again.status_code == 200
    assert again.content == first.content


async def test_a_file_is_named_after_the_person_and_the_job(desk: Desk, document: Document) -> None:
    answer = await desk.ada.get(f"/documents/{document.id}/download")
    alone = await desk.lay(title='Résumé "2"; ../x\r\n', version_number=2)
    other = await desk.ada.get(f"/documents/{alone.id}/download", params={"format": "txt"})

    plain, full = answer.headers["content-disposition"].split("; ")[1:]
    assert plain == 'filename="Ada-Byron-Ward-Nurse-Lodz-Sons.pdf"'
    assert unquote(full) == "filename*=UTF-8''Ada-Byron-Ward-Nurse-Łódź-Sons.pdf"
    assert 'filename="Ada-Byron-Resume-2-x.txt"' in other.headers["content-disposition"]


async def test_what_the_client_holds_already_is_not_sent_again(desk: Desk, document: Document) -> None:
    path = f"/documents/{document.id}/download?format=txt"
    tag = (await desk.ada.get(path)).headers["etag"]

    same = await desk.ada.get(path, headers={"If-None-Match": tag, "Range": "bytes=0-3"})
    other = await desk.ada.get(path, headers={"If-None-Match": '"other"'})

    assert (same.status_code, same.content) == (304, b"")
    assert same.headers["etag"] == tag
    assert other.status_code == 200


@pytest.mark.parametrize(
    ("range", "start", "end"),
    [("bytes=0-3", 0, 4), ("bytes=4-", 4, None), ("bytes=-5", -5, None), ("bytes=2-999999", 2, None)],
)
async def test_a_part_is_sent_alone(
    desk: Desk, document: Document, range: str, start: int, end: int | None
) -> None:
    path = f"/documents/{document.id}/download?format=txt"
    whole = await desk.ada.get(path)

    part = await desk.ada.get(path, headers={"Range": range})

    expected = whole.content[start:end]
    first = whole.content.index(expected) if start >= 0 else len(whole.content) + start
    assert part.status_code == 206
    assert part.content == expected
    assert part.headers["content-range"] == (
        f"bytes {first}-{first + len(expected) - 1}/{len(whole.content)}"
    )
    assert part.headers["etag"] == whole.headers["etag"]
    assert whole.headers["accept-ranges"] == "bytes"


@pytest.mark.parametrize("range", ["bytes=999999-", "bytes=-0", "Bytes=999999-", f"bytes={'9' * 60}-"])
async def test_a_part_outside_the_file_is_refused(desk: Desk, document: Document, range: str) -> None:
    path = f"/documents/{document.id}/download?format=txt"
    size = len((await desk.ada.get(path)).content)

    refused = await desk.ada.get(path, headers={"Range": range})

    assert refused.status_code == 416
    assert refused.headers["content-range"] == f"bytes */{size}"
    assert refused.json()["error"]["code"] == "range_not_satisfiable"


@pytest.mark.parametrize(
    "range",
    ["bytes=3-1", "bytes=-", "lines=1-2", "bytes=0-1,3-4", "bytes=a-b", "bytes=" + "0-0," * 10_000 + "0-0"],
)
async def test_a_range_that_we_do_not_serve_gets_the_whole(
    desk: Desk, document: Document, range: str
) -> None:
    answer = await desk.ada.get(f"/documents/{document.id}/download?format=txt", headers={"Range": range})

    assert answer.status_code == 200


async def test_a_part_of_a_file_that_has_changed_since_is_the_whole(desk: Desk, document: Document) -> None:
    path = f"/documents/{document.id}/download?format=txt"
    tag = (await desk.ada.get(path)).headers["etag"]

    same = await desk.ada.get(path, headers={"Range": "bytes=0-3", "If-Range": tag})
    other = await desk.ada.get(path, headers={"Range": "bytes=0-3", "If-Range": '"other"'})

    assert (same.status_code, other.status_code) == (206, 200)


@pytest.mark.parametrize("format", [*Format])
async def test_a_preview_renders_and_keeps_nothing(desk: Desk, document: Document, format: Format) -> None:
    body = {"content": as_json(document.content), "format": format}

    answer = await desk.ada.post("/documents/preview", json=body)

    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == TYPES[format]
    assert answer.headers["content-disposition"] == f'attachment; filename="Ada-Byron.{format.extension}"'
    assert answer.content.startswith(BEGINNINGS[format])
    assert desk.files() == []


async def test_foreign_text_is_no_markup(desk: Desk, document: Document) -> None:
    content = as_json(document.content)
    content["header"]["name"]["text"] = "<script>alert(1)</script>"

    answer = await desk.ada.post("/documents/preview", json={"content": content})

    assert b"<script" not in answer.content
    assert "<" not in answer.headers["content-disposition"]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({}, 400),
        ({"content": {"language": "en", "header": {}, "sections": []}}, 400),
        ({"format": "gif"}, 400),
        ({"layout": {"template": "baroque"}}, 404),
        ({"layout": {"paper": "a3"}}, 400),
    ],
)
async def test_what_cannot_be_previewed_is_refused(
    desk: Desk, document: Document, body: dict[str, Any], status: int
) -> None:
    sent = {"content": as_json(document.content)} | body if body else {}

    assert (await desk.ada.post("/documents/preview", json=sent)).status_code == status


async def test_the_examples_can_be_tried_as_they_stand(desk: Desk, document: Document) -> None:
    schemas = (await desk.ada.get("http://test/openapi.json")).json()["components"]["schemas"]

    for example in schemas["PreviewIn"]["examples"]:
        assert (await desk.ada.post("/documents/preview", json=example)).status_code == 200
    for example in schemas["DocumentIn"]["examples"]:
        assert (await desk.ada.put(f"/documents/{document.id}", json=example)).status_code == 200


@pytest.mark.parametrize("way", ["export", "download", "look", "content"])
async def test_a_file_that_cannot_be_written_leaves_no_row(desk: Desk, document: Document, way: str) -> None:
    (desk.house.settings.data_dir / "files").write_text("a file where a directory should be")
    path = f"/documents/{document.id}"
    other = {"title": "x", "layout": {"paper": "letter"}}
    before = (await desk.ada.get(path)).json()

    if way == "export":
        refused = await desk.ada.post(f"{path}/export", json={})
    elif way == "download":
        refused = await desk.ada.get(f"{path}/download")
    else:
        content = {"content": as_json(document.content)} if way == "content" else {}
        refused = await desk.ada.put(path, json=other | content)

    assert refused.status_code == 503
    assert refused.json()["error"]["code"] == "storage_unavailable"
    assert refused.headers["retry-after"]
    assert (await desk.ada.get(path)).json() == before
    assert (await desk.ada.get("/documents")).json()["total"] == 1
    async with SqlDocumentWork(desk.database, readonly=True) as work:
        assert await work.documents.exports_of(DocumentId(document.id)) == []


async def test_a_document_is_deleted_though_its_files_cannot_be(desk: Desk) -> None:
    document = await desk.lay(job_id=JobId(desk.job.id))
    (desk.house.settings.data_dir / "files").write_text("a file where a directory should be")

    assert (await desk.ada.delete(f"/documents/{document.id}")).status_code == 204
    assert (await desk.ada.get("/documents")).json()["total"] == 0
