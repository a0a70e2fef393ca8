"""Accounts, one's own and everybody's."""

from datetime import timedelta

import pytest

from app.application.identity.opening import NewAccount
from app.domain.identity.errors import (
    EmailTaken,
    InvalidCredentials,
    InvalidToken,
    LastAdmin,
    PasswordTooWeak,
    PasswordWrong,
    SessionNotFound,
    UserNotFound,
)
from app.domain.identity.model import Origin, Role, Tier, User
from app.domain.identity.ports import UserSearch, UserSort
from app.domain.shared.errors import PreconditionFailed
from app.domain.shared.ids import SessionId, UserId
from app.domain.shared.page import Slice
from tests.unit.identity.conftest import ADA, BEN, House, Newcomer

PHONE, LAPTOP = Origin("Phone/1", "192.0.2.1"), Origin("Laptop/2", "192.0.2.2")


async def an_admin(house: House, newcomer: Newcomer = ADA) -> UserId:
    return UserId((await house.accounts.create(NewAccount(**newcomer, role=Role.ADMIN))).id)


async def ada(house: House) -> UserId:
    return UserId((await house.identity.register(**ADA, origin=PHONE)).user.id)


async def test_a_new_name_is_kept(house: House) -> None:
    me = await ada(house)
    house.now += timedelta(hours=1)

    changed = await house.accounts.update(me, facts={"full_name": "Ada Lovelace"})

    assert (await house.accounts.get(me)).full_name == "Ada Lovelace"
    assert changed.updated_at == house.now


async def test_another_address_wants_the_password_and_is_not_verified(house: House) -> None:
    admin = await an_admin(house)
    async with house.accounts._work() as work:
        user = await work.users.get(admin)
        user.is_verified = True
        await work.users.save(user)
        await work.commit()

    for wrong in (None, "Wrong-Horse-7"):
        with pytest.raises(PasswordWrong):
            await house.accounts.update(admin, facts={"email": "new@example.com"}, current_password=wrong)
    changed = await house.accounts.update(
        admin, facts={"email": "NEW@example.com"}, current_password=ADA["password"]
    )

    assert (changed.email, changed.is_verified) == ("new@example.com", False)


async def test_ones_own_address_in_capitals_is_no_other(house: House) -> None:
    me = await ada(house)

    assert (await house.accounts.update(me, facts={"email": "ADA@example.com"})).email == "ada@example.com"


async def test_what_changed_meanwhile_is_not_overwritten(house: House) -> None:
    me = await ada(house)

    with pytest.raises(PreconditionFailed):
        await house.accounts.update(me, facts={"full_name": "Somebody"}, expected=7)


async def test_a_new_password_opens_and_the_old_one_does_not(house: House) -> None:
    pair = await house.identity.register(**ADA)
    visitor, _ = await house.identity.visitor(pair.access_token)
    elsewhere = await house.identity.login(email=ADA["email"], password=ADA["password"])

    await house.accounts.change_password(
        visitor.user_id,
        via=visitor.session_id,
        current_password=ADA["password"],
        new_password="Better-Battery-8",
    )

    await house.identity.login(email=ADA["email"], password="Better-Battery-8")
    with pytest.raises(InvalidCredentials):
        await house.identity.login(email=ADA["email"], password=ADA["password"])
    await house.identity.visitor(pair.access_token)
    with pytest.raises(InvalidToken):
        await house.identity.visitor(elsewhere.access_token)
    with pytest.raises(InvalidToken):
        await house.identity.refresh(elsewhere.refresh_token)


@pytest.mark.parametrize(
    ("current", "new", "refused"),
    [("Wrong-Horse-7", "Better-Battery-8", PasswordWrong), (ADA["password"], "weak", PasswordTooWeak)],
)
async def test_a_refused_password_changes_nothing(
    house: House, current: str, new: str, refused: type[Exception]
) -> None:
    pair = await house.identity.register(**ADA)
    visitor, _ = await house.identity.visitor(pair.access_token)
    elsewhere = await house.identity.login(email=ADA["email"], password=ADA["password"])

    with pytest.raises(refused):
        await house.accounts.change_password(
            visitor.user_id, via=visitor.session_id, current_password=current, new_password=new
        )

    await house.identity.visitor(elsewhere.access_token)
    await house.identity.login(email=ADA["email"], password=ADA["password"])


