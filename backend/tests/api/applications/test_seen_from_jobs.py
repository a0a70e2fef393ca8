"""What jobs show of their cards, the board, and the figures."""

import pytest

from tests.api.applications.conftest import Tracker
from tests.api.applications.test_applications import code
from tests.api.statements import statements


async def test_a_favorite_is_set_turned_round_and_taken_back(tracker: Tracker) -> None:
    job_id = await tracker.job()
    path = f"/jobs/{job_id}/favorite"

    untouched = await tracker.ada.patch(path, json={"favorite": False})
    assert untouched.json() == {
        "job_id": job_id,
        "application_id": None,
        "tracking_status": None,
        "favorite": False,
    }
    told = [(await tracker.ada.patch(path, json=body)).json() for body in ({}, {}, {"favorite": True})]
    assert [each["favorite"] for each in told] == [True, False, True]
    assert {each["tracking_status"] for each in told} == {"interested"}
    again = await tracker.card(told[0]["application_id"])
    await tracker.ada.patch(path, json={"favorite": True})
    assert await tracker.card(told[0]["application_id"]) == again


async def test_a_job_says_where_it_stands_wherever_it_is_shown(tracker: Tracker) -> None:
    card = await tracker.applied(favorite=True)
    mine = {"application_id": card["id"], "tracking_status": "applied", "favorite": True}
    path = f"/jobs/{card['job_id']}"

    shown = [
        (await tracker.ada.get(path)).json(),
        (await tracker.ada.patch(path, json={"status": "archived"})).json(),
        (await tracker.ada.put(path, json={"source": "imported", "title": "Nurse"})).json(),
        (await tracker.ada.get("/jobs")).json()["items"][0],
    ]

    for job in shown:
        assert {name: job[name] for name in mine} == mine


async def test_the_tag_of_a_job_changes_with_its_card_and_still_guards_the_job(tracker: Tracker) -> None:
    job_id = await tracker.job()
    path = f"/jobs/{job_id}"
    bare = (await tracker.ada.get(path)).headers["etag"]
    assert bare.startswith('"1-')

    await tracker.ada.patch(f"{path}/status", json={"status": "interested"})
    saved = (await tracker.ada.get(path, headers={"If-None-Match": bare})).headers["etag"]
    await tracker.ada.patch(f"{path}/status", json={"status": "applied"})
    fresh = await tracker.ada.get(path, headers={"If-None-Match": saved})
    assert (fresh.status_code, fresh.json()["tracking_status"]) == (200, "applied")
    tag = fresh.headers["etag"]
    assert (await tracker.ada.get(path, headers={"If-None-Match": tag})).status_code == 304

    changed = await tracker.ada.patch(path, json={"title": "New"}, headers={"If-Match": tag})
    assert changed.status_code == 200
    again = await tracker.ada.patch(path, json={"title": "Newer"}, headers={"If-Match": tag})
    assert code(again) == (412, "precondition_failed")


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE"])
async def test_who_saw_another_card_than_there_is_now_changes_nothing(tracker: Tracker, method: str) -> None:
    job_id = await tracker.job()
    path, put = f"/jobs/{job_id}", {"source": "imported", "title": "Nurse"}
    body = {"PUT": put, "PATCH": {"title": "Nurse", "favorite": True}, "DELETE": None}[method]
    for status in ("interested", "applied"):
        seen = (await tracker.ada.get(path)).headers["etag"]
        await tracker.ada.patch(f"{path}/status", json={"status": status})
        before = await tracker.ada.get(path)

        stale = await tracker.ada.request(method, path, json=body, headers={"If-Match": seen})

        assert code(stale) == (412, "precondition_failed")
        assert (await tracker.ada.get(path)).json() == before.json()

    fresh = {"If-Match": (await tracker.ada.get(path)).headers["etag"]}
    assert (await tracker.ada.request(method, path, json=body, headers=fresh)).status_code in (200, 204)


