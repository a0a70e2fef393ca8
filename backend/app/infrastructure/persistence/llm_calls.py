from collections.abc import Sequence
from datetime import date

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Uuid,
    false,
    select,
)
from sqlalchemy import func as sql

from app.domain.generation.calls import LLMCall, ModelUsage
from app.domain.generation.ports import ILLMCalls
from app.domain.shared.ids import UserId
from app.domain.shared.page import Page, Slice
from app.infrastructure.persistence.columns import Moment
from app.infrastructure.persistence.mapping import Mapping, identity
from app.infrastructure.persistence.metadata import metadata
from app.infrastructure.persistence.unit_of_work import SqlUnitOfWork

llm_calls = Table(
    "llm_calls",
    metadata,
    *identity(),
    Column("user_id", Uuid, ForeignKey("users.id", ondelete="CASCADE"), nullable=False),
    Column("generation_id", Uuid, ForeignKey("generations.id", ondelete="SET NULL"), index=True),
    Column("month", Date, nullable=False),
    Column("step", String(100), nullable=False),
    Column("prompt", String(100), nullable=False),
    Column("provider", String(40), nullable=False),
    Column("model", String(200), nullable=False),
    Column("outcome", String(20), nullable=False),
    Column("input_tokens", Integer, nullable=False),
    Column("output_tokens", Integer, nullable=False),
    Column("cost_micros", BigInteger, nullable=False),
    Column("seconds", Float, nullable=False),
    Column("at", Moment, nullable=False),
    Column("own_key", Boolean, nullable=False, server_default=false()),
    Index(None, "user_id", "at", "id"),
    Index(None, "user_id", "month"),
)
CALLS = Mapping(LLMCall, llm_calls)


class SqlLLMCalls(ILLMCalls):
    def __init__(self, work: SqlUnitOfWork) -> None:
        self._work = work

    async def add(self, call: LLMCall) -> None:
        await CALLS.add(self._work.connection, call)

    async def page(self, owner: UserId, part: Slice) -> Page[LLMCall]:
        order = (llm_calls.c.at.desc(), llm_calls.c.id.desc())
        return await CALLS.page(self._work.connection, llm_calls.c.user_id == owner, order=order, part=part)

    async def by_model(self, owner: UserId, month: date) -> Sequence[ModelUsage]:
        cost = sql.sum(llm_calls.c.cost_micros)
        sums = (
            select(
                llm_calls.c.provider,
                llm_calls.c.model,
                llm_calls.c.own_key,
                sql.count(),
                sql.sum(llm_calls.c.input_tokens),
                sql.sum(llm_calls.c.output_tokens),
                cost,
            )
            .where(llm_calls.c.user_id == owner, llm_calls.c.month == month)
            .group_by(llm_calls.c.provider, llm_calls.c.model, llm_calls.c.own_key)
            .order_by(cost.desc(), llm_calls.c.provider, llm_calls.c.model, llm_calls.c.own_key)
        )
        found = await self._work.connection.execute(sums)
        return [
            ModelUsage(
                provider=provider,
                model=model,
                calls=calls,
                input_tokens=int(given),
                output_tokens=int(said),
                cost_micros=int(micros),
                own_key=own_key,
            )
            for provider, model, own_key, calls, given, said, micros in found
        ]
