from collections.abc import Collection, Sequence
from dataclasses import fields
from datetime import datetime
from itertools import pairwise
from statistics import median
from uuid import UUID

from app.application.applications.work import IApplicationWork
from app.domain.applications.errors import ApplicationExists, ApplicationNotFound
from app.domain.applications.figures import Counted
from app.domain.applications.model import Application
from app.domain.applications.ports import (
    ApplicationListing,
    ApplicationSearch,
    ApplicationSort,
    Column,
    IApplicationRepository,
    ITrackedJobs,
    Mark,
    TrackedListing,
    Tracking,
)
from app.domain.applications.status import STAGES, ApplicationStatus
from app.domain.jobs.model import Job
from app.domain.jobs.ports import JobListing, JobSearch, JobSort
from app.domain.shared.errors import Stale
from app.domain.shared.ids import ApplicationId, DocumentId, JobId, UserId
from app.domain.shared.page import Page, Slice
from tests.fakes.documents import MemoryDocumentWork
from tests.fakes.jobs import MemoryJobs
from tests.fakes.memory import MemoryUnitOfWork, Shelf
from tests.fakes.replies import MemoryReplies


class MemoryApplications(Shelf[Application], IApplicationRepository):
    async def add(self, application: Application) -> None:
        if application.job_id and self._of_job(application.job_id, application.user_id):
            raise ApplicationExists("There is an application for this job already.")
        await super().add(application)

    async def add_all(self, applications: Sequence[Application]) -> None:
        for application in applications:
            await self.add(application)

    async def get(self, application_id: ApplicationId, *, owner: UserId, lock: bool = False) -> Application:
        if found := self.first(lambda a: a.id == application_id and a.user_id == owner):
            return found
        raise ApplicationNotFound("There is no such application.")

    async def find_of_job(self, job_id: JobId, *, owner: UserId, lock: bool = False) -> Application | None:
        return self._of_job(job_id, owner)

    def _of_job(self, job_id: JobId, owner: UserId) -> Application | None:
        return self.first(lambda a: a.job_id == job_id and a.user_id == owner)

    # `page` of Shelf is what it takes to keep it: this one has filters.
    async def page(  # type: ignore[override]
        self, search: ApplicationSearch, *, sort: ApplicationSort, part: Slice
    ) -> Page[ApplicationListing]:
        name, down = sort.removeprefix("-"), sort.startswith("-")
        found = [a for a in self.all() if _fits(a, search)]
        said = sorted((a for a in found if getattr(a, name) is not None), key=lambda a: a.id, reverse=down)
        said.sort(key=lambda a: getattr(a, name), reverse=down)
        unsaid = sorted((a for a in found if getattr(a, name) is None), key=lambda a: a.id, reverse=down)
        page = super().page(said + unsaid, part)
        return Page([_listing(a) for a in page.items], page.total, page.limit, page.offset)

    async def board(self, search: ApplicationSearch, *, most: int) -> Sequence[Column]:
        found = sorted(
            (a for a in self.all() if _fits(a, search)), key=lambda a: (a.moved_at, a.id), reverse=True
        )
        return [
            _column(status, [a for a in found if a.status is status], most) for status in ApplicationStatus
        ]

    async def remove(self, application: Application) -> None:
        kept = self.by_id(application.id)
        if kept is None or kept.version != application.version:
            raise Stale("This application was changed by somebody else.")
        del self._work.entities[application.id]

    async def count_own(self, owner: UserId, *, most: int, lock: bool = False) -> int:
        return min(most, sum(card.user_id == owner for card in self.all()))

    async def held(self, document_ids: Collection[DocumentId]) -> Collection[DocumentId]:
        held = {each.document_id for a in self.all() for each in a.sent if each.document_id}
        return held & set(document_ids)

    async def stretch(
        self, owner: UserId, *, after: Application | None = None, most: int
    ) -> Sequence[Application]:
        mine = sorted((a for a in self.all() if a.user_id == owner), key=lambda a: (a.created_at, a.id))
        return [a for a in mine if after is None or (a.created_at, a.id) > (after.created_at, after.id)][
            :most
        ]

    async def known(self, ids: Collection[UUID], *, owner: UserId) -> Collection[UUID]:
        return {a.id for a in self.all() if a.user_id == owner} & set(ids)

    async def untracked(self, job_ids: Collection[JobId], *, owner: UserId) -> Collection[JobId]:
        seen = {JobId(j.id) for j in Shelf(self._work, Job).all() if j.user_id in (None, owner)}
        return {each for each in job_ids if each in seen and not self._of_job(each, owner)}

    async def count(self, owner: UserId, *, weeks: Sequence[datetime]) -> Counted:
        mine = [a for a in self.all() if a.user_id == owner]
        kinds = [(a.status, a.source) for a in mine]
        places = [max(STAGES.index(m.after) for m in a.history if m.after in STAGES) for a in mine]
        moves = [m for a in mine for m in a.history if m.before and m.stayed is not None]
        stayed = {s: [m.stayed for m in moves if m.before is s] for s in ApplicationStatus}
        spans = list(pairwise(weeks))
        return Counted(
            by_status_and_source={kind: kinds.count(kind) for kind in set(kinds)},
            furthest={place: places.count(place) for place in set(places)},
            median_seconds={
                s: median(n for n in all_of if n is not None) for s, all_of in stayed.items() if all_of
            },
            saved=[sum(b <= a.created_at < e for a in mine) for b, e in spans],
            applied=[sum(b <= a.applied_at < e for a in mine if a.applied_at) for b, e in spans],
        )


