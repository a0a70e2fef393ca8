"""What was read of a resume, as it is sent: each value with its place, and dates as everywhere."""

from pydantic import Field

from app.presentation.schemas import DateOut, Out


class _PlaceOut(Out):
    start: int = Field(description="The first of its characters in `text`")
    end: int = Field(description="The one after its last")
    sureness: float = Field(description="0 to 1: 1 certain, 0.8 likely, 0.5 guessed")


class ReadTextOut(_PlaceOut):
    value: str


class ReadDateOut(_PlaceOut):
    value: DateOut


class ReadExperienceOut(Out):
    title: ReadTextOut | None
    company: ReadTextOut | None
    location: ReadTextOut | None
    start: ReadDateOut | None
    end: ReadDateOut | None
    current: bool
    description: ReadTextOut | None
    bullets: list[ReadTextOut]


class ReadEducationOut(Out):
    school: ReadTextOut | None
    degree: ReadTextOut | None
    field: ReadTextOut | None
    location: ReadTextOut | None
    start: ReadDateOut | None
    end: ReadDateOut | None
    gpa: ReadTextOut | None
    notes: list[ReadTextOut]


class ReadSkillOut(Out):
    name: ReadTextOut
    group: str | None


class ReadLanguageOut(Out):
    name: ReadTextOut
    level: str | None


class ReadCertificateOut(Out):
    name: ReadTextOut
    issuer: str | None
    date: DateOut | None


class ReadProjectOut(Out):
    name: ReadTextOut
    start: DateOut | None
    end: DateOut | None
    bullets: list[ReadTextOut]


class ReadPartOut(Out):
    heading: str
    texts: list[ReadTextOut]


class ReadResumeOut(Out):
    language: str
    name: ReadTextOut | None
    headline: ReadTextOut | None
    email: ReadTextOut | None
    phone: ReadTextOut | None = Field(description="As it is written")
    phone_e164: str | None = Field(
        description="As machines dial it, its country told by the number, the place or the language; null "
        "where none of them tells",
        examples=["+442079460958"],
    )
    location: ReadTextOut | None
    links: list[ReadTextOut]
    summary: ReadTextOut | None
    experiences: list[ReadExperienceOut]
    education: list[ReadEducationOut]
    skills: list[ReadSkillOut]
    languages: list[ReadLanguageOut]
    certificates: list[ReadCertificateOut]
    projects: list[ReadProjectOut]
    awards: list[ReadTextOut]
    others: list[ReadPartOut] = Field(description="What found no field, under its own heading")
