from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column, ForeignKey, Integer, String, Table, Uuid, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql.expression import ColumnElement

from app.application.idempotency import (
    KEPT,
    IdempotencyKeyReused,
    IReplies,
    Once,
    Reply,
    RequestInFlight,
)
from app.domain.shared.ids import UserId
from app.infrastructure.persistence.columns import Moment
from app.infrastructure.persistence.metadata import metadata
from app.infrastructure.persistence.unit_of_work import SqlUnitOfWork

LOCK_NOT_AVAILABLE = "55P03"

replies = Table(
    "idempotency_replies",
    metadata,
    Column("user_id", Uuid, ForeignKey("users.id", ondelete="CASCADE"), primary_key=True),
    Column("route", String(120), primary_key=True),
    Column("key", String(255), primary_key=True),
    Column("fingerprint", String(64), nullable=False),
    Column("status", Integer),
    Column("body", JSON),
    Column("location", String(300)),
    Column("created_at", Moment, nullable=False, index=True),
)


class SqlReplies(IReplies):
    def __init__(self, work: SqlUnitOfWork) -> None:
        self._work = work

    async def find_or_reserve(self, user_id: UserId, once: Once[Any], *, now: datetime) -> Reply | None:
        await self.forget(now=now)
        if await self._reserve(user_id, once, now):
            return None
        return await self.find(user_id, once, now=now)

    async def find(self, user_id: UserId, once: Once[Any], *, now: datetime) -> Reply | None:
        kept = select(replies).where(*_of(user_id, once), replies.c.created_at > now - KEPT)
        row = (await self._work.connection.execute(kept)).one_or_none()
        if row is None:
            return None
        if row.fingerprint != once.fingerprint:
            raise IdempotencyKeyReused("This Idempotency-Key came with another request before.")
        return Reply(row.status, row.body, row.location)

    async def forget(self, *, now: datetime) -> int:
        old = delete(replies).where(replies.c.created_at <= now - KEPT)
        return (await self._work.connection.execute(old)).rowcount

    async def keep(self, user_id: UserId, once: Once[Any], reply: Reply) -> None:
        said = {"status": reply.status, "body": reply.body, "location": reply.location}
        await self._work.connection.execute(update(replies).where(*_of(user_id, once)).values(said))

    async def _reserve(self, user_id: UserId, once: Once[Any], now: datetime) -> bool:
        """On PostgreSQL whoever comes second waits here for the first to commit, or to give up: as long as a
        connection waits for any lock."""
        row = {
            "user_id": user_id,
            "route": once.route,
            "key": once.key,
            "fingerprint": once.fingerprint,
            "created_at": now,
        }
        dialect = postgresql if self._work.connection.dialect.name == "postgresql" else sqlite
        statement = dialect.insert(replies).values(row).on_conflict_do_nothing()
        try:
            return (await self._work.connection.execute(statement)).rowcount == 1
        except DBAPIError as error:
            if getattr(error.orig, "sqlstate", None) == LOCK_NOT_AVAILABLE:
                raise RequestInFlight("The first request with this key is still in flight.") from error
            raise


def _of(user_id: UserId, once: Once[Any]) -> tuple[ColumnElement[bool], ...]:
    return replies.c.user_id == user_id, replies.c.route == once.route, replies.c.key == once.key
