from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import cached_property

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Uuid,
    bindparam,
    delete,
    false,
    or_,
    select,
    update,
)
from sqlalchemy.sql.expression import ColumnElement

from app.application.identity.work import IIdentityWork
from app.domain.identity.errors import UserNotFound
from app.domain.identity.model import MOST_SESSIONS, Role, Session, Tier, User
from app.domain.identity.ports import (
    ISecurityEvents,
    ISessionRepository,
    IUserRepository,
    SecurityEventSearch,
    UserSearch,
    UserSort,
    Visitor,
)
from app.domain.identity.security import SecurityEvent, SecurityEventKind
from app.domain.mail.ports import Language
from app.domain.shared.ids import SessionId, UserId
from app.domain.shared.page import Page, Slice
from app.infrastructure.persistence.avatars import SqlAvatars
from app.infrastructure.persistence.challenges import SqlAllowances, SqlChallenges
from app.infrastructure.persistence.columns import Moment, one_of
from app.infrastructure.persistence.llm_keys import SqlLLMKeys
from app.infrastructure.persistence.mapping import Mapping, identity
from app.infrastructure.persistence.metadata import metadata
from app.infrastructure.persistence.notices import SqlNotices
from app.infrastructure.persistence.sign_in import SqlAccessTokens, SqlLinkedIdentities, SqlProviderSignIns
from app.infrastructure.persistence.unit_of_work import SqlUnitOfWork
from app.infrastructure.persistence.work import SqlWorkQueue

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
    Column("era", Integer, nullable=False, server_default="0"),
    Column("llm_allowed", Boolean, nullable=False, server_default=false()),
    Column("language", one_of(Language)),
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
    Column("device", String(200), nullable=False, server_default=""),
    Column("address", String(64), nullable=False, server_default=""),
)
SESSIONS = Mapping(Session, sessions)
_OWN = SESSIONS.rows.where(sessions.c.id == bindparam("pk"), sessions.c.user_id == bindparam("owner"))
_OWN_LOCKED = _OWN.with_for_update()

security_events = Table(
    "security_events",
    metadata,
    *identity(),
    Column("kind", one_of(SecurityEventKind), nullable=False),
    Column("at", Moment, nullable=False, index=True),
    Column("user_id", Uuid, index=True),
    Column("actor_id", Uuid, index=True),
    Column("address", String(64), nullable=False),
    Column("device", String(200), nullable=False),
    Column("note", String(200), nullable=False),
)
SECURITY_EVENTS = Mapping(SecurityEvent, security_events)


class SqlUsers(IUserRepository):
    def __init__(self, work: SqlUnitOfWork) -> None:
        self._work = work

    async def add(self, user: User) -> None:
        await USERS.add(self._work.connection, user)

    async def save(self, user: User) -> None:
        await USERS.save(self._work.connection, user)

    async def get(self, user_id: UserId, *, lock: bool = False) -> User:
        if found := await USERS.find(self._work.connection, user_id, lock=lock):
            return found
        raise UserNotFound("There is no such user.")

    async def find_by_email(self, email: str) -> User | None:
        return await USERS.first(self._work.connection, users.c.email == email)

    async def oldest(self, *, limit: int) -> Sequence[User]:
        oldest = USERS.rows.order_by(users.c.created_at, users.c.id).limit(limit)
        return await USERS.all(self._work.connection, oldest)

    async def page(self, search: UserSearch, *, sort: UserSort, part: Slice) -> Page[User]:
        column = users.c[sort.removeprefix("-")]
        order = column.desc() if sort.startswith("-") else column.asc()
        return await USERS.page(self._work.connection, *_conditions(search), order=(order,), part=part)

    async def is_last_admin(self, user_id: UserId) -> bool:
        admins = select(users.c.id).where(users.c.role == Role.ADMIN, users.c.is_active)
        locked = await self._work.connection.execute(admins.order_by(users.c.id).with_for_update())
        return list(locked.scalars()) == [user_id]

    async def remove(self, user_id: UserId) -> None:
        gone = await self._work.connection.execute(delete(users).where(users.c.id == user_id))
        if gone.rowcount != 1:
            raise UserNotFound("There is no such user.")


def _conditions(search: UserSearch) -> Iterator[ColumnElement[bool]]:
    if search.q is not None:
        yield or_(
            *(column.icontains(search.q, autoescape=True) for column in (users.c.email, users.c.full_name))
        )
    if search.role is not None:
        yield users.c.role == search.role
    if search.tier is not None:
        yield users.c.subscription_tier == search.tier
    if search.is_active is not None:
        yield users.c.is_active.is_(search.is_active)