async def test_a_version_alone_guards_the_job_whatever_its_card_says(tracker: Tracker) -> None:
    path = f"/jobs/{await tracker.job()}"
    await tracker.ada.patch(f"{path}/status", json={"status": "interested"})

    assert (
        await tracker.ada.patch(path, json={"title": "A"}, headers={"If-Match": '"1"'})
    ).status_code == 200
    assert (
        await tracker.ada.patch(path, json={"title": "B"}, headers={"If-Match": '"1"'})
    ).status_code == 412


@pytest.mark.parametrize("board", [True, False])
async def test_jobs_are_filtered_by_where_they_stand(tracker: Tracker, board: bool) -> None:
    scope = {"scope": "board" if board else "mine"}
    saved, applied, plain = [await tracker.job(board=board, title=t) for t in ("Saved", "Applied", "Plain")]
    await tracker.saved(job_id=saved, favorite=True)
    await tracker.applied(job_id=applied)
    assert plain

    async def found(**wanted: str) -> list[str]:
        answer = await tracker.ada.get("/jobs", params=scope | wanted | {"sort": "title"})
        assert answer.status_code == 200, answer.text
        assert answer.json()["total"] == len(answer.json()["items"])
        return [job["title"] for job in answer.json()["items"]]

    assert await found() == ["Applied", "Plain", "Saved"]
    assert await found(tracking_status="applied") == ["Applied"]
    assert await found(favorite="true") == ["Saved"]
    assert await found(favorite="false") == ["Applied", "Plain"]
    assert await found(favorite="true", tracking_status="applied") == []
    nobody = await tracker.house.visitor().get("/jobs", params={"favorite": "true"})
    assert nobody.status_code == 401


async def test_every_list_asks_once(tracker: Tracker) -> None:
    for _ in range(3):
        await tracker.applied()
    await tracker.ada.get("/auth/me")

    for path, most in (
        ("/jobs", 1),
        ("/applications", 1),
        ("/saved-jobs?status=applied", 1),
        ("/applications/board", 1),
        ("/jobs/stats", 4),
    ):
        with statements() as asked:
            answer = await tracker.ada.get(path)
        assert answer.status_code == 200, answer.text
        told = [each for each in asked if each.lstrip().startswith(("SELECT", "WITH"))]
        told = [each for each in told if "FROM sessions" not in each]  # asked anew when a second is over
        assert 1 <= len(told) <= most, (path, told)


async def test_the_board_shows_every_status_and_counts_what_it_does_not_show(tracker: Tracker) -> None:
    for n in range(3):
        await tracker.saved(job_id=await tracker.job(title=f"Saved {n}"))
    offered = await tracker.applied(source="friend")
    await tracker.ada.patch(f"/applications/{offered['id']}", json={"status": "offer"})

    board = (await tracker.ada.get("/applications/board", params={"limit": 2})).json()

    assert [column["status"] for column in board["columns"]] == [
        "interested",
        "applied",
        "reviewing",
        "interviewing",
        "offer",
        "accepted",
        "rejected",
        "withdrawn",
        "closed",
    ]
    first = board["columns"][0]
    assert (first["count"], [card["title"] for card in first["cards"]]) == (3, ["Saved 2", "Saved 1"])
    assert [column["count"] for column in board["columns"]] == [3, 0, 0, 0, 1, 0, 0, 0, 0]
    narrowed = (await tracker.ada.get("/applications/board", params={"source": "friend"})).json()
    assert sum(column["count"] for column in narrowed["columns"]) == 1


