"""The use cases, over memory and without bcrypt."""

from datetime import timedelta

import pytest

from app.application.identity.opening import NewAccount
from app.domain.identity.errors import (
    EmailTaken,
    InvalidCredentials,
    InvalidToken,
    PasswordTooWeak,
    UserNotFound,
)
from app.domain.identity.model import ACCESS_LIFETIME, LEEWAY, Role
from app.domain.shared.ids import UserId
from tests.builders.identity import NOON
from tests.unit.identity.conftest import ADA, BEN, House


async def test_an_account_is_kept_under_its_canonical_address(house: House) -> None:
    pair = await house.identity.register(**ADA)

    assert pair.user.email == "ada@example.com"
    assert pair.user.role is Role.USER
    assert (pair.user.created_at, pair.expires_in) == (NOON, 3600)


async def test_the_first_tokens_open_the_account(house: House) -> None:
    pair = await house.identity.register(**ADA)

    visitor, good_until = await house.identity.visitor(pair.access_token)

    assert visitor.user_id == pair.user.id
    assert good_until == NOON + ACCESS_LIFETIME


async def test_an_address_is_taken_once(house: House) -> None:
    await house.identity.register(**ADA)

    with pytest.raises(EmailTaken):
        await house.identity.register(**ADA | {"email": "ADA@example.COM"})


async def test_a_weak_password_makes_no_account(house: House) -> None:
    with pytest.raises(PasswordTooWeak):
        await house.identity.register(**ADA | {"password": "weak"})

    assert await house.accounts.oldest(limit=5) == []


@pytest.mark.parametrize(
    ("email", "password"), [(ADA["email"], "Wrong-Horse-7"), (BEN["email"], ADA["password"])]
)
async def test_who_is_wrong_about_either_is_told_the_same(house: House, email: str, password: str) -> None:
    await house.identity.register(**ADA)

    with pytest.raises(InvalidCredentials, match=r"^The e-mail address or the password is wrong\.$"):
        await house.identity.login(email=email, password=password)


async def test_each_login_is_a_session_of_its_own(house: House) -> None:
    first = await house.identity.register(**ADA)
    second = await house.identity.login(email="ada@example.com", password=ADA["password"])
    visitor, _ = await house.identity.visitor(second.access_token)

    await house.identity.logout(visitor.session_id, owner=visitor.user_id)

    with pytest.raises(InvalidToken):
        await house.identity.visitor(second.access_token)
    assert (await house.identity.visitor(first.access_token))[0].user_id == first.user.id


async def test_refreshing_spends_the_token_and_a_spent_one_ends_the_session(house: House) -> None:
    first = await house.identity.register(**ADA)
    second = await house.identity.refresh(first.refresh_token)
    house.now += LEEWAY + timedelta(milliseconds=1)

    with pytest.raises(InvalidToken):
        await house.identity.refresh(first.refresh_token)
    assert await house.told() == [("token_reused", "")]
    with pytest.raises(InvalidToken):
        await house.identity.refresh(second.refresh_token)
    with pytest.raises(InvalidToken):
        await house.identity.visitor(second.access_token)


async def test_who_did_not_hear_the_answer_gets_the_same_pair_again(house: House) -> None:
    first = await house.identity.register(**ADA)
    house.now += timedelta(minutes=5)
    second = await house.identity.refresh(first.refresh_token)

    house.now += LEEWAY
    again = await house.identity.refresh(first.refresh_token)

    assert (again.access_token, again.refresh_token) == (second.access_token, second.refresh_token)
    assert again.expires_in == 3600 - 10
    assert await house.told() == []
    third = await house.identity.refresh(again.refresh_token)
    assert third.refresh_token != second.refresh_token


async def test_an_access_token_does_not_refresh_nor_a_refresh_token_open(house: House) -> None:
    pair = await house.identity.register(**ADA)

    with pytest.raises(InvalidToken):
        await house.identity.refresh(pair.access_token)
    with pytest.raises(InvalidToken):
        await house.identity.visitor(pair.refresh_token)


async def test_an_access_token_lasts_an_hour(house: House) -> None:
    pair = await house.identity.register(**ADA)

    house.now = NOON + ACCESS_LIFETIME - timedelta(seconds=1)
    await house.identity.visitor(pair.access_token)
    house.now = NOON + ACCESS_LIFETIME
    with pytest.raises(InvalidToken):
        await house.identity.visitor(pair.access_token)


async def test_a_role_is_given_to_an_address(house: House) -> None:
    pair = await house.identity.register(**ADA)
    house.now = NOON + timedelta(days=1)

    user = await house.accounts.set_role(email="ADA@example.com", role=Role.ADMIN)

    assert (user.id, user.role, user.updated_at) == (pair.user.id, Role.ADMIN, house.now)
    with pytest.raises(UserNotFound):
        await house.accounts.set_role(email="ben@example.com", role=Role.ADMIN)


async def test_the_host_makes_users_of_any_role(house: House) -> None:
    admin = await house.accounts.create(NewAccount(**ADA, role=Role.ADMIN))

    assert (await house.accounts.get(UserId(admin.id))).role is Role.ADMIN
