"""The address of an exported file: good without a token, for a while, for just that file."""

import asyncio
import time
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import unquote
from uuid import uuid4

import httpx2
import pytest
from sqlalchemy import delete

from app.domain.documents.links import FileLinks
from app.domain.documents.model import Document
from app.domain.documents.ports import Format
from app.domain.shared.ids import DocumentId, JobId
from app.infrastructure.persistence.documents import SqlDocumentWork
from app.infrastructure.persistence.identity import users
from tests.api.conftest import House
from tests.api.documents.conftest import Desk
from tests.api.documents.test_files import TYPES

QUICKLY = 0.1


async def exported(desk: Desk, document: Document, format: str = "txt") -> dict[str, Any]:
    made = await desk.ada.post(f"/documents/{document.id}/export", json={"format": format})
    assert made.status_code == 201, made.text
    found: dict[str, Any] = made.json()
    return found


async def opened(client: httpx2.AsyncClient, url: str, **headers: str) -> httpx2.Response:
    return await client.get(url.removeprefix("/api/v1"), headers=headers)


def linked(document: Document, link: str) -> str:
    return f"/documents/{document.id}/file?link={link}"


@pytest.mark.parametrize("format", [*Format])
async def test_a_browser_without_a_token_gets_the_file(
    desk: Desk, house: House, document: Document, format: Format
) -> None:
    export = await exported(desk, document, format)

    answer = await opened(house.visitor(), export["download_url"])

    assert answer.status_code == 200
    assert (
        answer.content
        == (await desk.ada.get(f"/documents/{document.id}/download", params={"format": format})).content
    )
    assert answer.headers["content-type"] == TYPES[format]
    assert answer.headers["content-disposition"].startswith("attachment; ")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"] == "private, no-store"
    assert answer.headers["etag"] == f'"{export["sha256"]}"'
    assert answer.headers["accept-ranges"] == "bytes"


async def test_a_link_lasts_as_long_as_the_host_says(desk: Desk, document: Document) -> None:
    before = datetime.now(UTC)
    export = await exported(desk, document)
    ends = datetime.fromisoformat(export["download_expires_at"])

    life = timedelta(seconds=desk.house.settings.link_seconds)
    assert before + life - timedelta(seconds=1) <= ends <= datetime.now(UTC) + life


async def test_whatever_is_wrong_with_a_link_is_told_in_one_way(
    desk: Desk, house: House, document: Document
) -> None:
    good = (await exported(desk, document))["download_url"].rpartition("=")[2]
    other = await desk.lay(version_number=2)
    bens = await house.person("ben")
    nobody = house.visitor()
    async with SqlDocumentWork(desk.database, readonly=True) as work:
        [export] = await work.documents.exports_of(DocumentId(document.id))

    def signed(of: DocumentId = export.document_id, *, secret: str = "", **about: Any) -> str:
        links = FileLinks(
            secret=secret or house.settings.secret_key.get_secret_value(), life=timedelta(minutes=15)
        )
        facts: dict[str, Any] = {"export_id": export.id, "owner": document.user_id, "now": datetime.now(UTC)}
        return links.sign(document_id=of, **facts | about).text

    assert (await nobody.get(linked(document, signed()))).status_code == 200, "the control"
    unknown = DocumentId(uuid4())
    wrong = {
        "missing": await nobody.get(f"/documents/{document.id}/file"),
        "altered": await nobody.get(linked(document, ("B" if good[0] == "A" else "A") + good[1:])),
        "cut": await nobody.get(linked(document, good[:-1])),
        "expired": await nobody.get(linked(document, signed(now=datetime.now(UTC) - timedelta(minutes=15)))),
        "of another document": await nobody.get(linked(other, good)),
        "of another house": await nobody.get(linked(document, signed(secret="x" * 32))),
        "of another file": await nobody.get(linked(document, signed(export_id=uuid4()))),
        "of another owner": await nobody.get(linked(document, signed(owner=uuid4()))),
        "of what never was": await nobody.get(f"/documents/{unknown}/file?link={signed(unknown)}"),
        "used by somebody else": await bens.get(linked(document, good)),
    }
    assert (await desk.ada.delete(f"/documents/{document.id}")).status_code == 204
    wrong["of what is gone"] = await nobody.get(linked(document, good))

    assert {answer.status_code for answer in wrong.values()} == {404}, wrong
    assert len({answer.content for answer in wrong.values()}) == 1
    assert wrong["missing"].json()["error"]["code"] == "link_dead"
    told = [sorted(name for name, _ in answer.headers.multi_items()) for answer in wrong.values()]
    assert told == [told[0]] * len(told)


