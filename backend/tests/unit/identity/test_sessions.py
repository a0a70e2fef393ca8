from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.identity.errors import InvalidToken
from app.domain.identity.model import (
    LEEWAY,
    NO_PASSWORD,
    REFRESH_LIFETIME,
    Origin,
    Rotation,
    canonical_email,
)
from tests.builders.identity import AT_HOME, NOON, a_session, a_user

SECOND, MILLISECOND = timedelta(seconds=1), timedelta(milliseconds=1)
ELSEWHERE = Origin("Another/2.0", "198.51.100.9")


def test_a_session_lives_until_its_last_second() -> None:
    session = a_session()

    assert session.is_live(NOON)
    assert session.is_live(NOON + REFRESH_LIFETIME - SECOND)
    assert not session.is_live(NOON + REFRESH_LIFETIME)


def test_each_turn_is_good_once() -> None:
    session = a_session()

    assert session.rotate(0, origin=AT_HOME, now=NOON + SECOND) is Rotation.NEXT
    assert session.rotate(1, origin=AT_HOME, now=NOON + 2 * SECOND) is Rotation.NEXT
    assert session.turn == 2
    assert session.last_used_at == NOON + 2 * SECOND
    assert session.expires_at == NOON + REFRESH_LIFETIME


def test_a_spent_turn_ends_the_session() -> None:
    session = a_session()
    session.rotate(0, origin=AT_HOME, now=NOON)
    late = NOON + LEEWAY + MILLISECOND

    assert session.rotate(0, origin=AT_HOME, now=late) is Rotation.REUSED

    assert session.revoked_at == late
    with pytest.raises(InvalidToken):
        session.rotate(1, origin=AT_HOME, now=late)


def test_a_turn_that_was_spent_a_moment_ago_leads_to_the_same_next_one() -> None:
    session = a_session()
    session.rotate(0, origin=AT_HOME, now=NOON)

    assert session.rotate(0, origin=ELSEWHERE, now=NOON + LEEWAY) is Rotation.AGAIN

    assert (session.turn, session.last_used_at, session.device) == (1, NOON, AT_HOME.device)
    assert session.is_live(NOON + LEEWAY)


def test_a_turn_before_the_last_one_ends_the_session_however_soon() -> None:
    session = a_session()
    session.rotate(0, origin=AT_HOME, now=NOON)
    session.rotate(1, origin=AT_HOME, now=NOON)

    assert session.rotate(0, origin=AT_HOME, now=NOON) is Rotation.REUSED
    assert not session.is_live(NOON)


def test_who_proves_an_address_ends_the_time_before() -> None:
    user = a_user()

    assert user.claim_by_proof(NOON + SECOND)
    assert (user.is_verified, user.hashed_password, user.era) == (True, NO_PASSWORD, 1)
    assert user.updated_at == NOON + SECOND


def test_an_address_that_is_proven_already_changes_hands_by_no_further_proof() -> None:
    user = a_user(is_verified=True)

    assert not user.claim_by_proof(NOON + SECOND)
    assert (user.hashed_password, user.era, user.updated_at) == (a_user().hashed_password, 0, NOON)


def test_a_turn_that_never_was_is_refused_and_changes_nothing() -> None:
    session = a_session()

    with pytest.raises(InvalidToken):
        session.rotate(1, origin=AT_HOME, now=NOON)

    assert session.turn == 0
    assert session.is_live(NOON)


def test_an_ended_session_does_not_rotate() -> None:
    expired, revoked = a_session(), a_session()
    revoked.revoke(now=NOON)

    with pytest.raises(InvalidToken):
        expired.rotate(0, origin=AT_HOME, now=NOON + REFRESH_LIFETIME)
    with pytest.raises(InvalidToken):
        revoked.rotate(0, origin=AT_HOME, now=NOON)


def test_the_first_end_of_a_session_counts() -> None:
    session = a_session()
    session.revoke(now=NOON)
    session.revoke(now=NOON + SECOND)

    assert session.revoked_at == NOON


@pytest.mark.parametrize(
    "spelled",
    [
        "ada@example.com",
        "ADA@EXAMPLE.COM",
        " Ada@example.com\n",
        "\uff41da@example.com",
        "ada@ex\u2170ample.com"[:3] + "@example.com",
    ],
)
def test_one_mailbox_is_one_account(spelled: str) -> None:
    assert canonical_email(spelled) == "ada@example.com"


@pytest.mark.parametrize(
    "other", ["\u0430da@example.com", "ad\u0430@example.com", "ada@examp1e.com", "a.da@example.com"]
)
def test_an_address_that_only_looks_alike_is_another(other: str) -> None:
    assert canonical_email(other) != "ada@example.com"


@given(st.text(max_size=60))
def test_the_canonical_form_is_final(address: str) -> None:
    once = canonical_email(address)

    assert canonical_email(once) == once
