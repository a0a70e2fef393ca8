from typing import Any
from uuid import uuid4

import httpx2

from app.domain.profile.history import MOST_EDITIONS
from app.presentation.api.profiles import examples
from tests.api.conftest import House

Body = dict[str, Any]


async def test_every_version_can_be_read_as_it_was(ada: httpx2.AsyncClient, profile: Body) -> None:
    path, [award] = f"/profiles/{profile['id']}", profile["achievements"]
    first, second = profile["experiences"]
    changes: tuple[tuple[str, str, Any], ...] = (
        ("PATCH", path, {"headline": None, "links": [], "custom_fields": {"shoe size": 38}}),
        ("PATCH", f"/experiences/{first['id']}", {"title": "Sister", "achievements": ["New.", "Newer."]}),
        ("DELETE", f"/experiences/{second['id']}", None),
        ("POST", "/skills", [examples.SKILL, examples.LANGUAGE]),
        ("DELETE", f"{path}/skills", {"ids": [profile["skills"][0]["id"], profile["skills"][2]["id"]]}),
        ("PATCH", f"/achievements/{award['id']}", {"date": "2020", "icon": "star"}),
        ("DELETE", f"/education/{profile['education'][0]['id']}", None),
        ("DELETE", f"{path}/projects/{profile['projects'][0]['id']}", None),
    )
    seen = [profile]
    for method, where, said in changes:
        answer = await ada.request(method, where, json=said)
        assert answer.status_code in {200, 201, 204}, answer.text
        seen.append((await ada.get(path)).json())

    assert [each["version"] for each in seen] == list(range(1, 10))
    for each in seen:
        past = await ada.get(f"{path}/history/{each['version']}")
        assert past.json() == each
        assert past.headers["etag"] == f'"{each["version"]}"'


async def test_the_history_says_what_changed_and_when(ada: httpx2.AsyncClient, profile: Body) -> None:
    path, experience = f"/profiles/{profile['id']}", profile["experiences"][0]
    await ada.patch(path, json={"headline": "Matron"})
    await ada.patch(f"/experiences/{experience['id']}", json={"title": "Sister", "url": None})
    skill = (await ada.post("/skills", json=examples.SKILL)).json()
    await ada.delete(f"/skills/{skill['id']}")

    listed = (await ada.get(f"{path}/history")).json()

    said = [(each["version"], each["changes"]) for each in listed["items"]]
    nothing: Body = {"item_id": None, "fields": []}
    assert said == [
        (5, [{"kind": "removed", "part": "skills", "item_id": skill["id"], "fields": []}]),
        (4, [{"kind": "added", "part": "skills", "item_id": skill["id"], "fields": []}]),
        (
            3,
            [{"kind": "changed", "part": "experiences", "item_id": experience["id"], "fields": ["title"]}],
        ),
        (2, [nothing | {"kind": "changed", "part": "profile", "fields": ["headline"]}]),
        (1, [nothing | {"kind": "created", "part": "profile"}]),
    ]
    assert listed["items"][0]["changed_at"] == (await ada.get(path)).json()["updated_at"]
    part = (await ada.get(f"{path}/history", params={"limit": 2, "offset": 1})).json()
    assert (part["items"], part["total"]) == (listed["items"][1:3], 5)


async def test_handing_on_the_default_is_in_the_history_of_both(
    ada: httpx2.AsyncClient, profile: Body
) -> None:
    other = (await ada.post("/profiles", json={"full_name": "Other", "is_default": True})).json()

    listed = (await ada.get(f"/profiles/{profile['id']}/history")).json()

    assert listed["items"][0]["changes"][0]["fields"] == ["is_default"]
    assert (await ada.get(f"/profiles/{profile['id']}/history/1")).json()["is_default"] is True
    assert (await ada.get(f"/profiles/{other['id']}/history/1")).json()["is_default"] is True


async def test_only_the_newest_versions_are_kept(ada: httpx2.AsyncClient, profile: Body) -> None:
    path = f"/profiles/{profile['id']}"
    for n in range(MOST_EDITIONS + 1):
        await ada.patch(path, json={"headline": f"No. {n}"})
    newest = MOST_EDITIONS + 2

    assert (await ada.get(f"{path}/history")).json()["total"] == MOST_EDITIONS
    oldest = await ada.get(f"{path}/history/{newest - MOST_EDITIONS}")
    assert oldest.json()["headline"] == "No. 0"
    gone = await ada.get(f"{path}/history/{newest - MOST_EDITIONS - 1}")
    future = await ada.get(f"{path}/history/{newest + 1}")
    assert (gone.status_code, gone.json()["error"]["code"]) == (404, "version_not_kept")
    assert future.json() == gone.json()


async def test_somebody_elses_history_answers_like_none(
    house: House, ada: httpx2.AsyncClient, profile: Body
) -> None:
    ben = await house.person("ben")
    for tail in ("history", "history/1"):
        theirs = await ben.get(f"/profiles/{profile['id']}/{tail}")
        nobodys = await ben.get(f"/profiles/{uuid4()}/{tail}")
        assert (theirs.status_code, theirs.content) == (404, nobodys.content)


async def test_a_version_is_a_number(ada: httpx2.AsyncClient, profile: Body) -> None:
    for odd in ("0", "-1", "1.0", "x", "99999999999999999999"):
        assert (await ada.get(f"/profiles/{profile['id']}/history/{odd}")).status_code == 400, odd
