"""No content holds a worker: what is too much is refused at once, or after its time, and others go on."""

from pathlib import Path
from typing import Any

import pytest

from app.domain.documents.extent import MOST_LINES
from app.domain.documents.model import Document
from tests.api.conftest import house_on
from tests.api.documents.conftest import Desk
from tests.builders.stored_documents import as_json

HEAVY = "Reduced falls by 12 percent on a ward of 28 beds and led 4 nurses. " * 59


def swollen(document: Document, lines: int, text: str = "x") -> dict[str, Any]:
    """With so many bullets more, each resting on what the first rests on."""
    content = as_json(document.content)
    entry = content["sections"][0]["entries"][0]
    line = {"text": text, "sources": entry["title"]["sources"]}
    for first in range(0, lines, 3_600):
        entries = [
            {"title": entry["title"], "bullets": [line] * min(60, lines - n)}
            for n in range(first, min(lines, first + 3_600), 60)
        ]
        content["sections"].append({"kind": "experience", "title": "More", "entries": entries})
    return content


async def test_ten_thousand_lines_are_refused_wherever_they_come_in(desk: Desk, document: Document) -> None:
    content = swollen(document, 10_000)
    body = {"title": "x", "layout": {}, "content": content}

    refused = [
        *[
            await desk.ada.post("/documents/preview", json={"content": content, "format": format})
            for format in ("pdf", "docx", "html", "md", "txt", "json", "json_resume")
        ],
        await desk.ada.put(f"/documents/{document.id}", json=body),
        await desk.ada.post(f"/jobs/{desk.job.id}/resumes", json={"content": content}),
    ]

    for answer in refused:
        assert answer.status_code == 422, answer.text
        error = answer.json()["error"]
        assert error["code"] == "content_too_long"
        assert error["details"]["lines"] > 10_000
        assert error["details"]["most_lines"] == MOST_LINES
    assert (await desk.ada.get("/documents")).json()["total"] == 1


@pytest.mark.parametrize("format", ["pdf", "docx"])
async def test_as_many_lines_as_are_allowed_can_be_seen(desk: Desk, document: Document, format: str) -> None:
    content = swollen(document, MOST_LINES - 100)

    answer = await desk.ada.post("/documents/preview", json={"content": content, "format": format})

    assert answer.status_code == 200, answer.text


GIVEN_UP = {(422, "took_too_long"), (503, "too_busy")}
"""By its own work, or by the clock where the machine has much else to do."""


async def test_a_content_that_takes_too_much_work_is_given_up_and_others_go_on(
    tmp_path: Path, desk: Desk, document: Document
) -> None:
    async with house_on(desk.house.settings.database_url, tmp_path / "other", cpu_seconds=1) as strict:
        ada = strict.visitor(Authorization=desk.ada.headers["authorization"])
        body = {"title": "x", "layout": {}, "content": swollen(document, 35, HEAVY)}

        for _ in range(2):
            refused = await ada.put(f"/documents/{document.id}", json=body)
            assert (refused.status_code, refused.json()["error"]["code"]) in GIVEN_UP

        own = {"title": "x", "layout": {"paper": "letter"}, "content": as_json(document.content)}
        assert (await ada.put(f"/documents/{document.id}", json=own)).status_code == 201
        assert (await ada.get(f"/documents/{document.id}/download")).status_code == 200
    assert (await desk.ada.get("/documents")).json()["total"] == 2
