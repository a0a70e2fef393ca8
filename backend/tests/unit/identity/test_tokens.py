from datetime import timedelta
from hashlib import sha256

import pytest

from app.domain.identity.errors import InvalidToken
from app.domain.identity.model import ACCESS_LIFETIME
from app.domain.identity.ports import Claims, TokenKind
from app.domain.shared.ids import SessionId
from app.infrastructure.security.tokens import JoseTokens
from tests.builders.identity import ADA, BEN, NOON
from tests.builders.tokens import decoded, forgeries, signed

SECRET = "a secret of these tests alone"
TOKENS = JoseTokens(secret=SECRET)
SESSION = SessionId(BEN)


def claims(kind: TokenKind = TokenKind.ACCESS) -> Claims:
    return Claims(kind, ADA, SESSION, 3, NOON, NOON + ACCESS_LIFETIME)


@pytest.mark.parametrize("kind", TokenKind)
def test_what_was_issued_is_read(kind: TokenKind) -> None:
    assert TOKENS.read(TOKENS.issue(claims(kind)), kind, now=NOON) == claims(kind)


def test_a_token_of_another_kind_is_refused() -> None:
    with pytest.raises(InvalidToken):
        TOKENS.read(TOKENS.issue(claims(TokenKind.REFRESH)), TokenKind.ACCESS, now=NOON)


def test_a_token_of_another_house_is_refused() -> None:
    with pytest.raises(InvalidToken):
        JoseTokens(secret=SECRET + "x").read(TOKENS.issue(claims()), TokenKind.ACCESS, now=NOON)


@pytest.mark.parametrize(
    ("seconds", "good"), [(-61, False), (-60, True), (0, True), (3599, True), (3600, False), (3601, False)]
)
def test_a_token_has_its_time(seconds: int, good: bool) -> None:
    token, now = TOKENS.issue(claims()), NOON + timedelta(seconds=seconds)

    if good:
        assert TOKENS.read(token, TokenKind.ACCESS, now=now) == claims()
    else:
        with pytest.raises(InvalidToken):
            TOKENS.read(token, TokenKind.ACCESS, now=now)


GOOD = TOKENS.issue(claims())
FORGERIES = forgeries(GOOD, TOKENS.issue(claims(TokenKind.REFRESH)), SECRET)
OF_THE_SESSION = {"sub another's", "sid unknown"}
"""Signed by us: that no live session has these is for the database to say."""


@pytest.mark.parametrize("trick", sorted(FORGERIES.keys() - OF_THE_SESSION))
def test_a_forgery_is_refused(trick: str) -> None:
    with pytest.raises(InvalidToken, match=r"^The token is not valid\.$"):
        TOKENS.read(FORGERIES[trick], TokenKind.ACCESS, now=NOON)


def test_no_other_spelling_of_a_good_token_is_good() -> None:
    for place, letter in enumerate(GOOD):
        for other in ("A", "B", "_", ".", "=", " ", "\n", "\u00e9"):
            if other == letter:
                continue
            for spelled in (GOOD[:place] + other + GOOD[place + 1 :], GOOD[:place] + other + GOOD[place:]):
                with pytest.raises(InvalidToken):
                    TOKENS.read(spelled, TokenKind.ACCESS, now=NOON)


NEW = "the secret that came after it"


def test_a_key_of_before_still_opens_what_it_signed_and_signs_nothing_more() -> None:
    rotated = JoseTokens(secret=NEW, previous=[SECRET])

    assert rotated.read(GOOD, TokenKind.ACCESS, now=NOON) == claims()
    assert rotated.issue(claims()) == JoseTokens(secret=NEW).issue(claims())


def test_what_a_removed_key_has_signed_is_refused() -> None:
    with pytest.raises(InvalidToken):
        JoseTokens(secret=NEW).read(GOOD, TokenKind.ACCESS, now=NOON)


def test_a_key_signs_under_no_other_keys_name() -> None:
    rotated = JoseTokens(secret=NEW, previous=[SECRET])
    head, body, _ = rotated.issue(claims()).split(".")

    with pytest.raises(InvalidToken):
        rotated.read(signed(decoded(head), decoded(body), SECRET), TokenKind.ACCESS, now=NOON)


def test_the_name_of_a_key_does_not_tell_it() -> None:
    named = decoded(GOOD.split(".")[0])["kid"]

    assert len(named) == 16
    assert named not in SECRET
    assert sha256(SECRET.encode()).hexdigest()[:16] != named
