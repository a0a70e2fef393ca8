import asyncio
from typing import Any
from uuid import uuid4

import httpx2
import pytest

from app.presentation.api.profiles import examples
from tests.api.conftest import House

Body = dict[str, Any]


async def test_a_profile_comes_back_as_it_was_sent(ada: httpx2.AsyncClient) -> None:
    created = await ada.post("/profiles", json=examples.NEW_PROFILE)

    assert created.status_code == 201
    assert created.headers["etag"] == '"1"'
    body = created.json()
    assert created.headers["location"] == f"/api/v1/profiles/{body['id']}"
    found = await ada.get(f"/profiles/{body['id']}")
    assert found.json() == body
    assert body["created_at"] == body["updated_at"]
    assert body["created_at"].endswith("Z")
    for name, sent in examples.PROFILE.items():
        assert body[name] == sent, name
    assert [e["title"] for e in body["experiences"]] == ["Ward Nurse", "Charge Nurse"]
    assert body["experiences"][0]["achievements"] == examples.EXPERIENCE["achievements"]
    assert [e["is_current"] for e in body["experiences"]] == [False, True]


async def test_a_name_is_enough(ada: httpx2.AsyncClient) -> None:
    created = await ada.post("/profiles", json={"full_name": "Ada"})

    assert created.status_code == 201
    assert created.json()["experiences"] == []


FLAWED: list[tuple[Body, str]] = [
    ({}, "/full_name"),
    ({"full_name": " "}, "/full_name"),
    ({"full_name": "A" * 201}, "/full_name"),
    ({"full_name": 7}, "/full_name"),
    ({"full_name": "Ada", "shoe_size": 38}, "/shoe_size"),
    ({"full_name": "Ada", "email": "nowhere"}, "/email"),
    ({"full_name": "Ada", "website": "javascript:alert(1)"}, "/website"),
    ({"full_name": "Ada", "is_default": "yes"}, "/is_default"),
    ({"full_name": "Ada", "links": [{"label": "x"}]}, "/links/0/url"),
    ({"full_name": "Ada", "experiences": [{"title": "x", "company": ""}]}, "/experiences/0/company"),
    (
        {"full_name": "Ada", "education": [{"institution": "x", "start_date": "last May"}]},
        "/education/0/start_date",
    ),
    ({"full_name": "Ada", "skills": [{"category": "magic", "name": "x"}]}, "/skills/0/category"),
    ({"full_name": "Ada", "skills": [{"category": "soft", "name": "x"}] * 301}, "/skills"),
]


async def test_a_body_that_does_not_validate_is_told_where(ada: httpx2.AsyncClient) -> None:
    for flawed, field in FLAWED:
        refused = await ada.post("/profiles", json=flawed)
        assert refused.status_code == 400, refused.text
        assert [detail["field"] for detail in refused.json()["error"]["details"]] == [field]

    assert (await ada.get("/profiles")).json()["total"] == 0


async def test_custom_fields_that_cannot_be_kept_are_refused(ada: httpx2.AsyncClient) -> None:
    for custom in ({"a": "x" * 250_001}, {"n": 10**17}, {"a": {"k" * 201: 1}}):
        refused = await ada.post("/profiles", json={"full_name": "Ada", "custom_fields": custom})
        assert refused.status_code == 422
        assert refused.json()["error"]["code"] == "custom_fields_refused"


async def test_the_end_of_a_time_is_not_before_its_start(ada: httpx2.AsyncClient) -> None:
    times = {"start_date": "2019-05", "end_date": "2019"}
    fine = await ada.post("/profiles", json={"full_name": "A", "projects": [{"name": "x", **times}]})
    times["end_date"] = "2019-04-30"
    refused = await ada.post("/profiles", json={"full_name": "A", "projects": [{"name": "x", **times}]})

    assert (fine.status_code, refused.status_code) == (201, 422)


async def test_the_first_profile_is_the_default_until_another_is(ada: httpx2.AsyncClient) -> None:
    nobody = await ada.get("/profiles/me")
    first = (await ada.post("/profiles", json={"full_name": "First"})).json()
    second = (await ada.post("/profiles", json={"full_name": "Second"})).json()
    assert nobody.status_code == 404
    assert (first["is_default"], second["is_default"]) == (True, False)

    await ada.patch(f"/profiles/{second['id']}", json={"is_default": True})

    mine = await ada.get("/profiles/me")
    assert mine.json()["full_name"] == "Second"
    assert mine.headers["content-location"] == f"/api/v1/profiles/{second['id']}"
    cards = (await ada.get("/profiles")).json()["items"]
    assert {card["full_name"]: card["is_default"] for card in cards} == {"First": False, "Second": True}


