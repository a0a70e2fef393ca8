"""The current cover letter as a file: made again, saved, or shown."""

from typing import Any

import pytest

from app.domain.documents.model import Document, DocumentType
from app.domain.shared.ids import DocumentId, JobId
from tests.api.documents.conftest import Desk
from tests.builders.letters import a_plain_letter

LINKED = {"download_url", "download_expires_at"}
"""What each answer has anew."""


def letter(desk: Desk) -> str:
    return f"/jobs/{desk.job.id}/cover-letter"


@pytest.fixture
async def stored(desk: Desk) -> Document:
    """Nobody judged it, so that nothing of it is open."""
    return await lay(desk)


async def lay(desk: Desk, text: str = "I trained 14 new nurses.", **about: Any) -> Document:
    return await desk.lay(
        content=a_plain_letter((text,)),
        faithfulness=None,
        document_type=DocumentType.COVER_LETTER,
        job_id=JobId(desk.job.id),
        **about,
    )


@pytest.mark.parametrize(("way", "how"), [("download", "attachment"), ("preview", "inline")])
async def test_the_current_letter_is_saved_or_shown(desk: Desk, stored: Document, way: str, how: str) -> None:
    newest = await lay(desk, "I led a shift.", version_number=2)

    answer = await desk.ada.get(f"{letter(desk)}/{way}")

    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-disposition"].startswith(f'{how}; filename="Marta-Lindqvist-Cover-letter')
    assert answer.content == (await desk.ada.get(f"/documents/{newest.id}/download")).content
    await desk.ada.patch(f"/jobs/{desk.job.id}/cover-letters/{stored.id}/pin")
    pinned = await desk.ada.get(f"{letter(desk)}/{way}")
    assert pinned.content == (await desk.ada.get(f"/documents/{stored.id}/download")).content
    tag = pinned.headers["etag"]
    assert (await desk.ada.get(f"{letter(desk)}/{way}", headers={"If-None-Match": tag})).status_code == 304
    part = await desk.ada.get(f"{letter(desk)}/{way}", headers={"Range": "bytes=0-4"})
    assert (part.status_code, part.content) == (206, b"%PDF-")


async def test_the_pdf_is_made_and_made_again(desk: Desk, stored: Document) -> None:
    made = await desk.ada.post(f"{letter(desk)}/generate-pdf")
    again = await desk.ada.post(f"{letter(desk)}/generate-pdf")

    assert (made.status_code, again.status_code) == (201, 201)
    export = made.json()
    assert made.headers["location"] == f"/api/v1/documents/{stored.id}/download?format=pdf&paper=a4"
    file = await desk.ada.get(export["download_url"].removeprefix("/api/v1"))
    assert file.headers["etag"] == f'"{export["sha256"]}"'
    changed = {name for name, value in again.json().items() if value != export[name]}
    assert changed - LINKED == {"created_at"}
    assert again.json()["created_at"] > export["created_at"]
    assert len(desk.files()) == 1


async def test_what_was_sent_is_not_made_again(desk: Desk, stored: Document) -> None:
    await desk.house.services.sending.freeze(DocumentId(stored.id), owner=stored.user_id)

    first = await desk.ada.post(f"{letter(desk)}/generate-pdf")
    second = await desk.ada.post(f"{letter(desk)}/generate-pdf")

    assert {name for name, value in first.json().items() if value != second.json()[name]} <= LINKED


@pytest.mark.parametrize("way", ["download", "preview", "generate-pdf"])
async def test_there_is_no_file_without_a_letter(desk: Desk, document: Document, way: str) -> None:
    method = "POST" if way == "generate-pdf" else "GET"

    refused = await desk.ada.request(method, f"{letter(desk)}/{way}")

    assert (refused.status_code, refused.json()["error"]["code"]) == (404, "document_not_found")


@pytest.mark.parametrize("way", ["download", "preview", "generate-pdf"])
async def test_a_letter_that_does_not_hold_gets_no_file(desk: Desk, way: str) -> None:
    body = {"content": (await desk.ada.get("http://test/openapi.json")).json()}
    [example] = body["content"]["components"]["schemas"]["NewCoverLetterIn"]["examples"]
    await desk.ada.post(f"/jobs/{desk.job.id}/cover-letters", json=example)
    method = "POST" if way == "generate-pdf" else "GET"

    refused = await desk.ada.request(method, f"{letter(desk)}/{way}")

    assert (refused.status_code, refused.json()["error"]["code"]) == (409, "claims_unsupported")
    assert desk.files() == []