class SqlSessions(ISessionRepository):
    def __init__(self, work: SqlUnitOfWork) -> None:
        self._work = work

    async def add(self, session: Session) -> None:
        await self._make_room(session.user_id, now=session.created_at)
        await SESSIONS.add(self._work.connection, session)

    async def _make_room(self, user_id: UserId, *, now: datetime) -> None:
        """The lock on the account keeps two that sign in at once from both taking the last place."""
        account = select(users.c.id).where(users.c.id == user_id).with_for_update(key_share=True)
        await self._work.connection.execute(account)
        live = select(sessions.c.id).where(*_live(user_id), sessions.c.expires_at > now)
        kept = live.order_by(sessions.c.last_used_at.desc(), sessions.c.id).limit(MOST_SESSIONS - 1)
        ended = {"revoked_at": now, "version": sessions.c.version + 1}
        rest = update(sessions).where(sessions.c.id.in_(live), sessions.c.id.not_in(kept)).values(ended)
        await self._work.connection.execute(rest)

    async def save(self, session: Session) -> None:
        await SESSIONS.save(self._work.connection, session)

    async def find(self, session_id: SessionId, *, owner: UserId, lock: bool = False) -> Session | None:
        values = {"pk": session_id, "owner": owner}
        return await SESSIONS.one(self._work.connection, _OWN_LOCKED if lock else _OWN, values)

    async def live(self, user_id: UserId, *, now: datetime) -> Sequence[Session]:
        theirs = SESSIONS.rows.where(*_live(user_id), sessions.c.expires_at > now)
        ordered = theirs.order_by(sessions.c.last_used_at.desc(), sessions.c.id)
        return await SESSIONS.all(self._work.connection, ordered)

    async def revoke_others(self, user_id: UserId, *, kept: SessionId, now: datetime) -> None:
        ended = {"revoked_at": now, "version": sessions.c.version + 1}
        others = update(sessions).where(*_live(user_id), sessions.c.id != kept).values(ended)
        await self._work.connection.execute(others)

    async def revoke_all(self, user_id: UserId, *, now: datetime) -> None:
        ended = {"revoked_at": now, "version": sessions.c.version + 1}
        await self._work.connection.execute(update(sessions).where(*_live(user_id)).values(ended))

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


def _live(user_id: UserId) -> tuple[ColumnElement[bool], ...]:
    return sessions.c.user_id == user_id, sessions.c.revoked_at.is_(None)


class SqlSecurityEvents(ISecurityEvents):
    def __init__(self, work: SqlUnitOfWork) -> None:
        self._work = work

    async def add(self, event: SecurityEvent) -> None:
        await SECURITY_EVENTS.add(self._work.connection, event)

    async def page(self, search: SecurityEventSearch, part: Slice) -> Page[SecurityEvent]:
        order = (security_events.c.at.desc(), security_events.c.id.desc())
        return await SECURITY_EVENTS.page(self._work.connection, *_wanted(search), order=order, part=part)

    async def forget(self, user_id: UserId) -> None:
        theirs = update(security_events).where(security_events.c.user_id == user_id)
        await self._work.connection.execute(theirs.values(user_id=None, address="", device=""))
        done = update(security_events).where(security_events.c.actor_id == user_id)
        await self._work.connection.execute(done.values(actor_id=None, address="", device=""))

    async def drop_before(self, moment: datetime) -> int:
        old = delete(security_events).where(security_events.c.at < moment)
        return (await self._work.connection.execute(old)).rowcount


def _wanted(search: SecurityEventSearch) -> Iterator[ColumnElement[bool]]:
    if search.user_id is not None:
        yield or_(security_events.c.user_id == search.user_id, security_events.c.actor_id == search.user_id)
    if search.kind is not None:
        yield security_events.c.kind == search.kind
    if search.since is not None:
        yield security_events.c.at >= search.since
    if search.until is not None:
        yield security_events.c.at < search.until


class SqlIdentityWork(SqlUnitOfWork, IIdentityWork):
    @cached_property
    def users(self) -> SqlUsers:
        return SqlUsers(self)

    @cached_property
    def sessions(self) -> SqlSessions:
        return SqlSessions(self)

    @cached_property
    def avatars(self) -> SqlAvatars:
        return SqlAvatars(self)

    @cached_property
    def security(self) -> SqlSecurityEvents:
        return SqlSecurityEvents(self)

    @cached_property
    def challenges(self) -> SqlChallenges:
        return SqlChallenges(self)

    @cached_property
    def notices(self) -> SqlNotices:
        return SqlNotices(self)

    @cached_property
    def allowances(self) -> SqlAllowances:
        return SqlAllowances(self)

    @cached_property
    def queue(self) -> SqlWorkQueue:
        return SqlWorkQueue(self)

    @cached_property
    def identities(self) -> SqlLinkedIdentities:
        return SqlLinkedIdentities(self)

    @cached_property
    def access_tokens(self) -> SqlAccessTokens:
        return SqlAccessTokens(self)

    @cached_property
    def sign_ins(self) -> SqlProviderSignIns:
        return SqlProviderSignIns(self)

    @cached_property
    def llm_keys(self) -> SqlLLMKeys:
        return SqlLLMKeys(self)
