"""What happened to accounts and their locks: for admins all of it, for each their own."""

import httpx2
import pytest

from app.application.identity.opening import NewAccount
from app.domain.identity.model import Role, Tier
from tests.api.conftest import House
from tests.api.edge.conftest import assert_enveloped

ROOT = NewAccount(email="root@example.com", password="Correct-Horse-7", full_name="Root", role=Role.ADMIN)


@pytest.fixture
async def admin(house: House) -> httpx2.AsyncClient:
    await house.services.accounts.create(ROOT)
    who = {"email": ROOT.email, "password": ROOT.password}
    pair = (await house.visitor().post("/auth/login", json=who)).json()
    return house.visitor(Authorization=f"Bearer {pair['access_token']}", **{"User-Agent": "Desk/1"})


async def id_of(client: httpx2.AsyncClient) -> str:
    return str((await client.get("/users/me")).json()["id"])


async def test_what_an_admin_changes_is_told_with_who_did_it(house: House, admin: httpx2.AsyncClient) -> None:
    ada = await house.person()
    hers, his = await id_of(ada), await id_of(admin)
    for body in (
        {"subscription_tier": "premium", "full_name": "Ada B."},
        {"role": "admin"},
        {"is_active": False},
        {"is_active": True, "subscription_tier": "premium"},
        {"full_name": "Nothing of note"},
    ):
        assert (await admin.patch(f"/users/{hers}", json=body)).status_code == 200

    page = (await admin.get(f"/admin/security-events?user_id={hers}")).json()
    told = [e for e in page["items"] if e["actor_id"]]

    assert [(e["kind"], e["note"]) for e in told] == [
        ("account_reopened", ""),
        ("account_closed", ""),
        ("role_changed", "user -> admin"),
        ("tier_changed", "free -> premium"),
    ]
    assert {(e["user_id"], e["actor_id"], e["device"]) for e in told} == {(hers, his, "Desk/1")}


async def test_a_change_that_fails_tells_nothing(house: House, admin: httpx2.AsyncClient) -> None:
    mine = await id_of(admin)

    assert (await admin.patch(f"/users/{mine}", json={"role": "user"})).status_code == 409

    page = (await admin.get("/admin/security-events?kind=role_changed")).json()
    assert page["total"] == 0


async def test_an_account_that_an_admin_makes_is_told(house: House, admin: httpx2.AsyncClient) -> None:
    body = {"email": "ben@example.com", "password": "Correct-Horse-7", "full_name": "Ben"}
    made = (await admin.post("/users", json=body)).json()

    page = (await admin.get(f"/admin/security-events?user_id={made['id']}")).json()

    assert [e["kind"] for e in page["items"]] == ["account_created"]


async def test_the_list_is_filtered_and_paged(house: House, admin: httpx2.AsyncClient) -> None:
    accounts = house.services.accounts
    await house.person()
    for tier in (Tier.PREMIUM, Tier.FREE, Tier.ENTERPRISE):
        await accounts.set_tier(email="ada@example.com", tier=tier)
    path = "/admin/security-events?kind=tier_changed"
    everything = (await admin.get(path)).json()
    second = everything["items"][1]["at"]

    part = (await admin.get(f"{path}&limit=1&offset=1")).json()
    since = (await admin.get(path, params={"kind": "tier_changed", "since": second})).json()
    until = (await admin.get(path, params={"kind": "tier_changed", "until": second})).json()

    assert [e["note"] for e in everything["items"]] == [
        "free -> enterprise", "premium -> free", "free -> premium",
    ]  # fmt: skip
    assert (part["total"], part["items"]) == (3, [everything["items"][1]])
    assert since["items"] == everything["items"][:2]
    assert until["items"] == everything["items"][2:]


@pytest.mark.parametrize(
    "query", ["kind=nothing", "since=yesterday", "since=2026-01-01T00:00:00", "user_id=1", "limit=101", "q=x"]
)
async def test_what_cannot_be_asked_for_is_refused(
    house: House, admin: httpx2.AsyncClient, query: str
) -> None:
    assert_enveloped(await admin.get(f"/admin/security-events?{query}"), 400, "invalid_request")


async def test_only_admins_see_everybodys(house: House) -> None:
    ada = await house.person()

    assert_enveloped(await ada.get("/admin/security-events"), 403)
    assert_enveloped(await house.visitor().get("/admin/security-events"), 401)


async def test_each_sees_their_own_and_nothing_of_the_admin(house: House, admin: httpx2.AsyncClient) -> None:
    ada, ben = await house.person("ada"), await house.person("ben")
    hers = await id_of(ada)
    await admin.patch(f"/users/{hers}", json={"subscription_tier": "premium"})

    own = (await ada.get("/users/me/security-events?kind=tier_changed")).json()
    other = (await ben.get("/users/me/security-events?kind=tier_changed")).json()

    (event,) = own["items"]
    assert (event["kind"], event["by_other"], event["user_id"]) == ("tier_changed", True, hers)
    assert (event["address"], event["device"]) == ("", "")
    assert "actor_id" not in event
    assert other["total"] == 0


@pytest.mark.parametrize("when", ["9999-12-31T23:59:59-23:59", "0001-01-01T00:00:00+23:59", "1", "2024"])
@pytest.mark.parametrize("end", ["since", "until"])
async def test_a_time_that_there_is_none_of_in_utc_is_refused(house: House, end: str, when: str) -> None:
    ada = await house.person()

    answer = await ada.get("/users/me/security-events", params={end: when})

    assert answer.status_code in {400, 422}


async def test_a_wrong_password_of_somebody_signed_in_is_noted(house: House) -> None:
    ada = await house.person()

    refused = await ada.patch("/users/me", json={"email": "eve@example.com", "current_password": "Wrong-1-x"})

    assert refused.status_code == 403
    events = (await ada.get("/users/me/security-events")).json()["items"]
    assert "sign_in_failed" in {event["kind"] for event in events}
