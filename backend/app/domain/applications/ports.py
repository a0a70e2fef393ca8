from abc import abstractmethod
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from app.domain.applications.figures import Counted
from app.domain.applications.model import Application
from app.domain.applications.status import ApplicationStatus
from app.domain.jobs.model import Job
from app.domain.jobs.ports import JobListing, JobSearch, JobSort
from app.domain.shared.ids import ApplicationId, DocumentId, JobId, UserId
from app.domain.shared.page import Page, Slice


class ApplicationSort(StrEnum):
    """What a list of applications may be ordered by; `-` turns it round."""

    NEWEST = "-created_at"
    OLDEST = "created_at"
    LAST_CHANGED = "-updated_at"
    FIRST_CHANGED = "updated_at"
    LAST_APPLIED = "-applied_at"
    FIRST_APPLIED = "applied_at"
    LAST_MOVED = "-moved_at"
    FIRST_MOVED = "moved_at"
    FOLLOW_UP = "follow_up_on"
    TITLE = "title"
    COMPANY = "company"


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationSearch:
    """Which applications are wanted: every value given must fit."""

    owner: UserId
    status: ApplicationStatus | None = None
    source: str | None = None
    favorite: bool | None = None
    job_id: JobId | None = None
    follow_up_until: date | None = None
    q: str | None = None
    """Text in title or company, whatever its case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationListing:
    """An application as lists show it: without notes, contacts and history. Same names as Application's."""

    id: ApplicationId
    version: int
    job_id: JobId | None
    title: str
    company: str | None
    location: str | None
    url: str | None
    source: str
    status: ApplicationStatus
    favorite: bool
    follow_up_on: date | None
    applied_at: datetime | None
    moved_at: datetime
    created_at: datetime
    updated_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One status of the board: how many there are, and those that moved there last."""

    status: ApplicationStatus
    count: int
    cards: tuple[ApplicationListing, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What the reader's card says of a job, as the job shows it."""

    application_id: ApplicationId
    application_version: int
    tracking_status: ApplicationStatus
    favorite: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Tracking:
    """Whose cards a list of jobs shows, and which of them are wanted."""

    reader: UserId
    tracking_status: ApplicationStatus | None = None
    favorite: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackedListing(JobListing):
    """A job of a list, with what the reader's card says of it."""

    application_id: ApplicationId | None
    tracking_status: ApplicationStatus | None
    favorite: bool


class IApplicationRepository(Protocol):
    @abstractmethod
    async def add(self, application: Application) -> None:
        """Raises ApplicationExists."""

    @abstractmethod
    async def add_all(self, applications: Sequence[Application]) -> None:
        """In as many statements as for one. Raises ApplicationExists."""

    @abstractmethod
    async def save(self, application: Application) -> None:
        """Of history and documents, what has come since it was read. Raises Stale."""

    @abstractmethod
    async def get(self, application_id: ApplicationId, *, owner: UserId, lock: bool = False) -> Application:
        """`lock` keeps other writers off it until this unit of work ends.

        Raises ApplicationNotFound, also for somebody else's.
        """

    @abstractmethod
    async def find_of_job(self, job_id: JobId, *, owner: UserId, lock: bool = False) -> Application | None:
        """The owner's card for a job."""

    @abstractmethod
    async def page(
        self, search: ApplicationSearch, *, sort: ApplicationSort, part: Slice
    ) -> Page[ApplicationListing]: ...

    @abstractmethod
    async def board(self, search: ApplicationSearch, *, most: int) -> Sequence[Column]:
        """Every status, in order, with at most so many of its cards."""

    @abstractmethod
    async def remove(self, application: Application) -> None:
        """With its history. Raises Stale when somebody saved it since it was read."""

    @abstractmethod
    async def held(self, document_ids: Collection[DocumentId]) -> Collection[DocumentId]:
        """Those that some card holds."""

    @abstractmethod
    async def stretch(
        self, owner: UserId, *, after: Application | None = None, most: int
    ) -> Sequence[Application]:
        """With their history, the oldest first: those that follow `after`."""

    @abstractmethod
    async def count_own(self, owner: UserId, *, most: int, lock: bool = False) -> int:
        """No further than `most`. `lock`: who else asks so for the owner waits until this work ends."""

    @abstractmethod
    async def known(self, ids: Collection[UUID], *, owner: UserId) -> Collection[UUID]:
        """Those that are ids of the owner's applications.

        Who else asks for the owner waits until this unit of work ends: no table is taken in twice at once.
        """

    @abstractmethod
    async def untracked(self, job_ids: Collection[JobId], *, owner: UserId) -> Collection[JobId]:
        """Jobs that the owner sees and has no card for."""

    @abstractmethod
    async def count(self, owner: UserId, *, weeks: Sequence[datetime]) -> Counted:
        """`weeks`: when each of them begins, and when the last one ends."""


class ITrackedJobs(Protocol):
    """Jobs with what the reader's cards say of them, in so many statements, however many jobs."""

    @abstractmethod
    async def page(
        self, search: JobSearch, tracking: Tracking, *, sort: JobSort, part: Slice
    ) -> Page[TrackedListing]: ...

    @abstractmethod
    async def get(self, job_id: JobId, *, reader: UserId) -> tuple[Job, Mark | None]:
        """One's own, or on the board. Raises JobNotFound."""
