from sqlalchemy import JSON, Column, Float, ForeignKey, Index, Integer, String, Table, Uuid

from app.domain.shared.work import WorkState
from app.infrastructure.persistence.columns import Moment, one_of
from app.infrastructure.persistence.metadata import metadata

work = Table(
    "work",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("kind", String(40), nullable=False),
    Column("subject_id", Uuid, nullable=False),
    Column("user_id", Uuid, ForeignKey("users.id", ondelete="CASCADE")),
    Column("dedupe_key", String(200), nullable=False, unique=True),
    Column("priority", Integer, nullable=False, server_default="0"),
    Column("at_once", Integer, nullable=False, server_default="2"),
    Column("state", one_of(WorkState), nullable=False),
    Column("epoch", Integer, nullable=False),
    Column("failures", Integer, nullable=False),
    Column("takeovers", Integer, nullable=False),
    Column("due_at", Float, nullable=False),
    Column("lease_until", Float),
    Column("claimed_by", String(120)),
    Column("last_event", Integer, nullable=False),
    Column("error", String(1000)),
    Column("created_at", Moment, nullable=False),
    Column("finished_at", Moment),
    Index(None, "state", "due_at"),
    Index(None, "user_id", "state"),
    Index(None, "subject_id"),
    Index(None, "finished_at"),
)
steps = Table(
    "work_steps",
    metadata,
    Column("work_id", Uuid, ForeignKey("work.id", ondelete="CASCADE"), primary_key=True),
    Column("name", String(80), primary_key=True),
    Column("output", JSON, nullable=False),
    Column("usage", JSON, nullable=False),
    Column("epoch", Integer, nullable=False),
    Column("finished_at", Moment, nullable=False),
)
events = Table(
    "work_events",
    metadata,
    Column("work_id", Uuid, ForeignKey("work.id", ondelete="CASCADE"), primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("kind", String(40), nullable=False),
    Column("data", JSON, nullable=False),
    Column("created_at", Moment, nullable=False),
)
