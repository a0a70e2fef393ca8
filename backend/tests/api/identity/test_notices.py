"""Whose account it is hears of what was done with it, over the whole application."""

import httpx2

from app.domain.identity.model import Role
from tests.api.conftest import House
from tests.fakes.mail import token_in

OLD, NEW, PASSWORD = "ada@example.com", "countess@example.com", "Correct-Horse-7"
ANOTHER = "Better-Battery-8"
MOVED, RELOCKED = "address_changed", "password_changed"


async def moved(ada: httpx2.AsyncClient, to: str = NEW) -> None:
    answer = await ada.patch("/users/me", json={"email": to, "current_password": PASSWORD})
    assert answer.status_code == 200, answer.text


async def test_the_address_that_mails_went_to_before_hears_of_another(house: House) -> None:
    ada = await house.person()

    await moved(ada, "ADA@example.com")
    await moved(ada)

    mail = await house.mails.next(OLD, MOVED)
    await house.until_mails_are_out()
    assert [each.id for each in house.mails.to(OLD, MOVED)] == [mail.id]
    assert house.mails.to(NEW, MOVED) == []
    assert NEW not in mail.text


async def test_an_admins_hand_is_told(house: House) -> None:
    root, ada = await house.person("root"), await house.person()
    await house.services.accounts.set_role(email="root@example.com", role=Role.ADMIN)
    me = (await ada.get("/users/me")).json()["id"]

    assert (await root.patch(f"/users/{me}", json={"full_name": "Ada King"})).status_code == 200
    assert (await root.patch(f"/users/{me}", json={"email": NEW})).status_code == 200

    await house.mails.next(OLD, MOVED)
    await house.until_mails_are_out()
    assert len([mail for mail in house.mails.sent if mail.id.startswith(MOVED)]) == 1


async def test_another_password_is_told_in_the_language_of_the_registration(house: House) -> None:
    body = {"email": OLD, "password": PASSWORD, "full_name": "Ada"}
    signed = await house.visitor(**{"Accept-Language": "de-CH"}).post("/auth/register", json=body)
    ada = house.visitor(Authorization=f"Bearer {signed.json()['access_token']}")
    assert signed.json()["user"]["language"] == "de"

    wrong = {"current_password": "Wrong-Horse-7", "new_password": ANOTHER}
    assert (await ada.post("/auth/change-password", json=wrong)).status_code == 403
    right = {"current_password": PASSWORD, "new_password": ANOTHER}
    assert (await ada.post("/auth/change-password", json=right)).status_code == 204

    mail = await house.mails.next(OLD, RELOCKED)
    await house.until_mails_are_out()
    assert mail.subject.startswith("Das Passwort")
    assert len(house.mails.to(OLD, RELOCKED)) == 1


async def test_a_reset_is_told_and_says_nothing_that_opens(house: House) -> None:
    ada = await house.person()
    assert (await ada.patch("/users/me", json={"language": "fr"})).json()["language"] == "fr"
    await house.visitor().post("/auth/forgot-password", json={"email": OLD})
    token = token_in(await house.mails.next(OLD, "reset_password"))

    reset = {"token": token, "new_password": ANOTHER}
    assert (await house.visitor().post("/auth/reset-password", json=reset)).status_code == 204

    mail = await house.mails.next(OLD, RELOCKED)
    assert mail.subject.startswith("Le mot de passe")
    for said in (mail.text, mail.html):
        assert "token" not in said
        assert "http" not in said
