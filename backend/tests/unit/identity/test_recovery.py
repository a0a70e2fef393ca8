"""What the links that are mailed are for."""

from datetime import timedelta

import pytest

from app.domain.identity.challenges import LIFETIME, Purpose
from app.domain.identity.errors import CodeRefused, InvalidCredentials, InvalidToken, PasswordTooWeak
from app.domain.identity.model import LEEWAY
from app.domain.identity.security import SecurityEventKind
from app.domain.shared.ids import UserId
from tests.fakes.mail import code_in, token_in
from tests.unit.identity.conftest import ADA, BEN, House

MAIL, NEW = ADA["email"], "Better-Battery-8"
LINKS = [Purpose.VERIFY_EMAIL, Purpose.RESET_PASSWORD]


async def a_token(house: House, purpose: Purpose) -> str:
    return token_in(await house.mailed(purpose))


async def follow(house: House, purpose: Purpose, token: str) -> None:
    if purpose is Purpose.VERIFY_EMAIL:
        await house.recovery.verify_email(token)
    else:
        await house.recovery.reset_password(token, NEW)


async def test_the_link_that_comes_after_registering_confirms_the_address_and_ends_nothing(
    house: House,
) -> None:
    pair = await house.identity.register(**ADA)
    await house.deliver()
    [mail] = house.mailer.sent

    await house.recovery.verify_email(token_in(mail))

    assert (await house.accounts.get(UserId(pair.user.id))).is_verified
    await house.identity.visitor(pair.access_token)
    await house.identity.login(email=MAIL, password=ADA["password"])
    assert SecurityEventKind.EMAIL_VERIFIED in house.events()


async def test_a_new_password_opens_and_every_session_has_ended(house: House) -> None:
    pair = await house.identity.register(**ADA)
    elsewhere = await house.identity.login(email=MAIL, password=ADA["password"])

    await house.recovery.reset_password(await a_token(house, Purpose.RESET_PASSWORD), NEW)

    for old in (pair, elsewhere):
        with pytest.raises(InvalidToken):
            await house.identity.visitor(old.access_token)
        with pytest.raises(InvalidToken):
            await house.identity.refresh(old.refresh_token)
    with pytest.raises(InvalidCredentials):
        await house.identity.login(email=MAIL, password=ADA["password"])
    opened = await house.identity.login(email=MAIL, password=NEW)
    assert opened.user.is_verified
    assert SecurityEventKind.PASSWORD_RESET in house.events()


@pytest.mark.parametrize("purpose", LINKS)
async def test_a_link_is_good_once(house: House, purpose: Purpose) -> None:
    await house.identity.register(**ADA)
    token = await a_token(house, purpose)
    await follow(house, purpose, token)

    with pytest.raises(InvalidToken):
        await follow(house, purpose, token)


@pytest.mark.parametrize("purpose", LINKS)
async def test_a_link_lasts_as_long_as_it_says(house: House, purpose: Purpose) -> None:
    await house.identity.register(**ADA)
    token = await a_token(house, purpose)

    house.now += LIFETIME[purpose]

    with pytest.raises(InvalidToken):
        await follow(house, purpose, token)
    house.now -= timedelta(seconds=1)
    await follow(house, purpose, token)


@pytest.mark.parametrize("purpose", LINKS)
async def test_a_newer_link_is_the_end_of_the_older(house: House, purpose: Purpose) -> None:
    await house.identity.register(**ADA)
    old, new = await a_token(house, purpose), await a_token(house, purpose)

    with pytest.raises(InvalidToken):
        await follow(house, purpose, old)
    await follow(house, purpose, new)


async def test_a_link_is_good_for_its_own_purpose_alone(house: House) -> None:
    pair = await house.identity.register(**ADA)
    verify, reset = [await a_token(house, purpose) for purpose in LINKS]
    forged = verify[:-1] + ("0" if verify[-1] != "0" else "1")
    strange = [forged, verify.upper(), pair.access_token, "", "0" * 72]

    for token in (verify, *strange, pair.refresh_token):
        with pytest.raises(InvalidToken):
            await house.recovery.reset_password(token, NEW)
    for token in (reset, *strange[:1]):
        with pytest.raises(InvalidToken):
            await house.recovery.verify_email(token)
    for token in (verify, reset):
        with pytest.raises(InvalidToken):
            await house.identity.visitor(token)