async def test_a_default_can_be_handed_on_but_not_laid_down(ada: httpx2.AsyncClient) -> None:
    first = (await ada.post("/profiles", json={"full_name": "First"})).json()

    refused = await ada.patch(f"/profiles/{first['id']}", json={"is_default": False})
    third = await ada.post("/profiles", json={"full_name": "Third", "is_default": True})

    assert refused.status_code == 422
    assert third.json()["is_default"] is True
    assert (await ada.get(f"/profiles/{first['id']}")).json()["is_default"] is False


async def test_when_the_default_goes_the_oldest_takes_its_place(ada: httpx2.AsyncClient) -> None:
    ids = [(await ada.post("/profiles", json={"full_name": name})).json()["id"] for name in "abc"]

    assert (await ada.delete(f"/profiles/{ids[0]}")).status_code == 204

    assert (await ada.get("/profiles/me")).json()["full_name"] == "b"
    assert (await ada.get(f"/profiles/{ids[0]}")).status_code == 404


async def test_a_put_says_everything_anew_but_the_components(ada: httpx2.AsyncClient, profile: Body) -> None:
    answer = await ada.put(f"/profiles/{profile['id']}", json={"full_name": "Ada King"})

    assert answer.status_code == 200
    assert answer.headers["etag"] == '"2"'
    body = answer.json()
    assert (body["full_name"], body["headline"], body["links"], body["custom_fields"]) == (
        "Ada King",
        None,
        [],
        {},
    )
    assert body["experiences"] == profile["experiences"]
    assert body["is_default"] is True


async def test_a_patch_merges(ada: httpx2.AsyncClient, profile: Body) -> None:
    address = f"/profiles/{profile['id']}"
    patch = {"phone": None, "custom_fields": {"interests": None, "pets": {"cat": "Tib"}}}

    answer = await ada.patch(address, json=patch, headers={"Content-Type": "application/merge-patch+json"})
    again = await ada.patch(address, json={"custom_fields": {"pets": {"dog": "Rex"}}})

    assert answer.status_code == 200
    changed = {"phone": None, "custom_fields": {"pets": {"cat": "Tib"}}, "version": 2}
    assert answer.json() == profile | changed | {"updated_at": answer.json()["updated_at"]}
    assert again.json()["custom_fields"] == {"pets": {"cat": "Tib", "dog": "Rex"}}
    emptied = await ada.patch(address, json={"custom_fields": None, "links": None})
    assert (emptied.json()["custom_fields"], emptied.json()["links"]) == ({}, [])
    assert (await ada.patch(address, json={"full_name": None})).status_code == 400


async def test_a_change_meant_for_another_version_is_refused(ada: httpx2.AsyncClient, profile: Body) -> None:
    address = f"/profiles/{profile['id']}"
    await ada.patch(address, json={"headline": "x"}, headers={"If-Match": '"1"'})
    old = {"If-Match": '"1"'}
    ids = [profile["skills"][0]["id"]]

    refused = [
        await ada.put(address, json={"full_name": "x"}, headers=old),
        await ada.patch(address, json={"headline": "y"}, headers=old),
        await ada.delete(address, headers=old),
        await ada.post(f"{address}/skills", json=examples.SKILL, headers=old),
        await ada.put(f"{address}/skills/{ids[0]}", json=examples.SKILL, headers=old),
        await ada.delete(f"{address}/skills/{ids[0]}", headers=old),
        await ada.request("DELETE", f"{address}/skills", json={"ids": ids}, headers=old),
    ]

    assert {answer.status_code for answer in refused} == {412}
    now = await ada.get(address)
    assert (now.json()["version"], now.json()["headline"]) == (2, "x")
    unchanged = await ada.get(address, headers={"If-None-Match": now.headers["etag"]})
    assert unchanged.status_code == 304


