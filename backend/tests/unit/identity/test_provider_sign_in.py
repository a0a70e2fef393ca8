"""Whose account it is that somebody comes to through a provider."""

from datetime import timedelta

import pytest

from app.domain.identity.access_tokens import TokenScope
from app.domain.identity.errors import (
    IdentityConflict,
    InvalidCredentials,
    InvalidToken,
    ProviderUnavailable,
    SignInCancelled,
    SignInRefused,
)
from app.domain.identity.model import NO_SESSION
from app.domain.identity.providers import CODE_LIFE
from app.domain.identity.tickets import LIFE, Ticket, challenge_of
from app.domain.shared.ids import UserId
from tests.unit.identity.conftest import ADA, House

VERIFIER = "v" * 50


async def begun(house: House, return_to: str = "") -> Ticket:
    address, text = await house.google.begin(return_to=return_to, challenge=challenge_of(VERIFIER))
    state = address.partition("state=")[2].partition("&")[0]
    return house.google.returned(text, state=state)


async def sign_in(house: House, **about: object) -> UserId:
    ticket = await begun(house)
    pair = await house.google.sign_in(ticket, house.provider.approve(ticket, **about))
    visitor, _ = await house.identity.visitor(pair.access_token)
    assert visitor.user_id == pair.user.id
    return UserId(pair.user.id)


async def verify(house: House, email: str = "ada@example.com") -> UserId:
    async with house.work() as work:
        user = await work.users.find_by_email(email)
        assert user is not None
        user.is_verified = True
        await work.users.save(user)
        await work.commit()
    return UserId(user.id)


async def test_who_is_new_gets_an_account_that_no_password_opens(house: House) -> None:
    user = await house.accounts.get(await sign_in(house))

    assert (user.email, user.full_name, user.is_verified) == ("ada@example.com", "Ada Byron", True)
    for password in ("", "Correct-Horse-7"):
        with pytest.raises(InvalidCredentials):
            await house.identity.login(email=user.email, password=password)
    assert await house.told() == [
        ("identity_linked", "google"),
        ("registered", "google"),
        ("signed_in", "google"),
    ]


async def test_who_is_known_comes_to_their_account_whatever_their_address_is_by_now(house: House) -> None:
    first = await sign_in(house)

    second = await sign_in(house, email="countess@example.com", email_verified=False)

    assert second == first
    assert (await house.accounts.get(first)).email == "ada@example.com"


async def test_a_changed_address_opens_no_account_of_somebody_elses(house: House) -> None:
    await house.identity.register(**ADA)
    ada = await verify(house)
    ben = await sign_in(house, subject="ben", email="ben@example.com")

    assert await sign_in(house, subject="ben", email="ada@example.com") == ben != ada


async def test_an_account_whose_address_is_proven_on_both_sides_is_linked_and_keeps_its_password(
    house: House,
) -> None:
    session = await house.identity.register(**ADA)
    ada = await verify(house)

    assert await sign_in(house) == ada

    await house.identity.login(email=ADA["email"], password=ADA["password"])
    await house.identity.visitor(session.access_token)


async def test_whoever_registered_the_address_before_its_owner_came_is_out(house: House) -> None:
    before = await house.identity.register(**ADA)
    ada = UserId(before.user.id)
    _, secret = await house.access_tokens.make(
        ada,
        via=NO_SESSION,
        name="x",
        scopes=[TokenScope.READ, TokenScope.WRITE],
        life=timedelta(days=365),
    )

    assert await sign_in(house) == ada

    with pytest.raises(InvalidToken):
        await house.identity.visitor(before.access_token)
    with pytest.raises(InvalidToken):
        await house.identity.refresh(before.refresh_token)
    with pytest.raises(InvalidToken):
        await house.access_tokens.visitor(secret)
    with pytest.raises(InvalidCredentials):
        await house.identity.login(email=ADA["email"], password=ADA["password"])
    assert [kind for kind, _ in await house.told()] == [
        "access_token_made",
        "email_verified",
        "identity_linked",
        "signed_in",
    ]


async def test_an_identity_that_was_linked_before_the_owner_came_opens_their_account_no_more(
    house: House,
) -> None:
    """Somebody signs in with an identity of their own, and then says that another's address is theirs."""
    account = await sign_in(house, subject="mallory", email="mallory@example.com")
    async with house.work() as work:
        user = await work.users.get(account)
        user.readdress("ada@example.com")
        await work.users.save(user)
        await work.commit()

    assert await sign_in(house) == account

    elsewhere = await sign_in(house, subject="mallory", email="mallory@example.com")
    assert elsewhere != account
    assert await sign_in(house) == account


