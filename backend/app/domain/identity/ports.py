from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from app.domain.identity.access_tokens import TokenScope
from app.domain.identity.model import Role, Session, Tier, User
from app.domain.identity.security import SecurityEvent, SecurityEventKind
from app.domain.shared.ids import SessionId, UserId
from app.domain.shared.page import Page, Slice


class TokenKind(StrEnum):
    ACCESS = "access"
    REFRESH = "refresh"


@dataclass(frozen=True, slots=True)
class Claims:
    """What a token says: who, through which session, and for a refresh token at which turn."""

    kind: TokenKind
    user_id: UserId
    session_id: SessionId
    turn: int
    issued_at: datetime
    expires_at: datetime


class ITokens(Protocol):
    @abstractmethod
    def issue(self, claims: Claims) -> str: ...

    @abstractmethod
    def read(self, token: str, kind: TokenKind, *, now: datetime) -> Claims:
        """Raises InvalidToken, whatever is wrong with it."""


class IPasswordHasher(Protocol):
    """Slow on purpose, and never on the event loop."""

    @abstractmethod
    async def hash(self, password: str) -> str: ...

    @abstractmethod
    async def matches(self, password: str, hashed: str | None) -> bool:
        """Takes as long for None and for NO_PASSWORD as for a wrong password."""

    @abstractmethod
    def is_dated(self, hashed: str) -> bool:
        """Whether it was made at another cost, or in another way, than passwords are hashed by now."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """A live session, and whose it is. Or a personal access token, whose id stands for a session's."""

    user_id: UserId
    session_id: SessionId
    role: Role
    """What they may act as: with a token that is not for admins, an admin is a user."""
    scopes: frozenset[TokenScope] | None = None
    """What a personal access token is good for; None for a session, which is good for everything."""


class UserSort(StrEnum):
    """What a list of users may be ordered by; `-` turns it round."""

    NEWEST = "-created_at"
    OLDEST = "created_at"
    EMAIL = "email"
    EMAIL_DOWN = "-email"
    NAME = "full_name"
    NAME_DOWN = "-full_name"


@dataclass(frozen=True, slots=True, kw_only=True)
class UserSearch:
    """Which users are wanted: every value given must fit."""

    q: str | None = None
    """Part of the e-mail address or the name, whatever its case."""
    role: Role | None = None
    tier: Tier | None = None
    is_active: bool | None = None


class IUserRepository(Protocol):
    @abstractmethod
    async def add(self, user: User) -> None:
        """Raises EmailTaken."""

    @abstractmethod
    async def save(self, user: User) -> None:
        """Raises Stale, EmailTaken."""

    @abstractmethod
    async def get(self, user_id: UserId, *, lock: bool = False) -> User:
        """`lock` keeps other writers off it until this unit of work ends. Raises UserNotFound."""

    @abstractmethod
    async def find_by_email(self, email: str) -> User | None: ...

    @abstractmethod
    async def oldest(self, *, limit: int) -> Sequence[User]: ...

    @abstractmethod
    async def page(self, search: UserSearch, *, sort: UserSort, part: Slice) -> Page[User]: ...

    @abstractmethod
    async def is_last_admin(self, user_id: UserId) -> bool:
        """Whether it is an active admin's and no other is. Ask before locking any of them: it locks
        them all, so that nobody makes it so before this unit of work ends."""

    @abstractmethod
    async def remove(self, user_id: UserId) -> None:
        """With all that is theirs. Raises UserNotFound."""


class ISessionRepository(Protocol):
    @abstractmethod
    async def add(self, session: Session) -> None:
        """Of more than MOST_SESSIONS that are alive, those used longest ago end with it."""

    @abstractmethod
    async def save(self, session: Session) -> None:
        """Raises Stale."""

    @abstractmethod
    async def find(self, session_id: SessionId, *, owner: UserId, lock: bool = False) -> Session | None:
        """None also for somebody else's."""

    @abstractmethod
    async def live(self, user_id: UserId, *, now: datetime) -> Sequence[Session]:
        """The one used last first."""

    @abstractmethod
    async def revoke_others(self, user_id: UserId, *, kept: SessionId, now: datetime) -> None: ...

    @abstractmethod
    async def revoke_all(self, user_id: UserId, *, now: datetime) -> None: ...

    @abstractmethod
    async def visitor(self, session_id: SessionId, *, now: datetime) -> Visitor | None:
        """Who is behind a live session of an active user; one statement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SecurityEventSearch:
    """Which events are wanted: every value given must fit."""

    user_id: UserId | None = None
    """Whose account, or who did it."""
    kind: SecurityEventKind | None = None
    since: datetime | None = None
    until: datetime | None = None
    """Not itself."""


class ISecurityEvents(Protocol):
    @abstractmethod
    async def add(self, event: SecurityEvent) -> None: ...

    @abstractmethod
    async def page(self, search: SecurityEventSearch, part: Slice) -> Page[SecurityEvent]:
        """The newest first."""

    @abstractmethod
    async def forget(self, user_id: UserId) -> None:
        """Takes whose they were, and from where, out of them: what happened stays countable."""

    @abstractmethod
    async def drop_before(self, moment: datetime) -> int: ...
