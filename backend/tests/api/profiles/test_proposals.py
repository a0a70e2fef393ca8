import asyncio
from typing import Any
from uuid import uuid4

import httpx2
import pytest

from app.presentation.api.profiles import examples
from tests.api.conftest import House

Body = dict[str, Any]


@pytest.fixture
def experience(profile: Body) -> Body:
    found: Body = profile["experiences"][0]
    return found


async def proposed(ada: httpx2.AsyncClient, experience: Body, **about: Any) -> Body:
    body = examples.PROPOSAL | {"experience_id": experience["id"]} | about
    answer = await ada.post("/experiences/proposals", json=body)
    assert answer.status_code == 201, answer.text
    made: Body = answer.json()
    assert answer.headers["location"] == f"/api/v1/proposals/{made['id']}"
    return made


async def now(ada: httpx2.AsyncClient, experience: Body) -> Body:
    found: Body = (await ada.get(f"/experiences/{experience['id']}")).json()
    return found


async def test_a_proposal_changes_nothing_until_it_is_accepted(
    ada: httpx2.AsyncClient, experience: Body
) -> None:
    made = await proposed(ada, experience)

    assert made["status"] == "pending"
    for name in ("reason", "proposed_by", "said_in", "changes", "achievements"):
        assert made[name] == examples.PROPOSAL[name], name
    assert await now(ada, experience) == experience
    [listed] = (await ada.get(f"/experiences/{experience['id']}/proposals")).json()["items"]
    assert listed == made


async def test_accepting_applies_it_and_keeps_what_it_does_not_name(
    ada: httpx2.AsyncClient, experience: Body
) -> None:
    first, second = experience["achievement_ids"]
    made = await proposed(
        ada,
        experience,
        changes={"title": "Sister", "end_date": None, "start_date": "2016-05"},
        achievements=[{"id": second, "title": "Halved falls."}, {"title": "Led nights.", "date": "2018"}],
    )

    accepted = await ada.patch(f"/proposals/{made['id']}/accept")

    assert accepted.status_code == 200, accepted.text
    assert accepted.json()["status"] == "accepted"
    assert accepted.json()["decided_at"]
    after = await now(ada, experience)
    told = {"title": "Sister", "end_date": None, "start_date": "2016-05", "is_current": True}
    lines = [experience["achievements"][0], "Halved falls.", "Led nights."]
    ids = [first, second, after["achievement_ids"][2]]
    assert after == experience | told | {"achievements": lines, "achievement_ids": ids}


async def test_two_who_accept_at_once_apply_it_once(ada: httpx2.AsyncClient, experience: Body) -> None:
    made = await proposed(ada, experience)

    answers = await asyncio.gather(*(ada.patch(f"/proposals/{made['id']}/accept") for _ in range(6)))

    assert sorted(a.status_code for a in answers) == [200] + [409] * 5
    told = {a.json()["error"]["code"] for a in answers if a.status_code == 409}
    assert told == {"proposal_decided"}
    added = examples.PROPOSAL["achievements"][0]["title"]  # type: ignore[index,call-overload]
    assert (await now(ada, experience))["achievements"].count(added) == 1


async def test_an_experience_that_has_changed_since_is_a_conflict_that_says_in_what(
    ada: httpx2.AsyncClient, experience: Body
) -> None:
    made = await proposed(ada, experience)
    await ada.patch(f"/experiences/{experience['id']}", json={"title": "Matron", "location": "Bath"})

    refused = await ada.patch(f"/proposals/{made['id']}/accept")

    error = refused.json()["error"]
    assert (refused.status_code, error["code"]) == (409, "experience_changed")
    assert error["details"] == {"changed": ["title", "location"]}
    [still] = (await ada.get(f"/experiences/{experience['id']}/proposals")).json()["items"]
    assert still["status"] == "pending"
    assert (await now(ada, experience))["title"] == "Matron"
    over = await ada.patch(f"/proposals/{made['id']}/accept", params={"over_changes": True})
    assert over.status_code == 200
    after = await now(ada, experience)
    assert (after["title"], after["location"]) == ("Senior Ward Nurse", "Bath")


async def test_a_line_that_is_gone_by_now_is_a_conflict_even_over_changes(
    ada: httpx2.AsyncClient, experience: Body
) -> None:
    line = experience["achievement_ids"][0]
    made = await proposed(ada, experience, achievements=[{"id": line, "title": "Trained 15 nurses."}])
    await ada.delete(f"/achievements/{line}")

    refused = await ada.patch(f"/proposals/{made['id']}/accept", params={"over_changes": True})

    assert (refused.status_code, refused.json()["error"]["code"]) == (409, "experience_changed")
    assert (await now(ada, experience))["title"] == experience["title"]


