from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Column, ForeignKey, Integer, Select, Table, Uuid, delete, func, insert, select

from app.domain.profile.history import MOST_EDITIONS, Before, Change, Edition, EditionCard, edition_of
from app.domain.profile.model import Profile
from app.domain.profile.ports import IProfileHistory
from app.domain.shared.ids import ProfileId, UserId
from app.domain.shared.page import Page, Slice
from app.infrastructure.persistence.columns import JSONOf, Moment
from app.infrastructure.persistence.metadata import metadata
from app.infrastructure.persistence.profile_tables import master_profiles
from app.infrastructure.persistence.unit_of_work import SqlUnitOfWork

profile_editions = Table(
    "profile_editions",
    metadata,
    Column("profile_id", Uuid, ForeignKey("master_profiles.id", ondelete="CASCADE"), primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("changed_at", Moment, nullable=False),
    Column("changes", JSONOf(tuple[Change, ...]), nullable=False),
    Column("before", JSONOf(Before)),
)
_C = profile_editions.c
_CARDS = select(_C.version, _C.changed_at, _C.changes)
_WHOLE = select(profile_editions)


class SqlProfileHistory(IProfileHistory):
    def __init__(self, work: SqlUnitOfWork) -> None:
        self._work = work

    async def record(self, profile: Profile, before: Profile | None) -> None:
        """What was just saved, and as it was read before that. What is too old goes."""
        edition = edition_of(profile, before)
        row = {column.name: getattr(edition, column.name) for column in _C}
        await self._work.connection.execute(insert(profile_editions), row)
        if (oldest := edition.version - MOST_EDITIONS) > 0:
            gone = delete(profile_editions).where(_C.profile_id == profile.id, _C.version <= oldest)
            await self._work.connection.execute(gone)

    async def page(self, profile_id: ProfileId, *, owner: UserId, part: Slice) -> Page[EditionCard]:
        mine = (_C.profile_id == profile_id, _C.profile_id.in_(_owned_by(owner)))
        count = select(func.count()).select_from(profile_editions).where(*mine)
        total = await self._work.connection.scalar(count)
        newest = _CARDS.where(*mine).order_by(_C.version.desc()).limit(part.limit).offset(part.offset)
        rows = await self._work.connection.execute(newest)
        items = [EditionCard(version=v, changed_at=at, changes=changes) for v, at, changes in rows]
        return Page(items, total or 0, part.limit, part.offset)

    async def between(
        self, profile_id: ProfileId, *, owner: UserId, after: int, until: int
    ) -> Sequence[Edition]:
        mine = (_C.profile_id == profile_id, _C.profile_id.in_(_owned_by(owner)))
        wanted = _WHOLE.where(*mine, _C.version > after, _C.version <= until).order_by(_C.version.desc())
        rows = (await self._work.connection.execute(wanted)).mappings()
        return [Edition(**row) for row in rows]


def _owned_by(owner: UserId) -> Select[tuple[UUID]]:
    return select(master_profiles.c.id).where(master_profiles.c.user_id == owner)
