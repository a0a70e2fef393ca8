"""An uploaded resume becomes a profile, or joins one."""

from typing import Any

import httpx2

from app.presentation.api.profiles.examples import JSON_RESUME
from tests.api.conftest import House
from tests.api.resumes.conftest import upload
from tests.builders.uploads import NURSE

IMPORT = "/profiles/import"


async def imported(client: httpx2.AsyncClient, resume: str, **query: Any) -> httpx2.Response:
    return await client.post(IMPORT, params={"resume_id": resume} | query)


async def test_an_upload_becomes_a_profile(ada: httpx2.AsyncClient) -> None:
    resume = (await upload(ada)).json()["id"]
    seen = await imported(ada, resume, preview="true")
    assert (seen.status_code, (await ada.get("/profiles")).json()["total"]) == (200, 0)

    made = await imported(ada, resume)
    assert made.status_code == 201, made.text
    body = made.json()
    assert (body["format"], body["full_name"], body["email"]) == (
        "uploaded_resume",
        "Ada Byron",
        "ada@example.com",
    )
    assert [e["company"] for e in body["experiences"]] == ["St Mary's Hospital", "City Clinic"]
    assert body["unplaced"] == []
    assert made.headers["location"].endswith(body["id"])


async def test_a_second_time_brings_nothing_twice(ada: httpx2.AsyncClient) -> None:
    resume = (await upload(ada)).json()["id"]
    profile = (await imported(ada, resume)).json()["id"]
    again = await imported(ada, resume, profile_id=profile)

    assert again.status_code == 200, again.text
    outcome = again.json()["outcome"]
    assert (outcome["added"], outcome["merged"], outcome["conflicts"]) == ([], [], [])
    assert again.headers["etag"] == '"1"'


async def test_it_joins_a_profile_without_replacing_a_word(ada: httpx2.AsyncClient) -> None:
    resume = (await upload(ada)).json()["id"]
    before = (await ada.post(IMPORT, json=JSON_RESUME)).json()
    seen = await imported(ada, resume, profile_id=before["id"], preview="true")
    joined = await imported(ada, resume, profile_id=before["id"])
    body = joined.json()

    assert seen.json()["outcome"] == body["outcome"]
    assert body["headline"] == before["headline"] != "Staff Nurse"
    assert len(body["experiences"]) == len(before["experiences"]) + 2
    assert any(c["field"] == "headline" for c in body["outcome"]["conflicts"])
    stale = await ada.post(
        IMPORT,
        params={"resume_id": resume, "profile_id": before["id"]},
        headers={"If-Match": '"1"'},
    )
    assert stale.status_code == 412


async def test_what_was_guessed_or_not_found_is_marked(ada: httpx2.AsyncClient) -> None:
    text = NURSE.replace("Ada Byron\nStaff Nurse\n", "").replace("Nurse, City Clinic, London", "City Clinic")
    resume = (await upload(ada, text)).json()["id"]
    body = (await imported(ada, resume)).json()

    parsed = (await ada.get(f"/resumes/{resume}")).json()["parsed"]
    assert body["unsure"]
    for each in body["unsure"]:
        held: Any = parsed
        for step in each["field"].split("/")[1:]:
            held = held[int(step)] if isinstance(held, list) else held[step]
        assert held is None if each["sureness"] == 0 else held["sureness"] == each["sureness"] < 0.8


async def test_who_is_not_named_goes_by_the_name_of_the_account(ada: httpx2.AsyncClient) -> None:
    resume = (await upload(ada, "Skills\nTriage, Wound Care\n")).json()["id"]
    body = (await imported(ada, resume)).json()

    assert body["full_name"] == "Ada"
    assert {"field": "/name", "value": "", "sureness": 0.0} in body["unsure"]


async def test_a_resume_comes_instead_of_a_file(house: House, ada: httpx2.AsyncClient) -> None:
    resume = (await upload(ada)).json()["id"]
    both = await ada.post(IMPORT, params={"resume_id": resume}, json=JSON_RESUME)
    named = await imported(ada, resume, format="json_resume")
    neither = await ada.post(IMPORT)

    assert [a.status_code for a in (both, named, neither)] == [422, 422, 400]
    stated = await ada.post(IMPORT, params={"format": "uploaded_resume"}, json=JSON_RESUME)
    assert (stated.status_code, stated.json()["error"]["code"]) == (422, "profile_file_invalid")
    ben = await house.person("ben")
    foreign = await imported(ben, resume)
    assert (foreign.status_code, foreign.json()["error"]["code"]) == (404, "resume_not_found")
    assert (await ada.get("/profiles")).json()["total"] == 0