async def test_two_that_touch_nothing_in_common_can_both_be_accepted(
    ada: httpx2.AsyncClient, experience: Body
) -> None:
    title = await proposed(ada, experience, changes={"title": "Sister"})
    place = await proposed(ada, experience, changes={"location": "Bath"})
    again = await proposed(ada, experience, changes={"title": "Matron"}, achievements=[])

    answers = [(await ada.patch(f"/proposals/{each['id']}/accept")) for each in (title, place, again)]

    assert [a.status_code for a in answers] == [200, 200, 409]
    assert answers[2].json()["error"]["details"] == {"changed": ["title", "location", "achievements"]}
    after = await now(ada, experience)
    assert (after["title"], after["location"]) == ("Sister", "Bath")


async def test_what_is_rejected_changes_nothing_and_stays_decided(
    ada: httpx2.AsyncClient, experience: Body
) -> None:
    made = await proposed(ada, experience)

    rejected = await ada.patch(f"/proposals/{made['id']}/reject")

    assert (rejected.status_code, rejected.json()["status"]) == (200, "rejected")
    for verb in ("accept", "reject"):
        answer = await ada.patch(f"/proposals/{made['id']}/{verb}")
        assert (answer.status_code, answer.json()["error"]["code"]) == (409, "proposal_decided")
    assert await now(ada, experience) == experience


async def test_they_are_listed_by_status_the_newest_first(ada: httpx2.AsyncClient, experience: Body) -> None:
    made = [await proposed(ada, experience) for _ in range(3)]
    await ada.patch(f"/proposals/{made[1]['id']}/reject")
    path = f"/experiences/{experience['id']}/proposals"

    everything, pending = await ada.get(path), await ada.get(path, params={"status": "pending", "limit": 1})

    assert [p["id"] for p in everything.json()["items"]] == [p["id"] for p in reversed(made)]
    assert ([p["id"] for p in pending.json()["items"]], pending.json()["total"]) == ([made[2]["id"]], 2)


async def test_a_proposal_goes_with_a_delete_or_with_its_experience(
    ada: httpx2.AsyncClient, experience: Body
) -> None:
    one, other = await proposed(ada, experience), await proposed(ada, experience)

    assert (await ada.delete(f"/proposals/{one['id']}")).status_code == 204
    assert (await ada.delete(f"/proposals/{one['id']}")).status_code == 404
    await ada.delete(f"/experiences/{experience['id']}")

    assert (await ada.patch(f"/proposals/{other['id']}/accept")).status_code == 404


async def test_what_is_no_field_of_an_experience_or_says_nothing_is_refused(
    ada: httpx2.AsyncClient, experience: Body
) -> None:
    said = examples.PROPOSAL | {"experience_id": experience["id"]}
    flaws: tuple[Body, ...] = (
        {"changes": {"id": str(uuid4())}},
        {"changes": {"full_name": "Eve"}},
        {"changes": {"title": None}},
        {"changes": {"title": "x" * 201}},
        {"achievements": [{"title": "x"}] * 51},
        {"reason": ""},
        {"proposed_by": "a ghost"},
        {"status": "accepted"},
    )
    for flawed in flaws:
        assert (await ada.post("/experiences/proposals", json=said | flawed)).status_code == 400, flawed
    senseless: tuple[tuple[Body, int], ...] = (
        ({"changes": {}, "achievements": []}, 422),
        ({"achievements": [{"description": "no title"}]}, 422),
        ({"changes": {"end_date": "1999"}}, 422),
        ({"achievements": [{"title": "x"}] * 49}, 422),
        ({"achievements": [{"id": str(uuid4()), "title": "x"}]}, 404),
        ({"experience_id": str(uuid4())}, 404),
    )
    for flawed, status in senseless:
        answer = await ada.post("/experiences/proposals", json=said | flawed)
        assert answer.status_code == status, (flawed, answer.text)
    assert (await ada.get(f"/experiences/{experience['id']}/proposals")).json()["total"] == 0


async def test_so_many_wait_at_once_and_no_more(ada: httpx2.AsyncClient, experience: Body) -> None:
    for _ in range(50):
        await proposed(ada, experience)

    body = examples.PROPOSAL | {"experience_id": experience["id"]}
    refused = await ada.post("/experiences/proposals", json=body)

    assert (refused.status_code, refused.json()["error"]["code"]) == (409, "too_many_proposals")


async def test_nobody_else_sees_or_decides_them(
    house: House, ada: httpx2.AsyncClient, experience: Body
) -> None:
    made, ben = await proposed(ada, experience), await house.person("ben")

    for method, path, other in (
        ("GET", f"/experiences/{experience['id']}/proposals", f"/experiences/{uuid4()}/proposals"),
        ("PATCH", f"/proposals/{made['id']}/accept", f"/proposals/{uuid4()}/accept"),
        ("PATCH", f"/proposals/{made['id']}/reject", f"/proposals/{uuid4()}/reject"),
        ("DELETE", f"/proposals/{made['id']}", f"/proposals/{uuid4()}"),
    ):
        theirs, nobodys = await ben.request(method, path), await ben.request(method, other)
        assert (theirs.status_code, theirs.content) == (404, nobodys.content)