class MemoryTrackedJobs(ITrackedJobs):
    def __init__(self, work: MemoryUnitOfWork) -> None:
        self._jobs = MemoryJobs(work, Job)
        self._cards = MemoryApplications(work, Application)

    async def page(
        self, search: JobSearch, tracking: Tracking, *, sort: JobSort, part: Slice
    ) -> Page[TrackedListing]:
        all_of_them = await self._jobs.page(search, sort=sort, part=Slice(1_000_000, 0))
        shown = [await self._tracked(listing, tracking.reader) for listing in all_of_them.items]
        found = [
            each
            for each in shown
            if tracking.tracking_status in (None, each.tracking_status)
            and tracking.favorite in (None, each.favorite)
        ]
        cut = found[part.offset : part.offset + part.limit]
        return Page(cut, len(found), part.limit, part.offset)

    async def get(self, job_id: JobId, *, reader: UserId) -> tuple[Job, Mark | None]:
        job = await self._jobs.get_visible(job_id, reader=reader)
        card = await self._cards.find_of_job(job_id, owner=reader)
        return job, _mark(card) if card else None

    async def _tracked(self, listing: JobListing, reader: UserId) -> TrackedListing:
        card = await self._cards.find_of_job(listing.id, owner=reader)
        return TrackedListing(
            **{f.name: getattr(listing, f.name) for f in fields(JobListing)},
            application_id=ApplicationId(card.id) if card else None,
            tracking_status=card.status if card else None,
            favorite=bool(card and card.favorite),
        )


class MemoryApplicationWork(MemoryDocumentWork, IApplicationWork):
    @property
    def applications(self) -> MemoryApplications:
        return MemoryApplications(self, Application)

    @property
    def tracked_jobs(self) -> MemoryTrackedJobs:
        return MemoryTrackedJobs(self)

    @property
    def replies(self) -> MemoryReplies:
        return MemoryReplies(self)


def _mark(card: Application) -> Mark:
    return Mark(
        application_id=ApplicationId(card.id),
        application_version=card.version,
        tracking_status=card.status,
        favorite=card.favorite,
    )


def _fits(card: Application, search: ApplicationSearch) -> bool:
    exact = ("status", "source", "favorite", "job_id")
    until = search.follow_up_until
    return (
        card.user_id == search.owner
        and all(getattr(search, name) in (None, getattr(card, name)) for name in exact)
        and (until is None or (card.follow_up_on is not None and card.follow_up_on <= until))
        and (
            search.q is None
            or any(search.q.lower() in said.lower() for said in (card.title, card.company or ""))
        )
    )


def _column(status: ApplicationStatus, found: Sequence[Application], most: int) -> Column:
    return Column(status=status, count=len(found), cards=tuple(_listing(a) for a in found[:most]))


def _listing(card: Application) -> ApplicationListing:
    return ApplicationListing(**{f.name: getattr(card, f.name) for f in fields(ApplicationListing)})
