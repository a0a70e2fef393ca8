from typing import Any

from app.application.profile.work import IProfileWork
from app.application.unit_of_work import Opens
from app.domain.profile.errors import ComponentNotFound, TooManyComponents, TooManyProposals
from app.domain.profile.model import MOST_LINES, Experience, Profile
from app.domain.profile.ports import IProposalRepository
from app.domain.profile.proposals import (
    MOST_PENDING,
    MOST_PROPOSALS,
    Proposal,
    ProposalStatus,
    changed_since,
    prints_of_experience,
)
from app.domain.shared.ids import ItemId, ProposalId, UserId
from app.domain.shared.page import Page, Slice
from app.domain.shared.time import Now


class ProposalService:
    """Changes to an experience that others propose, such as an assistant; its owner decides."""

    def __init__(self, *, work: Opens[IProfileWork], now: Now) -> None:
        self._work = work
        self._now = now

    async def propose(self, experience_id: ItemId, *, owner: UserId, **facts: Any) -> Proposal:
        """Raises ComponentNotFound, NothingProposed, DatesReversed, TooManyComponents, TooManyProposals."""
        async with self._work() as work:
            _, experience = await _experience(work, experience_id, owner=owner, lock=True)
            proposal = Proposal(
                user_id=owner,
                experience_id=experience_id,
                base=prints_of_experience(experience),
                created_at=self._now(),
                **facts,
            )
            if len(proposal.applied_to(experience).achievements) > MOST_LINES:
                raise TooManyComponents(f"An experience holds at most {MOST_LINES} achievements.")
            await _require_room(work.proposals, proposal)
            await work.proposals.add(proposal)
            await work.commit()
        return proposal

    async def page(
        self, experience_id: ItemId, *, owner: UserId, status: ProposalStatus | None, part: Slice
    ) -> Page[Proposal]:
        """Raises ComponentNotFound."""
        async with self._work(readonly=True) as work:
            await _experience(work, experience_id, owner=owner)
            return await work.proposals.page(experience_id, owner=owner, status=status, part=part)

    async def accept(self, proposal_id: ProposalId, *, owner: UserId, over_changes: bool) -> Proposal:
        """Apply it, once. Raises ProposalNotFound, ProposalDecided, ExperienceChanged, TooManyComponents.

        The profile is locked before the proposal, always: else two could wait in a ring.
        """
        async with self._work() as work:
            at = (await work.proposals.get(proposal_id, owner=owner)).experience_id
            profile, experience = await _experience(work, at, owner=owner, lock=True)
            proposal = await work.proposals.get(proposal_id, owner=owner, lock=True)
            changed = proposal.accept(experience, over_changes=over_changes, now=self._now())
            profile.change(Experience, [changed], now=self._now())
            await work.profiles.save(profile)
            await work.proposals.save(proposal)
            await _carry_on(work.proposals, proposal, experience, changed)
            await work.commit()
        return proposal

    async def reject(self, proposal_id: ProposalId, *, owner: UserId) -> Proposal:
        """Raises ProposalNotFound, ProposalDecided."""
        async with self._work() as work:
            proposal = await work.proposals.get(proposal_id, owner=owner, lock=True)
            proposal.reject(now=self._now())
            await work.proposals.save(proposal)
            await work.commit()
        return proposal

    async def remove(self, proposal_id: ProposalId, *, owner: UserId) -> None:
        """Raises ProposalNotFound."""
        async with self._work() as work:
            await work.proposals.remove(await work.proposals.get(proposal_id, owner=owner, lock=True))
            await work.commit()


async def _experience(
    work: IProfileWork, experience_id: ItemId, *, owner: UserId, lock: bool = False
) -> tuple[Profile, Experience]:
    profile = await work.profiles.find_holding(Experience, experience_id, owner=owner, lock=lock)
    if profile is None:
        raise ComponentNotFound("There is no such experience.")
    return profile, profile.component(Experience, experience_id)


async def _require_room(proposals: IProposalRepository, new: Proposal) -> None:
    """Whoever asks holds the profile's lock, so that the counts hold."""
    for status, most, remedy in (
        (ProposalStatus.PENDING, MOST_PENDING, "wait at once: decide on some."),
        (None, MOST_PROPOSALS, "are kept: delete some."),
    ):
        found = await proposals.page(new.experience_id, owner=new.user_id, status=status, part=Slice(1))
        if found.total >= most:
            raise TooManyProposals(f"At most {most} proposals for one experience {remedy}")


async def _carry_on(
    proposals: IProposalRepository, accepted: Proposal, before: Experience, after: Experience
) -> None:
    """What was proposed for the same experience and touches nothing of this can still be accepted."""
    waiting = await proposals.pending(accepted.experience_id, owner=accepted.user_id)
    ids = [
        ProposalId(each.id)
        for each in waiting
        if not changed_since(each.base, before) and not each.touches() & accepted.touches()
    ]
    if ids:
        await proposals.rebase(ids, prints_of_experience(after))
