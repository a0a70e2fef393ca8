"""Length first; what everybody chooses counts for nothing."""

import time

import pytest

from app.domain.identity.common_passwords import WORDS, is_common
from app.domain.identity.errors import PasswordTooWeak
from app.domain.identity.passwords import LONGEST_PASSWORD, require_strong


@pytest.mark.parametrize(
    "password",
    [
        "ÄÖÜäöüß9",
        "Correct-Horse-7",
        "密码Aa345678",
        "A1b" + "ac" * 62,
        "Ueber3Berge",
        "Tr0ub4dor&3",
        "xK9fLmQ2",
    ],
)
def test_a_strong_password_passes(password: str) -> None:
    require_strong(password)


@pytest.mark.parametrize(
    "password", ["", "Abcdef1", "abcdefg1", "ABCDEFG1", "Abcdefgh", "12345678", "--------", "A1 a"]
)
def test_a_weak_password_does_not(password: str) -> None:
    with pytest.raises(PasswordTooWeak):
        require_strong(password)


@pytest.mark.parametrize(
    "password",
    [
        *(
            "Password1",
            "P@ssw0rd!",
            "Qwerty2024",
            "1drowssaP",
            "Welcome123!",
            "Abc12345",
            "Aa111111",
            "Abcdefg1",
        ),
        *("Qwertz123", "Sommer2026!", "Motdepasse1", "Contraseña1", "Passwordpassword1", "Qwerty1234Asdf"),
    ],
)
def test_what_everybody_chooses_is_refused_however_it_is_dressed(password: str) -> None:
    with pytest.raises(PasswordTooWeak, match="tried first"):
        require_strong(password)


def test_every_word_of_the_list_with_a_year_is_common() -> None:
    assert [word for word in WORDS if not is_common(f"{word.title()}2024!")] == []


def test_what_is_longer_than_the_longest_is_refused() -> None:
    whole = "A1" + "ab" * ((LONGEST_PASSWORD - 2) // 2)
    require_strong(whole)

    with pytest.raises(PasswordTooWeak, match="at most"):
        require_strong(whole + "c")


@pytest.mark.parametrize("unit", ["qwertyuiop", "abc", "a1B2", "aA", "@4301"])
def test_no_password_is_long_in_being_judged(unit: str) -> None:
    whole = (unit * 128)[:127] + "é"
    began = time.process_time()
    is_common(whole)

    assert time.process_time() - began < 0.05
