from datetime import timedelta

import pytest

from app.domain.identity.errors import SignInRefused
from app.domain.identity.tickets import LIFE, Tickets, challenge_of, matches_challenge
from tests.builders.identity import NOON

TICKETS = Tickets(keys=["a key"])
TICKET, TEXT = TICKETS.issue(return_to="https://app.example/in", challenge="c" * 43, now=NOON)


def test_what_was_issued_is_read_with_all_that_it_stands_for() -> None:
    assert TICKETS.read(TEXT, state=TICKET.state, now=NOON) == TICKET
    assert (TICKET.return_to, TICKET.challenge) == ("https://app.example/in", "c" * 43)
    assert TICKET.expires_at == NOON + LIFE


def test_no_two_tickets_share_anything() -> None:
    other, text = TICKETS.issue(return_to=TICKET.return_to, challenge=TICKET.challenge, now=NOON)

    assert (
        len({TEXT, text, *(getattr(t, n) for t in (TICKET, other) for n in ("state", "nonce", "verifier"))})
        == 8
    )


def test_the_text_does_not_tell_what_the_ticket_stands_for() -> None:
    for secret in (TICKET.state, TICKET.nonce, TICKET.verifier):
        assert secret not in TEXT


REFUSED = (
    (TEXT, TICKET.state, LIFE),
    (TEXT, TICKET.nonce, timedelta()),
    (TEXT, "", timedelta()),
    (TEXT, "\u00e9", timedelta()),
    (TEXT[:-2], TICKET.state, timedelta()),
    ("A" + TEXT[1:], TICKET.state, timedelta()),
    ("", TICKET.state, timedelta()),
    ("\u00e9" * 90, TICKET.state, timedelta()),
    ("A" * 4_000, TICKET.state, timedelta()),
    (Tickets(keys=["another"]).issue(return_to="", challenge="", now=NOON)[1], TICKET.state, timedelta()),
)


# By number: each process draws other tickets, and its tests must have the same names.
@pytest.mark.parametrize(("text", "state", "later"), REFUSED, ids=range(len(REFUSED)))
def test_any_other_is_refused(text: str, state: str, later: timedelta) -> None:
    with pytest.raises(SignInRefused):
        TICKETS.read(text, state=state, now=NOON + later)


def test_a_ticket_outlives_the_rotation_of_its_key_and_not_its_removal() -> None:
    assert Tickets(keys=["new", "a key"]).read(TEXT, state=TICKET.state, now=NOON) == TICKET
    with pytest.raises(SignInRefused):
        Tickets(keys=["new"]).read(TEXT, state=TICKET.state, now=NOON)


def test_a_challenge_is_s256_as_rfc_7636_has_it() -> None:
    verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"

    assert challenge_of(verifier) == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
    assert matches_challenge(verifier, challenge_of(verifier))
    assert not matches_challenge(verifier + "x", challenge_of(verifier))
    assert not matches_challenge("", "")
