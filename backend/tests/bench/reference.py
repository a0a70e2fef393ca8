"""What ours is held against: the same tables and the same answers, written the usual way, without auth."""

import os
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

from fastapi import FastAPI, HTTPException
from pydantic import Field
from sqlalchemy import Select, func, insert, select
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, relationship, selectinload

from app.domain.jobs.posting import EmploymentType, Keyword, Requirement, Salary, Statement, Workplace
from app.infrastructure.persistence import profile_tables as tables
from app.infrastructure.persistence.jobs import jobs
from app.infrastructure.persistence.schema import metadata
from app.presentation.api.jobs.schemas import JobListingOut, JobOut
from app.presentation.api.profiles.components import ExperienceOut
from app.presentation.api.profiles.schemas import ProfileOut
from app.presentation.schemas import Out, PageOut


class Base(DeclarativeBase):
    metadata = metadata


class JobRow(Base):
    __table__ = jobs


class AchievementRow(Base):
    __table__ = tables.achievements


class ExperienceRow(Base):
    __table__ = tables.experiences
    achievements: Mapped[list[AchievementRow]] = relationship(
        AchievementRow, order_by=tables.achievements.c.position
    )


class EducationRow(Base):
    __table__ = tables.education


class ProjectRow(Base):
    __table__ = tables.projects


class SkillRow(Base):
    __table__ = tables.skills


class ProfileRow(Base):
    __table__ = tables.master_profiles
    experiences: Mapped[list[ExperienceRow]] = relationship(
        ExperienceRow, order_by=tables.experiences.c.position
    )
    education: Mapped[list[EducationRow]] = relationship(order_by=tables.education.c.position)
    projects: Mapped[list[ProjectRow]] = relationship(order_by=tables.projects.c.position)
    skills: Mapped[list[SkillRow]] = relationship(order_by=tables.skills.c.position)
    achievements: Mapped[list[AchievementRow]] = relationship(
        primaryjoin=(tables.achievements.c.profile_id == tables.master_profiles.c.id)
        & tables.achievements.c.experience_id.is_(None),
        order_by=tables.achievements.c.position,
    )


WHOLE = [
    selectinload(ProfileRow.experiences).selectinload(ExperienceRow.achievements),
    *(selectinload(getattr(ProfileRow, n)) for n in ("education", "projects", "skills", "achievements")),
]


class ListedView(JobListingOut):
    salary_range: str | None = None


class JobView(JobOut):
    salary_range: str | None = None


class JobsView(PageOut[ListedView]): ...


class ExperienceView(ExperienceOut):
    is_current: bool = False
    achievement_ids: list[UUID] = Field([])


class ProfileView(ProfileOut):
    experiences: list[ExperienceView]  # type: ignore[assignment]


class NewJobRow(Out):
    source: str
    title: str
    company: str | None = None
    location: str | None = None
    description: str = ""
    workplace: Workplace | None = None
    employment_type: EmploymentType | None = None
    salary: Salary | None = None
    requirements: tuple[Requirement, ...] = ()
    responsibilities: tuple[Statement, ...] = ()
    skills: tuple[Keyword, ...] = ()

    def row(self, owner: UUID) -> dict[str, Any]:
        now = datetime.now(UTC)
        told = {name: getattr(self, name) for name in type(self).model_fields}
        ours = {"id": uuid4(), "version": 1, "user_id": owner, "created_at": now, "updated_at": now}
        return told | ours | {"remote": False, "benefits": (), "status": "active"}


LISTED = tuple(jobs.c[name] for name in ListedView.model_fields if name in jobs.c)


def _mine(wanted: Select[Any], owner: UUID) -> Select[Any]:
    newest = wanted.where(jobs.c.user_id == owner).order_by(jobs.c.created_at.desc(), jobs.c.id.desc())
    return newest.limit(20)


def _count(owner: UUID) -> Select[Any]:
    return select(func.count()).select_from(jobs).where(jobs.c.user_id == owner)


def create() -> FastAPI:
    app = FastAPI()
    engine = create_async_engine(os.environ["BENCH_DATABASE_URL"])
    _nothing(app)
    _orm(app, async_sessionmaker(engine, expire_on_commit=False))
    _core(app, engine)
    return app


def _nothing(app: FastAPI) -> None:
    now = datetime.now(UTC)
    known = {"id": uuid4(), "version": 1, "user_id": uuid4(), "source": "imported", "title": "Ward Nurse"}
    rest = dict.fromkeys(set(JobView.model_fields) - set(known))
    rest |= {
        "description": "x" * 1500,
        "remote": False,
        "status": "active",
        "requirements": (),
        "favorite": False,
    }
    rest |= dict.fromkeys(("responsibilities", "benefits", "skills", "remarks"), ())
    rest |= {"created_at": now, "updated_at": now}
    job = JobView.model_validate(known | rest)

    @app.get("/none/jobs/{job_id}", response_model=JobView)
    async def get_job(job_id: UUID) -> Any:
        return job


def _orm(app: FastAPI, sessions: async_sessionmaker[AsyncSession]) -> None:
    @app.get("/orm/jobs/{job_id}", response_model=JobView)
    async def get_job(job_id: UUID) -> Any:
        async with sessions() as session:
            return _found(await session.get(JobRow, job_id))

    @app.get("/orm/{owner}/jobs", response_model=JobsView)
    async def list_jobs(owner: UUID) -> Any:
        async with sessions() as session:
            total = await session.scalar(_count(owner))
            items = (await session.scalars(_mine(select(JobRow), owner))).all()
            return {"items": items, "total": total, "limit": 20, "offset": 0}

    @app.post("/orm/{owner}/jobs", status_code=201, response_model=JobView)
    async def create_job(owner: UUID, body: NewJobRow) -> Any:
        async with sessions() as session:
            job = JobRow(**body.row(owner))
            session.add(job)
            await session.commit()
            return job

    @app.get("/orm/profiles/{profile_id}", response_model=ProfileView)
    async def get_profile(profile_id: UUID) -> Any:
        async with sessions() as session:
            return _found(await session.get(ProfileRow, profile_id, options=WHOLE))


def _core(app: FastAPI, engine: AsyncEngine) -> None:
    @app.get("/core/jobs/{job_id}", response_model=JobView)
    async def get_job(job_id: UUID) -> Any:
        async with engine.connect() as connection:
            return _found((await connection.execute(select(jobs).where(jobs.c.id == job_id))).one_or_none())

    @app.get("/core/{owner}/jobs", response_model=JobsView)
    async def list_jobs(owner: UUID) -> Any:
        async with engine.connect() as connection:
            total = await connection.scalar(_count(owner))
            items = (await connection.execute(_mine(select(*LISTED), owner))).all()
            return {"items": items, "total": total, "limit": 20, "offset": 0}

    @app.post("/core/{owner}/jobs", status_code=201, response_model=JobView)
    async def create_job(owner: UUID, body: NewJobRow) -> Any:
        async with engine.connect() as connection:
            row = (await connection.execute(insert(jobs).values(body.row(owner)).returning(jobs))).one()
            await connection.commit()
            return row


def _found(row: Any) -> Any:
    if row is None:
        raise HTTPException(404)
    return row
