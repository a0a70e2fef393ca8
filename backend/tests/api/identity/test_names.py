"""A name that others read turns nothing round that stands beside it."""

import pytest

from app.domain.identity.model import Role
from tests.api.conftest import House

TURNING = ("Ada \u202egnp.exe", "\u2066Ada\u2069", "\u202aAda")
GOOD = ("Ada Byron", "\u0622\u062f\u0627 \u0644\u0648\u0644\u06cc\u200c\u0632", "Zo\u00eb \u200fX")


@pytest.mark.parametrize("name", TURNING)
async def test_marks_that_turn_the_text_are_refused_wherever_a_person_is_named(
    house: House, name: str
) -> None:
    root = await house.person("root")
    await house.services.accounts.set_role(email="root@example.com", role=Role.ADMIN)
    me = (await root.get("/users/me")).json()
    body = {"email": "eve@example.com", "password": "Correct-Horse-7", "full_name": name}

    answers = [
        await house.visitor().post("/auth/register", json=body),
        await root.post("/users", json=body),
        await root.put("/users/me", json={"full_name": name}),
        await root.patch("/users/me", json={"full_name": name}),
        await root.patch(f"/users/{me['id']}", json={"full_name": name}),
    ]

    assert {answer.status_code for answer in answers} == {422}
    assert (await root.get("/users/me")).json()["full_name"] == me["full_name"]


@pytest.mark.parametrize("name", GOOD)
async def test_marks_that_a_script_needs_stay(house: House, name: str) -> None:
    ada = await house.person()

    assert (await ada.put("/users/me", json={"full_name": name})).json()["full_name"] == name
