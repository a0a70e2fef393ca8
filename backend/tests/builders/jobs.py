"""Valid postings, in one word. A test names only what it is about."""

from datetime import datetime
from typing import Any

from app.domain.jobs.model import Job, JobStatus
from app.domain.jobs.posting import (
    EmploymentType,
    Keyword,
    Need,
    Period,
    Requirement,
    Salary,
    Seniority,
    Span,
    Statement,
    Workplace,
)
from app.domain.shared.ids import UserId
from tests.builders.identity import ADA, NOON

WARD_NURSE = """Ward Nurse
Company: Harbour Street Clinic
Location: Bristol, UK

Full-time. GBP 31,000 - 38,000 per year.

Responsibilities
- Plan and give care on a ward of 24 beds
- Hand over to the night shift

Requirements
- Registration with the NMC
- At least 2 years of experience on a medical ward

Nice to have
- Training in wound care

Benefits
- 33 days of leave
"""


def a_job(owner: UserId | None = ADA, now: datetime = NOON, **about: Any) -> Job:
    facts: dict[str, Any] = {
        "source": "user_created",
        "title": "Ward Nurse",
        "created_at": now,
        "updated_at": now,
    }
    return Job(user_id=owner, **facts | about)


def a_full_job(owner: UserId | None = ADA) -> Job:
    """No field is at its default."""
    return a_job(
        owner,
        company="Harbour Street Clinic",
        location="Bristol, UK",
        description="Care on a ward of 24 beds.",
        raw_text=WARD_NURSE,
        url="https://jobs.example.com/7",
        language="en",
        salary=Salary(31_000, 38_000.5, "GBP", Period.YEAR),
        remote=True,
        workplace=Workplace.REMOTE,
        employment_type=EmploymentType.FULL_TIME,
        seniority=Seniority.MID,
        requirements=(
            Requirement("Registration with the NMC", Need.MUST, ("NMC",), None, Span(3, 28)),
            Requirement("Training in wound care", Need.NICE, (), 0.5),
        ),
        responsibilities=(Statement("Hand over to the night shift", Span(1, 9)),),
        benefits=(Statement("33 days of leave"),),
        skills=(Keyword("Wound Care", "wound care", Span(5, 15)),),
        date_posted=NOON.date(),
        application_deadline=NOON.date(),
        status=JobStatus.ARCHIVED,
    )
