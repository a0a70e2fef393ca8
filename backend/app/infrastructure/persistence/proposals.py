from collections.abc import Mapping as Facts
from collections.abc import Sequence

from sqlalchemy import Column, ForeignKey, Index, Select, String, Table, Text, Uuid, bindparam, delete, update

from app.domain.profile.errors import ProposalNotFound
from app.domain.profile.ports import IProposalRepository
from app.domain.profile.proposals import Proposal, ProposalStatus, ProposedBy, Told
from app.domain.shared.errors import Stale
from app.domain.shared.ids import ItemId, ProposalId, UserId
from app.domain.shared.page import Page, Slice
from app.infrastructure.persistence.columns import JSONOf, Moment, one_of
from app.infrastructure.persistence.mapping import Mapping, identity
from app.infrastructure.persistence.metadata import metadata
from app.infrastructure.persistence.unit_of_work import SqlUnitOfWork

proposals = Table(
    "proposals",
    metadata,
    *identity(),
    Column("user_id", Uuid, ForeignKey("users.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("experience_id", Uuid, ForeignKey("experiences.id", ondelete="CASCADE"), nullable=False),
    Column("changes", JSONOf(Told), nullable=False),
    Column("achievements", JSONOf(tuple[Told, ...]), nullable=False),
    Column("reason", Text, nullable=False),
    Column("proposed_by", one_of(ProposedBy), nullable=False),
    Column("said_in", String(200)),
    Column("base", JSONOf(dict[str, str]), nullable=False),
    Column("status", one_of(ProposalStatus), nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("decided_at", Moment),
    Index(None, "experience_id", "created_at", "id"),
)
PROPOSALS = Mapping(Proposal, proposals)

_C = proposals.c
_MINE: Select[tuple[object, ...]] = PROPOSALS.rows.where(
    _C.id == bindparam("pk"), _C.user_id == bindparam("owner")
)
_LOCKED = _MINE.with_for_update()


class SqlProposals(IProposalRepository):
    def __init__(self, work: SqlUnitOfWork) -> None:
        self._work = work

    async def add(self, proposal: Proposal) -> None:
        await PROPOSALS.add(self._work.connection, proposal)

    async def save(self, proposal: Proposal) -> None:
        await PROPOSALS.save(self._work.connection, proposal)

    async def remove(self, proposal: Proposal) -> None:
        statement = delete(proposals).where(_C.id == proposal.id, _C.version == proposal.version)
        if (await self._work.connection.execute(statement)).rowcount != 1:
            raise Stale("This proposal was changed by somebody else.")

    async def get(self, proposal_id: ProposalId, *, owner: UserId, lock: bool = False) -> Proposal:
        statement = _LOCKED if lock else _MINE
        values = {"pk": proposal_id, "owner": owner}
        if found := await PROPOSALS.one(self._work.connection, statement, values):
            return found
        raise ProposalNotFound("There is no such proposal.")

    async def page(
        self, experience_id: ItemId, *, owner: UserId, status: ProposalStatus | None, part: Slice
    ) -> Page[Proposal]:
        where = [_C.experience_id == experience_id, _C.user_id == owner]
        if status:
            where.append(_C.status == status)
        return await PROPOSALS.page(self._work.connection, *where, order=[_C.created_at.desc()], part=part)

    async def pending(self, experience_id: ItemId, *, owner: UserId) -> Sequence[Proposal]:
        wanted = PROPOSALS.rows.where(
            _C.experience_id == experience_id, _C.user_id == owner, _C.status == ProposalStatus.PENDING
        )
        return await PROPOSALS.all(self._work.connection, wanted.order_by(_C.created_at, _C.id))

    async def rebase(self, ids: Sequence[ProposalId], base: Facts[str, str]) -> None:
        await self._work.connection.execute(update(proposals).where(_C.id.in_(ids)).values(base=dict(base)))
