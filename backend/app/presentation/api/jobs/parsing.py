"""What the parser found, with the words that say so."""

from datetime import date
from typing import Any, Generic, Self, TypeVar

from pydantic import Field

from app.application.jobs.intake import Reading
from app.domain.jobs.posting import (
    EmploymentType,
    Found,
    Keyword,
    Requirement,
    Salary,
    Seniority,
    Statement,
    Workplace,
)
from app.domain.jobs.sureness import Sure, sure_of
from app.presentation.schemas import Out

T = TypeVar("T")

FIELDS = (
    "title",
    "company",
    "location",
    "salary",
    "workplace",
    "employment_type",
    "seniority",
    "date_posted",
    "application_deadline",
    "url",
)


class PlaceOut(Out):
    """Characters [start, end) of `text`, and what stands there."""

    start: int
    end: int
    text: str


class ReadOut(Out, Generic[T]):
    value: T | None = None
    found: PlaceOut | None = Field(None, description="null: no one place of the text says so")
    pointer: str | None = Field(
        None, description="JSON Pointer of the field that says so, where the posting came as data"
    )
    rule: str | None = Field(None, description="The rule that read it")
    sure: Sure | None = Field(
        None,
        description="`stated` by a field of the data, `named` by a label or the head, `told`, or `guessed`: "
        "a language model takes these words of the posting to say so",
    )


# Each by a name of its own: in a generated client it is the name of a class.
class ReadTextOut(ReadOut[str]):
    pass


class ReadSalaryOut(ReadOut[Salary]):
    pass


class ReadWorkplaceOut(ReadOut[Workplace]):
    pass


class ReadEmploymentTypeOut(ReadOut[EmploymentType]):
    pass


class ReadSeniorityOut(ReadOut[Seniority]):
    pass


class ReadDayOut(ReadOut[date]):
    pass


class ParsedOut(Out):
    source: str = Field(
        description="What it was read from",
        examples=["text", "html", "json_ld", "greenhouse", "lever", "ashby"],
    )
    text: str = Field(description="The text that was read: what was sent, or what a page or its data says")
    language: str = Field(description="ISO 639-1")
    title: ReadTextOut
    company: ReadTextOut
    location: ReadTextOut
    salary: ReadSalaryOut
    workplace: ReadWorkplaceOut
    employment_type: ReadEmploymentTypeOut
    seniority: ReadSeniorityOut
    date_posted: ReadDayOut
    application_deadline: ReadDayOut
    url: ReadTextOut
    requirements: tuple[Requirement, ...]
    responsibilities: tuple[Statement, ...]
    benefits: tuple[Statement, ...]
    skills: tuple[Keyword, ...]
    remarks: tuple[str, ...] = Field((), description="What came of asking the language model")

    @classmethod
    def of(cls, reading: Reading) -> Self:
        parsed, text = reading.parsed, reading.text
        return cls(
            source=reading.source,
            text=text,
            **{name: _read(getattr(parsed, name), text) for name in FIELDS},
            language=parsed.language,
            requirements=parsed.requirements,
            responsibilities=parsed.responsibilities,
            benefits=parsed.benefits,
            skills=parsed.skills,
            remarks=reading.remarks,
        )


def _read(found: Found[Any] | None, text: str) -> Any:
    if found is None:
        return ReadOut()
    span = found.span
    place = PlaceOut(start=span.start, end=span.end, text=text[span.start : span.end]) if span else None
    return {
        "value": found.value,
        "found": place,
        "pointer": found.pointer,
        "rule": found.rule,
        "sure": sure_of(found),
    }
