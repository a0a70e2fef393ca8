from datetime import timedelta

from app.domain.identity.challenges import LIFETIME, Challenge, Purpose
from app.domain.mail.ports import Language
from tests.builders.identity import NOON


def a_challenge(purpose: Purpose = Purpose.SIGN_IN, minute: int = 0, **about: object) -> Challenge:
    began = NOON + timedelta(minutes=minute)
    facts: dict[str, object] = {
        "purpose": purpose,
        "mailbox": "m" * 64,
        "email": "ada@example.com",
        "language": Language.GERMAN,
        "digest": "d" * 64,
        "created_at": began,
        "expires_at": began + LIFETIME[purpose],
    }
    return Challenge(**facts | about)  # type: ignore[arg-type]
