from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    Uuid,
    false,
)

from app.domain.applications.model import Application, Contact, FollowUp, Note, SalaryTalk, SentFile
from app.domain.applications.status import ApplicationStatus
from app.domain.documents.model import DocumentType
from app.infrastructure.persistence.columns import JSONOf, Moment, one_of
from app.infrastructure.persistence.mapping import Mapping, identity
from app.infrastructure.persistence.metadata import metadata

applications = Table(
    "applications",
    metadata,
    *identity(),
    Column("user_id", Uuid, ForeignKey("users.id", ondelete="CASCADE"), nullable=False),
    Column("job_id", Uuid, ForeignKey("jobs.id", ondelete="SET NULL"), index=True),
    Column("title", String(200), nullable=False),
    Column("company", String(200)),
    Column("location", String(200)),
    Column("url", String(2000)),
    Column("source", String(50), nullable=False),
    Column("status", one_of(ApplicationStatus), nullable=False),
    Column("favorite", Boolean, nullable=False, server_default=false()),
    Column("notes", JSONOf[tuple[Note, ...]](tuple[Note, ...]), nullable=False),
    Column("contacts", JSONOf[tuple[Contact, ...]](tuple[Contact, ...]), nullable=False),
    Column("follow_ups", JSONOf[tuple[FollowUp, ...]](tuple[FollowUp, ...]), nullable=False),
    Column("follow_up_on", Date),
    Column("salary", JSONOf[SalaryTalk](SalaryTalk)),
    Column("applied_at", Moment),
    Column("moved_at", Moment, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("updated_at", Moment, nullable=False),
    UniqueConstraint("user_id", "job_id"),
    Index(None, "user_id", "status", "moved_at"),
    Index(None, "user_id", "created_at", "id"),
)
APPLICATIONS = Mapping(Application, applications, apart=("history", "sent"))

_OF_APPLICATION = "applications.id"


def _numbered() -> list[Column[object]]:
    """A line of an application: which of them it is."""
    belongs = ForeignKey(_OF_APPLICATION, ondelete="CASCADE")
    return [
        Column("application_id", Uuid, belongs, primary_key=True),
        Column("number", Integer, primary_key=True, autoincrement=False),
    ]


moves = Table(
    "application_moves",
    metadata,
    *_numbered(),
    Column("before", one_of(ApplicationStatus)),
    Column("after", one_of(ApplicationStatus), nullable=False),
    Column("at", Moment, nullable=False),
    Column("by", Uuid, nullable=False),
    Column("why", Text),
    Column("stayed", Float),
)
"""`by` is no foreign key: who did it is told even when they are gone."""

sent = Table(
    "application_documents",
    metadata,
    *_numbered(),
    Column("document_id", Uuid, ForeignKey("documents.id", ondelete="SET NULL"), index=True),
    Column("document_type", one_of(DocumentType), nullable=False),
    Column("title", String(200), nullable=False),
    Column("version_number", Integer, nullable=False),
    Column("files", JSONOf[tuple[SentFile, ...]](tuple[SentFile, ...]), nullable=False),
    Column("at", Moment, nullable=False),
)
