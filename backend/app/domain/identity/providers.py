"""Others who know somebody: identity providers, and what they vouch for."""

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from app.domain.identity.model import User
from app.domain.identity.tickets import Ticket, digest_of, matches_challenge
from app.domain.shared.entity import Entity
from app.domain.shared.ids import UserId

CODE_LIFE = timedelta(seconds=60)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvenIdentity:
    """What a provider has just vouched for."""

    provider: str
    subject: str
    """The provider's own id of somebody: it stays when their address changes."""
    email: str
    """Canonical."""
    email_verified: bool
    full_name: str


@dataclass(slots=True, kw_only=True, eq=False)
class LinkedIdentity(Entity):
    """An identity that opens an account."""

    user_id: UserId
    provider: str
    subject: str
    era: int
    """The user's, when it was linked."""
    created_at: datetime

    def opens(self, user: User) -> bool:
        return self.user_id == user.id and self.era == user.era


@dataclass(slots=True, kw_only=True, eq=False)
class ProviderSignIn(Entity):
    """A return from the provider: once for each beginning, whatever comes of it."""

    state_digest: str
    expires_at: datetime
    """When its ticket is over, and nobody can return with it any more."""
    user_id: UserId | None = None
    code_digest: str | None = None
    """Of the code that the client trades for tokens. None: there is none, or it was tried."""
    code_expires_at: datetime | None = None
    challenge: str = ""

    @classmethod
    def of(cls, ticket: Ticket) -> "ProviderSignIn":
        return cls(
            state_digest=digest_of(ticket.state), expires_at=ticket.expires_at, challenge=ticket.challenge
        )

    def hand_over(self, user_id: UserId, code: str, *, now: datetime) -> None:
        self.user_id, self.code_digest, self.code_expires_at = user_id, digest_of(code), now + CODE_LIFE

    def redeem(self, verifier: str, *, now: datetime) -> UserId | None:
        """Whose it is; None when the verifier is another, or it is late. Either way the code is spent."""
        until, self.code_digest, self.code_expires_at = self.code_expires_at, None, None
        if until is None or now >= until or not matches_challenge(verifier, self.challenge):
            return None
        return self.user_id


class IIdentityProvider(Protocol):
    """Speaks OpenID Connect with one provider."""

    @property
    @abstractmethod
    def name(self) -> str: ...

    @abstractmethod
    async def address(self, ticket: Ticket) -> str:
        """Where the browser is to go. Raises ProviderUnavailable."""

    @abstractmethod
    async def identity(self, code: str, ticket: Ticket) -> ProvenIdentity:
        """Trades the code that the browser came back with. Raises ProviderUnavailable, SignInRefused."""


class ILinkedIdentities(Protocol):
    @abstractmethod
    async def add(self, identity: LinkedIdentity) -> None:
        """Raises IdentityTaken."""

    @abstractmethod
    async def find(self, provider: str, subject: str) -> LinkedIdentity | None: ...

    @abstractmethod
    async def of(self, user_id: UserId) -> Sequence[LinkedIdentity]: ...

    @abstractmethod
    async def remove(self, identity: LinkedIdentity) -> None: ...


class IProviderSignIns(Protocol):
    @abstractmethod
    async def add(self, sign_in: ProviderSignIn) -> None:
        """Raises IdentityTaken when there is one with this state already."""

    @abstractmethod
    async def save(self, sign_in: ProviderSignIn) -> None:
        """Raises Stale."""

    @abstractmethod
    async def get(self, state_digest: str) -> ProviderSignIn:
        """Raises SignInRefused."""

    @abstractmethod
    async def find_by_code(self, code_digest: str) -> ProviderSignIn | None:
        """Locked until this unit of work ends."""

    @abstractmethod
    async def drop_before(self, moment: datetime) -> None: ...