async def test_an_access_token_is_no_link_and_a_link_is_no_token(
    desk: Desk, house: House, document: Document
) -> None:
    link = (await exported(desk, document))["download_url"].rpartition("=")[2]
    token = desk.ada.headers["authorization"].removeprefix("Bearer ")

    assert (await house.visitor().get(linked(document, token[:200]))).status_code == 404
    bearing = house.visitor(Authorization=f"Bearer {link}")
    assert (await bearing.get(f"/documents/{document.id}")).status_code == 401


async def test_a_link_gives_parts_and_says_what_the_client_holds(
    desk: Desk, house: House, document: Document
) -> None:
    export, nobody = await exported(desk, document, "pdf"), house.visitor()
    url, size = export["download_url"], export["size"]

    part = await opened(nobody, url, Range="bytes=0-4")
    last = await opened(nobody, url, Range="bytes=-6")
    beyond = await opened(nobody, url, Range=f"bytes={size}-")
    same = await opened(nobody, url, **{"If-None-Match": f'"{export["sha256"]}"'})

    assert (part.status_code, part.content) == (206, b"%PDF-")
    assert part.headers["content-range"] == f"bytes 0-4/{size}"
    assert last.content.strip() == b"%%EOF"
    assert (beyond.status_code, beyond.headers["content-range"]) == (416, f"bytes */{size}")
    assert (same.status_code, same.content) == (304, b"")


@pytest.mark.parametrize("ranges", ["0-0," * 10_000 + "0-0", "9-0," * 10_000 + "9-0"])
async def test_ten_thousand_parts_are_answered_at_once(
    desk: Desk, house: House, document: Document, ranges: str
) -> None:
    url, nobody = (await exported(desk, document))["download_url"], house.visitor()
    await opened(nobody, url)
    took = []

    for _ in range(3):
        began = time.perf_counter()
        answer = await opened(nobody, url, Range=f"bytes={ranges}")
        took.append(time.perf_counter() - began)

    assert answer.status_code == 200
    assert min(took) < QUICKLY


@pytest.mark.parametrize(
    ("person", "plain", "full"),
    [
        ("Ada Lovelace", "Ada-Lovelace-Ward-Nurse-Lodz-Sons.pdf", "Ada-Lovelace-Ward-Nurse-Łódź-Sons.pdf"),
        ("王伟", "Ward-Nurse-Lodz-Sons.pdf", "王伟-Ward-Nurse-Łódź-Sons.pdf"),
        (
            'x"; filename="evil.exe\r\nSet-Cookie: a=b',
            "x-filename-evil-exe-Set-Cookie-a-b-Ward-Nurse-Lodz-Sons.pdf",
            "x-filename-evil-exe-Set-Cookie-a-b-Ward-Nurse-Łódź-Sons.pdf",
        ),
        ("../../etc/passwd", "etc-passwd-Ward-Nurse-Lodz-Sons.pdf", "etc-passwd-Ward-Nurse-Łódź-Sons.pdf"),
        ("\u202efdp.exe", "fdp-exe-Ward-Nurse-Lodz-Sons.pdf", "fdp-exe-Ward-Nurse-Łódź-Sons.pdf"),
    ],
)
async def test_a_file_arrives_under_a_harmless_name(
    desk: Desk, house: House, person: str, plain: str, full: str
) -> None:
    desk.profile.full_name = person
    document = await desk.lay(job_id=JobId(desk.job.id), version_number=7)

    answer = await opened(house.visitor(), (await exported(desk, document, "pdf"))["download_url"])

    said = answer.headers["content-disposition"]
    assert said.startswith(f"attachment; filename=\"{plain}\"; filename*=UTF-8''")
    assert unquote(said.rpartition("''")[2]) == full
    assert "set-cookie" not in answer.headers


async def test_a_link_ends_with_its_owner(desk: Desk, house: House, document: Document) -> None:
    url, nobody = (await exported(desk, document))["download_url"], house.visitor()
    assert (await opened(nobody, url)).status_code == 200

    async with desk.database.engine.begin() as connection:
        await connection.execute(delete(users).where(users.c.id == document.user_id))

    assert (await opened(nobody, url)).status_code == 404


async def test_many_hold_one_link(desk: Desk, house: House, document: Document) -> None:
    url = (await exported(desk, document, "pdf"))["download_url"]

    answers = await asyncio.gather(*(opened(house.visitor(), url) for _ in range(8)))

    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.content for answer in answers}) == 1
