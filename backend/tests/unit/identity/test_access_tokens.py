from datetime import timedelta
from uuid import uuid4

import pytest

from app.domain.identity.access_tokens import (
    LONGEST_LIFE,
    MOST,
    USE_NOTED,
    AccessToken,
    TokenScope,
    is_well_formed,
)
from app.domain.identity.errors import (
    AccessTokenNotFound,
    InvalidToken,
    RoleRequired,
    TooManyAccessTokens,
)
from app.domain.identity.model import NO_SESSION, Role
from app.domain.identity.tickets import digest_of
from app.domain.shared.ids import SessionId, UserId
from tests.builders.identity import NOON, a_user
from tests.unit.identity.conftest import ADA, BEN, House

DAY = timedelta(days=1)


async def made(
    house: House, owner: UserId, *scopes: TokenScope, life: timedelta = DAY
) -> tuple[AccessToken, str]:
    return await house.access_tokens.make(
        owner, via=NO_SESSION, name="script", scopes=scopes or (TokenScope.READ,), life=life
    )


async def registered(house: House) -> UserId:
    return UserId((await house.identity.register(**ADA)).user.id)


def test_a_token_has_a_form_by_which_scanners_find_it() -> None:
    token, secret = AccessToken.make(a_user(), name="x", scopes={TokenScope.READ}, life=DAY, now=NOON)

    assert secret.startswith("jw_pat_")
    assert len(secret) == 43
    assert is_well_formed(secret)
    assert token.digest == digest_of(secret)
    assert secret not in repr(token)


def test_no_letter_of_a_token_can_be_another() -> None:
    _, secret = AccessToken.make(a_user(), name="x", scopes={TokenScope.READ}, life=DAY, now=NOON)

    for place, letter in enumerate(secret):
        for other in ("0", "a", "Z", "_", "\n"):
            if other != letter:
                assert not is_well_formed(secret[:place] + other + secret[place + 1 :])
    assert not is_well_formed(secret + "\n")


def test_no_token_lives_longer_than_a_year() -> None:
    token, _ = AccessToken.make(a_user(), name="x", scopes={TokenScope.READ}, life=5 * LONGEST_LIFE, now=NOON)

    assert token.expires_at == NOON + timedelta(days=365)


async def test_a_token_opens_its_owners_account_within_its_scopes(house: House) -> None:
    owner = await registered(house)
    token, secret = await made(house, owner, TokenScope.WRITE, TokenScope.READ)

    visitor, good_until = await house.access_tokens.visitor(secret)

    assert (visitor.user_id, visitor.session_id, good_until) == (owner, token.id, NOON + DAY)
    assert visitor.scopes == frozenset({TokenScope.READ, TokenScope.WRITE})
    assert await house.told() == [("access_token_made", "read write")]


async def test_a_token_is_good_to_its_last_moment(house: House) -> None:
    _, secret = await made(house, await registered(house))

    house.now = NOON + DAY - timedelta(seconds=1)
    await house.access_tokens.visitor(secret)
    house.now = NOON + DAY
    with pytest.raises(InvalidToken):
        await house.access_tokens.visitor(secret)


async def test_the_last_use_is_written_once_a_minute(house: House) -> None:
    owner = await registered(house)
    _, secret = await made(house, owner)
    seen = []

    for after in (timedelta(), USE_NOTED - timedelta(seconds=1), USE_NOTED):
        house.now = NOON + after
        await house.access_tokens.visitor(secret)
        [token] = await house.access_tokens.live(owner)
        seen.append(token.last_used_at)

    assert seen == [NOON, NOON, NOON + USE_NOTED]


async def test_a_revoked_token_opens_nothing_and_is_gone(house: House) -> None:
    owner = await registered(house)
    token, secret = await made(house, owner)

    await house.access_tokens.revoke(token.id, owner=owner)

    with pytest.raises(InvalidToken):
        await house.access_tokens.visitor(secret)
    assert await house.access_tokens.live(owner) == []
    with pytest.raises(AccessTokenNotFound):
        await house.access_tokens.revoke(token.id, owner=owner)
    assert await house.told() == [("access_token_made", "read"), ("access_token_revoked", "read")]


