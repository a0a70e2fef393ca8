from collections.abc import Collection, Iterator, Sequence
from collections.abc import Mapping as Mapped
from functools import cached_property
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    UniqueConstraint,
    Uuid,
    delete,
    false,
    func,
    select,
    text,
    update,
)
from sqlalchemy.engine import RowMapping
from sqlalchemy.sql.expression import ColumnElement

from app.application.documents.work import IDocumentWork
from app.domain.documents.approval import Approvals
from app.domain.documents.ats import AtsReceipt
from app.domain.documents.content import DocumentContent
from app.domain.documents.errors import DocumentNotFound
from app.domain.documents.facts import FaithfulnessReceipt
from app.domain.documents.model import Document, DocumentType, Export, Scores
from app.domain.documents.ports import Format, Layout
from app.domain.documents.readback import ReadBackReceipt
from app.domain.documents.repository import (
    DocumentListing,
    DocumentSearch,
    DocumentSort,
    IDocumentRepository,
    Series,
)
from app.domain.shared.errors import Stale
from app.domain.shared.ids import DocumentId, GenerationId, JobId, UserId
from app.domain.shared.page import Page, Slice
from app.infrastructure.persistence.columns import JSONOf, Moment, one_of
from app.infrastructure.persistence.identity import users
from app.infrastructure.persistence.job_profiles import SqlJobProfiles
from app.infrastructure.persistence.jobs import SqlJobs
from app.infrastructure.persistence.mapping import Mapping, identity
from app.infrastructure.persistence.metadata import metadata
from app.infrastructure.persistence.profile import SqlProfiles
from app.infrastructure.persistence.resumes import SqlResumes
from app.infrastructure.persistence.unit_of_work import SqlUnitOfWork

documents = Table(
    "documents",
    metadata,
    *identity(),
    Column("user_id", Uuid, ForeignKey("users.id", ondelete="CASCADE"), nullable=False),
    Column("generation_id", Uuid, unique=True),
    Column("job_id", Uuid, ForeignKey("jobs.id", ondelete="SET NULL"), index=True),
    Column("profile_id", Uuid, ForeignKey("master_profiles.id", ondelete="SET NULL"), index=True),
    Column("document_type", one_of(DocumentType), nullable=False),
    Column("version_number", Integer, nullable=False),
    Column("title", String(200), nullable=False),
    Column("layout", JSONOf[Layout](Layout), nullable=False),
    Column("parameters", JSONOf[Mapped[str, Any]](dict[str, Any]), nullable=False),
    Column("content", JSONOf[DocumentContent](DocumentContent), nullable=False),
    Column("faithfulness", JSONOf[FaithfulnessReceipt](FaithfulnessReceipt)),
    Column("ats", JSONOf[AtsReceipt](AtsReceipt)),
    Column("read_back", JSONOf[ReadBackReceipt](ReadBackReceipt)),
    Column("source_prints", JSONOf[Mapped[str, str]](dict[str, str]), nullable=False, server_default="{}"),
    Column("approvals", JSONOf[Approvals](Approvals), nullable=False, server_default="[]"),
    Column("pinned", Boolean, nullable=False, server_default=false()),
    Column("frozen_at", Moment),
    Column("created_at", Moment, nullable=False),
    Column("updated_at", Moment, nullable=False),
    UniqueConstraint("user_id", "job_id", "document_type", "version_number"),
    Index(
        "uq_documents_user_id_job_id_document_type",
        "user_id",
        "job_id",
        "document_type",
        unique=True,
        sqlite_where=text("pinned"),
        postgresql_where=text("pinned"),
    ),
    Index(None, "user_id", "created_at", "id"),
)
"""`generation_id` points up, at an area that this one does not know: no foreign key."""
DOCUMENTS = Mapping(Document, documents)

