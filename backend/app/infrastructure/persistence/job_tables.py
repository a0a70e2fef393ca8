from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, String, Table, Text, Uuid

from app.domain.jobs.model import Job, JobStatus
from app.domain.jobs.posting import (
    EmploymentType,
    Keyword,
    Requirement,
    Salary,
    Seniority,
    Statement,
    Workplace,
)
from app.infrastructure.persistence.columns import JSONOf, Moment, one_of
from app.infrastructure.persistence.mapping import Mapping, identity
from app.infrastructure.persistence.metadata import metadata

jobs = Table(
    "jobs",
    metadata,
    *identity(),
    Column("user_id", Uuid, ForeignKey("users.id", ondelete="CASCADE")),
    Column("source", String(50), nullable=False),
    Column("title", String(200), nullable=False, index=True),
    Column("company", String(200), index=True),
    Column("location", String(200)),
    Column("description", Text, nullable=False),
    Column("raw_text", Text),
    Column("url", String(2000)),
    Column("language", String(2)),
    Column("salary", JSONOf[Salary](Salary)),
    Column("remote", Boolean, nullable=False),
    Column("workplace", one_of(Workplace)),
    Column("employment_type", one_of(EmploymentType)),
    Column("seniority", one_of(Seniority)),
    Column("requirements", JSONOf[tuple[Requirement, ...]](tuple[Requirement, ...]), nullable=False),
    Column("responsibilities", JSONOf[tuple[Statement, ...]](tuple[Statement, ...]), nullable=False),
    Column("benefits", JSONOf[tuple[Statement, ...]](tuple[Statement, ...]), nullable=False),
    Column("skills", JSONOf[tuple[Keyword, ...]](tuple[Keyword, ...]), nullable=False),
    Column("date_posted", Date),
    Column("application_deadline", Date),
    Column("status", one_of(JobStatus), nullable=False, index=True),
    Column("duplicate_of", Uuid, ForeignKey("jobs.id", ondelete="SET NULL"), index=True),
    Column("repost_of", Uuid, ForeignKey("jobs.id", ondelete="SET NULL"), index=True),
    Column("created_at", Moment, nullable=False),
    Column("updated_at", Moment, nullable=False),
    Index(None, "user_id", "source"),
    Index(None, "source", "status"),
    Index(None, "user_id", "created_at", "id"),
)
JOBS = Mapping(Job, jobs)