async def test_nobody_elses_token_can_be_revoked(house: House) -> None:
    owner = await registered(house)
    ben = UserId((await house.identity.register(**BEN)).user.id)
    token, secret = await made(house, owner)

    for foreign in (token.id, uuid4()):
        with pytest.raises(AccessTokenNotFound):
            await house.access_tokens.revoke(foreign, owner=ben)

    await house.access_tokens.visitor(secret)


async def test_an_admins_token_is_a_users_unless_it_is_for_admins(house: House) -> None:
    owner = await registered(house)
    with pytest.raises(RoleRequired):
        await made(house, owner, TokenScope.READ, TokenScope.ADMIN)
    await house.accounts.set_role(email=ADA["email"], role=Role.ADMIN)
    _, plain = await made(house, owner, TokenScope.READ, TokenScope.WRITE)
    _, mighty = await made(house, owner, TokenScope.READ, TokenScope.ADMIN)

    assert (await house.access_tokens.visitor(plain))[0].role is Role.USER
    assert (await house.access_tokens.visitor(mighty))[0].role is Role.ADMIN


async def test_an_admin_who_is_one_no_more_has_no_admins_token(house: House) -> None:
    owner = await registered(house)
    await house.accounts.set_role(email=ADA["email"], role=Role.ADMIN)
    await house.identity.register(**BEN)
    await house.accounts.set_role(email=BEN["email"], role=Role.ADMIN)
    _, mighty = await made(house, owner, TokenScope.READ, TokenScope.ADMIN)

    await house.accounts.set_role(email=ADA["email"], role=Role.USER)

    assert (await house.access_tokens.visitor(mighty))[0].role is Role.USER


async def test_there_are_only_so_many_and_what_has_expired_makes_room(house: House) -> None:
    owner = await registered(house)
    for _ in range(MOST):
        await made(house, owner)
    with pytest.raises(TooManyAccessTokens):
        await made(house, owner)

    house.now = NOON + DAY
    await made(house, owner)

    assert len(await house.access_tokens.live(owner)) == 1


async def test_a_token_of_whoever_made_the_account_ends_when_its_owner_comes(house: House) -> None:
    owner = await registered(house)
    _, secret = await made(house, owner)

    async with house.work() as work:
        user = await work.users.get(owner)
        assert user.claim_by_proof(NOON)
        await work.users.save(user)
        await work.commit()

    with pytest.raises(InvalidToken):
        await house.access_tokens.visitor(secret)
    assert await house.access_tokens.live(owner) == []


async def a_session(house: House) -> tuple[UserId, SessionId]:
    pair = await house.identity.register(**ADA)
    visitor, _ = await house.identity.visitor(pair.access_token)
    return visitor.user_id, visitor.session_id


async def test_another_password_ends_what_whoever_knew_the_old_one_may_have_made(house: House) -> None:
    me, session = await a_session(house)
    _, secret = await made(house, me)

    await house.accounts.change_password(
        me, via=session, current_password=ADA["password"], new_password="Better-Battery-8"
    )

    with pytest.raises(InvalidToken):
        await house.access_tokens.visitor(secret)
    assert await house.access_tokens.live(me) == []
    assert ("access_token_revoked", "read") in await house.told()


async def test_who_says_so_keeps_them(house: House) -> None:
    me, session = await a_session(house)
    _, secret = await made(house, me)

    await house.accounts.change_password(
        me,
        via=session,
        current_password=ADA["password"],
        new_password="Better-Battery-8",
        keep_access_tokens=True,
    )

    visitor, _ = await house.access_tokens.visitor(secret)
    assert visitor.user_id == me


async def test_a_session_that_has_just_ended_makes_no_token_any_more(house: House) -> None:
    """Its request was let in before another password ended it, and comes to the lock after."""
    me, _ = await a_session(house)
    thief = await house.identity.login(email=ADA["email"], password=ADA["password"])
    visitor, _ = await house.identity.visitor(thief.access_token)
    await house.accounts.set_password(email=ADA["email"], password="Better-Battery-8")

    with pytest.raises(InvalidToken):
        await house.access_tokens.make(
            me, via=visitor.session_id, name="script", scopes=[TokenScope.READ], life=DAY
        )
    assert await house.access_tokens.live(me) == []
