import asyncio
from typing import Any
from uuid import uuid4

import httpx2
import pytest

from app.presentation.api.profiles.job_profile_schemas import EXAMPLE
from tests.api.conftest import House

Body = dict[str, Any]


async def made(person: httpx2.AsyncClient, **facts: Any) -> Body:
    answer = await person.post("/job-profiles", json={"name": "Wards"} | facts)
    assert answer.status_code == 201, answer.text
    found: Body = answer.json()
    return found


async def test_a_job_profile_comes_back_as_it_was_sent(ada: httpx2.AsyncClient) -> None:
    created = await ada.post("/job-profiles", json=EXAMPLE)

    assert created.status_code == 201
    body = created.json()
    assert {name: body[name] for name in EXAMPLE} == EXAMPLE
    assert created.headers["location"] == f"/api/v1/job-profiles/{body['id']}"
    assert created.headers["etag"] == '"1"'
    assert (await ada.get(f"/job-profiles/{body['id']}")).json() == body


async def test_the_default_is_made_when_it_is_first_asked_for_and_once(ada: httpx2.AsyncClient) -> None:
    answers = await asyncio.gather(*(ada.get("/job-profiles/default") for _ in range(5)))

    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.json()["id"] for answer in answers}) == 1
    assert answers[0].headers["content-location"].endswith(answers[0].json()["id"])
    assert (await ada.get("/job-profiles")).json()["total"] == 1


async def test_the_first_is_the_default_and_another_takes_over(ada: httpx2.AsyncClient) -> None:
    first, second = await made(ada), await made(ada, name="Schools")
    assert (first["is_default"], second["is_default"]) == (True, False)

    chosen = await ada.post(f"/job-profiles/{second['id']}/set-default")

    assert chosen.status_code == 200
    assert chosen.json()["is_default"] is True
    assert (await ada.get("/job-profiles/default")).json()["id"] == second["id"]
    listed = (await ada.get("/job-profiles")).json()["items"]
    assert [each["is_default"] for each in listed] == [True, False]


async def test_the_default_can_only_be_handed_on(ada: httpx2.AsyncClient) -> None:
    only = await made(ada)

    refused = await ada.patch(f"/job-profiles/{only['id']}", json={"is_default": False})

    assert refused.status_code == 422
    assert refused.json()["error"]["code"] == "job_profile_default_needed"


async def test_when_the_default_goes_the_oldest_that_is_left_becomes_it(ada: httpx2.AsyncClient) -> None:
    first, second = await made(ada), await made(ada, name="Schools")

    assert (await ada.delete(f"/job-profiles/{first['id']}")).status_code == 204

    assert (await ada.get(f"/job-profiles/{second['id']}")).json()["is_default"] is True
    assert (await ada.get(f"/job-profiles/{first['id']}")).status_code == 404


async def test_a_patch_changes_what_it_names_and_null_empties(ada: httpx2.AsyncClient) -> None:
    body = (await ada.post("/job-profiles", json=EXAMPLE)).json()

    changed = await ada.patch(
        f"/job-profiles/{body['id']}", json={"titles": None, "contact_phone": None, "locations": ["Leeds"]}
    )

    assert changed.status_code == 200
    assert changed.headers["etag"] == '"2"'
    now = changed.json()
    assert (now["titles"], now["contact_phone"], now["locations"]) == ([], None, ["Leeds"])
    same = {"name", "contact_email", "salary_min", "workplaces"}
    assert {name: now[name] for name in same} == {name: body[name] for name in same}


async def test_another_version_than_the_one_meant_is_left_alone(ada: httpx2.AsyncClient) -> None:
    body = await made(ada)
    where = f"/job-profiles/{body['id']}"

    refused = [
        await ada.patch(where, json={"name": "Other"}, headers={"If-Match": '"9"'}),
        await ada.post(f"{where}/set-default", headers={"If-Match": '"9"'}),
        await ada.delete(where, headers={"If-Match": '"9"'}),
    ]

    assert [answer.status_code for answer in refused] == [412, 412, 412]
    assert (await ada.get(where)).json() == body


@pytest.mark.parametrize(
    ("flawed", "field"),
    [
        ({}, "/name"),
        ({"name": ""}, "/name"),
        ({"name": "x", "salary_min": -1}, "/salary_min"),
        ({"name": "x", "salary_currency": "pounds"}, "/salary_currency"),
        ({"name": "x", "workplaces": ["moon"]}, "/workplaces/0"),
        ({"name": "x", "contact_email": "nowhere"}, "/contact_email"),
        ({"name": "x", "contact_website": "javascript:alert(1)"}, "/contact_website"),
        ({"name": "x", "titles": ["a"] * 51}, "/titles"),
        ({"name": "x", "available_from": 0}, "/available_from"),
        ({"name": "x", "available_from": "2026-03-31T10:00:00Z"}, "/available_from"),
    ],
)
async def test_a_body_that_does_not_validate_is_told_where(
    ada: httpx2.AsyncClient, flawed: Body, field: str
) -> None:
    refused = await ada.post("/job-profiles", json=flawed)

    assert refused.status_code == 400
    assert [flaw["field"] for flaw in refused.json()["error"]["details"]] == [field]
    assert (await ada.get("/job-profiles")).json()["total"] == 0


async def test_somebody_elses_job_profile_is_not_found(ada: httpx2.AsyncClient, house: House) -> None:
    body, ben = await made(ada), await house.person("ben")

    for method, where in (
        ("GET", ""),
        ("PATCH", ""),
        ("DELETE", ""),
        ("POST", "/set-default"),
    ):
        answer = await ben.request(
            method, f"/job-profiles/{body['id']}{where}", json={} if method == "PATCH" else None
        )
        assert answer.status_code == 404, (method, where)
    assert (await ada.get(f"/job-profiles/{uuid4()}")).status_code == 404
