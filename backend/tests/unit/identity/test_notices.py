"""The mails that say what was done with an account."""

from datetime import timedelta
from typing import Any

import pytest

from app.application.identity.delivery import AFTER_SEND
from app.application.identity.notifying import PATIENCE
from app.domain.identity.challenges import PER_MAILBOX, Purpose
from app.domain.identity.errors import EmailTaken, PasswordTooWeak, PasswordWrong
from app.domain.identity.model import NO_SESSION
from app.domain.identity.notices import Notice, NoticeKind
from app.domain.mail.ports import Language, Mail, MailUnavailable, MailUncertain
from app.domain.shared.errors import Stale
from app.domain.shared.ids import UserId
from app.infrastructure.mail.letters import JinjaLetters
from tests.builders.identity import NOON
from tests.fakes.mail import token_in
from tests.unit.identity.conftest import ADA, BEN, House
from tests.unit.identity.test_delivery import Killed, become_due

OLD, NEW, PASSWORD = "ada@example.com", "countess@example.com", "Better-Battery-8"
LETTERS = JinjaLetters(public_url="https://app.example.com/")


async def ada(house: House, language: Language = Language.ENGLISH) -> UserId:
    """Registered, and the mail of that is out of the way."""
    pair = await house.identity.register(**ADA, language=language)
    await house.deliver()
    house.mailer.sent.clear()
    return UserId(pair.user.id)


async def move(house: House, me: UserId, to: str = NEW, **more: Any) -> None:
    await house.accounts.update(me, facts={"email": to}, current_password=ADA["password"], **more)


async def change_password(house: House, me: UserId, new: str = PASSWORD, **more: Any) -> None:
    await house.accounts.change_password(
        me, via=NO_SESSION, current_password=ADA["password"], new_password=new, **more
    )


async def told(house: House, kind: NoticeKind) -> list[Mail]:
    await house.deliver()
    return [mail for mail in house.mailer.sent if mail.id.startswith(kind)]


def notices(house: House) -> list[Notice]:
    return [each for each in house.database.entities.values() if isinstance(each, Notice)]


async def test_the_old_address_hears_that_there_is_another_and_not_which(house: House) -> None:
    await move(house, await ada(house))

    [mail] = await told(house, NoticeKind.ADDRESS_CHANGED)

    assert mail.to == OLD
    assert "On 2026-01-01 at 12:00 UTC" in mail.text
    for said in (mail.subject, mail.text, mail.html):
        assert NEW not in said
        assert "http" not in said
    assert {mail.to for mail in house.mailer.sent} == {OLD, NEW}
    assert notices(house)[0].email == ""


async def test_an_address_that_an_admin_changes_is_told_too(house: House) -> None:
    me = await ada(house)
    await house.accounts.change(me, facts={"email": NEW, "full_name": "Ada King"})

    [mail] = await told(house, NoticeKind.ADDRESS_CHANGED)

    assert mail.to == OLD


async def test_a_new_password_is_told(house: House) -> None:
    await change_password(house, await ada(house))

    [mail] = await told(house, NoticeKind.PASSWORD_CHANGED)

    assert mail.to == OLD
    assert "http" not in mail.text + mail.html


async def test_a_reset_and_the_hosts_hand_are_told(house: House) -> None:
    await ada(house)
    token = token_in(await house.mailed(Purpose.RESET_PASSWORD))

    await house.recovery.reset_password(token, PASSWORD)
    await house.accounts.set_password(email=OLD, password="Third-Thing-9")

    assert len(await told(house, NoticeKind.PASSWORD_CHANGED)) == 2


async def test_where_nothing_was_changed_nothing_is_told(house: House) -> None:
    me = await ada(house)
    await house.identity.register(**BEN)

    await move(house, me, "ADA@EXAMPLE.COM")
    await house.accounts.change(me, facts={"email": OLD, "full_name": "Ada King"})
    await change_password(house, me, ADA["password"])
    with pytest.raises(EmailTaken):
        await move(house, me, BEN["email"])
    with pytest.raises(PasswordTooWeak):
        await change_password(house, me, "short")
    with pytest.raises(PasswordWrong):
        await house.accounts.update(me, facts={"email": NEW}, current_password="Wrong-Horse-7")

    assert notices(house) == []


