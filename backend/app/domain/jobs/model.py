from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeVar

from app.domain.jobs.errors import DraftOnBoard, TitleMissing
from app.domain.jobs.pay import in_words
from app.domain.jobs.posting import (
    EmploymentType,
    Keyword,
    Requirement,
    Salary,
    Seniority,
    Span,
    Statement,
    Workplace,
)
from app.domain.shared.entity import Entity
from app.domain.shared.errors import Flaw
from app.domain.shared.ids import JobId, UserId

MOST_JOBS = 10_000
"""Of one person. The board has no end."""
Told = TypeVar("Told", Requirement, Statement, Keyword)


class JobStatus(StrEnum):
    ACTIVE = "active"
    DRAFT = "draft"
    ARCHIVED = "archived"
    EXPIRED = "expired"


@dataclass(slots=True, kw_only=True, eq=False)
class Job(Entity):
    """A posting. Without a user it stands on the public board."""

    user_id: UserId | None
    source: str
    title: str
    company: str | None = None
    location: str | None = None
    description: str = ""
    raw_text: str | None = None
    """As it came, before any parsing."""
    url: str | None = None
    language: str | None = None
    salary: Salary | None = None
    remote: bool = False
    workplace: Workplace | None = None
    employment_type: EmploymentType | None = None
    seniority: Seniority | None = None
    requirements: tuple[Requirement, ...] = ()
    responsibilities: tuple[Statement, ...] = ()
    benefits: tuple[Statement, ...] = ()
    skills: tuple[Keyword, ...] = ()
    date_posted: date | None = None
    application_deadline: date | None = None
    status: JobStatus = JobStatus.ACTIVE
    duplicate_of: JobId | None = None
    """Another one for the same post, of the same owner or on the board, that was there first."""
    repost_of: JobId | None = None
    """An earlier one for the same post, that had closed or was posted on an earlier day."""
    created_at: datetime
    updated_at: datetime

    @property
    def text(self) -> str:
        """What the posting says, in full."""
        return self.raw_text or self.description

    @property
    def salary_range(self) -> str | None:
        return in_words(self.salary) if self.salary else None

    @property
    def on_board(self) -> bool:
        return self.user_id is None

    def change(self, facts: Mapping[str, Any], *, now: datetime) -> None:
        """Say something else of it, by field name. Raises TitleMissing, DraftOnBoard."""
        before = self.text
        for name, value in with_workplace(facts, now_at=self.workplace).items():
            setattr(self, name, value)
        if self.text != before:
            self._forget_moved(before)
        self.updated_at = now
        self.check()

    def status_on(self, today: date) -> JobStatus:
        return status_on(today, self.status, self.application_deadline)

    def check(self) -> None:
        """Raises TitleMissing, DraftOnBoard."""
        if not self.title:
            raise title_missing()
        if self.on_board and self.status is JobStatus.DRAFT:
            raise DraftOnBoard("A draft is not put on the board: everybody would see it.")

    def _forget_moved(self, before: str) -> None:
        """A line's place counts only while the text still says the same there."""
        self.requirements = _still_there(self.requirements, before, self.text)
        self.responsibilities = _still_there(self.responsibilities, before, self.text)
        self.benefits = _still_there(self.benefits, before, self.text)
        self.skills = _still_there(self.skills, before, self.text)


def status_on(today: date, status: JobStatus, deadline: date | None) -> JobStatus:
    """What is active until its last day has expired on the next, though nobody has said so."""
    over = status is JobStatus.ACTIVE and deadline is not None and deadline < today
    return JobStatus.EXPIRED if over else status


def title_missing() -> TitleMissing:
    why = "Say what the position is called: the text names no title."
    return TitleMissing("The job has no title.", flaws=(Flaw("/title", "missing", why),))


def with_workplace(facts: Mapping[str, Any], *, now_at: Workplace | None) -> dict[str, Any]:
    """`remote` and `workplace` agree: where only one of them is said, the other follows."""
    told = dict(facts)
    if "workplace" in told and "remote" not in told:
        told["remote"] = told["workplace"] is Workplace.REMOTE
    elif "remote" in told and "workplace" not in told:
        if told["remote"]:
            told["workplace"] = Workplace.REMOTE
        elif now_at is Workplace.REMOTE:
            told["workplace"] = None
    return told


def _still_there(lines: tuple[Told, ...], before: str, after: str) -> tuple[Told, ...]:
    return tuple(line if _says_same(line.span, before, after) else replace(line, span=None) for line in lines)


def _says_same(span: Span | None, before: str, after: str) -> bool:
    return span is None or before[span.start : span.end] == after[span.start : span.end]
