import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import datetime
from functools import cached_property, lru_cache
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Date, Select, String, Table, and_, bindparam, delete, func, insert, or_, select
from sqlalchemy.engine import Row
from sqlalchemy.sql.expression import ColumnElement

from app.application.applications.work import IApplicationWork
from app.domain.applications.errors import ApplicationNotFound
from app.domain.applications.figures import Counted
from app.domain.applications.model import Application, Move, SentDocument
from app.domain.applications.ports import (
    ApplicationListing,
    ApplicationSearch,
    ApplicationSort,
    Column,
    IApplicationRepository,
)
from app.domain.applications.status import ApplicationStatus
from app.domain.shared.errors import Stale
from app.domain.shared.ids import ApplicationId, DocumentId, JobId, UserId
from app.domain.shared.page import Page, Slice
from app.infrastructure.persistence.application_figures import count
from app.infrastructure.persistence.application_tables import APPLICATIONS, applications, moves, sent
from app.infrastructure.persistence.counting import count_own
from app.infrastructure.persistence.documents import SqlDocumentWork
from app.infrastructure.persistence.idempotency import SqlReplies
from app.infrastructure.persistence.identity import users
from app.infrastructure.persistence.jobs import jobs
from app.infrastructure.persistence.listing import Listing
from app.infrastructure.persistence.tracked_jobs import SqlTrackedJobs
from app.infrastructure.persistence.unit_of_work import SqlUnitOfWork

L = TypeVar("L", Move, SentDocument)

_MINE = APPLICATIONS.rows.where(
    applications.c.id == bindparam("pk"), applications.c.user_id == bindparam("owner")
)
_OF_JOB = APPLICATIONS.rows.where(
    applications.c.job_id == bindparam("job"), applications.c.user_id == bindparam("owner")
)
_LISTED = tuple(f.name for f in fields(ApplicationListing))
_SEARCHED = tuple(f.name for f in fields(ApplicationSearch))
_MOVE = tuple(f.name for f in fields(Move))
_SENT = tuple(f.name for f in fields(SentDocument))
_ESCAPED = re.compile("[/%_]")
"""What means something to LIKE."""
AT_ONCE = 500
"""So many values a statement: no database takes any number of them."""


