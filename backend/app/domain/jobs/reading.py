"""What a posting's text says of a job, cut to the size that a job has room for."""

from dataclasses import fields, replace
from typing import Any

from app.domain.jobs.model import Job, Told
from app.domain.jobs.posting import Found, ParsedPosting, Workplace

LONGEST_LINE = 200
LONGEST_STATEMENT = 2_000
MOST_STATEMENTS = 1_000


def facts_of(parsed: ParsedPosting, text: str) -> dict[str, Any]:
    """By the names of Job's fields; what the text does not say is left out."""
    told = {
        "title": _line(parsed.title),
        "company": _line(parsed.company),
        "location": _line(parsed.location),
        "salary": parsed.salary and parsed.salary.value,
        "workplace": parsed.workplace and parsed.workplace.value,
        "remote": bool(parsed.workplace and parsed.workplace.value is Workplace.REMOTE),
        "employment_type": parsed.employment_type and parsed.employment_type.value,
        "seniority": parsed.seniority and parsed.seniority.value,
        "date_posted": parsed.date_posted and parsed.date_posted.value,
        "application_deadline": parsed.application_deadline and parsed.application_deadline.value,
        "url": parsed.url and parsed.url.value,
        "requirements": _cut(parsed.requirements),
        "responsibilities": _cut(parsed.responsibilities),
        "benefits": _cut(parsed.benefits),
        "skills": parsed.skills[:MOST_STATEMENTS],
        "language": parsed.language,
        "description": text,
    }
    return {name: value for name, value in told.items() if value is not None}


def blank() -> dict[str, Any]:
    """What a job says when nobody said anything: the defaults of its fields."""
    return {f.name: f.default for f in fields(Job) if f.name not in _FIXED and f.name not in _ASKED}


_FIXED = {"id", "version", "user_id", "duplicate_of", "repost_of", "created_at", "updated_at"}
_ASKED = {"source", "title"}


def _line(found: Found[str] | None) -> str | None:
    return " ".join(found.value.split())[:LONGEST_LINE].strip() or None if found else None


def _cut(lines: tuple[Told, ...]) -> tuple[Told, ...]:
    return tuple(_shortened(line) for line in lines[:MOST_STATEMENTS])


def _shortened(line: Any) -> Any:
    return line if len(line.text) <= LONGEST_STATEMENT else replace(line, text=line.text[:LONGEST_STATEMENT])
