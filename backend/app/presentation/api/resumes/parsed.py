"""What was read of a resume, as it is sent: each value with its place, and dates as everywhere."""

from pydantic import Field

from app.presentation.schemas import DateOut, Out


class _PlaceOut(Out):
    start: int = Field(description="The first of its characters in `text`")
    end: int = Field(description="The one after its last")
    sureness: float = Field(description="0 to 1: 1 certain, 0.8 likely, 0.5 guessed")


class ResumeTextOut(_PlaceOut):
    value: str


class ResumeDateOut(_PlaceOut):
    value: DateOut


class ReadExperienceOut(Out):
    title: ResumeTextOut | None
    company: ResumeTextOut | None
    location: ResumeTextOut | None
    start: ResumeDateOut | None
    end: ResumeDateOut | None
    current: bool
    description: ResumeTextOut | None
    bullets: list[ResumeTextOut]


class ReadEducationOut(Out):
    school: ResumeTextOut | None
    degree: ResumeTextOut | None
    field: ResumeTextOut | None
    location: ResumeTextOut | None
    start: ResumeDateOut | None
    end: ResumeDateOut | None
    gpa: ResumeTextOut | None
    notes: list[ResumeTextOut]


class ReadSkillOut(Out):
    name: ResumeTextOut
    group: str | None


class ReadLanguageOut(Out):
    name: ResumeTextOut
    level: str | None


class ReadCertificateOut(Out):
    name: ResumeTextOut
    issuer: str | None
    date: DateOut | None


class ReadProjectOut(Out):
    name: ResumeTextOut
    start: DateOut | None
    end: DateOut | None
    bullets: list[ResumeTextOut]


class ReadPartOut(Out):
    heading: str
    texts: list[ResumeTextOut]


class ReadResumeOut(Out):
    language: str
    name: ResumeTextOut | None
    headline: ResumeTextOut | None
    email: ResumeTextOut | None
    phone: ResumeTextOut | None = Field(description="As it is written")
    phone_e164: str | None = Field(
        description="As machines dial it, its country told by the number, the place or the language; null "
        "where none of them tells",
        examples=["+442079460958"],
    )
    location: ResumeTextOut | None
    links: list[ResumeTextOut]
    summary: ResumeTextOut | None
    experiences: list[ReadExperienceOut]
    education: list[ReadEducationOut]
    skills: list[ReadSkillOut]
    languages: list[ReadLanguageOut]
    certificates: list[ReadCertificateOut]
    projects: list[ReadProjectOut]
    awards: list[ResumeTextOut]
    others: list[ReadPartOut] = Field(description="What found no field, under its own heading")
