"""Cover letters on files: what one answers, and what its sentences may name of it."""

from collections.abc import Mapping
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from pydantic import TypeAdapter, ValidationError

from app.domain.documents.letters.occasion import JobFacts, Occasion
from app.domain.generation.analysis import JobAnalysis
from app.domain.shared.ids import JobId

_NAME = "jobwise:posting"


def occasion_of(analysis: JobAnalysis) -> Occasion:
    """The posting by name. The same posting always has the same id."""
    at = JobId(uuid5(NAMESPACE_URL, f"{_NAME}:{analysis.title}:{analysis.company}"))
    return Occasion(job=JobFacts(id=at, title=analysis.title, company=analysis.company))


def occasion_in(result: Mapping[str, Any]) -> Occasion | None:
    """That of a result.json: as the engine wrote it, or the job that the API tells beside it."""
    try:
        if "occasion" in result:
            found: Occasion = TypeAdapter(Occasion).validate_python(result["occasion"])
            return found
        job = result["job"]
        facts = JobFacts(id=JobId(UUID(job["id"])), title=str(job["title"]), company=job["company"])
        return Occasion(job=facts)
    except (KeyError, TypeError, ValueError, ValidationError):
        return None
