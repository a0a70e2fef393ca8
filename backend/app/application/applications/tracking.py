from collections.abc import Mapping
from copy import copy
from dataclasses import replace
from datetime import datetime
from typing import Any

from app.application.apart import Apart
from app.application.applications.beside import beside
from app.application.applications.room import add
from app.application.applications.work import IApplicationWork
from app.application.jobs.kin import save_changed, told_by
from app.application.jobs.service import as_of, changeable, searched
from app.application.unit_of_work import Opens
from app.application.versions import Expected, require_shown, require_version
from app.domain.applications.errors import ApplicationExists
from app.domain.applications.figures import Figures, figures_of, weeks_before
from app.domain.applications.model import Application
from app.domain.applications.ports import Mark, TrackedListing, Tracking
from app.domain.applications.status import ApplicationStatus
from app.domain.identity.ports import Visitor
from app.domain.jobs.model import Job
from app.domain.jobs.ports import JobSearch, JobSort
from app.domain.jobs.search import Searchable
from app.domain.shared.ids import ApplicationId, JobId, UserId
from app.domain.shared.page import Page, Slice
from app.domain.shared.time import Now


class TrackingService:
    """The cards as seen from the jobs: what a job shows of its card, and what moves it from there."""

    def __init__(self, *, work: Opens[IApplicationWork], apart: Apart, now: Now) -> None:
        self._work = work
        self._apart = apart
        self._now = now

    async def page(
        self, search: JobSearch, tracking: Tracking, *, sort: JobSort, part: Slice
    ) -> Page[TrackedListing]:
        search = replace(search, today=self._now().date())
        async with self._work(readonly=True) as work:
            page = await work.tracked_jobs.page(search, tracking, sort=sort, part=part)
        return replace(page, items=[listing.on(search.today) for listing in page.items])

    async def get(self, job_id: JobId, *, reader: UserId) -> tuple[Job, Mark | None]:
        async with self._work(readonly=True) as work:
            job, mark = await work.tracked_jobs.get(job_id, reader=reader)
        return as_of(job, self._now()), mark

    async def require_shown(self, job_id: JobId, *, reader: UserId, expected: Expected | None) -> int | None:
        """The version that the caller saw, if all that was shown with it is still so.

        Raises JobNotFound, PreconditionFailed.
        """
        if expected and expected.beside:
            job, mark = await self.get(job_id, reader=reader)
            require_shown(job, beside(job, mark), expected)
        return expected.version if expected else None

    async def favor(self, job_id: JobId, *, owner: UserId, favorite: bool | None) -> Mark | None:
        """None turns it round. A favorite without a card gets one, at `interested`."""
        try:
            return await self._favor(job_id, owner, favorite)
        except ApplicationExists:  # somebody made the card just now
            return await self._favor(job_id, owner, favorite)

    async def move(
        self, job_id: JobId, *, owner: UserId, status: ApplicationStatus, why: str | None = None
    ) -> Application:
        """Raises JobNotFound, IllegalMove."""
        now = self._now()
        async with self._work() as work:
            job = await work.jobs.get_visible(job_id, reader=owner)
            card = await work.applications.find_of_job(job_id, owner=owner, lock=True)
            if card is None:
                card = Application.of(job, status, by=owner, now=now, why=why)
                await add(work, [card])
            elif card.status is not status:
                card.move(status, by=owner, now=now, why=why)
                await work.applications.save(card)
            await work.commit()
        return card

    async def change_job(
        self,
        job_id: JobId,
        *,
        by: Visitor,
        facts: Mapping[str, Any],
        of_card: Mapping[str, Any],
        expected: Expected | None = None,
    ) -> tuple[Job, Mark | None]:
        """The job and what its card says, together or not at all. A card for a job of the board is one's own.

        Raises JobNotFound, BoardIsForAdmins, PreconditionFailed, IllegalMove, NoSuchNote.
        """
        now, of_job = self._now(), bool(facts) or not of_card
        async with self._work(readonly=True) as work:
            job = await self._job(work, job_id, by, changing=of_job)
        require_version(job, expected.version if expected else None)
        shown, told = as_of(copy(job), now), told_by(job)
        said: Searchable | None = None
        if of_job:
            job.change(facts, now=now)
            said = await searched(job, self._apart)
        async with self._work() as work:
            if said:
                await save_changed(work, job, said, told=told, today=now.date())
            card = await work.applications.find_of_job(job_id, owner=by.user_id, lock=bool(of_card))
            require_shown(shown, beside(shown, mark_of(card) if card else None), expected)
            if of_card:
                card = await _changed(work, job, card, of_card, by=by.user_id, now=now)
            await work.commit()
        return as_of(job, now), mark_of(card) if card else None

    async def figures(self, owner: UserId) -> Figures:
        weeks = weeks_before(self._now())
        async with self._work(readonly=True) as work:
            return figures_of(await work.applications.count(owner, weeks=weeks), weeks=weeks)

    async def _favor(self, job_id: JobId, owner: UserId, favorite: bool | None) -> Mark | None:
        now = self._now()
        async with self._work() as work:
            job = await work.jobs.get_visible(job_id, reader=owner)
            card = await work.applications.find_of_job(job_id, owner=owner, lock=True)
            wanted = not (card and card.favorite) if favorite is None else favorite
            if card is None and not wanted:
                return None
            if card is None or card.favorite is not wanted:
                card = await _changed(work, job, card, {"favorite": wanted}, by=owner, now=now)
                await work.commit()
        return mark_of(card)

    async def _job(self, work: IApplicationWork, job_id: JobId, by: Visitor, *, changing: bool) -> Job:
        if changing:
            return await changeable(work, job_id, by)
        return await work.jobs.get_visible(job_id, reader=by.user_id)


async def _changed(
    work: IApplicationWork,
    job: Job,
    card: Application | None,
    facts: Mapping[str, Any],
    *,
    by: UserId,
    now: datetime,
) -> Application:
    """A card that is not there yet begins where it is to stand."""
    if card is None:
        card = Application.of(job, facts.get("status", ApplicationStatus.INTERESTED), by=by, now=now)
        card.change(facts, by=by, now=now)
        await add(work, [card])
    else:
        card.change(facts, by=by, now=now)
        await work.applications.save(card)
    return card


def mark_of(card: Application) -> Mark:
    return Mark(
        application_id=ApplicationId(card.id),
        application_version=card.version,
        tracking_status=card.status,
        favorite=card.favorite,
    )
