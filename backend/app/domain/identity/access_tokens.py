"""Tokens that somebody makes for a script of theirs: named, narrow, and over some day."""

import re
import secrets
from abc import abstractmethod
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol, Self
from zlib import crc32

from app.domain.identity.model import Role, User
from app.domain.identity.tickets import digest_of
from app.domain.shared.entity import Entity
from app.domain.shared.ids import UserId

PREFIX = "jw_pat_"
LONGEST_LIFE = timedelta(days=365)
MOST = 50
"""Of one user at once."""
USE_NOTED = timedelta(minutes=1)
"""How often the time of the last use is written down at most."""
_LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_RANDOM, _CHECK = 30, 6
"""178 bits, and the CRC by which a scanner of sources knows one of ours without asking."""
_FORM = re.compile(rf"{PREFIX}([0-9A-Za-z]{{{_RANDOM}}})([0-9A-Za-z]{{{_CHECK}}})", re.ASCII)


class TokenScope(StrEnum):
    READ = "read"
    WRITE = "write"
    ADMIN = "admin"
    """Beside the others: for what only admins may."""


@dataclass(slots=True, kw_only=True, eq=False)
class AccessToken(Entity):
    user_id: UserId
    name: str
    scopes: tuple[TokenScope, ...]
    digest: str
    """Of the token, which we do not keep."""
    era: int
    """The user's, when it was made."""
    created_at: datetime
    expires_at: datetime
    last_used_at: datetime | None = None

    @classmethod
    def make(
        cls, user: User, *, name: str, scopes: Collection[TokenScope], life: timedelta, now: datetime
    ) -> tuple[Self, str]:
        """And the token itself, which is seen this once."""
        secret = _new_secret()
        token = cls(
            user_id=UserId(user.id),
            name=name,
            scopes=tuple(scope for scope in TokenScope if scope in scopes),
            digest=digest_of(secret),
            era=user.era,
            created_at=now,
            expires_at=now + min(life, LONGEST_LIFE),
        )
        return token, secret

    def is_to_be_noted(self, now: datetime) -> bool:
        return self.last_used_at is None or now - self.last_used_at >= USE_NOTED


def _new_secret() -> str:
    random = "".join(secrets.choice(_LETTERS) for _ in range(_RANDOM))
    return PREFIX + random + _check(random)


def _check(random: str) -> str:
    left, letters = crc32((PREFIX + random).encode()), ""
    for _ in range(_CHECK):
        left, place = divmod(left, len(_LETTERS))
        letters = _LETTERS[place] + letters
    return letters


def is_well_formed(secret: str) -> bool:
    found = _FORM.fullmatch(secret)
    return found is not None and _check(found[1]) == found[2]


class IAccessTokens(Protocol):
    @abstractmethod
    async def add(self, token: AccessToken) -> None: ...

    @abstractmethod
    async def live(self, user_id: UserId, *, now: datetime) -> Sequence[AccessToken]:
        """The newest first."""

    @abstractmethod
    async def bearer(self, digest: str, *, now: datetime) -> tuple[AccessToken, Role] | None:
        """A live token of an active user, and their role; one statement."""

    @abstractmethod
    async def note_use(self, token: AccessToken, *, now: datetime) -> None:
        """Unless somebody did within the last minute."""

    @abstractmethod
    async def remove(self, token: AccessToken) -> None: ...

    @abstractmethod
    async def drop_dead(self, user_id: UserId, *, now: datetime) -> None:
        """Those of this user that have expired."""