async def test_an_identity_of_before_opens_nothing_however_the_owner_proved_to_be_it(house: House) -> None:
    account = await sign_in(house, subject="mallory", email="mallory@example.com")
    async with house.work() as work:
        user = await work.users.get(account)
        user.readdress("ada@example.com")
        assert user.claim_by_proof(house.now)
        await work.users.save(user)
        await work.commit()

    assert await sign_in(house, subject="mallory", email="mallory@example.com") != account
    assert await sign_in(house) == account


async def test_an_address_that_the_provider_does_not_vouch_for_opens_and_makes_nothing(house: House) -> None:
    with pytest.raises(SignInRefused):
        await sign_in(house, email_verified=False)
    assert await house.accounts.oldest(limit=5) == []

    before = await house.identity.register(**ADA)
    with pytest.raises(SignInRefused):
        await sign_in(house, email_verified=False)
    await house.identity.visitor(before.access_token)


async def test_the_same_address_of_another_identity_is_refused_in_clear_words(house: House) -> None:
    await sign_in(house)

    with pytest.raises(IdentityConflict, match="another identity"):
        await sign_in(house, subject="another ada")

    assert len(await house.accounts.oldest(limit=5)) == 1


async def test_a_closed_account_stays_closed(house: House) -> None:
    ada = await sign_in(house)
    await house.accounts.change(ada, facts={"is_active": False})

    for subject in ("ada at the provider", "another ada"):
        with pytest.raises(SignInRefused, match="closed"):
            await sign_in(house, subject=subject)


async def test_nobody_returns_twice_whatever_came_of_the_first_time(house: House) -> None:
    ticket = await begun(house)
    with pytest.raises(SignInRefused):
        await house.google.sign_in(ticket, "no code of theirs")

    with pytest.raises(SignInRefused):
        await house.google.sign_in(ticket, house.provider.approve(ticket))

    assert await house.accounts.oldest(limit=5) == []


async def test_a_sign_in_that_was_cancelled_is_over(house: House) -> None:
    ticket = await begun(house)
    with pytest.raises(SignInCancelled):
        await house.google.cancel(ticket)

    with pytest.raises(SignInRefused):
        await house.google.sign_in(ticket, house.provider.approve(ticket))


async def test_a_provider_that_is_down_is_said_to_be(house: House) -> None:
    house.provider.is_down = True

    with pytest.raises(ProviderUnavailable):
        await house.google.begin()


async def test_a_returned_state_is_remembered_only_while_somebody_could_return_with_it(house: House) -> None:
    await sign_in(house)
    house.now += LIFE + CODE_LIFE
    ticket = await begun(house)
    await house.google.sign_in(ticket, house.provider.approve(ticket))

    async with house.work() as work:
        assert len(work.sign_ins.all()) == 1


async def handed(house: House) -> str:
    ticket = await begun(house, "https://app.example/in")
    return await house.google.hand_over(ticket, house.provider.approve(ticket))


async def test_a_code_is_traded_once_by_the_client_that_began(house: House) -> None:
    code = await handed(house)

    pair = await house.google.redeem(code, verifier=VERIFIER)

    await house.identity.visitor(pair.access_token)
    with pytest.raises(SignInRefused):
        await house.google.redeem(code, verifier=VERIFIER)
    assert [kind for kind, _ in await house.told()].count("signed_in") == 1


async def test_a_code_that_somebody_else_tries_is_burned(house: House) -> None:
    code = await handed(house)
    with pytest.raises(SignInRefused):
        await house.google.redeem(code, verifier="w" * 50)

    with pytest.raises(SignInRefused):
        await house.google.redeem(code, verifier=VERIFIER)


async def test_a_code_is_good_for_a_minute(house: House) -> None:
    code = await handed(house)
    house.now += CODE_LIFE

    with pytest.raises(SignInRefused):
        await house.google.redeem(code, verifier=VERIFIER)


async def test_an_account_that_was_closed_meanwhile_is_not_opened_by_a_code(house: House) -> None:
    code = await handed(house)
    [user] = await house.accounts.oldest(limit=1)
    await house.accounts.change(UserId(user.id), facts={"is_active": False})

    with pytest.raises(SignInRefused):
        await house.google.redeem(code, verifier=VERIFIER)
