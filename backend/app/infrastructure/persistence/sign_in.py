"""What opens accounts beside a password: identities of providers, and tokens that somebody made."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    Select,
    String,
    Table,
    UniqueConstraint,
    Uuid,
    delete,
    or_,
    update,
)

from app.domain.identity.access_tokens import USE_NOTED, AccessToken, IAccessTokens, TokenScope
from app.domain.identity.model import Role
from app.domain.identity.providers import (
    ILinkedIdentities,
    IProviderSignIns,
    LinkedIdentity,
    ProviderSignIn,
)
from app.domain.identity.tickets import refused
from app.domain.shared.ids import UserId
from app.infrastructure.persistence.columns import JSONOf, Moment
from app.infrastructure.persistence.mapping import Mapping, identity
from app.infrastructure.persistence.metadata import metadata
from app.infrastructure.persistence.unit_of_work import SqlUnitOfWork

identities = Table(
    "identities",
    metadata,
    *identity(),
    Column("user_id", Uuid, ForeignKey("users.id", ondelete="CASCADE"), nullable=False),
    Column("provider", String(20), nullable=False),
    Column("subject", String(255), nullable=False),
    Column("era", Integer, nullable=False),
    Column("created_at", Moment, nullable=False),
    UniqueConstraint("provider", "subject"),
    UniqueConstraint("user_id", "provider"),
)
IDENTITIES = Mapping(LinkedIdentity, identities)

access_tokens = Table(
    "access_tokens",
    metadata,
    *identity(),
    Column("user_id", Uuid, ForeignKey("users.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("name", String(200), nullable=False),
    Column("scopes", JSONOf(tuple[TokenScope, ...]), nullable=False),
    Column("digest", String(64), nullable=False, unique=True),
    Column("era", Integer, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("last_used_at", Moment),
)
ACCESS_TOKENS = Mapping(AccessToken, access_tokens)

provider_sign_ins = Table(
    "provider_sign_ins",
    metadata,
    *identity(),
    Column("state_digest", String(64), nullable=False, unique=True),
    Column("expires_at", Moment, nullable=False),
    Column("user_id", Uuid, ForeignKey("users.id", ondelete="CASCADE"), index=True),
    Column("code_digest", String(64), unique=True),
    Column("code_expires_at", Moment),
    Column("challenge", String(43), nullable=False),
    Index(None, "expires_at"),
)
SIGN_INS = Mapping(ProviderSignIn, provider_sign_ins)


class SqlLinkedIdentities(ILinkedIdentities):
    def __init__(self, work: SqlUnitOfWork) -> None:
        self._work = work

    async def add(self, identity: LinkedIdentity) -> None:
        await IDENTITIES.add(self._work.connection, identity)

    async def find(self, provider: str, subject: str) -> LinkedIdentity | None:
        known = identities.c.provider == provider, identities.c.subject == subject
        return await IDENTITIES.first(self._work.connection, *known)

    async def of(self, user_id: UserId) -> Sequence[LinkedIdentity]:
        theirs = IDENTITIES.rows.where(identities.c.user_id == user_id).order_by(identities.c.provider)
        return await IDENTITIES.all(self._work.connection, theirs)

    async def remove(self, identity: LinkedIdentity) -> None:
        await self._work.connection.execute(delete(identities).where(identities.c.id == identity.id))


class SqlAccessTokens(IAccessTokens):
    def __init__(self, work: SqlUnitOfWork) -> None:
        self._work = work

    async def add(self, token: AccessToken) -> None:
        await ACCESS_TOKENS.add(self._work.connection, token)

    async def live(self, user_id: UserId, *, now: datetime) -> Sequence[AccessToken]:
        theirs = _standing().where(access_tokens.c.user_id == user_id, access_tokens.c.expires_at > now)
        newest = theirs.order_by(access_tokens.c.created_at.desc(), access_tokens.c.id)
        return [ACCESS_TOKENS.load(row[:-1]) for row in await self._work.connection.execute(newest)]

    async def bearer(self, digest: str, *, now: datetime) -> tuple[AccessToken, Role] | None:
        known = _standing().where(access_tokens.c.digest == digest, access_tokens.c.expires_at > now)
        row = (await self._work.connection.execute(known)).one_or_none()
        return None if row is None else (ACCESS_TOKENS.load(row[:-1]), row[-1])

    async def note_use(self, token: AccessToken, *, now: datetime) -> None:
        long_ago = or_(
            access_tokens.c.last_used_at.is_(None), access_tokens.c.last_used_at <= now - USE_NOTED
        )
        used = update(access_tokens).where(access_tokens.c.id == token.id, long_ago)
        await self._work.connection.execute(used.values(last_used_at=now))

    async def remove(self, token: AccessToken) -> None:
        await self._work.connection.execute(delete(access_tokens).where(access_tokens.c.id == token.id))

    async def drop_dead(self, user_id: UserId, *, now: datetime) -> None:
        dead = access_tokens.c.user_id == user_id, access_tokens.c.expires_at <= now
        await self._work.connection.execute(delete(access_tokens).where(*dead))


@cache
def _standing() -> Select[Any]:
    """With their user's role; only of the active, and of their present era."""
    users = metadata.tables["users"]
    owned = ACCESS_TOKENS.rows.add_columns(users.c.role).join(users, users.c.id == access_tokens.c.user_id)
    return owned.where(access_tokens.c.era == users.c.era, users.c.is_active)


class SqlProviderSignIns(IProviderSignIns):
    def __init__(self, work: SqlUnitOfWork) -> None:
        self._work = work

    async def add(self, sign_in: ProviderSignIn) -> None:
        await SIGN_INS.add(self._work.connection, sign_in)

    async def save(self, sign_in: ProviderSignIn) -> None:
        await SIGN_INS.save(self._work.connection, sign_in)

    async def get(self, state_digest: str) -> ProviderSignIn:
        found = await SIGN_INS.first(self._work.connection, provider_sign_ins.c.state_digest == state_digest)
        if found is None:
            raise refused()
        return found

    async def find_by_code(self, code_digest: str) -> ProviderSignIn | None:
        locked = SIGN_INS.rows.where(provider_sign_ins.c.code_digest == code_digest).with_for_update()
        found = await SIGN_INS.all(self._work.connection, locked)
        return found[0] if found else None

    async def drop_before(self, moment: datetime) -> None:
        over = delete(provider_sign_ins).where(provider_sign_ins.c.expires_at <= moment)
        await self._work.connection.execute(over)