class SqlApplications(IApplicationRepository):
    """History and documents are lines of their own, and only grow."""

    def __init__(self, work: SqlUnitOfWork) -> None:
        self._work = work
        self._lines: dict[UUID, tuple[int, int]] = {}
        """How many of each are kept already."""

    async def add(self, application: Application) -> None:
        await self.add_all([application])

    async def add_all(self, new: Sequence[Application]) -> None:
        for start in range(0, len(new), AT_ONCE):
            some = new[start : start + AT_ONCE]
            await APPLICATIONS.add(self._work.connection, *some)
            await self._write(some)

    async def save(self, application: Application) -> None:
        await APPLICATIONS.save(self._work.connection, application)
        await self._write([application])

    async def get(self, application_id: ApplicationId, *, owner: UserId, lock: bool = False) -> Application:
        if found := await self._one(_MINE, lock, pk=application_id, owner=owner):
            return found
        raise ApplicationNotFound("There is no such application.")

    async def find_of_job(self, job_id: JobId, *, owner: UserId, lock: bool = False) -> Application | None:
        return await self._one(_OF_JOB, lock, job=job_id, owner=owner)

    async def page(
        self, search: ApplicationSearch, *, sort: ApplicationSort, part: Slice
    ) -> Page[ApplicationListing]:
        given = _given(search)
        return await _listing(frozenset(given), sort).part(self._work.connection, given, part, _listed)

    async def board(self, search: ApplicationSearch, *, most: int) -> Sequence[Column]:
        given = _given(search)
        found = await self._work.connection.execute(_board(frozenset(given)), given | {"most": most})
        by_status: dict[ApplicationStatus, list[Any]] = {}
        for row in found:
            by_status.setdefault(row.status, []).append(row)
        return [_column(status, by_status.get(status, [])) for status in ApplicationStatus]

    async def remove(self, application: Application) -> None:
        c = applications.c
        this = delete(applications).where(c.id == application.id, c.version == application.version)
        if (await self._work.connection.execute(this)).rowcount != 1:
            raise Stale("This application was changed by somebody else.")

    async def held(self, document_ids: Collection[DocumentId]) -> Collection[DocumentId]:
        which = select(sent.c.document_id).where(sent.c.document_id.in_(document_ids)).distinct()
        return {DocumentId(found) for found in await self._work.connection.scalars(which)}

    async def stretch(
        self, owner: UserId, *, after: Application | None = None, most: int
    ) -> Sequence[Application]:
        c = applications.c
        mine = [c.user_id == owner]
        if after:
            same_moment = and_(c.created_at == after.created_at, c.id > after.id)
            mine.append(or_(c.created_at > after.created_at, same_moment))
        wanted = APPLICATIONS.rows.where(*mine).order_by(c.created_at, c.id).limit(most)
        rows = (await self._work.connection.execute(wanted)).all()
        theirs = wanted.with_only_columns(c.id).subquery()
        of_them = select(theirs.c.id)
        history = await self._gathered(moves, _MOVE, Move, moves.c.application_id.in_(of_them))
        handed = await self._gathered(sent, _SENT, SentDocument, sent.c.application_id.in_(of_them))
        return [APPLICATIONS.load(r, history=history.get(r.id, ()), sent=handed.get(r.id, ())) for r in rows]

    async def count_own(self, owner: UserId, *, most: int, lock: bool = False) -> int:
        return await count_own(self._work.connection, applications, owner, most=most, lock=lock)

    async def known(self, ids: Collection[UUID], *, owner: UserId) -> Collection[UUID]:
        turn = select(users.c.id).where(users.c.id == owner).with_for_update(key_share=True)
        await self._work.connection.execute(turn)
        mine = select(applications.c.id).where(applications.c.user_id == owner)
        return await self._among(mine, applications.c.id, list(ids))

    async def untracked(self, job_ids: Collection[JobId], *, owner: UserId) -> Collection[JobId]:
        has_card = (
            select(applications.c.id)
            .where(applications.c.job_id == jobs.c.id, applications.c.user_id == owner)
            .exists()
        )
        seen = or_(jobs.c.user_id.is_(None), jobs.c.user_id == owner)
        found = await self._among(select(jobs.c.id).where(seen, ~has_card), jobs.c.id, list(job_ids))
        return {JobId(each) for each in found}

    async def count(self, owner: UserId, *, weeks: Sequence[datetime]) -> Counted:
        return await count(self._work.connection, owner, weeks)

    async def _among(
        self, wanted: Select[Any], column: ColumnElement[UUID], ids: Sequence[UUID]
    ) -> set[UUID]:
        found: set[UUID] = set()
        for start in range(0, len(ids), AT_ONCE):
            some = wanted.where(column.in_(ids[start : start + AT_ONCE]))
            found.update(await self._work.connection.scalars(some))
        return found

    async def _one(self, statement: Select[Any], lock: bool, **which: UUID) -> Application | None:
        wanted = statement.with_for_update() if lock else statement
        row = (await self._work.connection.execute(wanted, which)).one_or_none()
        if row is None:
            return None
        history = await self._gathered(moves, _MOVE, Move, moves.c.application_id == row.id)
        handed = await self._gathered(sent, _SENT, SentDocument, sent.c.application_id == row.id)
        found = APPLICATIONS.load(row, history=history.get(row.id, ()), sent=handed.get(row.id, ()))
        self._lines[found.id] = len(found.history), len(found.sent)
        return found

    async def _gathered(
        self, table: Table, names: Sequence[str], kind: type[L], where: ColumnElement[bool]
    ) -> Mapping[UUID, tuple[L, ...]]:
        ordered = select(table.c.application_id, *(table.c[name] for name in names)).where(where)
        lines: dict[UUID, list[L]] = {}
        rows = await self._work.connection.execute(ordered.order_by(table.c.application_id, table.c.number))
        for application_id, *values in rows:
            lines.setdefault(application_id, []).append(kind(**dict(zip(names, values, strict=True))))
        return {application_id: tuple(found) for application_id, found in lines.items()}

    async def _write(self, changed: Sequence[Application]) -> None:
        """The lines that have come since they were read."""
        told: list[dict[str, Any]] = []
        handed: list[dict[str, Any]] = []
        for each in changed:
            known, given = self._lines.get(each.id, (0, 0))
            told += _rows(each.id, each.history, _MOVE, known)
            handed += _rows(each.id, each.sent, _SENT, given)
            self._lines[each.id] = len(each.history), len(each.sent)
        for table, rows in ((moves, told), (sent, handed)):
            if rows:
                await self._work.connection.execute(insert(table), rows)


