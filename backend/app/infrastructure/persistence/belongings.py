"""What an account owns, table by table: for its export. A new table joins here, or says why it does not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from pydantic_core import to_json
from sqlalchemy import JSON, Select, String, Table, bindparam, select, tuple_, type_coerce
from sqlalchemy.sql.expression import ColumnElement

from app.application.housekeeping.belongings import Area, Batch, Belonging, IBelongings, IExportWork
from app.domain.shared.ids import UserId
from app.infrastructure.persistence.columns import JSONOf, PartialDay
from app.infrastructure.persistence.identity import SqlSecurityEvents, SqlUsers, users
from app.infrastructure.persistence.schema import metadata
from app.infrastructure.persistence.unit_of_work import SqlUnitOfWork

BATCH = 50
OWNER = "owner"


@dataclass(frozen=True, slots=True)
class Part:
    """A table of an area."""

    table: str
    without: Mapping[str, str] = field(default_factory=dict)
    """Columns that stay here, and why."""
    file: str | None = None
    """The column that says where a row's file is kept."""


def parts(*tables: str) -> tuple[Part, ...]:
    return tuple(Part(table) for table in tables)


AREAS: Mapping[str, Sequence[Part]] = {
    "account": (
        Part("users", without={"hashed_password": "a secret, and no use to anybody"}),
        Part("avatars", file="storage_key"),
    ),
    "sessions": parts("sessions"),
    "sign_in": (
        Part("identities"),
        Part("access_tokens", without={"digest": "what a token is known by"}),
    ),
    "security": (Part("security_events", without={"actor_id": "somebody else's id"}),),
    "profiles": parts(
        "master_profiles",
        "experiences",
        "achievements",
        "education",
        "projects",
        "skills",
        "profile_editions",
        "proposals",
    ),
    "job_profiles": parts("job_profiles"),
    "jobs": parts("jobs"),
    "applications": parts("applications", "application_moves", "application_documents"),
    "resumes": (Part("resumes", file="storage_key"),),
    "generations": parts("generations", "work", "work_steps", "work_events"),
    "documents": (Part("documents"), Part("document_exports", file="storage_key")),
    "usage": (
        *parts("monthly_usage", "llm_key_months", "llm_calls"),
        Part("llm_keys", without={"sealed": "a secret, which nobody but its owner needs"}),
    ),
}
"""By the name of its file, in this order."""
ELSEWHERE: Mapping[str, str] = {
    "challenges": "for minutes, what a code or a link that was mailed is known by",
    "notices": "for days, that a mail was to say what security_events says",
    "provider_sign_ins": "for minutes, what a sign-in under way is known by",
    "idempotency_replies": "for a day, a second copy of answers about what the other areas have",
    "llm_answers": "for a month, what a language model pointed at in postings: jobs have what came of it",
    "searchable_jobs": "made of the postings in jobs, word by word",
    "board_jobs": "made of the board's postings, which are nobody's",
}
"""Tables with an owner that are in no area, and why."""


def owned(table: Table) -> ColumnElement[bool] | None:
    """Which rows are the owner's: a column says so, or what they are parts of. None: they are nobody's."""
    owner: ColumnElement[Any] = bindparam(OWNER)
    if table is users:
        return users.c.id == owner
    if "user_id" in table.c:
        return table.c.user_id == owner
    for key in sorted(table.foreign_keys, key=lambda key: str(key.parent.name)):
        whole = owned(key.column.table) if key.ondelete == "CASCADE" else None
        if whole is not None:
            return key.parent.in_(select(key.column).where(whole))
    return None


@dataclass(frozen=True)
class _Reading:
    """How a table is read: built once."""

    part: Part

    @cached_property
    def key(self) -> Sequence[ColumnElement[Any]]:
        return tuple(metadata.tables[self.part.table].primary_key.columns)

    @cached_property
    def rows(self) -> Select[Any]:
        table = metadata.tables[self.part.table]
        mine = owned(table)
        if mine is None:
            raise TypeError(f"nobody owns the rows of {table.name}")
        shown = [_as_kept(column) for column in table.c if column.name not in self.part.without]
        return select(*shown).where(mine).order_by(*self.key).limit(BATCH)

    def after(self, place: Sequence[Any] | None) -> Select[Any]:
        if place is None:
            return self.rows
        reached = (bindparam(None, value, type_=c.type) for c, value in zip(self.key, place, strict=True))
        return self.rows.where(tuple_(*self.key) > tuple_(*reached))


def _as_kept(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """Value objects as their JSON, which is what they are read from; days as they are written."""
    if isinstance(column.type, JSONOf):
        return type_coerce(column, JSON).label(column.key)
    if isinstance(column.type, PartialDay):
        return type_coerce(column, String).label(column.key)
    return column


_READINGS = {part.table: _Reading(part) for area in AREAS.values() for part in area}


class SqlBelongings(IBelongings):
    def __init__(self, work: SqlUnitOfWork) -> None:
        self._work = work

    def areas(self) -> Sequence[Area]:
        return [Area(name, tuple(part.table for part in area)) for name, area in AREAS.items()]

    async def some(self, table: str, owner: UserId, *, after: Sequence[Any] | None) -> Batch:
        reading = _READINGS[table]
        answer = await self._work.connection.execute(reading.after(after), {OWNER: owner})
        found: Sequence[Any] = answer.mappings().all()
        rows = [Belonging(to_json(dict(row)), reading.part.file and row[reading.part.file]) for row in found]
        last = tuple(found[-1][column.key] for column in reading.key) if len(found) == BATCH else None
        return Batch(rows, last)


class SqlExportWork(SqlUnitOfWork, IExportWork):
    @cached_property
    def users(self) -> SqlUsers:
        return SqlUsers(self)

    @cached_property
    def security(self) -> SqlSecurityEvents:
        return SqlSecurityEvents(self)

    @cached_property
    def belongings(self) -> SqlBelongings:
        return SqlBelongings(self)
