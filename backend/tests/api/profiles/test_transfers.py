"""Careers in from other programs' files, joined to a profile, and out as RenderCV."""

import asyncio
import json
from typing import Any

import httpx2
import pytest

from app.presentation.api.profiles import examples
from app.presentation.strict_yaml import LARGEST, read_yaml, write_yaml
from tests.api.conftest import House
from tests.builders.transfers import REACTIVE_4, REACTIVE_5, RENDERCV, a_zip

Body = dict[str, Any]
YAML, ZIP = {"Content-Type": "application/yaml"}, {"Content-Type": "application/zip"}
FILE = {"Content-Type": "application/octet-stream"}


async def count(ada: httpx2.AsyncClient) -> int:
    return int((await ada.get("/profiles")).json()["total"])


async def test_a_linkedin_export_becomes_a_profile(ada: httpx2.AsyncClient) -> None:
    answer = await ada.post("/profiles/import", content=a_zip(), headers=ZIP)

    assert answer.status_code == 201, answer.text
    body = answer.json()
    assert answer.headers["location"] == f"/api/v1/profiles/{body['id']}"
    assert (body["format"], body["preview"], body["full_name"]) == ("linkedin", False, "Mei Tanaka")
    assert {"field": "/Profile.csv/0/Industry", "value": "Hospitals"}.items() <= body["unplaced"][2].items()
    assert {"part": "experiences", "what": "Charge Nurse, Umeda Clinic"} in body["outcome"]["added"]
    kept = (await ada.get(f"/profiles/{body['id']}")).json()
    assert kept == {name: body[name] for name in kept}


@pytest.mark.parametrize("kind", ["application/yaml", "application/x-yaml; charset=utf-8", "text/yaml"])
async def test_a_file_of_rendercv_becomes_a_profile(ada: httpx2.AsyncClient, kind: str) -> None:
    answer = await ada.post("/profiles/import", content=write_yaml(RENDERCV), headers={"Content-Type": kind})

    assert answer.status_code == 201, answer.text
    assert (answer.json()["format"], answer.json()["headline"]) == ("rendercv", "Data engineer")


@pytest.mark.parametrize(
    ("file", "kind"),
    [
        (a_zip(), "linkedin"),
        (write_yaml(RENDERCV).encode(), "rendercv"),
        (json.dumps(REACTIVE_5, indent=1).encode(), "reactive_resume"),
        (b"\n " + json.dumps({"basics": {"name": "Ada"}}).encode(), "json_resume"),
    ],
)
async def test_a_file_whose_type_the_client_does_not_know_is_known_by_how_it_begins(
    ada: httpx2.AsyncClient, file: bytes, kind: str
) -> None:
    answer = await ada.post("/profiles/import", content=file, headers=FILE)

    assert answer.status_code == 201, answer.text
    assert answer.json()["format"] == kind


@pytest.mark.parametrize("document", [REACTIVE_4, REACTIVE_5])
async def test_a_file_of_reactive_resume_becomes_a_profile(ada: httpx2.AsyncClient, document: Body) -> None:
    answer = await ada.post("/profiles/import?format=reactive_resume", json=document)

    assert answer.status_code == 201, answer.text
    assert answer.json()["format"] == "reactive_resume"


async def test_a_preview_says_what_would_be_and_keeps_nothing(ada: httpx2.AsyncClient) -> None:
    answer = await ada.post("/profiles/import?preview=true", content=a_zip(), headers=ZIP)

    assert answer.status_code == 200
    assert "location" not in answer.headers
    assert answer.json()["preview"] is True
    assert len(answer.json()["experiences"]) == 2
    assert await count(ada) == 0


async def test_a_file_is_joined_once_and_counts_the_version_up_once(
    ada: httpx2.AsyncClient, profile: Body
) -> None:
    path = f"/profiles/import?profile_id={profile['id']}"
    shown = await ada.post(f"{path}&preview=true", content=a_zip(), headers=ZIP)
    assert (await ada.get(f"/profiles/{profile['id']}")).json() == profile

    first = await ada.post(path, content=a_zip(), headers=ZIP)
    second = await ada.post(path, content=a_zip(), headers=ZIP)

    assert (shown.status_code, first.status_code, second.status_code) == (200, 200, 200)
    assert shown.json()["outcome"] == first.json()["outcome"]
    assert first.json()["version"] == int(str(profile["version"])) + 1
    assert first.headers["etag"] == second.headers["etag"] == f'"{first.json()["version"]}"'
    assert second.json()["outcome"]["added"] == second.json()["outcome"]["merged"] == []
    assert second.json()["outcome"]["unchanged"]
    now = (await ada.get(f"/profiles/{profile['id']}")).json()
    assert now == {name: first.json()[name] for name in now}
    assert now["full_name"] == "Ada Byron"
    assert {"part": "full_name", "what": "full_name", "field": "full_name"} | {
        "yours": "Ada Byron",
        "theirs": "Mei Tanaka",
    } in first.json()["outcome"]["conflicts"]
    assert await count(ada) == 1


async def test_a_file_joined_by_many_at_once_is_in_there_once(ada: httpx2.AsyncClient, profile: Body) -> None:
    path = f"/profiles/import?profile_id={profile['id']}"

    answers = await asyncio.gather(*(ada.post(path, content=a_zip(), headers=ZIP) for _ in range(5)))

    assert {answer.status_code for answer in answers} == {200}
    now = (await ada.get(f"/profiles/{profile['id']}")).json()
    assert now["version"] == int(str(profile["version"])) + 1
    assert [e["company"] for e in now["experiences"]].count("Umeda Clinic") == 2


