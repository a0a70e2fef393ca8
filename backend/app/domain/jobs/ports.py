from abc import abstractmethod
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol, Self

from app.domain.jobs.model import Job, JobStatus, status_on
from app.domain.jobs.pay import in_words
from app.domain.jobs.pointing.fields import PointedOut
from app.domain.jobs.posting import EmploymentType, ParsedPosting, Salary, Seniority, Workplace
from app.domain.jobs.search import Clause, Searchable
from app.domain.shared.ids import JobId, UserId
from app.domain.shared.llm import LLMUsage
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
    BEST_PAID = "-salary"
    WORST_PAID = "salary"
    FIRST_TO_CLOSE = "deadline"
    LAST_TO_CLOSE = "-deadline"
    RELEVANCE = "relevance"
    """Those first whose title or company says most of what is asked; among equals the newest."""


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
    clauses: tuple[Clause, ...] | None = None
    """Words that title, company, location or description say, all of them. Of none, nothing is found."""
    company: str | None = None
    location: str | None = None
    """Words that stand there one after another."""
    salary_min: float | None = None
    """What the pay reaches at its best, counted up to a year."""
    salary_max: float | None = None
    """What it begins at, counted the same way."""
    currency: str | None = None
    posted_since: date | None = None
    """What does not say when it was posted is as old as its entry here."""
    deadline_from: date | None = None
    deadline_to: date | None = None
    today: date = date.min
    """What was to close before has expired, whatever its status says."""

    @property
    def open_only(self) -> bool:
        """The board shows what has expired only to who asks for it."""
        return self.owner is None and self.status is None


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
    duplicate_of: JobId | None
    repost_of: JobId | None
    created_at: datetime
    updated_at: datetime

    @property
    def salary_range(self) -> str | None:
        return in_words(self.salary) if self.salary else None

    def on(self, today: date) -> Self:
        """With the status that it has on that day."""
        status = status_on(today, self.status, self.application_deadline)
        return self if status is self.status else replace(self, status=status)


@dataclass(frozen=True, slots=True, kw_only=True)
class Twin:
    """A job that may be for the same post as another one."""

    id: JobId
    user_id: UserId | None
    same_address: bool
    sketch: bytes | None
    status: JobStatus
    date_posted: date | None
    application_deadline: date | None
    created_at: datetime


class IJobRepository(Protocol):
    """`said` is what the job is found by, where the caller has worked it out already: it takes a while."""

    @abstractmethod
    async def add(self, job: Job, *, said: Searchable | None = None) -> None: ...

    @abstractmethod
    async def save(self, job: Job, *, said: Searchable | None = None) -> None:
        """Raises Stale."""

    @abstractmethod
    async def twins(
        self, said: Searchable, *, reader: UserId | None, before: Job | None = None
    ) -> Sequence[Twin]:
        """Those of the reader's own and of the board that have its web address, or its title, company and
        place; the newest 20, or the last 20 that were there before another job."""

    @abstractmethod
    async def count_own(self, owner: UserId, *, most: int, lock: bool = False) -> int:
        """No further than `most`. `lock`: who else asks so for the owner waits until this work ends."""

    @abstractmethod
    async def part(self, job: Job, said: Searchable) -> None:
        """What was said to double this job or to post it again is not any longer, where it has neither its
        web address nor its title, company and place."""

    @abstractmethod
    async def get(self, job_id: JobId, *, owner: UserId) -> Job:
        """One's own. Raises JobNotFound, also for what is somebody else's or on the board."""

    @abstractmethod
    async def get_visible(self, job_id: JobId, *, reader: UserId | None) -> Job:
        """One's own, or on the board. Raises JobNotFound."""

    @abstractmethod
    async def page(self, search: JobSearch, *, sort: JobSort, part: Slice) -> Page[JobListing]: ...

    @abstractmethod
    async def candidates(self, clauses: Sequence[Clause], *, today: date, most: int) -> Sequence[Job]:
        """Active ones of the board that are open on that day: those that hold most of the clauses, and among
        equals the newest. Of each clause the newest 60 are looked at."""

    @abstractmethod
    async def remove(self, job: Job) -> None:
        """Raises Stale when somebody saved it since it was read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Helped:
    parsed: ParsedPosting
    remarks: tuple[str, ...] = ()
    """What came of it, for whoever asked."""


class IPostingHelp(Protocol):
    @abstractmethod
    async def help(
        self, parsed: ParsedPosting, text: str, *, by: UserId, said: Collection[str] = ()
    ) -> Helped:
        """Fills in what rules are unsure of, but not what is `said` already.

        Slow, foreign, and paid: what it cost is booked to the user. Never raises for what goes wrong there:
        then it is as the rules read it.
        """


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpCall:
    """A paid call, and nothing of what was asked or said."""

    prompt: str
    provider: str
    model: str
    outcome: str
    """`answered`, `unusable` or `uncertain`."""
    usage: LLMUsage
    seconds: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptAnswer:
    """What a model answered to the same question before."""

    digest: str
    """Of what was asked, and of whom."""
    provider: str
    model: str
    value: PointedOut


class IAnswers(Protocol):
    """By user, the newest 200 of each, for a month. Nobody is answered by what somebody else has asked."""

    @abstractmethod
    async def find(self, owner: UserId, digest: str, *, now: datetime) -> KeptAnswer | None: ...

    @abstractmethod
    async def keep(self, owner: UserId, answer: KeptAnswer, *, now: datetime) -> None:
        """And drop what is too old, or one too many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """For one call, out of the budgets of a month."""

    month: date
    most: LLMUsage
    own_key: bool = False
    """Out of the user's own alone: the call is made with their key."""


class IHelpBooks(Protocol):
    @abstractmethod
    async def remembered(self, user_id: UserId, prompt: str, digest: str) -> KeptAnswer | None:
        """An earlier answer to the same question, which is entered as one that cost nothing.

        Raises ConsentNeeded.
        """

    @abstractmethod
    async def set_aside(self, user_id: UserId, most: LLMUsage, *, own_key: bool = False) -> SetAside | None:
        """Before the call; None where one of the budgets does not suffice. Raises ConsentNeeded."""

    @abstractmethod
    async def book(
        self, user_id: UserId, aside: SetAside, call: HelpCall | None, *, answer: KeptAnswer | None = None
    ) -> None:
        """What the call came to for which so much was set aside; None: it was not taken. Its answer is
        kept for the same question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRead:
    text: str
    """What a visitor reads of it, a line for each block, without the site's own parts."""
    data: tuple[str, ...]
    """What it carries for search engines: JSON, or meant to be."""


class IPageReader(Protocol):
    @abstractmethod
    def read(self, markup: str) -> PageRead:
        """Never raises, whatever it is given, and fetches nothing. Slow: for the CPU door."""