async def test_sessions_say_where_they_come_from_the_one_used_last_first(house: House) -> None:
    me = await ada(house)
    house.now += timedelta(minutes=1)
    laptop = await house.identity.login(email=ADA["email"], password=ADA["password"], origin=LAPTOP)
    assert [s.device for s in await house.sessions.live(me)] == ["Laptop/2", "Phone/1"]

    house.now += timedelta(minutes=1)
    await house.identity.refresh(laptop.refresh_token, origin=Origin("Laptop/3", "192.0.2.9"))

    [newest, _] = await house.sessions.live(me)
    assert (newest.device, newest.address, newest.last_used_at) == ("Laptop/3", "192.0.2.9", house.now)


async def test_a_revoked_session_is_over_and_gone_from_the_list(house: House) -> None:
    me = await ada(house)
    phone = await house.identity.login(email=ADA["email"], password=ADA["password"], origin=PHONE)
    visitor, _ = await house.identity.visitor(phone.access_token)

    await house.sessions.revoke(visitor.session_id, owner=me)

    assert visitor.session_id not in {s.id for s in await house.sessions.live(me)}
    with pytest.raises(InvalidToken):
        await house.identity.visitor(phone.access_token)
    with pytest.raises(SessionNotFound):
        await house.sessions.revoke(visitor.session_id, owner=me)


async def test_nobody_revokes_somebody_elses_session(house: House) -> None:
    me = await ada(house)
    ben = await house.identity.register(**BEN)
    [mine] = await house.sessions.live(me)

    with pytest.raises(SessionNotFound):
        await house.sessions.revoke(SessionId(mine.id), owner=UserId(ben.user.id))

    assert [s.id for s in await house.sessions.live(me)] == [mine.id]


@pytest.mark.parametrize("facts", [{"role": Role.USER}, {"is_active": False}])
async def test_the_last_admin_stays(house: House, facts: dict[str, object]) -> None:
    admin = await an_admin(house)

    with pytest.raises(LastAdmin):
        await house.accounts.change(admin, facts=facts)

    assert (await house.accounts.get(admin)).is_admin
    other = await an_admin(house, BEN)
    await house.accounts.change(admin, facts=facts)
    assert (await house.accounts.get(other)).is_admin


async def test_the_last_admin_may_be_changed_in_other_ways(house: House) -> None:
    admin = await an_admin(house)

    changed = await house.accounts.change(admin, facts={"subscription_tier": Tier.PREMIUM})

    assert (changed.subscription_tier, changed.is_admin) == (Tier.PREMIUM, True)


async def test_a_closed_account_is_seen_by_admins_alone(house: House) -> None:
    me = await ada(house)
    await house.accounts.change(me, facts={"is_active": False})

    with pytest.raises(UserNotFound):
        await house.accounts.look_up(me, as_admin=False)
    assert (await house.accounts.look_up(me, as_admin=True)).id == me
    with pytest.raises(InvalidCredentials):
        await house.identity.login(email=ADA["email"], password=ADA["password"])


async def test_an_address_that_is_taken_is_nobody_elses(house: House) -> None:
    me = await ada(house)
    await house.identity.register(**BEN)

    with pytest.raises(EmailTaken):
        await house.accounts.change(me, facts={"email": BEN["email"]})


async def test_users_are_found_by_a_part_of_what_they_are_called(house: House) -> None:
    await ada(house)
    await house.identity.register(**BEN)

    async def found(**wanted: object) -> list[User]:
        search = UserSearch(**wanted)  # type: ignore[arg-type]
        return list((await house.accounts.page(search, sort=UserSort.EMAIL, part=Slice())).items)

    assert [u.full_name for u in await found()] == ["Ada Byron", "Ben Okri"]
    assert [u.full_name for u in await found(q="OKRI")] == ["Ben Okri"]
    assert await found(q="%") == await found(role=Role.ADMIN) == []
