"""What the parser found, with the words that say so."""

from typing import Any, Generic, Self, TypeVar

from pydantic import Field

from app.domain.jobs.posting import (
    EmploymentType,
    Found,
    Keyword,
    ParsedPosting,
    Requirement,
    Salary,
    Seniority,
    Statement,
    Workplace,
)
from app.presentation.schemas import Out

T = TypeVar("T")

FIELDS = ("title", "company", "location", "salary", "workplace", "employment_type", "seniority")


class PlaceOut(Out):
    """Characters [start, end) of the text that was sent, and what stands there."""

    start: int
    end: int
    text: str


class ReadOut(Out, Generic[T]):
    value: T | None = None
    found: PlaceOut | None = Field(None, description="null: no one place of the text says so")
    rule: str | None = Field(None, description="The rule that read it")


class ParsedOut(Out):
    language: str = Field(description="ISO 639-1")
    title: ReadOut[str]
    company: ReadOut[str]
    location: ReadOut[str]
    salary: ReadOut[Salary]
    workplace: ReadOut[Workplace]
    employment_type: ReadOut[EmploymentType]
    seniority: ReadOut[Seniority]
    requirements: tuple[Requirement, ...]
    responsibilities: tuple[Statement, ...]
    benefits: tuple[Statement, ...]
    skills: tuple[Keyword, ...]

    @classmethod
    def of(cls, parsed: ParsedPosting, text: str) -> Self:
        return cls(
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
    return {"value": found.value, "found": place, "rule": found.rule}
