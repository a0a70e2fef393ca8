from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    Select,
    String,
    Table,
    Text,
    Uuid,
    bindparam,
    delete,
    func,
    select,
)
from sqlalchemy.sql.expression import ColumnElement

from app.domain.profile.errors import JobProfileNotFound
from app.domain.profile.job_profile import JobProfile
from app.domain.profile.ports import IJobProfileRepository
from app.domain.shared.errors import Stale
from app.domain.shared.ids import JobProfileId, UserId
from app.domain.shared.page import Page, Slice
from app.infrastructure.persistence.columns import JSONOf, Moment
from app.infrastructure.persistence.identity import users
from app.infrastructure.persistence.mapping import Mapping, identity
from app.infrastructure.persistence.metadata import metadata
from app.infrastructure.persistence.unit_of_work import SqlUnitOfWork

_TEXTS = JSONOf[tuple[str, ...]](tuple[str, ...])

job_profiles = Table(
    "job_profiles",
    metadata,
    *identity(),
    Column("user_id", Uuid, ForeignKey("users.id", ondelete="CASCADE"), nullable=False),
    Column("name", String(200), nullable=False),
    Column("titles", _TEXTS, nullable=False),
    Column("keywords", _TEXTS, nullable=False),
    Column("locations", _TEXTS, nullable=False),
    Column("workplaces", _TEXTS, nullable=False),
    Column("employment_types", _TEXTS, nullable=False),
    Column("salary_min", Integer),
    Column("salary_currency", String(3)),
    Column("companies_excluded", _TEXTS, nullable=False),
    Column("available_from", Date),
    Column("notes", Text),
    Column("contact_full_name", String(200)),
    Column("contact_email", String(320)),
    Column("contact_phone", String(200)),
    Column("contact_location", String(200)),
    Column("contact_website", String(2000)),
    Column("contact_address", _TEXTS, nullable=False),
    Column("contact_links", _TEXTS, nullable=False),
    Column("is_default", Boolean, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("updated_at", Moment, nullable=False),
    Index(None, "user_id", "created_at", "id"),
)
JOB_PROFILES = Mapping(JobProfile, job_profiles)

_MINE: Select[tuple[object, ...]] = JOB_PROFILES.rows.where(job_profiles.c.user_id == bindparam("owner"))
_ONE = _MINE.where(job_profiles.c.id == bindparam("pk"))
_OLDEST = _MINE.order_by(job_profiles.c.created_at, job_profiles.c.id).limit(1)
_DEFAULT = _OLDEST.where(job_profiles.c.is_default)


class SqlJobProfiles(IJobProfileRepository):
    def __init__(self, work: SqlUnitOfWork) -> None:
        self._work = work

    async def add(self, job_profile: JobProfile) -> None:
        await JOB_PROFILES.add(self._work.connection, job_profile)

    async def save(self, job_profile: JobProfile) -> None:
        await JOB_PROFILES.save(self._work.connection, job_profile)

    async def remove(self, job_profile: JobProfile) -> None:
        c = job_profiles.c
        this = delete(job_profiles).where(c.id == job_profile.id, c.version == job_profile.version)
        if (await self._work.connection.execute(this)).rowcount != 1:
            raise Stale("This job profile was changed by somebody else.")

    async def get(self, job_profile_id: JobProfileId, *, owner: UserId, lock: bool = False) -> JobProfile:
        wanted = _ONE.with_for_update() if lock else _ONE
        values = {"owner": owner, "pk": job_profile_id}
        if found := await JOB_PROFILES.one(self._work.connection, wanted, values):
            return found
        raise JobProfileNotFound("There is no such job profile.")

    async def find_default(self, owner: UserId, *, lock: bool = False) -> JobProfile | None:
        wanted = _DEFAULT.with_for_update() if lock else _DEFAULT
        return await JOB_PROFILES.one(self._work.connection, wanted, {"owner": owner})

    async def find_oldest(self, owner: UserId) -> JobProfile | None:
        return await JOB_PROFILES.one(self._work.connection, _OLDEST, {"owner": owner})

    async def count(self, owner: UserId, *, lock: bool = False) -> int:
        if lock:
            turn = select(users.c.id).where(users.c.id == owner).with_for_update(key_share=True)
            await self._work.connection.execute(turn)
        mine = select(func.count()).select_from(job_profiles).where(job_profiles.c.user_id == owner)
        return await self._work.connection.scalar(mine) or 0

    async def page(self, owner: UserId, part: Slice) -> Page[JobProfile]:
        c = job_profiles.c
        newest: list[ColumnElement[object]] = [c.created_at.desc()]
        return await JOB_PROFILES.page(self._work.connection, c.user_id == owner, order=newest, part=part)
