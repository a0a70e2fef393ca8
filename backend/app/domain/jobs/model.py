from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.domain.jobs.posting import (
    EmploymentType,
    Keyword,
    Requirement,
    Salary,
    Seniority,
    Statement,
    Workplace,
)
from app.domain.shared.entity import Entity
from app.domain.shared.ids import UserId


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
    created_at: datetime
    updated_at: datetime

    @property
    def text(self) -> str:
        """What the posting says, in full."""
        return self.raw_text or self.description
