from datetime import datetime

from sqlalchemy import Column, ForeignKey, String, Table, Uuid, delete, update

from app.domain.identity.notices import INotices, Notice, NoticeKind
from app.domain.mail.ports import Language
from app.domain.shared.ids import NoticeId
from app.infrastructure.persistence.columns import Moment, one_of
from app.infrastructure.persistence.mapping import Mapping, identity
from app.infrastructure.persistence.metadata import metadata
from app.infrastructure.persistence.unit_of_work import SqlUnitOfWork

notices = Table(
    "notices",
    metadata,
    *identity(),
    Column("kind", one_of(NoticeKind), nullable=False),
    Column("email", String(320), nullable=False),
    Column("language", one_of(Language), nullable=False),
    Column("user_id", Uuid, ForeignKey("users.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("created_at", Moment, nullable=False, index=True),
    Column("sent_at", Moment),
)
NOTICES = Mapping(Notice, notices)


class SqlNotices(INotices):
    def __init__(self, work: SqlUnitOfWork) -> None:
        self._work = work

    async def add(self, notice: Notice) -> None:
        await NOTICES.add(self._work.connection, notice)

    async def find(self, notice_id: NoticeId) -> Notice | None:
        return await NOTICES.find(self._work.connection, notice_id)

    async def settle(self, notice_id: NoticeId, *, sent_at: datetime | None) -> None:
        settled = update(notices).where(notices.c.id == notice_id).values(email="", sent_at=sent_at)
        await self._work.connection.execute(settled)

    async def drop_before(self, moment: datetime) -> int:
        old = delete(notices).where(notices.c.created_at < moment)
        return (await self._work.connection.execute(old)).rowcount
