"""What was sent with an application, over HTTP: its bytes outlive edits, deletions and releases."""

from pathlib import Path
from typing import Any
from uuid import UUID

import httpx2
import pytest

from app.domain.documents.content import DocumentContent
from app.domain.documents.model import Document
from app.domain.documents.ports import Format, Layout, RenderedPDF
from app.domain.shared.ids import DocumentId
from app.infrastructure.pdf.generator import ReportLabPDF
from app.infrastructure.text.html import HtmlRenderer
from tests.api.conftest import house_on
from tests.api.documents.conftest import Desk
from tests.builders.generation import a_wish
from tests.builders.stored_documents import as_json

LETTER = {"template": "classic", "paper": "letter"}


async def freeze(desk: Desk, document: Document) -> None:
    await desk.house.services.sending.freeze(DocumentId(document.id), owner=document.user_id)


async def files_of(person: httpx2.AsyncClient, document: Document) -> dict[str, tuple[bytes, str]]:
    found = {}
    for format in Format:
        answer = await person.get(f"/documents/{document.id}/download", params={"format": format})
        assert answer.status_code == 200, answer.text
        found[format.value] = (answer.content, answer.headers["etag"])
    return found


async def test_what_was_sent_says_so(desk: Desk, document: Document) -> None:
    await freeze(desk, document)

    told = (await desk.ada.get(f"/documents/{document.id}")).json()

    assert told["frozen_at"]
    assert told["version"] == 2
    [listed] = (await desk.ada.get(f"/jobs/{desk.job.id}/resumes")).json()["items"]
    assert listed["frozen_at"] == told["frozen_at"]
    assert len(desk.files()) == len(Format)


@pytest.mark.parametrize("content", [False, True])
async def test_every_edit_of_it_is_a_new_version(desk: Desk, document: Document, content: bool) -> None:
    await freeze(desk, document)
    before = (await desk.ada.get(f"/documents/{document.id}")).json()
    files = await files_of(desk.ada, document)
    body: dict[str, Any] = {"title": "Other", "layout": LETTER}
    if content:
        body["content"] = as_json(document.content)

    answer = await desk.ada.put(f"/documents/{document.id}", json=body)

    assert answer.status_code == 201, answer.text
    new = answer.json()
    assert answer.headers["location"] == f"/api/v1/documents/{new['id']}"
    assert (new["title"], new["frozen_at"]) == ("Other", None)
    assert new["layout"] == new["layout"] | LETTER
    assert (await desk.ada.get(f"/documents/{document.id}")).json() == before
    assert await files_of(desk.ada, document) == files


async def test_it_cannot_be_deleted(desk: Desk, document: Document) -> None:
    await freeze(desk, document)

    refused = await desk.ada.delete(f"/documents/{document.id}")

    assert (refused.status_code, refused.json()["error"]["code"]) == (409, "document_frozen")
    assert len(desk.files()) == len(Format)
    stale = await desk.ada.delete(f"/documents/{document.id}", headers={"If-Match": '"1"'})
    assert stale.status_code == 412


async def test_its_bytes_outlive_all_that_it_came_from(desk: Desk, document: Document) -> None:
    await freeze(desk, document)
    before = await files_of(desk.ada, document)
    versions = f"/jobs/{desk.job.id}/resumes"

    restored = (await desk.ada.post(f"{versions}/{document.id}/restore")).json()
    assert (await desk.ada.patch(f"{versions}/{document.id}/pin")).status_code == 200
    assert (await desk.ada.delete(f"/documents/{restored['id']}")).status_code == 204
    assert (await desk.ada.delete(f"/profiles/{desk.profile.id}")).status_code == 204
    assert (await desk.ada.delete(f"/jobs/{desk.job.id}")).status_code == 204

    assert await files_of(desk.ada, document) == before


async def test_its_bytes_outlive_a_release_that_draws_everything_anew(
    desk: Desk, document: Document, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    await freeze(desk, document)
    plain = (await desk.ada.post(f"/jobs/{desk.job.id}/resumes/{document.id}/restore")).json()
    before = await files_of(desk.ada, document)

    class NewPDF(ReportLabPDF):
        async def render(self, content: DocumentContent, layout: Layout) -> RenderedPDF:
            drawn = await super().render(content, layout)
            return RenderedPDF(drawn.data + b"\n% a new look\n", drawn.pages)

    class NewHtml(HtmlRenderer):
        async def render(self, content: DocumentContent, layout: Layout) -> bytes:
            return await super().render(content, layout) + b"<!-- a new look -->"

    monkeypatch.setattr("app.composition.papers.ReportLabPDF", NewPDF)
    monkeypatch.setattr("app.composition.papers.HtmlRenderer", NewHtml)
    async with house_on(desk.house.settings.database_url, tmp_path / "var") as later:
        who = {"email": "ada@example.com", "password": "Correct-Horse-7"}
        token = (await later.visitor().post("/auth/login", json=who)).json()["access_token"]
        ada = later.visitor(Authorization=f"Bearer {token}")

        assert await files_of(ada, document) == before
        page = await ada.get(f"/documents/{plain['id']}/download", params={"format": "html"})
        assert page.content.endswith(b"<!-- a new look -->")


async def test_what_was_sent_stays_as_it_was_judged(desk: Desk) -> None:
    wish = await a_wish(desk.ada)
    begun = (await desk.ada.post("/generations/resume", json=wish)).json()["id"]
    await desk.ada.get(f"/generations/{begun}/events")
    listed = await desk.ada.get("/documents", params={"profile_id": wish["profile_id"]})
    [made] = listed.json()["items"]
    owner = (await desk.lay()).user_id
    await desk.house.services.sending.freeze(DocumentId(UUID(made["id"])), owner=owner)
    before = (await desk.ada.get(f"/documents/{made['id']}")).json()
    path = f"/profiles/{wish['profile_id']}"
    [position] = (await desk.ada.get(path)).json()["experiences"]
    await desk.ada.delete(f"{path}/experiences/{position['id']}")

    refused = await desk.ada.post(f"/generations/{begun}/validate")

    assert (refused.status_code, refused.json()["error"]["code"]) == (409, "document_frozen")
    assert (await desk.ada.get(f"/documents/{made['id']}")).json() == before
    assert (await desk.ada.get(f"/documents/{made['id']}/download")).status_code == 200
