"""A signing key is replaced: that signs nobody out. Its removal does, whoever bears a token of it."""

from contextlib import AbstractAsyncContextManager
from pathlib import Path

from app.domain.mail.ports import Mail
from tests.api.conftest import House, house_on
from tests.fakes.mail import code_in, token_in

OLD, NEW = "the old key of these tests, long enough for any", "the new key of these tests, as long as that"
ADA = {"email": "ada@example.com", "password": "Correct-Horse-7", "full_name": "Ada Byron"}


async def statuses(house: House, pair: dict[str, str]) -> tuple[int, int]:
    me = await house.visitor(Authorization=f"Bearer {pair['access_token']}").get("/auth/me")
    again = await house.visitor().post("/auth/refresh", json={"refresh_token": pair["refresh_token"]})
    return me.status_code, again.status_code


async def test_tokens_outlive_the_rotation_of_their_key_and_not_its_removal(
    database_url: str, tmp_path: Path
) -> None:
    folder = tmp_path / "var"
    async with house_on(database_url, folder, secret_key=OLD) as house:
        old = (await house.visitor().post("/auth/register", json=ADA)).json()

    async with house_on(database_url, folder, secret_key=NEW, previous_secret_keys=[OLD]) as house:
        assert await statuses(house, old) == (200, 200)
        who = {name: ADA[name] for name in ("email", "password")}
        new = (await house.visitor().post("/auth/login", json=who)).json()

    async with house_on(database_url, folder, secret_key=NEW) as house:
        assert await statuses(house, old) == (401, 401)
        assert await statuses(house, new) == (200, 200)


def rotated(database_url: str, folder: Path) -> AbstractAsyncContextManager[House]:
    return house_on(database_url, folder, secret_key=NEW, previous_secret_keys=[OLD])


async def mailed(house: House, path: str, purpose: str) -> Mail:
    before = len(house.mails.to(ADA["email"], purpose))
    assert (await house.visitor().post(path, json={"email": ADA["email"]})).status_code == 202
    return await house.mails.next(ADA["email"], purpose, after=before)


async def sign_in(house: House, mail: Mail) -> int:
    body = {"email": ADA["email"], "otp": code_in(mail)}
    return (await house.visitor().post("/auth/verify-otp", json=body)).status_code


async def test_what_was_mailed_outlives_the_rotation_too(database_url: str, tmp_path: Path) -> None:
    folder = tmp_path / "var"
    async with house_on(database_url, folder, secret_key=OLD) as house:
        await house.visitor().post("/auth/register", json=ADA)
        confirming = await house.mails.next(ADA["email"], "verify_email")
        code = await mailed(house, "/auth/send-otp", "sign_in")
        link = await mailed(house, "/auth/forgot-password", "reset_password")

    async with rotated(database_url, folder) as house:
        confirmed = await house.visitor().post("/auth/verify-email", json={"token": token_in(confirming)})
        assert confirmed.status_code == 204
        assert await sign_in(house, code) == 200
        reset = {"token": token_in(link), "new_password": "Better-Battery-8"}
        assert (await house.visitor().post("/auth/reset-password", json=reset)).status_code == 204
        assert await sign_in(house, code) == 401


async def test_a_code_of_the_new_key_replaces_the_one_of_the_old(database_url: str, tmp_path: Path) -> None:
    folder = tmp_path / "var"
    async with house_on(database_url, folder, secret_key=OLD) as house:
        await house.visitor().post("/auth/register", json=ADA)
        old = await mailed(house, "/auth/send-otp", "sign_in")

    async with rotated(database_url, folder) as house:
        new = await mailed(house, "/auth/send-otp", "sign_in")
        assert await sign_in(house, old) == 401
        assert await sign_in(house, new) == 200


async def test_what_a_removed_key_has_mailed_opens_nothing(database_url: str, tmp_path: Path) -> None:
    folder = tmp_path / "var"
    async with house_on(database_url, folder, secret_key=OLD) as house:
        await house.visitor().post("/auth/register", json=ADA)
        code = await mailed(house, "/auth/send-otp", "sign_in")
        link = await mailed(house, "/auth/forgot-password", "reset_password")

    async with house_on(database_url, folder, secret_key=NEW) as house:
        assert await sign_in(house, code) == 401
        reset = {"token": token_in(link), "new_password": "Better-Battery-8"}
        assert (await house.visitor().post("/auth/reset-password", json=reset)).status_code == 401
