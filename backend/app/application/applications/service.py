from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.application.applications.room import add
from app.application.applications.sending import Outbox, Outgoing, Wanted
from app.application.applications.work import IApplicationWork
from app.application.documents.sending import SendingService
from app.application.idempotency import Once, Reply
from app.application.unit_of_work import Opens
from app.application.versions import require_version
from app.domain.applications.errors import ApplicationNotFound
from app.domain.applications.model import Application
from app.domain.applications.ports import ApplicationListing, ApplicationSearch, ApplicationSort, Column
from app.domain.applications.status import ApplicationStatus
from app.domain.documents.errors import DocumentNotFound
from app.domain.shared.errors import Stale
from app.domain.shared.ids import ApplicationId, DocumentId, JobId, UserId
from app.domain.shared.page import Page, Slice
from app.domain.shared.time import Now

TRIES = 3
"""A document may be sent elsewhere at the same moment: then it is pressed once more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """What somebody applies with. `facts` are the rest of what the card is to say, by field name."""

    job_id: JobId
    documents: Sequence[Wanted] = ()
    applied_at: datetime | None = None
    """The moment that it is told when it is not said."""
    facts: Mapping[str, Any]


class ApplicationService:
    """A user's cards: one for each job, whatever becomes of the job."""

    def __init__(self, *, work: Opens[IApplicationWork], sending: SendingService, now: Now) -> None:
        self._work = work
        self._outbox = Outbox(sending=sending)
        self._now = now

    async def save(self, job_id: JobId, *, owner: UserId, facts: Mapping[str, Any]) -> Application:
        """A card at `interested`. Raises JobNotFound, ApplicationExists."""
        async with self._work() as work:
            job = await work.jobs.get_visible(job_id, reader=owner)
            if card := await work.applications.find_of_job(job_id, owner=owner):
                raise card.taken()
            now = self._now()
            card = Application.of(job, ApplicationStatus.INTERESTED, by=owner, now=now)
            card.change(facts, by=owner, now=now)
            await add(work, [card])
            await work.commit()
        return card

    async def unsave(self, job_id: JobId, *, owner: UserId) -> None:
        """As if it had never been saved. Raises ApplicationNotFound, AlreadyApplied."""
        async with self._work() as work:
            card = await _card_of(work, job_id, owner)
            card.require_only_saved()
            await work.applications.remove(card)
            await work.commit()

    async def apply(
        self, submission: Submission, *, owner: UserId, once: Once[Application] | None = None
    ) -> Application | Reply:
        """The card is at `applied`, and what went out is frozen; or neither.

        Raises JobNotFound, ApplicationExists, DocumentNotFound, WrongKindOfDocument, ClaimsUnsupported;
        for a request that came before, it answers what was answered then.
        """
        for left in reversed(range(TRIES)):
            if earlier := await self._look(submission, owner, once):
                return earlier
            outgoing = await self._outbox.press(submission.documents, owner=owner)
            try:
                return await self._submit(submission, outgoing, owner=owner, once=once)
            except Stale:
                if not left:
                    raise
        raise AssertionError("the last try returns or raises")

    async def page(
        self, search: ApplicationSearch, *, sort: ApplicationSort, part: Slice
    ) -> Page[ApplicationListing]:
        async with self._work(readonly=True) as work:
            return await work.applications.page(search, sort=sort, part=part)

    async def board(self, search: ApplicationSearch, *, most: int) -> Sequence[Column]:
        async with self._work(readonly=True) as work:
            return await work.applications.board(search, most=most)

    async def get(self, application_id: ApplicationId, *, owner: UserId) -> Application:
        async with self._work(readonly=True) as work:
            return await work.applications.get(application_id, owner=owner)

    async def change(
        self,
        application_id: ApplicationId,
        *,
        owner: UserId,
        facts: Mapping[str, Any],
        expected: int | None = None,
    ) -> Application:
        """Only what is said changes; `status` moves it. Raises IllegalMove, NoSuchNote."""
        async with self._work() as work:
            card = await work.applications.get(application_id, owner=owner, lock=True)
            require_version(card, expected)
            card.change(facts, by=owner, now=self._now())
            await work.applications.save(card)
            await work.commit()
        return card

    async def withdraw(
        self, application_id: ApplicationId, *, owner: UserId, expected: int | None = None
    ) -> None:
        """It stays, with its history, and with what was sent. Raises IllegalMove."""
        await self.change(
            application_id, owner=owner, facts={"status": ApplicationStatus.WITHDRAWN}, expected=expected
        )

    async def remove(
        self, application_id: ApplicationId, *, owner: UserId, expected: int | None = None
    ) -> None:
        """For good. Documents that no other card holds may be changed and deleted again."""
        async with self._work() as work:
            card = await work.applications.get(application_id, owner=owner, lock=True)
            require_version(card, expected)
            await work.applications.remove(card)
            await _release(work, card)
            await work.commit()

    async def _look(
        self, submission: Submission, owner: UserId, once: Once[Application] | None
    ) -> Reply | None:
        """Before anything slow is done: whether it can be done at all."""
        async with self._work(readonly=once is None) as work:
            if once and (earlier := await work.replies.find_or_reserve(owner, once, now=self._now())):
                return earlier
            await work.jobs.get_visible(submission.job_id, reader=owner)
            if card := await work.applications.find_of_job(submission.job_id, owner=owner):
                card.require_unapplied()
            for wanted in submission.documents:
                wanted.require(await work.documents.get(wanted.document_id, owner=owner))
        return None

    async def _submit(
        self,
        submission: Submission,
        outgoing: Sequence[Outgoing],
        *,
        owner: UserId,
        once: Once[Application] | None,
    ) -> Application | Reply:
        now = self._now()
        async with self._work() as work:
            if once and (earlier := await work.replies.find_or_reserve(owner, once, now=now)):
                return earlier
            card = await _applied(work, submission, owner=owner, now=now)
            for each in outgoing:
                card.hand_out(await each.keep(work.documents, now=now))
            if card.version:
                await work.applications.save(card)
            else:
                await add(work, [card])
            if once:
                await work.replies.keep(owner, once, once.reply(card))
            await work.commit()
        return card


async def _applied(
    work: IApplicationWork, submission: Submission, *, owner: UserId, now: datetime
) -> Application:
    job = await work.jobs.get_visible(submission.job_id, reader=owner)
    card = await work.applications.find_of_job(submission.job_id, owner=owner, lock=True)
    if card:
        card.apply_for(job, by=owner, now=now)
    else:
        card = Application.of(job, ApplicationStatus.APPLIED, by=owner, now=now)
    card.change(submission.facts, by=owner, now=now)
    if submission.applied_at:
        card.applied_on(submission.applied_at, now=now)
    return card


async def _card_of(work: IApplicationWork, job_id: JobId, owner: UserId) -> Application:
    if card := await work.applications.find_of_job(job_id, owner=owner, lock=True):
        return card
    raise ApplicationNotFound("There is no such application.")


async def _release(work: IApplicationWork, card: Application) -> None:
    """In the order in which others lock them too."""
    ids = sorted({each.document_id for each in card.sent if each.document_id}, key=str)
    for document_id in ids:
        try:
            document = await work.documents.get(DocumentId(document_id), owner=card.user_id, lock=True)
        except DocumentNotFound:
            continue
        if document_id not in await work.applications.held([document_id]):
            document.release()
            await work.documents.save(document)
