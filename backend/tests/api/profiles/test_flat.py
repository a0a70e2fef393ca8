"""The routes that name no profile: lists and new components are of the default one."""

import asyncio
from typing import Any
from uuid import uuid4

import httpx2

from app.presentation.api.profiles import examples
from tests.api.conftest import House

Body = dict[str, Any]
NEW: dict[str, Body] = {
    "experiences": examples.EXPERIENCE,
    "education": examples.EDUCATION,
    "certificates": examples.ONE_CERTIFICATE,
    "skills": examples.SKILL,
    "achievements": examples.ACHIEVEMENT,
}
PATCHES: dict[str, Body] = {
    "experiences": {"title": "Sister", "location": None},
    "education": {"degree": "MSc", "honors": None},
    "certificates": {"name": "Advanced Life Support", "issuer": None},
    "achievements": {"title": "Nurse of two years", "icon": None},
}
EMPTY = {"items": [], "total": 0, "limit": 20, "offset": 0}


async def test_without_a_profile_every_list_is_empty_and_none_is_made(ada: httpx2.AsyncClient) -> None:
    for area in NEW:
        assert (await ada.get(f"/{area}")).json() == EMPTY, area

    assert (await ada.get("/profiles")).json()["total"] == 0


async def test_the_first_that_is_added_makes_the_default_profile(ada: httpx2.AsyncClient) -> None:
    for area, body in NEW.items():
        added = await ada.post(f"/{area}", json=body)
        assert added.status_code == 201, added.text
        assert {name: added.json()[name] for name in body} == body

    [profile] = (await ada.get("/profiles")).json()["items"]
    assert (profile["full_name"], profile["is_default"]) == ("Ada", True)


async def test_ten_first_writers_make_one_profile_and_nothing_is_lost(ada: httpx2.AsyncClient) -> None:
    answers = await asyncio.gather(
        *(ada.post("/skills", json=examples.SKILL | {"name": f"skill {n}"}) for n in range(10))
    )

    assert [a.status_code for a in answers] == [201] * 10
    assert (await ada.get("/profiles")).json()["total"] == 1
    names = {each["name"] for each in (await ada.get("/skills")).json()["items"]}
    assert names == {f"skill {n}" for n in range(10)}


async def test_a_list_is_added_as_a_whole_or_not_at_all(ada: httpx2.AsyncClient) -> None:
    for area, body in NEW.items():
        name = next(iter(body)) if area != "skills" else "name"
        flawed = body | {name: "x" * 2_001}

        refused = await ada.post(f"/{area}", json=[body, flawed])
        added = await ada.post(f"/{area}", json=[body, body])

        assert refused.status_code == 400, area
        assert refused.json()["error"]["details"][0]["field"] == f"/1/{name}"
        assert added.status_code == 201
        assert added.headers["location"] == f"/api/v1/{area}"
    assert (await ada.get("/experiences")).json()["total"] == 2
    assert (await ada.get("/skills")).json()["total"] == 4, "two of them certificates"


async def test_lists_are_the_default_profiles_and_say_where_it_stands(
    ada: httpx2.AsyncClient, profile: Body
) -> None:
    other = (await ada.post("/profiles", json={"full_name": "Ada", "skills": [examples.LANGUAGE]})).json()

    first = await ada.get("/skills", params={"category": "language", "limit": 1})
    await ada.patch(f"/profiles/{other['id']}", json={"is_default": True})
    second = await ada.get("/skills")

    assert [s["name"] for s in first.json()["items"]] == ["Polish"]
    assert first.headers["content-location"] == f"/api/v1/profiles/{profile['id']}/skills"
    assert second.json()["items"] == other["skills"]
    assert second.headers["content-location"] == f"/api/v1/profiles/{other['id']}/skills"


async def test_a_component_is_found_in_whichever_profile_holds_it(
    ada: httpx2.AsyncClient, profile: Body
) -> None:
    other = (await ada.post("/profiles", json=examples.NEW_PROFILE | {"is_default": False})).json()
    held = other["experiences"][0]

    assert (await ada.get(f"/experiences/{held['id']}")).json() == held
    changed = await ada.patch(f"/experiences/{held['id']}", json={"title": "Sister"})

    assert changed.json()["title"] == "Sister"
    assert (await ada.get(f"/profiles/{other['id']}")).json()["experiences"][0]["title"] == "Sister"
    assert (await ada.get("/experiences")).json()["items"] == profile["experiences"]


async def test_what_a_patch_names_is_changed_and_the_rest_stays(ada: httpx2.AsyncClient) -> None:
    for area, patch in PATCHES.items():
        made = (await ada.post(f"/{area}", json=NEW[area])).json()

        changed = await ada.patch(f"/{area}/{made['id']}", json=patch)

        assert changed.status_code == 200, changed.text
        emptied: Body = {n: [] if isinstance(made[n], list) else None for n in patch if patch[n] is None}
        assert changed.json() == made | patch | emptied
        assert changed.json() in (await ada.get(f"/{area}")).json()["items"]


async def test_a_required_field_cannot_be_emptied_nor_an_end_put_before_the_start(
    ada: httpx2.AsyncClient,
) -> None:
    for area, patch in PATCHES.items():
        made = (await ada.post(f"/{area}", json=NEW[area])).json()
        for flawed in ({next(iter(patch)): None} if area != "education" else {"institution": None}, {"x": 1}):
            assert (await ada.patch(f"/{area}/{made['id']}", json=flawed)).status_code == 400, (area, flawed)
        if area != "achievements":
            ends = {"date_expires": "1999"} if area == "certificates" else {"end_date": "1999"}
            refused = await ada.patch(f"/{area}/{made['id']}", json=ends)
            assert (refused.status_code, refused.json()["error"]["code"]) == (422, "dates_reversed")
        assert made in (await ada.get(f"/{area}")).json()["items"]


