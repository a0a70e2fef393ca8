"""One's own account, and an admin's view of all of them."""

from uuid import uuid4

import httpx2
import pytest

from app.domain.identity.model import Role
from app.presentation.api.profiles import examples
from tests.api.conftest import House
from tests.builders.generation import a_wish
from tests.gates.snapshot import Keeper, changed

PASSWORD = "Correct-Horse-7"


@pytest.fixture
async def admin(house: House) -> httpx2.AsyncClient:
    client = await house.person("root")
    await house.services.accounts.set_role(email="root@example.com", role=Role.ADMIN)
    return client


async def own_id(client: httpx2.AsyncClient) -> str:
    return str((await client.get("/users/me")).json()["id"])


async def test_ones_own_account_is_read_and_changed(house: House) -> None:
    ada = await house.person()

    before = await ada.get("/users/me")
    changed = await ada.patch(
        "/users/me", json={"full_name": "Ada Lovelace"}, headers={"If-Match": before.headers["etag"]}
    )
    late = await ada.put("/users/me", json={"full_name": "X"}, headers={"If-Match": before.headers["etag"]})

    assert changed.json()["full_name"] == "Ada Lovelace"
    assert late.status_code == 412
    assert (await ada.get("/users/current")).json() == (await ada.get("/auth/me")).json() == changed.json()


@pytest.mark.parametrize(
    "body",
    [
        {"role": "admin"},
        {"subscription_tier": "enterprise"},
        {"is_verified": True},
        {"hashed_password": "x"},
        {"full_name": ""},
        {"full_name": None},
        {"email": "no address"},
    ],
)
async def test_what_is_not_ones_own_to_say_is_refused(house: House, body: dict[str, object]) -> None:
    ada = await house.person()
    before = (await ada.get("/users/me")).json()

    refused = await ada.patch("/users/me", json=body)

    assert refused.status_code == 400
    assert (await ada.get("/users/me")).json() == before


async def test_another_address_wants_the_password(house: House) -> None:
    ada = await house.person()
    await house.person("ben")

    silent = await ada.patch("/users/me", json={"email": "new@example.com"})
    taken = await ada.patch("/users/me", json={"email": "Ben@example.com", "current_password": PASSWORD})
    moved = await ada.patch("/users/me", json={"email": "new@example.com", "current_password": PASSWORD})

    assert (silent.status_code, silent.json()["error"]["code"]) == (403, "password_wrong")
    assert (taken.status_code, taken.json()["error"]["code"]) == (409, "email_taken")
    assert moved.json()["email"] == "new@example.com"


async def test_sessions_are_listed_and_signed_out(house: House) -> None:
    ada = await house.person()
    who = {"email": "ada@example.com", "password": PASSWORD}
    phone = await house.visitor(**{"User-Agent": "JobWise/2.1 (iPhone)"}).post("/auth/login", json=who)
    pair = phone.json()

    listed = (await ada.get("/sessions")).json()
    [theirs] = [session for session in listed["items"] if not session["current"]]
    assert listed["total"] == 2
    assert theirs["device"] == "JobWise/2.1 (iPhone)"

    assert (await ada.delete(f"/sessions/{theirs['id']}")).status_code == 204
    gone = await house.visitor(Authorization=f"Bearer {pair['access_token']}").get("/users/me")
    again = await house.visitor().post("/auth/refresh", json={"refresh_token": pair["refresh_token"]})

    assert (gone.status_code, again.status_code) == (401, 401)
    assert (await ada.get("/sessions")).json()["total"] == 1
    assert (await ada.get("/sessions?offset=1")).json()["items"] == []


async def test_a_new_password_signs_the_other_devices_out(house: House) -> None:
    ada = await house.person()
    who = {"email": "ada@example.com", "password": PASSWORD}
    other = (await house.visitor().post("/auth/login", json=who)).json()
    bearing = house.visitor(Authorization=f"Bearer {other['access_token']}")
    assert (await bearing.get("/users/me")).status_code == 200

    body = {"current_password": PASSWORD, "new_password": "Better-Battery-8"}
    wrong = await ada.post("/auth/change-password", json=body | {"current_password": "Wrong-1-password"})
    changed = await ada.post("/auth/change-password", json=body)

    assert (wrong.status_code, changed.status_code) == (403, 204)
    assert (await bearing.get("/users/me")).status_code == 401
    assert (await ada.get("/users/me")).status_code == 200
    assert (await house.visitor().post("/auth/login", json=who)).status_code == 401


