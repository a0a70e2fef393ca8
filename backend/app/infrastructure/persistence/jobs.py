from collections.abc import Sequence
from dataclasses import fields
from datetime import date
from functools import cached_property
from typing import Any
from uuid import UUID

from sqlalchemy import and_, bindparam, case, delete, exists, insert, or_, select, union, update
from sqlalchemy import text as sql
from sqlalchemy.dialects import postgresql, sqlite

from app.application.jobs.work import IJobWork
from app.domain.jobs.errors import JobNotFound
from app.domain.jobs.model import Job
from app.domain.jobs.ports import IJobRepository, JobListing, JobSearch, JobSort, Twin
from app.domain.jobs.search import Clause, Searchable, searchable
from app.domain.shared.errors import Stale
from app.domain.shared.ids import JobId, UserId
from app.domain.shared.page import Page, Slice
from app.infrastructure.persistence.counting import count_own
from app.infrastructure.persistence.idempotency import SqlReplies
from app.infrastructure.persistence.job_candidates import candidate_values, candidates_of
from app.infrastructure.persistence.job_counts import counted_on
from app.infrastructure.persistence.job_lists import page_of
from app.infrastructure.persistence.job_orders import board_jobs, keys_of
from app.infrastructure.persistence.job_search import place_of, row_of, searchable_jobs
from app.infrastructure.persistence.job_shown import AS_THEY_ARE
from app.infrastructure.persistence.job_tables import JOBS, jobs
from app.infrastructure.persistence.prepared import Prepared
from app.infrastructure.persistence.unit_of_work import SqlUnitOfWork

__all__ = ["VISIBLE", "SqlJobWork", "SqlJobs", "jobs"]

_MINE = Prepared(JOBS.rows.where(jobs.c.id == bindparam("pk"), jobs.c.user_id == bindparam("owner")))
_SEEN = or_(jobs.c.user_id.is_(None), jobs.c.user_id == bindparam("reader"))
VISIBLE = JOBS.rows.where(jobs.c.id == bindparam("pk"), _SEEN)
_VISIBLE = Prepared(VISIBLE)
_S = searchable_jobs.c
_TAKE = {
    name: dialect.insert(searchable_jobs).on_conflict_do_nothing(index_elements=["place"])
    for name, dialect in (("sqlite", sqlite), ("postgresql", postgresql))
}
_STAND = insert(board_jobs)
_MOVE = update(board_jobs).where(
    board_jobs.c.place == select(_S.place).where(_S.job_id == bindparam("pk")).scalar_subquery()
)
"""Its place in the orders of the board."""
MOST_TWINS = 20
_SAME = {name: and_(_S[name].is_not(None), _S[name] == bindparam(name)) for name in ("address", "post")}
_TWIN = tuple(f.name for f in fields(Twin))


def _twins(*by: str, before: bool = False) -> Prepared:
    """The newest that share one of these. Each is looked for by its own index, and no more is read of those
    found than is shown: many may keep the same post."""
    seen = or_(_S.user_id.is_(None), _S.user_id == bindparam("reader"))
    when = [_S.place < bindparam("before")] if before else []
    newest = (select(_S.place).where(_SAME[name], seen, *when).order_by(_S.place.desc()) for name in by)
    each = [select(found.limit(MOST_TWINS).subquery().c.place) for found in newest]
    which = (union(*each) if len(each) > 1 else each[0]).subquery()
    own = {"same_address": case((_SAME["address"], True), else_=False), "sketch": _S.sketch}
    shown = which.join(searchable_jobs, _S.place == which.c.place).join(jobs, jobs.c.id == _S.job_id)
    told = (own[name] if name in own else jobs.c[name] for name in _TWIN)
    return Prepared(select(*told).select_from(shown).order_by(_S.place.desc()).limit(MOST_TWINS))


_WAYS: tuple[tuple[str, ...], ...] = (("address",), ("post",), ("address", "post"))
_TWINS = {(by, before): _twins(*by, before=before) for by in _WAYS for before in (False, True)}
_STILL_SAME = exists().where(
    _S.job_id == jobs.c.id,
    or_(*(_S[name] == bindparam(name, type_=_S[name].type) for name in ("address", "post"))),
)
_PART = {
    name: update(jobs)
    .where(jobs.c[name] == bindparam("pk"), ~_STILL_SAME)
    .values({name: None, "version": jobs.c.version + 1})
    for name in ("duplicate_of", "repost_of")
}
_CHANGED = sql(
    "INSERT INTO board_changes (id, changes, postings) VALUES (1, 1, :more) ON CONFLICT (id) DO UPDATE SET"
    " changes = board_changes.changes + 1, postings = board_changes.postings + :more"
)


