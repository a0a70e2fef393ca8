"""Which passwords we take. Length counts most; what everybody chooses counts for nothing."""

import re

from app.domain.identity.common_passwords import is_common
from app.domain.identity.errors import PasswordTooWeak

MINIMUM_PASSWORD = 8
LONGEST_PASSWORD = 128


def require_strong(password: str) -> None:
    """Eight characters or more with an upper-case letter, a lower-case one and a digit, and no common one."""
    if len(password) > LONGEST_PASSWORD:
        raise PasswordTooWeak(f"A password has at most {LONGEST_PASSWORD} characters.")
    wanted = (r"[^\W\d_]", r"\d")
    mixed = password != password.upper() and password != password.lower()
    if len(password) < MINIMUM_PASSWORD or not mixed or not all(re.search(w, password) for w in wanted):
        raise PasswordTooWeak(
            f"A password needs at least {MINIMUM_PASSWORD} characters, "
            "with an upper-case letter, a lower-case letter and a digit."
        )
    if is_common(password):
        raise PasswordTooWeak("This password is one of those that are tried first. Please think of another.")