async def test_a_reset_ends_the_codes_that_are_on_their_way(house: House) -> None:
    await house.identity.register(**ADA)
    code = code_in(await house.mailed())
    await house.recovery.reset_password(await a_token(house, Purpose.RESET_PASSWORD), NEW)

    with pytest.raises(CodeRefused):
        await house.codes.sign_in(email=MAIL, code=code)


async def test_a_weak_password_leaves_the_link_good(house: House) -> None:
    await house.identity.register(**ADA)
    token = await a_token(house, Purpose.RESET_PASSWORD)

    with pytest.raises(PasswordTooWeak):
        await house.recovery.reset_password(token, "Password1")
    await house.recovery.reset_password(token, NEW)


async def test_changing_the_password_ends_the_link_that_would_set_another(house: House) -> None:
    pair = await house.identity.register(**ADA)
    token = await a_token(house, Purpose.RESET_PASSWORD)
    visitor, _ = await house.identity.visitor(pair.access_token)
    await house.accounts.change_password(
        visitor.user_id, via=visitor.session_id, current_password=ADA["password"], new_password=NEW
    )

    with pytest.raises(InvalidToken):
        await house.recovery.reset_password(token, "Third-Time-Lucky-9")
    assert SecurityEventKind.PASSWORD_CHANGED in house.events()


async def test_a_link_to_an_address_that_was_given_up_is_good_no_more(house: House) -> None:
    pair = await house.identity.register(**ADA)
    tokens = {purpose: await a_token(house, purpose) for purpose in LINKS}
    await house.accounts.update(
        UserId(pair.user.id), facts={"email": "new@example.com"}, current_password=ADA["password"]
    )

    for purpose, token in tokens.items():
        with pytest.raises(InvalidToken):
            await follow(house, purpose, token)
    await house.deliver()
    [mail] = house.mailer.to("new@example.com")
    await house.recovery.verify_email(token_in(mail))
    assert (await house.accounts.get(UserId(pair.user.id))).is_verified


async def test_a_closed_account_stays_closed(house: House) -> None:
    pair = await house.identity.register(**ADA)
    token = await a_token(house, Purpose.RESET_PASSWORD)
    await house.accounts.change(UserId(pair.user.id), facts={"is_active": False})

    with pytest.raises(InvalidToken):
        await house.recovery.reset_password(token, NEW)


async def test_what_happens_to_locks_is_noted(house: House) -> None:
    kind = SecurityEventKind
    first = await house.identity.register(**ADA)
    with pytest.raises(InvalidCredentials):
        await house.identity.login(email=MAIL, password="Wrong-Horse-7")
    with pytest.raises(InvalidCredentials):
        await house.identity.login(email=BEN["email"], password="Wrong-Horse-7")
    second = await house.identity.login(email=MAIL, password=ADA["password"])
    visitor, _ = await house.identity.visitor(second.access_token)
    await house.identity.logout(visitor.session_id, owner=visitor.user_id)
    await house.identity.refresh(first.refresh_token)
    house.now += LEEWAY + timedelta(seconds=1)
    with pytest.raises(InvalidToken):
        await house.identity.refresh(first.refresh_token)

    assert house.events() == [
        *(kind.REGISTERED, kind.SIGN_IN_FAILED, kind.SIGN_IN_FAILED),
        *(kind.SIGNED_IN, kind.SIGNED_OUT, kind.TOKEN_REUSED),
    ]


async def test_a_password_of_a_dated_hash_is_hashed_anew_at_the_next_sign_in(house: House) -> None:
    pair = await house.identity.register(**ADA)
    me = UserId(pair.user.id)
    async with house.work() as unit:
        user = await unit.users.get(me)
        user.hashed_password = f"hashed of old {ADA['password']}"
        await unit.users.save(user)
        await unit.commit()

    await house.identity.login(email=MAIL, password=ADA["password"])

    assert (await house.accounts.get(me)).hashed_password == f"hashed {ADA['password']}"
