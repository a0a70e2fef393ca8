"""What is looked for, and how letters are headed."""

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import ConfigDict, Field

from app.domain.jobs.pay import MOST_PAY
from app.domain.jobs.posting import EmploymentType, Workplace
from app.presentation.schemas import Currency, Day, Email, In, Name, Out, PageOut, Patch, Prose, WebAddress

MOST_WISHES = 50
MOST_LINES = 6

Wishes = Annotated[list[Name], Field(max_length=MOST_WISHES)]
Lines = Annotated[list[Name], Field(max_length=MOST_LINES)]
EXAMPLE: dict[str, Any] = {
    "name": "Ward work near Bristol",
    "titles": ["Ward Nurse", "Charge Nurse"],
    "locations": ["Bristol, UK"],
    "workplaces": ["onsite"],
    "employment_types": ["full_time"],
    "salary_min": 36000,
    "salary_currency": "GBP",
    "contact_full_name": "Ada Byron",
    "contact_email": "ada@example.com",
    "contact_phone": "+44 117 496 0000",
    "contact_location": "Bristol, UK",
    "contact_website": "https://ada.example",
}


class JobProfileFacts(In):
    titles: Wishes | None = Field(None, description="Positions that are looked for")
    keywords: Wishes | None = None
    locations: Wishes | None = None
    workplaces: Annotated[list[Workplace], Field(max_length=len(Workplace))] | None = None
    employment_types: Annotated[list[EmploymentType], Field(max_length=len(EmploymentType))] | None = None
    salary_min: int | None = Field(None, ge=0, le=MOST_PAY, description="Per year")
    salary_currency: Currency | None = Field(None, description="ISO 4217")
    companies_excluded: Wishes | None = None
    available_from: Day | None = None
    notes: Prose | None = None
    contact_full_name: Name | None = Field(None, description="Heads the letters, before the profile's own")
    contact_email: Email | None = None
    contact_phone: Name | None = None
    contact_location: Name | None = None
    contact_website: WebAddress | None = None
    contact_address: Lines | None = Field(None, description="Street and town, line by line")
    contact_links: Annotated[list[WebAddress], Field(max_length=MOST_LINES)] | None = None
    is_default: bool | None = Field(None, description="True makes it the default. The first is, anyway.")

    def told(self) -> dict[str, Any]:
        """The fields that the body names; `null` empties one."""
        return {name: _kept(name, value) for name, value in self if name in self.model_fields_set}


def _kept(name: str, value: Any) -> Any:
    """Lists as the domain keeps them, enums by value."""
    return tuple(str(each) for each in value or ()) if name in _LISTS else value


_LISTS = frozenset(
    {
        "titles",
        "keywords",
        "locations",
        "workplaces",
        "employment_types",
        "companies_excluded",
        "contact_address",
        "contact_links",
    }
)


class JobProfileIn(JobProfileFacts):
    model_config = ConfigDict(json_schema_extra={"examples": [EXAMPLE]})

    name: Name


class JobProfilePatch(Patch, JobProfileFacts):
    """Change what is named: `null` empties a field, a list replaces the one before (RFC 7396)."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"contact_phone": "+44 117 496 0000", "notes": None}]}
    )

    name: Name = ""


class JobProfileOut(Out):
    id: UUID
    version: int
    name: str
    is_default: bool
    titles: list[str]
    keywords: list[str]
    locations: list[str]
    workplaces: list[Workplace]
    employment_types: list[EmploymentType]
    salary_min: int | None
    salary_currency: str | None
    companies_excluded: list[str]
    available_from: date | None
    notes: str | None
    contact_full_name: str | None
    contact_email: str | None
    contact_phone: str | None
    contact_location: str | None
    contact_website: str | None
    contact_address: list[str]
    contact_links: list[str]
    created_at: datetime
    updated_at: datetime


class JobProfilePageOut(PageOut[JobProfileOut]):
    pass