async def test_what_is_joined_keeps_to_if_match(ada: httpx2.AsyncClient, profile: Body) -> None:
    path = f"/profiles/import?profile_id={profile['id']}"

    stale = await ada.post(path, content=a_zip(), headers=ZIP | {"If-Match": '"99"'})
    fresh = await ada.post(path, content=a_zip(), headers=ZIP | {"If-Match": f'"{profile["version"]}"'})

    assert (stale.status_code, fresh.status_code) == (412, 200)


async def test_a_profile_of_somebody_else_is_not_there_to_be_joined(house: House, profile: Body) -> None:
    ben = await house.person("ben")

    answers = [
        await ben.post(f"/profiles/import?profile_id={whose}&preview={preview}", content=a_zip(), headers=ZIP)
        for whose in (profile["id"], "00000000-0000-4000-8000-000000000000")
        for preview in ("true", "false")
    ]

    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.text for answer in answers}) == 1


async def test_a_file_without_a_name_can_be_joined_but_makes_no_profile(
    ada: httpx2.AsyncClient, profile: Body
) -> None:
    skills = a_zip({"Skills.csv": "Name\nWelding\n"})

    refused = await ada.post("/profiles/import", content=skills, headers=ZIP)
    joined = await ada.post(f"/profiles/import?profile_id={profile['id']}", content=skills, headers=ZIP)

    assert (refused.status_code, refused.json()["error"]["code"]) == (422, "profile_file_invalid")
    assert refused.json()["error"]["details"][0]["code"] == "missing"
    assert joined.json()["outcome"]["added"] == [{"part": "skills", "what": "Welding"}]


REFUSED: dict[str, tuple[bytes, str, int, str]] = {
    "no zip": (b"PK\x03\x04" + b"x" * 60, "application/zip", 422, "archive_refused"),
    "a zip of nothing": (a_zip({"a.txt": "x"}), "application/zip", 422, "profile_file_invalid"),
    "JSON called a zip": (b'{"basics": {"name": "Ada"}}', "application/zip", 422, "archive_refused"),
    "a zip called JSON": (a_zip(), "application/json", 400, "invalid_request"),
    "aliases": (b"a: &a [1]\nb: *a", "application/yaml", 400, "invalid_request"),
    "a tag": (b"a: !!python/name:os.system ''", "application/yaml", 400, "invalid_request"),
    "YAML of a list": (b"- a", "application/yaml", 400, "invalid_request"),
    "much YAML": (b"a: " + b"b" * LARGEST, "application/yaml", 413, "body_too_large"),
    "a great body": (b"x" * (4 * 1024 * 1024 + 1), "application/zip", 413, "body_too_large"),
    "nothing": (b"", "application/zip", 400, "invalid_request"),
    "bytes of no kind": (b"\xff\xfe\x00", "application/octet-stream", 400, "invalid_request"),
    "half a zip": (b"PK\x03", "application/octet-stream", 422, "archive_refused"),
    "another type": (b"x", "text/plain", 415, "unsupported_media_type"),
    "a form": (b"x=1", "application/x-www-form-urlencoded", 415, "unsupported_media_type"),
}


@pytest.mark.parametrize("kind", REFUSED)
async def test_a_body_that_is_no_file_of_ours_is_refused(ada: httpx2.AsyncClient, kind: str) -> None:
    body, media_type, status, code = REFUSED[kind]

    answer = await ada.post("/profiles/import", content=body, headers={"Content-Type": media_type})

    assert (answer.status_code, answer.json()["error"]["code"]) == (status, code), answer.text
    assert await count(ada) == 0


@pytest.mark.parametrize("query", ["preview=yes", "format=pdf", "profile_id=7", "who=me"])
async def test_parameters_that_make_no_sense_are_refused(ada: httpx2.AsyncClient, query: str) -> None:
    answer = await ada.post(f"/profiles/import?{query}", json=examples.JSON_RESUME)

    assert answer.status_code == 400


async def test_a_profile_goes_out_as_rendercv_and_comes_back(ada: httpx2.AsyncClient, profile: Body) -> None:
    path = f"/profiles/{profile['id']}/export?format=rendercv"

    answer = await ada.get(path)

    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("application/yaml")
    assert answer.headers["content-disposition"] == 'attachment; filename="cv.yaml"'
    assert read_yaml(answer.content)["cv"]["name"] == "Ada Byron"
    assert (await ada.get(path)).content == answer.content
    back = await ada.post(
        f"/profiles/import?profile_id={profile['id']}", content=answer.content, headers=YAML
    )
    assert back.json()["unplaced"] == back.json()["outcome"]["conflicts"] == []
    assert back.json()["outcome"]["added"] == back.json()["outcome"]["merged"] == []
    assert back.json()["version"] == profile["version"]


async def test_an_export_in_a_format_that_we_do_not_write_is_refused(
    ada: httpx2.AsyncClient, profile: Body
) -> None:
    assert (await ada.get(f"/profiles/{profile['id']}/export?format=linkedin")).status_code == 400


@pytest.mark.parametrize("kind", ["rendercv", "reactive_resume"])
async def test_the_examples_in_the_description_work(ada: httpx2.AsyncClient, kind: str) -> None:
    sent: Body = {"json": examples.REACTIVE_RESUME}
    if kind == "rendercv":
        sent = {"content": examples.RENDERCV, "headers": YAML}

    answer = await ada.post("/profiles/import", **sent)

    assert answer.status_code == 201, answer.text
    assert (answer.json()["format"], answer.json()["unplaced"]) == (kind, [])
    assert [skill["name"] for skill in answer.json()["skills"]] == ["Triage", "Wound care"]
