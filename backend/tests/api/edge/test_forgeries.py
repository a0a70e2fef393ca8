"""A token is good when it is exactly one that we signed, of the right kind, in time, for a live session."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx2
import pytest

from app.domain.identity.model import ACCESS_LIFETIME, LEEWAY, REFRESH_LIFETIME
from app.presentation.dependencies import Doorman
from tests.api.conftest import House, house_on
from tests.builders.tokens import forgeries

ADA = {"email": "ada@example.com", "password": "Correct-Horse-7", "full_name": "Ada Byron"}
REFUSED = b'{"error":{"code":"invalid_token","message":"The token is not valid.","details":null}}'


class Clock:
    def __init__(self) -> None:
        self.now = datetime.now(UTC).replace(microsecond=0)

    def __call__(self) -> datetime:
        return self.now


async def signed_in(house: House) -> dict[str, str]:
    answer = await house.visitor().post("/auth/register", json=ADA)
    assert answer.status_code == 201
    pair: dict[str, str] = answer.json()
    return pair


async def calling(house: House, *authorization: bytes) -> httpx2.Response:
    headers = [(b"Authorization", value) for value in authorization]
    return await house.visitor().get("/auth/me", headers=headers)


def assert_refused(answer: httpx2.Response) -> None:
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"] == "Bearer"
    assert answer.content == REFUSED


async def test_every_forgery_is_refused_in_the_same_words(house: House) -> None:
    pair = await signed_in(house)
    tricks = forgeries(
        pair["access_token"], pair["refresh_token"], house.settings.secret_key.get_secret_value()
    )
    assert len(tricks) >= 60

    for name, token in tricks.items():
        answer = await calling(house, b"Bearer " + token.encode())
        assert (answer.status_code, answer.content) == (401, REFUSED), name
        assert answer.headers["www-authenticate"] == "Bearer", name

    assert (await calling(house, f"Bearer {pair['access_token']}".encode())).status_code == 200


async def test_a_forged_refresh_token_is_refused_in_the_same_words(house: House) -> None:
    pair = await signed_in(house)
    tricks = forgeries(
        pair["refresh_token"], pair["access_token"], house.settings.secret_key.get_secret_value()
    )

    for name, token in tricks.items():
        if len(token) > 2_000:
            continue  # the body does not even validate
        answer = await house.visitor().post("/auth/refresh", json={"refresh_token": token})
        assert (answer.status_code, answer.content) == (401, REFUSED), name

    again = await house.visitor().post("/auth/refresh", json={"refresh_token": pair["refresh_token"]})
    assert again.status_code == 200


async def test_a_token_is_given_once_and_as_a_bearer(house: House) -> None:
    token = (await signed_in(house))["access_token"].encode()

    for headers in (
        (b"Bearer " + token, b"Bearer " + token),
        (b"Bearer " + token, b"Bearer nonsense"),
        (b"Bearer nonsense", b"Bearer " + token),
        (b"Basic " + token,),
        (b"Bearer",),
        (b"Bearer ",),
        (token,),
        (b"Bearer, " + token,),
        (b"",),
        (b"Bearer " + token + b" " + token,),
        (b"Bearer " + token + b"\x00",),
        (b"\xff\xfe",),
    ):
        assert_refused(await calling(house, *headers))
    assert (await calling(house, b"bearer " + token)).status_code == 200
    assert (await house.visitor().get(f"/auth/me?access_token={token.decode()}")).status_code == 400


async def test_without_any_token_the_caller_is_told_that_one_is_needed(house: House) -> None:
    answer = await calling(house)

    assert answer.status_code == 401
    assert answer.headers["www-authenticate"] == "Bearer"
    assert answer.json()["error"]["message"] == "An access token is needed."


async def test_a_token_is_good_to_its_last_second_and_no_longer(
    sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock()
    monkeypatch.setattr("app.composition.people.utc_now", clock)
    async with house_on(sqlite_url, tmp_path / "var") as house:
        bearer = f"Bearer {(await signed_in(house))['access_token']}".encode()
        began = clock.now

        for after, good in (
            (timedelta(), True),
            (ACCESS_LIFETIME - timedelta(seconds=1), True),
            (ACCESS_LIFETIME, False),
            (ACCESS_LIFETIME + timedelta(seconds=1), False),
            (timedelta(seconds=-60), True),
            (timedelta(seconds=-61), False),
        ):
            clock.now = began + after
            house.app.state.doorman = Doorman(house.services)
            answer = await calling(house, bearer)
            assert (answer.status_code == 200) is good, after


async def test_rotation_does_not_lengthen_a_session(
    sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock()
    monkeypatch.setattr("app.composition.people.utc_now", clock)
    async with house_on(sqlite_url, tmp_path / "var") as house:
        pair = await signed_in(house)
        end = clock.now + REFRESH_LIFETIME

        async def refreshed_at(moment: datetime, token: str) -> httpx2.Response:
            clock.now = moment
            return await house.visitor().post("/auth/refresh", json={"refresh_token": token})

        for days in range(1, 7):
            answer = await refreshed_at(end - REFRESH_LIFETIME + timedelta(days=days), pair["refresh_token"])
            assert answer.status_code == 200
            pair = answer.json()
        last = await refreshed_at(end - timedelta(seconds=1), pair["refresh_token"])
        assert last.status_code == 200

        assert_refused(await refreshed_at(end, last.json()["refresh_token"]))
        house.app.state.doorman = Doorman(house.services)
        assert_refused(await calling(house, f"Bearer {last.json()['access_token']}".encode()))


async def test_after_a_spent_token_came_back_the_access_tokens_die_within_a_second(
    monkeypatch: pytest.MonkeyPatch, house: House
) -> None:
    clock = Clock()
    for service in (house.services.identity, house.services.sessions):
        monkeypatch.setattr(service, "_now", clock)
    pair = await signed_in(house)
    bearer = f"Bearer {pair['access_token']}".encode()
    assert (await calling(house, bearer)).status_code == 200

    for expected in (200, 401):
        again = await house.visitor().post("/auth/refresh", json={"refresh_token": pair["refresh_token"]})
        assert again.status_code == expected
        clock.now += LEEWAY + timedelta(seconds=1)

    house.app.state.doorman = Doorman(house.services)  # as it is a second later
    assert_refused(await calling(house, bearer))


async def test_an_account_that_is_closed_lets_nobody_in(house: House) -> None:
    pair = await signed_in(house)
    service = house.services.identity
    async with service._work() as work:
        user = await work.users.find_by_email(ADA["email"])
        assert user is not None
        user.is_active = False
        await work.users.save(user)
        await work.commit()

    assert_refused(await calling(house, f"Bearer {pair['access_token']}".encode()))
    assert_refused(await house.visitor().post("/auth/refresh", json={"refresh_token": pair["refresh_token"]}))
    who = {"email": ADA["email"], "password": ADA["password"]}
    closed = await house.visitor().post("/auth/login", json=who)
    unknown = await house.visitor().post("/auth/login", json=who | {"email": "x@example.com"})
    assert closed.status_code == 401
    assert closed.content == unknown.content