async def test_a_list_is_ones_own_and_newest_first(house: House, ada: httpx2.AsyncClient) -> None:
    for name in "abc":
        await ada.post("/profiles", json={"full_name": name})
    ben = await house.person("ben")

    page = (await ada.get("/profiles", params={"limit": 2, "offset": 1})).json()

    assert [card["full_name"] for card in page["items"]] == ["b", "a"]
    assert (page["total"], page["limit"], page["offset"]) == (3, 2, 1)
    assert (await ben.get("/profiles")).json()["total"] == 0


async def test_somebody_elses_profile_and_none_are_one_to_a_stranger(
    house: House, ada: httpx2.AsyncClient, profile: Body
) -> None:
    ben = await house.person("ben")
    item = profile["experiences"][0]["id"]
    requests: list[tuple[str, str, Any]] = [
        ("GET", "", None),
        ("PUT", "", {"full_name": "x"}),
        ("PATCH", "", {"headline": "x"}),
        ("DELETE", "", None),
        ("GET", "/export", None),
        ("GET", "/summary", None),
        ("GET", "/analytics", None),
        ("GET", "/experiences", None),
        ("POST", "/experiences", examples.EXPERIENCE),
        ("PUT", "/experiences", [{"id": item} | examples.EXPERIENCE]),
        ("DELETE", "/experiences", {"ids": [item]}),
        ("PUT", f"/experiences/{item}", examples.EXPERIENCE),
        ("DELETE", f"/experiences/{item}", None),
    ]

    for method, path, body in requests:
        theirs = await ben.request(method, f"/profiles/{profile['id']}{path}", json=body)
        nobodys = await ben.request(method, f"/profiles/{uuid4()}{path}", json=body)
        assert theirs.status_code == 404, (method, path)
        assert theirs.content == nobodys.content, (method, path)

    assert (await ada.get(f"/profiles/{profile['id']}")).json() == profile


async def test_a_user_has_so_many_profiles_and_no_more(
    ada: httpx2.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.application.profile.service.MOST_PROFILES", 2)
    statuses = [(await ada.post("/profiles", json={"full_name": "x"})).status_code for _ in range(3)]

    assert statuses == [201, 201, 409]


async def test_a_profile_is_told_in_brief_and_what_it_lacks(ada: httpx2.AsyncClient, profile: Body) -> None:
    summary = await ada.get(f"/profiles/{profile['id']}/summary")
    analytics = await ada.get(f"/profiles/{profile['id']}/analytics")

    assert summary.json()["current_positions"][0]["start_date"] == "2019-09"
    assert summary.json()["skills"]["language"] == ["Polish"]
    assert summary.json()["years_of_experience"] > 9
    found = analytics.json()
    assert [check["name"] for check in found["checks"] if not check["is_met"]] == ["skills"]
    assert found["next_steps"] == ["Name at least 5 skills."]
    assert found["findings"] == []


async def test_analytics_name_what_to_look_at_and_where(ada: httpx2.AsyncClient, profile: Body) -> None:
    path = f"/experiences/{profile['experiences'][1]['id']}/achievements"
    line = (await ada.post(path, json={"title": "Responsible for the rota."})).json()

    found = (await ada.get(f"/profiles/{profile['id']}/analytics")).json()["findings"]

    assert [(f["code"], f["place"], f["item_id"], f["evidence"]) for f in found] == [
        ("no_result", "/experiences/1/achievements/1", line["id"], "Responsible for the rota.")
    ]


async def test_of_many_first_profiles_at_once_one_is_the_default(ada: httpx2.AsyncClient) -> None:
    answers = await asyncio.gather(*(ada.post("/profiles", json={"full_name": f"{n}"}) for n in range(5)))

    assert [answer.status_code for answer in answers] == [201] * 5
    assert sum(answer.json()["is_default"] for answer in answers) == 1


async def test_changes_at_once_are_all_made_or_said_to_be_too_late(
    ada: httpx2.AsyncClient, profile: Body
) -> None:
    area = f"/profiles/{profile['id']}/skills"

    answers = await asyncio.gather(
        *(ada.post(area, json=examples.SKILL | {"name": f"skill {n}"}) for n in range(8)),
        *(ada.patch(f"/profiles/{profile['id']}", json={"is_default": True}) for _ in range(2)),
    )

    assert {answer.status_code for answer in answers} == {200, 201}
    now = (await ada.get(f"/profiles/{profile['id']}")).json()
    assert now["version"] == 11
    assert {f"skill {n}" for n in range(8)} <= {skill["name"] for skill in now["skills"]}
