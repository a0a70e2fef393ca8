from collections.abc import Callable, Iterable, Sequence
from collections.abc import Mapping as Facts
from copy import copy
from dataclasses import dataclass, fields
from datetime import datetime
from functools import cached_property, partial
from typing import Any
from uuid import UUID

from sqlalchemy import Select, Table, bindparam, delete, func, select, union_all
from sqlalchemy.sql.expression import ColumnElement

from app.application.profile.work import IProfileWork
from app.domain.profile.errors import ProfileNotFound
from app.domain.profile.lines import HeldAchievement
from app.domain.profile.model import Achievement, C, Education, Experience, Profile, Project, Skill
from app.domain.profile.ports import IProfileRepository, ProfileCard
from app.domain.shared.errors import Stale
from app.domain.shared.ids import ItemId, ProfileId, UserId
from app.domain.shared.page import Page, Slice
from app.infrastructure.persistence.components import ComponentTable, Gathered, Held
from app.infrastructure.persistence.identity import SqlUsers, users
from app.infrastructure.persistence.job_profiles import SqlJobProfiles
from app.infrastructure.persistence.mapping import Mapping
from app.infrastructure.persistence.prepared import Prepared
from app.infrastructure.persistence.profile_history import SqlProfileHistory
from app.infrastructure.persistence.profile_tables import (
    achievements,
    education,
    experiences,
    master_profiles,
    projects,
    skills,
)
from app.infrastructure.persistence.proposals import SqlProposals
from app.infrastructure.persistence.unit_of_work import SqlUnitOfWork

PROFILES = Mapping(
    Profile, master_profiles, apart=("experiences", "education", "projects", "skills", "achievements")
)
EXPERIENCES = ComponentTable(Experience, experiences, owner="profile_id", apart="achievements")
ACHIEVEMENTS = ComponentTable(Achievement, achievements, owner="profile_id", parent="experience_id")
EDUCATION = ComponentTable(Education, education, owner="profile_id")
PROJECTS = ComponentTable(Project, projects, owner="profile_id")
SKILLS = ComponentTable(Skill, skills, owner="profile_id")

_OWN = len(PROFILES.rows.selected_columns)
_TABLES: tuple[ComponentTable[Any], ...] = (EXPERIENCES, ACHIEVEMENTS, EDUCATION, PROJECTS, SKILLS)
_WHOLE: Select[Any] = PROFILES.rows.add_columns(*(t.gathered(master_profiles.c.id) for t in _TABLES))
_BY_ID = Prepared(_WHOLE.where(master_profiles.c.id == bindparam("pk")))
_OWNED = _WHOLE.where(master_profiles.c.user_id == bindparam("owner"))
_MINE = Prepared(_OWNED.where(master_profiles.c.id == bindparam("pk")))
_BY_AGE = _OWNED.order_by(master_profiles.c.created_at, master_profiles.c.id).limit(1)
_OLDEST = Prepared(_BY_AGE)
_DEFAULT = Prepared(_BY_AGE.where(master_profiles.c.is_default))
_CARD = tuple(f.name for f in fields(ProfileCard))
_CARDS = select(*(master_profiles.c[name] for name in _CARD))
_HELD_IN: Facts[type[Any], Table] = {
    Experience: experiences,
    Achievement: achievements,
    Education: education,
    Project: projects,
    Skill: skills,
}
_HOLDING = {
    kind: Prepared(
        _OWNED.where(
            master_profiles.c.id
            == select(held.c.profile_id).where(held.c.id == bindparam("item")).scalar_subquery()
        )
    )
    for kind, held in _HELD_IN.items()
}
_LINE = tuple(f.name for f in fields(HeldAchievement))
_LINES = select(*(achievements.c[name] for name in _LINE)).join(
    master_profiles, master_profiles.c.id == achievements.c.profile_id
)


@dataclass(slots=True)
class _Known:
    """What the database holds of a profile at one version: what a save is compared with."""

    version: int
    before: Profile
    """As it was read: components are frozen, and fields are replaced, so that a shallow copy is enough."""
    held: Callable[[], tuple[Held[Any], ...]]


