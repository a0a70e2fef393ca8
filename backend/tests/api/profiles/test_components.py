from typing import Any
from uuid import uuid4

import httpx2
import pytest

from app.presentation.api.profiles import examples

Body = dict[str, Any]
KINDS: dict[str, Body] = {
    "experiences": examples.EXPERIENCE,
    "education": examples.EDUCATION,
    "projects": examples.PROJECT,
    "skills": examples.SKILL,
}
LONGEST = {"experiences": "title", "education": "institution", "projects": "name", "skills": "name"}


@pytest.fixture
def areas(profile: Body) -> dict[str, str]:
    """Where each kind of component stands."""
    return {kind: f"/profiles/{profile['id']}/{kind}" for kind in KINDS}


def next_tag(answer: httpx2.Response, before: httpx2.Response) -> bool:
    """One change was made since."""
    return int(answer.headers["etag"].strip('"')) == int(before.headers["etag"].strip('"')) + 1


async def listed(ada: httpx2.AsyncClient, area: str) -> list[Body]:
    answer = await ada.get(area)
    assert answer.status_code == 200
    found: list[Body] = answer.json()["items"]
    return found


async def test_one_is_added(ada: httpx2.AsyncClient, areas: dict[str, str]) -> None:
    for kind, area in areas.items():
        before = await ada.get(area)

        answer = await ada.post(area, json=KINDS[kind])

        assert answer.status_code == 201
        assert next_tag(answer, before)
        assert answer.headers["location"] == f"/api/v1{area}/{answer.json()['id']}"
        assert {name: answer.json()[name] for name in KINDS[kind]} == KINDS[kind]
        assert await listed(ada, area) == [*before.json()["items"], answer.json()]


async def test_a_list_is_added_as_one_change(ada: httpx2.AsyncClient, areas: dict[str, str]) -> None:
    for kind, area in areas.items():
        before = await ada.get(area)

        answer = await ada.post(area, json=[KINDS[kind]] * 3)

        assert answer.status_code == 201
        assert next_tag(answer, before)
        assert len({each["id"] for each in answer.json()}) == 3
        assert await listed(ada, area) == [*before.json()["items"], *answer.json()]


async def test_a_list_with_one_flaw_adds_nothing(ada: httpx2.AsyncClient, areas: dict[str, str]) -> None:
    for kind, area in areas.items():
        before = await listed(ada, area)
        flawed = KINDS[kind] | {LONGEST[kind]: "x" * 201}

        answer, alone = await ada.post(area, json=[KINDS[kind], flawed]), await ada.post(area, json=flawed)

        assert (answer.status_code, alone.status_code) == (400, 400)
        assert answer.json()["error"]["details"][0]["field"] == f"/1/{LONGEST[kind]}"
        assert alone.json()["error"]["details"][0]["field"] == f"/{LONGEST[kind]}"
        assert await listed(ada, area) == before


async def test_more_than_a_profile_holds_is_refused_as_a_whole(
    ada: httpx2.AsyncClient, areas: dict[str, str]
) -> None:
    for kind in ("experiences", "education", "projects"):
        before = await listed(ada, areas[kind])

        answer = await ada.post(areas[kind], json=[KINDS[kind]] * 100)

        assert answer.status_code == 422
        assert answer.json()["error"]["code"] == "too_many_components"
        assert await listed(ada, areas[kind]) == before


async def test_a_body_of_another_shape_is_refused(ada: httpx2.AsyncClient, areas: dict[str, str]) -> None:
    for area in areas.values():
        odd: tuple[Any, ...] = ([], "x", None, 7, {"unknown": 1})
        for body in odd:
            assert (await ada.post(area, json=body)).status_code == 400, (area, body)
        assert (await ada.request("DELETE", area, json={"ids": []})).status_code == 400


