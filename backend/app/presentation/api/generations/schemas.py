from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field, StringConstraints, computed_field

from app.domain.documents.ats import AtsReceipt
from app.domain.documents.content import DocumentContent
from app.domain.documents.facts import FaithfulnessReceipt, LineVerdict
from app.domain.documents.model import DocumentType
from app.domain.documents.ports import Paper
from app.domain.documents.readback import ReadBackReceipt
from app.domain.generation.matching import MatchReceipt, Recommendation
from app.domain.generation.model import GenerationStatus, Options, Stage, StageProgress
from app.presentation.schemas import In, Name, Out, PageOut, Sentence

LANGUAGE = r"^[a-z]{2}$"
EXAMPLE_ID = "5b0f9a44-6c5e-4a51-9d5c-0d7c6f6f2a10"


class OptionsIn(In):
    template: Annotated[Name, Field(max_length=50)] = "classic"
    paper: Paper = Paper.A4
    max_pages: int = Field(2, ge=1, le=2)
    language: Annotated[str, StringConstraints(pattern=LANGUAGE)] | None = Field(
        None, description="Of headings and dates; the profile's own when it is not said"
    )

    def chosen(self) -> Options:
        return Options(**self.model_dump())


class GenerationIn(In):
    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"profile_id": EXAMPLE_ID, "job_id": EXAMPLE_ID, "options": {"paper": "a4", "max_pages": 1}}
            ]
        }
    )

    profile_id: UUID
    job_id: UUID
    options: OptionsIn = OptionsIn()


class RegenerationIn(In):
    model_config = ConfigDict(
        json_schema_extra={"examples": [{"options": {"max_pages": 1, "paper": "letter"}}]}
    )

    options: OptionsIn | None = Field(None, description="As before when they are not said")


class MatchIn(In):
    model_config = ConfigDict(json_schema_extra={"examples": [{}]})

    profile_id: UUID | None = Field(None, description="The default profile when it is not said")


class FeedbackIn(In):
    rating: int = Field(ge=1, le=5, examples=[4])
    comment: Sentence | None = Field(None, examples=["The summary is just right."])


class FeedbackOut(Out):
    rating: int | None
    comment: str | None


class GenerationOut(Out):
    id: UUID
    version: int
    status: GenerationStatus
    percent: int = Field(description="How far the whole is")
    stage_progress: list[StageProgress]
    profile_id: UUID | None = Field(description="null when it was deleted since")
    job_id: UUID | None = Field(description="null when it was deleted since")
    document_type: DocumentType
    options: Options
    parent_id: UUID | None = Field(description="The generation that this one does again")
    match_score: float | None
    keywords_required_count: int | None
    keywords_matched_count: int | None
    recommendations: list[Recommendation]
    document_id: UUID | None
    error_message: str | None
    token_usage: int
    generation_time_seconds: float | None
    created_at: datetime
    completed_at: datetime | None
    updated_at: datetime

    @computed_field(description="The same as `id`")  # type: ignore[prop-decorator]
    @property
    def generation_id(self) -> UUID:
        return self.id


class GenerationPageOut(PageOut[GenerationOut]):
    pass


class ReceiptsOut(Out):
    match: MatchReceipt
    faithfulness: FaithfulnessReceipt | None
    ats: AtsReceipt | None
    read_back: ReadBackReceipt | None


class ResultOut(Out):
    generation_id: UUID
    status: GenerationStatus
    document_id: UUID
    content: DocumentContent
    pdf_url: str | None = Field(description="null for what needs review: of that no file is made")
    pages: int | None
    receipts: ReceiptsOut
    taken_out: list[LineVerdict] = Field(description="Lines left out: the profile does not bear them out")


class StageTimeOut(Out):
    stage: Stage
    seconds: float | None


class GenerationAnalyticsOut(Out):
    generation_id: UUID
    status: GenerationStatus
    match_score: float | None
    keywords_required_count: int | None
    keywords_matched_count: int | None
    faithfulness_score: float | None
    ats_score: float | None
    read_back_recall: float | None
    token_usage: int
    generation_time_seconds: float | None
    stages: list[StageTimeOut]


class GenerationTemplateOut(Out):
    id: str
    name: str
    description: str
