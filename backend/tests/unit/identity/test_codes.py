"""Signing in by a code that was mailed."""

from datetime import timedelta

import pytest

from app.domain.identity.challenges import LIFETIME, MOST_TRIES, Purpose
from app.domain.identity.errors import CodeRefused, InvalidCredentials, InvalidToken
from app.domain.identity.security import SecurityEventKind
from app.domain.shared.ids import UserId
from tests.builders.identity import AT_HOME
from tests.fakes.mail import code_in, token_in
from tests.unit.identity.conftest import ADA, BEN, House

MAIL = ADA["email"]


async def a_code(house: House) -> str:
    return code_in(await house.mailed())


def another(code: str) -> str:
    return f"{(int(code) + 1) % 10**8:08d}"


async def test_a_mailed_code_signs_in_to_a_session_of_its_own(house: House) -> None:
    first = await house.identity.register(**ADA)

    pair = await house.codes.sign_in(email="ADA@example.com", code=await a_code(house), origin=AT_HOME)

    visitor, _ = await house.identity.visitor(pair.access_token)
    before, _ = await house.identity.visitor(pair.access_token)
    assert visitor.user_id == first.user.id
    assert visitor.session_id not in {first.user.id}
    assert before.session_id == visitor.session_id
    assert SecurityEventKind.SIGNED_IN in house.events()


async def test_a_code_is_good_once(house: House) -> None:
    await house.identity.register(**ADA)
    code = await a_code(house)
    await house.codes.sign_in(email=MAIL, code=code)

    with pytest.raises(CodeRefused):
        await house.codes.sign_in(email=MAIL, code=code)


async def test_after_five_wrong_tries_the_right_code_is_burned(house: House) -> None:
    await house.identity.register(**ADA)
    code = await a_code(house)
    for _ in range(MOST_TRIES):
        with pytest.raises(CodeRefused):
            await house.codes.sign_in(email=MAIL, code=another(code))

    with pytest.raises(CodeRefused):
        await house.codes.sign_in(email=MAIL, code=code)
    assert house.events().count(SecurityEventKind.CODE_REFUSED) == MOST_TRIES + 1


async def test_after_four_wrong_tries_the_right_code_is_good(house: House) -> None:
    await house.identity.register(**ADA)
    code = await a_code(house)
    for _ in range(MOST_TRIES - 1):
        with pytest.raises(CodeRefused):
            await house.codes.sign_in(email=MAIL, code=another(code))

    await house.codes.sign_in(email=MAIL, code=code)


@pytest.mark.parametrize(("late", "is_good"), [(-1, True), (0, False), (1, False)])
async def test_a_code_is_good_for_ten_minutes(house: House, late: int, is_good: bool) -> None:
    await house.identity.register(**ADA)
    code = await a_code(house)
    house.now += LIFETIME[Purpose.SIGN_IN] + timedelta(seconds=late)

    if is_good:
        await house.codes.sign_in(email=MAIL, code=code)
    else:
        with pytest.raises(CodeRefused):
            await house.codes.sign_in(email=MAIL, code=code)


async def test_a_newer_code_is_the_end_of_the_older(house: House) -> None:
    await house.identity.register(**ADA)
    old = await a_code(house)
    house.now += timedelta(seconds=1)
    new = await a_code(house)

    with pytest.raises(CodeRefused):
        await house.codes.sign_in(email=MAIL, code=old)
    await house.codes.sign_in(email=MAIL, code=new)


async def test_a_code_opens_no_other_account(house: House) -> None:
    await house.identity.register(**ADA)
    await house.identity.register(**BEN)
    await house.ask(email=BEN["email"])
    code = await a_code(house)

    with pytest.raises(CodeRefused):
        await house.codes.sign_in(email=BEN["email"], code=code)


async def test_a_link_is_no_code(house: House) -> None:
    await house.identity.register(**ADA)
    token = token_in(await house.mailed(Purpose.RESET_PASSWORD))

    with pytest.raises(CodeRefused):
        await house.codes.sign_in(email=MAIL, code=token)


async def test_who_registered_without_showing_the_mailbox_is_out_when_its_owner_comes(house: House) -> None:
    squatter = await house.identity.register(**ADA)

    owner = await house.codes.sign_in(email=MAIL, code=await a_code(house))

    assert owner.user.is_verified
    with pytest.raises(InvalidToken):
        await house.identity.visitor(squatter.access_token)
    with pytest.raises(InvalidToken):
        await house.identity.refresh(squatter.refresh_token)
    with pytest.raises(InvalidCredentials):
        await house.identity.login(email=MAIL, password=ADA["password"])
    await house.identity.visitor(owner.access_token)


async def test_who_has_shown_the_mailbox_keeps_sessions_and_password(house: House) -> None:
    first = await house.identity.register(**ADA)
    await house.deliver()
    await house.recovery.verify_email(token_in(house.mailer.sent[0]))

    await house.codes.sign_in(email=MAIL, code=await a_code(house))

    await house.identity.visitor(first.access_token)
    await house.identity.login(email=MAIL, password=ADA["password"])


async def test_a_closed_account_is_not_opened_by_a_code_that_was_sent_before(house: House) -> None:
    pair = await house.identity.register(**ADA)
    code = await a_code(house)
    await house.accounts.change(UserId(pair.user.id), facts={"is_active": False})

    with pytest.raises(CodeRefused):
        await house.codes.sign_in(email=MAIL, code=code)


async def test_an_address_given_up_takes_its_code_with_it(house: House) -> None:
    pair = await house.identity.register(**ADA)
    code = await a_code(house)
    await house.accounts.update(
        UserId(pair.user.id), facts={"email": "new@example.com"}, current_password=ADA["password"]
    )

    for address in (MAIL, "new@example.com"):
        with pytest.raises(CodeRefused):
            await house.codes.sign_in(email=address, code=code)


async def test_what_is_kept_is_neither_code_nor_address(house: House) -> None:
    await house.identity.register(**ADA)
    code = await a_code(house)

    kept = repr([vars_of(c) for c in house.challenges()]) + repr(house.database.rest)

    assert code not in kept
    assert "example.com" not in kept
    assert len({c.digest for c in house.challenges()}) == len(house.challenges())


def vars_of(challenge: object) -> dict[str, object]:
    return {name: getattr(challenge, name) for name in type(challenge).__dataclass_fields__}  # type: ignore[attr-defined]