async def test_several_are_replaced_as_one_change(ada: httpx2.AsyncClient, areas: dict[str, str]) -> None:
    for kind, area in areas.items():
        name, first = LONGEST[kind], (await listed(ada, area))[0]
        added = await ada.post(area, json=[KINDS[kind]] * 2)
        ids = [added.json()[1]["id"], first["id"]]

        answer = await ada.put(
            area, json=[KINDS[kind] | {"id": each, name: f"new {n}"} for n, each in enumerate(ids)]
        )

        assert answer.status_code == 200
        assert next_tag(answer, added)
        assert [(each["id"], each[name]) for each in answer.json()] == [(ids[0], "new 0"), (ids[1], "new 1")]
        now = {each["id"]: each for each in await listed(ada, area)}
        untouched = added.json()[0]
        assert (now[ids[1]][name], now[untouched["id"]]) == ("new 1", untouched)


async def test_a_list_that_names_one_wrongly_changes_nothing(
    ada: httpx2.AsyncClient, areas: dict[str, str]
) -> None:
    for kind, area in areas.items():
        before = await listed(ada, area)
        for second, status in ((str(uuid4()), 404), (before[0]["id"], 422)):
            ids = [before[0]["id"], second]

            replaced = await ada.put(area, json=[KINDS[kind] | {"id": each} for each in ids])
            deleted = await ada.request("DELETE", area, json={"ids": ids})

            assert (replaced.status_code, deleted.status_code) == (status, status)
            answer = await ada.get(area)
            assert answer.json()["items"] == before
            assert answer.headers["etag"] == '"1"'


async def test_several_are_deleted_as_one_change(ada: httpx2.AsyncClient, areas: dict[str, str]) -> None:
    for kind, area in areas.items():
        before = await listed(ada, area)
        added = await ada.post(area, json=[KINDS[kind]] * 3)
        first, second, third = added.json()

        answer = await ada.request("DELETE", area, json={"ids": [third["id"], first["id"]]})

        assert answer.status_code == 204
        assert next_tag(answer, added)
        assert await listed(ada, area) == [*before, second]


async def test_one_is_replaced_in_its_place_and_deleted(
    ada: httpx2.AsyncClient, areas: dict[str, str]
) -> None:
    for kind, area in areas.items():
        first, second = (await ada.post(area, json=[KINDS[kind]] * 2)).json()
        one, name = f"{area}/{first['id']}", LONGEST[kind]

        replaced = await ada.put(one, json=KINDS[kind] | {name: "other"})

        assert replaced.status_code == 200
        assert (replaced.json()["id"], replaced.json()[name]) == (first["id"], "other")
        assert (await listed(ada, area))[-2:] == [replaced.json(), second]
        assert (await ada.delete(one)).status_code == 204
        assert (await listed(ada, area))[-1] == second
        assert (await ada.delete(one)).status_code == 404
        assert (await ada.put(one, json=KINDS[kind])).status_code == 404


async def test_a_list_comes_in_parts(ada: httpx2.AsyncClient, areas: dict[str, str]) -> None:
    for kind, area in areas.items():
        await ada.post(area, json=[KINDS[kind]] * 4)
        everything = await listed(ada, area)

        part = (await ada.get(area, params={"limit": 2, "offset": 1})).json()

        assert part == {"items": everything[1:3], "total": len(everything), "limit": 2, "offset": 1}


async def test_skills_are_filtered_by_category(ada: httpx2.AsyncClient, profile: Body) -> None:
    area = f"/profiles/{profile['id']}/skills"

    answer = await ada.get(area, params={"category": "language"})

    assert [skill["name"] for skill in answer.json()["items"]] == ["Polish"]
    assert answer.json()["total"] == 1
    assert (await ada.get(area, params={"category": "magic"})).status_code == 400


async def test_an_achievement_whose_text_is_unchanged_keeps_its_id(
    ada: httpx2.AsyncClient, profile: Body
) -> None:
    experience = profile["experiences"][0]
    kept, dropped = experience["achievements"]
    kept_id, dropped_id = experience["achievement_ids"]
    changed = examples.EXPERIENCE | {"achievements": ["Brand new.", kept, f"{dropped}!", kept]}

    answer = await ada.put(f"/profiles/{profile['id']}/experiences/{experience['id']}", json=changed)

    ids = answer.json()["achievement_ids"]
    assert ids[1] == kept_id
    assert dropped_id not in ids
    assert len(set(ids)) == 4
    found = (await ada.get(f"/profiles/{profile['id']}")).json()["experiences"][0]
    assert (found["achievements"], found["achievement_ids"]) == (changed["achievements"], ids)
