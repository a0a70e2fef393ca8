from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from app.domain.identity.model import Role, Session, User
from app.domain.shared.ids import SessionId, UserId


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
        """Takes as long for None as for a wrong password."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """A live session, and whose it is."""

    user_id: UserId
    session_id: SessionId
    role: Role


class IUserRepository(Protocol):
    @abstractmethod
    async def add(self, user: User) -> None:
        """Raises EmailTaken."""

    @abstractmethod
    async def save(self, user: User) -> None:
        """Raises Stale."""

    @abstractmethod
    async def get(self, user_id: UserId) -> User:
        """Raises UserNotFound."""

    @abstractmethod
    async def find_by_email(self, email: str) -> User | None: ...

    @abstractmethod
    async def oldest(self, *, limit: int) -> Sequence[User]: ...


class ISessionRepository(Protocol):
    @abstractmethod
    async def add(self, session: Session) -> None: ...

    @abstractmethod
    async def save(self, session: Session) -> None:
        """Raises Stale."""

    @abstractmethod
    async def find(self, session_id: SessionId, *, lock: bool = False) -> Session | None: ...

    @abstractmethod
    async def visitor(self, session_id: SessionId, *, now: datetime) -> Visitor | None:
        """Who is behind a live session of an active user; one statement."""
