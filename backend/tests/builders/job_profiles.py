"""What people look for, in one word."""

from datetime import date, datetime

from app.domain.profile.job_profile import JobProfile
from app.domain.shared.ids import UserId
from tests.builders.identity import ADA, NOON


def a_job_profile(owner: UserId = ADA, now: datetime = NOON, **about: object) -> JobProfile:
    facts: dict[str, object] = {"name": "Wards near Bristol", "created_at": now, "updated_at": now}
    return JobProfile(user_id=owner, **facts | about)  # type: ignore[arg-type]


def a_full_job_profile(owner: UserId = ADA) -> JobProfile:
    """No field is at its default."""
    return a_job_profile(
        owner,
        titles=("Ward Nurse", "Charge Nurse"),
        keywords=("wound care",),
        locations=("Bristol, UK", "Łódź"),
        workplaces=("onsite", "hybrid"),
        employment_types=("full_time",),
        salary_min=36_000,
        salary_currency="GBP",
        companies_excluded=("Acme",),
        available_from=date(2027, 1, 15),
        notes="No night shifts.",
        contact_full_name="Ada B. Byron",
        contact_email="letters@ada.example.com",
        contact_phone="+44 117 496 0001",
        contact_location="Bristol",
        contact_website="https://ada.example/letters",
        contact_address=("7 Harbour Street", "Bristol BS1 4XX"),
        contact_links=("https://social.example/@ada",),
        is_default=True,
    )
