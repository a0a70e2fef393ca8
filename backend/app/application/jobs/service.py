from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from app.application.apart import Apart
from app.application.idempotency import Once, Reply
from app.application.jobs.intake import Intake, Reading
from app.application.jobs.kin import add_new, save_changed, told_by
from app.application.jobs.work import IJobWork
from app.application.unit_of_work import Opens
from app.application.versions import require_version
from app.domain.identity.model import Role
from app.domain.identity.ports import Visitor
from app.domain.jobs.errors import BoardIsForAdmins, NothingToRead
from app.domain.jobs.model import MOST_JOBS, Job, title_missing, with_workplace
from app.domain.jobs.ports import IPostingHelp, JobListing, JobSearch, JobSort
from app.domain.jobs.reading import blank, facts_of
from app.domain.jobs.search import Searchable, searchable
from app.domain.shared.ids import JobId, UserId
from app.domain.shared.page import Page, Slice
from app.domain.shared.time import Now

Kept = tuple[Job, tuple[str, ...]]
"""A job, and remarks for whoever sent it."""
READ_AT_ONCE = 5_000
"""Characters: half a millisecond."""


class JobService:
    """Postings: one's own, and those on the public board.

    `facts` are what the caller says of a job, by the names of its fields; beside them `raw_text`, `html` or
    `data` says what is read. Where the caller says otherwise, the caller is right.
    """

    def __init__(
        self,
        *,
        work: Opens[IJobWork],
        intake: Intake,
        apart: Apart,
        now: Now,
        pointer: IPostingHelp,
        most: int = MOST_JOBS,
    ) -> None:
        self._work = work
        self._intake = intake
        self._apart = apart
        self._now = now
        self._most = most
        self._pointer = pointer

    async def parse(self, said: Mapping[str, Any], *, by: UserId, use_llm: bool = False) -> Reading:
        """Nothing is kept. Raises NothingToRead, SaidTwice, NoPosting, SeveralPostings."""
        if reading := await self._intake.read(said):
            return await self._helped(reading, by) if use_llm else reading
        raise NothingToRead("Send the posting as raw_text, html or data.")

    async def create(
        self,
        *,
        by: Visitor,
        facts: Mapping[str, Any],
        publish: bool = False,
        use_llm: bool = False,
        once: Once[Kept] | None = None,
    ) -> Kept | Reply:
        """With what came of asking the language model; or, for a request that came before, what was
        answered then.

        Raises TitleMissing, BoardIsForAdmins, DraftOnBoard, TooManyJobs, and what Intake does.
        """
        if publish:
            _require_admin(by)
        if once and (earlier := await self._earlier(by, once)):
            return earlier
        reading = await self._intake.read(facts)
        if reading and use_llm:
            reading = await self._helped(reading, by.user_id, said=facts)
        now = self._now()
        job = _job(_told(reading, facts), owner=None if publish else by.user_id, now=now)
        said = await searched(job, self._apart)
        remarks = reading.remarks if reading else ()
        async with self._work() as work:
            if once and (earlier := await work.replies.find_or_reserve(by.user_id, once, now=now)):
                return earlier
            await add_new(work, job, said, today=now.date(), most=self._most)
            kept = as_of(job, now), remarks
            if once:
                await work.replies.keep(by.user_id, once, once.reply(kept))
            await work.commit()
        return kept

    async def _earlier(self, by: Visitor, once: Once[Kept]) -> Reply | None:
        """Before a posting is read, or paid for, a second time."""
        async with self._work(readonly=True) as work:
            return await work.replies.find(by.user_id, once, now=self._now())

    async def page(self, search: JobSearch, *, sort: JobSort, part: Slice) -> Page[JobListing]:
        search = replace(search, today=self._now().date())
        async with self._work(readonly=True) as work:
            page = await work.jobs.page(search, sort=sort, part=part)
        return replace(page, items=[listing.on(search.today) for listing in page.items])

    async def get(self, job_id: JobId, *, reader: UserId | None) -> Job:
        async with self._work(readonly=True) as work:
            return as_of(await work.jobs.get_visible(job_id, reader=reader), self._now())

    async def replace(
        self,
        job_id: JobId,
        *,
        by: Visitor,
        facts: Mapping[str, Any],
        use_llm: bool = False,
        expected: int | None = None,
    ) -> Kept:
        """As if it were made anew: what is not said is no longer so. With what came of asking the language
        model."""
        reading = await self._intake.read(facts)
        if reading and use_llm:
            await self._require_changeable(job_id, by, expected)
            reading = await self._helped(reading, by.user_id, said=facts)
        told = _told(reading, facts)
        job = await self._change(job_id, by=by, facts=blank() | told, expected=expected)
        return job, reading.remarks if reading else ()

    async def _require_changeable(self, job_id: JobId, by: Visitor, expected: int | None) -> None:
        """Before anybody pays for reading what will not be kept."""
        async with self._work(readonly=True) as work:
            require_version(await changeable(work, job_id, by), expected)

    async def remove(self, job_id: JobId, *, by: Visitor, expected: int | None = None) -> None:
        async with self._work() as work:
            job = await changeable(work, job_id, by)
            require_version(job, expected)
            await work.jobs.remove(job)
            await work.commit()

    async def _change(
        self, job_id: JobId, *, by: Visitor, facts: Mapping[str, Any], expected: int | None
    ) -> Job:
        async with self._work(readonly=True) as work:
            job = await changeable(work, job_id, by)
        require_version(job, expected)
        now, told = self._now(), told_by(job)
        job.change(facts, now=now)
        said = await searched(job, self._apart)
        async with self._work() as work:
            await save_changed(work, job, said, told=told, today=now.date())
            await work.commit()
        return as_of(job, now)

    async def _helped(self, reading: Reading, by: UserId, *, said: Collection[str] = ()) -> Reading:
        """Outside of any unit of work: it is a call to somebody else."""
        if "remote" in said:
            said = {*said, "workplace"}
        helped = await self._pointer.help(reading.parsed, reading.text, by=by, said=said)
        return replace(reading, parsed=helped.parsed, remarks=helped.remarks)


def _told(reading: Reading | None, facts: Mapping[str, Any]) -> dict[str, Any]:
    """What the posting says, overruled by what the caller says."""
    told = facts_of(reading.parsed, reading.text) if reading else {}
    said = {name: value for name, value in facts.items() if name not in ("html", "data")}
    told |= with_workplace(said, now_at=told.get("workplace"))
    if not told.get("title"):
        raise title_missing()
    return told


def _job(facts: Mapping[str, Any], *, owner: UserId | None, now: datetime) -> Job:
    job = Job(user_id=owner, created_at=now, updated_at=now, **facts)
    job.check()
    return job


async def searched(job: Job, apart: Apart) -> Searchable:
    """What it is found by. A text of some pages is read sooner than somebody else is asked to read it."""
    return searchable(job) if len(job.description) <= READ_AT_ONCE else await apart(searchable, job)


def as_of(job: Job, now: datetime) -> Job:
    """For showing: what is kept says nothing of a day that went by."""
    job.status = job.status_on(now.date())
    return job


async def changeable(work: IJobWork, job_id: JobId, by: Visitor) -> Job:
    """Raises JobNotFound, BoardIsForAdmins."""
    job = await work.jobs.get_visible(job_id, reader=by.user_id)
    if job.on_board:
        _require_admin(by)
    return job


def _require_admin(by: Visitor) -> None:
    if by.role is not Role.ADMIN:
        raise BoardIsForAdmins("Only an admin may put a job on the board, change it or take it down.")
