from abc import abstractmethod
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from app.domain.jobs.model import Job, JobStatus
from app.domain.jobs.pay import in_words
from app.domain.jobs.posting import EmploymentType, Salary, Seniority, Workplace
from app.domain.shared.ids import JobId, UserId
from app.domain.shared.page import Page, Slice


class JobSort(StrEnum):
    """What a list of jobs may be ordered by; `-` turns it round."""

    NEWEST = "-created_at"
    OLDEST = "created_at"
    LAST_CHANGED = "-updated_at"
    FIRST_CHANGED = "updated_at"
    TITLE = "title"
    TITLE_DOWN = "-title"
    COMPANY = "company"
    COMPANY_DOWN = "-company"


@dataclass(frozen=True, slots=True, kw_only=True)
class JobSearch:
    """Which jobs are wanted: every value given must fit. Without an owner, those on the board."""

    owner: UserId | None
    status: JobStatus | None = None
    source: str | None = None
    remote: bool | None = None
    workplace: Workplace | None = None
    employment_type: EmploymentType | None = None
    seniority: Seniority | None = None
    q: str | None = None
    """Text in title, company or description, whatever its case."""
    salary_min: float | None = None
    """What the pay reaches at its best, counted up to a year."""
    currency: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class JobListing:
    """A job as lists show it: without its texts. Same names as Job's."""

    id: JobId
    version: int
    user_id: UserId | None
    source: str
    title: str
    company: str | None
    location: str | None
    url: str | None
    language: str | None
    salary: Salary | None
    remote: bool
    workplace: Workplace | None
    employment_type: EmploymentType | None
    seniority: Seniority | None
    date_posted: date | None
    application_deadline: date | None
    status: JobStatus
    created_at: datetime
    updated_at: datetime

    @property
    def salary_range(self) -> str | None:
        return in_words(self.salary) if self.salary else None


class IJobRepository(Protocol):
    @abstractmethod
    async def add(self, job: Job) -> None: ...

    @abstractmethod
    async def save(self, job: Job) -> None:
        """Raises Stale."""

    @abstractmethod
    async def get(self, job_id: JobId, *, owner: UserId) -> Job:
        """One's own. Raises JobNotFound, also for what is somebody else's or on the board."""

    @abstractmethod
    async def get_visible(self, job_id: JobId, *, reader: UserId | None) -> Job:
        """One's own, or on the board. Raises JobNotFound."""

    @abstractmethod
    async def page(self, search: JobSearch, *, sort: JobSort, part: Slice) -> Page[JobListing]: ...

    @abstractmethod
    async def remove(self, job: Job) -> None:
        """Raises Stale when somebody saved it since it was read."""
