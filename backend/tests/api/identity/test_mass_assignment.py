"""What nobody may say of an account, on every route that takes one; and what everybody may be shown."""

from typing import Any

import httpx2
import pytest

from app.domain.identity.model import Role
from tests.api.conftest import House
from tests.gates.contract import Contract
from tests.gates.snapshot import Keeper

NOT_ONES_OWN: dict[str, Any] = {
    "id": "00000000-0000-0000-0000-000000000001",
    "user_id": "00000000-0000-0000-0000-000000000001",
    "owner_id": "00000000-0000-0000-0000-000000000001",
    "version": 7,
    "hashed_password": "x",
    "is_verified": True,
    "is_admin": True,
    "created_at": "2020-01-01T00:00:00Z",
    "updated_at": "2020-01-01T00:00:00Z",
    "generations_used": 0,
    "limit": 1_000_000,
}
FOR_ADMINS: dict[str, Any] = {"role": "admin", "subscription_tier": "enterprise", "is_active": False}


@pytest.mark.parametrize("access", ["user", "admin", "public"])
async def test_no_route_takes_what_is_not_ones_own_to_say(
    house: House, database_url: str, access: str
) -> None:
    contract = Contract(house.app)
    root = await house.person("root")
    await house.services.accounts.set_role(email="root@example.com", role=Role.ADMIN)
    me = (await root.get("/users/me")).json()["id"]
    tried = [
        operation
        for operation in contract.operations
        if operation.access == access
        and {"users", "auth"} & set(operation.said["tags"])
        and (contract.media_type(operation) or "").endswith("json")
    ]
    await house.until_mails_are_out()
    more = NOT_ONES_OWN | ({} if access == "admin" else FOR_ADMINS)

    taken = []
    async with Keeper(database_url, house.settings.data_dir) as keeper:
        before = await keeper.look()
        for operation in tried:
            body = contract.example(operation)
            path = f"http://test{operation.path.format(user_id=me)}"
            for name, value in more.items():
                if name in body:
                    continue
                answer = await root.request(operation.method.upper(), path, json=body | {name: value})
                if answer.status_code != 400:
                    taken.append(f"{operation} {name}: {answer.status_code}")
        after = await keeper.look()

    assert tried
    assert taken == []
    assert after == before


async def test_a_stranger_is_shown_three_fields(house: House) -> None:
    ada, root = await house.person(), await house.person("root")
    await house.services.accounts.set_role(email="root@example.com", role=Role.ADMIN)
    path = f"/users/{(await ada.get('/users/me')).json()['id']}"

    shown: dict[str, httpx2.Response] = {
        "anon": await house.visitor().get(path),
        "another": await (await house.person("ben")).get(path),
        "themselves": await ada.get(path),
        "admin": await root.get(path),
    }

    public = {"id", "full_name", "created_at"}
    whole = public | {
        "email",
        "role",
        "subscription_tier",
        "is_active",
        "is_verified",
        "llm_allowed",
        "language",
        "updated_at",
    }
    assert {who: set(answer.json()) for who, answer in shown.items()} == {
        "anon": public,
        "another": public,
        "themselves": public,
        "admin": whole,
    }
