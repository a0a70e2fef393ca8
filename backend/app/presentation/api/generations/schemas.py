from dataclasses import replace
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import ConfigDict, Field, StringConstraints, computed_field

from app.domain.documents.approval import ApprovedLine
from app.domain.documents.ats import AtsReceipt
from app.domain.documents.content import DocumentContent, SectionKind
from app.domain.documents.facts import FaithfulnessReceipt, LineVerdict
from app.domain.documents.model import DocumentType
from app.domain.documents.ports import FontFamily, Paper
from app.domain.documents.readback import ReadBackReceipt
from app.domain.generation.instructions import Wishes
from app.domain.generation.matching import MatchReceipt, Recommendation
from app.domain.generation.model import GenerationStatus, Stage, StageProgress, StageState
from app.domain.generation.options import LONGEST_EMPHASIS, MOST_EMPHASIS, Length, Options, Tone
from app.presentation.looks import LookIn, Sections
from app.presentation.schemas import In, Name, Out, PageOut, Sentence

LANGUAGE = r"^[a-z]{2}$"
EXAMPLE_ID = "5b0f9a44-6c5e-4a51-9d5c-0d7c6f6f2a10"
Emphasis = Annotated[Name, Field(max_length=LONGEST_EMPHASIS)]


class OptionsIn(LookIn):
    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "template": "modern",
                    "accent": "#7a1f3d",
                    "paper": "a4",
                    "max_pages": 1,
                    "length": "short",
                    "tone": "confident",
                    "language": "en",
                    "emphasis": ["Kubernetes", "leadership"],
                    "sections": ["summary", "skills", "experience", "education"],
                    "instructions": "Leave out volunteering. No more than 3 bullets per job.",
                }
            ]
        }
    )

    paper: Paper = Paper.A4
    max_pages: int = Field(
        2,
        ge=1,
        le=2,
        description="Set a little tighter before anything is cut; what is cut stands in the result's notes",
    )
    language: Annotated[str, StringConstraints(pattern=LANGUAGE)] | None = Field(
        None,
        description="Of headings, dates and names of languages; the profile's own when it is not said. "
        "Your own words stay as they are.",
    )
    tone: Tone = Field(
        Tone.PROFESSIONAL,
        description="How a letter speaks. In a resume it only decides which of your own statements, equally "
        "relevant, comes first: those with figures (confident), about people (warm), or short (concise).",
    )
    length: Length = Field(
        Length.MEDIUM,
        description="How much is kept, within `max_pages`. Bullets under the newest and the most fitting "
        "position, and under the others: short 3 and 2, medium 7 and 5, long 12 and 10.",
    )
    emphasis: list[Emphasis] = Field(
        default=[],
        max_length=MOST_EMPHASIS,
        description="Skills, themes or names. What speaks for them comes first and is kept before the rest; "
        "what your profile does not speak of is noted, never added.",
    )
    sections: Sections | None = Field(
        None, description="Which sections, in this order. Name and contact details always stand above them."
    )
    instructions: Sentence | None = Field(
        None,
        description="In your own words (English, German, French or Spanish). They may choose and order, "
        "never add facts. The result says what was understood and what was not.",
    )
    use_llm: bool = Field(
        False,
        description="Let the language model of this installation word summary and experience and order the "
        "skills; of a letter, word what it tells of the career. Your account has to allow it first "
        "(`llm_allowed` in `PATCH /users/me`), else the answer is 409 `consent_needed`. What it cannot be "
        "had for is in your own words, and `degraded` and `notes` say so. It gets neither your name nor how "
        "to reach you.",
    )

    job_profile_id: UUID | None = Field(
        None, description="Of a letter: whose contact block heads it; the default one's when it is not said"
    )

    def chosen(self) -> Options:
        said: dict[str, Any] = dict(self) | {"titles": self.titles.by_section()}
        said["emphasis"] = tuple(self.emphasis)
        said["sections"] = tuple(self.sections) if self.sections is not None else None
        return Options(**said)

    def changed(self, before: Options) -> Options:
        """What is not said stays as it was."""
        chosen = self.chosen()
        return replace(before, **{name: getattr(chosen, name) for name in self.model_fields_set})


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


