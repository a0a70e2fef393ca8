"""The parts of a career, as they come in and go out."""

from typing import Annotated, Any
from uuid import UUID

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field, model_validator

from app.domain.profile.model import (
    MOST_LINES,
    MOST_YEARS,
    Achievement,
    Education,
    Experience,
    Project,
    Skill,
    SkillCategory,
)
from app.presentation.api.profiles import examples
from app.presentation.schemas import DateOut, In, Name, Out, Prose, Sentence, WebAddress

MOST_TEXTS = 50

Years = Annotated[float, Field(ge=0, le=MOST_YEARS)]
Texts = Annotated[list[Sentence], Field(max_length=MOST_TEXTS)]
Names = Annotated[list[Name], Field(max_length=MOST_TEXTS)]
Lines = Annotated[
    list[Sentence],
    Field(max_length=MOST_LINES),
    AfterValidator(lambda texts: tuple(Achievement(text=text) for text in texts)),
]
LinesOut = Annotated[list[str], BeforeValidator(lambda lines: [line.text for line in lines])]


class ComponentIn(In):
    def facts(self) -> dict[str, Any]:
        return {name: tuple(value) if isinstance(value, list) else value for name, value in self}


class Dated(ComponentIn):
    start_date: DateOut | None = None
    end_date: DateOut | None = Field(None, description="Left out while it lasts")

    @model_validator(mode="after")
    def _in_order(self) -> "Dated":
        if self.start_date and self.end_date and self.end_date.is_surely_before(self.start_date):
            raise ValueError("the end is before the start")
        return self


class ExperienceIn(Dated):
    model_config = ConfigDict(json_schema_extra={"examples": [examples.EXPERIENCE]})

    title: Name
    company: Name
    employment: Name | None = Field(
        None, description="Positions that share it were held in one stay with one employer"
    )
    location: Name | None = None
    description: Prose | None = None
    url: WebAddress | None = None
    achievements: Lines = Field([])

    def component(self, **about: Any) -> Experience:
        return Experience(**self.facts() | about)


class EducationIn(Dated):
    model_config = ConfigDict(json_schema_extra={"examples": [examples.EDUCATION]})

    institution: Name
    degree: Name | None = None
    field_of_study: Name | None = None
    location: Name | None = None
    gpa: Name | None = None
    honors: Texts = Field([])
    courses: Texts = Field([])

    def component(self, **about: Any) -> Education:
        return Education(**self.facts() | about)


class ProjectIn(Dated):
    model_config = ConfigDict(json_schema_extra={"examples": [examples.PROJECT]})

    name: Name
    description: Prose | None = None
    highlights: Texts = Field([])
    technologies: Names = Field([])
    role: Name | None = None
    url: WebAddress | None = None

    def component(self, **about: Any) -> Project:
        return Project(**self.facts() | about)


class Expiring(ComponentIn):
    """A proof of something, that may have an end."""

    issuer: Name | None = None
    date_obtained: DateOut | None = None
    date_expires: DateOut | None = None
    credential_id: Name | None = None
    credential_url: WebAddress | None = None

    @model_validator(mode="after")
    def _in_order(self) -> "Expiring":
        begin, end = self.date_obtained, self.date_expires
        if begin and end and end.is_surely_before(begin):
            raise ValueError("it expires before it was obtained")
        return self


class SkillIn(Expiring):
    model_config = ConfigDict(json_schema_extra={"examples": [examples.SKILL]})

    category: SkillCategory
    name: Name
    group: Name | None = Field(None, description="The heading that it stands under, such as `Databases`")
    proficiency: Name | None = None
    years: Years | None = Field(None, description="For how long it has been used")

    def component(self, **about: Any) -> Skill:
        return Skill(**self.facts() | about)


class AchievementIn(ComponentIn):
    """One that stands alone: an award, a prize, a record."""

    text: Sentence
    description: Prose | None = None
    icon: Name | None = None
    awarder: Name | None = None
    date: DateOut | None = None

    def component(self, **about: Any) -> Achievement:
        return Achievement(**self.facts() | about)


class ExperienceChange(ExperienceIn):
    model_config = ConfigDict(json_schema_extra={"examples": [examples.OF_ONE_THERE | examples.EXPERIENCE]})

    id: UUID


class EducationChange(EducationIn):
    model_config = ConfigDict(json_schema_extra={"examples": [examples.OF_ONE_THERE | examples.EDUCATION]})

    id: UUID


class ProjectChange(ProjectIn):
    model_config = ConfigDict(json_schema_extra={"examples": [examples.OF_ONE_THERE | examples.PROJECT]})

    id: UUID


class SkillChange(SkillIn):
    model_config = ConfigDict(json_schema_extra={"examples": [examples.OF_ONE_THERE | examples.SKILL]})

    id: UUID


class Ids(In):
    ids: list[UUID] = Field(min_length=1, max_length=300)


class ExperienceOut(Out):
    id: UUID
    title: str
    company: str
    employment: str | None
    location: str | None
    start_date: DateOut | None
    end_date: DateOut | None
    is_current: bool
    description: str | None
    url: str | None
    achievements: LinesOut
    achievement_ids: list[UUID] = Field(description="Of the achievements, in the same order")


class EducationOut(Out):
    id: UUID
    institution: str
    degree: str | None
    field_of_study: str | None
    location: str | None
    start_date: DateOut | None
    end_date: DateOut | None
    gpa: str | None
    honors: list[str]
    courses: list[str]


class ProjectOut(Out):
    id: UUID
    name: str
    description: str | None
    highlights: list[str]
    technologies: list[str]
    role: str | None
    url: str | None
    start_date: DateOut | None
    end_date: DateOut | None


class SkillOut(Out):
    id: UUID
    category: SkillCategory
    name: str
    group: str | None
    proficiency: str | None
    years: float | None
    issuer: str | None
    date_obtained: DateOut | None
    date_expires: DateOut | None
    credential_id: str | None
    credential_url: str | None


class AchievementOut(Out):
    id: UUID
    text: str
    description: str | None
    icon: str | None
    awarder: str | None
    date: DateOut | None
