"""What is mailed follows from its row and a key: whichever key that was."""

from app.domain.identity.challenges import Challenge, Purpose
from app.infrastructure.security.challenges import HmacSecrets
from tests.builders.challenges import a_challenge

OLD, NEW = HmacSecrets(secret="old"), HmacSecrets(secret="new")
ROTATED = HmacSecrets(secret="new", previous=["older", "old"])


def ordered(secrets: HmacSecrets, purpose: Purpose = Purpose.RESET_PASSWORD) -> Challenge:
    challenge = a_challenge(purpose, mailbox=secrets.blind("ada@example.com"), digest="")
    challenge.digest = secrets.digest(challenge, secrets.secret_of(challenge))
    return challenge


def test_a_mail_that_waited_while_the_key_was_replaced_says_what_its_row_opens_for() -> None:
    for purpose in Purpose:
        challenge = ordered(OLD, purpose)

        secret = ROTATED.secret_of(challenge)

        assert secret == OLD.secret_of(challenge)
        assert ROTATED.opens(challenge, secret)


def test_what_is_new_is_made_by_the_new_key_alone() -> None:
    challenge = ordered(ROTATED)

    assert challenge.digest == ordered_again(NEW, challenge)
    assert not ROTATED.opens(challenge, OLD.secret_of(challenge))
    assert not OLD.opens(challenge, ROTATED.secret_of(challenge))


def ordered_again(secrets: HmacSecrets, challenge: Challenge) -> str:
    return secrets.digest(challenge, secrets.secret_of(a_copy(challenge)))


def a_copy(challenge: Challenge) -> Challenge:
    return a_challenge(challenge.purpose, id=challenge.id, mailbox=challenge.mailbox, digest="")


def test_a_mailbox_is_known_by_every_key() -> None:
    known = ROTATED.blinds("ada@example.com")

    assert known[0] == NEW.blind("ada@example.com") == ROTATED.blind("ada@example.com")
    assert OLD.blind("ada@example.com") in known
    assert len(set(known)) == 3
