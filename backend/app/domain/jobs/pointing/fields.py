from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from app.domain.jobs.parsing.terms import (
    employment_type_named,
    seniority_named,
    seniority_of_title,
    workplace_named,
    workplace_said,
)
from app.domain.jobs.posting import ParsedPosting
from app.domain.jobs.sureness import Sure, sure_of


class PointedField(StrEnum):
    """What may be pointed at. Pay, days and addresses are read by rules alone."""

    TITLE = "title"
    COMPANY = "company"
    LOCATION = "location"
    WORKPLACE = "workplace"
    EMPLOYMENT_TYPE = "employment_type"
    SENIORITY = "seniority"


READ: Mapping[PointedField, Callable[[str], Any]] = {
    PointedField.TITLE: str,
    PointedField.COMPANY: str,
    PointedField.LOCATION: str,
    PointedField.WORKPLACE: lambda words: workplace_named(words) or workplace_said(words),
    PointedField.EMPLOYMENT_TYPE: employment_type_named,
    PointedField.SENIORITY: lambda words: seniority_of_title(words) or seniority_named(words),
}
"""What the words come to: of a choice, what the rules read in them, and None where they read nothing."""


@dataclass(frozen=True, slots=True)
class PointedAt:
    field: PointedField
    text: str
    """Words of the posting, to the letter."""


@dataclass(frozen=True, slots=True)
class PointedOut:
    fields: tuple[PointedAt, ...]


def unsure(parsed: ParsedPosting, *, said: Collection[str] = ()) -> tuple[PointedField, ...]:
    """What no rule has found, or only a sentence tells; not what the caller says already."""
    return tuple(field for field in PointedField if field.value not in said and _is_unsure(parsed, field))


def _is_unsure(parsed: ParsedPosting, field: PointedField) -> bool:
    found = getattr(parsed, field.value)
    return found is None or sure_of(found) is Sure.TOLD
