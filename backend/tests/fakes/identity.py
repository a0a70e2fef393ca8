from collections.abc import Sequence
from datetime import datetime

from app.application.identity.work import IIdentityWork
from app.domain.identity.errors import EmailTaken, UserNotFound
from app.domain.identity.model import Session, User
from app.domain.identity.ports import IPasswordHasher, ISessionRepository, IUserRepository, Visitor
from app.domain.shared.ids import SessionId, UserId
from tests.fakes.memory import MemoryUnitOfWork, Shelf


class MemoryUsers(Shelf[User], IUserRepository):
    async def add(self, user: User) -> None:
        if self.first(lambda u: u.email == user.email):
            raise EmailTaken("There is an account with this e-mail address already.")
        await super().add(user)

    async def get(self, user_id: UserId) -> User:
        if found := self.by_id(user_id):
            return found
        raise UserNotFound("There is no such user.")

    async def find_by_email(self, email: str) -> User | None:
        return self.first(lambda u: u.email == email)

    async def oldest(self, *, limit: int) -> Sequence[User]:
        return sorted(self.all(), key=lambda u: (u.created_at, str(u.id)))[:limit]


class MemorySessions(Shelf[Session], ISessionRepository):
    async def find(self, session_id: SessionId, *, lock: bool = False) -> Session | None:
        return self.by_id(session_id)

    async def visitor(self, session_id: SessionId, *, now: datetime) -> Visitor | None:
        session = self.by_id(session_id)
        if session is None or not session.is_live(now):
            return None
        user = self._work.entities.get(session.user_id)
        if not isinstance(user, User) or not user.is_active:
            return None
        return Visitor(UserId(user.id), SessionId(session.id), user.role)


class MemoryIdentityWork(MemoryUnitOfWork, IIdentityWork):
    @property
    def users(self) -> MemoryUsers:
        return MemoryUsers(self, User)

    @property
    def sessions(self) -> MemorySessions:
        return MemorySessions(self, Session)


class PlainPasswords(IPasswordHasher):
    async def hash(self, password: str) -> str:
        return f"hashed {password}"

    async def matches(self, password: str, hashed: str | None) -> bool:
        return hashed == f"hashed {password}"
