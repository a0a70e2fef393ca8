from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import ConfigDict, Field, model_validator
from pydantic import StringConstraints as Bounds

from app.domain.applications.status import ApplicationStatus
from app.domain.jobs.model import JobStatus
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
from app.domain.jobs.reading import MOST_STATEMENTS
from app.presentation.api.jobs import examples
from app.presentation.notes import ALL_OF_THEM, Notes, told
from app.presentation.schemas import (
    ANY_TEXT,
    Amount,
    Currency,
    Day,
    In,
    Name,
    NoControl,
    Out,
    PageOut,
    Patch,
    Sentence,
    Source,
    WebAddress,
)
from app.presentation.values import becomes, frozen

LONGEST_POSTING = 200_000
LONGEST_PAGE = 2_000_000

RawText = Annotated[str, Bounds(max_length=LONGEST_POSTING), NoControl, ANY_TEXT]
PageSource = Annotated[str, Bounds(min_length=1, max_length=LONGEST_PAGE), NoControl, ANY_TEXT]
_SomeOf = Field(min_length=1, max_length=1_000)
ForeignData = Annotated[dict[str, Any], _SomeOf] | Annotated[list[Any], _SomeOf]
Language = Annotated[str, Bounds(pattern=r"^[a-z]{2}$"), Field(examples=["en"])]
Offset = Annotated[int, Field(ge=0, le=LONGEST_POSTING)]


class SpanIn(In):
    """Characters [start, end) of the text."""

    start: Offset
    end: Offset


AsSpan = Annotated[SpanIn, becomes(Span)]


class SalaryIn(In):
    minimum: Amount | None = None
    maximum: Amount | None = None
    currency: Currency | None = None
    period: Period | None = None

    @model_validator(mode="after")
    def _in_order(self) -> "SalaryIn":
        if self.minimum is not None and self.maximum is not None and self.minimum > self.maximum:
            raise ValueError("the minimum is above the maximum")
        return self


class RequirementIn(In):
    text: Sentence
    need: Need
    skills: list[Name] = Field([], max_length=100)
    years: Annotated[float, Field(ge=0, le=100, allow_inf_nan=False)] | None = None
    span: AsSpan | None = None


class StatementIn(In):
    text: Sentence
    span: AsSpan | None = None


class KeywordIn(In):
    name: Name
    written: Name
    span: AsSpan | None = None


AsSalary = Annotated[SalaryIn, becomes(Salary)]
_Bounded = Field(max_length=MOST_STATEMENTS)
Requirements = Annotated[list[Annotated[RequirementIn, becomes(Requirement)]], _Bounded]
Statements = Annotated[list[Annotated[StatementIn, becomes(Statement)]], _Bounded]
Keywords = Annotated[list[Annotated[KeywordIn, becomes(Keyword)]], _Bounded]


UseModel = Annotated[
    bool,
    Field(
        description="Let the language model of this installation point at the words of the posting that say "
        "what the rules did not find, or are not sure of: title, company, location, workplace, type and "
        "level, never pay. Words that do not stand in the text are dropped. The text leaves the machine, "
        "nothing about you does; what it costs counts to your month. `remarks` says what came of it."
    ),
]


class JobFacts(In):
    """What may be said of a job. `null` says nothing, or takes back what was said."""

    company: Name | None = None
    location: Name | None = None
    description: RawText | None = None
    raw_text: RawText | None = Field(None, description="The posting as it came.")
    url: WebAddress | None = None
    language: Language | None = None
    salary: AsSalary | None = None
    remote: bool | None = None
    workplace: Workplace | None = None
    employment_type: EmploymentType | None = None
    seniority: Seniority | None = None
    requirements: Requirements | None = None
    responsibilities: Statements | None = None
    benefits: Statements | None = None
    skills: Keywords | None = None
    date_posted: Day | None = None
    application_deadline: Day | None = None
    status: JobStatus | None = None

    def told(self) -> dict[str, Any]:
        """What is named in the body, as the domain's values."""
        return {name: frozen(getattr(self, name)) for name in self.model_fields_set}


