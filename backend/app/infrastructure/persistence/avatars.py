from collections.abc import Collection, Sequence

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Integer,
    String,
    Table,
    Uuid,
    column,
    delete,
    select,
    table,
)

from app.domain.identity.avatars import Avatar, IAvatarRepository
from app.domain.identity.errors import UserNotFound
from app.domain.shared.ids import UserId
from app.infrastructure.persistence.columns import Moment
from app.infrastructure.persistence.mapping import Mapping, identity
from app.infrastructure.persistence.metadata import metadata
from app.infrastructure.persistence.unit_of_work import SqlUnitOfWork

avatars = Table(
    "avatars",
    metadata,
    *identity(),
    Column("user_id", Uuid, ForeignKey("users.id", ondelete="CASCADE"), nullable=False, unique=True),
    Column("storage_key", String(200), nullable=False, unique=True),
    Column("sha256", String(64), nullable=False),
    Column("size", Integer, nullable=False),
    Column("created_at", Moment, nullable=False),
)
AVATARS = Mapping(Avatar, avatars)
_users = table("users", column("id", Uuid), column("is_active", Boolean))
"""As much of it as is asked here: the table itself stands with those who keep accounts."""


class SqlAvatars(IAvatarRepository):
    def __init__(self, work: SqlUnitOfWork) -> None:
        self._work = work

    async def find_shown(self, user_id: UserId) -> Avatar | None:
        active = select(_users.c.id).where(_users.c.id == user_id, _users.c.is_active)
        return await AVATARS.first(self._work.connection, avatars.c.user_id.in_(active))

    async def put(self, avatar: Avatar) -> str | None:
        """The lock on the account keeps two pictures from coming at once."""
        account = select(_users.c.id).where(_users.c.id == avatar.user_id).with_for_update(key_share=True)
        if (await self._work.connection.execute(account)).one_or_none() is None:
            raise UserNotFound("There is no such user.")
        replaced = await self.remove(avatar.user_id)
        await AVATARS.add(self._work.connection, avatar)
        return replaced

    async def remove(self, user_id: UserId) -> str | None:
        gone = delete(avatars).where(avatars.c.user_id == user_id).returning(avatars.c.storage_key)
        return (await self._work.connection.execute(gone)).scalar_one_or_none()

    async def recorded(self, storage_keys: Collection[str]) -> Collection[str]:
        known = select(avatars.c.storage_key).where(avatars.c.storage_key.in_(storage_keys))
        return set((await self._work.connection.execute(known)).scalars())

    async def storage_keys_of(self, owner: UserId) -> Sequence[str]:
        theirs = select(avatars.c.storage_key).where(avatars.c.user_id == owner)
        return (await self._work.connection.execute(theirs)).scalars().all()
