import asyncio
from collections.abc import Iterator

import pytest

from app.domain.identity.model import NO_PASSWORD
from app.infrastructure.security.passwords import BCRYPT_READS, BcryptPasswords


@pytest.fixture
def passwords() -> Iterator[BcryptPasswords]:
    made = BcryptPasswords(cost=4)
    yield made
    made.close()


async def test_a_password_matches_its_own_hash_only(passwords: BcryptPasswords) -> None:
    hashed = await passwords.hash("Correct-Horse-7")

    assert "Correct" not in hashed
    assert await passwords.matches("Correct-Horse-7", hashed)
    assert not await passwords.matches("correct-horse-7", hashed)
    assert not await passwords.matches("", hashed)


async def test_the_same_password_is_hashed_differently_each_time(passwords: BcryptPasswords) -> None:
    assert await passwords.hash("Correct-Horse-7") != await passwords.hash("Correct-Horse-7")


async def test_nobody_matches_nothing(passwords: BcryptPasswords) -> None:
    assert not await passwords.matches("nobody's password", None)
    assert not await passwords.matches("", None)


async def test_an_account_without_a_password_is_opened_by_none(passwords: BcryptPasswords) -> None:
    for password in ("", "nobody's password", "Correct-Horse-7"):
        assert not await passwords.matches(password, NO_PASSWORD)


@pytest.mark.parametrize("letter", ["a", "é", "\u5bc6"])
async def test_every_letter_of_a_long_password_counts(passwords: BcryptPasswords, letter: str) -> None:
    long = letter * 190
    hashed = await passwords.hash(long)

    assert await passwords.matches(long, hashed)
    assert not await passwords.matches(long + "x", hashed)
    assert not await passwords.matches(long[:-1], hashed)


async def test_what_begins_like_a_short_password_does_not_open(passwords: BcryptPasswords) -> None:
    whole = "a" * BCRYPT_READS
    hashed = await passwords.hash(whole)

    assert await passwords.matches(whole, hashed)
    assert not await passwords.matches(whole + "b", hashed)


async def test_hashing_does_not_hold_up_the_loop() -> None:
    slow = BcryptPasswords(cost=8)
    ticks = 0

    async def tick() -> None:
        nonlocal ticks
        while True:
            await asyncio.sleep(0)
            ticks += 1

    ticking = asyncio.create_task(tick())
    await slow.hash("Correct-Horse-7")
    ticking.cancel()
    slow.close()

    assert ticks > 10
