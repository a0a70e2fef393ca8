from dataclasses import fields

from app.application.jobs.work import IJobWork
from app.domain.jobs.errors import JobNotFound
from app.domain.jobs.model import Job
from app.domain.jobs.pay import yearly
from app.domain.jobs.ports import IJobRepository, JobListing, JobSearch, JobSort
from app.domain.shared.errors import Stale
from app.domain.shared.ids import JobId, UserId
from app.domain.shared.page import Page, Slice
from tests.fakes.memory import MemoryUnitOfWork, Shelf


class MemoryJobs(Shelf[Job], IJobRepository):
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
        found = sorted((job for job in self.all() if _fits(job, search)), key=lambda job: str(job.id))
        name = sort.removeprefix("-")
        found.sort(key=lambda job: getattr(job, name) or "", reverse=sort.startswith("-"))
        found.sort(key=lambda job: getattr(job, name) is None)
        page = super().page(found, part)
        return Page([_listing(job) for job in page.items], page.total, page.limit, page.offset)

    async def remove(self, job: Job) -> None:
        kept = self.by_id(JobId(job.id))
        if kept is None or kept.version != job.version:
            raise Stale("This job was changed by somebody else.")
        del self._work.entities[job.id]


class MemoryJobWork(MemoryUnitOfWork, IJobWork):
    @property
    def jobs(self) -> MemoryJobs:
        return MemoryJobs(self, Job)


_EXACT = ("status", "source", "remote", "workplace", "employment_type", "seniority")


def _fits(job: Job, search: JobSearch) -> bool:
    pay = job.salary
    return (
        job.user_id == search.owner
        and all(getattr(search, name) in (None, getattr(job, name)) for name in _EXACT)
        and (search.q is None or _says(job, search.q))
        and (search.currency is None or (pay is not None and pay.currency == search.currency))
        and (search.salary_min is None or (pay is not None and (yearly(pay) or 0) >= search.salary_min))
    )


def _says(job: Job, text: str) -> bool:
    return any(text.lower() in said.lower() for said in (job.title, job.company or "", job.description))


def _listing(job: Job) -> JobListing:
    return JobListing(**{f.name: getattr(job, f.name) for f in fields(JobListing)})
