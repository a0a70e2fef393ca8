"""Asking for a mail: counted, and without a look at who has an account."""

from datetime import timedelta

import pytest

from app.application.limits import network_of
from app.domain.identity.challenges import Purpose
from app.domain.identity.errors import TooManyMails
from app.domain.identity.model import Origin
from app.domain.mail.ports import Language, MailNotConfigured
from tests.unit.identity.conftest import ADA, BEN, House


async def until_refused(house: House, email: str = ADA["email"], most: int = 100) -> tuple[int, int]:
    """How often it was granted, and for how many seconds not."""
    for granted in range(most):
        try:
            await house.ask(email=email)
        except TooManyMails as refused:
            return granted, refused.seconds
    return most, 0


@pytest.mark.parametrize("email", [ADA["email"], "nobody@example.com"])
async def test_an_address_gets_five_mails_in_five_minutes_whoever_has_it(house: House, email: str) -> None:
    await house.identity.register(**ADA)

    assert await until_refused(house, email) == (5, 300)
    house.now += timedelta(seconds=299)
    assert await until_refused(house, email) == (0, 1)
    house.now += timedelta(seconds=1)
    assert (await until_refused(house, email))[0] == 5


async def test_an_address_gets_twenty_an_hour_and_fifty_a_day(house: House) -> None:
    granted = []
    for _ in range(15):
        granted.append((await until_refused(house))[0])
        house.now += timedelta(minutes=5)
    assert granted == [5, 5, 5, 5, *[0] * 8, 5, 5, 5]
    house.now += timedelta(hours=1)

    assert sum([(await until_refused(house))[0] for _ in range(1)]) == 5
    house.now += timedelta(minutes=5)
    assert (await until_refused(house))[0] == 5
    house.now += timedelta(minutes=5)
    assert (await until_refused(house))[0] == 5
    house.now += timedelta(hours=1)
    last, wait = await until_refused(house)
    assert (last, wait > 3_600) == (0, True)


async def test_a_refused_request_makes_no_mail_and_ends_no_code(house: House) -> None:
    await until_refused(house)
    before = len(house.challenges())
    with pytest.raises(TooManyMails):
        await house.ask()

    assert len(house.challenges()) == len(house.mail_rows()) == before == 5
    assert [c.spent_at is None for c in house.challenges()].count(True) == 1


@pytest.mark.parametrize("spelled", ["ADA@EXAMPLE.COM", "\uff41da@example.com", " ada@example.com"])
async def test_another_spelling_is_the_same_mailbox(house: House, spelled: str) -> None:
    await until_refused(house)

    assert (await until_refused(house, spelled))[0] == 0


async def test_each_purpose_is_counted_by_itself(house: House) -> None:
    await until_refused(house)

    await house.ask(Purpose.RESET_PASSWORD)


async def test_one_network_asks_so_often_for_whatever_addresses(house: House) -> None:
    house.asking = house.asks(per_network=3)
    homes = [Origin("", f"2001:db8:1:2::{n:x}") for n in range(4)]
    for n, home in enumerate(homes[:3]):
        await house.ask(email=f"a{n}@example.com", origin=home)

    with pytest.raises(TooManyMails):
        await house.ask(email="b@example.com", origin=homes[3])
    await house.ask(email="b@example.com", origin=Origin("", "2001:db8:1:3::1"))


async def test_all_together_ask_so_often(house: House) -> None:
    house.asking = house.asks(in_all=2)
    for n in range(2):
        await house.ask(email=f"a{n}@example.com", origin=Origin("", f"192.0.2.{n}"))

    with pytest.raises(TooManyMails) as refused:
        await house.ask(email=BEN["email"], origin=Origin("", "192.0.2.9"))
    assert (refused.value.limit, refused.value.seconds) == (2, 3_600)


def test_a_network_is_an_address_or_what_a_household_has() -> None:
    assert network_of("192.0.2.7") == network_of("::ffff:192.0.2.7") != network_of("192.0.2.8")
    assert network_of("2001:db8::1") == network_of("2001:db8:0:0:ffff::9") != network_of("2001:db8:0:1::1")
    assert network_of("junk1") == network_of("junk2") == network_of("") == ""


async def test_where_no_mail_can_be_sent_asking_says_so_and_registering_goes_on(house: House) -> None:
    asking = house.asks(is_configured=False)

    with pytest.raises(MailNotConfigured):
        await asking.ask(
            Purpose.SIGN_IN, ADA["email"], language=Language.ENGLISH, origin=Origin("", "192.0.2.1")
        )
    assert house.challenges() == []
