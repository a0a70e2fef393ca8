"""What a posting says, and where it says it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

T = TypeVar("T")


class Workplace(StrEnum):
    REMOTE = "remote"
    HYBRID = "hybrid"
    ONSITE = "onsite"


class EmploymentType(StrEnum):
    FULL_TIME = "full_time"
    PART_TIME = "part_time"
    CONTRACT = "contract"
    TEMPORARY = "temporary"
    INTERNSHIP = "internship"
    VOLUNTEER = "volunteer"
    PERMANENT = "permanent"
    FREELANCE = "freelance"


class Seniority(StrEnum):
    INTERN = "intern"
    ENTRY = "entry"
    JUNIOR = "junior"
    MID = "mid"
    SENIOR = "senior"
    LEAD = "lead"
    STAFF = "staff"
    PRINCIPAL = "principal"
    MANAGER = "manager"
    DIRECTOR = "director"
    EXECUTIVE = "executive"


class Period(StrEnum):
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class Need(StrEnum):
    MUST = "must"
    NICE = "nice"


@dataclass(frozen=True, slots=True)
class Span:
    """Characters [start, end) of the posting's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A value, the place that says so, and the rule that read it."""

    value: T
    span: Span | None
    rule: str
    pointer: str | None = None
    """Of the field that says so, where the posting came as data."""


@dataclass(frozen=True, slots=True)
class Salary:
    minimum: float | None
    maximum: float | None
    currency: str | None
    """ISO 4217."""
    period: Period | None


@dataclass(frozen=True, slots=True)
class Statement:
    """One line of a section, in the posting's own words."""

    text: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Requirement:
    text: str
    need: Need
    skills: tuple[str, ...] = ()
    """Canonical names from the lexicon, in the order they are named."""
    years: float | None = None
    """Least years of experience asked for."""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Keyword:
    """A skill, tool or credential that the posting names."""

    name: str
    """Canonical."""
    written: str
    """As the posting writes it."""
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedPosting:
    language: str
    """ISO 639-1."""
    title: Found[str] | None = None
    company: Found[str] | None = None
    location: Found[str] | None = None
    salary: Found[Salary] | None = None
    workplace: Found[Workplace] | None = None
    employment_type: Found[EmploymentType] | None = None
    seniority: Found[Seniority] | None = None
    date_posted: Found[date] | None = None
    application_deadline: Found[date] | None = None
    url: Found[str] | None = None
    requirements: tuple[Requirement, ...] = ()
    responsibilities: tuple[Statement, ...] = ()
    benefits: tuple[Statement, ...] = ()
    skills: tuple[Keyword, ...] = ()
