from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Uuid,
    delete,
    false,
    select,
)
from sqlalchemy.sql.expression import ColumnElement

from app.application.generation.work import IGenerationWork
from app.domain.documents.model import DocumentType
from app.domain.generation.errors import GenerationNotFound
from app.domain.generation.matching.receipt import Recommendation
from app.domain.generation.model import Generation, GenerationStatus, StageProgress
from app.domain.generation.options import Options
from app.domain.generation.ports import GenerationSearch, GenerationSort, IGenerationRepository
from app.domain.generation.usage import Charge, RunBudget, Spent
from app.domain.shared.errors import Stale
from app.domain.shared.ids import GenerationId, UserId
from app.domain.shared.page import Page, Slice
from app.infrastructure.persistence.columns import JSONOf, Moment, one_of
from app.infrastructure.persistence.documents import SqlDocumentWork
from app.infrastructure.persistence.idempotency import SqlReplies
from app.infrastructure.persistence.identity import SqlUsers
from app.infrastructure.persistence.llm_answers import SqlLLMAnswers
from app.infrastructure.persistence.llm_calls import SqlLLMCalls
from app.infrastructure.persistence.llm_keys import SqlLLMKeys
from app.infrastructure.persistence.mapping import Mapping, identity
from app.infrastructure.persistence.metadata import metadata
from app.infrastructure.persistence.unit_of_work import SqlUnitOfWork
from app.infrastructure.persistence.usage import SqlUsageLedger
from app.infrastructure.persistence.work import SqlWorkQueue

generations = Table(
    "generations",
    metadata,
    *identity(),
    Column("user_id", Uuid, ForeignKey("users.id", ondelete="CASCADE"), nullable=False),
    Column("profile_id", Uuid, ForeignKey("master_profiles.id", ondelete="SET NULL"), index=True),
    Column("job_id", Uuid, ForeignKey("jobs.id", ondelete="SET NULL"), index=True),
    Column("document_type", one_of(DocumentType), nullable=False),
    Column("options", JSONOf[Options](Options), nullable=False),
    Column("parent_id", Uuid, ForeignKey("generations.id", ondelete="SET NULL"), index=True),
    Column("status", one_of(GenerationStatus), nullable=False),
    Column("stage_progress", JSONOf[tuple[StageProgress, ...]](tuple[StageProgress, ...]), nullable=False),
    Column("match_score", Float),
    Column("keywords_required_count", Integer),
    Column("keywords_matched_count", Integer),
    Column("recommendations", JSONOf[tuple[Recommendation, ...]](tuple[Recommendation, ...]), nullable=False),
    Column("document_id", Uuid, ForeignKey("documents.id", ondelete="SET NULL"), index=True),
    Column("error_message", String(2000)),
    Column("charge", one_of(Charge), nullable=False, server_default=Charge.NONE),
    Column("budget", JSONOf[RunBudget](RunBudget), nullable=False, server_default="{}"),
    Column("token_usage", Integer, nullable=False),
    Column("cost_micros", BigInteger, nullable=False, server_default="0"),
    Column("reserved", JSONOf[Spent](Spent), nullable=False, server_default="{}"),
    Column("own_key", Boolean, nullable=False, server_default=false()),
    Column("estimated_completion", Moment),
    Column("generation_time_seconds", Float),
    Column("rating", Integer),
    Column("comment", String(2000)),
    Column("created_at", Moment, nullable=False),
    Column("completed_at", Moment),
    Column("updated_at", Moment, nullable=False),
    Index(None, "user_id", "created_at", "id"),
    Index(None, "user_id", "status"),
)
GENERATIONS = Mapping(Generation, generations)


class SqlGenerations(IGenerationRepository):
    def __init__(self, work: SqlUnitOfWork) -> None:
        self._work = work

    async def add(self, generation: Generation) -> None:
        await GENERATIONS.add(self._work.connection, generation)

    async def save(self, generation: Generation) -> None:
        await GENERATIONS.save(self._work.connection, generation)

    async def get(self, generation_id: GenerationId, *, owner: UserId, lock: bool = False) -> Generation:
        found = await GENERATIONS.find(self._work.connection, generation_id, lock=lock)
        if found is None or found.user_id != owner:
            raise GenerationNotFound("There is no such generation.")
        return found

    async def recent_seconds(self, owner: UserId, *, limit: int) -> Sequence[float]:
        newest = (
            select(generations.c.generation_time_seconds)
            .where(generations.c.user_id == owner, generations.c.status == GenerationStatus.COMPLETED)
            .order_by(generations.c.created_at.desc(), generations.c.id.desc())
            .limit(limit)
        )
        return list(await self._work.connection.scalars(newest))

    async def page(self, search: GenerationSearch, *, sort: GenerationSort, part: Slice) -> Page[Generation]:
        column = generations.c[sort.removeprefix("-")]
        order = (column.desc(), generations.c.id.desc()) if sort.startswith("-") else (column.asc(),)
        return await GENERATIONS.page(self._work.connection, *_conditions(search), order=order, part=part)

    async def remove(self, generation: Generation) -> None:
        this = delete(generations).where(
            generations.c.id == generation.id, generations.c.version == generation.version
        )
        if (await self._work.connection.execute(this)).rowcount != 1:
            raise Stale("This generation was changed by somebody else.")


def _conditions(search: GenerationSearch) -> Iterator[ColumnElement[Any]]:
    yield generations.c.user_id == search.owner
    for name in ("job_id", "profile_id", "status", "document_type", "parent_id"):
        if (wanted := getattr(search, name)) is not None:
            yield generations.c[name] == wanted


class SqlGenerationWork(SqlDocumentWork, IGenerationWork):
    @cached_property
    def generations(self) -> SqlGenerations:
        return SqlGenerations(self)

    @cached_property
    def queue(self) -> SqlWorkQueue:
        return SqlWorkQueue(self)

    @cached_property
    def usage(self) -> SqlUsageLedger:
        return SqlUsageLedger(self)

    @cached_property
    def calls(self) -> SqlLLMCalls:
        return SqlLLMCalls(self)

    @cached_property
    def llm_keys(self) -> SqlLLMKeys:
        return SqlLLMKeys(self)

    @cached_property
    def answers(self) -> SqlLLMAnswers:
        return SqlLLMAnswers(self)

    @cached_property
    def users(self) -> SqlUsers:
        return SqlUsers(self)

    @cached_property
    def replies(self) -> SqlReplies:
        return SqlReplies(self)