async def test_figures_tell_how_the_search_goes(tracker: Tracker) -> None:
    await tracker.saved(source="friend")
    one = await tracker.applied(source="friend", applied_at="2026-01-05T00:00:00Z")
    two = await tracker.applied(source="board")
    await tracker.ada.patch(f"/applications/{one['id']}", json={"status": "interviewing"})
    await tracker.ada.patch(f"/applications/{two['id']}", json={"status": "rejected"})

    answer = await tracker.ada.get("/jobs/stats")

    assert answer.status_code == 200, answer.text
    stats = answer.json()
    assert stats["total"] == 3
    assert stats["by_status"] == dict.fromkeys(stats["by_status"], 0) | {
        "interested": 1,
        "interviewing": 1,
        "rejected": 1,
    }
    assert stats["by_source"] == {"friend": 2, "board": 1}
    assert [stage["reached"] for stage in stats["funnel"]] == [3, 2, 1, 1, 0, 0]
    assert stats["funnel"][1]["of_previous"] == 0.6667
    days = {stage["status"]: stage["median_days"] for stage in stats["time_in_stage"]}
    assert days["applied"] > 0
    assert days["offer"] is None
    assert len(stats["weeks"]) == 12
    assert (stats["weeks"][-1]["saved"], stats["weeks"][-1]["applied"]) == (3, 1)
    assert (await tracker.ada.get("/jobs/stats")).json() == stats


async def test_stats_are_no_job(tracker: Tracker) -> None:
    assert (await tracker.ada.put("/jobs/stats", json={})).status_code == 405
    assert (await tracker.house.visitor().get("/jobs/stats")).status_code == 401


async def test_lists_are_filtered_and_cut(tracker: Tracker) -> None:
    day = {"follow_ups": [{"on": "2026-12-20"}]}
    first = await tracker.saved(job_id=await tracker.job(title="Charge Nurse"), **day)
    await tracker.applied(source="friend")

    async def total(**wanted: str) -> int:
        answer = await tracker.ada.get("/applications", params=wanted)
        assert answer.status_code == 200, answer.text
        count: int = answer.json()["total"]
        return count

    assert await total() == 2
    assert (
        await total(q="charge")
        == await total(status="interested")
        == await total(job_id=first["job_id"])
        == 1
    )
    assert await total(follow_up_until="2026-12-20") == 1
    assert await total(follow_up_until="2026-12-19") == 0
    assert await total(source="friend", status="interested") == 0
    assert await total(limit="1", offset="1", sort="company") == 2
    assert (await tracker.ada.get("/applications", params={"sort": "salary"})).status_code == 400


async def test_a_job_and_its_card_are_changed_together_or_not_at_all(tracker: Tracker) -> None:
    job_id = await tracker.job()
    path = f"/jobs/{job_id}"
    both = {"title": "New", "tracking_status": "applied", "favorite": True, "notes": [{"text": "Sent"}]}

    answer = await tracker.ada.patch(path, json=both)

    assert answer.status_code == 200, answer.text
    job = answer.json()
    assert (job["title"], job["tracking_status"], job["favorite"]) == ("New", "applied", True)
    assert (await tracker.ada.get(path)).json() == job
    card = await tracker.card(job["application_id"])
    assert [note["text"] for note in card["notes"]] == ["Sent"]
    refused = await tracker.ada.patch(path, json={"title": "Lost", "tracking_status": "accepted"})
    assert code(refused) == (409, "illegal_move")
    stale = await tracker.ada.patch(path, json={"favorite": False}, headers={"If-Match": '"1"'})
    assert code(stale) == (412, "precondition_failed")
    assert (await tracker.ada.get(path)).json() == job
    assert await tracker.card(card["id"]) == card


async def test_everybody_keeps_a_card_for_a_job_of_the_board_and_changes_nothing_of_it(
    tracker: Tracker,
) -> None:
    path = f"/jobs/{await tracker.job(board=True)}"
    before = (await tracker.house.visitor().get(path)).json()

    kept = await tracker.ada.patch(path, json={"tracking_status": "interested"})
    refused = await tracker.ada.patch(path, json={"tracking_status": "applied", "title": "Mine"})

    assert kept.json()["tracking_status"] == "interested"
    assert code(refused) == (403, "board_is_for_admins")
    assert (await tracker.house.visitor().get(path)).json() == before
    assert (await tracker.ada.get(path)).json()["tracking_status"] == "interested"
