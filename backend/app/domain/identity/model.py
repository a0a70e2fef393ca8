"""Accounts, and the devices signed in to them."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Self

from app.domain.identity.errors import InvalidToken, PasswordTooWeak
from app.domain.shared.entity import Entity
from app.domain.shared.ids import UserId

REFRESH_LIFETIME = timedelta(days=7)
ACCESS_LIFETIME = timedelta(hours=1)
MINIMUM_PASSWORD = 8


class Role(StrEnum):
    USER = "user"
    ADMIN = "admin"


class Tier(StrEnum):
    FREE = "free"
    PREMIUM = "premium"
    ENTERPRISE = "enterprise"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where somebody signs in from: for their own eyes, when they look at their sessions."""

    device: str = ""
    """What the client calls itself."""
    address: str = ""
    """An IP address."""


NOWHERE = Origin()


@dataclass(slots=True, kw_only=True, eq=False)
class User(Entity):
    email: str
    """Canonical: see `canonical_email`."""
    hashed_password: str
    full_name: str
    role: Role = Role.USER
    subscription_tier: Tier = Tier.FREE
    is_active: bool = True
    is_verified: bool = False
    llm_allowed: bool = False
    """Whether what they ask for may be sent to the language model of this installation."""
    created_at: datetime
    updated_at: datetime

    @property
    def is_admin(self) -> bool:
        return self.role is Role.ADMIN and self.is_active

    def readdress(self, email: str) -> None:
        """To another mailbox, of which nobody has shown yet that it is theirs."""
        email = canonical_email(email)
        self.is_verified = self.is_verified and email == self.email
        self.email = email


@dataclass(slots=True, kw_only=True, eq=False)
class Session(Entity):
    """One signed-in device: a family of refresh tokens, of which only the newest is good."""

    user_id: UserId
    turn: int = 0
    """How often the refresh token was rotated. A token of an earlier turn is spent."""
    created_at: datetime
    last_used_at: datetime
    expires_at: datetime
    """Rotation does not move it."""
    revoked_at: datetime | None = None
    device: str = ""
    address: str = ""

    @classmethod
    def begin(cls, *, user_id: UserId, origin: Origin, now: datetime) -> Self:
        return cls(
            user_id=user_id,
            created_at=now,
            last_used_at=now,
            expires_at=now + REFRESH_LIFETIME,
            device=origin.device,
            address=origin.address,
        )

    def is_live(self, now: datetime) -> bool:
        return self.revoked_at is None and now < self.expires_at

    def rotate(self, turn: int, *, origin: Origin, now: datetime) -> bool:
        """Spend the token of this turn. A spent one betrays a thief: the session ends, and False is told."""
        if not self.is_live(now) or turn > self.turn:
            raise InvalidToken("The token is not valid.")
        if turn < self.turn:
            self.revoke(now=now)
            return False
        self.turn, self.last_used_at = self.turn + 1, now
        self.device, self.address = origin.device, origin.address
        return True

    def revoke(self, *, now: datetime) -> None:
        self.revoked_at = self.revoked_at or now


def canonical_email(address: str) -> str:
    """One account per mailbox: compatibility forms folded, case ignored."""
    folded = unicodedata.normalize("NFKC", address).casefold()
    return unicodedata.normalize("NFKC", folded).strip()


def require_strong(password: str) -> None:
    """At least eight characters with an upper-case letter, a lower-case one and a digit."""
    wanted = (r"[^\W\d_]", r"\d")
    mixed = password != password.upper() and password != password.lower()
    if len(password) < MINIMUM_PASSWORD or not mixed or not all(re.search(w, password) for w in wanted):
        raise PasswordTooWeak(
            f"A password needs at least {MINIMUM_PASSWORD} characters, "
            "with an upper-case letter, a lower-case letter and a digit."
        )
