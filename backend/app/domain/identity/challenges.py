"""What is mailed to somebody, to show that a mailbox is theirs: a code to type, or a link to follow.

The secret itself is kept nowhere. It follows from the challenge's id by a key of the server's, so it can be
written into the mail when that is sent; a row holds but a keyed hash of it.
"""

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

from app.domain.identity.errors import TooManyMails
from app.domain.mail.ports import Language
from app.domain.shared.entity import Entity
from app.domain.shared.ids import ChallengeId, UserId

MOST_TRIES = 5
CODE_DIGITS = 8


class Purpose(StrEnum):
    SIGN_IN = "sign_in"
    """A code."""
    VERIFY_EMAIL = "verify_email"
    """A link, as with the next."""
    RESET_PASSWORD = "reset_password"


LIFETIME = {
    Purpose.SIGN_IN: timedelta(minutes=10),
    Purpose.VERIFY_EMAIL: timedelta(hours=24),
    Purpose.RESET_PASSWORD: timedelta(minutes=30),
}


@dataclass(slots=True, kw_only=True, eq=False)
class Challenge(Entity):
    purpose: Purpose
    mailbox: str
    """A keyed hash of the address."""
    email: str
    """Where the mail goes. Empty as soon as it was sent, or was not to be sent."""
    language: Language
    digest: str
    """A keyed hash of the secret, salted by the challenge and bound to its mailbox."""
    user_id: UserId | None = None
    """Whose account; for one that was asked for by an address, known when the mail is about to be sent."""
    tries: int = 0
    created_at: datetime
    expires_at: datetime
    sent_at: datetime | None = None
    spent_at: datetime | None = None
    """Used, or replaced by a newer one."""

    def is_open(self, now: datetime) -> bool:
        return self.spent_at is None and self.tries < MOST_TRIES and now < self.expires_at


class IChallenges(Protocol):
    @abstractmethod
    async def add(self, challenge: Challenge) -> None: ...

    @abstractmethod
    async def find(self, challenge_id: ChallengeId) -> Challenge | None: ...

    @abstractmethod
    async def newest(self, purpose: Purpose, mailboxes: Sequence[str]) -> Challenge | None:
        """Of those that are not spent. One mailbox, as it is known by each key."""

    @abstractmethod
    async def take_try(self, challenge_id: ChallengeId, *, now: datetime) -> bool:
        """One of its tries, in one statement: False when it has none left, is spent or has expired."""

    @abstractmethod
    async def spend(self, challenge_id: ChallengeId, *, now: datetime) -> bool:
        """For whoever comes first; False for the others, and when it has expired."""

    @abstractmethod
    async def close(self, purpose: Purpose, mailboxes: Sequence[str], *, now: datetime) -> None:
        """Spends all that are open."""

    @abstractmethod
    async def bind(self, challenge_id: ChallengeId, *, user_id: UserId) -> None:
        """Says whose account it is for, before the mail is on its way."""

    @abstractmethod
    async def settle(self, challenge_id: ChallengeId, *, sent_at: datetime | None) -> None:
        """Its mail was sent, or was not to be: the address goes."""

    @abstractmethod
    async def drop_expired(self, *, before: datetime) -> int: ...


class IChallengeSecrets(Protocol):
    @abstractmethod
    def secret_of(self, challenge: Challenge) -> str:
        """The code of eight digits, or the token of a link."""

    @abstractmethod
    def digest(self, challenge: Challenge, secret: str) -> str: ...

    @abstractmethod
    def opens(self, challenge: Challenge, secret: str) -> bool:
        """Takes as long for whatever is said."""

    @abstractmethod
    def challenge_of(self, token: str) -> ChallengeId | None:
        """Which challenge a link's token speaks of, or None for what is no such token."""

    @abstractmethod
    def blind(self, text: str) -> str:
        """A keyed hash, by which something is found again that is not to be kept."""

    @abstractmethod
    def blinds(self, text: str) -> Sequence[str]:
        """The same by each key that still counts."""


@dataclass(frozen=True, slots=True)
class Allowance:
    limit: int
    seconds: int
    """From the first of them on."""


PER_MAILBOX = (Allowance(5, 300), Allowance(20, 3_600), Allowance(50, 86_400))
"""Mails of one purpose."""


class IAllowances(Protocol):
    """How often something was done lately, counted exactly, however many do it at once."""

    @abstractmethod
    async def take(self, name: str, allowance: Allowance, *, now: datetime) -> int:
        """0, and it is counted; or the seconds until there is more. One statement when it is granted."""

    @abstractmethod
    async def drop_before(self, moment: datetime) -> int: ...


async def take_or_refuse(counts: IAllowances, name: str, allowance: Allowance, *, now: datetime) -> None:
    """Raises TooManyMails."""
    if wait := await counts.take(f"{name}:{allowance.seconds}", allowance, now=now):
        raise TooManyMails(
            "Mails were asked for too often. Please wait a while.", limit=allowance.limit, seconds=wait
        )
