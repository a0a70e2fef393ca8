"""What is kept sealed: for whom it opens, and by which secrets."""

from base64 import urlsafe_b64decode, urlsafe_b64encode

import pytest

from app.domain.identity.llm_keys import KeyUnreadable
from app.infrastructure.security.seals import FernetSeal
from tests.builders.identity import ADA, BEN

OLD, NEW = "o" * 40, "n" * 40
KEY = "sk-planted-0a1b2c"


def test_what_is_sealed_opens_for_its_owner_and_says_nothing_by_itself() -> None:
    seal = FernetSeal(secrets=[NEW])
    sealed = seal.seal(KEY, owner=ADA)

    assert seal.open(sealed, owner=ADA) == KEY
    assert KEY not in sealed
    assert KEY.encode() not in urlsafe_b64decode(sealed)
    assert seal.seal(KEY, owner=ADA) != sealed


def test_what_was_sealed_with_an_earlier_secret_opens_while_that_one_is_known() -> None:
    sealed = FernetSeal(secrets=[OLD]).seal(KEY, owner=ADA)

    assert FernetSeal(secrets=[NEW, OLD]).open(sealed, owner=ADA) == KEY
    with pytest.raises(KeyUnreadable):
        FernetSeal(secrets=[NEW]).open(sealed, owner=ADA)


def test_the_newest_secret_seals() -> None:
    sealed = FernetSeal(secrets=[NEW, OLD]).seal(KEY, owner=ADA)

    assert FernetSeal(secrets=[NEW]).open(sealed, owner=ADA) == KEY


def test_what_was_moved_to_another_row_or_changed_does_not_open() -> None:
    seal = FernetSeal(secrets=[NEW])
    sealed = seal.seal(KEY, owner=ADA)
    raw = bytearray(urlsafe_b64decode(sealed))
    raw[30] ^= 1

    for owner, said in ((BEN, sealed), (ADA, urlsafe_b64encode(raw).decode()), (ADA, ""), (ADA, "é")):
        with pytest.raises(KeyUnreadable):
            seal.open(said, owner=owner)
