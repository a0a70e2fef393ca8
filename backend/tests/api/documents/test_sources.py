"""Which lines of a document rest on something that is no longer as it was."""

from typing import Any
from uuid import uuid4

import httpx2

from tests.api.documents.conftest import Desk
from tests.builders.stored_documents import as_json, content_of


async def rewritten(desk: Desk) -> str:
    """A version that was judged by the service itself."""
    document = await desk.lay()
    body = {"title": "Mine", "layout": {}, "content": as_json(content_of(desk.profile))}
    answer = await desk.ada.put(f"/documents/{document.id}", json=body)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


async def sources(person: httpx2.AsyncClient, document_id: str) -> dict[str, Any]:
    answer = await person.get(f"/documents/{document_id}/sources")
    assert answer.status_code == 200, answer.text
    told: dict[str, Any] = answer.json()
    return told


async def test_deleting_an_experience_marks_the_lines_that_rest_on_it(desk: Desk) -> None:
    document_id = await rewritten(desk)
    before = await sources(desk.ada, document_id)
    experience = desk.profile.experiences[0]

    at = f"/profiles/{desk.profile.id}/experiences/{experience.id}"
    assert (await desk.ada.delete(at)).status_code == 204
    after = await sources(desk.ada, document_id)

    assert before["marked"] == 0
    marked = [line["text"] for line in after["lines"] if line["marked"]]
    assert marked == [experience.title, experience.company, *(a.text for a in experience.achievements)]
    assert after["marked"] == len(marked)
    of_title = next(line for line in after["lines"] if line["text"] == experience.title)
    assert of_title["sources"] == [
        {
            "source": {"kind": "experience", "id": str(experience.id), "field": None},
            "standing": "deleted",
            "text": None,
        }
    ]


async def test_somebody_elses_document_has_no_sources_to_see(desk: Desk) -> None:
    document_id = await rewritten(desk)
    ben = await desk.house.person("ben")

    theirs = await ben.get(f"/documents/{document_id}/sources")
    unknown = await ben.get(f"/documents/{uuid4()}/sources")

    assert (theirs.status_code, theirs.content) == (404, unknown.content)
