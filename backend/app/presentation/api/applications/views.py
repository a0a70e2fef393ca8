"""What an application says, as it is sent by us."""

from datetime import date, datetime
from uuid import UUID

from pydantic import Field, computed_field

from app.application.applications.table import Outcome
from app.domain.applications.status import MOVES, ApplicationStatus
from app.domain.documents.model import DocumentType
from app.domain.documents.ports import Format
from app.domain.jobs.posting import Period
from app.presentation.schemas import Out, PageOut


class NoteOut(Out):
    id: UUID
    text: str
    at: datetime = Field(description="When it was written, or last changed")


class ContactOut(Out):
    name: str
    role: str | None
    email: str | None
    phone: str | None


class FollowUpOut(Out):
    on: date
    about: str | None
    done: bool


class SalaryTalkOut(Out):
    asked: float | None
    offered: float | None
    currency: str | None
    period: Period | None


class MoveOut(Out):
    before: ApplicationStatus | None = Field(description="null for the first")
    after: ApplicationStatus
    at: datetime
    by: UUID = Field(description="Whose move it was")
    why: str | None
    stayed: float | None = Field(description="Seconds at `before`; null where nobody knows")


class SentFileOut(Out):
    format: Format
    sha256: str
    size: int


class SentDocumentOut(Out):
    document_id: UUID | None
    document_type: DocumentType
    title: str
    version_number: int
    at: datetime
    files: list[SentFileOut] = Field(description="Every format, as it was when it went out")

    @computed_field(description="Of the PDF")  # type: ignore[prop-decorator]
    @property
    def sha256(self) -> str | None:
        return next((file.sha256 for file in self.files if file.format is Format.PDF), None)

    @computed_field(description="The PDF, byte for byte as it was sent")  # type: ignore[prop-decorator]
    @property
    def download_url(self) -> str | None:
        where = f"/api/v1/documents/{self.document_id}/download?format=pdf"
        return where if self.document_id else None


class ApplicationListingOut(Out):
    id: UUID
    version: int
    job_id: UUID | None = Field(description="null when the job was deleted since")
    title: str = Field(description="This and the next three: of the posting, as it was saved or applied for")
    company: str | None
    location: str | None
    url: str | None
    source: str
    status: ApplicationStatus
    favorite: bool
    follow_up_on: date | None = Field(description="The first that is still to be done")
    applied_at: datetime | None
    moved_at: datetime = Field(description="Since when it stands where it does")
    created_at: datetime
    updated_at: datetime


class ApplicationOut(ApplicationListingOut):
    notes: list[NoteOut]
    contacts: list[ContactOut]
    follow_ups: list[FollowUpOut]
    salary: SalaryTalkOut | None
    history: list[MoveOut] = Field(description="The oldest move first")
    sent: list[SentDocumentOut]

    @computed_field(description="Where it may go from here")  # type: ignore[prop-decorator]
    @property
    def allowed(self) -> list[ApplicationStatus]:
        return list(MOVES[self.status])


class ApplicationPageOut(PageOut[ApplicationListingOut]):
    """Lists leave out notes, contacts and history."""


class ColumnOut(Out):
    status: ApplicationStatus
    count: int = Field(description="All of them, shown or not")
    cards: list[ApplicationListingOut] = Field(description="Those applications that moved here last")


class BoardOut(Out):
    columns: list[ColumnOut]


class MarkOut(Out):
    job_id: UUID
    application_id: UUID | None
    tracking_status: ApplicationStatus | None
    favorite: bool


class FunnelStageOut(Out):
    status: ApplicationStatus
    reached: int = Field(description="So many were here, or further")
    of_previous: float | None = Field(description="The share of those at the stage before")
    of_all: float | None = Field(description="The share of all")


class TimeInStageOut(Out):
    status: ApplicationStatus
    median_days: float | None = Field(description="Of those that have left it; null where none has")


class WeekOut(Out):
    begins: date = Field(description="A Monday, in UTC")
    saved: int
    applied: int


class StatsOut(Out):
    total: int
    by_status: dict[ApplicationStatus, int]
    by_source: dict[str, int]
    funnel: list[FunnelStageOut]
    time_in_stage: list[TimeInStageOut]
    weeks: list[WeekOut]


class ImportedRowOut(Out):
    row: int = Field(description="As a spreadsheet counts; the header is the first")
    outcome: Outcome
    application_id: UUID


class ImportOut(Out):
    created: int
    skipped: int
    rows: list[ImportedRowOut]
    ignored_columns: list[str] = Field(description="They mean nothing here")
    charset: str = Field(description="By which the file was read: look at the accents where it is not utf-8")
