from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import ConfigDict, Field

from app.domain.documents.approval import ApprovedLine
from app.domain.documents.ats import AtsReceipt
from app.domain.documents.content import DocumentContent, SectionKind
from app.domain.documents.facts import FaithfulnessReceipt
from app.domain.documents.model import DocumentType, Scores
from app.domain.documents.ports import MOST_PAGES, FontFamily, Format, Layout, Paper
from app.domain.documents.readback import ReadBackReceipt
from app.domain.documents.standing import LineSources
from app.presentation.api.documents import examples
from app.presentation.api.documents.content import AsContent
from app.presentation.looks import LookIn, Sections, TitlesIn
from app.presentation.schemas import In, Name, Out, PageOut
from app.presentation.values import becomes


class LayoutIn(LookIn):
    paper: Paper = Paper.A4
    sections: Sections | None = Field(
        None, description="In this order; sections that are not named follow after. It takes nothing away."
    )
    max_pages: int | None = Field(
        None,
        ge=1,
        le=MOST_PAGES,
        description="Set tighter to stay within so many pages, as far as reads well. It cuts nothing.",
    )


def _layout(*, titles: TitlesIn, **said: Any) -> Layout:
    return Layout(titles=titles.by_section(), **said)


AsLayout = Annotated[LayoutIn, becomes(_layout)]


class PreviewIn(In):
    model_config = ConfigDict(json_schema_extra={"examples": [examples.PREVIEW]})

    content: AsContent
    format: Format = Format.HTML
    layout: AsLayout = Field(LayoutIn(), validate_default=True)


class DocumentIn(In):
    """Without content, the title and the look of this version; with it, a new version."""

    model_config = ConfigDict(json_schema_extra={"examples": [examples.UPDATE]})

    title: Name
    layout: AsLayout
    content: AsContent | None = None


class ExportIn(In):
    format: Format = Field(Format.PDF, examples=["pdf"])
    paper: Paper | None = Field(None, description="The document's own when it is not said", examples=["a4"])


class DocumentListingOut(Out):
    id: UUID
    version: int
    generation_id: UUID | None
    job_id: UUID | None
    profile_id: UUID | None
    document_type: DocumentType
    version_number: int = Field(description="Counts the versions for one job and type")
    title: str
    layout: Layout
    scores: Scores
    pinned: bool = Field(description="Current, whatever comes after it: one at most for a job and type")
    frozen_at: datetime | None = Field(
        description="When it was sent with an application. Since then it stays as it is: a change makes "
        "a new version, and it cannot be deleted"
    )
    created_at: datetime
    updated_at: datetime


class DocumentOut(DocumentListingOut):
    parameters: dict[str, Any]
    content: DocumentContent
    faithfulness: FaithfulnessReceipt | None
    ats: AtsReceipt | None
    read_back: ReadBackReceipt | None
    approved: list[ApprovedLine] = Field(
        validation_alias="approved_lines",
        description="Lines that do not hold and that you stand in for: who, when, and for which claims",
    )


class DocumentPageOut(PageOut[DocumentListingOut]):
    """Lists leave out contents and receipts."""


class DocumentSourcesOut(Out):
    document_id: UUID
    marked: int = Field(description="How many lines rest on something that was changed or deleted since")
    lines: list[LineSources]


class ExportOut(Out):
    format: Format
    paper: Paper
    template: str
    sha256: str
    size: int = Field(description="Bytes")
    pages: int | None
    read_back: ReadBackReceipt | None = Field(
        description="What readers that know nothing of us got back: two of a PDF, two of a DOCX, one of "
        "plain text. HTML, Markdown and JSON are not read back"
    )
    warning: str | None = Field(
        description="Why this file had better not be sent: less than 98 % of it came back, or in another "
        "order than it is written"
    )
    created_at: datetime
    download_url: str = Field(
        description="Opens the file without a token, in a phone's browser too, to whoever holds it"
    )
    download_expires_at: datetime = Field(description="Until then `download_url` is good")


class FormatOut(Out):
    format: Format
    name: str
    media_type: str
    extension: str


class TemplateOut(Out):
    id: str
    name: str
    description: str
    font: FontFamily
    accent: str
    columns: int = Field(description="2: with a side column, which is read before the main one")
    sections: list[SectionKind] | None = Field(
        description="Its own order of sections; null: the document's. `layout.sections` goes before both"
    )
    preview_url: str = Field(description="A PNG of it, for everyone")
