from collections.abc import Sequence
from datetime import datetime
from functools import cached_property

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, String, Table, Uuid, select

from app.application.identity.work import IIdentityWork
from app.domain.identity.errors import UserNotFound
from app.domain.identity.model import Role, Session, Tier, User
from app.domain.identity.ports import ISessionRepository, IUserRepository, Visitor
from app.domain.shared.ids import SessionId, UserId
from app.infrastructure.persistence.columns import Moment, one_of
from app.infrastructure.persistence.mapping import Mapping, identity
from app.infrastructure.persistence.metadata import metadata
from app.infrastructure.persistence.unit_of_work import SqlUnitOfWork

users = Table(
    "users",
    metadata,
    *identity(),
    Column("email", String(320), nullable=False, unique=True),
    Column("hashed_password", String(200), nullable=False),
    Column("full_name", String(200), nullable=False),
    Column("role", one_of(Role), nullable=False),
    Column("subscription_tier", one_of(Tier), nullable=False),
    Column("is_active", Boolean, nullable=False),
    Column("is_verified", Boolean, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("updated_at", Moment, nullable=False),
    Index(None, "is_active", "is_verified"),
)
USERS = Mapping(User, users)

sessions = Table(
    "sessions",
    metadata,
    *identity(),
    Column("user_id", Uuid, ForeignKey("users.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("turn", Integer, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("last_used_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("revoked_at", Moment),
)
SESSIONS = Mapping(Session, sessions)


class SqlUsers(IUserRepository):
    def __init__(self, work: SqlUnitOfWork) -> None:
        self._work = work

    async def add(self, user: User) -> None:
        await USERS.add(self._work.connection, user)

    async def save(self, user: User) -> None:
        await USERS.save(self._work.connection, user)

    async def get(self, user_id: UserId) -> User:
        if found := await USERS.find(self._work.connection, user_id):
            return found
        raise UserNotFound("There is no such user.")

    async def find_by_email(self, email: str) -> User | None:
        return await USERS.first(self._work.connection, users.c.email == email)

    async def oldest(self, *, limit: int) -> Sequence[User]:
        oldest = USERS.rows.order_by(users.c.created_at, users.c.id).limit(limit)
        return await USERS.all(self._work.connection, oldest)


class SqlSessions(ISessionRepository):
    def __init__(self, work: SqlUnitOfWork) -> None:
        self._work = work

    async def add(self, session: Session) -> None:
        await SESSIONS.add(self._work.connection, session)

    async def save(self, session: Session) -> None:
        await SESSIONS.save(self._work.connection, session)

    async def find(self, session_id: SessionId, *, lock: bool = False) -> Session | None:
        return await SESSIONS.find(self._work.connection, session_id, lock=lock)

    async def visitor(self, session_id: SessionId, *, now: datetime) -> Visitor | None:
        live = (
            select(sessions.c.user_id, sessions.c.id, users.c.role)
            .join(users, users.c.id == sessions.c.user_id)
            .where(
                sessions.c.id == session_id,
                sessions.c.revoked_at.is_(None),
                sessions.c.expires_at > now,
                users.c.is_active,
            )
        )
        row = (await self._work.connection.execute(live)).one_or_none()
        return None if row is None else Visitor(UserId(row.user_id), SessionId(row.id), row.role)


class SqlIdentityWork(SqlUnitOfWork, IIdentityWork):
    @cached_property
    def users(self) -> SqlUsers:
        return SqlUsers(self)

    @cached_property
    def sessions(self) -> SqlSessions:
        return SqlSessions(self)
