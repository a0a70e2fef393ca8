from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import ConfigDict, Field

from app.domain.documents.uploads import Suggestion, UploadReceipt
from app.domain.generation.matching import MatchReceipt
from app.domain.resumes.files import FileKind
from app.domain.resumes.importing import Unsure
from app.domain.resumes.model import Resume
from app.presentation.api.resumes.parsed import ReadResumeOut
from app.presentation.schemas import In, Out, PageOut


class ResumeCardOut(Out):
    """The file, without what it says."""

    id: UUID
    version: int
    name: str = Field(description="What the file is called, cleaned of what is no name")
    kind: FileKind = Field(description="By its content")
    size: int = Field(description="Bytes")
    sha256: str
    is_primary: bool = Field(description="Of whoever has any, exactly one")
    pages: int
    language: str = Field(description="ISO 639-1, of its text")
    reader: str = Field(description="What made text of it, with its version")
    remarks: list[str] = Field(description="What could not be read or was left out")
    extracted_at: datetime
    created_at: datetime
    updated_at: datetime


class ResumePageOut(PageOut[ResumeCardOut]):
    """Lists leave out texts and fields."""


class ResumeOut(ResumeCardOut):
    text: str = Field(description="What the file says, in the order a person reads it")
    parsed: ReadResumeOut


class FoundOut(Out):
    """How much was read."""

    name: bool
    email: bool
    experiences: int
    education: int
    skills: int
    projects: int
    languages: int
    certificates: int
    others: int = Field(description="Sections that a profile has no fields for")


class UploadedResumeOut(ResumeCardOut):
    found: FoundOut


def uploaded(resume: Resume) -> UploadedResumeOut:
    parsed = resume.parsed
    counts: dict[str, Any] = {
        name: len(getattr(parsed, name)) for name in FoundOut.model_fields if name not in ("name", "email")
    }
    found = FoundOut(name=parsed.name is not None, email=parsed.email is not None, **counts)
    return UploadedResumeOut(**dict(ResumeCardOut.model_validate(resume)), found=found)


class AnalyzeIn(In):
    model_config = ConfigDict(json_schema_extra={"examples": [{}]})

    job_id: UUID | None = Field(None, description="One's own job, or one of the board's, to hold it against")


class ScoredResumeOut(Out):
    resume_id: UUID
    resume_version: int


class ResumeScoreOut(ScoredResumeOut):
    ats: UploadReceipt = Field(
        description="As a document's. `where` are JSON Pointers within the resume's `parsed`"
    )


class ResumeSuggestionsOut(ScoredResumeOut):
    total: float = Field(description="The ATS total as it is")
    suggestions: list[Suggestion] = Field(description="The most useful first")


class CareerOut(Out):
    """What was read, in brief."""

    full_name: str
    headline: str | None
    years_of_experience: float
    counts: dict[str, int] = Field(description="Of each part of a career")


class ResumeAnalysisOut(ResumeScoreOut):
    suggestions: list[Suggestion] = Field(description="The most useful first")
    career: CareerOut
    unsure: list[Unsure] = Field(description="Values that were guessed, and names that were not found")
    match: MatchReceipt | None = Field(description="How well it answers the job; null without one")
    sources: dict[str, str] = Field(
        description="By the ids that the match rests on, JSON Pointers within the resume's `parsed`"
    )