def _rows(
    application_id: UUID, lines: Sequence[Move] | Sequence[SentDocument], names: Sequence[str], known: int
) -> list[dict[str, Any]]:
    return [
        {"application_id": application_id, "number": n} | {name: getattr(line, name) for name in names}
        for n, line in enumerate(lines)
        if n >= known
    ]


def _given(search: ApplicationSearch) -> dict[str, Any]:
    given = {name: value for name in _SEARCHED if (value := getattr(search, name)) is not None}
    if search.q:
        given["q"] = _ESCAPED.sub(r"/\g<0>", search.q)
    return given


def _listed(row: Sequence[Any]) -> ApplicationListing:
    return ApplicationListing(**dict(zip(_LISTED, row, strict=True)))


def _column(status: ApplicationStatus, rows: Sequence[Row[Any]]) -> Column:
    cards = tuple(_listed(row[: len(_LISTED)]) for row in rows)
    return Column(status=status, count=rows[0].standing if rows else 0, cards=cards)


@lru_cache(maxsize=512)
def _listing(given: frozenset[str], sort: ApplicationSort) -> Listing:
    wanted = select(*(applications.c[name] for name in _LISTED)).where(*_conditions(given))
    return Listing(wanted, order=_order(sort))


@lru_cache(maxsize=128)
def _board(given: frozenset[str]) -> Select[Any]:
    c = applications.c
    last_moved = (c.moved_at.desc(), c.id.desc())
    place = func.row_number().over(partition_by=c.status, order_by=last_moved).label("place")
    standing = func.count().over(partition_by=c.status).label("standing")
    all_of_them = select(*(c[name] for name in _LISTED), place, standing).where(*_conditions(given))
    cards = all_of_them.subquery()
    return select(cards).where(cards.c.place <= bindparam("most")).order_by(cards.c.status, cards.c.place)


def _conditions(given: frozenset[str]) -> Iterator[ColumnElement[bool]]:
    c = applications.c
    yield c.user_id == bindparam("owner")
    for name in ("status", "source", "favorite", "job_id"):
        if name in given:
            yield c[name] == bindparam(name)
    if "follow_up_until" in given:
        yield c.follow_up_on <= bindparam("follow_up_until", type_=Date)
    if "q" in given:
        said = bindparam("q", type_=String)
        yield or_(*(text.icontains(said, escape="/") for text in (c.title, c.company)))


def _order(sort: ApplicationSort) -> tuple[ColumnElement[object], ColumnElement[object]]:
    """The id breaks ties, and runs the same way, so that an index serves both."""
    column = applications.c[sort.removeprefix("-")]
    ordered = column.desc() if sort.startswith("-") else column.asc()
    tie = applications.c.id.desc() if sort.startswith("-") else applications.c.id.asc()
    return ordered.nulls_last() if column.nullable else ordered, tie


class SqlApplicationWork(SqlDocumentWork, IApplicationWork):
    @cached_property
    def applications(self) -> SqlApplications:
        return SqlApplications(self)

    @cached_property
    def tracked_jobs(self) -> SqlTrackedJobs:
        return SqlTrackedJobs(self)

    @cached_property
    def replies(self) -> SqlReplies:
        return SqlReplies(self)
