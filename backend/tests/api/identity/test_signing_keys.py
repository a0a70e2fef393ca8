"""A signing key is replaced: that signs nobody out. Its removal does, whoever bears a token of it."""

from pathlib import Path

from tests.api.conftest import House, house_on

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
