from collections.abc import Sequence
from datetime import datetime, timedelta
from math import ceil
from typing import Any

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Uuid,
    and_,
    case,
    delete,
    or_,
    select,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql.expression import ColumnElement

from app.domain.identity.challenges import (
    MOST_TRIES,
    Allowance,
    Challenge,
    IAllowances,
    IChallenges,
    Purpose,
)
from app.domain.mail.ports import Language
from app.domain.shared.ids import ChallengeId, UserId
from app.infrastructure.persistence.columns import Moment, one_of
from app.infrastructure.persistence.mapping import Mapping, identity
from app.infrastructure.persistence.metadata import metadata
from app.infrastructure.persistence.unit_of_work import SqlUnitOfWork

challenges = Table(
    "challenges",
    metadata,
    *identity(),
    Column("purpose", one_of(Purpose), nullable=False),
    Column("mailbox", String(64), nullable=False),
    Column("email", String(320), nullable=False),
    Column("language", one_of(Language), nullable=False),
    Column("digest", String(64), nullable=False),
    Column("user_id", Uuid, ForeignKey("users.id", ondelete="CASCADE"), index=True),
    Column("tries", Integer, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False, index=True),
    Column("sent_at", Moment),
    Column("spent_at", Moment),
    Index(None, "mailbox", "purpose", "created_at"),
)
CHALLENGES = Mapping(Challenge, challenges)

allowances = Table(
    "allowances",
    metadata,
    Column("name", String(120), primary_key=True),
    Column("began_at", Moment, nullable=False, index=True),
    Column("count", Integer, nullable=False),
)


class SqlChallenges(IChallenges):
    def __init__(self, work: SqlUnitOfWork) -> None:
        self._work = work

    async def add(self, challenge: Challenge) -> None:
        await CHALLENGES.add(self._work.connection, challenge)

    async def find(self, challenge_id: ChallengeId) -> Challenge | None:
        return await CHALLENGES.find(self._work.connection, challenge_id)

    async def newest(self, purpose: Purpose, mailboxes: Sequence[str]) -> Challenge | None:
        theirs = CHALLENGES.rows.where(*_at(purpose, mailboxes), challenges.c.spent_at.is_(None))
        newest = theirs.order_by(challenges.c.created_at.desc(), challenges.c.id.desc()).limit(1)
        found = await CHALLENGES.all(self._work.connection, newest)
        return found[0] if found else None

    async def take_try(self, challenge_id: ChallengeId, *, now: datetime) -> bool:
        return await self._change(
            and_(*_open(challenge_id, now), challenges.c.tries < MOST_TRIES), tries=challenges.c.tries + 1
        )

    async def spend(self, challenge_id: ChallengeId, *, now: datetime) -> bool:
        return await self._change(and_(*_open(challenge_id, now)), spent_at=now)

    async def close(self, purpose: Purpose, mailboxes: Sequence[str], *, now: datetime) -> None:
        await self._change(and_(*_at(purpose, mailboxes), challenges.c.spent_at.is_(None)), spent_at=now)

    async def bind(self, challenge_id: ChallengeId, *, user_id: UserId) -> None:
        await self._change(challenges.c.id == challenge_id, user_id=user_id)

    async def settle(self, challenge_id: ChallengeId, *, sent_at: datetime | None) -> None:
        await self._change(challenges.c.id == challenge_id, email="", sent_at=sent_at)

    async def drop_expired(self, *, before: datetime) -> int:
        old = delete(challenges).where(challenges.c.expires_at < before)
        return (await self._work.connection.execute(old)).rowcount

    async def _change(self, which: ColumnElement[bool], **values: Any) -> bool:
        changed = await self._work.connection.execute(update(challenges).where(which).values(values))
        return changed.rowcount > 0


def _at(purpose: Purpose, mailboxes: Sequence[str]) -> tuple[ColumnElement[bool], ...]:
    return challenges.c.purpose == purpose, challenges.c.mailbox.in_(mailboxes)


def _open(challenge_id: ChallengeId, now: datetime) -> tuple[ColumnElement[bool], ...]:
    return challenges.c.id == challenge_id, challenges.c.spent_at.is_(None), challenges.c.expires_at > now


class SqlAllowances(IAllowances):
    def __init__(self, work: SqlUnitOfWork) -> None:
        self._work = work

    async def take(self, name: str, allowance: Allowance, *, now: datetime) -> int:
        """The first, the next within the time, or the first anew: if there are any left."""
        if allowance.limit < 1:
            return allowance.seconds
        connection, lasts = self._work.connection, timedelta(seconds=allowance.seconds)
        is_over = allowances.c.began_at <= now - lasts
        counted = {
            "count": case((is_over, 1), else_=allowances.c.count + 1),
            "began_at": case((is_over, now), else_=allowances.c.began_at),
        }
        dialect: Any = postgresql if connection.dialect.name == "postgresql" else sqlite
        first = dialect.insert(allowances).values(name=name, began_at=now, count=1)
        statement = first.on_conflict_do_update(
            index_elements=["name"], set_=counted, where=or_(is_over, allowances.c.count < allowance.limit)
        )
        if (await connection.execute(statement)).rowcount == 1:
            return 0
        began = select(allowances.c.began_at).where(allowances.c.name == name)
        since: datetime = (await connection.execute(began)).scalar_one()
        return max(1, ceil((since + lasts - now).total_seconds()))

    async def drop_before(self, moment: datetime) -> int:
        old = delete(allowances).where(allowances.c.began_at < moment)
        return (await self._work.connection.execute(old)).rowcount
