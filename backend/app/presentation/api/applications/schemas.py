"""What may be said of an application, as it is sent to us."""

from collections.abc import Iterator
from typing import Annotated, Any
from uuid import UUID

from pydantic import ConfigDict, Field

from app.application.applications.sending import Wanted
from app.domain.applications.model import (
    MOST_CONTACTS,
    MOST_FOLLOW_UPS,
    Contact,
    FollowUp,
    SalaryTalk,
)
from app.domain.applications.status import ApplicationStatus
from app.domain.documents.model import DocumentType
from app.domain.jobs.posting import Period
from app.domain.shared.ids import DocumentId
from app.presentation.api.applications import examples
from app.presentation.notes import ALL_OF_THEM, Notes, told
from app.presentation.schemas import Amount, Currency, Day, Email, In, Instant, Name, Patch, Source
from app.presentation.values import becomes

Phone = Annotated[Name, Field(max_length=50)]
Why = Annotated[Name, Field(max_length=200)]


class ContactIn(In):
    name: Name
    role: Name | None = None
    email: Email | None = None
    phone: Phone | None = None


class FollowUpIn(In):
    on: Day
    about: Name | None = None
    done: bool = False


class SalaryTalkIn(In):
    asked: Amount | None = None
    offered: Amount | None = None
    currency: Currency | None = Field(None, description="ISO 4217")
    period: Period | None = None


Contacts = Annotated[list[Annotated[ContactIn, becomes(Contact)]], Field(max_length=MOST_CONTACTS)]
FollowUps = Annotated[list[Annotated[FollowUpIn, becomes(FollowUp)]], Field(max_length=MOST_FOLLOW_UPS)]


class ApplicationFacts(In):
    """What a person notes of it. `null` says nothing, or takes back what was said."""

    favorite: bool | None = None
    notes: Notes | None = Field(None, description=ALL_OF_THEM)
    contacts: Contacts | None = None
    follow_ups: FollowUps | None = None
    salary: Annotated[SalaryTalkIn, becomes(SalaryTalk)] | None = None
    source: Source | None = Field(None, description="Where it was found; the job's own if it is not said")

    def told(self, *, all_of_it: bool = False) -> dict[str, Any]:
        """What is named in the body, or all that there is to say, as the domain's values."""
        return {
            name: _value(name, value)
            for name, value in self
            if (all_of_it or name in self.model_fields_set) and name in KEPT and not _unsaid(name, value)
        }


KEPT = (*ApplicationFacts.model_fields, "status", "why")
_LISTS = {"notes", "contacts", "follow_ups"}


def _unsaid(name: str, value: Any) -> bool:
    """An application always says where it was found and where it stands."""
    return value is None and name in {"source", "status"}


def _value(name: str, value: Any) -> Any:
    if name == "notes":
        return told(value)
    if name in _LISTS:
        return tuple(value or ())
    return bool(value) if name == "favorite" else value


class SavedJobIn(ApplicationFacts):
    model_config = ConfigDict(json_schema_extra={"examples": [examples.SAVED]})

    job_id: UUID


class Papers(In):
    """What is sent along."""

    document_id: UUID | None = Field(None, description="A version of a resume")
    cover_letter_id: UUID | None = Field(None, description="A version of a cover letter")
    applied_at: Instant | None = Field(None, description="Now if it is not said; never in the future")

    @property
    def wanted(self) -> list[Wanted]:
        return list(self._wanted())

    def _wanted(self) -> Iterator[Wanted]:
        if self.document_id:
            yield _wanted("document_id", self.document_id, DocumentType.RESUME)
        if self.cover_letter_id:
            yield _wanted("cover_letter_id", self.cover_letter_id, DocumentType.COVER_LETTER)


def _wanted(name: str, document_id: UUID, kind: DocumentType) -> Wanted:
    return Wanted(document_id=DocumentId(document_id), document_type=kind, field=f"/{name}")


class JobApplicationIn(ApplicationFacts, Papers):
    """For `POST /jobs/{job_id}/apply`: the job stands in the path."""

    model_config = ConfigDict(json_schema_extra={"examples": [examples.APPLIED]})


class ApplicationIn(ApplicationFacts, Papers):
    model_config = ConfigDict(json_schema_extra={"examples": [examples.APPLICATION]})

    job_id: UUID


class ApplicationUpdate(ApplicationFacts):
    model_config = ConfigDict(json_schema_extra={"examples": [examples.UPDATE]})

    status: ApplicationStatus = Field(description="A move is made where it is another than before")
    why: Why | None = Field(None, description="Of the move, for the history")


class ApplicationPatch(Patch, ApplicationFacts):
    model_config = ConfigDict(json_schema_extra={"examples": [examples.PATCH]})

    status: ApplicationStatus | None = None
    why: Why | None = Field(None, description="Of the move, for the history")


class StatusIn(In):
    model_config = ConfigDict(json_schema_extra={"examples": [examples.STATUS]})

    status: ApplicationStatus
    why: Why | None = Field(None, description="For the history")


class FavoriteIn(In):
    model_config = ConfigDict(json_schema_extra={"examples": [{"favorite": True}]})

    favorite: bool | None = Field(None, description="Turns it round when it is not said")
