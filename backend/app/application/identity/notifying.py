"""Sending the mails that say what was done with an account: at most once, and for an hour and more."""

from datetime import datetime

from app.application.identity.delivery import Outcome, Posting, nothing_more
from app.application.identity.mailing import NOTICE
from app.application.identity.work import IIdentityWork
from app.application.work.run import Run
from app.domain.identity.notices import Notice
from app.domain.mail.ports import Mail
from app.domain.shared.ids import NoticeId
from app.domain.shared.work import Patience, Work

PATIENCE = Patience(failures=12, first_delay=5.0, longest_delay=900.0)
"""Nothing in it grows old: it is tried for more than an hour."""


class Notifying(Posting):
    name = NOTICE
    patience = PATIENCE

    async def settle(self, unit: IIdentityWork, work: Work, *, sent_at: datetime | None) -> None:
        await unit.notices.settle(NoticeId(work.subject_id), sent_at=sent_at)

    async def perform(self, run: Run[IIdentityWork]) -> None:
        async with self.opens(readonly=True) as unit:
            notice = await unit.notices.find(NoticeId(run.work.subject_id))
        if notice is None or not notice.email:
            await self._end(run, Outcome.NOT_WANTED, None)
            return
        await self._end(run, await self._hand_over(run, self._written(notice), nothing_more), None)

    def _written(self, notice: Notice) -> Mail:
        said = self._letters.tell(notice.kind, notice.language, at=notice.created_at)
        return Mail(
            id=f"{notice.kind}.{notice.id.hex}",
            to=notice.email,
            subject=said.subject,
            text=said.text,
            html=said.html,
        )
