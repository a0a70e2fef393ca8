"""What the parser found, with the words that say so."""

from datetime import date
from enum import StrEnum
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


class Sure(StrEnum):
    """How sure it is, the surest first."""

    STATED = "stated"
    """A field of the data says so."""
    NAMED = "named"
    """A label or the posting's head names it."""
    TOLD = "told"
    """A sentence says so, or the rules conclude it."""


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
        None, description="`stated` by a field of the data, `named` by a label or the head, or `told`"
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
        "sure": _sure(found),
    }


def _sure(found: Found[Any]) -> Sure:
    if found.pointer is not None:
        return Sure.STATED
    named = found.rule in _NAMED or found.rule.startswith(_NAMED_BY)
    return Sure.NAMED if named else Sure.TOLD


_NAMED = {"named", "top", "title", "salary.stated"}
_NAMED_BY = ("label.", "top.")
