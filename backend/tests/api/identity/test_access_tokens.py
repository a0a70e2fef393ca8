"""Personal access tokens: what a script may do with one, on every route that there is."""

import asyncio
from pathlib import Path
from uuid import uuid4

import httpx2

from app.domain.identity.access_tokens import is_well_formed
from app.domain.identity.model import Role
from app.presentation.dependencies import TRUSTED_SECONDS
from app.presentation.routing import SESSION_ONLY
from tests.api.conftest import House, house_on
from tests.gates.contract import Contract

NEW = {"name": "Nightly backup", "scopes": ["read"], "expires_in_days": 90}
PATH = "/users/me/access-tokens"


async def made(person: httpx2.AsyncClient, *scopes: str) -> dict[str, str]:
    answer = await person.post(PATH, json=NEW | {"scopes": list(scopes or ("read",))})
    assert answer.status_code == 201, answer.text
    token: dict[str, str] = answer.json()
    return token


def bearing(house: House, token: dict[str, str]) -> httpx2.AsyncClient:
    return house.visitor(Authorization=f"Bearer {token['access_token']}")


async def test_a_token_is_shown_once_and_listed_without_itself(house: House) -> None:
    ada = await house.person()

    answer = await ada.post(PATH, json=NEW)

    token = answer.json()
    assert answer.headers["location"] == f"/api/v1{PATH}/{token['id']}"
    assert is_well_formed(token["access_token"])
    [listed] = (await ada.get(PATH)).json()["items"]
    assert listed == {name: value for name, value in token.items() if name != "access_token"}
    assert listed["last_used_at"] is None
    script = bearing(house, token)
    assert (await script.get("/users/me")).json()["email"] == "ada@example.com"
    [listed] = (await ada.get(PATH)).json()["items"]
    assert listed["last_used_at"] is not None
    assert token["access_token"] not in (await ada.get(PATH)).text


async def test_what_a_token_needs_is_said(house: House) -> None:
    ada = await house.person()

    flaws: tuple[dict[str, object], ...] = (
        {"expires_in_days": 0},
        {"expires_in_days": 366},
        {"expires_in_days": None},
        {"scopes": []},
        {"scopes": ["everything"]},
        {"scopes": ["read"] * 4},
        {"name": ""},
        {"user_id": str(uuid4())},
    )
    for wrong in flaws:
        assert (await ada.post(PATH, json=NEW | wrong)).status_code == 400, wrong
    for left_out in NEW:
        body = {name: value for name, value in NEW.items() if name != left_out}
        assert (await ada.post(PATH, json=body)).status_code == 400, left_out


async def test_a_token_does_what_its_scopes_say(house: House) -> None:
    ada = await house.person()
    reading, writing, both = [
        bearing(house, await made(ada, *scopes)) for scopes in (["read"], ["write"], ["read", "write"])
    ]
    name = {"full_name": "Ada King"}

    assert (await reading.get("/users/me")).status_code == 200
    refused = await reading.put("/users/me", json=name)
    assert (refused.status_code, refused.json()["error"]["code"]) == (403, "scope_required")
    assert (await writing.put("/users/me", json=name)).status_code == 200
    assert (await writing.get("/users/me")).status_code == 403
    assert (await both.put("/users/me", json=name)).status_code == 200
    assert (await both.get("/users/me")).status_code == 200


async def test_no_token_reaches_what_is_for_sessions_or_admins_on_any_route(
    sqlite_url: str, tmp_path: Path
) -> None:
    """Also of an admin: unless it was made for that."""
    async with house_on(sqlite_url, tmp_path / "var") as house:
        contract = Contract(house.app)
        ada = await house.person()
        await house.services.accounts.set_role(email="ada@example.com", role=Role.ADMIN)
        scripts = {
            scopes: bearing(house, await made(ada, *scopes))
            for scopes in (("read",), ("write",), ("read", "write"), ("read", "write", "admin"))
        }
        refusals = 0
        for operation in contract.operations:
            if operation.access not in {"user", "admin"}:
                continue
            path = operation.path.format(**dict.fromkeys(operation.path_parameters, str(uuid4())))
            needed = {"read" if operation.method == "get" else "write"}
            needed |= {"admin"} if operation.access == "admin" else set()
            for scopes, script in scripts.items():
                if not operation.said.get(SESSION_ONLY) and needed <= {*scopes}:
                    continue
                answer = await script.request(operation.method.upper(), f"http://test{path}")
                assert answer.status_code == 403, (operation, scopes, answer.text)
                assert answer.json()["error"]["code"] == "scope_required", (operation, scopes)
                refusals += 1
        assert refusals > 150
        for path in ("/auth/me", "/sessions", PATH):
            assert (await scripts["read", "write", "admin"].get(path)).status_code == 403


