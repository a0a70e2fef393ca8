"""Sending what was ordered: at most once, and again only what was surely not taken."""

import pytest

from app.application.identity.delivery import AFTER_SEND, PATIENCE
from app.domain.identity.challenges import LIFETIME, Purpose
from app.domain.identity.security import SecurityEventKind
from app.domain.mail.ports import MailRefused, MailUnavailable, MailUncertain
from app.domain.shared.ids import UserId
from app.domain.shared.work import WorkState
from tests.fakes.mail import code_in
from tests.unit.identity.conftest import ADA, House

DOWN = MailUnavailable("The mail server cannot take mail now: 451.")


class Killed(BaseException):
    """As if the process had died: nobody catches it."""


def outcome(house: House) -> object:
    [*_, row] = house.mail_rows()
    return row.events[-1].data["outcome"]


async def ordered(house: House) -> None:
    """A code on its way to Ada, and nothing else."""
    pair = await house.identity.register(**ADA)
    async with house.work() as unit:
        user = await unit.users.get(UserId(pair.user.id))
        user.is_verified = True
        await unit.users.save(user)
        await unit.commit()
    await house.deliver()
    assert house.mailer.sent == []
    await house.ask()


async def become_due(house: House) -> None:
    for row in house.mail_rows():
        row.due_in = 0


async def test_a_mail_is_sent_once_and_the_address_goes(house: House) -> None:
    await ordered(house)

    await house.deliver()
    await house.deliver()

    [mail] = house.mailer.sent
    assert mail.to == "ada@example.com"
    challenge = house.challenges()[-1]
    assert (challenge.email, challenge.sent_at) == ("", house.now)
    assert house.events().count(SecurityEventKind.CODE_SENT) == 1
    assert outcome(house) == "sent"


@pytest.mark.parametrize("whose", ["nobody's", "a closed account's"])
async def test_what_is_nobodys_is_not_sent(house: House, whose: str) -> None:
    await ordered(house)
    if whose == "nobody's":
        await house.ask(email="nobody@example.com")
    else:
        [user] = await house.accounts.oldest(limit=1)
        await house.accounts.change(UserId(user.id), facts={"is_active": False})
        await house.ask()

    await house.deliver()

    assert [mail for mail in house.mailer.sent if whose != "nobody's" or mail.to.startswith("nobody")] == []
    assert {c.email for c in house.challenges()} == {""}
    assert outcome(house) == "not_wanted"


async def test_what_is_too_late_is_not_sent(house: House) -> None:
    await ordered(house)
    house.now += LIFETIME[Purpose.SIGN_IN]

    await house.deliver()

    assert house.mailer.sent == []


async def test_of_two_codes_only_the_newer_is_sent(house: House) -> None:
    await ordered(house)
    await house.ask()

    await house.deliver()

    [mail] = house.mailer.sent
    await house.codes.sign_in(email=ADA["email"], code=code_in(mail))


async def test_what_was_surely_not_taken_is_sent_again_under_the_same_name(house: House) -> None:
    await ordered(house)
    house.mailer.trouble = [DOWN, DOWN]
    for _ in range(2):
        await house.deliver()
        assert house.mailer.sent == []
        await become_due(house)

    await house.deliver()

    [mail] = house.mailer.sent
    assert mail.id == f"sign_in.{house.challenges()[-1].id.hex}"
    assert outcome(house) == "sent"


async def test_what_is_not_taken_time_and_again_is_a_dead_letter(house: House) -> None:
    await ordered(house)
    house.mailer.trouble = [DOWN] * 20
    for _ in range(PATIENCE.failures):
        await house.deliver()
        await become_due(house)

    work = house.mail_rows()[-1].work
    assert (work.state, work.error) == (WorkState.FAILED, str(DOWN))
    assert len(house.mailer.trouble) == 20 - PATIENCE.failures
    assert house.challenges()[-1].email == ""


async def test_what_is_refused_for_good_is_a_dead_letter_at_once(house: House) -> None:
    await ordered(house)
    house.mailer.trouble = [MailRefused("The mail server refused the address: 550.")]

    await house.deliver()

    assert house.mail_rows()[-1].work.state is WorkState.FAILED


@pytest.mark.parametrize("trouble", [MailUncertain("Nobody said."), RuntimeError("a bug of ours")])
async def test_what_may_have_been_taken_is_not_sent_again(house: House, trouble: Exception) -> None:
    await ordered(house)
    house.mailer.trouble = [trouble]
    for _ in range(3):
        await house.deliver()
        await become_due(house)

    assert house.mailer.sent == []
    assert outcome(house) == "uncertain"


@pytest.mark.parametrize("place", [AFTER_SEND])
async def test_whoever_takes_over_after_the_sending_does_not_send_again(house: House, place: str) -> None:
    await ordered(house)

    def die(passed: str) -> None:
        if passed == place:
            raise Killed

    with pytest.raises(Killed):
        await house.deliver(die)
    for row in house.mail_rows():
        row.lease = 0
    await house.deliver()

    assert len(house.mailer.sent) == 1
    assert outcome(house) == "uncertain"
    await house.codes.sign_in(email=ADA["email"], code=code_in(house.mailer.sent[0]))