class DocumentGenerationIn(GenerationIn):
    document_type: DocumentType = DocumentType.RESUME


class RegenerationIn(In):
    model_config = ConfigDict(
        json_schema_extra={"examples": [{"options": {"max_pages": 1, "paper": "letter"}}]}
    )

    options: OptionsIn = Field(OptionsIn(), description="Each that is not said stays as it was")


class MatchIn(In):
    model_config = ConfigDict(json_schema_extra={"examples": [{}]})

    profile_id: UUID | None = Field(None, description="The default profile when it is not said")


class FeedbackIn(In):
    rating: int = Field(ge=1, le=5, examples=[4])
    comment: Sentence | None = Field(None, examples=["The summary is just right."])


class FeedbackOut(Out):
    rating: int | None
    comment: str | None


class ProgressOut(Out):
    percent: int
    stage: Stage | None = Field(description="null before the first and after the last")
    stages_done: int
    stages: int


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
    cost_micros: int = Field(description="Millionths of the currency that `/users/me/usage` names")
    estimated_completion: datetime | None = Field(
        description="As it looked when you asked for it, by how long your last ones took"
    )
    generation_time_seconds: float | None
    created_at: datetime
    completed_at: datetime | None
    updated_at: datetime

    @computed_field(description="The same as `id`")  # type: ignore[prop-decorator]
    @property
    def generation_id(self) -> UUID:
        return self.id

    @computed_field(description="Where it is at this moment")  # type: ignore[prop-decorator]
    @property
    def progress(self) -> ProgressOut:
        running = (p.name for p in self.stage_progress if p.state is StageState.RUNNING)
        done = sum(p.state is StageState.COMPLETED for p in self.stage_progress)
        return ProgressOut(
            percent=self.percent,
            stage=next(running, None),
            stages_done=done,
            stages=len(self.stage_progress),
        )


class GenerationPageOut(PageOut[GenerationOut]):
    pass


class ReceiptsOut(Out):
    match: MatchReceipt
    faithfulness: FaithfulnessReceipt | None
    ats: AtsReceipt | None
    read_back: ReadBackReceipt | None
    approved: list[ApprovedLine] = Field(
        description="Lines that do not hold and that you stand in for: who, when, and for which claims"
    )


class ResultOut(Out):
    generation_id: UUID
    status: GenerationStatus
    document_id: UUID
    content: DocumentContent
    pdf_url: str | None = Field(description="null for what needs review: of that no file is made")
    pages: int | None
    receipts: ReceiptsOut
    taken_out: list[LineVerdict] = Field(description="Lines left out: the profile does not bear them out")
    wishes: Wishes | None = Field(
        description="What was understood of the instructions, word for word, and what was not; "
        "null without instructions"
    )
    degraded: bool = Field(
        description="A language model was to word it and could not be had for all of it; the notes say why"
    )
    notes: list[str] = Field(description="What of the options could not be heeded, and the like")


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
    cost_micros: int = Field(description="Millionths of the currency that `/users/me/usage` names")
    attempts: int = Field(description="How often it was begun; 0 while it waits for the first time")
    takeovers: int = Field(description="How often whoever was at it went down, and another went on")
    failures: int = Field(description="How often something went wrong and it was tried again")
    regenerations: int = Field(description="How often it was done again since")
    rating: int | None
    generation_time_seconds: float | None
    stages: list[StageTimeOut]


class GenerationTemplateOut(Out):
    id: str
    name: str
    description: str
    letter: str = Field(description="How the cover letter that goes with it looks")
    font: FontFamily
    accent: str
    columns: int
    sections: list[SectionKind] | None = Field(description="Its own order of sections; null: the document's")

    @computed_field(description="A PNG of a resume, for everyone")
    def preview_url(self) -> str:
        return f"/api/v1/templates/resumes/{self.id}/preview"

    @computed_field(description="A PNG of a cover letter, for everyone")
    def letter_preview_url(self) -> str:
        return f"/api/v1/templates/cover-letters/{self.id}/preview"
