from datetime import datetime

from app.domain.identity.notices import INotices, Notice
from app.domain.shared.ids import NoticeId
from tests.fakes.memory import Shelf


class MemoryNotices(Shelf[Notice], INotices):
    async def find(self, notice_id: NoticeId) -> Notice | None:
        return self.by_id(notice_id)

    async def settle(self, notice_id: NoticeId, *, sent_at: datetime | None) -> None:
        if found := self.by_id(notice_id):
            found.email, found.sent_at = "", sent_at
            self._put(found)

    async def drop_before(self, moment: datetime) -> int:
        old = [each.id for each in self.all() if each.created_at < moment]
        for each in old:
            del self._work.entities[each]
        return len(old)
