from sqlalchemy import BigInteger, Column, ForeignKey, String, Table, Text, Uuid, delete

from app.domain.identity.llm_keys import ILLMKeys, LLMKey
from app.domain.shared.ids import UserId
from app.infrastructure.persistence.columns import Moment
from app.infrastructure.persistence.mapping import Mapping, identity
from app.infrastructure.persistence.metadata import metadata
from app.infrastructure.persistence.unit_of_work import SqlUnitOfWork

llm_keys = Table(
    "llm_keys",
    metadata,
    *identity(),
    Column("user_id", Uuid, ForeignKey("users.id", ondelete="CASCADE"), nullable=False, unique=True),
    Column("provider", String(40), nullable=False),
    Column("sealed", Text, nullable=False),
    Column("last_four", String(4), nullable=False),
    Column("month_limit_micros", BigInteger),
    Column("created_at", Moment, nullable=False),
    Column("updated_at", Moment, nullable=False),
)
KEYS = Mapping(LLMKey, llm_keys)


class SqlLLMKeys(ILLMKeys):
    def __init__(self, work: SqlUnitOfWork) -> None:
        self._work = work

    async def find(self, owner: UserId) -> LLMKey | None:
        return await KEYS.first(self._work.connection, llm_keys.c.user_id == owner)

    async def add(self, key: LLMKey) -> None:
        await KEYS.add(self._work.connection, key)

    async def remove(self, owner: UserId) -> bool:
        theirs = delete(llm_keys).where(llm_keys.c.user_id == owner)
        return (await self._work.connection.execute(theirs)).rowcount == 1
