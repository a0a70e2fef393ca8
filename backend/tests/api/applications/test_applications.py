"""A card for each job, over HTTP: from saved to how it ended."""

import asyncio
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import text

from app.domain.identity.model import Role
from tests.api.applications.conftest import Tracker, id_of

CONTACT = {"name": "Jo", "role": "Ward manager", "email": "jo@clinic.example", "phone": "+44 1"}
FACTS: dict[str, Any] = {
    "favorite": True,
    "notes": [{"text": "Ask about the nights."}],
    "contacts": [CONTACT],
    "follow_ups": [{"on": "2026-12-20", "about": "Call", "done": False}],
    "salary": {"asked": 36000, "offered": 35000.5, "currency": "GBP", "period": "year"},
    "source": "friend",
}


def code(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["error"]["code"]


async def test_a_job_that_is_saved_is_a_card_at_interested(tracker: Tracker) -> None:
    job_id = await tracker.job(title="Charge Nurse", location="Bristol", url="https://jobs.example.com/7")

    answer = await tracker.ada.post("/saved-jobs", json={"job_id": job_id, **FACTS})

    assert answer.status_code == 201, answer.text
    card = answer.json()
    assert answer.headers["location"] == f"/api/v1/applications/{card['id']}"
    assert answer.headers["etag"] == '"1"'
    assert (card["status"], card["job_id"], card["applied_at"]) == ("interested", job_id, None)
    assert (card["title"], card["company"], card["location"]) == ("Charge Nurse", "Clinic", "Bristol")
    assert (card["source"], card["favorite"], card["follow_up_on"]) == ("friend", True, "2026-12-20")
    assert card["contacts"] == [CONTACT]
    assert [note["text"] for note in card["notes"]] == ["Ask about the nights."]
    assert card["allowed"] == ["applied", "withdrawn", "closed"]
    assert await tracker.card(card["id"]) == card
    [listed] = (await tracker.ada.get("/saved-jobs")).json()["items"]
    assert listed == {name: card[name] for name in listed}


async def test_saving_applying_and_moving_is_told_in_the_history(tracker: Tracker) -> None:
    saved = await tracker.saved()

    applied = await tracker.applied(job_id=saved["job_id"], notes=[{"text": "Sent."}])
    moved = await tracker.ada.patch(
        f"/jobs/{saved['job_id']}/status", json={"status": "interviewing", "why": "They called"}
    )

    assert applied["id"] == saved["id"]
    card = moved.json()
    assert [(m["before"], m["after"], m["by"], m["why"]) for m in card["history"]] == [
        (None, "interested", str(tracker.ada_id), None),
        ("interested", "applied", str(tracker.ada_id), None),
        ("applied", "interviewing", str(tracker.ada_id), "They called"),
    ]
    assert all(m["at"].endswith("Z") for m in card["history"])
    assert moved.headers["etag"] == f'"{card["version"]}"'
    assert (await tracker.ada.get("/saved-jobs")).json()["total"] == 0
    assert (await tracker.ada.get("/saved-jobs", params={"status": "interviewing"})).json()["total"] == 1


async def test_an_illegal_move_says_what_is_legal_and_changes_nothing(tracker: Tracker) -> None:
    card = await tracker.saved()
    body = {"status": "offer", "notes": [{"text": "Lost?"}]}

    for answer in (
        await tracker.ada.patch(f"/jobs/{card['job_id']}/status", json={"status": "offer"}),
        await tracker.ada.put(f"/applications/{card['id']}", json=body),
        await tracker.ada.patch(f"/applications/{card['id']}", json=body),
    ):
        assert code(answer) == (409, "illegal_move")
        assert answer.json()["error"]["details"] == {
            "status": "interested",
            "allowed": ["applied", "withdrawn", "closed"],
            "wanted": "offer",
        }
    assert await tracker.card(card["id"]) == card
    fresh = await tracker.ada.patch(f"/jobs/{await tracker.job()}/status", json={"status": "offer"})
    assert fresh.json()["error"]["details"]["allowed"] == ["interested", "applied"]


async def test_put_says_all_of_it_anew_and_patch_what_it_names(tracker: Tracker) -> None:
    card = await tracker.applied(**FACTS)
    path = f"/applications/{card['id']}"

    patched = (await tracker.ada.patch(path, json={"favorite": False, "salary": None})).json()
    assert (patched["favorite"], patched["salary"]) == (False, None)
    assert (patched["notes"], patched["contacts"]) == (card["notes"], card["contacts"])
    assert (await tracker.ada.patch(path, json={"notes": None, "source": None})).json()["notes"] == []

    put = (await tracker.ada.put(path, json={"status": "reviewing"})).json()
    assert (put["status"], put["contacts"], put["follow_up_on"]) == ("reviewing", [], None)
    assert put["source"] == "friend"
    assert put["sent"] == card["sent"]


async def test_a_note_that_stays_keeps_its_time(tracker: Tracker) -> None:
    card = await tracker.saved(notes=[{"text": "One"}, {"text": "Two"}])
    one, two = card["notes"]

    kept = {"notes": [{"id": two["id"], "text": "Two"}, {"text": "Three"}]}
    notes = (await tracker.ada.patch(f"/applications/{card['id']}", json=kept)).json()["notes"]

    assert notes[0] == two
    assert notes[1]["text"] == "Three"
    strange = await tracker.ada.patch(
        f"/applications/{card['id']}", json={"notes": [{"id": one["id"], "text": "One"}]}
    )
    assert code(strange) == (422, "no_such_note")


async def test_twenty_at_once_make_one_application(tracker: Tracker) -> None:
    job_id = await tracker.job()
    document = await tracker.document()
    body = {"job_id": job_id, "document_id": str(document.id)}

    answers = await asyncio.gather(*(tracker.ada.post("/applications", json=body) for _ in range(20)))

    statuses = sorted(answer.status_code for answer in answers)
    assert statuses == [201] + [409] * 19
    refused = {code(answer) for answer in answers if answer.status_code == 409}
    assert refused == {(409, "application_exists")}
    [card] = (await tracker.ada.get("/applications")).json()["items"]
    assert len((await tracker.card(card["id"]))["history"]) == 1
    assert len((await tracker.card(card["id"]))["sent"]) == 1


async def test_twenty_at_once_apply_once_for_what_was_saved(tracker: Tracker) -> None:
    card = await tracker.saved()

    answers = await asyncio.gather(
        *(tracker.ada.post(f"/jobs/{card['job_id']}/apply", json={}) for _ in range(20))
    )

    assert sorted(answer.status_code for answer in answers) == [201] + [409] * 19
    assert len((await tracker.card(card["id"]))["history"]) == 2


async def test_a_second_application_names_the_first(tracker: Tracker) -> None:
    card = await tracker.applied()

    for answer in (
        await tracker.ada.post("/applications", json={"job_id": card["job_id"]}),
        await tracker.ada.post("/saved-jobs", json={"job_id": card["job_id"]}),
        await tracker.ada.post(f"/jobs/{card['job_id']}/apply", json={}),
    ):
        assert code(answer) == (409, "application_exists")
        details = answer.json()["error"]["details"]
        assert (details["application_id"], details["status"]) == (card["id"], "applied")


async def test_the_same_key_gets_the_same_answer(tracker: Tracker) -> None:
    body, key = {"job_id": await tracker.job()}, {"Idempotency-Key": "once"}

    first = await tracker.ada.post("/applications", json=body, headers=key)
    again = await tracker.ada.post("/applications", json=body, headers=key)
    other = await tracker.ada.post("/applications", json=body | {"source": "friend"}, headers=key)

    assert (first.status_code, again.status_code) == (201, 201)
    assert again.headers["idempotent-replayed"] == "true"
    assert again.json() == first.json()
    assert again.headers["location"] == first.headers["location"]
    assert code(other) == (422, "idempotency_key_reused")


async def test_unsaving_leaves_nothing_and_what_was_applied_for_stays(tracker: Tracker) -> None:
    saved, applied = await tracker.saved(notes=[{"text": "Gone"}]), await tracker.applied()

    assert (await tracker.ada.delete(f"/saved-jobs/{saved['job_id']}")).status_code == 204

    assert (await tracker.ada.get(f"/applications/{saved['id']}")).status_code == 404
    assert code(await tracker.ada.delete(f"/saved-jobs/{saved['job_id']}")) == (404, "application_not_found")
    assert code(await tracker.ada.delete(f"/saved-jobs/{applied['job_id']}")) == (409, "already_applied")
    assert (await tracker.card(applied["id"]))["status"] == "applied"


async def test_withdrawing_keeps_the_history_and_for_good_does_not(tracker: Tracker) -> None:
    card = await tracker.applied()
    path = f"/applications/{card['id']}"

    assert (await tracker.ada.delete(path)).status_code == 204
    withdrawn = await tracker.card(card["id"])
    assert [move["after"] for move in withdrawn["history"]] == ["applied", "withdrawn"]
    assert (await tracker.ada.delete(path)).status_code == 204
    assert len((await tracker.card(card["id"]))["history"]) == 2

    assert (await tracker.ada.delete(path, params={"for_good": "true"})).status_code == 204
    assert (await tracker.ada.get(path)).status_code == 404
    await tracker.applied(job_id=card["job_id"])


async def test_what_is_over_cannot_be_withdrawn(tracker: Tracker) -> None:
    card = await tracker.applied()
    await tracker.ada.patch(f"/applications/{card['id']}", json={"status": "rejected"})

    assert code(await tracker.ada.delete(f"/applications/{card['id']}")) == (409, "illegal_move")


async def test_a_version_that_is_not_meant_is_refused(tracker: Tracker) -> None:
    card = await tracker.saved()
    path, old = f"/applications/{card['id']}", {"If-Match": '"1"'}
    assert (await tracker.ada.patch(path, json={"favorite": True}, headers=old)).headers["etag"] == '"2"'

    for answer in (
        await tracker.ada.patch(path, json={"favorite": True}, headers=old),
        await tracker.ada.put(path, json={"status": "applied"}, headers=old),
        await tracker.ada.delete(path, headers=old),
        await tracker.ada.delete(path, headers=old, params={"for_good": "true"}),
    ):
        assert code(answer) == (412, "precondition_failed")
    assert (await tracker.ada.get(path, headers={"If-None-Match": '"2"'})).status_code == 304


async def test_an_application_of_last_week_is_told_as_such(tracker: Tracker) -> None:
    card = await tracker.applied(applied_at="2026-01-05T09:30:00+01:00")

    assert card["applied_at"] == card["moved_at"] == card["history"][0]["at"] == "2026-01-05T08:30:00Z"
    tomorrow = {"job_id": await tracker.job(), "applied_at": "2999-01-01T00:00:00Z"}
    assert code(await tracker.ada.post("/applications", json=tomorrow)) == (422, "applied_in_future")


@pytest.mark.parametrize("board", [True, False])
async def test_a_card_outlives_its_job(tracker: Tracker, board: bool) -> None:
    job_id = await tracker.job(board=board, title="Charge Nurse")
    card = await tracker.applied(job_id=job_id, notes=[{"text": "Keep me"}])
    person = tracker.ada
    if board:
        person = await admin_of(tracker)

    assert (await person.delete(f"/jobs/{job_id}")).status_code == 204

    assert await tracker.card(card["id"]) == card | {"job_id": None}
    [listed] = (await tracker.ada.get("/applications")).json()["items"]
    assert (listed["title"], listed["company"], listed["status"]) == ("Charge Nurse", "Clinic", "applied")
    assert (
        await tracker.ada.patch(f"/applications/{card['id']}", json={"status": "offer"})
    ).status_code == 200
    assert (await tracker.ada.get("/jobs/stats")).json()["total"] == 1


async def admin_of(tracker: Tracker) -> Any:
    await tracker.house.person("root")
    await tracker.house.services.accounts.set_role(email="root@example.com", role=Role.ADMIN)
    login = {"email": "root@example.com", "password": "Correct-Horse-7"}
    token = (await tracker.house.visitor().post("/auth/login", json=login)).json()["access_token"]
    return tracker.house.visitor(Authorization=f"Bearer {token}")


async def test_a_card_of_somebody_elses_job_cannot_be_made(tracker: Tracker) -> None:
    ben = await tracker.house.person("ben")
    theirs, nowhere = await tracker.job(await id_of(ben)), str(uuid4())

    for job_id in (theirs, nowhere):
        for answer in (
            await tracker.ada.post("/applications", json={"job_id": job_id}),
            await tracker.ada.post("/saved-jobs", json={"job_id": job_id}),
            await tracker.ada.post(f"/jobs/{job_id}/apply", json={}),
            await tracker.ada.patch(f"/jobs/{job_id}/status", json={"status": "applied"}),
            await tracker.ada.patch(f"/jobs/{job_id}/favorite", json={}),
        ):
            assert code(answer) == (404, "job_not_found")
    assert (await tracker.ada.get("/applications")).json()["total"] == 0


async def test_two_people_track_the_same_posting_of_the_board_each_for_themselves(tracker: Tracker) -> None:
    ben, job_id = await tracker.house.person("ben"), await tracker.job(board=True)

    await tracker.applied(job_id=job_id)
    theirs = await ben.patch(f"/jobs/{job_id}/favorite", json={"favorite": True})

    assert theirs.json()["tracking_status"] == "interested"
    mine, his, nobodys = [
        (await who.get(f"/jobs/{job_id}")).json() for who in (tracker.ada, ben, tracker.house.visitor())
    ]
    assert (mine["tracking_status"], mine["favorite"]) == ("applied", False)
    assert (his["tracking_status"], his["favorite"]) == ("interested", True)
    assert (nobodys["tracking_status"], nobodys["favorite"], nobodys["application_id"]) == (None, False, None)


@pytest.mark.parametrize(
    "body",
    [
        {"notes": [{"text": "x"}] * 101},
        {"notes": [{"text": "x" * 2_001}]},
        {"notes": [{"text": "  "}]},
        {"contacts": [{"name": "x"}] * 21},
        {"contacts": [{"name": "x", "email": "nobody"}]},
        {"contacts": [{"name": "x", "phone": "1" * 51}]},
        {"follow_ups": [{"on": "2026-12-20"}] * 51},
        {"follow_ups": [{"on": "20.12.2026"}]},
        {"salary": {"asked": -1}},
        {"salary": {"asked": "36000"}},
        {"salary": {"currency": "pounds"}},
        {"source": "x" * 51},
        {"history": []},
        {"status": "hired"},
        {"version": 7},
        {"user_id": "5b0f9a44-6c5e-4a51-9d5c-0d7c6f6f2a10"},
    ],
)
async def test_what_is_out_of_bounds_is_refused(tracker: Tracker, body: dict[str, Any]) -> None:
    card = await tracker.saved()

    answer = await tracker.ada.patch(f"/applications/{card['id']}", json=body)

    assert code(answer) == (400, "invalid_request")
    assert await tracker.card(card["id"]) == card


async def test_what_belongs_to_a_user_goes_with_the_account(tracker: Tracker) -> None:
    document = await tracker.document()
    await tracker.applied(document_id=str(document.id))

    assert (await tracker.ada.delete("/users/me")).status_code == 204

    async with tracker.database.engine.connect() as connection:
        for table in ("applications", "application_moves", "application_documents", "documents"):
            assert (await connection.execute(text(f"SELECT COUNT(*) FROM {table}"))).scalar() == 0
    assert not [each for each in (tracker.house.settings.data_dir / "files").rglob("*") if each.is_file()]