class SqlJobs(IJobRepository):
    def __init__(self, work: SqlUnitOfWork) -> None:
        self._work = work

    async def add(self, job: Job, *, said: Searchable | None = None) -> None:
        await JOBS.add(self._work.connection, job)
        row, place = row_of(job, said or searchable(job)), place_of(job)
        while not await self._take(place, row):
            place += 1
        if job.on_board:
            await self._work.connection.execute(_STAND, keys_of(job, row["until"]) | {"place": place})
        await self._note(job, more=1)

    async def save(self, job: Job, *, said: Searchable | None = None) -> None:
        await JOBS.save(self._work.connection, job)
        row = row_of(job, said or searchable(job))
        await self._work.connection.execute(
            update(searchable_jobs).where(_S.job_id == bindparam("pk")), row | {"pk": job.id}
        )
        if job.on_board:
            await self._work.connection.execute(_MOVE, keys_of(job, row["until"]) | {"pk": job.id})
        await self._note(job)

    async def twins(
        self, said: Searchable, *, reader: UserId | None, before: Job | None = None
    ) -> Sequence[Twin]:
        asked = {"address": said.address, "post": said.post}
        if not (by := tuple(name for name, value in asked.items() if value is not None)):
            return []
        told: dict[str, Any] = {**asked, "reader": reader}
        if before is not None:
            told["before"] = place_of(before)
        rows = await self._work.connection.read(_TWINS[by, before is not None], told)
        return [Twin(**dict(zip(_TWIN, row, strict=True))) for row in rows]

    async def count_own(self, owner: UserId, *, most: int, lock: bool = False) -> int:
        return await count_own(self._work.connection, jobs, owner, most=most, lock=lock)

    async def part(self, job: Job, said: Searchable) -> None:
        keys = {"pk": job.id, "address": said.address, "post": said.post}
        for statement in _PART.values():
            await self._work.connection.execute(statement, keys)

    async def get(self, job_id: JobId, *, owner: UserId) -> Job:
        return await self._only(_MINE, pk=job_id, owner=owner)

    async def get_visible(self, job_id: JobId, *, reader: UserId | None) -> Job:
        return await self._only(_VISIBLE, pk=job_id, reader=reader)

    async def page(self, search: JobSearch, *, sort: JobSort, part: Slice) -> Page[JobListing]:
        counted = counted_on(self._work.database)
        return await page_of(
            self._work.connection, search, sort=sort, part=part, counted=counted, shown=AS_THEY_ARE
        )

    async def candidates(self, clauses: Sequence[Clause], *, today: date, most: int) -> Sequence[Job]:
        if not clauses:
            return []
        dialect = self._work.connection.dialect.name
        asked = candidate_values(clauses, dialect) | {"day": today, "most": most}
        rows = await self._work.connection.execute(candidates_of(len(clauses), dialect), asked)
        return [JOBS.load(row) for row in rows]

    async def remove(self, job: Job) -> None:
        this = delete(jobs).where(jobs.c.id == job.id, jobs.c.version == job.version)
        if (await self._work.connection.execute(this)).rowcount != 1:
            raise Stale("This job was changed by somebody else.")
        await self._note(job, more=-1)

    async def _take(self, place: int, row: dict[str, Any]) -> bool:
        """Whether the place was free."""
        statement = _TAKE[self._work.connection.dialect.name]
        return (await self._work.connection.execute(statement, row | {"place": place})).rowcount == 1

    async def _note(self, job: Job, *, more: int = 0) -> None:
        """What was counted on the board holds no longer."""
        if job.on_board:
            await self._work.connection.execute(_CHANGED, {"more": more})

    async def _only(self, statement: Prepared, **values: UUID | None) -> Job:
        for row in await self._work.connection.read(statement, values):
            return JOBS.load(row)
        raise JobNotFound("There is no such job.")


class SqlJobWork(SqlUnitOfWork, IJobWork):
    @cached_property
    def jobs(self) -> SqlJobs:
        return SqlJobs(self)

    @cached_property
    def replies(self) -> SqlReplies:
        return SqlReplies(self)