async def test_a_skill_is_said_anew(ada: httpx2.AsyncClient) -> None:
    made = (await ada.post("/skills", json=examples.SKILL | {"years": 7.5})).json()
    said = {"category": "language", "name": "Polish", "proficiency": "native", "years": 3}

    answer = await ada.put(f"/skills/{made['id']}", json=said)

    nothing = dict.fromkeys(("group", "issuer", "date_obtained", "date_expires", "credential_id"))
    assert answer.json() == nothing | {"credential_url": None, "id": made["id"]} | said
    assert (made["years"], answer.json()["years"]) == (7.5, 3.0)
    for flawed in ({"years": -1}, {"years": 81}, {"years": "3"}, {"years": True}, {"category": "magic"}):
        assert (await ada.put(f"/skills/{made['id']}", json=said | flawed)).status_code == 400


async def test_a_certificate_is_the_skill_of_that_category_and_no_other(ada: httpx2.AsyncClient) -> None:
    triage, certificate = (await ada.post("/skills", json=[examples.SKILL, examples.CERTIFICATE])).json()

    [listed] = (await ada.get("/certificates")).json()["items"]

    assert listed["id"] == certificate["id"]
    unknown = await ada.patch(f"/certificates/{uuid4()}", json={"issuer": "Me"})
    for refused in (
        await ada.patch(f"/certificates/{triage['id']}", json={"issuer": "Me"}),
        await ada.delete(f"/certificates/{triage['id']}"),
    ):
        assert (refused.status_code, refused.json()) == (404, unknown.json())
    assert (await ada.delete(f"/certificates/{certificate['id']}")).status_code == 204
    assert (await ada.get("/skills")).json()["items"] == [triage]


async def test_what_is_deleted_is_gone_and_its_neighbours_stay(ada: httpx2.AsyncClient) -> None:
    for area, body in NEW.items():
        await ada.post(f"/{area}", json=[body, body, body])
        before = (await ada.get(f"/{area}")).json()["items"]

        assert (await ada.delete(f"/{area}/{before[1]['id']}")).status_code == 204

        after = (await ada.get(f"/{area}")).json()["items"]
        assert after == [before[0], *before[2:]]
        assert (await ada.delete(f"/{area}/{before[1]['id']}")).status_code == 404


async def test_a_state_that_was_not_seen_is_not_changed(ada: httpx2.AsyncClient) -> None:
    made = await ada.post("/experiences", json=examples.EXPERIENCE)
    path, tag = f"/experiences/{made.json()['id']}", made.headers["etag"]
    await ada.patch(path, json={"title": "Sister"}, headers={"If-Match": tag})

    for answer in (
        await ada.patch(path, json={"title": "Matron"}, headers={"If-Match": tag}),
        await ada.delete(path, headers={"If-Match": tag}),
        await ada.post("/experiences", json=examples.EXPERIENCE, headers={"If-Match": tag}),
        await ada.patch(path, json={"title": "Matron"}, headers={"If-Match": '"nonsense"'}),
    ):
        assert (answer.status_code, answer.json()["error"]["code"]) == (412, "precondition_failed")
    now = await ada.get(path)
    assert now.json()["title"] == "Sister"
    last = await ada.patch(path, json={"title": "Matron"}, headers={"If-Match": now.headers["etag"]})
    assert last.status_code == 200
    [profile] = (await ada.get("/profiles")).json()["items"]
    tag = (await ada.get(f"/profiles/{profile['id']}")).headers["etag"]
    assert (await ada.delete(path, headers={"If-Match": tag})).status_code == 204


async def test_of_two_who_change_the_same_state_one_is_told(ada: httpx2.AsyncClient) -> None:
    made = await ada.post("/experiences", json=examples.EXPERIENCE)
    path, tag = f"/experiences/{made.json()['id']}", made.headers["etag"]

    answers = await asyncio.gather(
        *(ada.patch(path, json={"title": t}, headers={"If-Match": tag}) for t in ("Sister", "Matron"))
    )

    assert sorted(a.status_code for a in answers) == [200, 412]


async def test_who_holds_the_newest_is_told_so_also_when_another_profile_is_the_default(
    ada: httpx2.AsyncClient,
) -> None:
    await ada.post("/profiles", json=examples.NEW_PROFILE)
    tag = (await ada.get("/skills")).headers["etag"]

    same = await ada.get("/skills", headers={"If-None-Match": tag})
    await ada.post("/profiles", json={"full_name": "Other", "is_default": True})
    other = await ada.get("/skills", headers={"If-None-Match": tag})

    assert (same.status_code, same.content) == (304, b"")
    assert (other.status_code, other.json()) == (200, EMPTY)
    into = await ada.post("/skills", json=examples.SKILL, headers={"If-Match": tag})
    assert into.status_code == 412, "it is another profile, though its version is the same"


async def test_what_is_somebody_elses_answers_like_what_is_not_there(
    house: House, ada: httpx2.AsyncClient
) -> None:
    ben = await house.person("ben")
    for area, body in NEW.items():
        made = (await ada.post(f"/{area}", json=body)).json()
        method = "PUT" if area == "skills" else "PATCH"
        sent = body if area == "skills" else PATCHES[area]
        for path, how, said in ((made["id"], method, sent), (made["id"], "DELETE", None)):
            theirs = await ben.request(how, f"/{area}/{path}", json=said)
            nobodys = await ben.request(how, f"/{area}/{uuid4()}", json=said)
            assert (theirs.status_code, theirs.content) == (404, nobodys.content)
        assert (await ben.get(f"/{area}")).json() == EMPTY
