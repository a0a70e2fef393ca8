from typing import Any

import httpx2

from app.presentation.api.profiles import examples
from tests.api.conftest import House
from tests.builders.generation import a_wish

Body = dict[str, Any]


async def rows(ada: httpx2.AsyncClient, path: str = "/achievements") -> list[Body]:
    answer = await ada.get(path)
    assert answer.status_code == 200, answer.text
    found: list[Body] = answer.json()["items"]
    return found


async def test_the_lines_of_an_experience_are_rows_in_their_order(
    ada: httpx2.AsyncClient, profile: Body
) -> None:
    experience = profile["experiences"][0]

    found = await rows(ada, f"/experiences/{experience['id']}/achievements")

    assert [row["title"] for row in found] == experience["achievements"]
    assert [row["id"] for row in found] == experience["achievement_ids"]
    assert {row["experience_id"] for row in found} == {experience["id"]}
    assert {row["profile_id"] for row in found} == {profile["id"]}


async def test_a_row_that_is_added_is_the_last_line(ada: httpx2.AsyncClient, profile: Body) -> None:
    experience = profile["experiences"][0]

    answer = await ada.post(f"/experiences/{experience['id']}/achievements", json=examples.ACHIEVEMENT)

    made = answer.json()
    assert answer.status_code == 201
    assert answer.headers["location"] == f"/api/v1/achievements/{made['id']}"
    assert {name: made[name] for name in examples.ACHIEVEMENT} == examples.ACHIEVEMENT
    now = (await ada.get(f"/experiences/{experience['id']}")).json()
    assert now["achievements"] == [*experience["achievements"], made["title"]]
    assert now["achievement_ids"] == [*experience["achievement_ids"], made["id"]]


async def test_all_rows_are_listed_those_that_stand_alone_first(
    ada: httpx2.AsyncClient, profile: Body
) -> None:
    other = (await ada.post("/profiles", json=examples.NEW_PROFILE | {"is_default": False})).json()

    found = await rows(ada)

    expected = []
    for each in (profile, other):
        expected += [a["id"] for a in each["achievements"]]
        expected += [pk for e in each["experiences"] for pk in e["achievement_ids"]]
    assert [row["id"] for row in found] == expected
    part = (await ada.get("/achievements", params={"limit": 2, "offset": 1})).json()
    assert part == {"items": found[1:3], "total": len(found), "limit": 2, "offset": 1}


async def test_a_row_keeps_its_id_and_its_place_when_its_words_change(
    ada: httpx2.AsyncClient, profile: Body
) -> None:
    experience = profile["experiences"][0]
    first, second = experience["achievement_ids"]

    same_words = await ada.patch(
        f"/achievements/{first}", json={"title": experience["achievements"][1], "icon": "star"}
    )

    assert same_words.json()["icon"] == "star"
    now = (await ada.get(f"/experiences/{experience['id']}")).json()
    assert now["achievements"] == [experience["achievements"][1]] * 2
    assert now["achievement_ids"] == [first, second]
    anew = await ada.patch(f"/experiences/{experience['id']}", json={"achievements": now["achievements"]})
    assert anew.json()["achievement_ids"] == [first, second]
    assert (await rows(ada, f"/experiences/{experience['id']}/achievements"))[0]["icon"] == "star"


async def test_more_lines_than_an_experience_holds_are_refused_as_a_whole(
    ada: httpx2.AsyncClient, profile: Body
) -> None:
    path = f"/experiences/{profile['experiences'][0]['id']}/achievements"

    answer = await ada.post(path, json=[examples.ACHIEVEMENT] * 49)

    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "too_many_components")
    assert len(await rows(ada, path)) == 2


async def test_a_document_goes_on_citing_a_line_that_was_changed_as_a_row(house: House) -> None:
    ada = await house.person("ada")
    wish = await a_wish(ada)
    made = (await ada.post("/generations/resume", json=wish)).json()
    await ada.get(f"/generations/{made['id']}/events")
    [document] = (await ada.get("/documents")).json()["items"]
    cited = {
        source["source"]["id"]
        for line in (await ada.get(f"/documents/{document['id']}/sources")).json()["lines"]
        for source in line["sources"]
        if source["source"]["kind"] == "achievement"
    }
    line = next(row for row in await rows(ada) if row["id"] in cited)

    await ada.patch(f"/achievements/{line['id']}", json={"icon": "star"})
    untouched = await standings(ada, document["id"], line["id"])
    await ada.patch(f"/achievements/{line['id']}", json={"title": "Something else entirely."})

    assert untouched == {"unchanged"}
    assert await standings(ada, document["id"], line["id"]) == {"changed"}


async def standings(ada: httpx2.AsyncClient, document: str, item: str) -> set[str]:
    lines = (await ada.get(f"/documents/{document}/sources")).json()["lines"]
    return {s["standing"] for line in lines for s in line["sources"] if s["source"]["id"] == item}
