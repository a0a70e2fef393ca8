"""Accounts, and the devices signed in to them."""

import unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, StrEnum
from typing import Self
from uuid import UUID

from app.domain.identity.errors import InvalidToken
from app.domain.mail.ports import Language
from app.domain.shared.entity import Entity
from app.domain.shared.ids import SessionId, UserId

REFRESH_LIFETIME = timedelta(days=7)
ACCESS_LIFETIME = timedelta(hours=1)
LEEWAY = timedelta(seconds=10)
"""How long a spent refresh token still gives the one that came of it: its answer may have been lost."""
NO_PASSWORD = ""
"""In place of a hash: no password opens the account."""
MOST_SESSIONS = 50
"""Of one account, alive at once."""


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
NO_SESSION = SessionId(UUID(int=0))
"""Of who is let in without having signed in."""


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
    era: int = 0
    """What was made in an earlier one, such as an access token or a link to Google, opens nothing."""
    llm_allowed: bool = False
    """Whether what they ask for may be sent to the language model of this installation."""
    language: Language | None = None
    """That they are written to in; None: in that of whoever causes the mail."""
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

    def confirm_address(self, now: datetime) -> None:
        """Somebody followed the link that was mailed when the address was given."""
        self.is_verified, self.updated_at = True, now

    def claim_by_proof(self, now: datetime) -> bool:
        """By somebody who has just shown that the mailbox is theirs.

        True when nobody had shown it before. Then whoever made the account may be another: its password
        opens nothing any more, nor does what else they made to get in, and the caller ends every session
        that there was.
        """
        if self.is_verified:
            return False
        self.is_verified, self.hashed_password, self.updated_at = True, NO_PASSWORD, now
        self.era += 1
        return True

    def lock_anew(self, hashed_password: str, now: datetime) -> None:
        """With another password, after the old one was lost or taken: whatever else was made to get in,
        such as an access token, opens nothing any more. The caller ends every session that there was."""
        self.hashed_password, self.updated_at = hashed_password, now
        self.era += 1


class Rotation(Enum):
    """What became of a refresh token."""

    NEXT = "next"
    AGAIN = "again"
    """Spent a moment ago: whoever spent it gets the same successor."""
    REUSED = "reused"


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

    def rotate(self, turn: int, *, origin: Origin, now: datetime) -> Rotation:
        """Spend the token of this turn. One spent long ago betrays a thief: the session ends."""
        if not self.is_live(now) or turn > self.turn:
            raise InvalidToken("The token is not valid.")
        if turn == self.turn:
            self.turn, self.last_used_at = self.turn + 1, now
            self.device, self.address = origin.device, origin.address
            return Rotation.NEXT
        if turn == self.turn - 1 and now - self.last_used_at <= LEEWAY:
            return Rotation.AGAIN
        self.revoke(now=now)
        return Rotation.REUSED

    def revoke(self, *, now: datetime) -> None:
        self.revoked_at = self.revoked_at or now


def canonical_email(address: str) -> str:
    """One account per mailbox: compatibility forms folded, case ignored."""
    folded = unicodedata.normalize("NFKC", address).casefold()
    return unicodedata.normalize("NFKC", folded).strip()
