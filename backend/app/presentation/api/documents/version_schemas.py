from datetime import datetime
from uuid import UUID

from pydantic import ConfigDict, Field

from app.application.documents.versions import Compared, Draft
from app.domain.documents.comparing import PartChange
from app.domain.documents.model import Document, Scores
from app.domain.documents.ports import Format, Layout
from app.domain.shared.ids import ProfileId
from app.presentation.api.documents import examples
from app.presentation.api.documents.content import AsContent
from app.presentation.api.documents.schemas import AsLayout
from app.presentation.schemas import In, Name, Out


class NewVersionIn(In):
    """What is not said is as in the current version."""

    content: AsContent
    title: Name | None = Field(None, description="The job's, for the first version")
    layout: AsLayout | None = None
    profile_id: UUID | None = Field(
        None, description="What it is judged against; for the first version, your default one if not said"
    )

    @property
    def draft(self) -> Draft:
        return Draft(
            content=self.content,  # type: ignore[arg-type]  # it has become the domain's own
            title=self.title,
            layout=self.layout,  # type: ignore[arg-type]
            profile_id=ProfileId(self.profile_id) if self.profile_id else None,
        )


class NewResumeIn(NewVersionIn):
    model_config = ConfigDict(json_schema_extra={"examples": [examples.NEW_RESUME]})


class NewCoverLetterIn(NewVersionIn):
    model_config = ConfigDict(json_schema_extra={"examples": [examples.NEW_LETTER]})


class PinIn(In):
    model_config = ConfigDict(json_schema_extra={"examples": [{"pinned": True}]})

    pinned: bool = Field(True, description="`false` takes the pin off")


PINNED = PinIn(pinned=True)
"""What is meant without a body."""


class VersionPreviewIn(In):
    model_config = ConfigDict(json_schema_extra={"examples": [{"layout": {"paper": "letter"}}]})

    format: Format = Format.PDF
    layout: AsLayout | None = Field(None, description="The version's own when it is not said")


class ComparedVersionOut(Out):
    id: UUID
    version_number: int
    title: str
    language: str
    layout: Layout
    scores: Scores
    created_at: datetime

    @classmethod
    def of(cls, document: Document) -> "ComparedVersionOut":
        return cls(
            id=document.id,
            version_number=document.version_number,
            title=document.title,
            language=document.content.language,
            layout=document.layout,
            scores=document.scores,
            created_at=document.created_at,
        )


class LineCountsOut(Out):
    added: int
    removed: int
    changed: int
    moved: int
    unchanged: int


class ComparisonOut(Out):
    model_config = ConfigDict(populate_by_name=True)

    before: ComparedVersionOut = Field(alias="from")
    after: ComparedVersionOut = Field(alias="to")
    identical: bool = Field(description="The contents are the same in everything, paragraphs included")
    counts: LineCountsOut = Field(description="Lines")
    sections: list[PartChange] = Field(
        description="The header, each section, and the parts of a letter, as the later version has them, "
        "and then those that it no longer has"
    )

    @classmethod
    def of(cls, found: Compared) -> "ComparisonOut":
        return cls(
            before=ComparedVersionOut.of(found.before),
            after=ComparedVersionOut.of(found.after),
            identical=found.comparison.identical,
            counts=LineCountsOut(**found.comparison.counts),
            sections=list(found.comparison.parts),
        )
