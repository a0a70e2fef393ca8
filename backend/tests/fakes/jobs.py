from collections.abc import Sequence
from dataclasses import fields
from datetime import UTC, date, datetime
from typing import Any

from app.application.jobs.work import IJobWork
from app.domain.jobs.errors import JobNotFound
from app.domain.jobs.model import Job, JobStatus
from app.domain.jobs.pay import PER_YEAR, yearly
from app.domain.jobs.ports import IJobRepository, JobListing, JobSearch, JobSort, Twin
from app.domain.jobs.posting import Period
from app.domain.jobs.search import Clause, Searchable, searchable, words_of
from app.domain.shared.errors import Stale
from app.domain.shared.ids import JobId, UserId
from app.domain.shared.page import Page, Slice
from tests.fakes.memory import MemoryUnitOfWork, Shelf
from tests.fakes.replies import MemoryReplies


class MemoryJobs(Shelf[Job], IJobRepository):
    async def add(self, job: Job, *, said: Searchable | None = None) -> None:
        await super().add(job)

    async def save(self, job: Job, *, said: Searchable | None = None) -> None:
        await super().save(job)

    async def twins(
        self, said: Searchable, *, reader: UserId | None, before: Job | None = None
    ) -> Sequence[Twin]:
        visible = [job for job in self.all() if job.user_id in (None, reader)]
        visible = [job for job in visible if before is None or _age(job) < _age(before)]
        visible.sort(key=_age, reverse=True)
        return [twin for job in visible if (twin := _twin(job, said))][:20]

    async def count_own(self, owner: UserId, *, most: int, lock: bool = False) -> int:
        return min(most, sum(job.user_id == owner for job in self.all()))

    async def part(self, job: Job, said: Searchable) -> None:
        for name in ("duplicate_of", "repost_of"):
            for other in self.all():
                if getattr(other, name) == job.id and not _twin(other, said):
                    setattr(other, name, None)
                    await super().save(other)

    async def get(self, job_id: JobId, *, owner: UserId) -> Job:
        found = self.by_id(job_id)
        if found is None or found.user_id != owner:
            raise JobNotFound("There is no such job.")
        return found

    async def get_visible(self, job_id: JobId, *, reader: UserId | None) -> Job:
        found = self.by_id(job_id)
        if found is None or found.user_id not in (None, reader):
            raise JobNotFound("There is no such job.")
        return found

    # `page` of Shelf is what it takes to keep it: this one has filters.
    async def page(  # type: ignore[override]
        self, search: JobSearch, *, sort: JobSort, part: Slice
    ) -> Page[JobListing]:
        found = sorted((job for job in self.all() if _fits(job, search)), key=_age)
        if sort is JobSort.RELEVANCE:
            found.sort(key=lambda job: (_relevance(job, search), _age(job)), reverse=True)
        else:
            name = sort.removeprefix("-")
            found.sort(key=lambda job: str(job.id), reverse=sort.startswith("-"))
            said = [job for job in found if _value(job, name) is not None]
            said.sort(key=lambda job: _value(job, name), reverse=sort.startswith("-"))
            found = said + [job for job in found if _value(job, name) is None]
        page = super().page(found, part)
        return Page([_listing(job) for job in page.items], page.total, page.limit, page.offset)

    async def candidates(self, clauses: Sequence[Clause], *, today: date, most: int) -> Sequence[Job]:
        board = [job for job in self.all() if job.on_board and job.status_on(today) is JobStatus.ACTIVE]
        board.sort(key=_age, reverse=True)
        hits = {job.id: sum(_says(job, (clause,)) for clause in clauses) for job in board}
        board.sort(key=lambda job: hits[job.id], reverse=True)
        return [job for job in board if hits[job.id]][:most]

    async def remove(self, job: Job) -> None:
        kept = self.by_id(JobId(job.id))
        if kept is None or kept.version != job.version:
            raise Stale("This job was changed by somebody else.")
        del self._work.entities[job.id]


class MemoryJobWork(MemoryUnitOfWork, IJobWork):
    @property
    def jobs(self) -> MemoryJobs:
        return MemoryJobs(self, Job)

    @property
    def replies(self) -> MemoryReplies:
        return MemoryReplies(self)


_EXACT = ("source", "remote", "workplace", "employment_type", "seniority")


def _fits(job: Job, search: JobSearch) -> bool:
    return (
        job.user_id == search.owner
        and all(getattr(search, name) in (None, getattr(job, name)) for name in _EXACT)
        and all(_says_there(getattr(job, name), getattr(search, name)) for name in ("company", "location"))
        and _status_fits(job, search)
        and (search.clauses is None or (search.clauses != () and _says(job, search.clauses)))
        and _pay_fits(job, search)
        and _days_fit(job, search)
    )


def _status_fits(job: Job, search: JobSearch) -> bool:
    status = job.status_on(search.today)
    return status is search.status if search.status else search.owner is not None or status != "expired"


def _pay_fits(job: Job, search: JobSearch) -> bool:
    pay = job.salary
    if search.currency is None and search.salary_min is None and search.salary_max is None:
        return True
    if pay is None or search.currency not in (None, pay.currency):
        return False
    least = pay.maximum if pay.minimum is None else pay.minimum
    if least is None:
        return search.salary_min is None and search.salary_max is None
    begins = least * PER_YEAR[pay.period or Period.YEAR]
    return (yearly(pay) or 0) >= (search.salary_min or 0) and begins <= (search.salary_max or begins)


def _days_fit(job: Job, search: JobSearch) -> bool:
    since = datetime.combine(search.posted_since or date.min, datetime.min.time(), UTC)
    posted = job.date_posted >= search.posted_since if job.date_posted and search.posted_since else None
    last = job.application_deadline
    return (
        (search.posted_since is None or (job.created_at >= since if posted is None else posted))
        and (search.deadline_from is None or (last is not None and last >= search.deadline_from))
        and (search.deadline_to is None or (last is not None and last <= search.deadline_to))
    )


def _says_there(said: str | None, asked: str | None) -> bool:
    return asked is None or _stands_in(Clause(tuple(words_of(asked))), words_of(said or ""))


def _says(job: Job, clauses: tuple[Clause, ...]) -> bool:
    words = searchable(job).words
    return all(_stands_in(clause, words) for clause in clauses)


def _relevance(job: Job, search: JobSearch) -> int:
    return sum(_stands_in(clause, searchable(job).head) for clause in (search.clauses or ())[:8])


def _stands_in(clause: Clause, words: Sequence[str]) -> bool:
    *whole, last = clause.words
    size = len(clause.words)
    runs = (list(words[n : n + size]) for n in range(len(words) - size + 1))
    return any(
        run[:-1] == whole and (run[-1].startswith(last) if clause.beginning else run[-1] == last)
        for run in runs
    )


def _age(job: Job) -> tuple[datetime, str]:
    return job.created_at, str(job.id)


def _value(job: Job, name: str) -> Any:
    if name == "salary":
        return yearly(job.salary) if job.salary else None
    if name == "deadline":
        return job.application_deadline and job.application_deadline.isoformat()
    return getattr(job, name)


def _twin(job: Job, said: Searchable) -> Twin | None:
    its = searchable(job)
    same_address = said.address is not None and its.address == said.address
    if not same_address and (said.post is None or its.post != said.post):
        return None
    facts: dict[str, Any] = {f.name: getattr(job, f.name, None) for f in fields(Twin)}
    return Twin(**facts | {"same_address": same_address, "sketch": its.sketch})


def _listing(job: Job) -> JobListing:
    return JobListing(**{f.name: getattr(job, f.name) for f in fields(JobListing)})
