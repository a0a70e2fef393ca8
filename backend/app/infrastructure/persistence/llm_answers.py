from datetime import datetime, timedelta

from sqlalchemy import Column, ForeignKey, String, Table, Uuid, delete, select
from sqlalchemy.dialects import postgresql, sqlite

from app.domain.jobs.pointing.fields import PointedOut
from app.domain.jobs.ports import IAnswers, KeptAnswer
from app.domain.shared.ids import UserId
from app.infrastructure.persistence.columns import JSONOf, Moment
from app.infrastructure.persistence.metadata import metadata
from app.infrastructure.persistence.unit_of_work import SqlUnitOfWork

KEPT = timedelta(days=30)
MOST = 200
"""Of one user."""

llm_answers = Table(
    "llm_answers",
    metadata,
    Column("user_id", Uuid, ForeignKey("users.id", ondelete="CASCADE"), primary_key=True),
    Column("digest", String(64), primary_key=True),
    Column("provider", String(40), nullable=False),
    Column("model", String(200), nullable=False),
    Column("value", JSONOf[PointedOut](PointedOut), nullable=False),
    Column("created_at", Moment, nullable=False, index=True),
)


class SqlLLMAnswers(IAnswers):
    def __init__(self, work: SqlUnitOfWork) -> None:
        self._work = work

    async def find(self, owner: UserId, digest: str, *, now: datetime) -> KeptAnswer | None:
        columns = llm_answers.c.provider, llm_answers.c.model, llm_answers.c.value
        same = llm_answers.c.user_id == owner, llm_answers.c.digest == digest
        fresh = select(*columns).where(*same, llm_answers.c.created_at > now - KEPT)
        row = (await self._work.connection.execute(fresh)).one_or_none()
        return KeptAnswer(digest=digest, **row._mapping) if row else None

    async def keep(self, owner: UserId, answer: KeptAnswer, *, now: datetime) -> None:
        connection = self._work.connection
        await connection.execute(delete(llm_answers).where(llm_answers.c.created_at <= now - KEPT))
        said = {"provider": answer.provider, "model": answer.model, "value": answer.value, "created_at": now}
        dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
        statement = dialect.insert(llm_answers).values(user_id=owner, digest=answer.digest, **said)
        key = ["user_id", "digest"]
        await connection.execute(statement.on_conflict_do_update(index_elements=key, set_=said))
        newest = (
            select(llm_answers.c.digest)
            .where(llm_answers.c.user_id == owner)
            .order_by(llm_answers.c.created_at.desc(), llm_answers.c.digest)
            .limit(MOST)
        )
        await connection.execute(
            delete(llm_answers).where(llm_answers.c.user_id == owner, llm_answers.c.digest.not_in(newest))
        )