class SqlProfiles(IProfileRepository):
    """A profile is read in one statement, and of its components only what changed is written."""

    def __init__(self, work: SqlUnitOfWork) -> None:
        self._work = work
        self._known: dict[UUID, _Known] = {}
        self._history = SqlProfileHistory(work)

    async def add(self, profile: Profile) -> None:
        await PROFILES.add(self._work.connection, profile)
        await self._write(profile, ({},) * len(_TABLES))
        await self._history.record(profile, None)

    async def save(self, profile: Profile) -> None:
        known = self._known.get(profile.id)
        if known is None or known.version != profile.version:
            await self._find(_BY_ID, pk=profile.id)
            known = self._known.get(profile.id)
        if known is None or known.version != profile.version:
            raise Stale("This profile was changed by somebody else.")
        await PROFILES.save(self._work.connection, profile)
        await self._write(profile, known.held())
        await self._history.record(profile, known.before)

    async def remove(self, profile: Profile) -> None:
        c = master_profiles.c
        statement = delete(master_profiles).where(c.id == profile.id, c.version == profile.version)
        if (await self._work.connection.execute(statement)).rowcount != 1:
            raise Stale("This profile was changed by somebody else.")

    async def get(self, profile_id: ProfileId, *, owner: UserId, lock: bool = False) -> Profile:
        if lock:
            c = master_profiles.c
            await self._lock(c.id == profile_id, c.user_id == owner)
        if found := await self._find(_MINE, pk=profile_id, owner=owner):
            return found
        raise ProfileNotFound("There is no such profile.")

    async def find_holding(
        self, kind: type[Any], item_id: ItemId, *, owner: UserId, lock: bool = False
    ) -> Profile | None:
        if lock:
            held, c = _HELD_IN[kind].c, master_profiles.c
            where = select(held.profile_id).where(held.id == item_id).scalar_subquery()
            await self._lock(c.id == where, c.user_id == owner)
        return await self._find(_HOLDING[kind], item=item_id, owner=owner)

    async def find_default(self, owner: UserId, *, lock: bool = False) -> Profile | None:
        if lock:
            c = master_profiles.c
            await self._lock(c.user_id == owner, c.is_default)
        return await self._find(_DEFAULT, owner=owner)

    async def find_oldest(self, owner: UserId) -> Profile | None:
        return await self._find(_OLDEST, owner=owner)

    async def count(self, owner: UserId, *, lock: bool = False) -> int:
        if lock:
            turn = select(users.c.id).where(users.c.id == owner).with_for_update(key_share=True)
            await self._work.connection.execute(turn)
        mine = select(func.count()).select_from(master_profiles).where(master_profiles.c.user_id == owner)
        return await self._work.connection.scalar(mine) or 0

    async def page(self, owner: UserId, part: Slice) -> Page[ProfileCard]:
        c = master_profiles.c
        total = await self.count(owner)
        newest = _CARDS.where(c.user_id == owner).order_by(c.created_at.desc(), c.id)
        rows = await self._work.connection.execute(newest.limit(part.limit).offset(part.offset))
        items = [ProfileCard(**dict(zip(_CARD, row, strict=True))) for row in rows]
        return Page(items, total, part.limit, part.offset)

    async def achievements(self, owner: UserId, part: Slice) -> Page[HeldAchievement]:
        a, p = achievements.c, master_profiles.c
        lines = _LINES.join(experiences, experiences.c.id == a.experience_id, isouter=True)
        mine = lines.where(p.user_id == owner)
        total = await self._work.connection.scalar(select(func.count()).select_from(mine.subquery()))
        in_order = mine.order_by(
            p.is_default.desc(),
            p.created_at,
            p.id,
            a.experience_id.is_not(None),
            experiences.c.position,
            a.position,
            a.id,
        )
        rows = await self._work.connection.execute(in_order.limit(part.limit).offset(part.offset))
        items = [HeldAchievement(**dict(zip(_LINE, row, strict=True))) for row in rows]
        return Page(items, total or 0, part.limit, part.offset)

    async def touched(self, profile_id: ProfileId, *, owner: UserId) -> Facts[ItemId, datetime]:
        p = master_profiles.c
        mine = select(p.id).where(p.id == profile_id, p.user_id == owner).scalar_subquery()
        each = (select(t.c.id, t.c.updated_at).where(t.c.profile_id == mine) for t in _HELD_IN.values())
        rows = await self._work.connection.execute(union_all(*each))
        return {ItemId(pk): moment for pk, moment in rows}

    async def _lock(self, *where: ColumnElement[bool]) -> None:
        """A statement of its own: one that waits for a lock would still see the old components."""
        statement = select(master_profiles.c.id).where(*where).with_for_update()
        await self._work.connection.execute(statement)

    async def _find(self, statement: Prepared, **which: UUID) -> Profile | None:
        rows = await self._work.connection.read(statement, which)
        return self._load(rows[0]) if rows else None

    def _load(self, row: Sequence[Any]) -> Profile:
        gathered = row[_OWN:]
        experience, lines, school, project, skill = gathered
        under: dict[str | None, list[Achievement]] = {}
        for above, line in ACHIEVEMENTS.read(lines):
            under.setdefault(above, []).append(line)
        told = {above: tuple(found) for above, found in under.items()}
        profile = PROFILES.load(
            row[:_OWN],
            experiences=_only(EXPERIENCES.read(experience, achievements=told)),
            achievements=told.get(None, ()),
            education=_only(EDUCATION.read(school)),
            projects=_only(PROJECTS.read(project)),
            skills=_only(SKILLS.read(skill)),
        )
        self._known[profile.id] = _Known(profile.version, copy(profile), partial(_held, gathered))
        return profile

    async def _write(self, profile: Profile, held: tuple[Held[Any], ...]) -> None:
        lines = [(e.id, line) for e in profile.experiences for line in e.achievements]
        wanted: tuple[list[tuple[UUID | None, Any]], ...] = (
            [(None, each) for each in profile.experiences],
            [*lines, *((None, each) for each in profile.achievements)],
            [(None, each) for each in profile.education],
            [(None, each) for each in profile.projects],
            [(None, each) for each in profile.skills],
        )
        connection, now = self._work.connection, profile.updated_at
        tables: list[Held[Any]] = [
            await table.write(connection, want, held=was, owner=profile.id, now=now)
            for table, want, was in zip(_TABLES, wanted, held, strict=True)
        ]
        self._known[profile.id] = _Known(profile.version, copy(profile), partial(tuple, tables))


def _only(components: Iterable[tuple[str | None, C]]) -> tuple[C, ...]:
    return tuple([component for _, component in components])


def _held(gathered: Sequence[Gathered]) -> tuple[Held[Any], ...]:
    return tuple(table.held(found) for table, found in zip(_TABLES, gathered, strict=True))


class SqlProfileWork(SqlUnitOfWork, IProfileWork):
    @cached_property
    def profiles(self) -> SqlProfiles:
        return SqlProfiles(self)

    @cached_property
    def history(self) -> SqlProfileHistory:
        return SqlProfileHistory(self)

    @cached_property
    def proposals(self) -> SqlProposals:
        return SqlProposals(self)

    @cached_property
    def users(self) -> SqlUsers:
        return SqlUsers(self)

    @cached_property
    def job_profiles(self) -> SqlJobProfiles:
        return SqlJobProfiles(self)