exports = Table(
    "document_exports",
    metadata,
    *identity(),
    Column("document_id", Uuid, ForeignKey("documents.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("format", one_of(Format), nullable=False),
    Column("layout", JSONOf[Layout](Layout), nullable=False),
    Column("storage_key", String(200), nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("size", Integer, nullable=False),
    Column("pages", Integer),
    Column("read_back", JSONOf[ReadBackReceipt](ReadBackReceipt)),
    Column("created_at", Moment, nullable=False),
)
EXPORTS = Mapping(Export, exports)

_LISTED = (
    "id",
    "version",
    "user_id",
    "generation_id",
    "job_id",
    "profile_id",
    "document_type",
    "version_number",
    "title",
    "layout",
    "pinned",
    "frozen_at",
    "created_at",
    "updated_at",
)
_SCORES = {
    "faithfulness": documents.c.faithfulness["score"].as_float(),
    "ats": documents.c.ats["total"].as_float(),
    "read_back": documents.c.read_back["recall"].as_float(),
}
_LISTINGS = select(
    *(documents.c[name] for name in _LISTED),
    *(score.label(f"score_{name}") for name, score in _SCORES.items()),
)


_NEWEST = documents.c.version_number.desc()


class SqlDocuments(IDocumentRepository):
    def __init__(self, work: SqlUnitOfWork) -> None:
        self._work = work

    async def add(self, document: Document) -> None:
        await DOCUMENTS.add(self._work.connection, document)

    async def save(self, document: Document) -> None:
        await DOCUMENTS.save(self._work.connection, document)

    async def get(self, document_id: DocumentId, *, owner: UserId, lock: bool = False) -> Document:
        return await self._only(documents.c.id == document_id, documents.c.user_id == owner, lock=lock)

    async def get_version(self, document_id: DocumentId, series: Series, *, lock: bool = False) -> Document:
        if lock:
            await self._let_others_wait(series.owner)
        return await self._only(documents.c.id == document_id, *_of(series), lock=lock)

    async def find_current(self, series: Series) -> Document | None:
        return await self._first(*_of(series), order=(documents.c.pinned.desc(), _NEWEST))

    async def find_earlier(self, series: Series, version_number: int) -> Document | None:
        lower = documents.c.version_number < version_number
        return await self._first(*_of(series), lower, order=(_NEWEST,))

    async def pin(self, document: Document) -> None:
        await self._let_others_wait(document.user_id)
        others = documents.c.id != document.id, documents.c.pinned, *_like(document)
        no_more = {"pinned": False, "version": documents.c.version + 1}
        await self._work.connection.execute(update(documents).where(*others).values(no_more))
        document.pinned = True
        await self.save(document)

    async def find_by_generation(self, generation_id: GenerationId) -> Document | None:
        return await DOCUMENTS.first(self._work.connection, documents.c.generation_id == generation_id)

    async def next_version_number(
        self, *, owner: UserId, job_id: JobId | None, document_type: DocumentType
    ) -> int:
        await self._let_others_wait(owner)
        same = (
            documents.c.user_id == owner,
            documents.c.job_id.is_not_distinct_from(job_id),
            documents.c.document_type == document_type,
        )
        highest = select(func.max(documents.c.version_number)).where(*same)
        return (await self._work.connection.scalar(highest) or 0) + 1

    async def page(self, search: DocumentSearch, *, sort: DocumentSort, part: Slice) -> Page[DocumentListing]:
        where = tuple(_conditions(search))
        counted = select(func.count()).select_from(documents).where(*where)
        total = await self._work.connection.scalar(counted)
        wanted = _LISTINGS.where(*where).order_by(*_order(sort)).limit(part.limit).offset(part.offset)
        rows = await self._work.connection.execute(wanted)
        return Page([_listing(row._mapping) for row in rows], total or 0, part.limit, part.offset)

    async def remove(self, document: Document) -> None:
        this = delete(documents).where(documents.c.id == document.id, documents.c.version == document.version)
        if (await self._work.connection.execute(this)).rowcount != 1:
            raise Stale("This document was changed by somebody else.")

    async def add_export(self, export: Export) -> None:
        locked = select(documents.c.id).where(documents.c.id == export.document_id).with_for_update()
        if await self._work.connection.scalar(locked) is None:
            raise DocumentNotFound("There is no such document.")
        if old := await self.find_export(export.document_id, format=export.format, layout=export.layout):
            await self._work.connection.execute(delete(exports).where(exports.c.id == old.id))
        await EXPORTS.add(self._work.connection, export)

    async def find_export(self, document_id: DocumentId, *, format: Format, layout: Layout) -> Export | None:
        made = await self.exports_of(document_id)
        return next((e for e in made if e.format is format and e.layout == layout), None)

    async def recorded(self, storage_keys: Collection[str]) -> Collection[str]:
        known = select(exports.c.storage_key).where(exports.c.storage_key.in_(storage_keys))
        return set((await self._work.connection.execute(known)).scalars())

    async def storage_keys_of(self, owner: UserId) -> Sequence[str]:
        theirs = select(exports.c.storage_key).join(documents).where(documents.c.user_id == owner)
        return list((await self._work.connection.execute(theirs.order_by(exports.c.storage_key))).scalars())

    async def exports_of(self, document_id: DocumentId) -> Sequence[Export]:
        of_it = EXPORTS.rows.where(exports.c.document_id == document_id)
        found = await EXPORTS.all(self._work.connection, of_it)
        return sorted(found, key=lambda e: (e.format, e.layout.paper, e.layout.template))

    async def _only(self, *where: ColumnElement[bool], lock: bool) -> Document:
        wanted = DOCUMENTS.rows.where(*where)
        found = await DOCUMENTS.all(self._work.connection, wanted.with_for_update() if lock else wanted)
        if found:
            return found[0]
        raise DocumentNotFound("There is no such document.")

    async def _first(
        self, *where: ColumnElement[bool], order: Sequence[ColumnElement[Any]]
    ) -> Document | None:
        wanted = DOCUMENTS.rows.where(*where).order_by(*order).limit(1)
        found = await DOCUMENTS.all(self._work.connection, wanted)
        return found[0] if found else None

    async def _let_others_wait(self, owner: UserId) -> None:
        """Whoever else counts or pins this owner's versions, until this transaction ends."""
        locked = select(users.c.id).where(users.c.id == owner).with_for_update(key_share=True)
        await self._work.connection.execute(locked)


def _of(series: Series) -> tuple[ColumnElement[bool], ...]:
    return (
        documents.c.user_id == series.owner,
        documents.c.job_id == series.job_id,
        documents.c.document_type == series.document_type,
    )


def _like(document: Document) -> tuple[ColumnElement[bool], ...]:
    names = ("user_id", "job_id", "document_type")
    return tuple(documents.c[name] == getattr(document, name) for name in names)


def _conditions(search: DocumentSearch) -> Iterator[ColumnElement[bool]]:
    yield documents.c.user_id == search.owner
    for name in ("job_id", "profile_id", "generation_id", "document_type"):
        if (wanted := getattr(search, name)) is not None:
            yield documents.c[name] == wanted


def _order(sort: DocumentSort) -> tuple[ColumnElement[Any], ColumnElement[Any]]:
    """The id breaks ties, and runs the same way, so that an index serves both."""
    column = documents.c[sort.removeprefix("-")]
    if sort.startswith("-"):
        return column.desc(), documents.c.id.desc()
    return column.asc(), documents.c.id.asc()


def _listing(row: RowMapping) -> DocumentListing:
    scores = Scores(**{name: row[f"score_{name}"] for name in _SCORES})
    return DocumentListing(**{name: row[name] for name in _LISTED}, scores=scores)


class SqlDocumentWork(SqlUnitOfWork, IDocumentWork):
    @cached_property
    def documents(self) -> SqlDocuments:
        return SqlDocuments(self)

    @cached_property
    def profiles(self) -> SqlProfiles:
        return SqlProfiles(self)

    @cached_property
    def jobs(self) -> SqlJobs:
        return SqlJobs(self)

    @cached_property
    def job_profiles(self) -> SqlJobProfiles:
        return SqlJobProfiles(self)

    @cached_property
    def resumes(self) -> SqlResumes:
        return SqlResumes(self)