async def test_what_was_rolled_back_is_not_told(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    me = await ada(house)

    async def late(*_: object, **__: object) -> None:
        raise Stale("This account was changed by somebody else.")

    monkeypatch.setattr(house.accounts._mailroom, "ask_to_verify", late)
    with pytest.raises(Stale):
        await move(house, me)

    assert notices(house) == []


async def test_it_is_written_in_the_language_of_the_account(house: House) -> None:
    me = await ada(house, Language.GERMAN)

    await change_password(house, me, language=Language.FRENCH)
    [mail] = await told(house, NoticeKind.PASSWORD_CHANGED)
    assert mail.subject == "Das Passwort Ihres JobWise-Kontos wurde geändert"

    spanish = {"language": Language.SPANISH, "email": NEW}
    await house.accounts.update(me, facts=spanish, current_password=PASSWORD)
    [mail] = await told(house, NoticeKind.ADDRESS_CHANGED)
    assert mail.subject == "Se ha cambiado la dirección de correo de su cuenta de JobWise"


@pytest.mark.parametrize("kind", NoticeKind)
@pytest.mark.parametrize("language", Language)
def test_every_notice_is_written_in_every_language_and_opens_nothing(
    kind: NoticeKind, language: Language
) -> None:
    said = LETTERS.tell(kind, language, at=NOON)

    assert "JobWise" in said.subject
    assert "12" in said.text
    assert "UTC" in said.text
    assert "{{" not in said.text
    assert "<a " not in said.html
    assert f'lang="{language}"' in said.html


async def test_a_process_that_dies_after_sending_sends_no_second(house: House) -> None:
    await change_password(house, await ada(house))

    def die(place: str) -> None:
        if place == AFTER_SEND:
            raise Killed

    with pytest.raises(Killed):
        await house.deliver(die)
    for row in house.mail_rows():
        row.lease = 0

    assert len(await told(house, NoticeKind.PASSWORD_CHANGED)) == 1
    assert notices(house)[0].email == ""


async def test_what_was_surely_not_taken_is_tried_for_more_than_an_hour(house: House) -> None:
    await change_password(house, await ada(house))
    house.mailer.trouble = [MailUnavailable("down")] * (PATIENCE.failures - 1)
    for _ in range(PATIENCE.failures - 1):
        await house.deliver()
        await become_due(house)

    assert len(await told(house, NoticeKind.PASSWORD_CHANGED)) == 1
    assert sum(PATIENCE.delay(n, 1.0) for n in range(1, PATIENCE.failures)) > 3_600 / 2


async def test_what_may_have_been_taken_is_not_sent_again(house: House) -> None:
    await change_password(house, await ada(house))
    house.mailer.trouble = [MailUncertain("who knows")]
    await house.deliver()
    await become_due(house)

    assert await told(house, NoticeKind.PASSWORD_CHANGED) == []
    assert notices(house)[0].email == ""


async def test_who_moves_to_and_fro_fills_no_mailbox(house: House) -> None:
    me = await ada(house)
    for _ in range(2 * PER_MAILBOX[0].limit):
        await move(house, me)
        await move(house, me, OLD)

    assert [mail.to for mail in await told(house, NoticeKind.ADDRESS_CHANGED)].count(OLD) == 5
    assert [mail.id.partition(".")[0] for mail in house.mailer.to(NEW)].count("verify_email") <= 5
    ordered = [each for each in house.challenges() if each.mailbox == house.secrets.blind(NEW)]
    assert len(ordered) == PER_MAILBOX[0].limit

    house.now += timedelta(seconds=PER_MAILBOX[0].seconds)
    await move(house, me)
    assert [mail.to for mail in await told(house, NoticeKind.ADDRESS_CHANGED)].count(OLD) == 6