async def test_what_is_tagged_auth_is_for_sessions(house: House) -> None:
    operations = Contract(house.app).operations

    open_to_tokens = [o.name for o in operations if "auth" in o.said["tags"] and not o.said.get(SESSION_ONLY)]

    assert open_to_tokens == []
    assert {o.name for o in operations if o.said.get(SESSION_ONLY) and "auth" not in o.said["tags"]} >= {
        "erase_own_account"
    }


async def test_an_admins_script_sees_as_a_user_unless_it_is_for_admins(house: House) -> None:
    ben_id = (await (await house.person("ben")).get("/users/me")).json()["id"]
    ada = await house.person()
    refused = await ada.post(PATH, json=NEW | {"scopes": ["read", "admin"]})
    assert (refused.status_code, refused.json()["error"]["code"]) == (403, "role_required")
    await house.services.accounts.set_role(email="ada@example.com", role=Role.ADMIN)
    plain, mighty = bearing(house, await made(ada)), bearing(house, await made(ada, "read", "admin"))

    assert "email" not in (await plain.get(f"/users/{ben_id}")).json()
    assert (await mighty.get(f"/users/{ben_id}")).json()["email"] == "ben@example.com"
    assert (await plain.get("/users")).status_code == 403
    assert (await mighty.get("/users")).status_code == 200


async def test_a_revoked_token_is_refused_at_once_and_elsewhere_within_a_second(
    database_url: str, tmp_path: Path
) -> None:
    async with (
        house_on(database_url, tmp_path / "var") as here,
        house_on(database_url, tmp_path / "var") as there,
    ):
        ada = await here.person()
        token = await made(ada)
        scripts = [bearing(here, token), bearing(there, token)]
        for script in scripts:
            assert (await script.get("/users/me")).status_code == 200

        assert (await ada.delete(f"{PATH}/{token['id']}")).status_code == 204

        assert (await scripts[0].get("/users/me")).status_code == 401
        await asyncio.sleep(TRUSTED_SECONDS)
        assert (await scripts[1].get("/users/me")).status_code == 401
        assert (await ada.get(PATH)).json()["total"] == 0


async def test_what_is_no_token_of_ours_is_refused_like_any_other(house: House) -> None:
    token = await made(await house.person())
    good = token["access_token"]
    nobody = await house.visitor(Authorization="Bearer nonsense").get("/users/me")

    for wrong in (
        good[:-1] + ("0" if good[-1] != "0" else "1"),
        good[:-1],
        good + "0",
        "jw_pat_",
        "JW" + good[2:],
    ):
        answer = await house.visitor(Authorization=f"Bearer {wrong}").get("/users/me")
        assert (answer.status_code, answer.content) == (401, nobody.content)


async def test_a_closed_accounts_token_opens_nothing(house: House) -> None:
    ada = await house.person()
    script = bearing(house, await made(ada))
    me = (await script.get("/users/me")).json()["id"]
    root = await house.person("root")
    await house.services.accounts.set_role(email="root@example.com", role=Role.ADMIN)

    assert (await root.patch(f"/users/{me}", json={"is_active": False})).status_code == 200

    assert (await script.get("/users/me")).status_code == 401


async def test_swagger_knows_both_ways_to_authorize(house: House) -> None:
    schema = house.app.openapi()

    schemes = schema["components"]["securitySchemes"]
    assert schemes["Password"]["flows"]["password"]["tokenUrl"] == "/api/v1/auth/token"
    assert schemes["AccessToken"]["scheme"] == "bearer"
    assert schema["paths"]["/api/v1/users/me"]["get"]["security"] == [{"Password": []}, {"AccessToken": []}]
    assert schema["paths"]["/api/v1/auth/me"]["get"]["security"] == [{"Password": []}]


async def test_no_access_token_moves_the_address_or_takes_the_account_along(house: House) -> None:
    ada = await house.person()
    body = {"name": "script", "scopes": ["read", "write"], "expires_in_days": 3}
    token = (await ada.post("/users/me/access-tokens", json=body)).json()["access_token"]
    script = house.visitor(Authorization=f"Bearer {token}")

    moved = await script.patch(
        "/users/me", json={"email": "e@example.com", "current_password": "Correct-Horse-7"}
    )
    named = await script.patch("/users/me", json={"full_name": "Ada B."})

    assert (moved.status_code, moved.json()["error"]["code"]) == (403, "scope_required")
    assert named.status_code == 200
    assert (await script.get("/users/me/export")).status_code == 403


async def test_no_access_token_outlives_a_password_that_was_reset_by_the_host(house: House) -> None:
    ada = await house.person()
    body = {"name": "script", "scopes": ["read"], "expires_in_days": 3}
    token = (await ada.post("/users/me/access-tokens", json=body)).json()["access_token"]

    await house.services.accounts.set_password(email="ada@example.com", password="Other-Horse-8")

    fresh = house.visitor(Authorization=f"Bearer {token}")
    assert (await fresh.get("/users/me")).status_code == 401