class Posting(In):
    """A posting as it came, in one of three forms."""

    html: PageSource | None = Field(
        None,
        description="A page's source. What it carries for search engines is read, and of its text what a "
        "visitor sees. Nothing is fetched.",
    )
    data: ForeignData | None = Field(
        None,
        description="A posting as data: schema.org's JobPosting (also in a list or `@graph`), or what the "
        "public boards of Greenhouse, Lever and Ashby answer. One posting.",
    )


class JobIn(JobFacts, Posting):
    """A posting (as `raw_text`, `html` or `data`), fields, or both: where both say something, the field is
    right."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [examples.AS_TEXT, examples.AS_FIELDS, examples.AS_DATA]}
    )

    source: Source = Field(description="Where it comes from: user_created, indeed, linkedin, imported ...")
    title: Name | None = Field(None, description="Needed when the text names none.")


class ReplacedJob(JobIn):
    use_llm: UseModel = False


class NewJob(ReplacedJob):
    publish: bool = Field(False, description="Put it on the public board of jobs. For admins.")


class JobPatch(Patch, JobFacts):
    model_config = ConfigDict(json_schema_extra={"examples": [examples.PATCH]})

    source: Source = ""
    title: Name = ""
    tracking_status: ApplicationStatus | None = Field(None, description="Move your application for it")
    favorite: bool | None = None
    notes: Notes | None = Field(None, description=f"On your application. {ALL_OF_THEM}")

    @property
    def facts(self) -> dict[str, Any]:
        """Of the job itself."""
        return {name: value for name, value in self.told().items() if name not in _OF_CARD}

    @property
    def of_card(self) -> dict[str, Any]:
        """`null` says nothing."""
        said: dict[str, Any] = {"status": self.tracking_status, "favorite": self.favorite}
        said |= {"notes": None if self.notes is None else told(self.notes)}
        return {name: value for name, value in said.items() if value is not None}


_OF_CARD = {"tracking_status", "favorite", "notes"}


class PostingIn(Posting):
    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"raw_text": examples.POSTING},
                {"html": examples.PAGE},
                {"data": examples.JOB_POSTING},
            ]
        }
    )

    raw_text: Annotated[RawText, Field(min_length=1)] | None = None
    use_llm: UseModel = False

    def told(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self.model_fields_set - {"use_llm"}}


class JobListingOut(Out):
    id: UUID
    version: int
    user_id: UUID | None = Field(description="null: it stands on the public board of jobs")
    source: str
    title: str
    company: str | None
    location: str | None
    url: str | None
    language: str | None
    salary: Salary | None
    salary_range: str | None = Field(
        description="The salary in words", examples=["GBP 31,000 - 38,000 per year"]
    )
    remote: bool
    workplace: Workplace | None
    employment_type: EmploymentType | None
    seniority: Seniority | None
    date_posted: date | None
    application_deadline: date | None
    status: JobStatus = Field(description="`expired` from the day after `application_deadline`, by itself")
    duplicate_of: UUID | None = Field(
        description="Another one for the same post, of one's own or on the public board, that was there first"
    )
    repost_of: UUID | None = Field(
        description="An earlier one for the same post, that had closed or was posted on an earlier day"
    )
    created_at: datetime
    updated_at: datetime
    application_id: UUID | None = Field(None, description="Yours for this job; null without one")
    tracking_status: ApplicationStatus | None = Field(None, description="Where it stands")
    favorite: bool = Field(False, description="Whether it is a favorite of yours")


class JobOut(JobListingOut):
    description: str
    raw_text: str | None
    requirements: tuple[Requirement, ...]
    responsibilities: tuple[Statement, ...]
    benefits: tuple[Statement, ...]
    skills: tuple[Keyword, ...]
    remarks: tuple[str, ...] = Field(
        (), description="What came of asking the language model; only in the answer to what was read"
    )


class JobPageOut(PageOut[JobListingOut]):
    """Lists leave out a job's texts."""
