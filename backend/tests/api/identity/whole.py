"""An account with something of everything."""

import httpx2

from app.presentation.api.profiles import examples
from tests.api.conftest import House
from tests.builders.generation import a_wish
from tests.builders.pictures import a_picture
from tests.builders.uploads import NURSE


async def a_full_account(house: House, name: str = "ada") -> httpx2.AsyncClient:
    """Something of everything."""
    ada = await house.person(name)
    wish = await a_wish(ada)
    begun = await ada.post("/generations/resume", json=wish, headers={"Idempotency-Key": f"k-{name}"})
    await ada.get(f"/generations/{begun.json()['id']}/events")
    [document] = (await ada.get("/documents")).json()["items"]
    await ada.post(f"/documents/{document['id']}/export", json={"format": "docx"})
    held = (await ada.post("/experiences", json=examples.EXPERIENCE)).json()
    await ada.post("/experiences/proposals", json=examples.PROPOSAL | {"experience_id": held["id"]})
    await ada.post("/job-profiles", json={"name": "What I seek"})
    await ada.post(f"/profiles/{wish['profile_id']}/projects", json=examples.PROJECT)
    applied = await ada.post(f"/jobs/{wish['job_id']}/apply", json={"document_id": document["id"]})
    assert applied.status_code in {200, 201}, applied.text
    resume = {"file": ("cv.txt", NURSE.encode())}
    assert (await ada.post("/resumes/upload", files=resume)).status_code == 201
    token = {"name": "script", "scopes": ["read"], "expires_in_days": 3}
    assert (await ada.post("/users/me/access-tokens", json=token)).status_code == 201
    key = {"provider": "openai", "key": "sk-planted-in-an-account"}
    assert (await ada.put("/users/me/llm-key", json=key)).status_code == 200
    assert (await ada.post("/users/avatar", files={"file": a_picture()})).status_code == 201
    return ada
