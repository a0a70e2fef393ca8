from collections.abc import Collection, Sequence
from functools import cached_property

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    Uuid,
    delete,
    false,
    func,
    select,
    text,
)

from app.application.resumes.work import IResumeWork
from app.domain.resumes.errors import ResumeNotFound
from app.domain.resumes.files import FileKind
from app.domain.resumes.model import LONGEST_READER, Kept, Resume, ResumeCard
from app.domain.resumes.ports import IResumeRepository
from app.domain.resumes.resume import ReadResume
from app.domain.shared.errors import Stale
from app.domain.shared.ids import ResumeId, UserId
from app.domain.shared.page import Page, Slice
from app.infrastructure.persistence.columns import JSONOf, Moment, one_of
from app.infrastructure.persistence.idempotency import SqlReplies
from app.infrastructure.persistence.identity import SqlUsers, users
from app.infrastructure.persistence.mapping import Mapping, identity
from app.infrastructure.persistence.metadata import metadata
from app.infrastructure.persistence.unit_of_work import SqlUnitOfWork

resumes = Table(
    "resumes",
    metadata,
    *identity(),
    Column("user_id", Uuid, ForeignKey("users.id", ondelete="CASCADE"), nullable=False),
    Column("name", String(200), nullable=False),
    Column("kind", one_of(FileKind), nullable=False),
    Column("size", Integer, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("storage_key", String(200), nullable=False),
    Column("is_primary", Boolean, nullable=False, server_default=false()),
    Column("text", Text, nullable=False),
    Column("pages", Integer, nullable=False),
    Column("remarks", JSONOf[tuple[str, ...]](tuple[str, ...]), nullable=False),
    Column("reader", String(LONGEST_READER), nullable=False),
    Column("language", String(20), nullable=False),
    Column("parsed", JSONOf[ReadResume](ReadResume), nullable=False),
    Column("extracted_at", Moment, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("updated_at", Moment, nullable=False),
    UniqueConstraint("user_id", "sha256"),
    Index(
        "uq_resumes_user_id",
        "user_id",
        unique=True,
        sqlite_where=text("is_primary"),
        postgresql_where=text("is_primary"),
    ),
    Index(None, "user_id", "created_at", "id"),
)
RESUMES = Mapping(Resume, resumes)
_CARD = tuple(name for name in ResumeCard.__dataclass_fields__)
_CARDS = select(*(resumes.c[name] for name in _CARD))
_NEWEST = (resumes.c.created_at.desc(), resumes.c.id.desc())


class SqlResumes(IResumeRepository):
    def __init__(self, work: SqlUnitOfWork) -> None:
        self._work = work

    async def add(self, resume: Resume) -> None:
        await RESUMES.add(self._work.connection, resume)

    async def save(self, resume: Resume) -> None:
        await RESUMES.save(self._work.connection, resume)

    async def remove(self, resume: Resume) -> None:
        this = delete(resumes).where(resumes.c.id == resume.id, resumes.c.version == resume.version)
        if (await self._work.connection.execute(this)).rowcount != 1:
            raise Stale("This resume was changed by somebody else.")

    async def get(self, resume_id: ResumeId, *, owner: UserId, lock: bool = False) -> Resume:
        wanted = RESUMES.rows.where(resumes.c.id == resume_id, resumes.c.user_id == owner)
        found = await RESUMES.all(self._work.connection, wanted.with_for_update() if lock else wanted)
        if found:
            return found[0]
        raise ResumeNotFound("There is no such resume.")

    async def find_same(self, sha256: str, *, owner: UserId) -> Resume | None:
        same = resumes.c.user_id == owner, resumes.c.sha256 == sha256
        return await RESUMES.first(self._work.connection, *same)

    async def find_primary(self, owner: UserId) -> Resume | None:
        primary = resumes.c.user_id == owner, resumes.c.is_primary
        return await RESUMES.first(self._work.connection, *primary)

    async def find_newest(self, owner: UserId) -> Resume | None:
        theirs = RESUMES.rows.where(resumes.c.user_id == owner).order_by(*_NEWEST).limit(1)
        found = await RESUMES.all(self._work.connection, theirs)
        return found[0] if found else None

    async def kept(self, owner: UserId, *, lock: bool = False) -> Kept:
        if lock:
            turn = select(users.c.id).where(users.c.id == owner).with_for_update(key_share=True)
            await self._work.connection.execute(turn)
        counted = select(func.count(), func.coalesce(func.sum(resumes.c.size), 0))
        files, size = (await self._work.connection.execute(counted.where(resumes.c.user_id == owner))).one()
        return Kept(files, int(size))

    async def page(self, owner: UserId, part: Slice) -> Page[ResumeCard]:
        theirs = resumes.c.user_id == owner
        total = await self._work.connection.scalar(select(func.count()).select_from(resumes).where(theirs))
        wanted = _CARDS.where(theirs).order_by(*_NEWEST).limit(part.limit).offset(part.offset)
        rows = await self._work.connection.execute(wanted)
        items = [ResumeCard(**row) for row in rows.mappings()]
        return Page(items, total or 0, part.limit, part.offset)

    async def recorded(self, storage_keys: Collection[str]) -> Collection[str]:
        known = select(resumes.c.storage_key).where(resumes.c.storage_key.in_(storage_keys))
        return set((await self._work.connection.execute(known)).scalars())

    async def storage_keys_of(self, owner: UserId) -> Sequence[str]:
        theirs = select(resumes.c.storage_key).where(resumes.c.user_id == owner)
        return list((await self._work.connection.execute(theirs.order_by(resumes.c.storage_key))).scalars())


class SqlResumeWork(SqlUnitOfWork, IResumeWork):
    @cached_property
    def resumes(self) -> SqlResumes:
        return SqlResumes(self)

    @cached_property
    def replies(self) -> SqlReplies:
        return SqlReplies(self)

    @cached_property
    def users(self) -> SqlUsers:
        return SqlUsers(self)