async def test_an_erased_account_leaves_nothing(house: House, database_url: str) -> None:
    async with Keeper(database_url, house.settings.data_dir) as keeper:
        ben = await house.person("ben")
        await house.until_mails_are_out()
        before = await keeper.look()
        ada = await house.person()
        wish = await a_wish(ada)
        begun = (await ada.post("/generations/resume", json=wish)).json()["id"]
        await ada.get(f"/generations/{begun}/events")
        [document] = (await ada.get("/documents")).json()["items"]
        exported = await ada.post(f"/documents/{document['id']}/export", json={"format": "docx"})
        assert exported.status_code in {200, 201}, exported.text
        held = (await ada.post("/experiences", json=examples.EXPERIENCE)).json()
        proposal = examples.PROPOSAL | {"experience_id": held["id"]}
        assert (await ada.post("/experiences/proposals", json=proposal)).status_code == 201

        erased = await ada.delete("/users/me")

        assert erased.status_code == 204
        assert (await ada.get("/users/me")).status_code == 401
        who = {"email": "ada@example.com", "password": PASSWORD}
        assert (await house.visitor().post("/auth/login", json=who)).status_code == 401
        assert changed(before, await keeper.look()) == ["allowances", "security_events"], (
            "the log has a time of its own, and so has how many mails a mailbox got"
        )
        assert (await ben.get("/users/me")).status_code == 200


async def test_the_public_sees_a_name_and_an_admin_the_account(
    house: House, admin: httpx2.AsyncClient
) -> None:
    ada = await house.person()
    path = f"/users/{await own_id(ada)}"

    public = (await house.visitor().get(path)).json()

    assert public.keys() == {"id", "full_name", "created_at"}
    assert (await admin.get(path)).json()["email"] == "ada@example.com"
    unknown = await house.visitor().get(f"/users/{uuid4()}")
    await admin.patch(path, json={"is_active": False})
    closed = await house.visitor().get(path)
    assert unknown.status_code == closed.status_code == 404
    assert unknown.content == closed.content


async def test_an_admin_lists_makes_changes_and_deletes_accounts(
    house: House, admin: httpx2.AsyncClient
) -> None:
    body = {"email": "grace@example.com", "password": PASSWORD, "full_name": "Grace Hopper"}
    made = await admin.post("/users", json=body | {"subscription_tier": "premium"})
    path = made.headers["location"].removeprefix("/api/v1")
    await house.person()

    listed = (await admin.get("/users?q=GRACE&subscription_tier=premium")).json()
    changed = await admin.patch(path, json={"role": "admin"}, headers={"If-Match": made.headers["etag"]})

    assert [u["email"] for u in listed["items"]] == ["grace@example.com"]
    assert [u["email"] for u in (await admin.get("/users?sort=email&limit=2")).json()["items"]] == [
        "ada@example.com",
        "grace@example.com",
    ]
    assert changed.json()["role"] == "admin"
    assert (await admin.delete(path)).status_code == 204
    assert (await admin.get(path)).status_code == (await admin.delete(path)).status_code == 404


async def test_a_closed_account_is_out_at_once(house: House, admin: httpx2.AsyncClient) -> None:
    ada = await house.person()
    path = f"/users/{await own_id(ada)}"

    await admin.patch(path, json={"is_active": False})

    assert (await ada.get("/users/me")).status_code == 401


async def test_the_last_admin_stays(house: House, admin: httpx2.AsyncClient) -> None:
    path = f"/users/{await own_id(admin)}"

    refusals = [
        await admin.delete("/users/me"),
        await admin.delete(path),
        await admin.patch(path, json={"role": "user"}),
        await admin.patch(path, json={"is_active": False}),
    ]

    assert [(r.status_code, r.json()["error"]["code"]) for r in refusals] == [(409, "last_admin")] * 4
    assert (await admin.get("/users")).status_code == 200


async def test_users_do_not_administer(house: House) -> None:
    ada = await house.person()

    answers = [await ada.get("/users"), await ada.delete(f"/users/{await own_id(ada)}")]

    assert [a.status_code for a in answers] == [403, 403]
